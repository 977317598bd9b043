namespace PressKit.Tests;

public sealed class NearestTests
{
    [Theory]
    [InlineData("headlin", "headline")]
    [InlineData("HEADLINE", "headline")]
    [InlineData("titel", "title")]
    [InlineData("tga", "tag")]
    [InlineData("zzzzzz", null)]
    public void The_known_word_with_the_fewest_changes_is_found(string word, string? expected) =>
        Nearest.Of(word, ["title", "headline", "tag", "topics"]).ShouldBe(expected);
}
