using PressKit.Content;

namespace PressKit.Editions;

/// <summary>Checks that the record and the text go together: that a correction corrected something, and that readers are told of it in
/// their language.</summary>
/// <param name="problems">Takes what is found.</param>
public sealed class EventCheck(Problems problems)
{
    /// <summary>Checks a newsroom's releases.</summary>
    public void Check(Prepared prepared)
    {
        foreach (var paired in prepared.Releases.Where(p => p.Release.Record.Withdrawn is null))
        {
            if (paired.Release.Record.Events.LastOrDefault(IsOfTheText) is { } last && last.Revision == paired.Source.Text.Hash
                && Before(paired.Release.Record, last) == last.Revision) ReportUnchanged(paired.Release, problems);
        }

        foreach (var (edition, _) in prepared.Admission.Admitted)
        {
            foreach (var told in edition.Events.Where(e => e.Language != edition.Language)) Report(edition.File, edition.Language, told);
        }

        foreach (var edition in prepared.Admission.Withdrawn.Where(e => e.Withdrawal.Language != e.Language)) Report(edition.File, edition.Language, edition.Withdrawal);
    }

    /// <summary>Whether a correction of every language would correct nothing: the source is as it was when it was corrected or
    /// approved last.</summary>
    public static bool IsUnchanged(Release release) => Before(release.Record, null) == release.Source.Hash;

    /// <summary>Reports a correction of every language for which nothing was changed.</summary>
    public static void ReportUnchanged(Release release, Problems problems) => problems.Warn(
        "correction.no-change", new Place($"{release.Folder}/{RecordFile.Name}"),
        $"Nothing was changed in {release.Source.File} since it was corrected or approved last.",
        "Correct the text as well. If the mistake was in translations alone, say in which: presskit correct … --languages.");

    /// <summary>The last revision of the source on record before a correction, or of all.</summary>
    private static string? Before(ReleaseRecord record, ReleaseEvent? correction) => record.Events
        .TakeWhile(e => !ReferenceEquals(e, correction)).Where(IsOfTheText).Select(e => (e.At, e.Revision))
        .Concat(record.Editions.Values.SelectMany(e => e.Approvals).Where(a => correction is null || a.At < correction.At).Select(a => (a.At, a.Revision)))
        .Where(r => r.Revision is not null).OrderBy(r => r.At).LastOrDefault().Revision;

    private static bool IsOfTheText(ReleaseEvent happened) => happened is { Kind: EventKind.Correction, Languages.IsEmpty: true, Revision: not null };

    private void Report(string file, Language language, EventText told) => problems.Add(new Problem("event.not-translated", Severity.Information,
        $"The {RecordFile.WordOf(told.Event.Kind)} is told in {told.Language} to the readers of {language}.", new Place(file),
        file.EndsWith(".xlf", StringComparison.Ordinal)
            ? $"Draft it with 'presskit translate', or translate the unit {told.Unit}, and sign it off with 'presskit approve'."
            : $"A person wrote this edition, and it has no translation file: write the reason below 'texts' in {RecordFile.Name}, as --in does."));
}
