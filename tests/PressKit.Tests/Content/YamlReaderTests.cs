using PressKit.Content;

namespace PressKit.Tests.Content;

public sealed class YamlReaderTests
{
    [Theory]
    [InlineData("headline: Tokyo: il cinema", "1:16 A text with a colon in it stands without quotation marks.")]
    [InlineData("headline: a\ndateline:\n\tplace: Tokyo", "3:1 A tab stands where spaces belong.")]
    [InlineData("headline: \"a\nsubhead: b", "1:11 A text in quotation marks is not closed, or has a sign in it that YAML reads otherwise.")]
    [InlineData("headline: \"a\" b", "1:15 A key is expected here.")]
    [InlineData("headline: @a", "1:11 A text cannot begin with this sign.")]
    [InlineData("topics: [a, b\nseries: c\n", "1:10 A bracket or brace is not closed, or a comma is missing.")]
    [InlineData("source: it\n<<<<<<< HEAD\n", "2:1 A merge is not settled here.")]
    public void A_mistake_is_explained_in_the_words_of_who_made_it(string yaml, string expected)
    {
        var problems = new Problems();
        YamlReader.ReadMap(yaml, "it.md", 1, problems).ShouldBeNull();
        var problem = problems.All.ShouldHaveSingleItem();
        problem.Code.ShouldBe("yaml.syntax");
        $"{problem.Place.Line}:{problem.Place.Column} {problem.Message}".ShouldBe(expected);
    }

    [Theory]
    [InlineData("headline: *a*")]
    [InlineData("headline: &a b")]
    [InlineData("headline: !a b")]
    public void What_a_newsroom_does_without_is_refused(string yaml)
    {
        var problems = new Problems();
        YamlReader.ReadMap(yaml, "it.md", 1, problems).ShouldBeNull();
        problems.All.ShouldHaveSingleItem().Code.ShouldBe("yaml.not-supported");
    }
}
