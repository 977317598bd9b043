using System.Collections.Immutable;

namespace PressKit;

/// <summary>A Markdown file that a person wrote: one language of a release.</summary>
/// <param name="File">Its path from the newsroom's folder, with <c>/</c> between names.</param>
/// <param name="Language">Its language, by its file name.</param>
/// <param name="FrontMatter">What stands above the text.</param>
/// <param name="Markdown">The text below the front matter.</param>
/// <param name="FirstLine">The line of the file at which the text begins, from 1.</param>
/// <param name="Hash">The hash of the whole file: its revision.</param>
/// <param name="Places">Where the front matter's keys stand.</param>
public sealed record SourceText(
    string File, Language Language, FrontMatter FrontMatter, string Markdown, int FirstLine, string Hash, KeyPlaces Places);

/// <summary>Where the keys of a YAML document stand, by their path: <c>dateline.date</c>, <c>media.0.file</c>.</summary>
public sealed class KeyPlaces(string file, IReadOnlyDictionary<string, Place> places)
{
    /// <summary>The place of a key, or the file where the key is not given.</summary>
    public Place this[string path] => places.TryGetValue(path, out var place) ? place : new Place(file);
}

/// <summary>An XLIFF file of a release, not yet read.</summary>
/// <param name="File">Its path from the newsroom's folder.</param>
/// <param name="Language">The language that it translates into, by its file name.</param>
/// <param name="Bytes">Its contents.</param>
public sealed record TranslationFile(string File, Language Language, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>The hash of its contents.</summary>
    public string Hash { get; } = PressKit.Hash.Of(Bytes.Span);
}

/// <summary>An image or document in a release's <c>media/</c> folder.</summary>
/// <param name="File">Its path from the newsroom's folder.</param>
/// <param name="Path">Its path from the release's folder: <c>media/stage.png</c>.</param>
/// <param name="FullPath">Where it can be read.</param>
/// <param name="Length">Its length in bytes; once it was looked into, that of what is published of it.</param>
/// <param name="Hash">The hash of its contents; once it was looked into, of what is published of it.</param>
public sealed record MediaFile(string File, string Path, string FullPath, long Length, string Hash)
{
    /// <summary>What it is; null until somebody has looked into it.</summary>
    public MediaFacts? Facts { get; init; }
}

/// <summary>One story in all its languages, or a standing page, as its folder holds it.</summary>
public sealed record Release
{
    /// <summary>Its id: <c>2025/tokyo-contest</c>, the folder below <c>releases</c>; a standing page's is its folder's name.</summary>
    public required string Id { get; init; }

    /// <summary>Its folder, from the newsroom's folder.</summary>
    public required string Folder { get; init; }

    /// <summary>Whether it is a standing page (about, contact) rather than a dated release.</summary>
    public required bool Standing { get; init; }

    /// <summary>The edition that the others are translated from.</summary>
    public required SourceText Source { get; init; }

    /// <summary>Editions in other languages that a person wrote freely.</summary>
    public ImmutableArray<SourceText> Authored { get; init; } = [];

    /// <summary>Until when no edition may be public: the last embargo that any of its texts names; null where none does.</summary>
    public DateTimeOffset? Embargo => Authored.Prepend(Source).Max(text => text.FrontMatter.Embargo);

    /// <summary>Translations.</summary>
    public ImmutableArray<TranslationFile> Translations { get; init; } = [];

    /// <summary>The ledger.</summary>
    public ReleaseRecord Record { get; init; } = ReleaseRecord.Empty;

    /// <summary>What checks found in its translations and somebody keeps.</summary>
    public ImmutableArray<Dismissal> Dismissals { get; init; } = [];

    /// <summary>Images and documents.</summary>
    public ImmutableArray<MediaFile> Media { get; init; } = [];
}
