using PressKit.Content;
using PressKit.Content.Markdown;
using PressKit.Editions;
using PressKit.Languages;
using PressKit.Output.Standing;
using PressKit.Testing;

namespace PressKit.Tests.Output.Standing;

public sealed class ChangedTextsTests
{
    private readonly Newsroom _newsroom;
    private readonly JoinedRelease _complete;

    public ChangedTextsTests()
    {
        _newsroom = NewsroomReader.ReadSettings(Repository.PathTo(), new Problems()).ShouldNotBeNull();
        var release = NewsroomReader.ReadRelease(_newsroom, "2026/gate", new Problems()).ShouldNotBeNull();
        var joined = new ReleaseJoiner(_newsroom, new MarkdownParser(), new Locales(), new RenderedTexts()).Join(release, new Problems());
        _newsroom = _newsroom with { Languages = [.. joined.Editions.Select(e => e.Language)] };
        _complete = joined with { Paired = joined.Paired! with { Finished = [.. joined.Release.Translations.Select(t => t.Language)] } };
        _complete.Release.Translations.ShouldNotBeEmpty();
    }

    [Fact]
    public void A_release_is_complete_where_nothing_is_to_be_drafted_and_every_address_is_on_record() =>
        ChangedTexts.AreComplete(_newsroom, _complete).ShouldBeTrue();

    [Fact]
    public void One_with_a_translation_that_has_gaps_is_not() =>
        ChangedTexts.AreComplete(_newsroom, _complete with { Paired = _complete.Paired! with { Finished = _complete.Paired.Finished[1..] } }).ShouldBeFalse();

    [Fact]
    public void One_that_has_no_edition_in_a_language_of_the_newsroom_is_not() =>
        ChangedTexts.AreComplete(_newsroom with { Languages = [.. _newsroom.Languages, Language.Parse("fi")] }, _complete).ShouldBeFalse();

    [Fact]
    public void One_of_which_an_address_is_not_reserved_is_not() =>
        ChangedTexts.AreComplete(_newsroom, _complete with { Release = _complete.Release with { Record = ReleaseRecord.Empty } }).ShouldBeFalse();
}
