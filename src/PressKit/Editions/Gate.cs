using System.Globalization;

namespace PressKit.Editions;

/// <summary>Decides what may be public at an instant. Everything that is published comes through here, once; nothing behind
/// it knows of anything else.</summary>
/// <param name="policy">What may be public.</param>
/// <param name="errors">How many errors checks find in a translation, or in one unit of it; asked only where that decides. Null for
/// none.</param>
public sealed class Gate(Policy policy, Func<Edition, string?, int>? errors = null)
{
    /// <summary>What may be public, and what is held back and why.</summary>
    public Admission Admit(IEnumerable<Edition> editions, DateTimeOffset now)
    {
        var admitted = new List<Admitted>();
        var held = new List<Held>();
        var withdrawn = new List<WithdrawnEdition>();
        foreach (var edition in editions.Select(Told))
        {
            if (Reason(edition, now) is not { } reason) admitted.Add(new Admitted(edition, LabelOf(edition)));
            else if (MayStandFor(edition, now)) admitted.Add(new Admitted(edition.Earlier! with { Events = edition.Events }, LabelOf(edition.Earlier!)) { Waiting = new Held(edition, reason) });
            else held.Add(new Held(edition, reason));
            if (edition.Release.Record.Withdrawn is { } withdrawal && ReadersMayHave(edition, withdrawal.At)) withdrawn.Add(Notice(edition));
        }

        return new Admission(admitted, held) { Withdrawn = withdrawn };
    }

    /// <summary>Whether a release as a whole may not be public, whatever its editions are like.</summary>
    public static bool Holds(Release release, DateTimeOffset now) =>
        (WithdrawalReason(release) ?? ReleaseReason(release, release.Source.FrontMatter with { Embargo = release.Embargo }, now)) is not null;

    private static Label LabelOf(Edition edition)
    {
        if (edition.Making != Making.Translated) return Label.None;
        return edition.Approval is null ? Label.Machine : Label.Translation;
    }

    private string? Reason(Edition edition, DateTimeOffset now) =>
        WithdrawalReason(edition.Release) ?? ReleaseReason(edition.Release, edition.FrontMatter, now) ?? LanguageReason(edition) ?? TranslationReason(edition);

    /// <summary>Whether what was approved is public in the place of what waits. Its dates are those of the present source.</summary>
    private bool MayStandFor(Edition edition, DateTimeOffset now) => policy.Stale == StalePolicy.Earlier
        && edition.Earlier is { IsSound: true } earlier && (WithdrawalReason(earlier.Release) ?? ReleaseReason(earlier.Release, earlier.FrontMatter, now) ?? LanguageReason(earlier)) is null;

    /// <summary>Whether readers may have had an edition before its release was withdrawn: it would have been public then but for its
    /// translation, and that may be public, or was approved once, or is a machine's draft where these are public. Of anything else
    /// nobody is told that it was ever there.</summary>
    private bool ReadersMayHave(Edition edition, DateTimeOffset then)
    {
        if (edition.Release.Standing || (ReleaseReason(edition.Release, edition.FrontMatter, then) ?? LanguageReason(edition)) is not null) return false;
        if (TranslationReason(edition) is null) return true;
        return edition.Release.Record.Editions.GetValueOrDefault(edition.Language) is { } known
            && (!known.Approvals.IsEmpty || (policy.Machine == MachinePolicy.Label && edition.MachineSegments > 0));
    }

    private static WithdrawnEdition Notice(Edition edition) => new(edition.Release.Id, edition.Language, edition.Slug, edition.Former, edition.File,
        edition.FrontMatter.Published!.Value, edition.Events[^1])
    {
        Topics = edition.FrontMatter.Topics,
        Meant = edition.FrontMatter.Languages,
        Version = edition.Version,
    };

    /// <summary>The edition with what its readers are told of events: in their language where the translation may be public, else in
    /// that of the source. It is never hidden, and holds nothing back.</summary>
    private Edition Told(Edition edition) =>
        edition.Events.IsEmpty ? edition : edition with { Events = [.. edition.Events.Select(told => Told(edition, told))] };

    private EventText Told(Edition edition, EventText told)
    {
        if (told.Translation is not { } translation) return told;
        return MayBeTold(edition, told.Unit, translation)
            ? told with { Text = translation.Text, Language = edition.Language, IsMachine = !translation.IsApproved, Translation = null }
            : told with { Translation = null };
    }

    private bool MayBeTold(Edition edition, string unit, EventTranslation translation)
    {
        if (translation.IsBlocked && policy.Terms == TermPolicy.Hold) return false;
        if (translation.IsApproved) return true;
        return translation.IsMachine && policy.Machine == MachinePolicy.Label && (policy.Checks == ChecksPolicy.Report || errors?.Invoke(edition, unit) is not > 0);
    }

    private static string? WithdrawalReason(Release release) => release.Record.Withdrawn is { } withdrawn ? $"withdrawn {At(withdrawn.At)}" : null;

    private static string? ReleaseReason(Release release, FrontMatter frontMatter, DateTimeOffset now)
    {
        if (frontMatter.State == ReleaseState.Draft) return "draft";
        if (frontMatter.Published is null && !release.Standing) return "draft: no 'published' yet";
        if (frontMatter.Embargo > now) return $"embargo until {At(frontMatter.Embargo.Value)}";
        if (frontMatter.Published > now) return $"scheduled for {At(frontMatter.Published.Value)}";
        return null;
    }

    private static string? LanguageReason(Edition edition)
    {
        var meant = edition.FrontMatter.Languages;
        return meant.IsEmpty || meant.Contains(edition.Language) ? null : "not meant for this language";
    }

    private string? TranslationReason(Edition edition)
    {
        if (edition.Making != Making.Translated) return null;
        if (!edition.IsSound) return "its blocks are not the source's";
        if (edition.Untranslated > 0) return $"{Counted(edition.Untranslated, "unit")} missing or changed in the source";
        if (policy.Terms == TermPolicy.Hold && !edition.Blocked.IsEmpty) return Blocked(edition);
        if (edition.Approval is not null)
            return edition.Repaired == 0 || policy.Repaired == RepairedPolicy.Keep ? null : $"{Counted(edition.Repaired, "sentence")} repaired since it was approved";
        // What was once signed off never comes back as a draft with a label: a person looks at it again.
        if (edition.Release.Record.Editions.GetValueOrDefault(edition.Language)?.Approvals is [.., var last])
            return last.TakenBack is { } back ? $"approval taken back by {back.By}" : "changed since it was approved";
        if (edition.MachineSegments == 0) return "not approved";
        if (policy.Machine == MachinePolicy.Hold) return "machine draft";
        return policy.Checks == ChecksPolicy.Hold && errors?.Invoke(edition, null) is > 0 and var found
            ? string.Create(CultureInfo.InvariantCulture, $"machine draft with {found} {(found == 1 ? "error" : "errors")} found by checks")
            : null;
    }

    /// <summary>How many sentences the glossary blocks, and over which terms.</summary>
    public static string Blocked(Edition edition)
    {
        var count = edition.Blocked.Length;
        var terms = edition.Blocked.SelectMany(b => b.Findings).Select(f => f.Term.Text).Distinct(StringComparer.Ordinal).ToList();
        return string.Create(CultureInfo.InvariantCulture,
            $"{count} {(count == 1 ? "sentence" : "sentences")} blocked by the glossary: {string.Join(", ", terms.Take(3))}{(terms.Count > 3 ? ", …" : "")}");
    }

    private static string Counted(int count, string what) => string.Create(CultureInfo.InvariantCulture, $"{count} {what}{(count == 1 ? "" : "s")}");

    private static string At(DateTimeOffset at) => at.ToString("yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture);
}
