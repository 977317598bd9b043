using System.Collections.Immutable;
using FsCheck.Xunit;
using PressKit.Testing;
using PressKit.Translation.Memory;

namespace PressKit.Tests.Translation.Memory;

[Collection(nameof(PostgresCollection))]
public sealed class MemoryPropertyTests(PostgresServer server)
{
    [Property(MaxTest = 12)]
    public void A_memory_that_is_kept_current_answers_like_one_that_is_rebuilt(int seed)
    {
        using var some = new SomeMemory();
        var newsroom = new GeneratedNewsroom(seed);
        for (var step = 0; step < 6; step++)
        {
            newsroom.Change(some);
            if (step % 2 == 0) some.Open().Dispose();
        }

        var questions = Enumerable.Range(0, 20).Select(_ => newsroom.Question()).ToList();
        ImmutableArray<string> kept;
        using (var memory = some.Open()) kept = Answers(memory, questions);
        using (var memory = some.Rebuild()) Answers(memory, questions).ShouldBe(kept);
    }

    [SkippableFact]
    public void PostgreSQL_answers_like_SQLite()
    {
        Skip.If(server.Missing is not null, server.Missing);
        for (var seed = 0; seed < 6; seed++)
        {
            using var file = new SomeMemory();
            using var shared = new SomeMemory { Connection = server.NewDatabase(FormattableString.Invariant($"same{seed}")) };
            var (one, other) = (new GeneratedNewsroom(seed), new GeneratedNewsroom(seed));
            for (var step = 0; step < 6; step++)
            {
                one.Change(file);
                other.Change(shared);
                file.Open().Dispose();
                shared.Open().Dispose();
            }

            var questions = Enumerable.Range(0, 20).Select(_ => one.Question()).ToList();
            using var sqlite = file.Open();
            using var postgres = shared.Open();
            Answers(postgres, questions).ShouldBe(Answers(sqlite, questions));
            using var again = shared.Rebuild();
            Answers(again, questions).ShouldBe(Answers(sqlite, questions));
        }
    }

    private static ImmutableArray<string> Answers(TranslationMemory memory, List<string> questions) =>
        [.. questions.SelectMany((q, i) => memory.LookUp(SomeMemory.Query(q) with { Document = $"content/releases/2026/r{i % 6}", Kind = "Paragraph", Threshold = 60 })
            .Select(m => $"{q}: {m.Score} {m.Kind} {m.Differences} {m.Entry.Source} = {m.Target} {m.Entry.State} {m.Entry.Provenance?.Maker}"))];
}
