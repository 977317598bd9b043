using System.Collections.Immutable;
using PressKit.Site;
using PressKit.Tests.Formats;

namespace PressKit.Tests.Site;

public sealed class FeedPagesTests
{
    private static readonly Language[] Two = [SomeSite.Italian, SomeSite.English];

    [Fact]
    public void There_is_a_feed_of_each_language_and_topic_and_one_of_all() =>
        Compose(months: [3]).Select(f => f.Address.Path).ShouldBe(
            ["it/topics/ai/feed", "it/topics/cinema/feed", "it/feed", "en/topics/ai/feed", "en/topics/cinema/feed", "en/feed", "feed"]);

    [Fact]
    public void The_feed_of_all_languages_has_the_editions_of_a_release_beside_each_other() =>
        Compose(months: [2]).Last().Pages.Select(p => p.Address.Path).ShouldBe(["it/2025/1-1/", "en/2025/1-1/", "it/2025/1-0/", "en/2025/1-0/"]);

    [Fact]
    public void Months_that_are_over_are_archives_that_link_to_each_other()
    {
        var feeds = Compose(months: [3, 0, 2, 4]).Where(f => f.Language == SomeSite.Italian && f.Topic is null && !f.IsOfAllLanguages).ToList();

        feeds.Select(f => $"{f.Address} {f.Pages.Length} {f.Current} {f.Older} {f.Newer}").ShouldBe(
        [
            "it/feed/2025-01 3 it/feed  it/feed/2025-03", "it/feed/2025-03 2 it/feed it/feed/2025-01 ", "it/feed 9  it/feed/2025-03 ",
        ]);
    }

    [Fact]
    public void A_full_month_is_archived_in_parts_and_no_release_is_in_none_of_them()
    {
        var feeds = Compose(months: [1, FeedPages.ArchiveSize * 2 + 7]).Where(f => f.Language == SomeSite.Italian && f.Topic is null && !f.IsOfAllLanguages).ToList();

        feeds.Select(f => $"{f.Address} {f.Pages.Length}").ShouldBe(
            ["it/feed/2025-01 1", "it/feed/2025-02 50", "it/feed/2025-02-2 50", "it/feed 10"]);
        feeds.SelectMany(f => f.Pages).DistinctBy(p => p.Address).Count().ShouldBe(1 + FeedPages.ArchiveSize * 2 + 7);
    }

    [Fact]
    public void A_new_release_changes_no_archive()
    {
        var before = Compose(months: [3, 60]).Where(f => f.Current is not null).ToList();
        var after = Compose(months: [3, 61]).Where(f => f.Current is not null).ToList();

        after.Select(Said).ShouldBe(before.Select(Said));

        static string Said(FeedPage feed) => $"{feed.Address} {feed.Older} {feed.Newer} {string.Join(' ', feed.Pages.Select(p => p.Address))}";
    }

    [Fact]
    public void What_was_corrected_or_withdrawn_comes_back_into_the_feed_and_stays_in_its_archive()
    {
        var feeds = Compose(months: [2, 30], withdrawn: true, corrected: "1-0").Where(f => f.Language == SomeSite.Italian && f.Topic is null && !f.IsOfAllLanguages).ToList();

        feeds[0].Pages.Select(p => p.Address.Path).ShouldBe(["it/2025/1-1/", "it/2025/1-0/"]);
        feeds[0].Withdrawn.ShouldHaveSingleItem();
        feeds[^1].Pages[0].Address.Path.ShouldBe("it/2025/1-0/");
        feeds[^1].Pages.Length.ShouldBe(31);
        feeds[^1].Withdrawn.ShouldHaveSingleItem().Address.Path.ShouldBe("it/2025/withdrawn/");
    }

    [Fact]
    public void A_topic_of_which_everything_was_withdrawn_keeps_its_feed_and_no_page()
    {
        var feed = Compose(months: [0], withdrawn: true, topics: false).Single(f => f.Address.Path == "it/topics/cinema/feed");

        feed.Home.Path.ShouldBe("it/");
        feed.Pages.ShouldBeEmpty();
        feed.Withdrawn.ShouldHaveSingleItem();
    }

    [Fact]
    public void Without_archives_a_feed_has_the_newest_alone() =>
        Compose(months: [30], archives: false).Single(f => f.Address.Path == "it/feed").Pages.Length.ShouldBe(Composer.NewestCount);

    /// <summary>The feeds of two languages with so many releases in each month.</summary>
    private static List<FeedPage> Compose(int[] months, bool archives = true, bool withdrawn = false, string? corrected = null, bool topics = true)
    {
        var newsroom = SomeSite.Newsroom() with { Languages = [.. Two], DefaultLanguage = SomeSite.English, Feeds = new FeedSettings([], archives) };
        var frames = Two.ToImmutableDictionary(l => l, l => topics ? SomeSite.Frame(l, newsroom) : SomeSite.Frame(l, newsroom) with { Topics = [] });
        WithdrawnPage[] notices = withdrawn ? [.. Two.Select(l => Notice(SomeSite.Withdrawn(l, newsroom)))] : [];
        var pages = Two.SelectMany(language => months.SelectMany((count, month) => Enumerable.Range(0, count).Select(i => Page(language, month + 1, i))));
        return [.. new FeedPages(newsroom, frames, pages, notices).Compose()];

        ReleasePage Page(Language language, int month, int i)
        {
            var name = FormattableString.Invariant($"{month}-{i}");
            var front = SomeSite.FrontMatter(language) with { Published = new DateTimeOffset(2025, month, 1, i / 60, i % 60, 0, TimeSpan.Zero) };
            var entry = SomeSite.Entry(language, name, front: front);
            entry = entry with { Edition = entry.Edition with { Release = SomeSite.Release with { Id = "2025/" + name } } };
            if (name == corrected) entry = entry with { Edition = entry.Edition with { Events = SomeSite.Corrected(language).Entry.Edition.Events } };
            return SomeSite.ReleasePage(language, newsroom, entry) with { Address = entry.Address, Frame = frames[language] };
        }

        static WithdrawnPage Notice(WithdrawnPage page) => page with { Edition = page.Edition with { Published = new DateTimeOffset(2025, 1, 2, 0, 0, 0, TimeSpan.Zero) } };
    }
}
