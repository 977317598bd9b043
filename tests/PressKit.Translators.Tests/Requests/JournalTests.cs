using Microsoft.Extensions.Time.Testing;
using PressKit.Testing;
using PressKit.Translation;
using PressKit.Translators.Requests;

namespace PressKit.Translators.Tests.Requests;

public sealed class JournalTests : IDisposable
{
    private static readonly ServicePrice Free = new();

    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 20, 9, 0, 0, TimeSpan.Zero));

    private string File => Path.Combine(_folder.Path, "deep", "azure.jsonl");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_was_answered_is_there_in_the_next_run()
    {
        using (var journal = new Journal(File, _time))
        {
            journal.Answer(journal.Begin(Characters(10), Free)!.Value, Characters(9), [("a", new TextAnswer("ciao\n\"日本\"")), ("b", new TextAnswer(null, "no"))]);
            journal.Find("a").ShouldBe(new TextAnswer("ciao\n\"日本\""));
            journal.Charged.Characters.ShouldBe(9);
        }

        using var next = new Journal(File, _time);
        next.Find("a").ShouldBe(new TextAnswer("ciao\n\"日本\""));
        next.Find("b").ShouldBe(new TextAnswer(null, "no"));
        next.Find("c").ShouldBeNull();
        next.Spent().Characters.ShouldBe(9);
        next.Charged.ShouldBe(Charge.Nothing);
    }

    [Fact]
    public void Cut_off_anywhere_it_knows_what_was_whole_and_counts_what_may_have_been_charged()
    {
        using (var journal = new Journal(File, _time))
        {
            journal.Answer(journal.Begin(Characters(10), Free)!.Value, Characters(9), [("a", new TextAnswer("uno"))]);
            journal.Answer(journal.Begin(Characters(20), Free)!.Value, Characters(18), [("b", new TextAnswer("due"))]);
        }

        var whole = System.IO.File.ReadAllBytes(File);
        var lines = Enumerable.Range(0, whole.Length).Where(i => whole[i] == '\n').Select(i => i + 1).ToArray();
        for (var length = 0; length <= whole.Length; length++)
        {
            System.IO.File.WriteAllBytes(File, whole[..length]);
            using (var cut = new Journal(File, _time))
            {
                var complete = lines.Count(l => l <= length);
                (cut.Find("a") is not null).ShouldBe(complete >= 2);
                (cut.Find("b") is not null).ShouldBe(complete >= 5);
                cut.Spent().Characters.ShouldBe(complete switch { 0 => 0, 1 or 2 => 10, 3 => 9, 4 or 5 => 29, _ => 27 });
                // It goes on behind the last whole line.
                cut.Answer(cut.Begin(Characters(1), Free)!.Value, Characters(1), [("c", new TextAnswer("tre"))]);
            }

            using var after = new Journal(File, _time);
            after.Find("c").ShouldBe(new TextAnswer("tre"), $"cut at {length}");
        }
    }

    [Fact]
    public void A_damaged_line_costs_nothing_but_itself()
    {
        using (var journal = new Journal(File, _time))
            journal.Answer(journal.Begin(Characters(10), Free)!.Value, Characters(9), [("a", new TextAnswer("uno")), ("b", new TextAnswer("due"))]);
        var lines = System.IO.File.ReadAllLines(File);
        lines[1] = "{\"text\":\"a\",\"ans\0\0\0";
        System.IO.File.WriteAllLines(File, lines);
        using var next = new Journal(File, _time);
        next.Find("a").ShouldBeNull();
        next.Find("b")!.Value.Text.ShouldBe("due");
    }

    [Fact]
    public void A_request_that_could_pass_the_budget_does_not_begin()
    {
        using var journal = new Journal(null, _time);
        var price = new ServicePrice { Characters = 20, Budget = 0.01m };
        var first = journal.Begin(price.Of(Characters(300)), price);
        first.ShouldNotBeNull();
        // 300 of 500 characters are under way, so 201 more could pass it and 200 cannot.
        journal.Begin(price.Of(Characters(201)), price).ShouldBeNull();
        journal.Begin(price.Of(Characters(200)), price).ShouldNotBeNull();
        journal.Fail(first.Value, mayBeCharged: false);
        journal.Begin(price.Of(Characters(301)), price).ShouldBeNull();
        journal.Begin(price.Of(Characters(300)), price).ShouldNotBeNull();
    }

    [Fact]
    public void A_request_without_an_answer_counts_as_charged()
    {
        using var journal = new Journal(null, _time);
        var price = new ServicePrice { CharacterBudget = 100 };
        journal.Fail(journal.Begin(Characters(60), price)!.Value, mayBeCharged: true);
        journal.Begin(Characters(41), price).ShouldBeNull();
        (journal.Charged.Characters, journal.Unanswered.Characters).ShouldBe((0, 60));
    }

    [Fact]
    public void A_new_month_has_a_new_budget()
    {
        var price = new ServicePrice { CharacterBudget = 100 };
        using (var journal = new Journal(File, _time)) journal.Answer(journal.Begin(Characters(100), price)!.Value, Characters(100), []);
        using (var journal = new Journal(File, _time)) journal.Begin(Characters(1), price).ShouldBeNull();
        _time.Advance(TimeSpan.FromDays(11));
        using (var journal = new Journal(File, _time)) journal.Begin(Characters(100), price).ShouldNotBeNull();
    }

    [Fact]
    public void Two_runs_never_write_at_the_same_time()
    {
        using var journal = new Journal(File, _time);
        Should.Throw<IOException>(() => new Journal(File, _time));
    }

    private static Charge Characters(long count) => new() { Characters = count };
}
