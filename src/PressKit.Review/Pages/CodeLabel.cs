using System.Globalization;
using System.Text.RegularExpressions;

namespace PressKit.Review.Pages;

/// <summary>Inline codes as chips: images, which browsers keep whole while people write around them, with what they stand for as their
/// alternative text.</summary>
internal static partial class CodeLabel
{
    private const int Longest = 14;

    /// <summary>A code's end, beginning or whole, as an element.</summary>
    public static Html Chip(Piece piece, IReadOnlyList<InlineCode> codes)
    {
        var code = piece.Code!;
        var label = Of(code, codes);
        var (kind, spoken) = piece.Kind switch
        {
            PieceKind.Open => ("open", $"{Words.Of(code)} begins"),
            PieceKind.Close => ("close", $"{Words.Of(code)} ends"),
            _ => ("alone", code.Equivalent.Length > 0 ? $"{Words.Of(code)} {code.Equivalent}" : Words.Of(code)),
        };
        var fixedCode = code.CanDelete ? "" : "1";
        return Html.Of($"""<img class="chip" src="/assets/chip/{Uri.EscapeDataString(label)}.svg" alt="{spoken}" title="{code.Open}" data-code="{code.Id}" data-kind="{kind}" data-fixed="{fixedCode}" draggable="false">""");
    }

    /// <summary>A few characters for a code; those of one kind in a sentence are numbered.</summary>
    public static string Of(InlineCode code, IReadOnlyList<InlineCode> codes)
    {
        var name = code.Kind switch
        {
            CodeKind.Emphasis => "i",
            CodeKind.Strong => "b",
            CodeKind.Formatting => "fmt",
            CodeKind.Link => "link",
            CodeKind.Image => "image",
            CodeKind.Break => "break",
            CodeKind.Footnote => "note",
            CodeKind.Html => HtmlName().Match(code.Open) is { Success: true } tag ? tag.Value[1..] : "html",
            CodeKind.Code when Plain().IsMatch(code.Equivalent) => code.Equivalent,
            _ => "code",
        };
        if (name.Length > Longest) name = name[..(Longest - 1)] + "…";
        var alike = codes.Where(c => c.Kind == code.Kind && c.Equivalent == code.Equivalent).Select(c => c.Id).Order().ToList();
        return alike.Count < 2 ? name : name + (alike.IndexOf(code.Id) + 1).ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>The picture of a label, in the colours of the page's scheme.</summary>
    public static string Svg(string label)
    {
        var width = 8 + label.EnumerateRunes().Sum(r => r.IsAscii ? 6.4 : 9);
        return string.Create(CultureInfo.InvariantCulture, $"""
            <svg xmlns="http://www.w3.org/2000/svg" width="{width:0.#}" height="16" viewBox="0 0 {width:0.#} 16"><style>text{"{"}font:600 10.5px ui-monospace,"SF Mono","Cascadia Mono","Noto Sans Mono","DejaVu Sans Mono",monospace;fill:#34506b{"}"}@media (prefers-color-scheme:dark){"{"}text{"{"}fill:#a9c6e6{"}"}{"}"}@media (forced-colors:active){"{"}text{"{"}fill:#000{"}"}{"}"}</style><text x="{width / 2:0.##}" y="11.8" text-anchor="middle">{Html.Escaped(label)}</text></svg>
            """);
    }

    /// <summary>Whether a label is one.</summary>
    public static bool Is(string label) => label.Length is > 0 and <= Longest + 3 && label.All(c => !char.IsControl(c));

    [GeneratedRegex("^</?[a-z][a-z0-9]{0,9}|^<!--", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex HtmlName();

    [GeneratedRegex(@"^[\p{L}\p{N}._-]{1,14}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Plain();
}
