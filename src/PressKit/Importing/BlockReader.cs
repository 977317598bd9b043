using System.Text;

namespace PressKit.Importing;

/// <summary>Takes a pasted text apart: paragraphs by empty lines, or one a line; headings, lists and short lines by how they
/// look. Nothing is changed but white space and characters that nobody sees, and what is left out is noted.</summary>
internal sealed class BlockReader(ICollection<string> notes)
{
    private readonly List<PastedBlock> _blocks = [];
    private readonly List<string> _short = [];
    private bool _proseSeen;

    /// <summary>The parts of a text, in order.</summary>
    public List<PastedBlock> Read(string text)
    {
        var groups = Groups(Clean(text));
        var wrapping = Wrapping.Of(groups);
        foreach (var group in groups)
        {
            Add(wrapping.Join(group));
            EndShort(beforeProse: false);
        }

        return Merged();
    }

    private string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        var odd = 0;
        foreach (var c in text)
        {
            if (c is '\n') clean.Append(c);
            else if (c is '\t' or '\v') clean.Append(' ');
            else if (char.IsControl(c) || c is '\ufeff' or '\ufffe' or '\uffff') odd++;
            else clean.Append(c);
        }

        if (odd > 0) notes.Add(FormattableString.Invariant($"Left out {odd} control characters, which nobody sees."));
        return clean.ToString();
    }

    private static List<List<string>> Groups(string text)
    {
        var groups = new List<List<string>> { new() };
        foreach (var raw in text.Split('\n'))
        {
            var line = Folded(raw.Trim());
            if (line.Length == 0)
            {
                if (groups[^1].Count > 0) groups.Add([]);
            }
            else if (groups[^1] is [.., var item] && Marks.IsItem(item) && IsIndented(raw) && !Marks.Begins(line))
            {
                groups[^1][^1] = $"{item} {line}";
            }
            else
            {
                groups[^1].Add(line);
            }
        }

        if (groups[^1].Count == 0) groups.RemoveAt(groups.Count - 1);
        return groups;
    }

    // An ideographic space begins a paragraph.
    private static bool IsIndented(string raw) => raw.StartsWith("  ", StringComparison.Ordinal);

    private static string Folded(string line)
    {
        while (line.Contains("  ", StringComparison.Ordinal)) line = line.Replace("  ", " ", StringComparison.Ordinal);
        return line;
    }

    private void Add(List<string> lines)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            if (Dropped(line)) continue;
            if (Marks.IsMarkedHeading(line, out var level, out var text)) Block(PastedBlock.Of(PastedKind.Heading, text, level));
            else if (i + 1 < lines.Count && Marks.IsUnderline(lines[i + 1]) && !Marks.IsItem(line) && Columns.Of(line) <= 2 * Marks.WidestHeading)
                Block(PastedBlock.Of(PastedKind.Heading, line, lines[++i][0] == '=' ? 1 : 2));
            else if (Marks.IsItem(line)) Block(PastedBlock.Of(PastedKind.List, line));
            else if (_short.Count == 0 && Marks.IsHeading(line)) Block(PastedBlock.Of(PastedKind.Heading, line));
            else if (Marks.IsShort(line)) _short.Add(line);
            else Prose(line);
        }
    }

    private bool Dropped(string line)
    {
        var end = _blocks.Count + _short.Count > 0 && Marks.IsEnd(line);
        var banner = !_proseSeen && Marks.IsBanner(line);
        if (end) notes.Add($"Left out “{line}”, which only marks the end.");
        if (banner) notes.Add($"Left out “{line}”, which the page says anyway.");
        return end || banner;
    }

    private void Block(PastedBlock block)
    {
        EndShort(beforeProse: false);
        _blocks.Add(block);
    }

    private void Prose(string line)
    {
        EndShort(beforeProse: true);
        _proseSeen = true;
        _blocks.Add(PastedBlock.Of(PastedKind.Paragraph, line));
    }

    /// <summary>Short lines that stand together are an address or a verse; the last one before a paragraph is its heading,
    /// and before the first paragraph stand title and subtitle.</summary>
    private void EndShort(bool beforeProse)
    {
        var together = !_proseSeen ? 0 : beforeProse ? _short.Count - 1 : _short.Count;
        if (together > 1) _blocks.Add(new PastedBlock(PastedKind.Lines, [.. _short.Take(together)]));
        else together = 0;
        _blocks.AddRange(_short.Skip(together).Select(line => PastedBlock.Of(PastedKind.Short, line)));
        _short.Clear();
    }

    /// <summary>Items that follow each other become one list; a dash alone is no list, and a square alone marks a section.</summary>
    private List<PastedBlock> Merged()
    {
        var merged = new List<PastedBlock>();
        for (var i = 0; i < _blocks.Count; i++)
        {
            var items = new List<string>();
            for (; i < _blocks.Count && _blocks[i].Kind == PastedKind.List; i++)
            {
                items.Add(_blocks[i].Text);
                if (items.Count == 1 && i + 1 < _blocks.Count && HeadsSection(_blocks[i], _blocks[i + 1])) break;
            }

            if (items.Count > 0) merged.Add(new PastedBlock(PastedKind.List, [.. items]));
            if (i < _blocks.Count && _blocks[i].Kind != PastedKind.List) merged.Add(_blocks[i]);
        }

        return [.. merged.Select(b => b is { Kind: PastedKind.List, Lines: [var line] } && !Marks.IsBullet(line)
            ? PastedBlock.Of(Marks.IsSectionMark(line) && Marks.IsShort(line) ? PastedKind.Short : PastedKind.Paragraph, line)
            : b)];
    }

    private static bool HeadsSection(PastedBlock item, PastedBlock next) =>
        next.Kind == PastedKind.List && Marks.IsSectionMark(item.Text) && item.Text[0] != next.Text[0];
}
