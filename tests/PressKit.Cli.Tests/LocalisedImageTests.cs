using System.Text;
using System.Text.RegularExpressions;

namespace PressKit.Cli.Tests;

public sealed class LocalisedImageTests
{
    [Fact]
    public async Task A_translation_shows_the_image_of_its_language_where_there_is_one()
    {
        using var newsroom = new TestNewsroom();
        const string Folder = "content/releases/2025/immagini/";
        newsroom.Write(Folder + "it.md", "---\nheadline: Immagini\npublished: 2025-12-01T09:00\n---\n\n![Una mappa](media/mappa.svg) e ![Un logo](media/logo.svg).\n");
        newsroom.Write(Folder + "media/mappa.svg", Svg(1));
        newsroom.Write(Folder + "media/mappa.en.svg", Svg(2));
        newsroom.Write(Folder + "media/logo.svg", Svg(3));
        await newsroom.SucceedAsync("publish");
        var published = newsroom.Published();
        Images(published.Single(f => f.Key.StartsWith("it/2025/immagini", StringComparison.Ordinal) && f.Key.EndsWith(".html", StringComparison.Ordinal)).Value).ShouldBe([1, 3]);
        Images(published.Single(f => f.Key.StartsWith("en/2025/", StringComparison.Ordinal)
            && f.Key.Contains("mmagini", StringComparison.OrdinalIgnoreCase) && f.Key.EndsWith(".html", StringComparison.Ordinal)).Value).ShouldBe([2, 3]);

        // The width of each image that a page shows.
        int[] Images(byte[] page) =>
            [.. Regex.Matches(Encoding.UTF8.GetString(page), "media/[0-9a-f]+\\.svg", RegexOptions.None, TimeSpan.FromSeconds(1))
                .Select(m => m.Value).Distinct(StringComparer.Ordinal)
                .Select(f => Encoding.UTF8.GetString(published[f])).Select(svg => svg.Split("width=\"")[1][0] - '0').Order()];
    }

    private static string Svg(int width) => $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"1\"/>";
}
