using System.Text;

namespace PressKit.Importing;

/// <summary>Knows whether a text was broken into lines of one width, as mail programs do, and joins the lines again.</summary>
internal sealed class Wrapping
{
    private const int Narrowest = 40;
    private const int Widest = 100;

    private readonly int _width;

    private Wrapping(int width) => _width = width;

    /// <summary>The wrapping of a text, given as groups of lines that stand together.</summary>
    public static Wrapping Of(IReadOnlyList<IReadOnlyList<string>> groups)
    {
        // A web address is never broken, and says nothing of the width.
        var lines = groups.Where(g => g.Count > 1).SelectMany(g => g)
            .Where(l => l.Contains(' ', StringComparison.Ordinal) || l.Any(Columns.IsWide)).ToList();
        var width = lines.Count == 0 ? 0 : lines.Max(l => Columns.Of(l));
        if (width is < Narrowest or > Widest) return new Wrapping(0);
        var breaks = 0;
        var full = 0;
        var amid = 0;
        foreach (var group in groups)
        {
            for (var i = 0; i + 1 < group.Count; i++)
            {
                if (Marks.StandsAlone(group[i]) || Marks.Begins(group[i + 1])) continue;
                breaks++;
                if (!IsFull(group[i], group[i + 1], width)) continue;
                full++;
                if (!Marks.HasStop(group[i])) amid++;
            }
        }

        // Where lines of one width end with a sentence each, they are paragraphs of their own.
        return new Wrapping(full >= 2 && full * 2 >= breaks && amid * 2 >= full ? width : 0);
    }

    /// <summary>The lines of a group, joined where they were broken.</summary>
    public List<string> Join(IReadOnlyList<string> group)
    {
        var joined = new List<string>();
        var text = new StringBuilder();
        for (var i = 0; i < group.Count; i++)
        {
            text.Append(group[i]);
            var last = i == group.Count - 1;
            if (!last && IsBroken(group[i], group[i + 1]))
            {
                if (NeedsSpace(group[i][^1], group[i + 1][0])) text.Append(' ');
                continue;
            }

            joined.Add(text.ToString());
            text.Clear();
        }

        return joined;
    }

    private bool IsBroken(string line, string next) =>
        _width > 0 && !Marks.StandsAlone(line) && !Marks.Begins(next) && !Marks.IsHeading(line) && IsFull(line, next, _width);

    /// <summary>Whether the next line's first word had no room any more.</summary>
    private static bool IsFull(string line, string next, int width)
    {
        if (Columns.IsWide(next[0])) return Columns.Of(line) + 6 > width;
        var word = next.AsSpan();
        var end = word.IndexOf(' ');
        return Columns.Of(line) + 1 + Columns.Of(end < 0 ? word : word[..end]) > width;
    }

    private static bool NeedsSpace(char before, char after) => !(Columns.IsWide(before) && Columns.IsWide(after));
}
