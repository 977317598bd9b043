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
}
