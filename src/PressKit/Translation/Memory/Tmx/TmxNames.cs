using System.Globalization;
using System.Xml.Linq;

namespace PressKit.Translation.Memory.Tmx;

/// <summary>The names that TMX files of PressKit use, TMX's own and those of its properties.</summary>
internal static class TmxNames
{
    public const string State = "x-state";
    public const string Origin = "x-origin";
    public const string Method = "x-method";
    public const string Kind = "x-kind";

    // OmegaT's names.
    public const string File = "file";
    public const string Id = "id";
    public const string Previous = "prev";
    public const string Next = "next";

    private const string DateForm = "yyyyMMdd'T'HHmmss'Z'";

    private static readonly (CodeKind Kind, string Type)[] Types =
    [
        (CodeKind.Emphasis, "italic"), (CodeKind.Strong, "bold"), (CodeKind.Formatting, "x-formatting"), (CodeKind.Link, "link"),
        (CodeKind.Image, "image"), (CodeKind.Code, "x-code"), (CodeKind.Break, "lb"), (CodeKind.Html, "x-html"),
        (CodeKind.Footnote, "fnote"), (CodeKind.Name, "x-name"), (CodeKind.Other, "x-other"),
    ];

    public static string TypeOf(CodeKind kind) => Array.Find(Types, t => t.Kind == kind).Type;

    public static CodeKind KindOf(string? type) => type switch
    {
        "ulined" or "dulined" or "scap" or "struct" or "cond" or "color" or "font" or "hilite" => CodeKind.Formatting,
        "x-link" or "x-url" => CodeKind.Link,
        "x-bold" or "strong" => CodeKind.Strong,
        "x-italic" or "em" => CodeKind.Emphasis,
        _ => Array.Find(Types, t => t.Type == type) is { Type: not null } known ? known.Kind : CodeKind.Other,
    };

    public static string Date(DateTimeOffset at) => at.UtcDateTime.ToString(DateForm, CultureInfo.InvariantCulture);

    public static DateTimeOffset? Date(string? text) =>
        DateTimeOffset.TryParseExact(text, DateForm, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null;

    public static XElement Property(string type, string value) => new("prop", new XAttribute("type", type), TmxText.Clean(value));
}
