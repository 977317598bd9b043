using System.Globalization;
using System.Text;

namespace PressKit.Benchmarks.Translation.Memory;

/// <summary>Sentences as newsrooms write them, always the same for the same seed: two thirds are made anew out of phrases, names,
/// figures and words of a vocabulary that thins out as a language's does; a third are near copies of earlier ones.</summary>
internal sealed class NewsCorpus(int seed)
{
    private const int Lexicon = 20_000;
    private readonly Random _random = new(seed);

    /// <summary>Sentences with their languages' tags, each once.</summary>
    public IEnumerable<(string Language, string Text)> Sentences(int count)
    {
        var (recent, seen) = (new List<(NewsLanguage, string)>(), new HashSet<ulong>());
        while (seen.Count < count)
        {
            var (language, text) = recent.Count > 100 && _random.Next(3) == 0
                ? recent[_random.Next(recent.Count)] : (NewsLanguage.All[_random.Next(NewsLanguage.All.Length)], "");
            text = text.Length == 0 ? New(language) : Edited(text, language, 1 + _random.Next(2));
            if (!seen.Add(System.IO.Hashing.XxHash3.HashToUInt64(System.Runtime.InteropServices.MemoryMarshal.AsBytes<char>(text)))) continue;
            if (recent.Count < 50_000) recent.Add((language, text));
            else recent[_random.Next(recent.Count)] = (language, text);
            yield return (language.Tag, text);
        }
    }

    /// <summary>What somebody would look for: mostly one of these sentences after an edit, sometimes a new one.</summary>
    public (string Language, string Text) Query(IReadOnlyList<(string Language, string Text)> sentences)
    {
        var (tag, text) = sentences[_random.Next(sentences.Count)];
        var language = Array.Find(NewsLanguage.All, l => l.Tag == tag)!;
        return (tag, _random.Next(10) switch { 0 => text, < 8 => Edited(text, language, 1 + _random.Next(3)), _ => New(language) });
    }

    private string New(NewsLanguage l)
    {
        var text = new StringBuilder();
        if (_random.Next(3) == 0) Add(Pick(l.Openers) + (l.Space.Length > 0 ? "," : ""));
        Add(Pick(l.Subjects));
        if (_random.Next(2) == 0) Add(Word(l));
        if (l.Space.Length > 0) Add(Pick(l.Verbs));
        if (_random.Next(2) == 0) Add(Filled(Pick(l.Tails), l));
        Add(Pick(l.Objects));
        for (var words = _random.Next(4); words > 0; words--) Add(_random.Next(3) == 0 ? Name(l) : Word(l));
        if (_random.Next(2) == 0) Add(Pick(l.Places));
        if (l.Space.Length == 0) Add(Pick(l.Verbs));
        else if (_random.Next(2) == 0) Add(Filled(Pick(l.Tails), l));
        text.Append(l.Stop);
        text[0] = char.ToUpperInvariant(text[0]);
        return text.ToString();

        void Add(string part) => text.Append(text.Length > 0 ? l.Space : "").Append(part);
    }

    private string Edited(string text, NewsLanguage l, int edits)
    {
        for (; edits > 0; edits--)
        {
            if (l.Space.Length == 0)
            {
                var at = _random.Next(text.Length);
                text = _random.Next(3) switch
                {
                    0 => text.Remove(at, Math.Min(2, text.Length - at)),
                    1 => text.Insert(at, Word(l)),
                    _ => text.Remove(at, 1).Insert(at, Pick(l.Syllables)),
                };
                continue;
            }

            var words = text.Split(' ').ToList();
            var which = _random.Next(words.Count);
            if (words[which].Any(char.IsAsciiDigit)) words[which] = Number(5000);
            else if (_random.Next(3) == 0 && words.Count > 4) words.RemoveAt(which);
            else if (_random.Next(2) == 0) words.Insert(which, Word(l));
            else words[which] = Word(l);
            text = string.Join(' ', words);
        }

        return text.Length < 4 ? New(l) : text;
    }

    private string Filled(string tail, NewsLanguage l)
    {
        if (!tail.Contains('{', StringComparison.Ordinal)) return tail;
        var month = _random.Next(12);
        return tail.Replace("{0}", Number(20_000), StringComparison.Ordinal).Replace("{1}", Number(90), StringComparison.Ordinal)
            .Replace("{2}", Number(28), StringComparison.Ordinal).Replace("{m}", l.Months[month], StringComparison.Ordinal)
            .Replace("{M}", l.Months[month], StringComparison.Ordinal)
            .Replace("{y}", (2005 + _random.Next(22)).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{N}", Name(l), StringComparison.Ordinal);
    }

    private string Name(NewsLanguage l) => Capital(Lexeme(l, _random.Next(Lexicon), 2)) + (l.Space.Length > 0 ? " " : "・") + Capital(Lexeme(l, _random.Next(Lexicon), 3));

    // Zipf: the word of rank r is drawn with a chance in proportion to 1/r.
    private string Word(NewsLanguage l) => Lexeme(l, (int)Math.Pow(Lexicon, _random.NextDouble()), 3);

    private static string Lexeme(NewsLanguage l, int rank, int syllables)
    {
        var text = new StringBuilder();
        for (var (i, rest) = (0, rank * 7 + 11); i < syllables || rest > 0; i++, rest /= l.Syllables.Length)
            text.Append(l.Syllables[(rest + i * 7) % l.Syllables.Length]);
        return text.ToString();
    }

    private string Number(int below) => (1 + _random.Next(below)).ToString(CultureInfo.InvariantCulture);

    private string Pick(string[] from) => from[_random.Next(from.Length)];

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];
}
