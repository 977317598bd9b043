using System.Collections.Immutable;

namespace PressKit.Languages;

/// <summary>The order of names in a language: first by letters, then by accents, then by case, as the Unicode Collation
/// Algorithm has it (Unicode TS 10), and by characters where all that is equal. The order of letters comes from
/// <c>collation.json</c>, what departs from it in a language from <c>&lt;tag&gt;.collation.json</c>.</summary>
internal sealed class Collation : IComparer<string>
{
    private const int LongestLetter = 3;
    private const string ThaiVowelsInFront = "เแโใไ";
    private const char LongVowel = 'ー';

    private static readonly string[] KanaByVowel =
    [
        "あかさたなはまやらわがざだばぱぁゃゎ", "いきしちにひみりゐぎじぢびぴぃ", "うくすつぬふむゆるぐずづぶぷゔぅゅっ",
        "えけせてねへめれゑげぜでべぺぇ", "おこそとのほもよろをごぞどぼぽぉょ",
    ];

    private readonly Dictionary<string, Weight> _letters = new(StringComparer.Ordinal);
    private readonly Dictionary<char, int> _ideographs = [];
    private readonly Dictionary<string, int> _scripts = new(StringComparer.Ordinal);
    private readonly CollationData _common;
    private readonly bool _upperFirst;

    /// <summary>The order of a language.</summary>
    /// <param name="common">That of all languages.</param>
    /// <param name="letters">The letters in it.</param>
    /// <param name="own">Where the language departs from it; null for nowhere.</param>
    public Collation(CollationData common, ImmutableArray<Letter> letters, TailoringData? own)
    {
        (_common, _upperFirst) = (common, own?.UpperFirst ?? false);
        foreach (var script in own?.Scripts ?? common.Scripts) _scripts[script] = _scripts.Count + 1;
        foreach (var ideograph in own?.Ideographs ?? "") _ideographs[ideograph] = _ideographs.Count;
        for (var i = 0; i < common.Ignored.Length; i++) _letters[common.Ignored[i].ToString()] = new Weight(0, i + 2, 1);
        _letters[" "] = new Weight(Primary("", 0), 1, 1);
        var order = 0;
        foreach (var letter in InOrder(letters, own?.Moved ?? [])) Add(letter, ++order);
    }

    /// <inheritdoc/>
    public int Compare(string? x, string? y)
    {
        if (x is null || y is null) return x is null ? y is null ? 0 : -1 : 1;
        var (first, second) = (Weights(x), Weights(y));
        var compared = Compare(first, second, w => w.Letter);
        if (compared == 0) compared = Compare(first, second, w => w.Accent);
        if (compared == 0) compared = Compare(first, second, w => _upperFirst ? -w.Form : w.Form);
        return compared == 0 ? string.CompareOrdinal(x, y) : compared;
    }

    // What weighs nothing on a level is passed over there.
    private static int Compare(List<Weight> first, List<Weight> second, Func<Weight, long> level)
    {
        using var x = first.Select(level).Where(w => w != 0).GetEnumerator();
        using var y = second.Select(level).Where(w => w != 0).GetEnumerator();
        while (true)
        {
            var (hasX, hasY) = (x.MoveNext(), y.MoveNext());
            if (!hasX || !hasY) return hasX.CompareTo(hasY);
            if (x.Current != y.Current) return x.Current.CompareTo(y.Current);
        }
    }

    private List<Weight> Weights(string text)
    {
        var logical = Logical(text);
        var weights = new List<Weight>(logical.Length);
        for (var i = 0; i < logical.Length;)
        {
            var length = Math.Min(LongestLetter, logical.Length - i);
            while (length > 1 && !_letters.ContainsKey(logical.Substring(i, length))) length--;
            var letter = logical.Substring(i, length);
            if (_letters.TryGetValue(letter, out var weight)) weights.Add(weight);
            else if (_common.Expansions.TryGetValue(letter, out var pair)) weights.AddRange(Expanded(pair, char.IsUpper(letter[0])));
            else weights.Add(Other(letter[0]));
            i += length;
        }

        return weights;
    }

    // Just behind the two letters that it stands for.
    private IEnumerable<Weight> Expanded(string pair, bool isUpper) => pair.Select((letter, i) =>
        _letters[letter.ToString()] with { Accent = i + 1, Form = isUpper ? 2 : 1 });

    private Weight Other(char c) => c switch
    {
        >= '가' and <= '힣' => new Weight(Primary("Hang", c), 1, 1),
        >= '\u3400' and <= '\u9fff' => new Weight(Primary("Hani", _ideographs.TryGetValue(c, out var place) ? place : 0x10000 + c), 1, 1),
        _ => new Weight(Primary("Other", c), 1, 1),
    };

    // Thai writes some vowels before the consonant behind which they are spoken and ordered. Japanese orders the mark of a
    // long vowel as that vowel.
    private static string Logical(string text)
    {
        if (text.AsSpan().IndexOfAny(ThaiVowelsInFront) < 0 && !text.Contains(LongVowel, StringComparison.Ordinal)) return text;
        var letters = text.ToCharArray();
        for (var i = 0; i + 1 < letters.Length; i++)
        {
            if (letters[i + 1] == LongVowel && VowelOf(letters[i]) is { } vowel) letters[i + 1] = vowel;
            if (!ThaiVowelsInFront.Contains(letters[i], StringComparison.Ordinal) || letters[i + 1] is < 'ก' or > 'ฮ') continue;
            (letters[i], letters[i + 1]) = (letters[i + 1], letters[i]);
            i++;
        }

        return new string(letters);
    }

    private static char? VowelOf(char kana)
    {
        var hiragana = kana is >= 'ァ' and <= 'ヶ' ? (char)(kana - 'ァ' + 'ぁ') : kana;
        var row = Array.FindIndex(KanaByVowel, row => row.Contains(hiragana, StringComparison.Ordinal));
        return row < 0 ? null : "あいうえお"[row];
    }

    private void Add(Letter letter, int order)
    {
        for (var accent = 0; accent < letter.Accents.Length; accent++)
        {
            for (var form = 0; form < letter.Accents[accent].Length; form++)
                _letters[letter.Accents[accent][form]] = new Weight(Primary(letter.Script, order), accent + 1, form + 1);
        }
    }

    // Punctuation and digits belong to no script and stand before all of them.
    private long Primary(string script, int order) =>
        ((script.Length == 0 ? 0L : _scripts.GetValueOrDefault(script, _scripts.Count + 1)) << 32) + order + 1;

    /// <summary>The letters in the order of all languages: what is read once for all of them.</summary>
    public static ImmutableArray<Letter> LettersOf(CollationData common) =>
    [
        .. common.Groups.SelectMany(group => group.Letters.Split('\n').Select(line =>
            new Letter(group.Script, [.. line.Split(' ').Select(accents => accents.Select(c => c.ToString()).ToArray())]))),
    ];

    private static List<Letter> InOrder(ImmutableArray<Letter> common, MovedData[] moves)
    {
        var letters = common.ToList();
        if (moves.Length == 0) return letters;
        var moved = moves.Select(m => (m.After, Letter: new Letter(m.Script, [.. m.Letters.Split(' ').Select(a => a.Split('|'))]))).ToList();
        var gone = moved.SelectMany(m => m.Letter.Accents).SelectMany(a => a).ToHashSet(StringComparer.Ordinal);
        for (var i = 0; i < letters.Count; i++)
        {
            if (letters[i].Accents.Any(accents => accents.Any(gone.Contains))) letters[i] = letters[i].Without(gone);
        }

        foreach (var (after, letter) in moved)
            letters.Insert(letters.FindIndex(l => l.Accents.Any(a => a.Contains(after, StringComparer.Ordinal))) + 1, letter);
        return letters;
    }

    /// <summary>A letter with its accents, each in its forms: the small one, the capital.</summary>
    internal sealed record Letter(string Script, ImmutableArray<string[]> Accents)
    {
        public Letter Without(HashSet<string> gone) => this with
        {
            Accents = [.. Accents.Select(accents => accents.Where(form => !gone.Contains(form)).ToArray()).Where(accents => accents.Length > 0)],
        };
    }

    /// <summary>What a letter weighs on each level; 0 is nothing.</summary>
    private sealed record Weight(long Letter, int Accent, int Form);
}
