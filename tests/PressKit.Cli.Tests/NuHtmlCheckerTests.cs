using System.Diagnostics;
using System.Text;
using PressKit.Testing;

namespace PressKit.Cli.Tests;

/// <summary>Every page before the Nu HTML checker, which is what validator.w3.org runs.</summary>
[Collection(SampleCollection.Name)]
public sealed class NuHtmlCheckerTests(Sample sample)
{
    private static readonly string Checker = Repository.PathTo("tests", "node_modules", "vnu-jar", "build", "dist", "vnu.jar");

    [SkippableTheory]
    [InlineData("press")]
    [InlineData("broadsheet")]
    public async Task No_page_of_the_sample_has_an_error(string theme) => (await CheckAsync(sample.In(theme))).ShouldBeEmpty();

    [SkippableTheory]
    [InlineData("press")]
    [InlineData("broadsheet")]
    public async Task No_page_of_the_golden_newsroom_has_an_error(string theme)
    {
        using var newsroom = new TestNewsroom();
        newsroom.Add(Repository.PathTo("tests", "PressKit.Cli.Tests", "Sites", "corrected"));
        newsroom.Replace("content/newsroom.yml", "theme: plain", $"theme: {theme}");
        await newsroom.SucceedAsync("build");
        (await CheckAsync(newsroom.Published())).ShouldBeEmpty();
    }

    [SkippableFact]
    public async Task A_page_that_is_wrong_has_one()
    {
        var page = Encoding.UTF8.GetString(sample.Files["it/index.html"]).Replace("<main", "<main align=\"left\"", StringComparison.Ordinal);
        (await CheckAsync(new Dictionary<string, byte[]>(StringComparer.Ordinal) { ["it/index.html"] = Encoding.UTF8.GetBytes(page) })).ShouldContain("align");
    }

    private static async Task<string> CheckAsync(IReadOnlyDictionary<string, byte[]> files)
    {
        Skip.IfNot(File.Exists("/usr/bin/java"), "There is no Java: run ./test.");
        Skip.IfNot(File.Exists(Checker), "npm's vnu-jar is not installed: run ./test.");
        using var folder = new TemporaryFolder();
        foreach (var (path, bytes) in files.Where(f => f.Key.EndsWith(".html", StringComparison.Ordinal)))
        {
            var file = Path.Combine(folder.Path, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            await File.WriteAllBytesAsync(file, bytes);
        }

        var start = new ProcessStartInfo("/usr/bin/java", ["-jar", Checker, "--errors-only", "--skip-non-html", "--format", "gnu", folder.Path])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
        };
        using var process = Process.Start(start)!;
        var answers = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return string.Concat(answers).Replace(folder.Path, "", StringComparison.Ordinal);
    }
}
