using System.Collections.Immutable;
using System.Globalization;
using PressKit.Editions;
using PressKit.Languages;
using PressKit.Translation.Repairs;

namespace PressKit.Cli;

/// <summary>What <c>status</c> says of a release in a language.</summary>
/// <param name="Release">The release's id.</param>
/// <param name="Language">The language.</param>
/// <param name="State">Whether it is public, as what, or what holds it back.</param>
internal sealed record EditionStatus(string Release, Language Language, string State)
{
    /// <summary>Whether anything of it is public.</summary>
    public bool IsPublic { get; init; }

    /// <summary>What holds the present text back; null for nothing.</summary>
    public string? HeldBack { get; init; }

    /// <summary>The approval that holds for what is public, or was given last.</summary>
    public Approval? Approval { get; init; }

    /// <summary>Since when what is approved is of an earlier source, as far as a command has noticed; null where it is not.</summary>
    public DateTimeOffset? StaleSince { get; init; }

    /// <summary>How many sentences were repaired since they were approved.</summary>
    public int Repaired { get; init; }

    /// <summary>What its readers are told of corrections, a withdrawal or a return, the oldest first.</summary>
    public ImmutableArray<EventText> Events { get; init; } = [];

    /// <summary>Where a translation's sentences come from; null for what a person wrote in the language.</summary>
    public Shares? Shares { get; init; }

    /// <summary>What was changed since it was translated.</summary>
    public ImmutableArray<SentenceChange> Changes { get; init; } = [];

    /// <summary>The state of every release that is meant, in every language of the newsroom that it is meant for.</summary>
    public static IEnumerable<EditionStatus> Of(Prepared prepared, string folder, Func<PairedRelease, bool> isMeant)
    {
        var repair = new SoftRepair(new Locales());
        var admitted = prepared.Admission.Admitted.ToDictionary(a => (a.Edition.Release.Folder, a.Edition.Language));
        var held = prepared.Admission.Held.ToDictionary(h => (h.Edition.Release.Folder, h.Edition.Language));
        foreach (var release in prepared.Releases.Where(isMeant))
        {
            foreach (var language in prepared.Newsroom.Languages)
            {
                var meant = release.Release.Source.FrontMatter.Languages;
                if (!meant.IsEmpty && !meant.Contains(language) && language != release.Release.Source.Language) continue;
                var key = (release.Release.Folder, language);
                if (admitted.TryGetValue(key, out var shown)) yield return Of(release, shown, folder, repair);
                else if (held.TryGetValue(key, out var waiting)) yield return Of(release, waiting, folder, repair);
                else yield return new EditionStatus(release.Release.Id, language, "no edition");
            }
        }
    }

    private static EditionStatus Of(PairedRelease release, Admitted admitted, string folder, SoftRepair repair)
    {
        var edition = admitted.Edition;
        var since = edition.IsStale ? Since(release, edition, folder) : null;
        var state = admitted switch
        {
            { Edition.Making: Making.Source } => "public: source",
            { Edition.Making: Making.Authored } => "public: written in this language",
            { Label: Label.Machine } => $"public: machine draft by {string.Join(", ", edition.Makers)}",
            { Waiting: { } waiting } => $"public: {(edition.IsStale ? "earlier edition" : "edition")} approved by {edition.Approval!.By} on {Day(edition.Approval.At)}"
                + $"{(since is null ? "" : $", stale since {Day(since.Value)}")}; the present one waits: {waiting.Reason}",
            _ => $"public: translation approved by {edition.Approval!.By}{(edition.Repaired > 0 ? $", {Terminal.Counted(edition.Repaired, "sentence")} repaired since" : "")}",
        };
        if (!edition.Blocked.IsEmpty) state += $"; {Gate.Blocked(edition)}";
        if (edition.Events is [.., var last]) state += $"; {(last.Event.Kind == EventKind.Correction ? "corrected" : "put back")} on {Day(last.Event.At)}{Told(last, edition.Language)}";
        return Detailed(new EditionStatus(release.Release.Id, edition.Language, state) { IsPublic = true, HeldBack = admitted.Waiting?.Reason, StaleSince = since }, release, edition, repair);
    }

    private static EditionStatus Of(PairedRelease release, Held held, string folder, SoftRepair repair)
    {
        var edition = held.Edition;
        var told = edition.Release.Record.Withdrawn is not null && edition.Events is [var withdrawal] ? Told(withdrawal, edition.Language) : "";
        var since = edition.Earlier is { IsStale: true } && edition.Approval is null ? Since(release, edition, folder) : null;
        return Detailed(new EditionStatus(release.Release.Id, edition.Language, $"held: {held.Reason}{told}{(since is null ? "" : $"; stale since {Day(since.Value)}")}")
        {
            HeldBack = held.Reason, StaleSince = since,
        }, release, edition, repair);
    }

    private static EditionStatus Detailed(EditionStatus status, PairedRelease release, Edition edition, SoftRepair repair)
    {
        var translation = edition.Making == Making.Translated ? release.Translations.FirstOrDefault(t => t.File.Language == edition.Language) : null;
        return status with
        {
            Approval = edition.Approval ?? edition.Earlier?.Approval,
            Repaired = edition.Repaired,
            Events = edition.Events,
            Shares = edition.Making == Making.Translated ? edition.Translation.Shares : null,
            Changes = translation is null ? [] : SentenceChange.Of(release, translation, repair),
        };
    }

    private static string Told(EventText told, Language language) =>
        told.Language != language ? $", told in {told.Language}" : told.IsMachine ? ", told by a machine" : "";

    /// <summary>When a command noticed it first, which the history tells; null where none has yet.</summary>
    private static DateTimeOffset? Since(PairedRelease release, Edition edition, string folder) =>
        HistoryFile.Of(folder, release.Release, edition.Language).Read().LastOrDefault(e => e.Event is "stale" or "approved") is { Event: "stale" } noticed ? noticed.At : null;

    private static string Day(DateTimeOffset at) => at.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
