using PressKit.Formats.Text;

namespace PressKit.Tests.Formats.Text;

public sealed class DirectionsTests
{
    [Theory]
    [InlineData("PressKit", true, "\u200FPressKit")]
    [InlineData("«PressKit» متاح", true, "\u200F«PressKit» متاح")]
    [InlineData("متاح PressKit", true, "متاح PressKit")]
    [InlineData("2025", true, "2025")]
    [InlineData("متاح\n\nPressKit", true, "متاح\n\n\u200FPressKit")]
    [InlineData("PressKit", false, "PressKit")]
    [InlineData("العربية: Arabic", false, "\u200Eالعربية: Arabic")]
    public void A_line_that_would_run_the_other_way_is_marked(string text, bool isRightToLeft, string expected) =>
        Directions.Marked(text, isRightToLeft).ShouldBe(expected);

    [Fact]
    public void A_telephone_number_keeps_its_order_between_Arabic_letters() =>
        Directions.Marked(Directions.LeftToRight("+39 06 0000 0000", isRightToLeft: true), isRightToLeft: true).ShouldBe("\u2066+39 06 0000 0000\u2069");
}
