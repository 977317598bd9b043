using PressKit.Editions.Reviewing;
using PressKit.Review.Desk;
using PressKit.Translation;
using static PressKit.Review.Tests.Desk.DeskNewsroom;

namespace PressKit.Review.Tests.Desk;

public sealed class ReviewDeskTests
{
    [Fact]
    public async Task A_save_is_in_the_history_when_it_is_confirmed_and_in_the_file_shortly_after()
    {
        using var newsroom = new DeskNewsroom();
        await using var desk = newsroom.Open();
        var sentence = Sentence(desk, "domani");
        var saved = await desk.SaveAsync(English, Anna, sentence.Name, sentence.Version, "The theatre opens <1>tomorrow</1> at 8 p.m.");
        saved.Refusal.ShouldBeNull();
        newsroom.Read(File("en.history.jsonl")).ShouldContain("The theatre opens <1>tomorrow</1> at 8 p.m.");
        System.IO.File.Exists(Path.Combine(newsroom.Folder, File("en.xlf"))).ShouldBeFalse();
        await desk.StoreAsync();
        newsroom.Read(File("en.xlf")).ShouldContain("tomorrow");
        Sentence(desk, "domani").Translation.ShouldSatisfyAllConditions(
            t => t.State.ShouldBe(SegmentState.Translated),
            t => t.Provenance!.Maker.ShouldBe("Anna Rossi"),
            t => t.Target!.ToString().ShouldBe("The theatre opens <1>tomorrow</1> at 8 p.m."));
    }

    [Fact]
    public async Task A_save_against_an_older_version_is_refused_with_the_present_text()
    {
        using var newsroom = new DeskNewsroom();
        await using var desk = newsroom.Open();
        var sentence = Sentence(desk, "Bianchi");
        (await desk.SaveAsync(English, Anna, sentence.Name, sentence.Version, "The first is by Maria Bianchi.")).IsDone.ShouldBeTrue();
        var second = await desk.SaveAsync(English, Ken, sentence.Name, sentence.Version, "Maria Bianchi wrote the first one.");
        second.Refusal!.Code.ShouldBe("review.outdated");
        second.Refusal.Theirs.ShouldSatisfyAllConditions(t => t!.Text.ShouldBe("The first is by Maria Bianchi."), t => t!.By.ShouldBe("Anna Rossi"));
        (await desk.SaveAsync(English, Ken, sentence.Name, second.Refusal.Theirs!.Version, "Maria Bianchi wrote the first one.")).IsDone.ShouldBeTrue();
    }

    [Fact]
    public async Task What_was_saved_and_not_stored_is_there_when_the_desk_opens_again()
    {
        using var newsroom = new DeskNewsroom();
        var desk = newsroom.Open();
        var sentence = Sentence(desk, "Biglietti");
        await desk.SaveAsync(English, Anna, sentence.Name, sentence.Version, "Tickets from 12 euros.");
        // The process ends here, and its lock with it.
        desk.Abandon();
        await using var second = newsroom.Open("b2");
        newsroom.Read(File("en.xlf")).ShouldContain("Tickets from 12 euros.");
        Sentence(second, "Biglietti").Target.ShouldBe("Tickets from 12 euros.");
    }

    private static SentenceView Sentence(ReviewDesk desk, string text, EditionName? edition = null) =>
        desk.View(edition ?? English)!.Units.SelectMany(u => u.Sentences).Single(s => s.Source.Contains(text, StringComparison.Ordinal));
}
