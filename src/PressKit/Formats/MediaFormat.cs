using PressKit.Media;
using PressKit.Site;

namespace PressKit.Formats;

/// <summary>Publishes the images and documents of public editions, without what in them says where they were made.</summary>
public sealed class MediaFormat : IFormat
{
    /// <inheritdoc/>
    public IEnumerable<OutputFile> Files(Page page)
    {
        if (page is MediaPage media) yield return new OutputFile(media.Address.File, media.File.Hash, stream => MediaCleaner.Write(media.File.FullPath, stream));
    }
}
