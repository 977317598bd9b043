using PressKit.Site;

namespace PressKit.Tests.Site;

public sealed class AddressesTests
{
    [Theory]
    [InlineData("media/stage.PNG", "media/0123456789abcdef.png")]
    [InlineData("media/read me", "media/0123456789abcdef")]
    [InlineData("media/a b.p#g", "media/0123456789abcdef")]
    [InlineData("media/a.p?g", "media/0123456789abcdef")]
    public void A_media_file_has_an_address_that_a_URL_can_hold(string path, string expected) =>
        Addresses.Media(new MediaFile(path, path, path, 1, "0123456789abcdef0123456789abcdef")).Path.ShouldBe(expected);
}
