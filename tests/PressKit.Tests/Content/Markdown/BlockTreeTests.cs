using PressKit.Content.Markdown;

namespace PressKit.Tests.Content.Markdown;

public sealed class BlockTreeTests
{
    private static readonly MarkdownParser Parser = new();

    [Theory]
    [InlineData("uno *due* [tre](https://a.example)", "[three](https://a.example) one")]
    [InlineData("- uno\n- due\n  - tre", "- one\n- two\n  - three")]
    [InlineData("|a|b|\n|-|:-:|\n|*c*|d|", "|one|two|\n|-|:-:|\n|three|four|")]
    [InlineData("<p>uno <b>due</b></p>", "<p><b>two</b> one</p>")]
    [InlineData("uno\n\n```cs\nx\n```", "one\n\n```cs\nx\n```")]
    [InlineData("<abbr title=\"uno\">due</abbr>", "<abbr title=\"one\">two</abbr>")]
    public void Words_and_the_order_of_codes_in_a_block_may_differ(string source, string translation) =>
        Parser.Parse(source).Tree.DiffersAt(Parser.Parse(translation).Tree).ShouldBeNull();

    [Theory]
    [InlineData("## uno", "### uno", 1)]
    [InlineData("## uno {#a}", "## uno {#b}", 1)]
    [InlineData("uno\n\ndue", "uno", 3)]
    [InlineData("uno", "uno\n\ndue", 1)]
    [InlineData("- uno\n\n- due", "1. uno\n\n2. due", 1)]
    [InlineData("- uno\n  - due", "- uno\n- due", 2)]
    [InlineData("|a|b|\n|-|:-:|\n|c|d|", "|a|b|\n|-|-|\n|c|d|", 1)]
    [InlineData("uno\n\n[due](https://a.example)", "[due](https://a.example)\n\nuno", 1)]
    [InlineData("[uno](https://a.example)", "[uno](https://b.example)", 1)]
    [InlineData("![uno](media/a.png)", "[uno](media/a.png)", 1)]
    [InlineData("`uno`", "`due`", 1)]
    [InlineData("```\nuno\n```", "```\ndue\n```", 1)]
    [InlineData("uno", "*uno*", 1)]
    [InlineData("uno[^1]\n\n[^1]: due", "uno\n\n[^1]: due", 0)]
    [InlineData("<p>uno</p>", "<div>uno</div>", 1)]
    [InlineData("<p>uno</p>", "<p onclick='x'>uno</p>", 1)]
    [InlineData("uno <b>due</b>", "uno <b class='x'>due</b>", 1)]
    public void Anything_else_is_another_tree(string source, string translation, int line)
    {
        var differs = Parser.Parse(source).Tree.DiffersAt(Parser.Parse(translation).Tree);
        differs.ShouldNotBeNull();
        if (line > 0) differs.ShouldBe(line);
    }
}
