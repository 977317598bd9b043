using System.Globalization;
using PressKit.Editions;

namespace PressKit.Site;

/// <summary>Where the pages of the site stand. Everything in a language is in that language's folder.</summary>
internal sealed class Addresses(Newsroom newsroom)
{
    public static Address Home(Language language) => new($"{language}/");

    public static Address Feed(Language language) => new($"{language}/feed.xml");

    public static Address NotFound(Language language) => new($"{language}/404.html");

    /// <summary>The newest page of the archive, or one of the full ones before it.</summary>
    public static Address Archive(Language language, int? number = null) => number is null
        ? new Address($"{language}/archive/")
        : new Address(string.Create(CultureInfo.InvariantCulture, $"{language}/archive/{number}/"));

    public static Address Topic(Language language, Topic topic) => new($"{language}/topics/{topic.Id}/");

    /// <summary>An image or document: by its contents, so that it can be kept for ever and says nothing of its source.</summary>
    public static Address Media(MediaFile file) => new($"media/{file.Hash[..16]}{Path.GetExtension(file.Path).ToLowerInvariant()}");

    /// <summary>An edition: a release under the year of its id, a standing page under its name.</summary>
    public Address Of(Edition edition) => edition.Release.Standing
        ? new Address($"{edition.Language}/{edition.Slug}/")
        : new Address($"{edition.Language}/{YearOf(edition)}/{edition.Slug}/");

    private string YearOf(Edition edition)
    {
        var id = edition.Release.Id;
        var slash = id.IndexOf('/', StringComparison.Ordinal);
        return slash > 0 ? id[..slash] : newsroom.Name;
    }
}
