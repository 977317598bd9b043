using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using PressKit.Testing;

namespace PressKit.Cli.Tests.Hostile;

/// <summary>A newsroom in which every documented key has a value, any of which can be replaced by another.</summary>
internal sealed class HostileNewsroom
{
    private const string Folder = "content/releases/2026/uno/";
    private const string Release = Folder + "it.md";

    private readonly Dictionary<string, JsonNode> _files = new(StringComparer.Ordinal)
    {
        ["content/newsroom.yml"] = JsonNode.Parse("""
            { "name": "Acme", "url": "https://press.acme.example/", "timezone": "Europe/Rome", "languages": ["it", "en"], "language": "en",
              "fallback": "list", "tagline": { "it": "Uno", "en": "One" },
              "publication": { "machine": "label", "checks": "report", "lengths": { "headline": "9999", "subhead": "9999", "summary": "9999" },
                "terms": "publish", "stale": "earlier", "repaired": "keep", "approver": "anyone", "responsible": "Ada" },
              "translation": { "with": ["pseudo"], "embargoed": ["pseudo"], "services": { "azure": { "endpoint": "https://acme.example/", "model": "m", "version": "3.0",
                "price": "10", "input": "1", "output": "1", "currency": "EUR", "budget": "5", "quota": "1000", "requests": "2", "characters": "1000", "concurrency": "2" } } },
              "review": { "secondPerson": "false", "approverDiffers": "false", "commits": "false", "address": "https://desk.acme.example/",
                "proxy": { "header": "X-User", "from": ["127.0.0.1"] }, "webhooks": [{ "url": "https://hooks.acme.example/", "secret": "DESK_SECRET" }] },
              "memory": { "store": "sqlite", "penalties": { "old.tmx": "10" } },
              "formats": ["html", "rss", "atom", "json-feed", "ninjs", "newsml-g2", "sitemap", "news-sitemap", "oembed", "web-manifest"],
              "feeds": { "hubs": ["https://hub.example.org/"], "archives": "month" },
              "deployment": { "hosts": ["netlify", "nginx"], "hsts": "100" },
              "security": { "contact": ["security@acme.example"], "expires": "2027-02-01", "policy": "https://acme.example/p", "encryption": "https://acme.example/k" },
              "images": "as-is", "search": "none", "card": "media/card.png", "theme": "press" }
            """)!,
        ["content/topics.yml"] = JsonNode.Parse("""{ "things": { "name": { "it": "Cose", "en": "Things" }, "mediatopic": "20000005" } }""")!,
        ["content/contacts.yml"] = JsonNode.Parse("""
            { "press": { "name": { "it": "Stampa", "en": "Press" }, "role": { "it": "Domande", "en": "Questions" }, "email": "a@acme.example", "phone": "+39 06 1", "languages": ["it"] } }
            """)!,
        ["content/glossary.yml"] = JsonNode.Parse("""
            { "titles": "official", "terms": [
              { "id": "cosa", "term": "Cosa", "language": "it", "kind": "title", "partOfSpeech": "noun", "status": "preferred", "case": "any", "inflections": ["Cose"],
                "titles": "original", "forms": [{ "term": "Coso", "status": "admitted", "partOfSpeech": "noun", "note": "n", "inflections": ["Cosi"] }],
                "translations": { "en": { "term": "Thing", "status": "preferred", "partOfSpeech": "noun", "note": "n", "inflections": ["Things"] } }, "definition": "d", "note": "n" },
              { "id": "acme", "term": "Acme", "translate": "false", "transliterations": { "ja": "アクメ" } }] }
            """)!,
        ["content/series.yml"] = JsonNode.Parse("""{ "s": { "name": { "it": "Serie", "en": "Series" }, "text": { "it": "Una serie.", "en": "A series." } } }""")!,
        ["content/spokespeople.yml"] = JsonNode.Parse("""
            { "ada": { "name": { "it": "Ada", "en": "Ada" }, "role": { "it": "Direttrice", "en": "Director" }, "biography": { "it": "Dirige.", "en": "Directs." },
              "portrait": { "file": "portraits/ada.svg", "alt": { "it": "Ada", "en": "Ada" }, "credit": "Bo", "licence": "CC0-1.0" }, "contact": "press" } }
            """)!,
        ["content/segmentation.yml"] = JsonNode.Parse("""{ "it": { "abbreviations": ["Min."], "beforeNumbers": ["rif."], "words": ["div."] } }""")!,
        ["content/checks.yml"] = JsonNode.Parse("""
            { "rules": [{ "id": "a", "never": "biennial", "write": "Biennale", "languages": ["en"], "severity": "error", "reason": "r" },
              { "id": "b", "source": "Sala [0-9]+", "target": "Hall [0-9]+", "both": "true" }] }
            """)!,
        [Folder + "record.yml"] = JsonNode.Parse("""
            { "source": "it", "editions": { "it": { "slug": "uno", "former": ["zero"], "approvals": [{ "by": "Ada", "at": "2026-01-19T09:00:00Z",
                "content": "bd9f6ce60c1bb7db2c157380237edaaf", "revision": "bd9f6ce60c1bb7db2c157380237edaaf", "note": "n", "glossary": "bd9f6ce60c1bb7db2c157380237edaaf",
                "takenBack": { "by": "Ada", "at": "2026-01-19T10:00:00Z", "reason": "r" }, "terms": { "cosa": "thing" }, "events": { "events.1a2b3c4d.reason": "bd9f6ce60c1bb7db2c157380237edaaf" } }] } },
              "events": [{ "event": "correction", "at": "2026-01-20T08:00:00Z", "by": "Ada", "reason": "Sono due.", "texts": { "en": "There are two." },
                "languages": ["it", "en"], "revision": "bd9f6ce60c1bb7db2c157380237edaaf" }] }
            """)!,
        [Folder + "dismissed.yml"] = JsonNode.Parse("""
            { "dismissed": [{ "check": "check.numbers", "language": "en", "unit": "headline", "fingerprint": "f92c6cea5b1d4c0e9a7712d35e08b644", "by": "Ada",
              "at": "2026-01-19T09:00:00Z", "reason": "r" }] }
            """)!,
        [Release] = JsonNode.Parse("""
            { "headline": "Uno", "subhead": "Due", "summary": "Tre.", "dateline": { "place": "Torino", "date": "2026-01-19" }, "published": "2026-01-19T09:00",
              "embargo": "2026-01-19T09:00", "topics": ["things"], "contacts": ["press"], "boilerplate": "acme",
              "media": [{ "file": "media/a.svg", "alt": "Una cosa", "caption": "La cosa", "credit": "Ada", "licence": "CC0-1.0" }],
              "quotes": [{ "text": "Bene.", "speaker": "Ada", "role": "Direttrice" }, { "text": "Sì.", "person": "ada" }], "notes": "Nota.", "related": ["2026/due"], "series": "s", "languages": ["it", "en"],
              "slug": "uno", "state": "ready", "extra": { "colour": "blue" } }
            """)!,
    };

    /// <summary>The text of the release.</summary>
    public string Body { get; set; } = "Un testo con [un comunicato](release:2026/due).\n\n![Una cosa](media/a.svg)\n";

    /// <summary>The section of the documents that lists a file's keys.</summary>
    public static IReadOnlyDictionary<string, string> Sections { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [Release] = "Front matter", ["content/newsroom.yml"] = "newsroom.yml", ["content/topics.yml"] = "topics.yml", ["content/contacts.yml"] = "contacts.yml",
        ["content/glossary.yml"] = "glossary.yml", ["content/series.yml"] = "series.yml", ["content/spokespeople.yml"] = "spokespeople.yml",
        ["content/segmentation.yml"] = "segmentation.yml", ["content/checks.yml"] = "checks.yml",
        [Folder + "record.yml"] = "record.yml", [Folder + "dismissed.yml"] = "dismissed.yml",
    };

    /// <summary>Puts a text into the place of a key's value: all of its texts, where it has several.</summary>
    /// <returns>Whether the key has a value of its own, rather than keys that are listed themselves.</returns>
    public bool Set(string file, string key, string text)
    {
        JsonNode node = _files[file];
        var parts = key.Split('.');
        for (var i = 0; i < parts.Length; i++)
        {
            if (node is JsonArray list) node = list.First(item => item is JsonObject o && o.ContainsKey(parts[i]))!;
            var owner = node.AsObject();
            var name = owner.ContainsKey(parts[i]) ? parts[i] : parts[i].All(char.IsAsciiLetterUpper) ? owner.First().Key : throw new ShouldAssertException($"{file} has no {key}: give it one.");
            node = owner[name]!;
            if (i < parts.Length - 1) continue;
            if (node is JsonValue) owner[name] = text;
            else if (node is JsonArray { Count: > 0 } items && items[0] is JsonValue) owner[name] = new JsonArray(text);
            else if (node is JsonObject texts && texts.All(t => t.Value is JsonValue)) foreach (var each in texts.Select(t => t.Key).ToList()) texts[each] = text;
            else return false;
        }

        return true;
    }

    /// <summary>Writes it down.</summary>
    public void WriteTo(TestNewsroom newsroom)
    {
        foreach (var (file, content) in _files) newsroom.Write(file, file.EndsWith(".md", StringComparison.Ordinal) ? $"---\n{Yaml(content)}\n---\n\n{Body}" : Yaml(content) + "\n");
        newsroom.Write("content/releases/2026/uno/media/a.svg", """<svg xmlns="http://www.w3.org/2000/svg" width="16" height="9"/>""");
        newsroom.Write("content/portraits/ada.svg", """<svg xmlns="http://www.w3.org/2000/svg" width="9" height="16"/>""");
        newsroom.Write("content/media/card.png", File.ReadAllBytes(Repository.PathTo("templates", "press", "assets", "icon-512.png")));
        newsroom.Write("content/releases/2026/due/it.md", "---\nheadline: Due\npublished: 2025-12-01T09:00\ntopics: [things]\n---\n\nTesto.\n");
        newsroom.Write("content/boilerplates/acme/it.md", "Acme fa cose.\n");
        newsroom.Write("content/pages/about/it.md", "---\nheadline: Chi siamo\n---\n\nTesto.\n");
    }

    /// <summary>JSON that is YAML too, with every character that a file could not hold escaped.</summary>
    private static string Yaml(JsonNode? node) => node switch
    {
        JsonObject map => $"{{{string.Join(", ", map.Select(p => $"{Quoted(p.Key)}: {Yaml(p.Value)}"))}}}",
        JsonArray list => $"[{string.Join(", ", list.Select(Yaml))}]",
        _ => Quoted(node!.GetValue<string>()),
    };

    private static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var c in text)
        {
            if (c is '"' or '\\') quoted.Append('\\').Append(c);
            else if (c is >= ' ' and <= '~') quoted.Append(c);
            else quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}");
        }

        return quoted.Append('"').ToString();
    }
}
