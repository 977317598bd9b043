using System.Collections.Immutable;
using PressKit.Translation;
using PressKit.Translation.Exchange;
using PressKit.Translation.Glossary;
using PressKit.Translation.Memory;

namespace PressKit.Editions;

/// <summary>Gives releases to translators' own tools, and takes back what they made of them.</summary>
/// <param name="newsroom">The newsroom.</param>
/// <param name="releases">Its releases and pages, paired with what is stored.</param>
/// <param name="version">The version of the tool.</param>
public sealed class Exchanging(Newsroom newsroom, ImmutableArray<PairedRelease> releases, string version)
{
    private readonly Terminology _terminology = new(newsroom.Glossary);

    /// <summary>The file for one release and language.</summary>
    /// <param name="release">The release.</param>
    /// <param name="language">The language of the translation.</param>
    /// <param name="format">The format.</param>
    /// <param name="recall">What the memory knows; null where it is not asked.</param>
    /// <returns>Its bytes; null where the release is not translated into the language, or what is stored cannot be read.</returns>
    public byte[]? Export(PairedRelease release, Language language, ExchangeFormat format, Recall? recall = null)
    {
        if (!IsTranslated(release, language)) return null;
        var source = release.Source.Text;
        var matches = recall?.Matches(release.Release.Folder, release.Source.UnitsIn(language), source.Language, language);
        var export = Translation.Exchange.Export.Of(source.File, source.Hash, release.Source.UnitsIn(language), Stored(release, language),
            (source.Language, language), _terminology, unit => matches?.Invoke(unit) ?? []);
        return ExchangeWriter.Write(export, format, version);
    }

    /// <summary>The file's name: the release's id, or the page's, and the language.</summary>
    public static string FileName(Release release, Language language, ExchangeFormat format) =>
        $"{(release.Standing ? "page-" : "")}{release.Id.Replace('/', '-')}.{language}.{(format == ExchangeFormat.Xliff12 ? "xliff" : "xlf")}";

    /// <summary>Takes a file that came back.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="name">What it is called in problems.</param>
    /// <param name="options">How it is merged.</param>
    /// <param name="problems">Takes what is wrong.</param>
    /// <returns>What is to be stored of it; null where it is refused.</returns>
    public Taking? Import(ReadOnlyMemory<byte> bytes, string name, MergeOptions options, Problems problems)
    {
        if (ExchangeReader.Read(bytes, name, problems) is not { } file) return null;
        if (Find(file, problems) is not { } release) return null;
        var language = file.Target.Language;
        var source = release.Source.Text;
        var merged = Merge.Of(file, name, release.Source.UnitsIn(language), (source.File, source.Hash), Stored(release, language), options, problems);
        return merged is null ? null : new Taking(release, language, merged, file);
    }

    private PairedRelease? Find(ReturnedFile file, Problems problems)
    {
        var (original, place) = file.Original;
        if (releases.FirstOrDefault(r => r.Source.Text.File == original) is not { } release)
        {
            problems.Error("exchange.unknown-release", place, original.Length == 0 ? "The file does not say which release it translates." : $"No release has the source '{original}'.",
                "Give the file back the 'original' that it was exported with; it is the path of the release's source in the newsroom.");
            return null;
        }

        var (source, text) = (file.Source, release.Source.Text);
        if (source.Language != text.Language)
        {
            problems.Error("exchange.wrong-language", source.Place, $"The file translates from {source.Language}, and the release is written in {text.Language}.",
                "Take the file that was exported for this release.");
            return null;
        }

        var (language, at) = file.Target;
        var wrong = !newsroom.Languages.Contains(language) ? ("is not a language of the newsroom", "Write one of the newsroom's languages, or add it to newsroom.yml.")
            : language == text.Language ? ("is the language of the source", "Export the file again for another language.")
            : release.Release.Authored.Any(a => a.Language == language) ? ("has an edition that a person wrote", "Delete that edition first, if the translation is to take its place.")
            : release.Release.Translations.Any(t => t.Language == language) && Stored(release, language) is null
                ? ("has a translation that cannot be read", "Mend it: 'presskit check' says where.")
            : ((string Message, string Remedy)?)null;
        if (wrong is not var (message, remedy)) return release;
        problems.Error("exchange.wrong-language", at, $"{language} {message}.", remedy);
        return null;
    }

    private static bool IsTranslated(PairedRelease release, Language language)
    {
        var meant = release.Release.Source.FrontMatter.Languages;
        return language != release.Source.Text.Language && release.Release.Authored.All(a => a.Language != language)
            && (release.Release.Translations.All(t => t.Language != language) || Stored(release, language) is not null)
            && (meant.IsEmpty || meant.Contains(language));
    }

    private static StoredTranslation? Stored(PairedRelease release, Language language) =>
        release.Translations.FirstOrDefault(t => t.File.Language == language)?.Stored;
}

/// <summary>What a file brings.</summary>
/// <param name="Release">The release that it translates.</param>
/// <param name="Language">Into which language.</param>
/// <param name="Merged">What became of its sentences.</param>
/// <param name="File">The file.</param>
public sealed record Taking(PairedRelease Release, Language Language, Merged Merged, ReturnedFile File);
