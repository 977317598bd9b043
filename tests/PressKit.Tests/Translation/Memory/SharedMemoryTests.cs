using PressKit.Testing;
using PressKit.Translation;
using PressKit.Translation.Memory;
using static PressKit.Tests.Translation.Memory.SomeMemory;

namespace PressKit.Tests.Translation.Memory;

[Collection(nameof(PostgresCollection))]
public sealed class SharedMemoryTests(PostgresServer server)
{
    private const string Text = "La giuria del festival ha scelto i vincitori.";

    [SkippableFact]
    public void What_one_person_approves_is_offered_to_another_within_two_seconds()
    {
        Skip.If(server.Missing is not null, server.Missing);
        var connection = server.NewDatabase("approve");
        using var here = new SomeMemory { Connection = connection };
        using var there = new SomeMemory { Connection = connection };
        using var mine = here.Open();
        using var theirs = there.Open();
        theirs.LookUp(Query(Text)).ShouldBeEmpty();
        mine.Learn(new MemoryDocument("content/releases/2026/a/en.xlf", "1",
            [new MemoryEntry(It, En, InlineContent.Of(Text), InlineContent.Of("The jury chose."), SegmentState.Final)]));
        there.Time.Advance(TimeSpan.FromSeconds(1));
        theirs.LookUp(Query(Text)).ShouldHaveSingleItem().Target.PlainText.ShouldBe("The jury chose.");
    }

    [SkippableFact]
    public void A_newsroom_that_has_not_pulled_yet_does_not_take_away_what_another_one_has()
    {
        Skip.If(server.Missing is not null, server.Missing);
        var connection = server.NewDatabase("pull");
        using var here = new SomeMemory { Connection = connection };
        using var there = new SomeMemory { Connection = connection };
        here.Store("a", Pair(Text, "The jury chose."));
        here.Open().Dispose();
        using (var theirs = there.Open()) theirs.LookUp(Query(Text)).ShouldHaveSingleItem();
        there.Store("a", Pair(Text, "The jury chose."));
        there.Open().Dispose();
        File.Delete(Path.Combine(here.Folder, "content/releases/2026/a/en.xlf"));
        here.Open().Dispose();
        using (var theirs = there.Open()) theirs.LookUp(Query(Text)).ShouldHaveSingleItem();
        File.Delete(Path.Combine(there.Folder, "content/releases/2026/a/en.xlf"));
        using (var theirs = there.Open()) theirs.LookUp(Query(Text)).ShouldBeEmpty();
    }

    [SkippableFact]
    public void Two_newsrooms_that_write_at_once_lose_nothing()
    {
        Skip.If(server.Missing is not null, server.Missing);
        var connection = server.NewDatabase("together");
        using var one = new SomeMemory { Connection = connection };
        using var other = new SomeMemory { Connection = connection };
        using var mine = one.Open();
        using var theirs = other.Open();
        Parallel.ForEach([(mine, "a"), (theirs, "b")], w =>
        {
            for (var i = 0; i < 20; i++)
            {
                w.Item1.Learn(new MemoryDocument($"content/releases/2026/{w.Item2}{i}/en.xlf", "1", [.. Enumerable.Range(0, 5).Select(n => new MemoryEntry(It, En,
                    InlineContent.Of($"La frase {n} di {w.Item2} numero {i}."), InlineContent.Of($"Sentence {n} of {w.Item2} number {i}."), SegmentState.Final))]));
            }
        });
        one.Time.Advance(TimeSpan.FromSeconds(2));
        mine.Counts().ShouldBe((200, 200));
        for (var i = 0; i < 20; i++) mine.LookUp(Query($"La frase 3 di b numero {i}."))[0].Score.ShouldBe(100);
    }

    [SkippableFact]
    public void A_password_is_in_no_message()
    {
        Skip.If(server.Missing is not null, server.Missing);
        new MemoryPlace("/x", "Host=h;Password=secret").ToString().ShouldNotContain("secret");
        using var some = new SomeMemory { Connection = "Host=127.0.0.1;Port=1;Username=u;Password=secret;Timeout=1" };
        Should.Throw<System.Data.Common.DbException>(() => some.Open()).ToString().ShouldNotContain("secret");
    }
}
