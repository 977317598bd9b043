using FsCheck;
using FsCheck.Fluent;

namespace PressKit.Tests.Content.Markdown;

/// <summary>Markdown documents made of everything that means something to the parser, in any order: most are odd, and every
/// one of them is Markdown.</summary>
public static class GeneratedMarkdown
{
    private static readonly string[] Fragments =
    [
        "word", "Two words", "*", "**", "_", "__", "***", "~~", "`", "``", "[", "]", "(", ")", "![", "](http://a.example/b)",
        "](media/a.png \"A title\")", "[ref]", "[ref]: http://r.example 'Title'", "<b>", "</b>", "<br>", "<!-- note -->", "&amp;", "&copy;", "&#10;", "&",
        "<", ">", "\\", "\\*", "\\\n", "  \n", "\n", "\n\n", "# ", "## ", "- ", "* ", "1. ", "> ", "    ", "\t", "```", "~~~", "---", "===", "***\n",
        "|", "|a|b|\n|-|:-:|\n|c|d *e*|", "- [ ] ", "- [x] ", "[^1]", "[^1]: A note.", ": ", "Term\n: Definition", "https://x.example/y_z", "a@b.example",
        "<https://a.example>", "“", "”", "«", "»", "e.g.", "Sentence one. Sentence two!", "東京。", "日本語", "、", "「引用。」", "مرحبا", "é", "\u00a0", "🎬", "\"", "'", ":", "|-|",
        "\r\n", "<div>", "</div>", "<p title=\"x\">", "{.class}", "$x$", ":smile:", "^a^", "~a~", "++a++", "==a==", "\u0001", "\ufffc", "\ufff9",
        ":::", "::: note A title\n", "\n:::\n", "\n> [!NOTE]\n> ", "\n^^^ A *caption*\n", "\n^^^\n", "{#a}", "\n{.b lang=ja}\n", "{onclick=\"x\"}", "{a b}", "$$",
        "\n$$\n", "\n<p>Text &amp; <b>bold <i>x</b></i>, <code>c</code>&copy;\n  y.</p>\n", "<td>", "</b>", "<img alt=\"An image\" title='T &gt; t'>", "<abbr title=x>",
        "\n<ul><li>One. Two!</li> <li><a href=\"https://a.example\" title=\"Q\">A</a></li></ul>\n", "<br/>", "</p", "<pre>", "<script>", "\n<div\n",
        "\n<!-- translate:off -->\n", "\n<!-- translate:on -->\n", "\n<!-- note: For you. -->\n", "<!-- note: here -->", "\n<!--\n", "-->",
    ];

    public static Arbitrary<string> Documents() =>
        Gen.Elements(Fragments).ListOf().Select(parts => string.Concat(parts)).ToArbitrary();
}
