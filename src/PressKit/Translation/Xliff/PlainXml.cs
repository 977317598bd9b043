using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using System.Text.Unicode;
using System.Xml;

namespace PressKit.Translation.Xliff;

/// <summary>Reads XML as PressKit writes it, several times as fast as a general parser: UTF-8 with elements, attributes in double quotes,
/// text, XML's own entities and namespaces that the root declares. Of anything else, and of all that is wrong, it makes nothing: the
/// general parser, which knows the rest and says what is wrong, reads that.</summary>
internal ref struct PlainXml
{
    private const string OfXml = "http://www.w3.org/XML/1998/namespace";
    private const int MostAttributes = 20;
    private const int LongestKnown = 24;

    private static readonly SearchValues<byte> NameBytes = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.:"u8);
    private static readonly SearchValues<byte> Controls =
        SearchValues.Create([.. Enumerable.Range(0, ' ').Where(c => c is not ('\n' or '\t')).Select(c => (byte)c)]);

    // What stands in every file again and again is one string each.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Known = FrozenSet.Create(StringComparer.Ordinal,
    [
        .. "xliff file skeleton group unit segment ignorable notes note originalData data source target cp ph pc sc ec metadata metaGroup meta matches match".Split(' '),
        .. "id type subType state subState canCopy canDelete canReorder dataRef dataRefStart dataRefEnd equiv equivStart equivEnd category hex href ref".Split(' '),
        .. "original canResegment space version srcLang trgLang startRef copyOf isolated order translate similarity origin".Split(' '),
        .. "no yes initial translated reviewed final preserve fmt link image other xlf:i xlf:b xlf:lb pk:footnote pk:code pk:html pk:name pk:mt pk:provenance".Split(' '),
        .. "pk:field pk:heading pk:paragraph pk:item pk:quotation pk:cell pk:alt pk:title segments maker method at glossary revised-by revised-at author machine memory".Split(' '),
        .. Enumerable.Range(1, 30).SelectMany(n => new[] { $"{n}", $"s{n}", $"d{n}" }), .. Enumerable.Range(0, 8).Select(n => "\n" + new string(' ', 2 * n)), " ",
    ]).GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly ReadOnlySpan<byte> _xml;
    private readonly XliffReport _report;
    private readonly List<(string Prefix, string Namespace)> _namespaces = [("xml", OfXml)];
    private int _at;
    private int _counted;
    private int _line = 1;
    private int _column = 1;

    private PlainXml(ReadOnlySpan<byte> xml, XliffReport report)
    {
        _xml = xml;
        _report = report;
    }

    /// <summary>The root element; null where the general parser has to read the file.</summary>
    public static XliffElement? Read(ReadOnlySpan<byte> xml, XliffReport report)
    {
        if (!IsPlain(xml)) return null;
        var reader = new PlainXml(xml, report);
        if (xml.StartsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"u8)) reader._at = xml.IndexOf((byte)'\n');
        return reader.Document();
    }

    /// <summary>Whether it is UTF-8 with nothing in it that XML cannot hold, or holds with a meaning of its own.</summary>
    public static bool IsPlain(ReadOnlySpan<byte> xml) =>
        !xml.ContainsAny(Controls) && xml.IndexOf("]]>"u8) < 0 && xml.IndexOf("\uFFFE"u8) < 0 && xml.IndexOf("\uFFFF"u8) < 0 && Utf8.IsValid(xml);

    private XliffElement? Document()
    {
        XliffElement? root = null;
        var open = new XliffElement[XliffReader.MaxDepth];
        Span<Range> names = stackalloc Range[XliffReader.MaxDepth];
        for (var (depth, count) = (0, 0); ;)
        {
            var length = _xml[_at..].IndexOf((byte)'<');
            var text = length < 0 ? _xml[_at..] : _xml.Slice(_at, length);
            if (depth == 0 && text.ContainsAnyExcept((byte)' ', (byte)'\n')) return null;
            if (length < 0) return depth == 0 ? root : null;
            if (depth > 0 && length > 0)
            {
                if (Text(text) is not { } run) return null;
                open[depth - 1].Add(run);
            }

            _at += length;
            if (_xml[_at..].StartsWith("</"u8))
            {
                if (depth == 0 || !Ends(_xml[names[--depth]])) return null;
                continue;
            }

            if ((depth == 0 && root is not null) || depth == open.Length || ++count > XliffReader.MaxElements) return null;
            if (Element(depth == 0 ? null : open[depth - 1], out var name, out var isEmpty) is not { } element) return null;
            root ??= element;
            if (isEmpty) continue;
            (open[depth], names[depth]) = (element, name);
            depth++;
        }
    }

    private bool Ends(ReadOnlySpan<byte> name)
    {
        var rest = _xml[(_at + 2)..];
        if (!rest.StartsWith(name) || !rest[name.Length..].StartsWith(">"u8)) return false;
        _at += name.Length + 3;
        return true;
    }

    /// <summary>The element whose tag begins here.</summary>
    private XliffElement? Element(XliffElement? parent, out Range name, out bool isEmpty)
    {
        (name, isEmpty) = (default, false);
        var place = Here();
        _at++;
        if (!Name(out name)) return null;
        Span<(Range Name, Range Value)> attributes = stackalloc (Range, Range)[MostAttributes];
        var count = 0;
        while (_at < _xml.Length && _xml[_at] == ' ')
        {
            _at++;
            if (count == MostAttributes || !Attribute(out attributes[count])) return null;
            for (var i = 0; i < count; i++)
            {
                if (_xml[attributes[i].Name].SequenceEqual(_xml[attributes[count].Name])) return null;
            }

            count++;
        }

        isEmpty = _xml[_at..].StartsWith("/>"u8);
        if (!isEmpty && !_xml[_at..].StartsWith(">"u8)) return null;
        _at += isEmpty ? 2 : 1;
        if (!Declare(attributes[..count], isRoot: parent is null) || !Resolve(_xml[name], isAttribute: false, out var of, out var local)) return null;
        var element = new XliffElement(of, local, place, parent is { KeepsSpace: true });
        foreach (var (attribute, range) in attributes[..count])
        {
            if (IsDeclaration(_xml[attribute])) continue;
            if (!Resolve(_xml[attribute], isAttribute: true, out of, out local) || Text(_xml[range]) is not { } value) return null;
            if (of == OfXml && local == "space" && value is not ("preserve" or "default")) return null;
            element.Set(of, local, value);
        }

        parent?.Add(element);
        return element;
    }

    private bool Name(out Range name)
    {
        var length = _xml[_at..].IndexOfAnyExcept(NameBytes);
        name = new Range(_at, _at + Math.Max(length, 0));
        _at = name.End.Value;
        return length > 0;
    }

    private bool Attribute(out (Range Name, Range Value) attribute)
    {
        attribute = default;
        if (!Name(out attribute.Name) || !_xml[_at..].StartsWith("=\""u8)) return false;
        _at += 2;
        var length = _xml[_at..].IndexOf((byte)'"');
        if (length < 0 || _xml.Slice(_at, length).ContainsAny((byte)'<', (byte)'\n', (byte)'\t')) return false;
        attribute.Value = new Range(_at, _at + length);
        _at += length + 1;
        return true;
    }

    private static bool IsDeclaration(ReadOnlySpan<byte> name) => name.SequenceEqual("xmlns"u8) || name.StartsWith("xmlns:"u8);

    /// <summary>Takes in the namespaces that an element declares; false where it must not.</summary>
    private readonly bool Declare(scoped ReadOnlySpan<(Range Name, Range Value)> attributes, bool isRoot)
    {
        foreach (var (name, value) in attributes)
        {
            if (!IsDeclaration(_xml[name])) continue;
            var prefix = Encoding.ASCII.GetString(_xml[name]["xmlns"u8.Length..]).TrimStart(':');
            var of = Encoding.UTF8.GetString(_xml[value]);
            if (!isRoot || of.Length == 0 || of.Contains('&', StringComparison.Ordinal) || of.StartsWith("http://www.w3.org/XML", StringComparison.Ordinal)
                || of.StartsWith("http://www.w3.org/2000/xmlns", StringComparison.Ordinal) || prefix is "xml" or "xmlns" || _namespaces.Exists(n => n.Namespace == of)
                || (prefix.Length > 0 && !IsLocal(_xml[name]["xmlns:"u8.Length..])) || _xml[name].EndsWith(":"u8)) return false;
            _namespaces.Add((prefix, of));
        }

        return true;
    }

    /// <summary>The namespace and the local part of a name. The default namespace holds for elements only.</summary>
    private readonly bool Resolve(ReadOnlySpan<byte> name, bool isAttribute, out string of, out string local)
    {
        (of, local) = ("", "");
        var colon = name.IndexOf((byte)':');
        if (colon == 0 || !IsLocal(name[(colon + 1)..])) return false;
        local = String(name[(colon + 1)..]);
        if (colon < 0 && isAttribute) return true;
        var prefix = name[..Math.Max(colon, 0)];
        foreach (var (known, found) in _namespaces)
        {
            if (!Ascii.Equals(prefix, known)) continue;
            of = found;
            return true;
        }

        return colon < 0;
    }

    private static bool IsLocal(ReadOnlySpan<byte> name) => !name.IsEmpty && (char.IsAsciiLetter((char)name[0]) || name[0] == '_') && !name.Contains((byte)':');

    /// <summary>A text with its entities resolved; null where it has one that is unknown or no character.</summary>
    public static string? Text(ReadOnlySpan<byte> text)
    {
        var at = text.IndexOf((byte)'&');
        if (at < 0) return String(text);
        var result = new StringBuilder();
        for (; at >= 0; at = text.IndexOf((byte)'&'))
        {
            result.Append(Encoding.UTF8.GetString(text[..at]));
            text = text[(at + 1)..];
            var end = text.IndexOf((byte)';');
            if (end < 0 || !Entity(text[..end], result)) return null;
            text = text[(end + 1)..];
        }

        return result.Append(Encoding.UTF8.GetString(text)).ToString();
    }

    private static bool Entity(ReadOnlySpan<byte> name, StringBuilder to)
    {
        if (name.SequenceEqual("amp"u8)) to.Append('&');
        else if (name.SequenceEqual("lt"u8)) to.Append('<');
        else if (name.SequenceEqual("gt"u8)) to.Append('>');
        else if (name.SequenceEqual("quot"u8)) to.Append('"');
        else if (name.StartsWith("#x"u8) && int.TryParse(name[2..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)
            && value <= char.MaxValue && XmlConvert.IsXmlChar((char)value)) to.Append((char)value);
        else return false;
        return true;
    }

    private static string String(ReadOnlySpan<byte> text)
    {
        Span<char> characters = stackalloc char[LongestKnown];
        return text.Length <= LongestKnown && Ascii.ToUtf16(text, characters, out var length) == OperationStatus.Done && Known.TryGetValue(characters[..length], out var known)
            ? known : Encoding.UTF8.GetString(text);
    }

    /// <summary>The place of what begins here, in UTF-16 units as the general parser counts.</summary>
    private Place Here()
    {
        var passed = _xml[_counted.._at];
        var line = passed.LastIndexOf((byte)'\n');
        if (line >= 0)
        {
            _line += passed.Count((byte)'\n');
            _column = 1;
            passed = passed[(line + 1)..];
        }

        _column += Encoding.UTF8.GetCharCount(passed);
        _counted = _at;
        return _report.At(_line, _column);
    }
}
