using PressKit.Content;

namespace PressKit.Tests.Content;

public sealed class StrayCharactersTests
{
    [Theory]
    [InlineData("a\tb\n😀 日本 \u200F\u00A0")]
    [InlineData("\u2067عربي\u2069 \u202Babc\u202C")]
    [InlineData("")]
    public void A_text_without_any_stays_as_it_is(string text)
    {
        var problems = new Problems();
        StrayCharacters.TakeOut(text, _ => default, problems).ShouldBe(text);
        problems.All.ShouldBeEmpty();
    }

    [Fact]
    public void What_no_text_has_is_taken_out_and_the_first_is_reported()
    {
        // No attribute can hold half of a pair.
        foreach (var (text, clean, first, said) in new[]
        {
            ("a\0b\u000Bc", "abc", 1, "U+0000"), ("a\u007Fb\u0085c", "abc", 1, "U+007F"), ("😀\uD800b", "😀b", 2, "U+D800"),
            ("😀😀\uDC00", "😀😀", 4, "U+DC00"), ("a\uFFFF", "a", 1, "U+FFFF"), ("5\u202E0004", "50004", 1, "U+202E"), ("\u202Dx", "x", 0, "U+202D"), ("\uD83D", "", 0, "U+D83D"), ("\uDC00\u0001", "", 0, "U+DC00"),
        })
        {
            var problems = new Problems();
            StrayCharacters.TakeOut(text, offset => new Place("it.md", 1, offset + 1), problems).ShouldBe(clean);
            var problem = problems.All.ShouldHaveSingleItem();
            problem.Place.ShouldBe(new Place("it.md", 1, first + 1));
            problem.Message.ShouldStartWith(said);
            problem.Severity.ShouldBe(Severity.Warning);
        }
    }

    [Theory]
    [InlineData("<p>5\u202E0004\u202C &#x202e;x&#8238;y&#x00202D;z</p>", "<p>50004\u202C xyz</p>")]
    [InlineData("<p>&#39;\u202Babc\u202C\u2067x\u2069&#82380;&#x202B;</p>", "<p>&#39;\u202Babc\u202C\u2067x\u2069&#82380;&#x202B;</p>")]
    public void Nothing_is_written_backwards(string text, string expected) => StrayCharacters.Upright(text).ShouldBe(expected);
}
