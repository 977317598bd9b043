using PressKit.Translation;

namespace PressKit.Tests.Translation.Memory;

/// <summary>Changes of a newsroom's files by chance, and questions about it.</summary>
internal sealed class GeneratedNewsroom(int seed)
{
    private static readonly string[] Words =
        ["la", "giuria", "festival", "di", "Roma", "ha", "scelto", "il", "film", "migliore", "non", "ogni", "anno", "premio", "un", "autore", "12", "mostra", "apre", "nuova"];

    private readonly Random _random = new(seed);
    private readonly List<string> _sentences = [];

    /// <summary>One change: a release is stored, or its file deleted.</summary>
    public void Change(SomeMemory some)
    {
        var release = $"r{_random.Next(6)}";
        var path = Path.Combine(some.Folder, "content", "releases", "2026", release, "en.xlf");
        if (_random.Next(4) == 0 && File.Exists(path)) File.Delete(path);
        else some.Store(release, [.. Enumerable.Range(0, _random.Next(1, 12)).Select(_ => Pair())]);
    }

    /// <summary>Something that is like what is stored, mostly.</summary>
    public string Question()
    {
        if (_sentences.Count == 0 || _random.Next(6) == 0) return Sentence();
        var words = _sentences[_random.Next(_sentences.Count)].TrimEnd('.').Split(' ').ToList();
        for (var edits = _random.Next(3); edits > 0; edits--) words[_random.Next(words.Count)] = Words[_random.Next(Words.Length)];
        return string.Join(' ', words) + ".";
    }

    private SegmentTranslation Pair()
    {
        var source = _sentences.Count > 0 && _random.Next(3) == 0 ? _sentences[_random.Next(_sentences.Count)] : Sentence();
        _sentences.Add(source);
        return SomeMemory.Pair(source, $"T{_random.Next(4)} {source}", (SegmentState)_random.Next(4), _random.Next(2) == 0 ? Origin.Machine : Origin.Author);
    }

    private string Sentence() => string.Join(' ', Enumerable.Range(0, _random.Next(4, 12)).Select(_ => Words[_random.Next(Words.Length)])) + ".";
}
