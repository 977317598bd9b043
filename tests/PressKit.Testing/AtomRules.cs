using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace PressKit.Testing;

/// <summary>What the W3C's feed validator asks of an Atom feed, its warnings included, as far as it can be asked offline: the
/// rules of RFC 4287 and RFC 5005 in formats.md 1.3 and 1.4. Each violation begins with the name of its rule.</summary>
public static partial class AtomRules
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace History = "http://purl.org/syndication/history/1.0";
    private static readonly string[] Relations = ["alternate", "self", "hub", "current", "prev-archive", "next-archive", "related", "enclosure", "via"];

    /// <summary>The rules that a feed violates; none for a good one.</summary>
    /// <param name="feed">Its bytes.</param>
    /// <param name="address">Where it is served.</param>
    public static IReadOnlyList<string> Violations(byte[] feed, string address)
    {
        XElement root;
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(feed), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
            root = XDocument.Load(reader).Root!;
        }
        catch (XmlException e)
        {
            return [$"well-formed: {e.Message}"];
        }

        if (root.Name != Atom + "feed") return ["root: not a feed of Atom 1.0"];
        var entries = root.Elements(Atom + "entry").ToList();
        List<string> found = [.. Common(root), .. Links(root, address), .. Archive(root), .. entries.SelectMany(Entry)];
        if (entries.Count > 0 && entries[0].ElementsAfterSelf().Any(e => e.Name.Namespace == Atom && e.Name != Atom + "entry"))
            found.Add("entries-last: metadata follows an entry");
        if (root.Element(Atom + "author") is null && entries.Any(e => e.Element(Atom + "author") is null)) found.Add("author: none");
        found.AddRange(Repeated(entries, "id").Concat(Repeated(entries, "updated")));
        return found;
    }

    private static IEnumerable<string> Repeated(List<XElement> entries, string name) => entries.Select(e => (string?)e.Element(Atom + name))
        .GroupBy(value => value, StringComparer.Ordinal).Where(same => same.Count() > 1).Select(same => $"{name}-unique: {same.Key}");

    private static IEnumerable<string> Common(XElement element)
    {
        foreach (var name in (string[])["id", "title", "updated"])
            if (element.Elements(Atom + name).Count() != 1) yield return $"required: {element.Elements(Atom + name).Count()} {name}";
        if ((string?)element.Element(Atom + "id") is { } id && !FeedRules.IsAbsolute(id)) yield return $"id: {id}";
        foreach (var date in element.Elements().Where(e => e.Name == Atom + "updated" || e.Name == Atom + "published"))
            if (!Rfc3339().IsMatch(date.Value) || !DateTimeOffset.TryParse(date.Value, CultureInfo.InvariantCulture, out _)) yield return $"date: {date.Value}";
        foreach (var link in element.Elements(Atom + "link"))
        {
            var relation = (string?)link.Attribute("rel") ?? "alternate";
            if (!Relations.Contains(relation, StringComparer.Ordinal) && !FeedRules.IsAbsolute(relation)) yield return $"relation: {relation}";
            if (!FeedRules.IsAbsolute((string?)link.Attribute("href") ?? "")) yield return $"absolute: {(string?)link.Attribute("href")}";
        }

        foreach (var pair in element.Elements(Atom + "link").Where(l => (string?)l.Attribute("rel") == "alternate")
            .GroupBy(l => ((string?)l.Attribute("type"), (string?)l.Attribute("hreflang"))).Where(same => same.Count() > 1))
            yield return $"alternate: two of {pair.Key}";
    }

    private static IEnumerable<string> Links(XElement root, string address)
    {
        var self = root.Elements(Atom + "link").Where(link => (string?)link.Attribute("rel") == "self").ToList();
        if (self is not [var only]) yield return $"self: {self.Count} links to itself";
        else if ((string?)only.Attribute("href") != address) yield return $"self: {(string?)only.Attribute("href")} is not {address}";
    }

    private static IEnumerable<string> Archive(XElement root)
    {
        var relations = root.Elements(Atom + "link").Select(link => (string?)link.Attribute("rel")).ToList();
        var isArchive = root.Element(History + "archive") is not null;
        if (isArchive != relations.Contains("current", StringComparer.Ordinal)) yield return "archive: it has to say where the current feed is";
        if (!isArchive && relations.Contains("next-archive", StringComparer.Ordinal)) yield return "archive: nothing comes after the current feed";
    }

    private static IEnumerable<string> Entry(XElement entry)
    {
        foreach (var fault in Common(entry)) yield return fault;
        if (entry.Element(Atom + "content") is not { } content)
        {
            if (entry.Elements(Atom + "link").All(l => (string?)l.Attribute("rel") != "alternate")) yield return "content: neither it nor a link";
            yield break;
        }

        if ((string?)content.Attribute("type") != "html") yield return $"content: {(string?)content.Attribute("type")}";
        foreach (var fault in FeedRules.Html(content.Value)) yield return fault;
    }

    [GeneratedRegex("^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?(Z|[+-][0-9]{2}:[0-9]{2})$",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Rfc3339();
}
