using System.Globalization;
using System.Net;
using System.Text;

namespace PressKit.Benchmarks.Site;

/// <summary>Draws results as bars, a group a size, each group by its own scale.</summary>
internal static class SiteChart
{
    private const int Left = 250, Right = 120, Bar = 18, Step = 26, Length = 430;

    public static string Of(IReadOnlyList<SizeResults> sizes)
    {
        var (bars, y) = (new StringBuilder(), 10);
        foreach (var size in sizes)
        {
            bars.AppendLine(CultureInfo.InvariantCulture, $"""<text class="size" x="0" y="{y + 14}">{size.Pages:N0} pages: seconds from start to end</text>""");
            y += Step;
            var longest = size.Results.Max(r => r.Wall);
            foreach (var result in size.Results)
            {
                var length = Math.Max(1, result.Wall / longest * Length);
                var kind = result.Name.StartsWith("PressKit", StringComparison.Ordinal) ? "own" : result.Name.StartsWith("floor", StringComparison.Ordinal) ? "floor" : "peer";
                bars.AppendLine(CultureInfo.InvariantCulture, $"""<text x="{Left - 10}" y="{y + 13}" text-anchor="end">{WebUtility.HtmlEncode(result.Name)}</text>""");
                bars.AppendLine(CultureInfo.InvariantCulture, $"""<rect class="{kind}" x="{Left}" y="{y}" width="{length:F1}" height="{Bar}" rx="2"/>""");
                bars.AppendLine(CultureInfo.InvariantCulture, $"""<text x="{Left + length + 8:F1}" y="{y + 13}">{result.Wall:F2}</text>""");
                y += Step;
            }

            y += Step / 2;
        }

        return string.Create(CultureInfo.InvariantCulture, $$"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {{Left + Length + Right}} {{y}}" font-family="sans-serif" font-size="13" role="img">
            <title>Wall time of clean builds</title>
            <style>text { fill: #222 } .size { font-weight: bold } .own { fill: #b5432a } .peer { fill: #7d8794 } .floor { fill: #c9ccd1 } @media (prefers-color-scheme: dark) { text { fill: #ddd } .floor { fill: #565b63 } }</style>
            {{bars}}</svg>

            """);
    }
}
