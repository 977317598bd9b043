using System.Collections.Immutable;

namespace PressKit;

/// <summary>A Markdown file that a person wrote: one language of a release.</summary>
public sealed record SourceText
{
    private readonly IOnDemand<(string Markdown, KeyPlaces Places)> _rest;

    /// <summary>A text.</summary>
    public SourceText(string file, Language language, FrontMatter frontMatter, string markdown, int firstLine, string hash, KeyPlaces places)
        : this(file, language, frontMatter, firstLine, hash, new OnDemand<(string, KeyPlaces)>((markdown, places)))
    {
    }

    /// <summary>A text of which what stands in the file is read when it is asked for.</summary>
    internal SourceText(string file, Language language, FrontMatter frontMatter, int firstLine, string hash, IOnDemand<(string Markdown, KeyPlaces Places)> rest) =>
        (File, Language, FrontMatter, FirstLine, Hash, _rest) = (file, language, frontMatter, firstLine, hash, rest);

    /// <summary>Its path from the newsroom's folder, with <c>/</c> between names.</summary>
    public string File { get; }

    /// <summary>Its language, by its file name.</summary>
    public Language Language { get; }

    /// <summary>What stands above the text.</summary>
    public FrontMatter FrontMatter { get; }

    /// <summary>The text below the front matter.</summary>
    public string Markdown => _rest.Value.Markdown;

    /// <summary>The line of the file at which the text begins, from 1.</summary>
    public int FirstLine { get; }

    /// <summary>The hash of the whole file: its revision.</summary>
    public string Hash { get; }

    /// <summary>Where the front matter's keys stand.</summary>
    public KeyPlaces Places => _rest.Value.Places;
}

/// <summary>Where the keys of a YAML document stand, by their path: <c>dateline.date</c>, <c>media.0.file</c>.</summary>
public sealed class KeyPlaces(string file, IReadOnlyDictionary<string, Place> places)
{
    /// <summary>The place of a key, or the file where the key is not given.</summary>
    public Place this[string path] => places.TryGetValue(path, out var place) ? place : new Place(file);
}

/// <summary>An XLIFF file of a release, not yet read.</summary>
public sealed record TranslationFile
{
    private readonly IOnDemand<ReadOnlyMemory<byte>> _bytes;

    /// <summary>A file.</summary>
    public TranslationFile(string file, Language language, ReadOnlyMemory<byte> bytes)
        : this(file, language, PressKit.Hash.Of(bytes.Span), new OnDemand<ReadOnlyMemory<byte>>(bytes))
    {
    }

    /// <summary>A file whose contents are read when they are asked for.</summary>
    internal TranslationFile(string file, Language language, string hash, IOnDemand<ReadOnlyMemory<byte>> bytes) =>
        (File, Language, Hash, _bytes) = (file, language, hash, bytes);

    /// <summary>Its path from the newsroom's folder.</summary>
    public string File { get; }

    /// <summary>The language that it translates into, by its file name.</summary>
    public Language Language { get; }

    /// <summary>The hash of its contents.</summary>
    public string Hash { get; }

    /// <summary>Its contents.</summary>
    public ReadOnlyMemory<byte> Bytes => _bytes.Value;
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
