using AngleSharp;
using AngleSharp.Html.Parser;
using AngleSharp.Xhtml;

namespace PressKit.Content.Markdown;

/// <summary>HTML as XML.</summary>
public static class Xhtml
{
    /// <summary>A piece of HTML that stands in a body, as XHTML: every element closed and every attribute quoted, whatever the
    /// author's own HTML was like. Characters that XML cannot hold are the caller's to remove.</summary>
    public static string Of(string html)
    {
        var body = new HtmlParser().ParseDocument("<!doctype html><body>" + html).Body!;
        return string.Concat(body.ChildNodes.Select(node => node.ToHtml(XhtmlMarkupFormatter.Instance)));
    }
}
