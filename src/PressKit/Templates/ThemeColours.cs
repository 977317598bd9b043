using System.Text.RegularExpressions;
using PressKit.Content;

namespace PressKit.Templates;

/// <summary>What a theme's <c>theme.yml</c> says to whoever shows the site without reading its style sheet.</summary>
/// <param name="Colour">The colour around the site, as CSS has it; null where the theme names none.</param>
/// <param name="Background">The colour behind it while it is loaded; null likewise.</param>
public sealed partial record ThemeColours(string? Colour, string? Background)
{
    /// <summary>The name of the file.</summary>
    internal const string File = "theme.yml";

    /// <summary>No colours.</summary>
    public static ThemeColours None { get; } = new(null, null);

    /// <summary>Reads the file.</summary>
    internal static ThemeColours Read(ThemeFile file, string text, Problems problems)
    {
        if (YamlReader.ReadMap(text, file.File, 1, problems) is not { } map) return None;
        var keys = new MapReader(map, problems);
        var colours = new ThemeColours(Read(keys, "colour", problems), Read(keys, "background", problems));
        keys.ReportUnknownKeys("template.unknown-key");
        return colours;
    }

    private static string? Read(MapReader keys, string key, Problems problems)
    {
        if (keys.Text(key) is not { } text) return null;
        if (Hexadecimal().IsMatch(text)) return text;
        problems.Error("template.bad-colour", keys.PlaceOf(key), $"'{text}' is not a colour.", "Write it as #rrggbb, in quotation marks.");
        return null;
    }

    [GeneratedRegex("^#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Hexadecimal();
}
