namespace PressKit.Segmentation;

/// <summary>How much alike two texts are: twice the pairs of neighbouring characters that they share, over all they have
/// (Dice's coefficient). A text is prepared once and compared often.</summary>
public sealed class Likeness
{
    private readonly int[] _pairs;

    /// <summary>A text, ready to be compared.</summary>
    public Likeness(string text)
    {
        Text = text;
        _pairs = new int[Math.Max(0, text.Length - 1)];
        for (var i = 0; i < _pairs.Length; i++) _pairs[i] = text[i] << 16 | text[i + 1];
        Array.Sort(_pairs);
    }

    /// <summary>The text.</summary>
    public string Text { get; }

    /// <summary>From 0, nothing in common, to 1, the same.</summary>
    public double To(Likeness other)
    {
        if (string.Equals(Text, other.Text, StringComparison.Ordinal)) return 1;
        var (mine, theirs) = (_pairs, other._pairs);
        if (mine.Length == 0 || theirs.Length == 0) return 0;
        int shared = 0, i = 0, j = 0;
        while (i < mine.Length && j < theirs.Length)
        {
            if (mine[i] == theirs[j])
            {
                shared++;
                i++;
                j++;
            }
            else if (mine[i] < theirs[j]) i++;
            else j++;
        }

        return 2.0 * shared / (mine.Length + theirs.Length);
    }

    /// <summary>The most that <see cref="To"/> can give, by length alone.</summary>
    public double AtMost(Likeness other) => (_pairs.Length, other._pairs.Length) switch
    {
        (0, 0) => 1,
        var (a, b) => 2.0 * Math.Min(a, b) / (a + b),
    };
}
