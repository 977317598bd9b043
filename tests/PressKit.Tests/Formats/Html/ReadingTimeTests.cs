using PressKit.Formats.Html;

namespace PressKit.Tests.Formats.Html;

public sealed class ReadingTimeTests
{
    [Theory]
    [InlineData("parola ", 200, 1)]
    [InlineData("parola ", 201, 2)]
    [InlineData("l’età ", 200, 1)]
    [InlineData("<p class=\"many words in a tag\">it</p> ", 200, 1)]
    [InlineData("字", 500, 1)]
    [InlineData("字", 501, 2)]
    [InlineData("かな", 500, 2)]
    [InlineData("كلمة ", 400, 2)]
    [InlineData("ก", 1800, 2)]
    [InlineData("", 1, 1)]
    public void Words_are_counted_as_each_script_has_them(string text, int times, int minutes) =>
        ReadingTime.Minutes(string.Concat(Enumerable.Repeat(text, times))).ShouldBe(minutes);
}
