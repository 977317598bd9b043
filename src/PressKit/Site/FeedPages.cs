using System.Collections.Immutable;

namespace PressKit.Site;

/// <summary>Composes the feeds: of each language, of each topic in it, and of all languages.</summary>
/// <param name="newsroom">The newsroom.</param>
/// <param name="frames">What the pages of each language share.</param>
/// <param name="releases">The release pages, in each language the newest first.</param>
/// <param name="withdrawn">The notices of withdrawn editions, each at its edition's own address.</param>
internal sealed class FeedPages(
    Newsroom newsroom, ImmutableDictionary<Language, Frame> frames, IEnumerable<ReleasePage> releases, IEnumerable<WithdrawnPage> withdrawn)
{
    private readonly ILookup<Language, Story> _byLanguage = releases.Select(page => new Story(page, null))
        .Concat(withdrawn.Select(notice => new Story(null, notice)))
        .OrderByDescending(s => s.Published).ThenBy(s => s.Release, StringComparer.Ordinal).ToLookup(s => s.Language);

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

    /// <summary>A topic of which everything was withdrawn has no page any more; those who subscribed to it are told all the same.</summary>
    private IEnumerable<FeedPage> OfTopics(Frame frame)
    {
        var ofTopic = _byLanguage[frame.Language].SelectMany(s => s.Topics.Distinct(StringComparer.Ordinal).Select(id => (Id: id, Story: s)))
            .ToLookup(t => t.Id, t => t.Story, StringComparer.Ordinal);
        var pages = frame.Topics.ToDictionary(t => t.Topic.Id, t => t.Address, StringComparer.Ordinal);
        return newsroom.Topics.Values.Where(t => pages.ContainsKey(t.Id) || ofTopic[t.Id].Any(s => s.Notice is not null)).Select(topic =>
            With(new FeedPage(Addresses.Feed(frame.Language, topic), frame, [], pages.GetValueOrDefault(topic.Id, frame.Home), []) { Topic = topic },
                Newest(ofTopic[topic.Id])));
    }

    private IEnumerable<FeedPage> OfLanguage(Frame frame)
    {
        var all = _byLanguage[frame.Language].ToImmutableArray();
        var archives = newsroom.Feeds.Archives ? Archives(all).ToList() : [];
        var current = Addresses.Feed(frame.Language);
        for (var i = 0; i < archives.Count; i++)
        {
            yield return With(new FeedPage(Addresses.FeedArchive(frame.Language, archives[i].Name), frame, [], frame.Home, [])
            {
                Current = current, Older = At(i - 1), Newer = At(i + 1),
            }, archives[i].Stories);
        }

        // What changes in an archive is in the feed as well, for nobody reads an archive twice (RFC 5005, section 4.1).
        var unarchived = newsroom.Feeds.Archives ? all.Take(all.Length - archives.Sum(a => a.Stories.Length)) : [];
        yield return With(new FeedPage(current, frame, [.. newsroom.Languages.Select(l => new Alternate(l, Addresses.Feed(l)))], frame.Home, [])
        {
            Older = At(archives.Count - 1),
        }, LastChanged(unarchived.Union(Newest(all))));

        Address? At(int i) => i >= 0 && i < archives.Count ? Addresses.FeedArchive(frame.Language, archives[i].Name) : null;
    }

    private FeedPage OfAllLanguages()
    {
        var newest = newsroom.Languages.SelectMany(l => Newest(_byLanguage[l]))
            .GroupBy(s => s.Release, StringComparer.Ordinal)
            .OrderByDescending(g => g.Max(s => s.Changed)).ThenBy(g => g.Key, StringComparer.Ordinal)
            .Take(Composer.NewestCount).SelectMany(g => g);
        return With(new FeedPage(Addresses.FeedOfAllLanguages, frames[newsroom.DefaultLanguage], [], new Address(""), []) { IsOfAllLanguages = true }, newest);
    }

    private static FeedPage With(FeedPage feed, IEnumerable<Story> stories)
    {
        var all = stories.ToList();
        return feed with { Pages = [.. all.Select(s => s.Page).OfType<ReleasePage>()], Withdrawn = [.. all.Select(s => s.Notice).OfType<WithdrawnPage>()] };
    }

    private static IEnumerable<Story> Newest(IEnumerable<Story> stories) => LastChanged(stories).Take(Composer.NewestCount);

    private static IOrderedEnumerable<Story> LastChanged(IEnumerable<Story> stories) =>
        stories.OrderByDescending(s => s.Changed).ThenBy(s => s.Release, StringComparer.Ordinal);

    /// <summary>The months that are over, since a later one has a release, and the full parts of the newest: what does not change
    /// any more, the oldest first. What was withdrawn keeps its place, so that the others keep theirs.</summary>
    private static IEnumerable<(string Name, ImmutableArray<Story> Stories)> Archives(ImmutableArray<Story> newestFirst)
    {
        var months = newestFirst.Reverse().GroupBy(s => s.Published is { } at ? (at.Year, at.Month) : default).ToList();
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
