using System.Collections.Immutable;
using PressKit.Content;
using PressKit.Segmentation;
using PressKit.Translation;
using PressKit.Translation.Repairs;
using PressKit.Translation.Xliff;

namespace PressKit.Editions;

/// <summary>A release with its texts split and its translations read.</summary>
public sealed record PairedRelease
{
    private readonly Lazy<ImmutableArray<PairedTranslation>> _translations;

    /// <summary>A release that was paired.</summary>
    public PairedRelease(Release release, SplitText source, ImmutableArray<SplitText> authored, ImmutableArray<PairedTranslation> translations)
        : this(release, source, authored, new Lazy<ImmutableArray<PairedTranslation>>(translations))
    {
    }

    /// <summary>A release whose translations are read when they are asked for.</summary>
    internal PairedRelease(Release release, SplitText source, ImmutableArray<SplitText> authored, Lazy<ImmutableArray<PairedTranslation>> translations) =>
        (Release, Source, Authored, _translations) = (release, source, authored, translations);

    /// <summary>The release.</summary>
    public Release Release { get; init; }

    /// <summary>Its source text.</summary>
    public SplitText Source { get; }

    /// <summary>The texts that a person wrote in other languages.</summary>
    public ImmutableArray<SplitText> Authored { get; init; }

    /// <summary>The languages of translations in which nothing is left to draft.</summary>
    public ImmutableArray<Language> Finished { get; init; } = [];

    /// <summary>Its translations, each paired with the source.</summary>
    public ImmutableArray<PairedTranslation> Translations
    {
        get => _translations.Value;
        init => _translations = new Lazy<ImmutableArray<PairedTranslation>>(value);
    }
}

/// <summary>A stored translation beside the units of the present source.</summary>
/// <param name="File">The file that it comes from.</param>
/// <param name="Stored">What is stored.</param>
/// <param name="Units">By their ids, the units of the source whose every sentence has a translation that was made for it, and
/// those that are stored as they are.</param>
public sealed record PairedTranslation(
    TranslationFile File, StoredTranslation Stored, ImmutableDictionary<string, TranslatedUnit> Units)
{
    /// <summary>The translation of a unit of the present source; null where there is none, or one of another text.</summary>
    public TranslatedUnit? Of(Unit unit) => Units.GetValueOrDefault(unit.Id);

    /// <summary>The approval that holds for all of it; null where there is none.</summary>
    public Approval? Approval { get; init; }

    /// <summary>What was approved last, where that is not what is stored now.</summary>
    public ApprovedTranslation? Approved { get; init; }
}

/// <summary>Pairs the units of a source with their stored translations, in memory: a build stores nothing. Sentences keep
/// their translations when paragraphs are moved, split or merged; a unit with a sentence that has changed since is not
/// published.</summary>
public sealed class Pairing(Splitter splitter, SoftRepair repair)
{
    private readonly Approvals _approvals = new(splitter, repair);

    /// <summary>Splits a release's texts and reads its translations; null where its source cannot be split.</summary>
    public PairedRelease? Pair(Release release, RevisionFolder revisions, Problems problems)
    {
        if (splitter.Split(release, release.Source, problems) is not { } source) return null;
        var authored = release.Authored.Select(text => splitter.Split(release, text, problems)).OfType<SplitText>();
        var translations = release.Translations.Select(file => Read(release, file, source, revisions, problems)).OfType<PairedTranslation>();
        return new PairedRelease(release, source, [.. authored], [.. translations]);
    }

    private PairedTranslation? Read(Release release, TranslationFile file, SplitText source, RevisionFolder revisions, Problems problems)
    {
        if (release.Authored.FirstOrDefault(a => a.Language == file.Language) is { } authored)
        {
            problems.Error("content.two-editions", new Place(file.File), $"{authored.File} is in the same language.",
                "Keep one of the two files.");
            return null;
        }

        if (XliffReader.Read(file.Bytes, file.File, problems) is not { } stored) return null;
        if (!BelongsTo(stored, file, source.Text, problems)) return null;
        var asStored = stored.Units.ToHashSet(ReferenceEqualityComparer.Instance);
        var units = Carrying.Of(source.UnitsIn(file.Language), stored, repair).Units.Where(u => u.IsComplete || asStored.Contains(u));
        var paired = new PairedTranslation(file, stored, units.ToImmutableDictionary(u => u.Id, StringComparer.Ordinal));
        return _approvals.Settle(release, source, paired, revisions, problems);
    }

    private static bool BelongsTo(StoredTranslation stored, TranslationFile file, SourceText source, Problems problems)
    {
        var wrong = stored.Original != source.File ? $"it translates {stored.Original}, not {source.File}"
            : stored.SourceLanguage != source.Language ? $"it translates from {stored.SourceLanguage}, not from {source.Language}"
            : stored.TargetLanguage != file.Language ? $"it translates into {stored.TargetLanguage}, not into {file.Language}"
            : null;
        if (wrong is null) return true;
        problems.Error("xliff.other-source", new Place(file.File, 2, 1), $"The file does not belong here: {wrong}.",
            "Move it to the release that it translates, or delete it and draft again with 'presskit translate'.");
        return false;
    }
}
