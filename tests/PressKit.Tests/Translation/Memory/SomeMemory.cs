using System.Globalization;
using Microsoft.Extensions.Time.Testing;
using PressKit.Testing;
using PressKit.Translation;
using PressKit.Translation.Memory;
using PressKit.Translation.Xliff;

namespace PressKit.Tests.Translation.Memory;

/// <summary>A newsroom's folder with stored translations, and its memory.</summary>
internal sealed class SomeMemory : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public static Language It { get; } = Language.Parse("it");

    public static Language En { get; } = Language.Parse("en");

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 20, 9, 0, 0, TimeSpan.Zero));

    public string Folder => _folder.Path;

    public string Cache => Path.Combine(Folder, ".presskit", "memory");

    public string? Connection { get; init; }

    public MemoryPlace Place => new(Folder, Connection) { Languages = [It, En] };

    /// <summary>A segment with its translation.</summary>
    public static SegmentTranslation Pair(string source, string? target, SegmentState state = SegmentState.Reviewed, Origin origin = Origin.Author) =>
        new(new Segment(Inline.Parse(source), " "), target is null ? null : Inline.Parse(target), target is null ? SegmentState.Initial : state,
            target is null ? null : new Provenance(origin, origin == Origin.Machine ? "Apertium 3.8.3" : "Anna Rossi", null, new DateTimeOffset(2026, 11, 1, 8, 0, 0, TimeSpan.Zero)));

    public static MemoryQuery Query(string source) => new(It, En, Inline.Parse(source));

    /// <summary>Stores the English translation of a release; each argument is a paragraph of one sentence.</summary>
    public string Store(string release, params SegmentTranslation[] segments)
    {
        var units = segments.Select((s, i) => new TranslatedUnit(string.Create(CultureInfo.InvariantCulture, $"u{i}"), UnitRole.Paragraph, [s]));
        var stored = new StoredTranslation($"content/releases/2026/{release}/it.md", "0", It, En, [.. units]);
        var path = $"content/releases/2026/{release}/en.xlf";
        Write(path, XliffWriter.Write(stored));
        return path;
    }

    public void Write(string path, byte[] bytes)
    {
        var whole = Path.Combine(Folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(whole)!);
        File.WriteAllBytes(whole, bytes);
    }

    public TranslationMemory Open(params Term[] glossary) => TranslationMemory.Open(Place, Ranking(glossary), Time);

    public TranslationMemory Rebuild() => TranslationMemory.Rebuild(Place, Ranking([]), Time);

    public Ranking Ranking(Term[] glossary) =>
        new([.. glossary], Rejections.Read(Folder, new Problems()), new Dictionary<string, int>(StringComparer.Ordinal) { ["old.tmx"] = 10 });

    public void Dispose() => _folder.Dispose();
}
