using System.Collections.Frozen;
using System.Xml;

namespace PressKit.Translation.Xliff;

/// <summary>Which elements and attributes XLIFF 2.1 has in its core, where they may stand, and what they may say (core, 4.2 and
/// 4.3).</summary>
internal static class XliffShape
{
    private const string Inline = "cp ph pc sc ec mrk sm em";
    private const string Code = "id! canCopy=yes,no canDelete=yes,no canReorder=yes,firstNo,no copyOf subType: type=fmt,ui,quote,link,image,other";

    // A name with ! must be there, with = has one of the values, with : is a prefix and a value. Names in the order of elements.
    private static readonly FrozenDictionary<string, Shape> Shapes = new (string Name, string Children, string Attributes, bool Others)[]
    {
        ("xliff", "file", "version! srcLang! trgLang", false),
        ("file", "skeleton * notes unit|group", "id! canResegment=yes,no original translate=yes,no srcDir=ltr,rtl,auto trgDir=ltr,rtl,auto", true),
        ("skeleton", "*", "href", true),
        ("group", "* notes unit|group", "id! name canResegment=yes,no translate=yes,no srcDir=ltr,rtl,auto trgDir=ltr,rtl,auto type:", true),
        ("unit", "* notes originalData segment|ignorable", "id! name canResegment=yes,no translate=yes,no srcDir=ltr,rtl,auto trgDir=ltr,rtl,auto type:", true),
        ("segment", "source target", "id canResegment=yes,no state=initial,translated,reviewed,final subState:", false),
        ("ignorable", "source target", "id", false),
        ("notes", "note", "", false),
        ("note", "", "id appliesTo=source,target category priority=1,2,3,4,5,6,7,8,9,10", false),
        ("originalData", "data", "", false),
        ("data", "cp", "id! dir=ltr,rtl,auto", false),
        ("source", Inline.Replace(' ', '|'), "", false),
        ("target", Inline.Replace(' ', '|'), "order", false),
        ("cp", "", "hex!", false),
        ("ph", "", Code + " disp equiv dataRef subFlows", false),
        ("pc", Inline.Replace(' ', '|'), Code + " canOverlap=yes,no dispEnd dispStart equivEnd equivStart dataRefEnd dataRefStart subFlowsEnd subFlowsStart dir=ltr,rtl,auto", false),
        ("sc", "", Code + " canOverlap=yes,no dataRef dir=ltr,rtl,auto disp equiv isolated=yes,no subFlows", false),
        ("ec", "", Code.Replace("id!", "id", StringComparison.Ordinal) + " canOverlap=yes,no dataRef dir=ltr,rtl,auto disp equiv isolated=yes,no startRef subFlows", false),
        ("mrk", Inline.Replace(' ', '|'), "id! translate=yes,no type ref value", false),
        ("sm", "", "id! translate=yes,no type ref value", false),
        ("em", "", "startRef!", false),
    }.ToFrozenDictionary(s => s.Name, s => Shape.Of(s.Children, s.Attributes, s.Others), StringComparer.Ordinal);

    /// <summary>Reports what of an element has no place in it, is missing in it, or cannot be.</summary>
    public static void Check(XliffElement element, XliffReport report)
    {
        if (!Shapes.TryGetValue(element.Name, out var shape))
        {
            report.Invalid(element.Place, $"XLIFF has no element <{element.Name}>.", "Take it out, or export the file again from the tool that wrote it.");
            return;
        }

        foreach (var name in shape.Required.Where(n => element[n] is null))
            report.Invalid(element.Place, $"<{element.Name}> has no {name}.", "Give it one.");
        foreach (var name in element.Attributes)
        {
            if (!shape.Attributes.TryGetValue(name, out var values))
                report.Invalid(element.Place, $"<{element.Name}> has no attribute '{name}'.", "Take it out, or give it the prefix of its module.");
            else if (values.Length > 0 && !values.Contains(element[name], StringComparer.Ordinal))
                report.Invalid(element.Place, $"{name} '{element[name]}' is none of {string.Join(", ", values)}.", "Write one of them.");
            else if (shape.Prefixed.Contains(name) && !IsPrefixed(element[name]!))
                report.Invalid(element.Place, $"{name} '{element[name]}' has no prefix.", "Write a prefix, a colon and a value.");
            else if (name is "id" or "copyOf" or "dataRef" or "dataRefStart" or "dataRefEnd" or "startRef" && !XliffWriter.IsNameToken(element[name]!))
                report.Invalid(element.Place, $"{name} '{element[name]}' is not an id.", "Write letters and digits without spaces.");
        }

        CheckChildren(element, shape, report);
    }

    private static void CheckChildren(XliffElement element, Shape shape, XliffReport report)
    {
        var step = 0;
        foreach (var child in element.Nodes.OfType<XliffElement>())
        {
            var name = child.Namespace == XliffNames.Core ? child.Name : "*";
            var at = Array.FindIndex(shape.Children, c => c.Contains(name, StringComparer.Ordinal));
            if (at < 0)
                report.Invalid(child.Place, $"<{child.Name}> cannot stand in <{element.Name}>.", "Take it out, or export the file again from the tool that wrote it.");
            else if (at < step)
                report.Invalid(child.Place, $"<{child.Name}> stands too late in <{element.Name}>.", "Put it in front of what comes after it in XLIFF.");
            step = Math.Max(step, at);
        }

        if (element.Name is "source" or "target" or "pc" or "mrk" or "note" or "data" or "skeleton") return;
        if (element.Nodes.OfType<string>().Any(t => t.AsSpan().ContainsAnyExcept(" \t\r\n")))
            report.Invalid(element.Place, $"<{element.Name}> holds text.", "Take the text out.");
    }

    private static bool IsPrefixed(string value)
    {
        var colon = value.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && colon == value.LastIndexOf(':') && colon < value.Length - 1 && !value.Any(XmlConvert.IsWhitespaceChar);
    }

    private sealed record Shape(string[][] Children, FrozenDictionary<string, string[]> Attributes, string[] Required, FrozenSet<string> Prefixed)
    {
        public static Shape Of(string children, string attributes, bool others)
        {
            var words = attributes.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var steps = children.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(c => c != "*" || others).Select(c => c.Split('|'));
            return new Shape([.. steps],
                words.ToFrozenDictionary(w => w.Split('!', '=', ':')[0], w => w.Contains('=', StringComparison.Ordinal) ? w.Split('=')[1].Split(',') : [], StringComparer.Ordinal),
                [.. words.Where(w => w.EndsWith('!')).Select(w => w[..^1])],
                words.Where(w => w.EndsWith(':')).Select(w => w[..^1]).ToFrozenSet(StringComparer.Ordinal));
        }
    }
}
