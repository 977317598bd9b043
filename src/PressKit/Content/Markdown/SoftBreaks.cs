using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace PressKit.Content.Markdown;

/// <summary>Turns the line ends inside a paragraph into what a reader sees: a space, or nothing between two Chinese or
/// Japanese characters (CSS Text 4, 4.1.3), so that a sentence is the same however its lines are broken.</summary>
internal static class SoftBreaks
{
    public static void Replace(MarkdownDocument document)
    {
        foreach (var lineBreak in document.Descendants<LineBreakInline>().ToList())
        {
            if (lineBreak.IsHard && !IsInImage(lineBreak)) continue;
            var joined = IsUnspaced(Before(lineBreak)) && IsUnspaced(After(lineBreak));
            if (joined) lineBreak.Remove();
            else lineBreak.ReplaceBy(new LiteralInline(" ") { Line = lineBreak.Line, Column = lineBreak.Column });
        }
    }

    /// <summary>An image's text has no lines.</summary>
    private static bool IsInImage(Inline inline)
    {
        for (var parent = inline.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is LinkInline { IsImage: true }) return true;
        }

        return false;
    }

    private static char Before(Inline inline)
    {
        for (Inline? at = inline; at is not null; at = at.Parent)
        {
            if (at.PreviousSibling is { } previous) return LastCharacter(previous);
        }

        return default;
    }

    private static char After(Inline inline)
    {
        for (Inline? at = inline; at is not null; at = at.Parent)
        {
            if (at.NextSibling is { } next) return FirstCharacter(next);
        }

        return default;
    }

    private static char LastCharacter(Inline? inline) => inline switch
    {
        LiteralInline { Content.Length: > 0 } literal => literal.Content.Text[literal.Content.End],
        LinkInline { IsImage: true } => default,
        ContainerInline container => LastCharacter(container.LastChild),
        _ => default,
    };

    private static char FirstCharacter(Inline? inline) => inline switch
    {
        LiteralInline { Content.Length: > 0 } literal => literal.Content.Text[literal.Content.Start],
        LinkInline { IsImage: true } => default,
        ContainerInline container => FirstCharacter(container.FirstChild),
        _ => default,
    };

    /// <summary>Kana, ideographs and full-width forms; Hangul is written with spaces.</summary>
    private static bool IsUnspaced(char c) =>
        c is (>= '\u2e80' and <= '\u312f') or (>= '\u3190' and <= '\u9fff') or (>= '\uf900' and <= '\ufaff')
            or (>= '\uff00' and <= '\uff9f') or (>= '\ud840' and <= '\ud8bf') or (>= '\udc00' and <= '\udfff');
}
