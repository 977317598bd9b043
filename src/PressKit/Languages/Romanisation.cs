using System.Globalization;

namespace PressKit.Languages;

/// <summary>How the letters of a language are written in ASCII, by the rules of <c>Data/romanisation.txt</c>, which says what a rule
/// looks like. Read once for each language that asks.</summary>
internal sealed class Romanisation
{
    // Whose rules read a script where the language of the headline has none for it.
    private static readonly (char From, char To, string Language)[] Scripts =
        [('\u0370', '\u03ff', "el"), ('\u0400', '\u04ff', "ru"), ('\u3041', '\u30ff', "ja")];

    private readonly Dictionary<string, List<Rule>> _rules = new(StringComparer.Ordinal);
    private int _longest;

    private Romanisation(IEnumerable<string> rules)
    {
        foreach (var rule in rules) Add(rule);
    }

    /// <summary>The rules of all languages by language; those of none are under <c>*</c>.</summary>
    public static IReadOnlyDictionary<string, Romanisation> Read(TextReader reader)
    {
        var sections = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        List<string> current = [];
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#') continue;
            if (line[0] != '[')
            {
                current.Add(line);
                continue;
            }

            current = [];
            foreach (var tag in line.Trim('[', ']').Split(' ')) sections[tag] = current;
        }

        return sections.ToDictionary(s => s.Key, s => new Romanisation(s.Value), StringComparer.Ordinal);
    }

    /// <summary>The language whose rules read a letter of another script than the headline's; null for none.</summary>
    public static string? ReaderOf(char letter) => Array.Find(Scripts, s => letter >= s.From && letter <= s.To).Language;

    /// <summary>The spelling of what stands at a place of a lower-case text, and how many characters that is; null where no rule
    /// reads it.</summary>
    public (string Spelling, int Length)? At(string text, int at)
    {
        for (var length = Math.Min(_longest, text.Length - at); length > 0; length--)
        {
            if (!_rules.TryGetValue(text.Substring(at, length), out var rules)) continue;
            foreach (var rule in rules)
            {
                if (rule.Holds(text, at, at + length)) return (rule.Spelling, length);
            }
        }

        return null;
    }

    private void Add(string line)
    {
        var parts = line.Split(' ');
        foreach (var letters in parts[1..]) Add(parts[0] == "_" ? "" : parts[0], letters);
    }

    private void Add(string spelling, string written)
    {
        var slash = written.IndexOf('/', StringComparison.Ordinal);
        var before = slash >= 0 ? written[(slash + 1)..] : written.EndsWith('$') ? "$" : null;
        var rule = new Rule(spelling, written[0] == '^', before);
        var letters = (slash >= 0 ? written[..slash] : written).Trim('^', '$');
        if (!_rules.TryGetValue(letters, out var rules)) _rules[letters] = rules = [];
        // What has a condition is asked first.
        if (rule.IsAtStart || rule.Before is not null) rules.Insert(0, rule);
        else rules.Add(rule);
        _longest = Math.Max(_longest, letters.Length);
    }

    /// <summary>A spelling, and where it holds.</summary>
    private sealed record Rule(string Spelling, bool IsAtStart, string? Before)
    {
        public bool Holds(string text, int from, int to)
        {
            if (IsAtStart && from > 0 && IsLetter(text[from - 1])) return false;
            if (Before is null) return true;
            var isEnd = to >= text.Length || !IsLetter(text[to]);
            return isEnd ? Before.Contains('$', StringComparison.Ordinal) : Before.Contains(text[to], StringComparison.Ordinal);
        }

        // An apostrophe does not end a word in the languages whose rules ask for its beginning or end.
        private static bool IsLetter(char c) => char.IsLetter(c) || c is '\'' or '’' || char.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark;
    }
}
