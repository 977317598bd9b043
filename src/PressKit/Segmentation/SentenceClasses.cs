using System.Globalization;
using System.Text;

namespace PressKit.Segmentation;

/// <summary>The classes of all characters, from the data of one version of Unicode.</summary>
internal sealed class SentenceClasses
{
    private readonly SentenceClass[] _plane = new SentenceClass[0x10000];
    private readonly List<(int First, int Last, SentenceClass Class)> _beyond = [];

    private SentenceClasses(SentenceBreakData data)
    {
        Version = data.Unicode;
        foreach (var (name, ranges) in data.Classes)
        {
            var value = Enum.Parse<SentenceClass>(name);
            foreach (var range in ranges.Split(' '))
            {
                var ends = range.Split('-');
                var (first, last) = (Hex(ends[0]), Hex(ends[^1]));
                if (first > char.MaxValue) _beyond.Add((first, last, value));
                else _plane.AsSpan(first..(last + 1)).Fill(value);
            }
        }

        _beyond.Sort((a, b) => a.First.CompareTo(b.First));
    }

    /// <summary>The classes of the data that is embedded in PressKit.</summary>
    public static SentenceClasses Known { get; } = new(SegmentationJson.Read("sentence-break.json", SegmentationJson.Default.SentenceBreakData));

    /// <summary>The version of Unicode that they are of.</summary>
    public string Version { get; }

    /// <summary>The class of a character.</summary>
    public SentenceClass Of(Rune rune)
    {
        if (rune.IsBmp) return _plane[rune.Value];
        var (low, high) = (0, _beyond.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (rune.Value < _beyond[middle].First) high = middle - 1;
            else if (rune.Value > _beyond[middle].Last) low = middle + 1;
            else return _beyond[middle].Class;
        }

        return SentenceClass.Other;
    }

    /// <summary>The class of each UTF-16 code unit of a text; the second half of a pair extends the first.</summary>
    public SentenceClass[] Of(string text)
    {
        var result = new SentenceClass[text.Length];
        for (var i = 0; i < text.Length; i++)
        {
            if (!Rune.TryGetRuneAt(text, i, out var rune)) continue;
            result[i] = Of(rune);
            if (!rune.IsBmp) result[++i] = SentenceClass.Extend;
        }

        return result;
    }

    private static int Hex(string text) => int.Parse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
