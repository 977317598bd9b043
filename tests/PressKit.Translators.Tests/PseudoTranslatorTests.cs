using FsCheck.Xunit;
using PressKit.Testing;

namespace PressKit.Translators.Tests;

public sealed class PseudoTranslatorTests
{
    [Fact]
    public async Task A_text_grows_by_a_third_and_shows_where_it_begins_and_ends()
    {
        var text = (await Batch.TranslateAsync(new PseudoTranslator(), "The newsroom opens its doors tomorrow at nine."))[0]!.PlainText;
        text.ShouldStartWith("[Ťħé ñéŵšřóóɱ óþéñš");
        text.ShouldEndWith("]");
        text.Length.ShouldBe(46 + 16);
    }

    [Property]
    public async Task Codes_are_kept(int seed)
    {
        var content = Inline.Any(seed);
        Inline.CodesOf((await Batch.TranslateAsync(new PseudoTranslator(), content))[0]!).ShouldBe(Inline.CodesOf(content));
    }

    [Property]
    public async Task Identity_answers_with_the_source(int seed)
    {
        var content = Inline.Any(seed);
        (await Batch.TranslateAsync(new IdentityTranslator(), content))[0].ShouldBe(content);
    }
}
