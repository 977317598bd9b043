using PressKit.Media;
using PressKit.Site;

namespace PressKit.Formats;

/// <summary>Publishes the images and documents of public editions, without what in them says where they were made.</summary>
/// <param name="pictures">The sizes and formats in which the site has its images.</param>
public sealed class MediaFormat(Pictures pictures) : IFormat
{
    /// <inheritdoc/>
    public IEnumerable<OutputFile> Files(Page page)
    {
        if (page is not MediaPage media) yield break;
        yield return new OutputFile(media.Address.File, media.File.Hash, stream => MediaCleaner.Write(media.File.FullPath, stream));
        foreach (var derivation in pictures.Of(media))
            yield return new OutputFile(derivation.Address.File, derivation.Key, stream => pictures.Write(derivation, stream));
    }
}
