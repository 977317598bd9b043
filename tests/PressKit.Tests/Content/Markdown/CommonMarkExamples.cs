using PressKit.Testing;

namespace PressKit.Tests.Content.Markdown;

/// <summary>The examples of the CommonMark specification, from its npm package.</summary>
internal static class CommonMarkExamples
{
    private const string Fence = "````````````````````````````````";

    /// <summary>The Markdown of each example with its number; tabs stand as tabs. The test is skipped without the package.</summary>
    public static IEnumerable<(int Number, string Markdown)> All()
    {
        var path = Repository.PathTo("tests", "node_modules", "commonmark-spec", "spec.txt");
        Skip.IfNot(File.Exists(path), "npm's package commonmark-spec is not installed: run ./test.");
        var lines = File.ReadAllText(path).ReplaceLineEndings("\n").Split('\n');
        var number = 0;
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i] != Fence + " example") continue;
            var end = Array.IndexOf(lines, ".", i);
            yield return (++number, string.Join('\n', lines[(i + 1)..end]).Replace('→', '\t') + "\n");
        }
    }
}
