using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace PressKit.Testing;

/// <summary>What the W3C's feed validator and the readers of RSS 2.0 ask of a feed, as far as it can be asked offline: the
/// rules of formats.md 1.1. Each violation begins with the name of its rule.</summary>
public static partial class FeedRules
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace Content = "http://purl.org/rss/1.0/modules/content/";
    private static readonly string[] Forbidden = ["script", "iframe", "object", "embed", "applet", "form", "meta", "style", "link", "base"];
    private static readonly string[] Addresses = ["href", "src", "poster", "cite", "data"];

    /// <summary>The rules that a feed violates; none for a good one.</summary>
    /// <param name="feed">Its bytes.</param>
    /// <param name="address">Where it is served.</param>
    public static IReadOnlyList<string> Violations(byte[] feed, string address)
    {
        XDocument document;
        try
        {
            var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit };
            using var reader = XmlReader.Create(new MemoryStream(feed), settings);
            document = XDocument.Load(reader);
        }
        catch (XmlException e)
        {
            return [$"well-formed: {e.Message}"];
        }

        var found = new List<string>();
        if (feed.AsSpan().StartsWith(Encoding.UTF8.Preamble)) found.Add("encoding: byte order mark");
        if (document.Declaration?.Encoding is not (null or "utf-8" or "UTF-8")) found.Add($"encoding: {document.Declaration?.Encoding}");
        if (document.Root is not { Name.LocalName: "rss" } root || root.Name.Namespace != XNamespace.None || (string?)root.Attribute("version") != "2.0")
            return [.. found, "root: not rss version 2.0 without a namespace"];
        if (root.Element("channel") is not { } channel) return [.. found, "channel: missing"];

        found.AddRange(Channel(channel, address));
        found.AddRange(channel.Elements("item").SelectMany(Item));
        found.AddRange(root.DescendantsAndSelf().Select(e => e.Name.NamespaceName).Distinct(StringComparer.Ordinal)
            .Where(name => name == "http://search.yahoo.com/mrss").Select(_ => "namespace: Media RSS without its slash"));
        found.AddRange(channel.Elements("item").Select(item => (string?)item.Element("guid")).OfType<string>()
            .GroupBy(id => id, StringComparer.Ordinal).Where(same => same.Count() > 1).Select(same => $"guid-unique: {same.Key}"));
        return found;
    }

    private static IEnumerable<string> Channel(XElement channel, string address)
    {
        foreach (var name in (string[])["title", "link", "description"])
            if (string.IsNullOrWhiteSpace((string?)channel.Element(name))) yield return $"channel: no {name}";
        if ((string?)channel.Element("language") is { } language && !LanguageTag().IsMatch(language)) yield return $"language: {language}";
        foreach (var date in (string[])["lastBuildDate", "pubDate"])
            if ((string?)channel.Element(date) is { } text && DateFault(text) is { } fault) yield return $"date: {date} {fault}";
        foreach (var person in (string[])["managingEditor", "webMaster"])
            if ((string?)channel.Element(person) is { } text && !Mailbox().IsMatch(text)) yield return $"email: {person} {text}";
        foreach (var fault in Title(channel)) yield return fault;

        var self = channel.Elements(Atom + "link").Where(link => (string?)link.Attribute("rel") == "self").ToList();
        if (self is not [var only]) yield return $"self: {self.Count} links to itself";
        else if ((string?)only.Attribute("href") != address) yield return $"self: {(string?)only.Attribute("href")} is not {address}";
        if (channel.Element("item") is { } first && first.ElementsAfterSelf().Any(e => e.Name != "item")) yield return "items-last: something follows an item";
        if (channel.Element("image") is { } image && channel.Elements().Where(e => e.Name.LocalName is "title" or "link" && e.Name.Namespace == XNamespace.None)
            .Any(e => (string?)image.Element(e.Name) != e.Value)) yield return "image: another title or link than the channel's";
    }

    private static IEnumerable<string> Item(XElement item)
    {
        var title = (string?)item.Element("title");
        if (title is null && item.Element("description") is null) yield return "item: neither title nor description";
        foreach (var fault in Title(item)) yield return fault;
        if ((string?)item.Element("link") is { } link && !IsAbsolute(link)) yield return $"absolute: link {link}";
        if ((string?)item.Element("pubDate") is { } date && DateFault(date) is { } dateFault) yield return $"date: {dateFault}";
        if (item.Element("guid") is not { } guid) yield return $"guid: none in '{title}'";
        else if (!guid.Value.StartsWith("http", StringComparison.Ordinal) && (string?)guid.Attribute("isPermaLink") != "false")
            yield return $"guid: {guid.Value} is no permanent link and does not say so";
        if ((string?)item.Element("author") is { } author && !Mailbox().IsMatch(author)) yield return $"email: author {author}";
        if (item.Elements("enclosure").Count() > 1) yield return $"enclosure: more than one in '{title}'";
        foreach (var enclosure in item.Elements("enclosure"))
        {
            if (!IsAbsolute((string?)enclosure.Attribute("url") ?? "") || !Digits().IsMatch((string?)enclosure.Attribute("length") ?? "")
                || !MediaType().IsMatch((string?)enclosure.Attribute("type") ?? "")) yield return $"enclosure: url, length or type in '{title}'";
        }

        foreach (var pair in item.Elements(Atom + "link").Where(l => (string?)l.Attribute("rel") == "alternate")
            .GroupBy(l => ((string?)l.Attribute("type"), (string?)l.Attribute("hreflang"))).Where(same => same.Count() > 1))
            yield return $"alternate: two of {pair.Key}";
        if (item.Element(Content + "encoded") is { } encoded && encoded.ElementsAfterSelf("description").Any())
            yield return $"description-first: after content:encoded in '{title}'";
        foreach (var html in item.Elements("description").Concat(item.Elements(Content + "encoded")).SelectMany(e => Html(e.Value))) yield return html;
    }

    private static IEnumerable<string> Title(XElement parent) => parent.Elements("title")
        .Where(title => title.HasElements || Tag().IsMatch(title.Value) || Entity().IsMatch(title.Value))
        .Select(title => $"title: markup in {title.Value}");

    internal static IEnumerable<string> Html(string html)
    {
        foreach (var element in new HtmlParser().ParseDocument(html).All.Where(e => e.LocalName is not ("html" or "head" or "body")))
        {
            if (Forbidden.Contains(element.LocalName, StringComparer.Ordinal)) yield return $"safe-html: {element.LocalName}";
            foreach (var attribute in element.Attributes)
            {
                if (attribute.Name.StartsWith("on", StringComparison.Ordinal)) yield return $"safe-html: {attribute.Name}";
                if (attribute.Name == "style" && RiskyStyle().IsMatch(attribute.Value)) yield return $"safe-html: style {attribute.Value}";
                if (!Addresses.Contains(attribute.Name, StringComparer.Ordinal)) continue;
                if (!IsAbsolute(attribute.Value)) yield return $"absolute: {attribute.Name} {attribute.Value}";
                if (attribute.Value.TrimStart().StartsWith("javascript:", StringComparison.OrdinalIgnoreCase)) yield return $"safe-html: {attribute.Value}";
            }
        }
    }

    internal static bool IsAbsolute(string address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) && Scheme().IsMatch(address)
        && (uri.Scheme is not ("http" or "https") || uri.Host.Length > 0);

    /// <summary>What is wrong with a date of RFC 822 with four digits for the year; null for nothing.</summary>
    private static string? DateFault(string text)
    {
        var match = Rfc822().Match(text);
        if (!match.Success) return text;
        return DateTime.TryParseExact(match.Groups["date"].Value, "ddd, dd MMM yyyy HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
            ? null : $"{text} does not exist, or not on that weekday";
    }

    [GeneratedRegex("^(?<date>(Mon|Tue|Wed|Thu|Fri|Sat|Sun), [0-9]{2} (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) [0-9]{4} [0-9]{2}:[0-9]{2}:[0-9]{2}) (GMT|UT|[+-][0-9]{4})$",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Rfc822();

    [GeneratedRegex("^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LanguageTag();

    [GeneratedRegex(@"^[^\s@<>()]+@[^\s@<>()]+\.[^\s@<>()]+( \(.+\))?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Mailbox();

    [GeneratedRegex("</?[a-zA-Z][^>]*>", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Tag();

    [GeneratedRegex("&(#[0-9]+|#x[0-9a-fA-F]+|[a-zA-Z]+);", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Entity();

    [GeneratedRegex("^[0-9]+$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Digits();

    [GeneratedRegex("^[a-z]+/[a-z0-9.+-]+$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex MediaType();

    [GeneratedRegex("^[a-zA-Z][a-zA-Z0-9+.-]*:", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Scheme();

    [GeneratedRegex(@"url\s*\(|expression|position|behaviou?r|-moz-binding|@import", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex RiskyStyle();
}
