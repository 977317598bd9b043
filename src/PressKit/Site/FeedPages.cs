using System.Collections.Immutable;

namespace PressKit.Site;

/// <summary>Composes the feeds: of each language, of each topic in it, and of all languages.</summary>
/// <param name="newsroom">The newsroom.</param>
/// <param name="frames">What the pages of each language share.</param>
/// <param name="byLanguage">The release pages of each language, the newest first.</param>
internal sealed class FeedPages(
    Newsroom newsroom, ImmutableDictionary<Language, Frame> frames, ILookup<Language, ReleasePage> byLanguage)
{
    /// <summary>Releases in an archive at most: Google reads feeds up to 2 MB.</summary>
    public const int ArchiveSize = 50;

    /// <summary>The feeds: archives before what links to them.</summary>
    public IEnumerable<FeedPage> Compose()
    {
        foreach (var language in newsroom.Languages)
        {
            foreach (var feed in OfTopics(frames[language])) yield return feed;
            foreach (var feed in OfLanguage(frames[language])) yield return feed;
        }

        yield return OfAllLanguages();
    }

    private IEnumerable<FeedPage> OfTopics(Frame frame) => frame.Topics.Select(topic =>
    {
        var pages = byLanguage[frame.Language].Where(p => p.Entry.Edition.FrontMatter.Topics.Contains(topic.Topic.Id, StringComparer.Ordinal));
        return new FeedPage(Addresses.Feed(frame.Language, topic.Topic), frame, [], topic.Address, [.. pages.Take(Composer.NewestCount)]) { Topic = topic.Topic };
    });

    private IEnumerable<FeedPage> OfLanguage(Frame frame)
    {
        var all = byLanguage[frame.Language].ToImmutableArray();
        var archives = newsroom.Feeds.Archives ? Archives(all).ToList() : [];
        var current = Addresses.Feed(frame.Language);
        for (var i = 0; i < archives.Count; i++)
        {
            yield return new FeedPage(Addresses.FeedArchive(frame.Language, archives[i].Name), frame, [], frame.Home, archives[i].Pages)
            {
                Current = current, Older = At(i - 1), Newer = At(i + 1),
            };
        }

        var archived = archives.Sum(a => a.Pages.Length);
        yield return new FeedPage(
            current, frame, [.. newsroom.Languages.Select(l => new Alternate(l, Addresses.Feed(l)))], frame.Home,
            [.. all.Take(newsroom.Feeds.Archives ? Math.Max(Composer.NewestCount, all.Length - archived) : Composer.NewestCount)])
        {
            Older = At(archives.Count - 1),
        };

        Address? At(int i) => i >= 0 && i < archives.Count ? Addresses.FeedArchive(frame.Language, archives[i].Name) : null;
    }

    private FeedPage OfAllLanguages()
    {
        var newest = newsroom.Languages.SelectMany(l => byLanguage[l].Take(Composer.NewestCount))
            .GroupBy(p => p.Entry.Edition.Release.Id, StringComparer.Ordinal)
            .OrderByDescending(g => g.Max(p => p.Entry.Edition.FrontMatter.Published)).ThenBy(g => g.Key, StringComparer.Ordinal)
            .Take(Composer.NewestCount).SelectMany(g => g);
        return new FeedPage(Addresses.FeedOfAllLanguages, frames[newsroom.DefaultLanguage], [], new Address(""), [.. newest]) { IsOfAllLanguages = true };
    }

    /// <summary>The months that are over, since a later one has a release, and the full parts of the newest: what does not change
    /// any more, the oldest first.</summary>
    private static IEnumerable<(string Name, ImmutableArray<ReleasePage> Pages)> Archives(ImmutableArray<ReleasePage> newestFirst)
    {
        var months = newestFirst.Reverse().GroupBy(p => p.Entry.Edition.FrontMatter.Published is { } at ? (at.Year, at.Month) : default).ToList();
        foreach (var month in months)
        {
            var parts = month.Chunk(ArchiveSize).ToList();
            for (var i = 0; i < parts.Count; i++)
            {
                if (month.Key == months[^1].Key && parts[i].Length < ArchiveSize) continue;
                var name = FormattableString.Invariant($"{month.Key.Year:0000}-{month.Key.Month:00}");
                yield return (i == 0 ? name : FormattableString.Invariant($"{name}-{i + 1}"), [.. parts[i].Reverse()]);
            }
        }
    }
}
