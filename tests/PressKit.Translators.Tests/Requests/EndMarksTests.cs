using PressKit.Translators.Requests;

namespace PressKit.Translators.Tests.Requests;

public sealed class EndMarksTests
{
    [Theory]
    [InlineData("Una frase.", "it", "Una frase.")]
    [InlineData("Una frase.", "ja", "Una frase。")]
    [InlineData("Davvero?!", "zh-Hans", "Davvero？！")]
    [InlineData("Davvero?", "ar", "Davvero؟")]
    [InlineData("Davvero?", "fr", "Davvero\u202f?")]
    [InlineData("本当？", "en", "本当?")]
    [InlineData("終わり。", "de", "終わり.")]
    [InlineData("Senza", "ja", "Senza")]
    [InlineData("Attende…", "en", "Attende…")]
    [InlineData("...", "ja", "...")]
    public void The_marks_that_end_a_sentence_are_written_as_the_language_does(string source, string target, string expected)
    {
        var (text, end) = EndMarks.Cut(source);
        EndMarks.Restore(text, end, Language.Parse(target)).ShouldBe(expected);
    }

    [Fact]
    public void What_a_service_puts_at_the_end_by_itself_does_not_stay() =>
        EndMarks.Restore("終わりました.", ".", Language.Parse("ja")).ShouldBe("終わりました。");
}
