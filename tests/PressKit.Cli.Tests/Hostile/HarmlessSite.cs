using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Xml;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using PressKit.Cli.Tests.Hosting;
using PressKit.Testing;

namespace PressKit.Cli.Tests.Hostile;

/// <summary>Reads every file of a site with a real parser of its kind, and says what in it is not PressKit's own.</summary>
internal sealed class HarmlessSite
{
    private static readonly string[] Foreign =
    [
        "iframe", "frame", "object", "embed", "applet", "form", "base", "style", "math", "template", "noscript", "textarea", "select", "dialog", "video",
        "audio", "source", "portal", "animate",
    ];

    private static readonly string[] Addresses = ["href", "src", "srcset", "action", "formaction", "poster", "cite", "data", "background", "ping"];
    private static readonly HashSet<string> Fields = new(["Contact", "Expires", "Encryption", "Policy", "Preferred-Languages", "Canonical"], StringComparer.Ordinal);
    private readonly HtmlParser _html = new();
    private readonly List<string> _wrong = [];

    /// <summary>What is wrong with a site; nothing for a harmless one.</summary>
    public static IReadOnlyList<string> Violations(IReadOnlyDictionary<string, byte[]> files)
    {
        var site = new HarmlessSite();
        foreach (var (path, bytes) in files) site.Read(path, bytes);
        if (files.ContainsKey("_headers")) site.Host(files);
        return site._wrong;
    }

    private void Read(string path, byte[] bytes)
    {
        if (path.Split('/').Any(name => name is "." or ".." or "con" || name.Length > 255)) Wrong(path, "is a path that some system reads as something else");
        if (bytes.AsSpan().IndexOf("\u202E"u8) >= 0 || bytes.AsSpan().IndexOf("\u202D"u8) >= 0) Wrong(path, "writes letters backwards");
        switch (Path.GetExtension(path))
        {
            case ".html": Page(path, Text(path, bytes)); break;
            case ".xml" or ".atom" or ".opml": Xml(path, bytes); break;
            case ".json" or ".webmanifest": Json(path, bytes); break;
            case ".csv": Table(path, Text(path, bytes)); break;
            case ".zip": Archive(path, bytes); break;
            case ".txt" or ".conf" or "": Lines(path, Text(path, bytes)); break;
        }
    }

    private void Page(string path, string text)
    {
        var page = _html.ParseDocument(text);
        Html(path, page.All);
        foreach (var script in page.Scripts)
        {
            if (script.Type == "application/ld+json") Parsed(path, () => JsonDocument.Parse(script.TextContent).Dispose());
            else if (script.Source is not ['/', ..]) Wrong(path, "has a script");
        }

        foreach (var meta in page.QuerySelectorAll("meta[http-equiv]"))
            if (meta.GetAttribute("http-equiv") != "refresh" || !meta.GetAttribute("content")!.StartsWith("0; url=/", StringComparison.Ordinal)) Wrong(path, meta.OuterHtml);
    }

    private void Html(string path, IEnumerable<IElement> elements)
    {
        foreach (var element in elements)
        {
            // The theme's own drawings say nothing to anybody.
            if (Foreign.Contains(element.LocalName, StringComparer.Ordinal) || (element.LocalName == "svg" && element.GetAttribute("aria-hidden") != "true")) Wrong(path, $"has <{element.LocalName}>");
            foreach (var attribute in element.Attributes)
            {
                if (attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase) || attribute.Name is "style" or "srcdoc") Wrong(path, $"has the attribute {attribute.Name}");
                if (Addresses.Contains(attribute.Name, StringComparer.Ordinal) && !MayStand(element, attribute)) Wrong(path, $"leads to {attribute.Value}");
            }
        }
    }

    /// <summary>A link may lead anywhere on the web and to a mailbox or telephone; what is loaded comes from the site.</summary>
    private static bool MayStand(IElement element, IAttr address)
    {
        var text = address.Value;
        if (element.LocalName is not ("a" or "blockquote" or "q" or "link")) return text.StartsWith('/') || text.StartsWith("https://press.acme.example/", StringComparison.Ordinal);
        return text.Length == 0 || text[0] is '/' or '#' || new[] { "https://", "http://", "mailto:", "tel:" }.Any(scheme => text.StartsWith(scheme, StringComparison.OrdinalIgnoreCase));
    }

    private void Xml(string path, byte[] bytes)
    {
        Parsed(path, () =>
        {
            using var reader = XmlReader.Create(new MemoryStream(bytes), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, CheckCharacters = true });
            while (reader.Read())
            {
                if (reader.NodeType == XmlNodeType.ProcessingInstruction) Wrong(path, "has a processing instruction");
                if (reader is { NodeType: XmlNodeType.Element, LocalName: "script" or "iframe" or "style" or "svg" }) Wrong(path, $"has <{reader.LocalName}>");
            }
        });
        if (path.EndsWith("feed.xml", StringComparison.Ordinal)) Say(path, FeedRules.Violations(bytes, "https://press.acme.example/" + path));
        if (path.EndsWith("feed.atom", StringComparison.Ordinal)) Say(path, AtomRules.Violations(bytes, "https://press.acme.example/" + path));
    }

    private void Json(string path, byte[] bytes) => Parsed(path, () =>
    {
        using var json = JsonDocument.Parse(bytes);
        Values(json.RootElement, "");

        void Values(JsonElement value, string name)
        {
            if (value.ValueKind == JsonValueKind.Object) foreach (var property in value.EnumerateObject()) Values(property.Value, property.Name);
            if (value.ValueKind == JsonValueKind.Array) foreach (var item in value.EnumerateArray()) Values(item, name);
            if (value.ValueKind != JsonValueKind.String) return;
            if (name is "content_html" or "html" || (name == "value" && value.GetString()!.Contains("<p>", StringComparison.Ordinal)))
                Html(path, _html.ParseDocument(value.GetString()!).All.Where(e => e.LocalName is not "style"));
        }
    });

    private void Table(string path, string text)
    {
        foreach (var cell in text.Split('\n').SelectMany(line => line.Split(',')).Select(cell => cell.Trim().Trim('"')))
            if (cell.Length > 0 && "=+-@\t\r".Contains(cell[0], StringComparison.Ordinal)) Wrong(path, $"has the formula {cell}");
    }

    private void Archive(string path, byte[] bytes)
    {
        using var archive = new ZipArchive(new MemoryStream(bytes));
        foreach (var entry in archive.Entries)
        {
            if (entry.FullName.StartsWith('/') || entry.FullName.Split('/').Any(name => name is "." or ".." or "")) Wrong(path, $"has {entry.FullName}");
            using var stream = entry.Open();
            using var content = new MemoryStream();
            stream.CopyTo(content);
            Read($"{path}/{entry.FullName}", content.ToArray());
        }
    }

    private void Lines(string path, string text)
    {
        if (path != ".well-known/security.txt") return;
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            if (!Fields.Contains(line.Split(": ")[0])) Wrong(path, $"says {line}");
    }

    private void Host(IReadOnlyDictionary<string, byte[]> files)
    {
        Parsed("_headers", () =>
        {
            var host = new NetlifyHost(files);
            foreach (var name in host.Headers("/it/feed.xml").Concat(host.Headers("/")).Select(h => h.Key).Distinct(StringComparer.OrdinalIgnoreCase))
                if (name.StartsWith("X-I", StringComparison.OrdinalIgnoreCase)) Wrong("_headers", $"has {name}");
        });
        foreach (var path in new[] { "_headers", "_redirects", "_nginx/http.conf", "_nginx/server.conf" })
            if (Encoding.UTF8.GetString(files[path]).Contains("evil", StringComparison.Ordinal)) Wrong(path, "names the evil host");
    }

    /// <summary>The text, which is UTF-8 and has no control characters but tabs and line ends.</summary>
    private string Text(string path, byte[] bytes)
    {
        var text = "";
        Parsed(path, () => text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes));
        if (text.Any(c => char.IsControl(c) && c is not ('\n' or '\t'))) Wrong(path, "has control characters");
        if (text.Contains("TPLAcme", StringComparison.Ordinal)) Wrong(path, "has run a template of the text's");
        return text;
    }

    private void Parsed(string path, Action read)
    {
        try
        {
            read();
        }
        catch (Exception e) when (e is JsonException or XmlException or DecoderFallbackException or ShouldAssertException)
        {
            Wrong(path, e.Message);
        }
    }

    private void Say(string path, IEnumerable<string> violations) => _wrong.AddRange(violations.Select(v => $"{path}: {v}"));

    private void Wrong(string path, string what) => _wrong.Add($"{path}: {what}");
}
