using System.Collections.Immutable;
using PressKit.Site;

namespace PressKit.Formats;

/// <summary>Which media of a release are images, by their files' extensions.</summary>
internal static class ImageFiles
{
    private static readonly ImmutableDictionary<string, string> Types = ImmutableDictionary.CreateRange(
        StringComparer.OrdinalIgnoreCase,
        [
            KeyValuePair.Create(".png", "image/png"), KeyValuePair.Create(".jpg", "image/jpeg"),
            KeyValuePair.Create(".jpeg", "image/jpeg"), KeyValuePair.Create(".gif", "image/gif"),
            KeyValuePair.Create(".webp", "image/webp"), KeyValuePair.Create(".avif", "image/avif"),
            KeyValuePair.Create(".svg", "image/svg+xml"),
        ]);

    /// <summary>The MIME type of an image; null for anything else.</summary>
    public static string? TypeOf(PublishedMedia media) => Types.GetValueOrDefault(Path.GetExtension(media.Address.Path));

    /// <summary>The first image; null where there is none.</summary>
    public static PublishedMedia? Lead(Entry entry) => entry.Media.FirstOrDefault(m => TypeOf(m) is not null);

    /// <summary>The first image that those can show who show a link: they do not know SVG or AVIF.</summary>
    public static PublishedMedia? Card(Entry entry) =>
        entry.Media.FirstOrDefault(m => TypeOf(m) is not (null or "image/svg+xml" or "image/avif"));
}
