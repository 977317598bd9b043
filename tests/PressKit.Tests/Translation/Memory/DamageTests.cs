using PressKit.Translation;
using PressKit.Translation.Memory;
using static PressKit.Tests.Translation.Memory.SomeMemory;

namespace PressKit.Tests.Translation.Memory;

/// <summary>Everything in .presskit may be deleted or damaged at any time.</summary>
public sealed class DamageTests
{
    private const int Sentences = 5000;

    [Fact]
    public void A_damaged_index_is_noticed_wherever_the_damage_is_and_made_again()
    {
        using var some = Large();
        using (var memory = some.Open()) AnswersRight(memory);
        var path = Directory.GetFiles(Path.Combine(some.Cache, "index"), "*.idx").ShouldHaveSingleItem();
        var whole = File.ReadAllBytes(path);
        var random = new Random(1);
        for (var i = 0; i < 25; i++)
        {
            var damaged = whole.ToArray();
            for (var j = 0; j < 200; j++) damaged[random.Next(damaged.Length)] ^= (byte)(1 + random.Next(255));
            if (i % 5 == 0) damaged = damaged[..random.Next(damaged.Length)];
            foreach (var file in Directory.GetFiles(Path.GetDirectoryName(path)!)) File.Delete(file);
            File.WriteAllBytes(path, damaged);
            using var memory = some.Open();
            AnswersRight(memory);
        }
    }

    [Fact]
    public void A_damaged_database_is_made_again_from_the_files()
    {
        using var some = Large();
        using (var memory = some.Open()) AnswersRight(memory);
        var path = Path.Combine(some.Cache, "memory.db");
        File.WriteAllText(path, "This is no database at all, but long enough to have been one once upon a time.");
        using (var memory = some.Open()) AnswersRight(memory);
        var bytes = File.ReadAllBytes(path);
        new Random(2).NextBytes(bytes.AsSpan(8192, bytes.Length - 16384));
        File.WriteAllBytes(path, bytes);
        using (var memory = some.Open()) AnswersRight(memory);
    }

    [Fact]
    public void A_row_that_somebody_changed_is_not_believed()
    {
        using var some = Large();
        using (var memory = some.Open()) AnswersRight(memory);
        using (var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Path.Combine(some.Cache, "memory.db")};Pooling=false"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "UPDATE rendering SET data = replace(data, 'Sentence', 'Lie')";
            command.ExecuteNonQuery();
        }

        using (var memory = some.Open()) AnswersRight(memory);
    }

    [Fact]
    public void Whatever_is_deleted_comes_back()
    {
        using var some = Large();
        using (var memory = some.Open()) AnswersRight(memory);
        foreach (var name in (string[])["index", "memory.db", "files", ""])
        {
            var path = Path.Combine(some.Cache, name);
            if (Directory.Exists(path)) Directory.Delete(path, recursive: true);
            else File.Delete(path);
            using var memory = some.Open();
            AnswersRight(memory);
        }
    }

    [Fact]
    public void The_folder_may_be_deleted_while_the_memory_is_open()
    {
        using var some = Large();
        using var memory = some.Open();
        AnswersRight(memory);
        Directory.Delete(some.Cache, recursive: true);
        AnswersRight(memory);
        memory.Learn(new MemoryDocument("content/releases/2026/b/en.xlf", "1", [new MemoryEntry(It, En, InlineContent.Of("Una cosa nuova."), InlineContent.Of("A new thing."), SegmentState.Final)]));
        memory.LookUp(Query("Una cosa nuova."))[0].Score.ShouldBe(100);
    }

    [Fact]
    public void Two_processes_at_once_do_not_hurt_each_other()
    {
        using var some = Large();
        Parallel.For(0, 4, _ =>
        {
            for (var i = 0; i < 3; i++)
            {
                using var memory = some.Open();
                AnswersRight(memory);
            }
        });
    }

    private static SomeMemory Large()
    {
        var some = new SomeMemory();
        some.Store("a", [.. Enumerable.Range(0, Sentences).Select(i => Pair(Sentence(i), $"Sentence {i}."))]);
        return some;
    }

    private static string Sentence(int i) => $"La giuria ha letto la frase {(char)('a' + i % 26)}{(char)('a' + i / 26 % 26)}{(char)('a' + i / 676)} del testo {i}.";

    private static void AnswersRight(TranslationMemory memory)
    {
        for (var i = 7; i < Sentences; i += 499)
        {
            var match = memory.LookUp(Query(Sentence(i)) with { Count = 1 }).ShouldHaveSingleItem();
            (match.Score, match.Target.PlainText).ShouldBe((100, $"Sentence {i}."));
        }
    }
}
