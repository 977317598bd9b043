using System.Text;
using PressKit.Testing;

namespace PressKit.Tests.Testing;

/// <summary>The rules of Atom feeds find what they are there for.</summary>
public sealed class AtomRulesTests
{
    private const string Address = "https://press.example/it/feed.atom";

    private const string Good = $"""
        <feed xmlns="http://www.w3.org/2005/Atom" xmlns:fh="http://purl.org/syndication/history/1.0">
          <id>{Address}</id><title>T</title><updated>2025-11-03T09:00:00+01:00</updated><author><name>A</name></author>
          <link rel="self" href="{Address}"/><link rel="prev-archive" href="https://press.example/it/feed/2025-10.atom"/>
          <entry><id>tag:press.example,2025:a</id><title>T</title><updated>2025-11-03T09:00:00.5+01:00</updated>
            <link rel="alternate" type="text/html" hreflang="it" href="https://press.example/it/a/"/>
            <link rel="alternate" type="text/html" hreflang="en" href="https://press.example/en/a/"/>
            <content type="html">&lt;p>Text&lt;/p></content></entry>
          <entry><id>tag:press.example,2025:b</id><title>T</title><updated>2025-11-03T09:00:00.6+01:00</updated>
            <content type="html">&lt;p>Text&lt;/p></content></entry>
        </feed>
        """;

    [Fact]
    public void A_good_feed_violates_nothing() => Violations(Good).ShouldBeEmpty();

    [Theory]
    [InlineData("<title>T</title><updated>2025-11-03T09:00:00+01:00</updated>", "<updated>2025-11-03T09:00:00+01:00</updated>", "required")]
    [InlineData("09:00:00+01:00", "09:00:00", "date")]
    [InlineData("<author><name>A</name></author>", "", "author")]
    [InlineData("rel=\"self\"", "rel=\"via\"", "self")]
    [InlineData("tag:press.example,2025:b", "tag:press.example,2025:a", "id-unique")]
    [InlineData("00.6+", "00.5+", "updated-unique")]
    [InlineData("hreflang=\"en\"", "hreflang=\"it\"", "alternate")]
    [InlineData("href=\"https://press.example/en/a/\"", "href=\"/en/a/\"", "absolute")]
    [InlineData("rel=\"prev-archive\"", "rel=\"next-archive\"", "archive")]
    [InlineData("rel=\"prev-archive\"", "rel=\"current\"", "archive")]
    [InlineData("rel=\"prev-archive\"", "rel=\"translation-of\"", "relation")]
    [InlineData("&lt;p>Text", "&lt;script>", "safe-html")]
    [InlineData("</feed>", "<title>T</title></feed>", "required")]
    [InlineData("<title>T</title>", "<title>T", "well-formed")]
    public void A_violation_is_found(string good, string bad, string rule) =>
        Violations(Good.Replace(good, bad, StringComparison.Ordinal)).ShouldContain(v => v.StartsWith(rule, StringComparison.Ordinal));

    private static IReadOnlyList<string> Violations(string feed) => AtomRules.Violations(Encoding.UTF8.GetBytes(feed), Address);
}
