using System.Collections.Immutable;

namespace PressKit.Site;

/// <summary>What the pages of releases show of the whole site, and which releases each feed carries: with it, the pages of some releases
/// are composed without all others (<see cref="Composer.ComposeTexts"/>).</summary>
/// <param name="Frames">Of each language, what all its pages show.</param>
/// <param name="Feeds">The feeds.</param>
/// <param name="Series">By the id of a series, the folders of its releases.</param>
public sealed record SiteSketch(
    ImmutableArray<FrameSketch> Frames, ImmutableArray<FeedSketch> Feeds, ImmutableSortedDictionary<string, ImmutableArray<string>> Series)
{
    /// <summary>The sketch of a whole site.</summary>
    public static SiteSketch Of(IReadOnlyList<Page> pages)
    {
        var series = pages.OfType<ReleasePage>().Select(p => p.Entry.Edition).Where(e => e.FrontMatter.Series is not null)
            .GroupBy(e => e.FrontMatter.Series!, e => e.Release.Folder, StringComparer.Ordinal)
            .ToImmutableSortedDictionary(s => s.Key, s => s.Distinct(StringComparer.Ordinal).ToImmutableArray(), StringComparer.Ordinal);
        return new SiteSketch(
            [.. pages.OfType<HomePage>().Select(home => new FrameSketch(home.Language, [.. home.Frame.Topics.Select(t => t.Topic.Id)], [.. home.Frame.Series.Select(s => s.Series.Id)], home.Frame.MediaLibrary is not null))],
            [.. pages.OfType<FeedPage>().Select(FeedSketch.Of)], series);
    }

    /// <summary>A frame as the whole site has it.</summary>
    /// <param name="frame">The frame of some of its releases.</param>
    internal Frame Whole(Frame frame)
    {
        var (sketch, newsroom, language) = (Frames.First(f => f.Language == frame.Language), frame.Newsroom, frame.Language);
        return frame with
        {
            Topics = [.. newsroom.Topics.Values.Where(t => sketch.Topics.Contains(t.Id, StringComparer.Ordinal)).Select(t => new TopicLink(t, Addresses.Topic(language, t)))],
            Series = [.. newsroom.Series.Values.Where(s => sketch.Series.Contains(s.Id, StringComparer.Ordinal)).Select(s => new SeriesLink(s, Addresses.Series(language, s)))],
            MediaLibrary = sketch.HasMediaLibrary ? Addresses.MediaLibrary(language) : null,
        };
    }
}

/// <summary>What all pages of a language show of its releases.</summary>
/// <param name="Language">The language.</param>
/// <param name="Topics">The ids of the topics that it has releases on.</param>
/// <param name="Series">The ids of the series that it has releases of.</param>
/// <param name="HasMediaLibrary">Whether its releases offer any image or document.</param>
public sealed record FrameSketch(Language Language, ImmutableArray<string> Topics, ImmutableArray<string> Series, bool HasMediaLibrary);

/// <summary>A feed without its texts.</summary>
/// <param name="Address">Where it stands.</param>
/// <param name="Language">The language of its frame.</param>
/// <param name="Alternates">The feeds of the other languages.</param>
/// <param name="Home">The page that it is the feed of.</param>
/// <param name="Members">The releases that it carries, by folder and language.</param>
public sealed record FeedSketch(
    Address Address, Language Language, ImmutableArray<Alternate> Alternates, Address Home, ImmutableArray<FeedMember> Members)
{
    /// <summary>The id of the topic that it is of; null for all.</summary>
    public string? Topic { get; init; }

    /// <summary>Whether it carries every edition.</summary>
    public bool IsOfAllLanguages { get; init; }

    /// <summary>Whether it tells of withdrawn releases.</summary>
    public bool HasNotices { get; init; }

    /// <summary>The feed that one subscribes to, where this is an archive of it.</summary>
    public Address? Current { get; init; }

    /// <summary>The archive before it in time.</summary>
    public Address? Older { get; init; }

    /// <summary>The archive after it in time.</summary>
    public Address? Newer { get; init; }

    /// <summary>The sketch of a feed.</summary>
    internal static FeedSketch Of(FeedPage feed) => new(feed.Address, feed.Language, feed.Alternates, feed.Home,
        [.. feed.Pages.Select(p => new FeedMember(p.Entry.Edition.Release.Folder, p.Language))])
    {
        Topic = feed.Topic?.Id,
        IsOfAllLanguages = feed.IsOfAllLanguages,
        HasNotices = !feed.Withdrawn.IsEmpty,
        Current = feed.Current,
        Older = feed.Older,
        Newer = feed.Newer,
    };

    /// <summary>The feed with its texts.</summary>
    /// <param name="frame">The frame of its language.</param>
    /// <param name="page">The page of a release that it carries.</param>
    internal FeedPage With(Frame frame, Func<FeedMember, ReleasePage> page) =>
        new(Address, frame, Alternates, Home, [.. Members.Select(page)])
        {
            Topic = Topic is { } topic ? frame.Newsroom.Topics[topic] : null,
            IsOfAllLanguages = IsOfAllLanguages,
            Current = Current,
            Older = Older,
            Newer = Newer,
        };
}

/// <summary>A release in a feed.</summary>
/// <param name="Folder">The release's folder.</param>
/// <param name="Language">The language of its page.</param>
public sealed record FeedMember(string Folder, Language Language);
