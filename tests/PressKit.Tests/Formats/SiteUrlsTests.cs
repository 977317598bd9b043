using PressKit.Formats;

namespace PressKit.Tests.Formats;

public sealed class SiteUrlsTests
{
    private readonly SiteUrls _urls = new(new Uri("https://press.example:8443/news/"));

    [Theory]
    [InlineData("", "/news/")]
    [InlineData("it/2025/tokyo/", "/news/it/2025/tokyo/")]
    [InlineData("ja/2025/東京/", "/news/ja/2025/%E6%9D%B1%E4%BA%AC/")]
    [InlineData("media/a b%.png", "/news/media/a%20b%25.png")]
    public void An_address_stands_under_the_path_of_the_site(string path, string expected)
    {
        _urls.Local(new Address(path)).ShouldBe(expected);
        _urls.Absolute(new Address(path)).ShouldBe("https://press.example:8443" + expected);
    }

    [Theory]
    [InlineData("it/2025/gate/", "/news/it/2025/gate/")]
    [InlineData("it/2025/gate/#facts", "/news/it/2025/gate/#facts")]
    [InlineData("https://example.org/a?b=c#d", "https://example.org/a?b=c#d")]
    [InlineData("mailto:press@press.example", "mailto:press@press.example")]
    [InlineData("#facts", "#facts")]
    [InlineData(null, null)]
    public void A_link_stays_on_the_site_or_leads_elsewhere(string? leads, string? expected) => _urls.Link(leads).ShouldBe(expected);

    [Theory]
    [InlineData("it/2025/gate/", "https://press.example:8443/news/it/2025/gate/")]
    [InlineData("https://example.org/", "https://example.org/")]
    [InlineData("#facts", "https://press.example:8443/news/it/2025/tokyo/#facts")]
    [InlineData("/terms/", "https://press.example:8443/terms/")]
    public void A_link_can_be_written_for_readers_elsewhere(string leads, string expected) => 
        _urls.AbsoluteLink(leads, new Address("it/2025/tokyo/")).ShouldBe(expected);
}
