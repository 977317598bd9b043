using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.RegularExpressions;
using PressKit.Testing;

namespace PressKit.Benchmarks.Site;

/// <summary>Shows results as tables and a chart, and puts them into docs/performance.md.</summary>
internal static partial class SiteTable
{
    private const string Begin = "<!-- Between these lines the file is written by 'site --write'. -->", End = "<!-- End of what 'site --write' writes. -->";

    public static string Of(SizeResults size)
    {
        var text = new StringBuilder();
        var own = size.Results.FirstOrDefault(r => r.Name.EndsWith("authored", StringComparison.Ordinal));
        var joined = size.Results.FirstOrDefault(r => r.Name.EndsWith("XLIFF", StringComparison.Ordinal));
        text.AppendLine(CultureInfo.InvariantCulture, $"### {size.Pages:N0} pages ({size.Releases:N0} releases in {size.Languages} languages)").AppendLine();
        text.AppendLine("| | wall, s | fastest – slowest | processor, s | peak, MiB | files | MB | wall and processor against PressKit, authored | from XLIFF |");
        text.AppendLine("|---|---:|---|---:|---:|---:|---:|---|---|");
        foreach (var r in size.Results)
        {
            text.AppendLine(CultureInfo.InvariantCulture,
                $"| {r.Name} | {r.Wall:F2} | {r.Fastest:F2} – {r.Slowest:F2} | {r.Processor:F2} | {(r.Peak > 0 ? r.Peak.ToString("F0", CultureInfo.InvariantCulture) : "")} | {r.Files:N0} | {r.Bytes / 1e6:F1} | {Against(r, own)} | {Against(r, joined)} |");
        }

        return text.ToString();
    }

    public static void Write(IReadOnlyList<SizeResults> results, int runs)
    {
        var path = Repository.PathTo("docs", "performance.md");
        var text = File.ReadAllText(path);
        var (from, to) = (text.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length, text.IndexOf(End, StringComparison.Ordinal));
        var tables = string.Join('\n', results.Select(Of));
        var machine = string.Create(CultureInfo.InvariantCulture, $"Medians of {runs} runs on {Environment.ProcessorCount} cores of {Processor()}, .NET {Environment.Version}, {RuntimeInformation.OSDescription}. When the last run ended, the machine's load over fifteen minutes was {Load()}.");
        File.WriteAllText(path, $"{text[..from]}\n\n{machine}\n\n![Wall time of each contender](images/performance.svg)\n\n{tables}\n{text[to..]}".ReplaceLineEndings("\n"));
        File.WriteAllText(Repository.PathTo("docs", "images", "performance.svg"), SiteChart.Of(results).ReplaceLineEndings("\n"));
    }

    private static string Against(Result result, Result? own) => own is null || own == result ? ""
        : string.Create(CultureInfo.InvariantCulture, $"{result.Wall / own.Wall:F2} ×, {result.Processor / own.Processor:F2} ×");

    private static string Processor() =>
        File.ReadLines("/proc/cpuinfo").FirstOrDefault(l => l.StartsWith("model name", StringComparison.Ordinal)) is { } line ? Spaces().Replace(line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim(), " ") : "an unnamed processor";

    private static string Load() => File.ReadAllText("/proc/loadavg").Split(' ')[2];

    [GeneratedRegex(@"\s+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Spaces();
}
