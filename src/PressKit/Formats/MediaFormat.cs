using PressKit.Site;

namespace PressKit.Formats;

/// <summary>Publishes the images and documents of public editions, as they are.</summary>
public sealed class MediaFormat : IFormat
{
    /// <inheritdoc/>
    public IEnumerable<OutputFile> Files(Page page)
    {
        if (page is MediaPage media) yield return new OutputFile(media.Address.File, media.File.Hash, stream => Copy(media.File, stream));
    }

    private static void Copy(MediaFile file, Stream stream)
    {
        using var source = File.OpenRead(file.FullPath);
        source.CopyTo(stream);
    }
}
