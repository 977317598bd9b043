using PressKit.Languages;

namespace PressKit.Tests.Languages;

public sealed class PatternTests
{
    [Theory]
    [InlineData("{1}、{0}", "b、a")]
    [InlineData("{0}{0} and {1}", "aa and b")]
    [InlineData("plain", "plain")]
    [InlineData("", "")]
    public void With_fills_the_gaps(string pattern, string expected) => Pattern.Parse(pattern).With("a", "b").ShouldBe(expected);

    [Fact]
    public void With_never_reads_what_it_fills_in() => Pattern.Parse("{0} {1}").With("{1}", "{0}").ShouldBe("{1} {0}");

    [Fact]
    public void With_refuses_a_gap_without_a_value() =>
        Should.Throw<ArgumentException>(() => Pattern.Parse("{0} {1}").With("a"));

    [Theory]
    [InlineData("{")]
    [InlineData("}")]
    [InlineData("{x}")]
    [InlineData("{0")]
    [InlineData("a {10} b")]
    public void Parse_refuses_a_stray_brace(string pattern) => Should.Throw<FormatException>(() => Pattern.Parse(pattern));
}
