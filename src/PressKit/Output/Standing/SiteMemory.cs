using System.Collections.Immutable;
using PressKit.Site;

namespace PressKit.Output.Standing;

/// <summary>What is remembered of a whole site beside <see cref="LastRunFile"/>, so that a text that changes can be published without all
/// others.</summary>
/// <param name="Left">The hash that the manifest ends with.</param>
/// <param name="House">The key of the files that belong to no release.</param>
/// <param name="Releases">By the folder of each release and page, the key of its files, and the hash of all but its texts.</param>
/// <param name="Sketch">The site.</param>
internal sealed record SiteMemory(string Left, string House, Dictionary<string, KnownRelease> Releases, SiteSketch Sketch)
{
    private const string Head = "presskit site 2";

    /// <summary>Reads one; null where there is none, it is damaged, or other code wrote it.</summary>
    public static SiteMemory? Read(string path, string code)
    {
        if (!File.Exists(path) || File.ReadAllBytes(path) is not { Length: > sizeof(ulong) } bytes) return null;
        var image = bytes.AsSpan(..^sizeof(ulong));
        if (Hash.SumOf(image) != BitConverter.ToUInt64(bytes, image.Length)) return null;
        var reader = new ImageReader(image, []);
        if (reader.Text() != Head || reader.Text() != code) return null;
        var (left, house, count) = (reader.Text(), reader.Text(), reader.Small());
        var (names, releases) = (new string[count], new Dictionary<string, KnownRelease>(count, StringComparer.Ordinal));
        for (var i = 0; i < count; i++) releases.Add(names[i] = reader.Text(), new KnownRelease(Key(ref reader), reader.TextOrNull()));
        var languages = reader.List(static (ref ImageReader r) => r.Language());
        var frames = reader.List(static (ref ImageReader r) => new FrameSketch(r.Language(), r.Texts(), r.Texts(), r.Flag()));
        var feeds = ImmutableArray.CreateBuilder<FeedSketch>();
        for (var open = reader.Small(); open > 0; open--) feeds.Add(Feed(ref reader, names, languages));
        var series = reader.List(static (ref ImageReader r) => KeyValuePair.Create(r.Text(), r.Texts()));
        return new SiteMemory(left, house, releases, new SiteSketch(frames, feeds.ToImmutable(), series.ToImmutableSortedDictionary(StringComparer.Ordinal)));
    }

    /// <summary>Writes it, whole or not at all.</summary>
    public void Write(string path, string code)
    {
        using var image = new ImageWriter();
        image.Add(Head);
        image.Add(code);
        image.Add(Left);
        image.Add(House);
        image.Add(Releases.Count);
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (name, known) in Releases)
        {
            places.Add(name, places.Count);
            image.Add(name);
            Write(image, known.Key);
            image.Add(known.Face);
        }

        var languages = Sketch.Frames.Select(f => f.Language).ToImmutableArray();
        image.Each(languages, image.Add);
        image.Each(Sketch.Frames, frame =>
        {
            image.Add(frame.Language);
            image.Add(frame.Topics);
            image.Add(frame.Series);
            image.Add(frame.HasMediaLibrary);
        });
        image.Each(Sketch.Feeds, feed => Write(image, feed, places, languages));
        image.Each([.. Sketch.Series], series =>
        {
            image.Add(series.Key);
            image.Add(series.Value);
        });
        var temporary = FormattableString.Invariant($"{path}.{Environment.ProcessId}");
        File.WriteAllBytes(temporary, [.. image.Written, .. BitConverter.GetBytes(Hash.SumOf(image.Written))]);
        File.Move(temporary, path, overwrite: true);
    }

    private static void Write(ImageWriter image, FolderKey? key)
    {
        image.Add(key is not null);
        if (key is not { } known) return;
        image.Add(unchecked((long)known.First));
        image.Add(unchecked((long)known.Second));
    }

    private static FolderKey? Key(ref ImageReader reader) => reader.Flag() ? new FolderKey(unchecked((ulong)reader.Number()), unchecked((ulong)reader.Number())) : null;

    private static void Write(ImageWriter image, FeedSketch feed, Dictionary<string, int> places, ImmutableArray<Language> languages)
    {
        image.Add(feed.Address.Path);
        image.Add(feed.Language);
        image.Each(feed.Alternates, alternate =>
        {
            image.Add(alternate.Language);
            image.Add(alternate.Address.Path);
        });
        image.Add(feed.Home.Path);
        image.Add(feed.Topic);
        image.Add(feed.IsOfAllLanguages);
        image.Add(feed.HasNotices);
        image.Add(feed.Current?.Path);
        image.Add(feed.Older?.Path);
        image.Add(feed.Newer?.Path);
        // A feed has hundreds of thousands of members in all: numbers, not names.
        image.Each(feed.Members, member =>
        {
            image.Add(places[member.Folder]);
            image.Add(languages.IndexOf(member.Language));
        });
    }

    private static FeedSketch Feed(ref ImageReader reader, string[] names, ImmutableArray<Language> languages)
    {
        var (address, language) = (reader.Text(), reader.Language());
        var alternates = reader.List(static (ref ImageReader r) => new Alternate(r.Language(), new Address(r.Text())));
        var feed = new FeedSketch(new Address(address), language, alternates, new Address(reader.Text()), [])
        {
            Topic = reader.TextOrNull(),
            IsOfAllLanguages = reader.Flag(),
            HasNotices = reader.Flag(),
            Current = Address(ref reader),
            Older = Address(ref reader),
            Newer = Address(ref reader),
        };
        var members = ImmutableArray.CreateBuilder<FeedMember>();
        for (var count = reader.Small(); members.Count < count;) members.Add(new FeedMember(names[reader.Small()], languages[reader.Small()]));
        return feed with { Members = members.ToImmutable() };
    }

    private static Address? Address(ref ImageReader reader) => reader.TextOrNull() is { } path ? new Address(path) : null;
}

/// <summary>What is remembered of a release.</summary>
/// <param name="Key">The key of its files; null where one of them was too young.</param>
/// <param name="Face">The hash of all but its texts; null where it is rare.</param>
internal sealed record KnownRelease(FolderKey? Key, string? Face);

/// <summary>A site of which nothing changed but files of some releases.</summary>
/// <param name="Last">The last run.</param>
/// <param name="Memory">What is remembered of the site.</param>
/// <param name="Folders">The folders of these releases.</param>
/// <param name="Published">The site's files.</param>
internal sealed record ChangedReleases(LastRunFile Last, SiteMemory Memory, ImmutableHashSet<string> Folders, PublishedFiles Published);
