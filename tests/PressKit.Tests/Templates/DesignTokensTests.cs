using System.Text.RegularExpressions;
using PressKit.Templates;
using PressKit.Testing;

namespace PressKit.Tests.Templates;

/// <summary>The custom properties of the themes' style sheets, against their use and against docs/templates.md.</summary>
public sealed partial class DesignTokensTests
{
    public static TheoryData<string> Themes => [.. ThemeFiles.Shipped];

    [Theory]
    [MemberData(nameof(Themes))]
    public void Every_token_is_used_and_everything_used_is_one(string theme)
    {
        var style = Style(theme);
        var used = Matches(Used(), style);
        used.Except(Matches(Declared(), style), StringComparer.Ordinal).ShouldBeEmpty();
        Tokens(style).Except(used, StringComparer.Ordinal).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Themes))]
    public void The_document_has_every_token_and_no_other(string theme)
    {
        var rows = File.ReadAllLines(Repository.PathTo("docs", "templates.md")).SkipWhile(l => !l.StartsWith("| `press` | `broadsheet` |", StringComparison.Ordinal)).ToList();
        var column = rows[0].Split('|').ToList().FindIndex(cell => cell.Trim() == $"`{theme}`");
        var documented = rows.Skip(2).TakeWhile(l => l.StartsWith('|')).SelectMany(l => Matches(Documented(), l.Split('|')[column]));
        documented.Order(StringComparer.Ordinal).ShouldBe(Tokens(Style(theme)).Order(StringComparer.Ordinal));
    }

    private static string Style(string theme) => File.ReadAllText(Repository.PathTo("templates", theme, "assets", theme + ".css"));

    /// <summary>What stands in the blocks for the whole document; a rule's own properties are its own affair.</summary>
    private static HashSet<string> Tokens(string style) => [.. Root().Matches(style).SelectMany(block => Matches(Declared(), block.Value))];

    private static HashSet<string> Matches(Regex pattern, string text) => pattern.Matches(text).Select(m => m.Groups["name"].Value).ToHashSet(StringComparer.Ordinal);

    [GeneratedRegex(@"^\s*:root[^{]*\{[^}]*\}", RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Root();

    [GeneratedRegex("(?<name>--[a-z-]+):", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Declared();

    [GeneratedRegex(@"var\((?<name>--[a-z-]+)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Used();

    [GeneratedRegex("`(?<name>--[a-z-]+)`", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Documented();
}
