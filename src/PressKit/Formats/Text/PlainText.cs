using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using PressKit.Content.Markdown;
using PressKit.Languages;

namespace PressKit.Formats.Text;

/// <summary>Sets HTML as plain text: blocks parted by an empty line, lists with their marks, rows of tables with tabs, and behind
/// the words of a link where it leads. What a browser adds to the text stands in it: quotation marks, and brackets around the reading
/// of a character.</summary>
internal sealed partial class PlainText
{
    private const string Indent = "    ";
    private readonly Locale _locale;
    private readonly List<string> _blocks = [];

    private PlainText(Locale locale) => _locale = locale;

    /// <summary>The text of a piece of HTML that stands in a body, in the quotation marks of a language.</summary>
    public static string Of(string html, Locale locale)
    {
        var text = new PlainText(locale);
        text.Blocks(XElement.Parse($"<body>{XmlText.Clean(Xhtml.Of(html))}</body>", LoadOptions.PreserveWhitespace), "");
        return string.Join("\n\n", text._blocks);
    }

    /// <summary>The blocks in an element; text between them is a block too.</summary>
    private void Blocks(XElement parent, string indent)
    {
        var line = new StringBuilder();
        foreach (var node in parent.Nodes())
        {
            if (node is not XElement element || !IsBlock(element))
            {
                Inline(node, line);
                continue;
            }

            Flush(line, indent);
            Block(element, indent);
        }

        Flush(line, indent);
    }

    private void Block(XElement element, string indent)
    {
        switch (element.Name.LocalName)
        {
            case "ul" or "ol":
                _blocks.Add(string.Join('\n', Items(element, indent)));
                break;
            case "table":
                _blocks.Add(string.Join('\n', element.Descendants().Where(e => e.Name.LocalName == "tr").Select(row => indent + string.Join('\t', row.Elements().Select(Line)))));
                break;
            case "pre":
                _blocks.Add(string.Join('\n', element.Value.TrimEnd('\n').Split('\n').Select(line => indent + Indent + line)));
                break;
            case "hr":
                _blocks.Add(indent + "* * *");
                break;
            case "blockquote" or "dd":
                Blocks(element, indent + Indent);
                break;
            default:
                Blocks(element, indent);
                break;
        }
    }

    /// <summary>The items of a list, those of lists in them further in.</summary>
    private IEnumerable<string> Items(XElement list, string indent)
    {
        var number = (int?)list.Attribute("start") ?? 1;
        foreach (var item in list.Elements())
        {
            var mark = list.Name.LocalName == "ul" ? "•" : FormattableString.Invariant($"{number++}.");
            var text = new PlainText(_locale);
            text.Blocks(item, "");
            var lines = string.Join('\n', text._blocks).Split('\n');
            yield return $"{indent}{mark} {lines[0]}";
            foreach (var line in lines.Skip(1)) yield return indent + Indent + line;
        }
    }

    private void Flush(StringBuilder line, string indent)
    {
        var text = string.Join('\n', line.ToString().Split('\n').Select(l => Space().Replace(l, " ").Trim(' ')));
        line.Clear();
        if (text.Length > 0) _blocks.Add(indent + text.Replace("\n", "\n" + indent, StringComparison.Ordinal));
    }

    private string Line(XElement element)
    {
        var line = new StringBuilder();
        foreach (var node in element.Nodes()) Inline(node, line);
        return Space().Replace(line.ToString().Replace('\n', ' '), " ").Trim(' ');
    }

    private void Inline(XNode node, StringBuilder line)
    {
        switch (node)
        {
            case XText text:
                line.Append(text.Value.ReplaceLineEndings(" "));
                break;
            case XElement { Name.LocalName: "br" }:
                line.Append('\n');
                break;
            case XElement { Name.LocalName: "img" } image:
                line.Append(CultureInfo.InvariantCulture, $"[{(string?)image.Attribute("alt")}]");
                break;
            case XElement { Name.LocalName: "input" } box:
                line.Append(box.Attribute("checked") is null ? "[ ]" : "[x]");
                break;
            case XElement { Name.LocalName: "q" } quotation:
                var marks = quotation.Ancestors("q").Any() ? _locale.InnerQuotes : _locale.Quotes;
                line.Append(marks.Open);
                foreach (var child in quotation.Nodes()) Inline(child, line);
                line.Append(marks.Close);
                break;
            case XElement { Name.LocalName: "sup" or "sub" } moved when moved.Value.All(char.IsAsciiDigit) && !IsFootnote(moved.Parent!):
                line.Append(string.Concat(moved.Value.Select(c => (moved.Name.LocalName == "sup" ? "⁰¹²³⁴⁵⁶⁷⁸⁹" : "₀₁₂₃₄₅₆₇₈₉")[c - '0'])));
                break;
            case XElement { Name.LocalName: "rt" } reading when !reading.Parent!.Elements("rp").Any():
                line.Append(CultureInfo.InvariantCulture, $"（{Line(reading)}）");
                break;
            case XElement { Name.LocalName: "a" } link:
                Link(link, line);
                break;
            case XElement element:
                foreach (var child in element.Nodes()) Inline(child, line);
                break;
        }
    }

    /// <summary>A link's words and where it leads; a footnote's number in brackets, and nothing for the way back from it.</summary>
    private void Link(XElement link, StringBuilder line)
    {
        var kind = (string?)link.Attribute("class") ?? "";
        if (kind.Contains("back-ref", StringComparison.Ordinal)) return;
        var words = Line(link);
        if (IsFootnote(link)) words = $"[{words}]";
        line.Append(words);
        if ((string?)link.Attribute("href") is not { } address || !address.StartsWith("http", StringComparison.Ordinal)) return;
        if (words.TrimEnd('/') != address.TrimEnd('/')) line.Append(CultureInfo.InvariantCulture, $" ({address})");
    }

    private static bool IsFootnote(XElement element) => ((string?)element.Attribute("class") ?? "").Contains("footnote-ref", StringComparison.Ordinal);

    private static bool IsBlock(XElement element) => element.Name.LocalName is "p" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "ul" or "ol"
        or "blockquote" or "pre" or "table" or "dl" or "dt" or "dd" or "figure" or "figcaption" or "div" or "section" or "article" or "aside" or "hr"
        or "details" or "summary" or "address" or "header" or "footer" or "main" or "nav";

    [GeneratedRegex(@"[ \t]+", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Space();
}
