using System.Collections.Immutable;
using AngleSharp.Html.Parser;

namespace PressKit.Content.Markdown;

/// <summary>A tag, a text or anything else of a piece of HTML, with its place in it.</summary>
internal sealed record HtmlToken(
    HtmlTokenType Type, string Name, int Start, int End, ImmutableArray<(string Name, string Value, int At)> Attributes)
{
    /// <summary>A text as a reader sees it, character references resolved.</summary>
    public string Text { get; init; } = "";

    /// <summary>Whether nothing closes it.</summary>
    public bool IsVoid { get; init; }

    /// <summary>Whether it is an element that stands in a line of text.</summary>
    public bool IsInlineElement { get; init; }

    public bool IsTag => Type is HtmlTokenType.StartTag or HtmlTokenType.EndTag;

    public bool IsStart => Type == HtmlTokenType.StartTag;

    public bool IsText => Type == HtmlTokenType.Character;

    /// <summary>Whether it belongs to a run of text: a text, or a tag that stands in one.</summary>
    public bool IsInline => IsText || (IsTag && IsInlineElement);

    /// <summary>Whether it says that what is in it must not be translated.</summary>
    public bool Refuses => Attributes.Any(a => a.Name == "translate" && a.Value.Trim().Equals("no", StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether what it spans is a code with all that is in it: program text, or what refuses translation.</summary>
    public bool IsWhole => Refuses || Name is "code" or "kbd" or "samp" or "var" or "tt";

    /// <summary>Which tag closes which, both ways; only pairs that nest. What is no HTML is null.</summary>
    public static Dictionary<int, int> Pairs(IReadOnlyList<HtmlToken?> tokens)
    {
        var pairs = new Dictionary<int, int>();
        var open = new List<int>();
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i] is not { IsTag: true, IsVoid: false } token) continue;
            if (token.IsStart)
            {
                open.Add(i);
                continue;
            }

            var at = open.FindLastIndex(o => tokens[o]!.Name == token.Name);
            if (at < 0) continue;
            pairs.Add(open[at], i);
            pairs.Add(i, open[at]);
            open.RemoveRange(at, open.Count - at);
        }

        return pairs;
    }

    /// <summary>Whether the source may hold more at this place than was understood: an unfinished tag, an unusual end.</summary>
    public bool IsUncertain(string html)
    {
        var source = html.AsSpan(Start, End - Start);
        if (IsText) return source.Contains('<');
        return Type == HtmlTokenType.Comment ? !source.EndsWith("-->") : !source.EndsWith(">");
    }
}
