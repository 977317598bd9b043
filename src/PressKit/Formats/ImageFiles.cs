using PressKit.Site;

namespace PressKit.Formats;

/// <summary>Which media of a release are images, by their files' extensions.</summary>
internal static class ImageFiles
{
    /// <summary>The MIME type of an image; null for anything else.</summary>
    public static string? TypeOf(PublishedMedia media) => Path.GetExtension(media.Address.Path.AsSpan()) switch
    {
        ".png" => "image/png",
        ".jpg" or ".jpeg" => "image/jpeg",
        ".gif" => "image/gif",
        ".webp" => "image/webp",
        ".avif" => "image/avif",
        ".svg" => "image/svg+xml",
        _ => null,
    };

    /// <summary>The first image; null where there is none.</summary>
    public static PublishedMedia? Lead(Entry entry) => entry.Media.FirstOrDefault(m => TypeOf(m) is not null);

    /// <summary>The first image that those can show who show a link: they do not know SVG or AVIF.</summary>
    public static PublishedMedia? Card(Entry entry) =>
        entry.Media.FirstOrDefault(m => TypeOf(m) is not (null or "image/svg+xml" or "image/avif"));
}
