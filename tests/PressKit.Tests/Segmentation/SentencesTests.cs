using FsCheck.Xunit;
using PressKit.Content.Markdown;
using PressKit.Segmentation;
using PressKit.Tests.Content.Markdown;

namespace PressKit.Tests.Segmentation;

public sealed class SentencesTests
{
    [Theory]
    [InlineData("it", "Prima frase. Seconda frase.", "Prima frase.|Seconda frase.")]
    [InlineData("it", "Il dott. Rossi della Alfa S.p.A. ha scritto al n. 4.600. Poi basta!", "Il dott. Rossi della Alfa S.p.A. ha scritto al n. 4.600.|Poi basta!")]
    [InlineData("it", "«È vero. Lo è», ha detto. E poi?", "«È vero. Lo è», ha detto.|E poi?")]
    [InlineData("it", "“Un vero salto.” Il pubblico applaude.", "“Un vero salto.”|Il pubblico applaude.")]
    [InlineData("en", "Dr. Smith paid $42.50. He left.", "Dr. Smith paid $42.50.|He left.")]
    [InlineData("en", "J. R. R. Tolkien wrote it. (He did. Really.) Yes.", "J. R. R. Tolkien wrote it.|(He did. Really.) Yes.")]
    [InlineData("en", "See https://a.example/b.c. for more", "See https://a.example/b.c. for more")]
    [InlineData("de", "Am 3. November kam er. Dann ging er.", "Am 3. November kam er.|Dann ging er.")]
    [InlineData("ja", "最初の文。「引用です。」と述べた。次の文！", "最初の文。|「引用です。」と述べた。|次の文！")]
    [InlineData("zh-Hans", "第一句。第二句？“引用。”他说。", "第一句。|第二句？|“引用。”他说。")]
    [InlineData("ar", "الجملة الأولى. هل هذا سؤال؟ نعم.", "الجملة الأولى.|هل هذا سؤال؟|نعم.")]
    [InlineData("en", "Wait... what? No way.", "Wait... what?|No way.")]
    public void Sentences_end_where_a_reader_of_the_language_ends_them(string language, string text, string expected) =>
        string.Join('|', Sentences.Of(InlineContent.Of(text), Language.Parse(language)).Select(s => s.Source.PlainText))
            .ShouldBe(expected);

    [Fact]
    public void No_sentence_ends_inside_a_code()
    {
        var strong = new InlineCode(1, CodeKind.Strong, "**", "**");
        var content = InlineContent.Of([Piece.Open(strong), Piece.Run("One. Two."), Piece.Close(strong), Piece.Run(" Three.")]);
        Sentences.Of(content, Language.Parse("en")).Select(s => s.Source.ToString()).ShouldBe(["<1>One. Two.</1>", "Three."]);
    }

    [Property(Arbitrary = [typeof(GeneratedMarkdown)], MaxTest = 500)]
    public void Sentences_and_the_space_between_them_are_the_whole_of_the_content(string markdown)
    {
        foreach (var block in new MarkdownParser().Parse(markdown).Blocks)
        {
            foreach (var language in new[] { "it", "ja", "ar" })
                new Unit("u", block.Role, Sentences.Of(block.Content, Language.Parse(language))).Source.ShouldBe(block.Content);
        }
    }
}
