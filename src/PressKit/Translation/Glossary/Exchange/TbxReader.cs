using System.Collections.Immutable;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace PressKit.Translation.Glossary.Exchange;

/// <summary>Reads TBX v3 (ISO 30042:2019) in both styles, DCA and DCT, and v2 (<c>martif</c>). Nothing in a file is believed: it
/// is parsed without entities and within limits, and nothing that it names is fetched.</summary>
public static class TbxReader
{
    /// <summary>The largest file that is read, in bytes.</summary>
    public const int MaxBytes = 64 * 1024 * 1024;

    /// <summary>How deep elements may stand in each other.</summary>
    public const int MaxDepth = 64;

    private static readonly XName LanguageName = XNamespace.Xml + "lang";

    /// <summary>The entries of a file; null, and a problem, where it cannot be read.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="file">What it is called in problems.</param>
    /// <param name="own">The newsroom's languages: an entry's own is the first of them that it has, where it does not say.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public static ImmutableArray<Term>? Read(ReadOnlyMemory<byte> bytes, string file, ImmutableArray<Language> own, Problems problems)
    {
        if (bytes.Length > MaxBytes)
        {
            problems.Error("glossary.too-large", new Place(file), $"The file has {bytes.Length} bytes, and more than {MaxBytes} are not read.", "Split it into several files.");
            return null;
        }

        if (HasInternalSubset(bytes.Span))
        {
            problems.Error("glossary.not-tbx", new Place(file, 1, 1), "The file declares entities of its own, which are never read.", "Take the declarations in the document type out.");
            return null;
        }

        if (Load(bytes, file, problems) is not { } root) return null;
        if (root.Name.LocalName is not ("tbx" or "martif"))
        {
            problems.Error("glossary.not-tbx", new Place(file), $"<{root.Name.LocalName}> is not TBX.", "Export it as TBX from the tool that has the glossary.");
            return null;
        }

        var terms = ImmutableArray.CreateBuilder<Term>();
        foreach (var entry in root.Descendants().Where(e => e.Name.LocalName is "conceptEntry" or "termEntry"))
        {
            if (Entry(entry, own) is { } term) terms.Add(term);
            else problems.Warn("glossary.no-term", PlaceOf(entry, file), "The entry has no term in any language that can be read, and is left out.", "Give it one.");
        }

        return terms.ToImmutable();
    }

    private static Term? Entry(XElement entry, ImmutableArray<Language> own)
    {
        var forms = entry.Elements().Where(e => e.Name.LocalName is "langSec" or "langSet")
            .SelectMany(l => Forms(l).Select(f => (Tag: TagOf((string?)l.Attribute(LanguageName)), Form: f))).Where(f => f.Tag is not null).Select(f => (f.Tag!, f.Form)).ToList();
        var notes = Texts(entry, "note");
        var properties = notes.Select(TermWords.PropertiesOf).OfType<Dictionary<string, string>>().FirstOrDefault() ?? [];
        if (Value(entry, "subjectField") is { } kind) properties.TryAdd("kind", kind);
        var tag = properties.GetValueOrDefault("language") is { } said && forms.Exists(f => f.Item1 == said) ? said
            : own.Select(l => l.Tag).FirstOrDefault(t => forms.Exists(f => f.Item1 == t))
            ?? own.Select(l => l.Primary).SelectMany(p => forms.Where(f => f.Item1.Split('-')[0] == p)).Select(f => f.Item1).FirstOrDefault()
            ?? forms.Select(f => f.Item1).FirstOrDefault();
        if (tag is null) return null;
        var language = tag == TermWords.AllLanguages ? null : Language.Parse(tag);
        if (language is null) properties.TryAdd("translate", "false");
        var term = TermWords.Entry((string?)entry.Attribute("id") ?? "", language, forms, properties);
        var plain = string.Join("\n", notes.Where(n => TermWords.PropertiesOf(n) is null));
        return term is null ? null : term with
        {
            Definition = Value(entry, "definition") ?? entry.Elements().Select(l => Value(l, "definition")).FirstOrDefault(d => d is not null),
            Note = plain.Length == 0 ? null : plain,
        };
    }

    private static IEnumerable<TermForm> Forms(XElement language)
    {
        var known = false;
        foreach (var section in language.Elements().Where(e => e.Name.LocalName is "termSec" or "tig" or "ntig"))
        {
            var text = One(section.Descendants().FirstOrDefault(e => e.Name.LocalName == "term")?.Value ?? "");
            if (text.Length == 0) continue;
            var notes = Texts(section, "note");
            var properties = notes.Select(TermWords.PropertiesOf).OfType<Dictionary<string, string>>().FirstOrDefault();
            var status = TermWords.StatusOf(Value(section, "administrativeStatus")) ?? TermWords.StatusOf(Value(section, "normativeAuthorization"))
                ?? (known ? TermStatus.Admitted : TermStatus.Preferred);
            known |= status == TermStatus.Preferred;
            var plain = string.Join("\n", notes.Where(n => TermWords.PropertiesOf(n) is null));
            yield return new TermForm(text, status)
            {
                PartOfSpeech = TermWords.PartOf(Value(section, "partOfSpeech")),
                Note = plain.Length == 0 ? null : plain,
                Inflections = properties?.GetValueOrDefault("inflections") is { } inflections ? [.. inflections.Split(" | ")] : [],
            };
        }
    }

    /// <summary>The value of a data category: an element with the type (DCA, v2), or one of that name (DCT), directly or in a
    /// group.</summary>
    private static string? Value(XElement holder, string category)
    {
        var value = holder.Elements().SelectMany(e => e.Name.LocalName.EndsWith("Grp", StringComparison.Ordinal) ? e.Elements() : [e])
            .FirstOrDefault(e => e.Name.LocalName == category || ((string?)e.Attribute("type") == category && e.Name.LocalName is "descrip" or "termNote" or "admin"));
        return value is null || One(value.Value).Length == 0 ? null : One(value.Value);
    }

    private static List<string> Texts(XElement holder, string name) =>
        [.. holder.Elements().Where(e => e.Name.LocalName == name).Select(e => One(e.Value)).Where(t => t.Length > 0)];

    /// <summary>A text on one line: files are indented, and terms are not.</summary>
    private static string One(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string? TagOf(string? tag)
    {
        if (tag is null) return null;
        if (Language.TryParse(tag.Replace('_', '-'), out var language)) return language.Tag;
        return null;
    }

    private static XElement? Load(ReadOnlyMemory<byte> bytes, string file, Problems problems)
    {
        // A v2 file names the document type of its time, which is skipped, not read.
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Ignore, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true,
            MaxCharactersInDocument = MaxBytes, MaxCharactersFromEntities = 1024,
        };
        try
        {
            using (var depths = XmlReader.Create(new MemoryStream(bytes.ToArray(), writable: false), settings))
            {
                while (depths.Read())
                {
                    if (depths.Depth <= MaxDepth) continue;
                    problems.Error("glossary.too-large", new Place(file), $"Elements stand in each other more than {MaxDepth} deep.", "Look whether the file is what it should be.");
                    return null;
                }
            }

            using var reader = XmlReader.Create(new MemoryStream(bytes.ToArray(), writable: false), settings);
            return XDocument.Load(reader, LoadOptions.SetLineInfo).Root;
        }
        catch (XmlException e)
        {
            var end = e.Message.LastIndexOf(" Line ", StringComparison.Ordinal);
            problems.Error("glossary.not-tbx", new Place(file, Math.Max(1, e.LineNumber), Math.Max(1, e.LinePosition)),
                $"The file is not well-formed XML: {(end < 0 ? e.Message : e.Message[..end])}", "Export it again from the tool that wrote it.");
            return null;
        }
    }

    private static bool HasInternalSubset(ReadOnlySpan<byte> bytes)
    {
        var text = (bytes.StartsWith(new byte[] { 0xFF, 0xFE }) ? Encoding.Unicode : bytes.StartsWith(new byte[] { 0xFE, 0xFF }) ? Encoding.BigEndianUnicode : Encoding.UTF8)
            .GetString(bytes[..Math.Min(bytes.Length, 1 << 20)]);
        var start = text.IndexOf("<!DOCTYPE", StringComparison.Ordinal);
        return start >= 0 && text.IndexOf('[', start) is >= 0 and var bracket && bracket < text.IndexOf('>', start);
    }

    private static Place PlaceOf(XElement element, string file) => ((IXmlLineInfo)element) is { } at && at.HasLineInfo() ? new Place(file, at.LineNumber, at.LinePosition) : new Place(file);
}
