using System.Text.RegularExpressions;
using PressKit.Testing;

namespace PressKit.Review.Tests;

/// <summary>The evidence that docs/security.md names exists.</summary>
public sealed partial class SecurityDocumentTests
{
    private static readonly string Text = File.ReadAllText(Repository.PathTo("docs", "security.md"));

    [Fact]
    public void Every_test_that_is_named_is_there()
    {
        var tests = Directory.EnumerateFiles(Repository.PathTo("tests"), "*Tests.cs", SearchOption.AllDirectories).ToLookup(f => Path.GetFileNameWithoutExtension(f)!, File.ReadAllText, StringComparer.Ordinal);
        var named = Test().Matches(Text);
        named.Count.ShouldBeGreaterThan(40);
        foreach (Match match in named)
        {
            var found = tests[match.Groups["class"].Value].ToList();
            found.ShouldNotBeEmpty(match.Value);
            if (match.Groups["method"] is { Success: true } method) found.ShouldContain(t => t.Contains($" {method.Value}(", StringComparison.Ordinal), match.Value);
        }
    }

    [Fact]
    public void Every_source_that_is_named_is_there()
    {
        var sources = Directory.EnumerateFiles(Repository.PathTo("src"), "*.cs", SearchOption.AllDirectories).Select(f => f.Replace('\\', '/')).ToList();
        foreach (Match match in Source().Matches(Text)) sources.ShouldContain(s => s.EndsWith('/' + match.Groups["file"].Value, StringComparison.Ordinal), match.Value);
    }

    [GeneratedRegex("`(?<class>[A-Z][A-Za-z]+Tests)(\\.(?<method>[A-Za-z_]+))?`", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Test();

    [GeneratedRegex("`(?<file>[A-Z][A-Za-z/]+\\.cs)`", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Source();
}
