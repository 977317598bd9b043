using PressKit.Review.People;
using PressKit.Review.Tests.Desk;

namespace PressKit.Review.Tests.People;

public sealed class AuditLogTests
{
    [Theory]
    [InlineData("changed", 2)]
    [InlineData("taken out", 2)]
    [InlineData("put in", 3)]
    [InlineData("exchanged", 1)]
    public void A_line_that_is_not_as_it_was_written_breaks_the_chain(string how, int broken)
    {
        using var newsroom = new DeskNewsroom();
        var path = Path.Combine(newsroom.Folder, "audit.jsonl");
        var log = new AuditLog(path, newsroom.Time);
        foreach (var whom in new[] { "Ken Sato", "Mia Berg", "Tom Hill", "Rae Lee" }) log.Add("Ada Neri", "invited", whom, "192.0.2.1");
        log.Verify().ShouldSatisfyAllConditions(v => v.Broken.ShouldBeNull(), v => v.Last!.Whom.ShouldBe("Rae Lee"));

        var lines = File.ReadAllLines(path).ToList();
        if (how == "changed") lines[1] = lines[1].Replace("Mia Berg", "Mia Bergh", StringComparison.Ordinal);
        if (how == "taken out") lines.RemoveAt(1);
        if (how == "put in") lines.Insert(2, lines[1]);
        if (how == "exchanged") (lines[0], lines[1]) = (lines[1], lines[0]);
        File.WriteAllLines(path, lines);
        log.Verify().Broken.ShouldBe(broken);
    }

    [Fact]
    public void What_somebody_writes_cannot_look_like_another_line()
    {
        using var newsroom = new DeskNewsroom();
        var path = Path.Combine(newsroom.Folder, "audit.jsonl");
        var log = new AuditLog(path, newsroom.Time);
        log.Add("Ken\n{\"number\":2}", "signed-in", "Firefox\r\n");
        File.ReadAllLines(path).Length.ShouldBe(1);
        log.Newest(10).Single().Who.ShouldBe("Ken\n{\"number\":2}");
    }

    [Fact]
    public void A_line_that_a_crash_broke_off_is_seen_and_the_next_one_stands_by_itself()
    {
        using var newsroom = new DeskNewsroom();
        var path = Path.Combine(newsroom.Folder, "audit.jsonl");
        var log = new AuditLog(path, newsroom.Time);
        log.Add("Ada Neri", "invited", "Ken Sato");
        File.AppendAllText(path, "{\"number\":2,\"at\":\"20");
        log.Add("Ada Neri", "invited", "Mia Berg");
        log.Verify().Broken.ShouldBe(2);
        log.Newest(1).Single().ShouldSatisfyAllConditions(e => e.Whom.ShouldBe("Mia Berg"), e => e.Number.ShouldBe(2));
    }
}
