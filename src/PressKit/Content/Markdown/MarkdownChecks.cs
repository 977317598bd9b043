using System.Collections.Immutable;

namespace PressKit.Content.Markdown;

/// <summary>Checks what an author's Markdown brings along: images that are there, links of kinds that may be published, and
/// HTML without anything that runs, loads or hides.</summary>
public sealed class MarkdownChecks
{
    // What marks text up, and nothing that runs, loads, asks, hides, or belongs to the page around the text.
    private static readonly HashSet<string> Elements = new(StringComparer.Ordinal)
    {
        "a", "abbr", "address", "article", "aside", "b", "bdi", "bdo", "blockquote", "br", "caption", "cite", "code", "col", "colgroup", "data",
        "dd", "del", "details", "dfn", "div", "dl", "dt", "em", "figcaption", "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header",
        "hgroup", "hr", "i", "img", "ins", "kbd", "li", "mark", "nav", "ol", "p", "pre", "q", "rp", "rt", "ruby", "s", "samp", "section", "small",
        "span", "strong", "sub", "summary", "sup", "table", "tbody", "td", "tfoot", "th", "thead", "time", "tr", "u", "ul", "var", "wbr",
    };

    private static readonly HashSet<string> Attributes = new(StringComparer.Ordinal)
    {
        "abbr", "alt", "cite", "class", "colspan", "datetime", "dir", "headers", "height", "href", "hreflang", "id", "lang", "open", "rel", "reversed",
        "role", "rowspan", "scope", "span", "start", "target", "title", "translate", "type", "value", "width",
    };

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
        var pieces = markdown.RawHtml.ToList();
        foreach (var (html, line) in pieces) Html(html, new Place(file, firstLine + line - 1, 1), problems);
        if (pieces.Count > 0 && HtmlBalance.Broken(markdown.Html(_ => "#")) is { } broken) Report(broken, file, firstLine, pieces, problems);
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

    private static void Html(string html, Place place, Problems problems)
    {
        foreach (var token in HtmlText.Tokens(html).Where(t => t.IsStart))
        {
            if (Refused(token) is not { } what) continue;
            problems.Error("markdown.unsafe-html", place, $"HTML with {what} is not published.", "Take it out, or say it in Markdown.");
        }
    }

    private static string? Refused(HtmlToken tag)
    {
        if (!Elements.Contains(tag.Name)) return $"<{tag.Name}>";
        foreach (var (name, value, _) in tag.Attributes)
        {
            if (!Attributes.Contains(name) && !name.StartsWith("aria-", StringComparison.Ordinal)) return $"the attribute {name}";
            if (name is "href" or "cite" && !value.StartsWith("https://", StringComparison.OrdinalIgnoreCase)) return $"the address '{value}'";
        }

        return null;
    }

    private static void Report(string element, string file, int firstLine, List<(string Html, int Line)> pieces, Problems problems)
    {
        var line = pieces.Where(p => p.Html.Contains($"<{element}", StringComparison.OrdinalIgnoreCase) || p.Html.Contains($"</{element}", StringComparison.OrdinalIgnoreCase))
            .Select(p => p.Line).FirstOrDefault(pieces[0].Line);
        problems.Error("markdown.unbalanced-html", new Place(file, firstLine + line - 1, 1),
            $"An element <{element}> does not begin and end in the same part of the text; it would take what follows on the page into itself, or end what the page began.",
            $"End it with </{element}>, after everything in it has ended, or take its tags out.");
    }
}
