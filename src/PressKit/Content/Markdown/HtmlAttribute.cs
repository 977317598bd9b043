using System.Buffers;

namespace PressKit.Content.Markdown;

/// <summary>The value of an attribute that people read.</summary>
internal sealed class HtmlAttribute : HtmlPart
{
    private static readonly SearchValues<char> Ends = SearchValues.Create(" \t\n\f\r>");

    private HtmlAttribute(UnitRole role, string value, int start, int end)
        : base(role, InlineContent.Of(value), start, end) { }

    /// <summary>The texts in a tag's attributes.</summary>
    public static IEnumerable<HtmlAttribute> Of(string html, HtmlToken tag, bool nested = false)
    {
        if (!tag.IsStart || tag.Refuses) yield break;
        foreach (var (name, value, at) in tag.Attributes)
        {
            if (name is not ("alt" or "title") || string.IsNullOrWhiteSpace(value)) continue;
            if (ValueAt(html, at + name.Length, tag.End) is not var (start, end)) continue;
            yield return new HtmlAttribute(name == "alt" ? UnitRole.Alt : UnitRole.Title, value, start, end) { IsNested = nested };
        }
    }

    public override string Written() => $"\"{HtmlText.Escape(Given!.PlainText)}\"";

    /// <summary>Where an attribute's value stands, its quotation marks included (HTML, 13.1.2.3).</summary>
    private static (int Start, int End)? ValueAt(string html, int at, int end)
    {
        var start = SkipSpace(html, at);
        if (start >= end || html[start] != '=') return null;
        start = SkipSpace(html, start + 1);
        if (start >= end) return null;
        var close = html[start] is '"' or '\''
            ? html.IndexOf(html[start], start + 1) + 1
            : start + html.AsSpan(start, end - start).IndexOfAny(Ends);
        return close > start && close <= end ? (start, close) : null;
    }

    private static int SkipSpace(string html, int at)
    {
        while (at < html.Length && html[at] is ' ' or '\t' or '\n' or '\f' or '\r') at++;
        return at;
    }
}
