using System.Text.Json;
using PressKit.Formats;
using PressKit.Languages;
using PressKit.Site;
using PressKit.Templates;

namespace PressKit.Tests.Formats;

public sealed class ManifestFormatTests
{
    [Fact]
    public void A_language_says_its_name_its_direction_its_colours_and_its_icons()
    {
        var newsroom = SomeSite.Newsroom();
        var theme = Theme.Load(newsroom, new Problems())!;
        var home = SomeSite.Pages(newsroom).OfType<HomePage>().Single(p => p.Language == SomeSite.Arabic);
        var file = new ManifestFormat(theme, newsroom.Url, new Locales()).Files(home).Single();
        file.Path.ShouldBe("ar/site.webmanifest");
        using var stream = new MemoryStream();
        file.Write(stream);
        using var json = JsonDocument.Parse(stream.ToArray());
        string Text(string name) => json.RootElement.GetProperty(name).GetString()!;
        Text("lang").ShouldBe("ar");
        Text("dir").ShouldBe("rtl");
        Text("start_url").ShouldBe("/ar/");
        Text("theme_color").ShouldBe("#fbfaf6");
        var icons = json.RootElement.GetProperty("icons").EnumerateArray().ToList();
        icons.Select(i => i.GetProperty("sizes").GetString()).ShouldBe(["180x180", "192x192", "512x512", "any"]);
        icons.ShouldAllBe(i => theme.Assets.Any(a => "/" + a.Address.Path == i.GetProperty("src").GetString()));
    }

    [Fact]
    public void The_icon_that_nobody_names_stands_at_the_root() =>
        Theme.Load(SomeSite.Newsroom(), new Problems())!.Assets.ShouldContain(a => a.Name == "favicon.ico");
}
