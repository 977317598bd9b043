namespace PressKit.Tests.Publishing;

/// <summary>What becomes of newsroom.yml, and of time.</summary>
internal static class SettingEdits
{
    private const string Formats = "html, rss, atom, json-feed, ninjs, newsml-g2, text, sitemap, news-sitemap, oembed, web-manifest, kit";

    public static IReadOnlyList<Edit> All { get; } =
    [
        new("the newsroom's name changes", n => Set(n, "name", i => $"Acme {i}")),
        new("the site's address changes", n => Set(n, "url", i => $"https://press{i % 3}.acme.example/{n.One(["", "news/"])}")),
        new("the time zone changes", n => Set(n, "timezone", _ => n.One(["Europe/Rome", "Asia/Tokyo", "UTC", "America/New_York"]))),
        new("the languages change", n => Set(n, "languages", _ => n.One(["[it, en, ja, ar]", "[it, en]", "[it, ja, ar, de]", "[it]", "[it, ar, ja, en]"]))),
        new("the first language changes", n => Set(n, "language", _ => n.One(["it", "en", null]))),
        new("the tagline changes", n => Set(n, "tagline", i => n.One([$"{{ it: Motto {i}, en: News {i} }}", null]))),
        new("what is missing is shown otherwise", n => Set(n, "fallback", _ => n.One(["hide", "list", "redirect", "{ ja: list, en: redirect }", null]))),
        new("the policy of publication changes", n => Set(n, "publication", _ => n.One(
            ["{ machine: label }", "{ machine: hold }", "{ machine: label, stale: earlier }", "{ machine: label, stale: earlier, repaired: hold }", "{ machine: label, terms: publish, checks: report }",
                "{ machine: label, lengths: { headline: 40 } }"]))),
        new("the formats change", n => Set(n, "formats", _ => n.One([$"[{Formats}]", "[html, rss, sitemap]", "[html, ninjs, kit, text]", "[html]", null]))),
        new("the feeds change", n => Set(n, "feeds", _ => n.One(["{ hubs: [https://hub.example.org/] }", "{ archives: none }", null]))),
        new("the hosts change", n => Set(n, "deployment", _ => n.One(["{ hosts: [netlify] }", "{ hosts: [netlify, nginx], hsts: 31536000 }", null]))),
        new("whom to tell changes", n => Set(n, "security", i => n.One([$"{{ contact: security{i}@acme.example }}", "{ contact: s@acme.example, expires: 2026-06-01 }", null]))),
        new("the card is named or not", n => Set(n, "card", _ => n.One(["media/card.svg", null]))),
        new("the theme changes", n => Set(n, "theme", _ => n.One(["plain", "plain", "press", "broadsheet"]))),
        new("newsroom.yml is broken", n => Set(n, "nonsense", _ => n.One(["1", null, null]))),
        new("a minute passes", n => n.Now = n.Now.AddMinutes(1)),
        new("hours pass", n => n.Now = n.Now.AddHours(n.Random.Next(1, 80))),
        new("the clock is set back", n => n.Now = n.Now.AddHours(-n.Random.Next(1, 80))),
        new("months pass", n => n.Now = n.Now.AddDays(n.Random.Next(20, 200))),
        new("the clock is set to the beginning", n => n.Now = new DateTimeOffset(2026, 1, 20, 12, 0, 0, TimeSpan.Zero)),
        new("the embargo of the secret lifts", n => n.Now = new DateTimeOffset(2026, 3, 1, 11, 0, 0, TimeSpan.Zero)),
        new("it is the instant before the embargo lifts", n => n.Now = new DateTimeOffset(2026, 3, 1, 11, 0, 0, TimeSpan.Zero).AddTicks(-1)),
        new("it is the instant at which news grow old", n => n.Now = new DateTimeOffset(2026, 3, 3, 8, 0, 0, TimeSpan.Zero).AddTicks(n.Random.Next(-1, 1))),
        new("it is long ago", n => n.Now = new DateTimeOffset(2025, 11, 3, 8, 0, 0, TimeSpan.Zero).AddTicks(n.Random.Next(-1, 1))),
    ];

    private static void Set(EditedNewsroom newsroom, string key, Func<int, string?> value)
    {
        var number = newsroom.Random.Next(100);
        newsroom.Change("content/newsroom.yml", t => YamlText.With(t, key, value(number)));
    }
}
