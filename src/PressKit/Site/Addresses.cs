using System.Buffers;
using PressKit.Editions;

namespace PressKit.Site;

/// <summary>Where the pages of the site stand. Everything in a language is in that language's folder.</summary>
internal sealed class Addresses(Newsroom newsroom)
{
    private static readonly SearchValues<char> OfExtensions = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789");

    public static Address Home(Language language) => new($"{language}/");

    /// <summary>A language's feed, or that of a topic in it; each format adds its own ending.</summary>
    public static Address Feed(Language language, Topic? topic = null) =>
        topic is null ? new Address($"{language}/feed") : new Address($"{language}/topics/{topic.Id}/feed");

    /// <summary>A month of a language's feed, or a part of one.</summary>
    public static Address FeedArchive(Language language, string name) => new($"{language}/feed/{name}");

    /// <summary>The feed of all languages.</summary>
    public static Address FeedOfAllLanguages => new("feed");

    public static Address NotFound(Language language) => new($"{language}/404.html");

    public static Address Gone(Language language) => new($"{language}/410.html");

    /// <summary>The newest page of the archive, or one of the full ones before it.</summary>
    public static Address Archive(Language language, int? number = null) => Numbered($"{language}/archive/", number);

    public static Address Year(Language language, int year) => new(FormattableString.Invariant($"{language}/archive/{year:0000}/"));

    public static Address Month(Language language, DateOnly month, int? number = null) =>
        Numbered(FormattableString.Invariant($"{language}/archive/{month.Year:0000}/{month.Month:00}/"), number);

    public static Address Topic(Language language, Topic topic, int? number = null) => Numbered($"{language}/topics/{topic.Id}/", number);

    public static Address Series(Language language, Series series, int? number = null) => Numbered($"{language}/series/{series.Id}/", number);

    public static Address MediaLibrary(Language language, int? number = null) => Numbered($"{language}/media/", number);

    public static Address Spokespeople(Language language) => new($"{language}/spokespeople/");

    public static Address Spokesperson(Language language, Spokesperson person, int? number = null) =>
        Numbered($"{language}/spokespeople/{person.Id}/", number);

    public static Address Contacts(Language language) => new($"{language}/contacts/");

    public static Address Subscribing(Language language) => new($"{language}/feeds/");

    public static Address Search(Language language) => new($"{language}/search/");

    /// <summary>The folder of what is searched in.</summary>
    public static Address SearchIndex(Language language) => new($"{language}/search/index/");

    public static Address Accessibility(Language language) => new($"{language}/accessibility/");

    /// <summary>The list of all feeds, for feed readers.</summary>
    public static Address FeedList => new("feeds.opml");

    /// <summary>Which of a language's own pages has an address, or one below it, for itself; null for none. A newsroom's own contacts
    /// and accessibility statement take the place of those that PressKit makes.</summary>
    public static string? ListAt(Address address)
    {
        var start = address.Path.IndexOf('/', StringComparison.Ordinal) + 1;
        if (start == 0) return null;
        var rest = address.Path.AsSpan(start);
        var end = rest.IndexOf('/');
        var part = end < 0 ? rest : rest[..end];
        return part is "archive" or "topics" or "series" or "media" or "spokespeople" or "feeds" or "search" ? part.ToString() : null;
    }

    /// <summary>An image or document: by its contents, so that it can be kept for ever and says nothing of its source.</summary>
    public static Address Media(MediaFile file) => new($"media/{file.Hash[..16]}{Extension(file.Path)}");

    /// <summary>An edition: a release under the year of its id, a standing page under its name.</summary>
    public Address Of(Edition edition) => Of(edition.Release, edition.Language, edition.Slug);

    /// <summary>Where an edition of a release stands, or would, by the last part of its address.</summary>
    public Address Of(Release release, Language language, string slug) => release.Standing
        ? new Address($"{language}/{slug}/")
        : OfRelease(release.Id, language, slug);

    /// <summary>Where an edition of a dated release stands, or would.</summary>
    public Address OfRelease(string id, Language language, string slug) => new($"{language}/{YearOf(id)}/{slug}/");

    /// <summary>The ending of a file's name, by which browsers and hosts know its type; none where a URL cannot hold it.</summary>
    private static string Extension(string path)
    {
        var extension = Path.GetExtension(path).ToLowerInvariant();
        return extension.Length > 1 && !extension.AsSpan(1).ContainsAnyExcept(OfExtensions) ? extension : "";
    }

    private static Address Numbered(string list, int? number) =>
        new(number is null ? list : FormattableString.Invariant($"{list}page/{number}/"));

    private string YearOf(string id)
    {
        var slash = id.IndexOf('/', StringComparison.Ordinal);
        return slash > 0 ? id[..slash] : newsroom.Name;
    }
}
