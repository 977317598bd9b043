using System.Text;
using System.Text.Json;
using System.Xml.Linq;

namespace PressKit.Cli.Tests.Commands;

public sealed class WithdrawTests
{
    private const string Folder = "content/releases/2025/lancio";
    private static readonly XNamespace Tombstones = "http://purl.org/atompub/tombstones/1.0";

    [Fact]
    public async Task What_is_withdrawn_and_put_back_is_the_site_as_it_was_but_for_what_is_told()
    {
        using var newsroom = await PublishedAsync();
        var before = newsroom.Published();
        await newsroom.SucceedAsync("withdraw", "2025/lancio", "--reason", "Non è vero.", "--by", "Ada Neri");
        await newsroom.SucceedAsync("build");
        foreach (var (path, bytes) in newsroom.Published()) Encoding.UTF8.GetString(bytes).ShouldNotMatch("42[.,]000|oggetto", customMessage: path);

        await newsroom.SucceedAsync("withdraw", "2025/lancio", "--undo", "--reason", "È vero.");
        await newsroom.SucceedAsync("build");
        newsroom.Published().Keys.ShouldBe(before.Keys);
        var page = newsroom.Read("output/it/2025/acme-presenta-la-cosa/ninjs.json");
        using var item = JsonDocument.Parse(page);
        item.RootElement.GetProperty("pubStatus").GetString().ShouldBe("usable");
        item.RootElement.GetProperty("version").GetString().ShouldBe("3");
        item.RootElement.GetProperty("edNote").GetString()!.ShouldStartWith("Ripubblicato – 20 gennaio 2026 – È vero.");
        newsroom.Read($"{Folder}/record.yml").ShouldContain("event: reinstatement");
        (await newsroom.SucceedAsync("status", "lancio")).Output.ShouldContain("it       public: source; put back on 2026-01-20");
    }

    [Fact]
    public async Task Feeds_and_archives_and_items_tell_it()
    {
        using var newsroom = await PublishedAsync();
        newsroom.Write("content/releases/2025/altro/it.md", "---\nheadline: Un altro\npublished: 2025-12-01T09:00\n---\n\nTesto.\n");
        await newsroom.SucceedAsync("withdraw", "2025/lancio", "--reason", "Non è vero.");
        await newsroom.SucceedAsync("build");
        const string Id = "tag:press.acme.example,2025:2025/lancio/it";
        foreach (var feed in new[] { "it/feed.atom", "it/feed/2025-11.atom", "it/topics/products/feed.atom", "feed.atom" })
        {
            var stone = XDocument.Parse(newsroom.Read($"output/{feed}")).Root!.Elements(Tombstones + "deleted-entry").Single(e => (string?)e.Attribute("ref") == Id);
            ((string?)stone.Attribute("when"))!.ShouldStartWith("2026-01-20T13:00:00");
            stone.Element(Tombstones + "comment")!.Value.ShouldBe("Comunicato ritirato – 20 gennaio 2026 – Non è vero.");
        }

        foreach (var feed in new[] { "it/feed.json", "it/feed/2025-11.json" })
        {
            using var json = JsonDocument.Parse(newsroom.Read($"output/{feed}"));
            json.RootElement.GetProperty("items").EnumerateArray().Single(i => i.GetProperty("id").GetString() == Id).GetProperty("_withdrawn").GetProperty("comment").GetString()!.ShouldContain("Non è vero.");
        }

        XDocument.Parse(newsroom.Read("output/it/feed/2025-11.xml")).Descendants("item").Single(i => i.Element("guid")!.Value == Id).Element("title")!.Value.ShouldBe("Comunicato ritirato");
        newsroom.Read("output/it/2025/acme-presenta-la-cosa/newsml.xml").ShouldContain("qcode=\"stat:canceled\"");
        newsroom.Read("output/it/2025/acme-presenta-la-cosa/ninjs.json").ShouldContain("\"pubStatus\": \"canceled\"");
        newsroom.Published().Keys.ShouldNotContain("it/topics/products/index.html");
    }

    [Fact]
    public async Task Former_addresses_and_those_that_led_readers_on_have_the_notice_too()
    {
        using var newsroom = new TestNewsroom();
        newsroom.Replace("content/newsroom.yml", "languages: [it, en, ja, ar]", "languages: [it, en, ja, ar]\nfallback: { ja: redirect }");
        await newsroom.SucceedAsync("publish");
        newsroom.Replace($"{Folder}/it.md", "published:", "slug: la-cosa\npublished:");
        await newsroom.SucceedAsync("publish");
        await newsroom.SucceedAsync("withdraw", "2025/lancio", "--reason", "Non è vero.");
        await newsroom.SucceedAsync("build");
        foreach (var address in new[] { "it/2025/la-cosa", "it/2025/acme-presenta-la-cosa", "ja/2025/lancio" }) newsroom.Read($"output/{address}/index.html").ShouldContain("Non è vero.", customMessage: address);
        newsroom.Published().Keys.ShouldNotContain("it/2025/acme-presenta-la-cosa/ninjs.json");
    }

    [Fact]
    public async Task Its_text_is_sent_to_no_service_any_more_and_the_reason_is()
    {
        using var newsroom = await PublishedAsync();
        newsroom.Replace($"{Folder}/it.md", "Costa 42.000 dollari.", "Costa tantissimo.");
        await newsroom.SucceedAsync("withdraw", "2025/lancio", "--reason", "Non è vero.");
        (await newsroom.SucceedAsync("translate", "lancio", "--dry-run")).Output.ShouldContain("2 segments and 22 characters would be sent.");
        await newsroom.SucceedAsync("translate", "lancio");
        newsroom.Read($"{Folder}/en.xlf").ShouldContain("<source>Non è vero.</source>");
        newsroom.Read($"{Folder}/en.xlf").ShouldNotContain("Çóšťá ťáñť");
        (await newsroom.SucceedAsync("status", "--record", "2025/lancio/en")).Output.ShouldContain("| Withdrawal | 2026-01-20T12:00:00Z: Non è vero. |");
    }

    [Fact]
    public async Task A_release_that_readers_never_had_leaves_no_notice()
    {
        using var newsroom = await PublishedAsync();
        var before = newsroom.Published();
        (await newsroom.SucceedAsync("withdraw", "2026/segreto", "--reason", "Mai.")).Errors.ShouldContain("no notice takes its place");
        await newsroom.SucceedAsync("build");
        Same.Site(newsroom.Published(), before);
        await newsroom.SucceedAsync("build", "--now", "2026-03-02T12:00Z");
        foreach (var (path, bytes) in newsroom.Published()) Encoding.UTF8.GetString(bytes).ShouldNotContain("segreto", customMessage: path);
    }

    [Fact]
    public async Task An_edition_that_waited_leaves_no_notice_in_its_language()
    {
        using var newsroom = new TestNewsroom();
        newsroom.Replace("content/newsroom.yml", "machine: label", "machine: hold");
        await newsroom.SucceedAsync("publish");
        await newsroom.SucceedAsync("withdraw", "2025/lancio", "--reason", "Non è vero.");
        await newsroom.SucceedAsync("build");
        newsroom.Published().Keys.Where(k => k.Contains("/2025/", StringComparison.Ordinal)).Select(k => k[..2]).Distinct().ShouldBe(["ar", "it"]);
    }

    [Fact]
    public async Task A_new_release_cannot_take_the_address_of_a_notice()
    {
        using var newsroom = await PublishedAsync();
        await newsroom.SucceedAsync("withdraw", "2025/lancio", "--reason", "Non è vero.");
        newsroom.Write("content/releases/2025/nuovo/it.md", "---\nheadline: Acme presenta la Cosa\npublished: 2025-12-01T09:00\n---\n\nTesto.\n");
        (await newsroom.RunAsync("build")).Problems.ShouldContain("content/releases/2025/nuovo/it.md site.address-taken");
    }

    [Fact]
    public async Task What_is_not_so_is_not_done_twice_or_undone()
    {
        using var newsroom = await PublishedAsync();
        (await newsroom.RunAsync("withdraw", "2025/lancio", "--undo", "--reason", "x")).Problems.ShouldBe([$"{Folder}/it.md withdrawal.none"]);
        await newsroom.SucceedAsync("withdraw", "2025/lancio", "--reason", "x");
        (await newsroom.RunAsync("withdraw", "2025/lancio", "--reason", "x")).Problems.ShouldBe([$"{Folder}/it.md withdrawal.already"]);
        (await newsroom.RunAsync("correct", "2025/lancio", "--reason", "x")).Problems.ShouldBe([$"{Folder}/it.md correction.withdrawn"]);
    }

    private static async Task<TestNewsroom> PublishedAsync()
    {
        var newsroom = new TestNewsroom();
        await newsroom.SucceedAsync("publish");
        return newsroom;
    }
}
