using System.Collections.Immutable;
using FsCheck.Xunit;
using PressKit.Editions;
using PressKit.Editions.Reviewing;
using PressKit.Testing;

namespace PressKit.Tests.Editions;

public sealed class HistoryFileTests
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 20, 12, 0, 0, TimeSpan.Zero);

    [Property]
    public void What_is_added_is_read_again(string actor, string target, string text)
    {
        using var folder = new TemporaryFolder();
        var history = new HistoryFile(Path.Combine(folder.Path, "en.history.jsonl"));
        var happened = Event(1) with { Actor = Whole(actor), Target = Whole(target), Text = Whole(text), Before = "\u2028\n\"", Was = "final" };
        history.Add([happened]);
        history.Read().ShouldBe([happened]);
    }

    [Fact]
    public void A_history_that_is_broken_off_at_any_byte_keeps_all_whole_lines_and_takes_new_ones()
    {
        using var folder = new TemporaryFolder();
        var history = new HistoryFile(Path.Combine(folder.Path, "en.history.jsonl"));
        ImmutableArray<HistoryEvent> events = [Event(1), Event(2) with { Target = "日本語 <1>é</1>" }, Event(3)];
        var (whole, bytes) = (HistoryLine.Write(events[..2]).Length, HistoryLine.Write(events));
        for (var length = whole; length < bytes.Length; length++)
        {
            File.WriteAllBytes(history.Path, bytes[..length]);
            // A line is there when it is whole but for its line feed.
            var there = length == bytes.Length - 1 ? events : events[..2];
            history.Read().ShouldBe(there);
            history.Append(HistoryLine.Write([Event(4)]), isDurable: true);
            history.Read().ShouldBe([.. there, Event(4)]);
        }
    }

    [Fact]
    public void Lines_that_make_no_sense_are_passed_over()
    {
        using var folder = new TemporaryFolder();
        var history = new HistoryFile(Path.Combine(folder.Path, "en.history.jsonl"));
        File.WriteAllText(history.Path, "<<<<<<< ours\n[1]\n{\"at\":\"soon\",\"actor\":\"a\",\"event\":\"e\",\"base\":\"b\"}\n\n{}\n");
        history.Add([Event(1)]);
        history.Read().ShouldBe([Event(1)]);
    }

    [Fact]
    public void Many_who_write_at_once_lose_nothing()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "en.history.jsonl");
        Parallel.For(0, 200, i => new HistoryFile(path).Append(HistoryLine.Write([Event(i)]), isDurable: i % 10 == 0));
        new HistoryFile(path).Read().Select(e => e.Id).Order(StringComparer.Ordinal)
            .ShouldBe(Enumerable.Range(0, 200).Select(i => Event(i).Id).Order(StringComparer.Ordinal));
    }

    private static HistoryEvent Event(int number) => new(Noon, "Anna Rossi", Happening.Edited, "0123") { Id = FormattableString.Invariant($"a-{number}"), Unit = "u1", Segments = "1" };

    // JSON has no halves of pairs.
    private static string Whole(string? text) => string.Concat((text ?? "").EnumerateRunes());
}
