using System.Text;
using PressKit.Testing;

namespace PressKit.Tests.Testing;

/// <summary>The checker itself: a good feed passes, and each rule has a feed that breaks it and nothing else.</summary>
public sealed class FeedRulesTests
{
    private const string Address = "https://press.example/it/feed.xml";

    private const string Good = """
        <?xml version="1.0" encoding="utf-8"?>
        <rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/">
          <channel>
            <title>Kaleidos</title>
            <link>https://press.example/it/</link>
            <description>Comunicati</description>
            <language>zh-Hant-TW</language>
            <managingEditor>press@press.example (Ufficio stampa)</managingEditor>
            <lastBuildDate>Mon, 03 Nov 2025 09:00:00 +0100</lastBuildDate>
            <atom:link rel="self" href="https://press.example/it/feed.xml" />
            <image><url>https://press.example/a.png</url><title>Kaleidos</title><link>https://press.example/it/</link></image>
            <item>
              <title>Uno &amp; due, 3 &lt; 4</title>
              <link>https://press.example/it/2025/uno/</link>
              <guid isPermaLink="false">tag:press.example,2025:2025/uno/it</guid>
              <pubDate>Mon, 03 Nov 2025 08:00:00 GMT</pubDate>
              <author>press@press.example (Ufficio stampa)</author>
              <enclosure url="https://press.example/media/a.png" length="10" type="image/png" />
              <atom:link rel="alternate" type="text/html" hreflang="en" href="https://press.example/en/2025/one/" />
              <atom:link rel="alternate" type="text/html" hreflang="ja" href="https://press.example/ja/2025/one/" />
              <description>Sommario</description>
              <content:encoded>&lt;p style="text-align: right">Testo &lt;a href="https://press.example/#n">nota&lt;/a> &lt;a href="mailto:a@b.example">e&lt;/a>&lt;/p></content:encoded>
            </item>
            <item><title>Due</title><guid>https://press.example/it/2025/due/</guid></item>
          </channel>
        </rss>
        """;

    public static TheoryData<string, string, string> Broken => new()
    {
        { "well-formed", "Sommario", "Somm\u000bario" },
        { "well-formed", "</rss>", "" },
        { "root", "version=\"2.0\"", "version=\"0.91\"" },
        { "root", "<rss ", "<rss xmlns=\"http://example.org/\" " },
        { "channel", "<channel>", "<chanel>" },
        { "channel", "<description>Comunicati</description>", "" },
        { "channel", "<link>https://press.example/it/</link>\n    <desc", "<desc" },
        { "language", "zh-Hant-TW", "it_IT" },
        { "email", "press@press.example (Ufficio stampa)</managing", "Ufficio stampa</managing" },
        { "email", "press@press.example (Ufficio stampa)</author", "Ufficio stampa</author" },
        { "date", "Mon, 03 Nov 2025 09", "lun, 03 nov 2025 09" },
        { "date", "Mon, 03 Nov 2025 08", "Tue, 03 Nov 2025 08" },
        { "date", "08:00:00 GMT", "08:00:00 JST" },
        { "date", "+0100", "+01:00" },
        { "date", "03 Nov 2025 08", "03 Nov 25 08" },
        { "guid", " isPermaLink=\"false\"", "" },
        { "guid", "<guid>https://press.example/it/2025/due/</guid>", "" },
        { "guid-unique", "<guid>https://press.example/it/2025/due/", "<guid isPermaLink=\"false\">tag:press.example,2025:2025/uno/it" },
        { "self", "rel=\"self\"", "rel=\"related\"" },
        { "self", "it/feed.xml", "it/feed" },
        { "items-last", "</item>\n  </channel>", "</item><ttl>5</ttl></channel>" },
        { "image", "<title>Kaleidos</title><link>", "<title>Another</title><link>" },
        { "item", "<title>Due</title>", "" },
        { "title", "Uno &amp; due", "&lt;b>Uno&lt;/b>" },
        { "title", "Uno &amp; due", "Uno &amp;amp; due" },
        { "enclosure", "<enclosure ", "<enclosure url=\"https://press.example/b.png\" length=\"1\" type=\"image/png\" /><enclosure " },
        { "enclosure", "length=\"10\"", "" },
        { "enclosure", "https://press.example/media/a.png", "/media/a.png" },
        { "enclosure", "image/png", "png" },
        { "alternate", "hreflang=\"ja\"", "hreflang=\"en\"" },
        { "description-first", "</content:encoded>", "</content:encoded><description>again</description>" },
        { "absolute", "https://press.example/it/2025/uno/", "it/2025/uno/" },
        { "absolute", "https://press.example/#n", "#n" },
        { "absolute", "https://press.example/#n", "/it/" },
        { "absolute", "https://press.example/#n", "//press.example/it/" },
        { "absolute", "Testo", "&lt;img src=\"a.png\">" },
        { "safe-html", "Testo", "&lt;script>alert(1)&lt;/script>" },
        { "safe-html", "Testo", "&lt;iframe>&lt;/iframe>" },
        { "safe-html", "Testo", "&lt;object>&lt;/object>" },
        { "safe-html", "Testo", "&lt;form>&lt;/form>" },
        { "safe-html", "Testo", "&lt;b onclick=\"x()\">b&lt;/b>" },
        { "safe-html", "text-align: right", "position: fixed" },
        { "safe-html", "mailto:a@b.example", "javascript:alert(1)" },
        { "namespace", "<item><title>Due", "<item xmlns:m=\"http://search.yahoo.com/mrss\"><m:content /><title>Due" },
        { "encoding", "<?xml", "\ufeff<?xml" },
    };

    [Fact]
    public void A_good_feed_passes() => FeedRules.Violations(Encoding.UTF8.GetBytes(Good), Address).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Broken))]
    public void A_feed_that_breaks_a_rule_is_caught(string rule, string good, string bad)
    {
        Good.ShouldContain(good);
        var feed = Good.Replace(good, bad, StringComparison.Ordinal);
        if (bad == "<chanel>") feed = feed.Replace("</channel>", "</chanel>", StringComparison.Ordinal);

        FeedRules.Violations(Encoding.UTF8.GetBytes(feed), Address)
            .Select(violation => violation[..violation.IndexOf(':', StringComparison.Ordinal)]).Distinct().ShouldBe([rule]);
    }
}
