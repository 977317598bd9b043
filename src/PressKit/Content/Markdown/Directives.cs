using System.Text.RegularExpressions;
using Markdig.Extensions.Footnotes;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace PressKit.Content.Markdown;

/// <summary>The comments that are meant for PressKit: <c>&lt;!-- translate:off --&gt;</c>, <c>&lt;!-- translate:on --&gt;</c> and
/// <c>&lt;!-- note: … --&gt;</c>. They are taken out of the text, and so are never published.</summary>
internal sealed partial class Directives
{
    private readonly HashSet<LeafBlock> _kept = [];
    private readonly Dictionary<Block, string> _notes = [];
    private readonly List<MarkdownMistake> _mistakes = [];

    /// <summary>Takes the comments out of a document.</summary>
    public Directives(MarkdownDocument document)
    {
        var leaves = document.Descendants<LeafBlock>().ToList();
        var blocks = new Lazy<List<Block>>(() =>
            [.. document.Descendants<Block>().Where(b => b is not FootnoteGroup && !IsDirective(b)).OrderBy(b => b.Span.Start)]);
        var off = false;
        foreach (var leaf in leaves)
        {
            if (leaf.Inline is not null) TakeOutInlines(leaf);
            if (leaf is HtmlBlock html && Comment().Match(html.Lines.ToString()) is { Success: true } comment)
            {
                if (comment.Groups["note"] is { Success: true } note) Attach(blocks.Value, html, Spaces().Replace(note.Value, " "));
                else if (comment.Groups["switch"].Value is "on" or "off") off = comment.Groups["switch"].Value == "off";
                else Unknown(comment.Value, html.Line);
                html.Parent!.Remove(html);
            }
            else if (off) _kept.Add(leaf);
        }
    }

    /// <summary>What is wrong with them.</summary>
    public IReadOnlyList<MarkdownMistake> Mistakes => _mistakes;

    /// <summary>Whether a block is not to be translated.</summary>
    public bool Keep(LeafBlock leaf) => _kept.Contains(leaf);

    /// <summary>What the author tells translators about a block, or what it stands in; else null.</summary>
    public string? NoteOn(Block leaf)
    {
        var notes = new List<string>();
        for (var at = leaf; at is not null; at = at.Parent)
        {
            if (_notes.TryGetValue(at, out var note)) notes.Insert(0, note);
        }

        return notes.Count == 0 ? null : string.Join(' ', notes);
    }

    private static bool IsDirective(Block block) => block is HtmlBlock html && Comment().IsMatch(html.Lines.ToString());

    private void Attach(List<Block> blocks, HtmlBlock html, string note)
    {
        var (low, high) = (0, blocks.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (blocks[middle].Span.Start > html.Span.End) high = middle;
            else low = middle + 1;
        }

        if (low < blocks.Count) Add(blocks[low], note);
    }

    private void Add(Block block, string note) =>
        _notes[block] = _notes.TryGetValue(block, out var earlier) ? $"{earlier} {note}" : note;

    private void TakeOutInlines(LeafBlock leaf)
    {
        foreach (var html in leaf.Inline!.FindDescendants<HtmlInline>().ToList())
        {
            if (Comment().Match(html.Tag) is not { Success: true } comment) continue;
            if (comment.Groups["note"] is { Success: true } note) Add(leaf, Spaces().Replace(note.Value, " "));
            else Unknown(comment.Value, html.Line);
            html.Remove();
        }
    }

    private void Unknown(string comment, int line) => _mistakes.Add(new MarkdownMistake("markdown.directive",
        $"'{comment.Trim()}' does not switch translation.", "Write <!-- translate:off --> or <!-- translate:on -->, alone on its line.", line + 1));

    [GeneratedRegex(@"\A\s*<!--\s*(note:\s*(?<note>\S.*?)|translate:(?<switch>[^>]*?))\s*-->\s*\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Singleline, 1000)]
    private static partial Regex Comment();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Spaces();
}
