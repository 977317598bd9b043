using System.Collections.Immutable;
using PressKit.Translation;
using PressKit.Translation.Repairs;

namespace PressKit.Editions.Reviewing;

/// <summary>A translation as the desk works on it: what is stored, carried over to the present source, and its history.</summary>
public sealed record EditionState
{
    /// <summary>The release.</summary>
    public required PairedRelease Release { get; init; }

    /// <summary>The language of the translation.</summary>
    public required Language Language { get; init; }

    /// <summary>The units of the present source with what there is of their translations.</summary>
    public required ImmutableArray<TranslatedUnit> Units { get; init; }

    /// <summary>Translations by persons that have no place in the present source.</summary>
    public ImmutableArray<TranslatedUnit> Gone { get; init; } = [];

    /// <summary>What happened, the oldest first.</summary>
    public ImmutableArray<HistoryEvent> History { get; init; } = [];

    /// <summary>The language of the source.</summary>
    public Language SourceLanguage => Release.Source.Text.Language;

    /// <summary>What is stored of the translation; null where nothing is yet.</summary>
    public PairedTranslation? Translation => Release.Translations.FirstOrDefault(t => t.File.Language == Language);

    /// <summary>The translation as it is to be stored.</summary>
    public StoredTranslation Stored => new(Release.Source.Text.File, Release.Source.Text.Hash, SourceLanguage, Language, Units) { Gone = Gone };

    /// <summary>The version of everything that is translated.</summary>
    public string Version => Versions.Of(Units);

    /// <summary>The state of a translation as its files hold it.</summary>
    /// <param name="release">The release.</param>
    /// <param name="language">The language of the translation; there need not be one yet.</param>
    /// <param name="history">What is on record.</param>
    /// <param name="repair">Repairs what follows from figures, marks and markup of the source.</param>
    public static EditionState Of(PairedRelease release, Language language, ImmutableArray<HistoryEvent> history, SoftRepair repair)
    {
        var translation = release.Translations.FirstOrDefault(t => t.File.Language == language);
        var (carried, gone) = Carrying.Of(release.Source.UnitsIn(language), translation?.Stored, repair);
        // What was approved comes before a machine's later draft.
        var units = translation is null ? carried : [.. carried.Select(u => translation.Units.GetValueOrDefault(u.Id) ?? u)];
        return new EditionState { Release = release, Language = language, Units = units, Gone = gone, History = history };
    }

    /// <summary>A unit; null where there is none of that id.</summary>
    public TranslatedUnit? Unit(string id) => Units.FirstOrDefault(u => u.Id == id);

    /// <summary>A sentence; null where there is none of that name.</summary>
    public SegmentTranslation? Sentence(SentenceName name) =>
        Unit(name.Unit) is { } unit && name.Segment >= 1 && name.Segment <= unit.Segments.Length ? unit.Segments[name.Segment - 1] : null;

    /// <summary>The state after an event, which says now of which version it made which.</summary>
    public (EditionState State, HistoryEvent Happened) With(HistoryEvent happened)
    {
        var at = happened.Unit is null ? -1 : Units.Select((u, i) => (u, i)).FirstOrDefault(u => u.u.Id == happened.Unit, (null!, -1)).i;
        if (at < 0 || !Happening.IsStored(happened)) return (this with { History = History.Add(happened) }, happened);
        var after = Replay.Apply(Units[at], happened, SourceLanguage, Language);
        happened = happened with { From = Versions.Of(Units[at]), Version = Versions.Of(after) };
        return (this with { Units = Units.SetItem(at, after), History = History.Add(happened) }, happened);
    }
}
