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
    public bool Refuses => Attributes.Any(a => a.Name == "translate" && a.Value.Equals("no", StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether the source may hold more at this place than was understood: an unfinished tag, an unusual end.</summary>
    public bool IsUncertain(string html)
    {
        var source = html.AsSpan(Start, End - Start);
        if (IsText) return source.Contains('<');
        return Type == HtmlTokenType.Comment ? !source.EndsWith("-->") : !source.EndsWith(">");
    }
}
