using System.Text;
using PressKit.Media;

namespace PressKit.Tests.Media;

public sealed class ImageSizeTests
{
    [Theory]
    [InlineData("89504E470D0A1A0A0000000D49484452000006400000038408020000", 1600, 900)]
    [InlineData("4749463839612003C201F70000", 800, 450)]
    [InlineData("FFD8FFE000104A46494600010100000100010000FFC0001108038406400301220002", 1600, 900)]
    [InlineData("FFD8FFC40004AAAAFFFFC2001108038406400301220002", 1600, 900)]
    [InlineData("FFD8FFE100224578696600004D4D002A00000008000101120003000000010006000000000000FFC0001108038406400301220002", 900, 1600)]
    [InlineData("FFD8FFE1002245786966000049492A0008000000010012010300010000000100000000000000FFC0001108038406400301220002", 1600, 900)]
    [InlineData("524946460000000057454250565038200000000000000000009D40068403", 1600, 900)]
    [InlineData("5249464600000000574542505650384C000000002F3FC6E00000000000000000", 1600, 900)]
    [InlineData("524946460000000057454250565038580A000000000000003F0600830300", 1600, 900)]
    public void A_picture_is_measured_by_its_first_bytes(string hex, int width, int height) =>
        ImageSize.Of(new MemoryStream(Convert.FromHexString(hex))).ShouldBe(new ImageSize(width, height));

    [Theory]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg' width='1600' height='900px'/>", 1600, 900)]
    [InlineData("<?xml version='1.0'?><!-- a --><svg viewBox='0 0 160.4,90'/>", 160, 90)]
    [InlineData("<!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' 'http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd'><svg width='100%' height='100%' viewBox='0 0 16 9'></svg>", 16, 9)]
    public void An_SVG_says_its_size_or_its_view_box(string svg, int width, int height) =>
        ImageSize.Of(new MemoryStream(Encoding.UTF8.GetBytes(svg))).ShouldBe(new ImageSize(width, height));

    [Theory]
    [InlineData("")]
    [InlineData("89504E47")]
    [InlineData("89504E470D0A1A0A0000000D494844520000000000000000")]
    [InlineData("89504E470D0A1A0A0000000D49484452FFFFFFFF00000001")]
    [InlineData("FFD8")]
    [InlineData("FFD8FFE0FFFF4A46")]
    [InlineData("FFD8AABBCCDDEEFF00112233445566")]
    [InlineData("FFD8FFE1001045786966000049492A00FFFFFF7F00000000000000")]
    [InlineData("5249464600000000574542505650384C")]
    [InlineData("255044462D312E37")]
    public void What_does_not_say_has_no_size(string hex) =>
        ImageSize.Of(new MemoryStream(Convert.FromHexString(hex))).ShouldBeNull();

    [Theory]
    [InlineData("<svg/>")]
    [InlineData("<html width='1' height='1'/>")]
    [InlineData("<svg width='10")]
    [InlineData("<svg viewBox='0 0 a b'/>")]
    public void An_SVG_that_does_not_say_has_no_size(string svg) =>
        ImageSize.Of(new MemoryStream(Encoding.UTF8.GetBytes(svg))).ShouldBeNull();

    [Fact]
    public void A_missing_file_has_no_size() => ImageSize.Of("/nowhere/at/all.png").ShouldBeNull();
}
