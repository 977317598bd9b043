using System.Text;
using System.Xml.Linq;
using PressKit.Languages;
using PressKit.Templates;

namespace PressKit.Tests.Templates;

/// <summary>Writes the part of docs/templates.md that follows from the models: every template, every variable.</summary>
internal sealed class TemplateReference
{
    private readonly ModelTypes _types = new();
    private readonly Dictionary<string, string> _summaries;
    private readonly StringBuilder _text = new();
    private readonly List<Type> _groups = [];

    /// <summary>The reference by the compiler's file of documentation comments.</summary>
    public TemplateReference(string documentation) => _summaries = XDocument.Load(documentation).Descendants("member")
        .ToDictionary(m => m.Attribute("name")!.Value, m => Markdown(m.Element("summary")), StringComparer.Ordinal);

    /// <summary>The variables that lack a description.</summary>
    public List<string> Undescribed { get; } = [];

    public string Write()
    {
        var common = _types.Of(typeof(PressKit.Templates.Models.NotFoundModel)).Variables;
        Line("## Every page");
        Table(typeof(PressKit.Templates.Models.PageModel), _types.Of(typeof(PressKit.Templates.Models.PageModel)).Variables.Keys);
        foreach (var (template, type) in Theme.Kinds)
        {
            var own = _types.Of(type).Variables.Keys.Where(v => !common.ContainsKey(v)).ToList();
            Line($"## `{template}.hbs`");
            Line(Summary("T:", type.FullName!));
            if (own.Count > 0) Table(type, own);
        }

        Line("## Groups");
        Line("A variable of one of these kinds has variables of its own.");
        for (var i = 0; i < _groups.Count; i++)
        {
            Line($"### {Name(_groups[i])}");
            Line(Summary("T:", _groups[i].FullName!));
            Table(_groups[i], _types.Of(_groups[i]).Variables.Keys);
        }

        return _text.ToString().TrimEnd('\n') + "\n";
    }

    private void Table(Type type, IEnumerable<string> variables)
    {
        _text.Append("| variable | kind | what it is |\n|---|---|---|\n");
        foreach (var variable in variables)
        {
            var property = _types.Of(type).Variables[variable].Property;
            var summary = Summary("P:", $"{property.DeclaringType!.FullName}.{property.Name}");
            _text.Append(System.Globalization.CultureInfo.InvariantCulture, $"| `{variable}` | {Kind(property.PropertyType)} | {summary} |\n");
        }

        _text.Append('\n');
    }

    private string Kind(Type type)
    {
        var described = _types.Of(type);
        switch (described.Kind)
        {
            case ModelKind.List:
                var element = _types.Of(described.Element!);
                return element.Kind == ModelKind.Group ? $"list of {Link(element.Type)}" : "list of texts";
            case ModelKind.Group:
                return Link(type);
            case ModelKind.Names:
                return "names with texts";
            default:
                return described.Kind.ToString().ToLowerInvariant();
        }
    }

    private string Link(Type type)
    {
        if (!_groups.Contains(type)) _groups.Add(type);
        return $"[{Name(type)}](#{Name(type).Replace(' ', '-')})";
    }

    private static string Name(Type type)
    {
        if (type == typeof(Strings)) return "words";
        var name = type.Name.Replace("Model", "", StringComparison.Ordinal);
        return string.Concat(name.Select((c, i) => char.IsUpper(c) && i > 0 ? " " + c : c.ToString())).ToLowerInvariant();
    }

    private string Summary(string prefix, string member)
    {
        if (_summaries.TryGetValue(prefix + member, out var summary) && summary.Length > 0) return summary;
        Undescribed.Add(member);
        return "";
    }

    private static string Markdown(XElement? summary) => summary is null ? "" : string.Join(' ', string.Concat(summary.Nodes().Select(n => n switch
    {
        XText text => text.Value,
        XElement { Name.LocalName: "c" } code => $"`{code.Value}`",
        XElement { Name.LocalName: "see" } see => $"`{see.Attribute("cref")!.Value.Split('.')[^1]}`",
        _ => "",
    })).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Replace("|", "\\|", StringComparison.Ordinal);

    private void Line(string text) => _text.Append(text).Append("\n\n");
}
