using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace PressKit.Translation.Xliff;

/// <summary>An element of a file that was read, with its place.</summary>
internal sealed class XliffElement(string ns, string name, Place place, bool keepsSpace)
{
    // A handful at most: looking at each is faster than any index.
    private readonly List<Attribute> _attributes = [];
    private readonly List<object> _nodes = [];

    /// <summary>Its name without a prefix.</summary>
    public string Name => name;

    /// <summary>The namespace of its name.</summary>
    public string Namespace => ns;

    /// <summary>Where it begins.</summary>
    public Place Place => place;

    /// <summary>Whether <c>xml:space="preserve"</c> holds for it.</summary>
    public bool KeepsSpace { get; private set; } = keepsSpace;

    /// <summary>What it holds, in order: strings and elements.</summary>
    public IReadOnlyList<object> Nodes => _nodes;

    /// <summary>The value of an attribute without a namespace; null where there is none.</summary>
    public string? this[string attribute] => this["", attribute];

    /// <summary>The value of an attribute of a namespace; null where there is none.</summary>
    public string? this[string attributeNamespace, string attribute]
    {
        get
        {
            foreach (var known in _attributes)
            {
                if (known.Name == attribute && known.Namespace == attributeNamespace) return known.Value;
            }

            return null;
        }
    }

    /// <summary>The names of its attributes without a namespace.</summary>
    public IEnumerable<string> Attributes => _attributes.Where(a => a.Namespace.Length == 0).Select(a => a.Name);

    /// <summary>Whether it is the element of that name in the core.</summary>
    public bool Is(string coreName) => name == coreName && ns == XliffNames.Core;

    /// <summary>The elements of a name that stand directly in it.</summary>
    public IEnumerable<XliffElement> Elements(string childName, string childNamespace = XliffNames.Core)
    {
        foreach (var node in _nodes)
        {
            if (node is XliffElement element && element.Name == childName && element.Namespace == childNamespace) yield return element;
        }
    }

    /// <summary>The first element of a name that stands directly in it; null where there is none.</summary>
    public XliffElement? Element(string childName, string childNamespace = XliffNames.Core)
    {
        foreach (var node in _nodes)
        {
            if (node is XliffElement element && element.Name == childName && element.Namespace == childNamespace) return element;
        }

        return null;
    }

    /// <summary>The text that stands directly in it, with its code points.</summary>
    public string Text(XliffReport report)
    {
        var text = new StringBuilder();
        foreach (var node in _nodes)
        {
            if (node is string run) text.Append(run);
            else if (node is XliffElement element && element.Is("cp")) text.Append(element.CodePoint(report));
        }

        return text.ToString();
    }

    /// <summary>The character that a <c>cp</c> stands for; nothing where it stands for none, which is reported.</summary>
    public string CodePoint(XliffReport report)
    {
        var hex = this["hex"] ?? "";
        if (hex.Length is >= 4 and <= 6
            && int.TryParse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)
            && Rune.TryCreate(value, out var rune)) return rune.ToString();
        report.Invalid(Place, $"'{hex}' is not the number of a Unicode character.",
            "Write four to six hexadecimal digits from 0000 to 10FFFF, without the surrogates D800 to DFFF.");
        return "";
    }

    /// <summary>Adds a run of text.</summary>
    public void Add(string text) => _nodes.Add(text);

    /// <summary>Adds an element.</summary>
    public void Add(XliffElement child) => _nodes.Add(child);

    /// <summary>Gives it other contents.</summary>
    public void Replace(IEnumerable<object> nodes)
    {
        var other = nodes.ToList();
        _nodes.Clear();
        _nodes.AddRange(other);
    }

    /// <summary>Gives it an attribute.</summary>
    public void Set(string attributeNamespace, string attribute, string value)
    {
        if (attributeNamespace == "http://www.w3.org/2000/xmlns/") return;
        if (this[attributeNamespace, attribute] is not null) _attributes.RemoveAll(a => a.Name == attribute && a.Namespace == attributeNamespace);
        _attributes.Add(new Attribute(attributeNamespace, attribute, value));
        if (attributeNamespace == "http://www.w3.org/XML/1998/namespace" && attribute == "space") KeepsSpace = value == "preserve";
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Attribute(string Namespace, string Name, string Value);
}
