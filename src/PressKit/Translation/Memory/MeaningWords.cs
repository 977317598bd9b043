using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;
using PressKit.Languages;

namespace PressKit.Translation.Memory;

/// <summary>The words of a language that change what a sentence says: <c>Data/words.txt</c>, and CLDR's numbers in words.</summary>
internal sealed class MeaningWords
{
    private static readonly Lazy<FrozenDictionary<string, Lazy<MeaningWords>>> All = new(Read);

    private readonly Dictionary<string, Differences> _words = new(StringComparer.Ordinal);
    private readonly HashSet<string> _small = new(StringComparer.Ordinal);
    private readonly List<(string Text, Differences Kind)> _anywhere = [];

    /// <summary>The languages that have words.</summary>
    public static ImmutableArray<string> Languages => All.Value.Keys;

    /// <summary>The words of a language; none where it has no words.</summary>
    public static MeaningWords Of(Language language) =>
        All.Value.GetValueOrDefault(language.Primary is "no" or "nn" ? "nb" : language.Primary)?.Value ?? new MeaningWords();

    /// <summary>Whether there are words of a kind.</summary>
    public bool Has(Differences kind) => _words.ContainsValue(kind) || _anywhere.Exists(w => w.Kind == kind);

    /// <summary>What a word in lower case changes; nothing, for most.</summary>
    public Differences Kind(string word) => _words.GetValueOrDefault(word);

    /// <summary>Whether a word that a sentence begins with is no name.</summary>
    public bool IsSmall(string word) => _small.Contains(word);

    /// <summary>What stands anywhere in a text in lower case, and what it changes.</summary>
    public IEnumerable<(string Text, Differences Kind)> In(string text)
    {
        foreach (var (part, kind) in _anywhere)
        {
            for (var at = text.IndexOf(part, StringComparison.Ordinal); at >= 0; at = text.IndexOf(part, at + part.Length, StringComparison.Ordinal))
                yield return (part, kind);
        }
    }

    private static FrozenDictionary<string, Lazy<MeaningWords>> Read()
    {
        using var stream = typeof(MeaningWords).Assembly.GetManifestResourceStream("memory/words.txt")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var lines = new List<string[]>();
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#') lines.Add(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        }

        var locales = new Locales();
        return lines.GroupBy(l => l[0], StringComparer.Ordinal)
            .ToFrozenDictionary(g => g.Key, g => new Lazy<MeaningWords>(() => Of(g, locales.Find(Language.Parse(g.Key))?.NumberWords)), StringComparer.Ordinal);
    }

    private static MeaningWords Of(IEnumerable<string[]> lines, NumberWords? numbers)
    {
        var words = new MeaningWords();
        foreach (var line in lines)
        {
            foreach (var word in line.AsSpan(2)) words.Add(line[1], word);
        }

        // Where numbers are found anywhere in a text, CLDR's would be found in words that are none.
        if (numbers is null || words._anywhere.Exists(w => w.Kind == Differences.Number)) return words;
        foreach (var form in numbers.Cardinals.Concat(numbers.Ordinals).SelectMany(n => n.Value))
        {
            // An article is no number, and the parts of several words are numbers of their own.
            var word = form.ToLowerInvariant();
            if (!word.Contains(' ', StringComparison.Ordinal) && !words.IsSmall(word)) words.Add("number", word);
        }

        return words;
    }

    private void Add(string name, string word)
    {
        Differences kind;
        switch (name)
        {
            case "small":
                _small.Add(word);
                return;
            case "not":
                kind = Differences.Negation;
                break;
            case "number":
                kind = Differences.Number;
                break;
            case "date":
                kind = Differences.Date;
                break;
            default:
                throw new InvalidOperationException($"words.txt: '{name}' is no kind of words.");
        }

        if (word[0] == '*') _anywhere.Add((word[1..], kind));
        else _words.TryAdd(word, kind);
    }
}
