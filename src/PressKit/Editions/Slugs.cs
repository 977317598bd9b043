using PressKit.Languages;

namespace PressKit.Editions;

/// <summary>The last part of an edition's address, as it is reserved when the edition is created.</summary>
public static class Slugs
{
    /// <summary>The author's own, or the headline in the edition's language where it can be written in ASCII, or the name of
    /// the release's folder. A standing page is always called as its folder.</summary>
    public static string For(Release release, Language language, string headline, string? wanted)
    {
        var folder = release.Id[(release.Id.IndexOf('/', StringComparison.Ordinal) + 1)..];
        return release.Standing ? folder : wanted ?? Slug.Of(headline, language) ?? folder;
    }

    /// <summary>What is on record of an edition's address, or would be: never derived again, but changed where the author names
    /// another on purpose. Then the one before it is a former one, from which readers are led on.</summary>
    public static EditionRecord Record(Release release, Language language, string headline, string? wanted)
    {
        if (release.Record.Editions.GetValueOrDefault(language) is not { } reserved)
            return new EditionRecord(For(release, language, headline, wanted), [], []);
        if (release.Standing || wanted is null || wanted == reserved.Slug) return reserved;
        return reserved with { Slug = wanted, Former = [.. reserved.Former.Remove(wanted, StringComparer.Ordinal), reserved.Slug] };
    }
}
