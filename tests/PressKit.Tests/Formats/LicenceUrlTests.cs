using PressKit.Formats;

namespace PressKit.Tests.Formats;

public sealed class LicenceUrlTests
{
    [Theory]
    [InlineData("CC-BY-4.0", "https://creativecommons.org/licenses/by/4.0/")]
    [InlineData("cc by-nc-sa 3.0", "https://creativecommons.org/licenses/by-nc-sa/3.0/")]
    [InlineData("CC0-1.0", "https://creativecommons.org/publicdomain/zero/1.0/")]
    [InlineData("https://example.org/terms?a=<b>", "https://example.org/terms?a=%3Cb%3E")]
    [InlineData("Free for editorial use", null)]
    [InlineData("javascript:alert(1)", null)]
    [InlineData("CC-BY-9.7", null)]
    public void Terms_that_can_be_read_somewhere_have_an_address(string licence, string? url) => LicenceUrl.Of(licence).ShouldBe(url);
}
