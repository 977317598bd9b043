using System.Xml.Linq;

namespace PressKit.Translation.Memory.Tmx;

/// <summary>A <c>tu</c> as entries of the memory, and an entry as a <c>tu</c>.</summary>
internal static class TmxUnit
{
    /// <summary>The entries of a unit: each pair of source and translation. A translation's codes are those of its source; what
    /// else it has stays in the file and is not offered.</summary>
    public static IEnumerable<MemoryEntry> Entries(XElement unit, string fileLanguage, IReadOnlyCollection<Language> known)
    {
        var declared = (string?)unit.Attribute("srclang") ?? fileLanguage;
        var variants = unit.Elements("tuv").Select(v => (Element: v, Tag: Tag(v))).Where(v => v.Element.Element("seg") is not null)
            .Select(v => (v.Element, v.Tag, Language: LanguageOf(v.Tag, known))).Where(v => v.Language is not null).ToList();
        foreach (var source in variants.Where(v => declared == TmxWriter.AllLanguages || IsSame(v.Tag, declared)))
        {
            foreach (var target in variants.Where(v => v.Language != source.Language))
            {
                var codes = new TmxCodes();
                var from = codes.Source(source.Element.Element("seg")!);
                var to = codes.Target(target.Element.Element("seg")!);
                if (from.IsBlank || to.IsBlank) continue;
                yield return new MemoryEntry(source.Language!, target.Language!, from, to, StateOf(unit, target.Element))
                {
                    Kind = Property(unit, target.Element, TmxNames.Kind),
                    Unit = Property(unit, target.Element, TmxNames.Id),
                    Previous = Folded(Property(unit, target.Element, TmxNames.Previous)),
                    Next = Folded(Property(unit, target.Element, TmxNames.Next)),
                    Provenance = MadeBy(unit, target.Element),
                };
            }
        }
    }

    /// <summary>The unit, marked as reviewed where it says nothing of its state.</summary>
    public static XElement Reviewed(XElement unit)
    {
        if (unit.Elements("tuv").Any(v => Property(unit, v, TmxNames.State) is not null)) return unit;
        var copy = new XElement(unit);
        // Notes and properties in any order, and before the variants (TMX 1.4b, tu).
        copy.AddFirst(TmxNames.Property(TmxNames.State, "reviewed"));
        return copy;
    }

    /// <summary>The unit, with the language that its file says it is translated from.</summary>
    public static XElement From(XElement unit, string fileLanguage)
    {
        if (unit.Attribute("srclang") is not null) return unit;
        var copy = new XElement(unit);
        copy.SetAttributeValue("srclang", fileLanguage);
        return copy;
    }

    /// <summary>An entry as a unit.</summary>
    public static XElement Of(MemoryEntry entry)
    {
        var unit = new XElement("tu", new XAttribute("srclang", entry.From.Tag));
        if (entry.Provenance is { } made)
        {
            unit.Add(new XAttribute("creationid", TmxText.Clean(made.Maker)));
            if (made.At > default(DateTimeOffset)) unit.Add(new XAttribute("creationdate", TmxNames.Date(made.At)));
        }

        Add(TmxNames.State, entry.State.ToString().ToLowerInvariant());
        Add(TmxNames.Origin, entry.Provenance?.Origin.ToString().ToLowerInvariant());
        Add(TmxNames.Method, entry.Provenance?.Method);
        Add(TmxNames.Kind, entry.Kind);
        Add(TmxNames.File, entry.Document.Length > 0 ? entry.Document : null);
        Add(TmxNames.Id, entry.Unit);
        Add(TmxNames.Previous, entry.Previous);
        Add(TmxNames.Next, entry.Next);
        unit.Add(Variant(entry.From, entry.Source), Variant(entry.To, entry.Target));
        return unit;

        void Add(string type, string? value)
        {
            if (value is not null) unit.Add(TmxNames.Property(type, value));
        }
    }

    private static XElement Variant(Language language, InlineContent content) =>
        new("tuv", new XAttribute(XNamespace.Xml + "lang", language.Tag), TmxCodes.Write(content));

    // TMX 1.1 wrote lang without a prefix.
    private static string Tag(XElement variant) => (string?)variant.Attribute(XNamespace.Xml + "lang") ?? (string?)variant.Attribute("lang") ?? "";

    private static bool IsSame(string tag, string declared) => string.Equals(tag.Replace('_', '-'), declared.Replace('_', '-'), StringComparison.OrdinalIgnoreCase);

    /// <summary>The newsroom's own language for a tag: the same, or the only one that is the same but for what the tag adds.</summary>
    private static Language? LanguageOf(string tag, IReadOnlyCollection<Language> known)
    {
        if (!Language.TryParse(tag.Replace('_', '-'), out var language) || known.Contains(language)) return language;
        var alike = known.Where(k => language.Tag.StartsWith(k.Tag + "-", StringComparison.Ordinal) || k.Tag.StartsWith(language.Tag + "-", StringComparison.Ordinal)).ToList();
        return alike.Count == 1 ? alike[0] : language;
    }

    private static string? Property(XElement unit, XElement variant, string type) =>
        variant.Elements("prop").Concat(unit.Elements("prop")).FirstOrDefault(p => (string?)p.Attribute("type") == type)?.Value;

    private static string? Folded(string? text) => text is null ? null : Context.Of(InlineContent.Of(text));

    private static SegmentState StateOf(XElement unit, XElement variant) => Property(unit, variant, TmxNames.State) switch
    {
        "final" => SegmentState.Final,
        "reviewed" => SegmentState.Reviewed,
        "initial" => SegmentState.Initial,
        // Somebody keeps it as a translation, and says no more.
        _ => SegmentState.Translated,
    };

    private static Provenance? MadeBy(XElement unit, XElement variant)
    {
        var maker = Attribute("changeid") ?? Attribute("creationid");
        if (maker is null) return null;
        var origin = Enum.TryParse<Origin>(Property(unit, variant, TmxNames.Origin), ignoreCase: true, out var parsed) ? parsed : Origin.Author;
        return new Provenance(origin, maker, Property(unit, variant, TmxNames.Method), TmxNames.Date(Attribute("changedate") ?? Attribute("creationdate")) ?? default);

        string? Attribute(string name) => (string?)variant.Attribute(name) ?? (string?)unit.Attribute(name);
    }
}
