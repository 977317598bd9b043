using PressKit.Languages;
using PressKit.Site;

namespace PressKit.Formats.Feeds;

/// <summary>The feeds that journalists subscribe to, in one of the formats of <see cref="FeedKind"/>: every release with its
/// whole text, the newest first, and a file of each month that is over (RFC 5005).</summary>
public sealed class FeedFormat : IFormat
{
    private readonly FeedKind _kind;
    private readonly FeedContents _contents;
    private readonly ImageSizes _sizes;

    internal FeedFormat(FeedKind kind, Uri site, Locales locales, ImageSizes sizes) =>
        (_kind, _contents, _sizes) = (kind, new FeedContents(site, locales, kind), sizes);

    /// <inheritdoc/>
    public IEnumerable<OutputFile> Files(Page page)
    {
        if (page is not FeedPage feed) yield break;
        var content = _contents.Of(feed);
        yield return new OutputFile(
            _kind.At(feed.Address).File, Hash.Of(_kind.Name, _kind.Version, content.Key), stream => _kind.Write(content, _sizes, stream));
    }
}
