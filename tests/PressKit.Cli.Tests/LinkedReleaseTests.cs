using System.Text;
using System.Text.RegularExpressions;

namespace PressKit.Cli.Tests;

public sealed class LinkedReleaseTests
{
    [Fact]
    public async Task A_link_to_another_release_leads_to_its_edition_in_the_readers_language()
    {
        using var newsroom = new TestNewsroom();
        newsroom.Write("content/releases/2025/altro/it.md",
            "---\nheadline: Altro\npublished: 2025-12-01T09:00\n---\n\nSi veda [`qui`](release:2025/lancio), non [`mai`](release:2026/segreto).\n");
        await newsroom.SucceedAsync("publish");
        var published = newsroom.Published();
        foreach (var language in new[] { "it", "en", "ja" })
        {
            var links = published.Where(f => f.Key.StartsWith($"{language}/2025/", StringComparison.Ordinal) && f.Key.EndsWith("/index.html", StringComparison.Ordinal))
                .Select(f => (f.Key, Link: Link().Match(Encoding.UTF8.GetString(f.Value)))).Where(l => l.Link.Success);
            var (page, link) = links.ShouldHaveSingleItem();
            var target = new Uri(new Uri($"https://press.acme.example/news/{page}"), link.Groups["target"].Value).AbsolutePath["/news/".Length..];
            target.ShouldStartWith($"{language}/2025/");
            Encoding.UTF8.GetString(published[Uri.UnescapeDataString(target) + "index.html"]).ShouldNotContain("<code>qui</code>");
            Encoding.UTF8.GetString(published[page]).ShouldNotContain("<code>mai</code></a>");
        }
    }

    private static Regex Link() => new("<a href=\"(?<target>[^\"]*)\"><code>qui</code></a>", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
}
