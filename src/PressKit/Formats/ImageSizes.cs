using System.Collections.Concurrent;
using PressKit.Media;

namespace PressKit.Formats;

/// <summary>The dimensions of images, each measured once, when something is first written that shows it.</summary>
internal sealed class ImageSizes
{
    private readonly ConcurrentDictionary<string, Lazy<ImageSize?>> _sizes = new(StringComparer.Ordinal);

    /// <summary>The size of an image in pixels; null where its file does not tell.</summary>
    public Lazy<ImageSize?> Of(MediaFile file) => file.Facts is { } facts
        ? new Lazy<ImageSize?>(facts is { Width: { } width, Height: { } height } ? new ImageSize(width, height) : null)
        : _sizes.GetOrAdd(file.Hash, (_, path) => new Lazy<ImageSize?>(() => ImageSize.Of(path)), file.FullPath);
}
