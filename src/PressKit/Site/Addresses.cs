using System.Globalization;
using PressKit.Editions;

namespace PressKit.Site;

/// <summary>Where the pages of the site stand. Everything in a language is in that language's folder.</summary>
internal sealed class Addresses(Newsroom newsroom)
{
    public static Address Home(Language language) => new($"{language}/");

    /// <summary>A language's feed, or that of a topic in it; each format adds its own ending.</summary>
    public static Address Feed(Language language, Topic? topic = null) =>
        topic is null ? new Address($"{language}/feed") : new Address($"{language}/topics/{topic.Id}/feed");

    /// <summary>A month of a language's feed, or a part of one.</summary>
    public static Address FeedArchive(Language language, string name) => new($"{language}/feed/{name}");

    /// <summary>The feed of all languages.</summary>
    public static Address FeedOfAllLanguages => new("feed");

    public static Address NotFound(Language language) => new($"{language}/404.html");

    /// <summary>The newest page of the archive, or one of the full ones before it.</summary>
    public static Address Archive(Language language, int? number = null) => number is null
        ? new Address($"{language}/archive/")
        : new Address(string.Create(CultureInfo.InvariantCulture, $"{language}/archive/{number}/"));

    public static Address Topic(Language language, Topic topic) => new($"{language}/topics/{topic.Id}/");

    /// <summary>Which of a language's lists has an address, or one below it, for itself; null for none.</summary>
    public static string? ListAt(Address address) =>
        address.Path.Split('/') is [_, var part and ("archive" or "topics"), ..] ? part : null;

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
        return extension.Length > 1 && extension.Skip(1).All(char.IsAsciiLetterOrDigit) ? extension : "";
    }

    private string YearOf(string id)
    {
        var slash = id.IndexOf('/', StringComparison.Ordinal);
        return slash > 0 ? id[..slash] : newsroom.Name;
    }
}
