using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using PressKit.Site;
using PressKit.Tests.Formats;

namespace PressKit.Tests.Site;

public sealed class PartTests
{
    [Property]
    public void Every_entry_stands_on_one_page_and_full_pages_never_change(PositiveInt count, PositiveInt size, PositiveInt least)
    {
        var (before, after) = (Parts(count.Get, size.Get, least.Get), Parts(count.Get + 1, size.Get, least.Get));

        before.SelectMany(p => p.Entries).Order().ShouldBe(Enumerable.Range(0, count.Get));
        before.ShouldAllBe(p => p.Entries.SequenceEqual(p.Entries.OrderDescending()));
        before.SkipLast(1).ShouldAllBe(p => p.Entries.Length == size.Get);
        before[^1].Entries.Length.ShouldBeInRange(before.Count == 1 ? 1 : least.Get, least.Get + size.Get - 1);
        for (var i = 0; i < before.Count - 1; i++)
        {
            after[i].Entries.ShouldBe(before[i].Entries);
            // The page before the newest leads to the list's own address, until there is another between them.
            if (i < before.Count - 2) after[i].Part.ShouldBe(before[i].Part);
        }
    }

    [Fact]
    public void The_newest_page_stands_at_the_lists_own_address_and_says_how_many_there_are() =>
        Parts(5, 2, 1).Select(p => $"{p.Part.Address} {p.Part.Older} {p.Part.Newer} {p.Part.Total} {string.Join(',', p.Entries)}").ShouldBe(
            ["list/1  list/2  1,0", "list/2 list/1 list  3,2", "list list/2  5 4"]);

    [Fact]
    public void A_page_is_full_at_another_time_in_each_of_ten_languages()
    {
        var newsroom = SomeSite.Newsroom() with { Languages = [.. "it en fr de es pt ca ja zh-Hans ar".Split(' ').Select(Language.Parse)] };

        newsroom.Languages.Select(l => Part.Least(newsroom, l)).Order().ShouldBe(Enumerable.Range(10, 10));
    }

    [Fact]
    public void An_empty_list_has_a_page() => Parts(0, 2, 1).Single().Part.ShouldBe(new Part(new Address("list"), 1, null, null, 0));

    private static List<(Part Part, System.Collections.Immutable.ImmutableArray<int> Entries)> Parts(int count, int size, int least) =>
        [.. Part.Of([.. Enumerable.Range(0, count).Reverse()], size, least, n => new Address(n is null ? "list" : FormattableString.Invariant($"list/{n}")))];
}
