using System.Collections.Immutable;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace PressKit.Content.Markdown;

/// <summary>Checks what an author's Markdown brings along: images that are there, links of kinds that may be published, and
/// HTML without anything that runs, loads or hides.</summary>
public sealed class MarkdownChecks
{
    private static readonly HashSet<string> RefusedElements = new(StringComparer.OrdinalIgnoreCase)
    {
        "script", "style", "link", "meta", "base", "iframe", "frame", "frameset", "object", "embed", "applet", "form", "input",
        "button", "select", "textarea", "svg", "math", "template", "noscript", "portal", "dialog", "video", "audio", "source", "track",
    };

    private readonly HtmlParser _html = new();

    /// <summary>Reports what is wrong with the text of an edition.</summary>
    public void Check(Release release, SourceText text, MarkdownText markdown, Problems problems) =>
        Check(text.File, text.FirstLine, release.Media, markdown, problems);

    /// <summary>Reports what is wrong with any text.</summary>
    /// <param name="file">Its file.</param>
    /// <param name="firstLine">The line of the file at which it begins.</param>
    /// <param name="media">The images and documents that it may show.</param>
    /// <param name="markdown">The text.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public void Check(string file, int firstLine, ImmutableArray<MediaFile> media, MarkdownText markdown, Problems problems)
    {
        foreach (var target in markdown.Targets)
        {
            var place = new Place(file, firstLine + target.Line - 1, target.Column);
            if (target.Target.StartsWith("media/", StringComparison.Ordinal)) Media(media, target, place, problems);
            else if (!MayBePublished(target)) Refuse(target, place, problems);
        }

        foreach (var mistake in markdown.Mistakes)
            problems.Error(mistake.Code, new Place(file, firstLine + mistake.Line - 1, 1), mistake.Message, mistake.Remedy);
        foreach (var (html, line) in markdown.RawHtml) Html(html, new Place(file, firstLine + line - 1, 1), problems);
    }

    /// <summary>Whether a link of this kind may stand on a page: to the web, to a mailbox or telephone, within the page, or to
    /// a release or standing page of the newsroom.</summary>
    private static bool MayBePublished(MarkdownTarget target)
    {
        var text = target.Target;
        if (target.IsImage) return false;
        return text.StartsWith('#') || text.StartsWith("release:", StringComparison.Ordinal) || text.StartsWith("page:", StringComparison.Ordinal)
            || text.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
            || text.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) || text.StartsWith("tel:", StringComparison.OrdinalIgnoreCase);
    }

    private static void Refuse(MarkdownTarget target, Place place, Problems problems)
    {
        if (target.IsImage)
        {
            problems.Error("markdown.image-elsewhere", place, $"The image '{target.Target}' is not in the release's media folder.",
                "Copy it there and write media/… .");
            return;
        }

        problems.Error("markdown.bad-link", place, $"'{target.Target}' is not a link that can be published.",
            "Write https://…, mailto:…, tel:…, release:2026/name or page:name.");
    }

    private static void Media(ImmutableArray<MediaFile> media, MarkdownTarget target, Place place, Problems problems)
    {
        if (media.Any(m => m.Path == target.Target)) return;
        var nearest = Nearest.Of(target.Target, media.Select(m => m.Path));
        problems.Error("content.missing-media", place, $"There is no file '{target.Target}' beside the text.",
            nearest is null ? "Put it into the release's media folder." : $"Did you mean '{nearest}'?");
    }

    private void Html(string html, Place place, Problems problems)
    {
        foreach (var element in _html.ParseDocument(html).All)
        {
            if (element.LocalName is "html" or "head" or "body" && element.Attributes.Length == 0) continue;
            if (Refused(element) is not { } what) continue;
            problems.Error("markdown.unsafe-html", place, $"HTML with {what} is not published.", "Take it out, or say it in Markdown.");
        }
    }

    private static string? Refused(IElement element)
    {
        if (RefusedElements.Contains(element.LocalName)) return $"<{element.LocalName}>";
        foreach (var attribute in element.Attributes)
        {
            if (attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase) || attribute.Name is "style" or "srcdoc" or "formaction")
                return $"the attribute {attribute.Name}";
            if (attribute.Name is "href" or "src" or "srcset" or "action" or "poster" or "background" or "ping" or "xlink:href"
                && !attribute.Value.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
                return $"the address '{attribute.Value}'";
            if (attribute.Name is "src" or "srcset" or "background" or "poster" or "ping") return $"the attribute {attribute.Name}";
        }

        return null;
    }
}
