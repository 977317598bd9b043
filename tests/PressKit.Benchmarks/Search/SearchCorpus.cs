using System.Globalization;
using System.Text;
using PressKit.Formats.Search;

namespace PressKit.Benchmarks.Search;

/// <summary>Releases that are searched, the same on every run: of each language's own words, a few of them often and most of them
/// seldom, as in any text; over twenty years of months. One old release has two words that no other has.</summary>
internal sealed class SearchCorpus
{
    private const int Months = 240;
    private readonly string[] _words;
    private readonly int _count;
    private readonly bool _spaced;

    private SearchCorpus(string tag, string[] words, string source, int count, bool spaced)
    {
        Language = Language.Parse(tag);
        Source = source;
        (_count, _spaced) = (count, spaced);
        new Random(1).Shuffle(words);
        _words = words;
        string[] frequent = [.. words.Take(80).Where(w => w.Length >= (spaced ? 6 : 2)).Take(2)];
        var (rare, nowhere) = spaced ? ("Vercingetorige", "Brzeczyszczykiewicz") : ("仏蘭西座", "麤皸");
        Rare = rare;
        Questions =
        [
            ("frequent word", frequent[0]), ("two frequent words", string.Join(' ', frequent)), ("rare word, in an old release", rare),
            ("frequent word and that rare one", $"{frequent[0]} {rare}"), ("word that is nowhere", nowhere),
            ("frequent word and one that is nowhere", $"{frequent[0]} {nowhere}"),
        ];
    }

    public Language Language { get; }

    /// <summary>Where its words are from.</summary>
    public string Source { get; }

    public (string What, string Question)[] Questions { get; }

    private string Rare { get; }

    /// <summary>A corpus of a language; without its word list, words are made of syllables, and the figures are only like those of texts.</summary>
    public static SearchCorpus Of(string tag, int count)
    {
        if (tag == "ja") return ReadJapanese() is { } known ? new SearchCorpus(tag, known, "Debian's mecab-ipadic", count, spaced: false) : new SearchCorpus(tag, Syllables("あかさたなはまやらわいきしちにひみり"), "syllables", count, spaced: false);
        const string italian = "/usr/share/dict/italian";
        return File.Exists(italian) ? new SearchCorpus(tag, [.. File.ReadLines(italian).Where(w => w.Length > 0)], "Debian's witalian", count, spaced: true)
            : new SearchCorpus(tag, Syllables("abcdefghilmnoprstuv"), "syllables", count, spaced: true);
    }

    /// <summary>The releases, and how many more were published in the newest month.</summary>
    public IEnumerable<SearchRecord> Records(int more = 0) => Enumerable.Range(0, _count + more).Select(Record);

    private SearchRecord Record(int number)
    {
        var month = Math.Min((int)((long)number * Months / _count), Months - 1);
        var date = string.Create(CultureInfo.InvariantCulture, $"{2007 + month / 12}-{month % 12 + 1:00}-{number % 28 + 1:00}T09:00:00+01:00");
        var url = string.Create(CultureInfo.InvariantCulture, $"/{Language}/{date[..4]}/{number}/");
        return new SearchRecord(Hash.Of(url), url, Text(new Random(-number - 1), 7), date, date[..10], () => Text(new Random(number), _spaced ? 300 : 200) + (number == _count / 50 ? " " + Rare : ""));
    }

    private string Text(Random random, int words)
    {
        var text = new StringBuilder();
        for (var i = 1; i <= words; i++)
        {
            text.Append(_words[(int)Math.Exp(random.NextDouble() * Math.Log(_words.Length)) - 1]);
            if (_spaced) text.Append(i % 12 == 0 ? ". " : " ");
            else text.Append(i % 14 == 0 ? "。" : i % 2 == 0 ? "は" : "の");
        }

        return text.ToString();
    }

    private static string[]? ReadJapanese()
    {
        const string folder = "/usr/share/mecab/dic/ipadic";
        if (!Directory.Exists(folder)) return null;
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var encoding = Encoding.GetEncoding("euc-jp");
        string[] files = ["Noun.csv", "Noun.verbal.csv", "Noun.adjv.csv", "Noun.place.csv"];
        return [.. files.Select(f => Path.Combine(folder, f)).Where(File.Exists).SelectMany(f => File.ReadLines(f, encoding))
            .Select(line => line.Split(',')[0]).Where(w => w.Length > 1).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    private static string[] Syllables(string letters)
    {
        var random = new Random(2);
        return [.. Enumerable.Range(0, 60_000).Select(_ => string.Concat(Enumerable.Range(0, random.Next(4, 11)).Select(_ => letters[random.Next(letters.Length)]))).Distinct(StringComparer.Ordinal)];
    }
}
