using System.Collections.Immutable;
using PressKit.Segmentation;
using PressKit.Translation;
using PressKit.Translation.Xliff;

namespace PressKit.Editions;

/// <summary>A release with its texts split and its translations read.</summary>
/// <param name="Release">The release.</param>
/// <param name="Source">Its source text.</param>
/// <param name="Authored">The texts that a person wrote in other languages.</param>
/// <param name="Translations">Its translations, each paired with the source.</param>
public sealed record PairedRelease(
    Release Release, SplitText Source, ImmutableArray<SplitText> Authored, ImmutableArray<PairedTranslation> Translations);

/// <summary>A stored translation beside the units of the present source.</summary>
/// <param name="File">The file that it comes from.</param>
/// <param name="Stored">What is stored.</param>
/// <param name="Units">For each unit of the source, what is stored of the very same unit; null where nothing is.</param>
public sealed record PairedTranslation(
    TranslationFile File, StoredTranslation Stored, ImmutableDictionary<string, TranslatedUnit> Units)
{
    /// <summary>The translation of a unit of the present source; null where there is none, or it is of another text.</summary>
    public TranslatedUnit? Of(Unit unit) => Units.GetValueOrDefault(unit.Id);
}

/// <summary>Pairs the units of a source with their stored translations. A translation belongs to a unit that has the same id
/// and says the same; whatever was stored for a unit that has changed since is not published.</summary>
public sealed class Pairing(Splitter splitter)
{
    /// <summary>Splits a release's texts and reads its translations; null where its source cannot be split.</summary>
    public PairedRelease? Pair(Release release, Problems problems)
    {
        if (splitter.Split(release, release.Source, problems) is not { } source) return null;
        var authored = release.Authored.Select(text => splitter.Split(release, text, problems)).OfType<SplitText>();
        var translations = release.Translations.Select(file => Read(release, file, source, problems)).OfType<PairedTranslation>();
        return new PairedRelease(release, source, [.. authored], [.. translations]);
    }

    private static PairedTranslation? Read(Release release, TranslationFile file, SplitText source, Problems problems)
    {
        if (release.Authored.FirstOrDefault(a => a.Language == file.Language) is { } authored)
        {
            problems.Error("content.two-editions", new Place(file.File), $"{authored.File} is in the same language.",
                "Keep one of the two files.");
            return null;
        }

        if (XliffReader.Read(file.Bytes, file.File, problems) is not { } stored) return null;
        if (!BelongsTo(stored, file, source.Text, problems)) return null;
        var units = ImmutableDictionary.CreateBuilder<string, TranslatedUnit>(StringComparer.Ordinal);
        var current = source.Units.ToDictionary(u => u.Id, StringComparer.Ordinal);
        foreach (var unit in stored.Units)
        {
            if (current.TryGetValue(unit.Id, out var now) && now.SaysTheSameAs(unit.Unit)) units[unit.Id] = unit;
        }

        return new PairedTranslation(file, stored, units.ToImmutable());
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
