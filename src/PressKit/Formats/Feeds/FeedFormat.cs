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
    private readonly PageKeys _keys;

    internal FeedFormat(FeedKind kind, Uri site, Locales locales, ImageSizes sizes, PageKeys keys) =>
        (_kind, _contents, _sizes, _keys) = (kind, new FeedContents(site, locales, kind), sizes, keys);

    /// <inheritdoc/>
    public IEnumerable<OutputFile> Files(Page page)
    {
        if (page is not FeedPage feed) yield break;
        _contents.Expect(feed);
        yield return new OutputFile(
            _kind.At(feed.Address).File, Hash.Of(_kind.Name, _kind.Version, _keys.Of(feed)), stream => _kind.Write(_contents.Of(feed), _sizes, stream));
    }
}
