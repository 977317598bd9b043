using PressKit.Languages;
using PressKit.Site;

namespace PressKit.Formats.Wire;

/// <summary>What newsrooms' systems take: an item for every edition of a release, and beside every feed a list of its items.</summary>
public sealed class WireFormat : IFormat
{
    private readonly WireKind _kind;
    private readonly WireItems _items;
    private readonly ImageSizes _sizes;

    internal WireFormat(WireKind kind, Uri site, Locales locales, ImageSizes sizes) =>
        (_kind, _items, _sizes) = (kind, new WireItems(site, locales, kind), sizes);

    /// <inheritdoc/>
    public IEnumerable<OutputFile> Files(Page page) => page switch
    {
        ReleasePage release => [Item(release)],
        WithdrawnPage { IsOwn: true } withdrawn => [Canceled(withdrawn)],
        FeedPage feed => [List(feed)],
        _ => [],
    };

    private OutputFile Item(ReleasePage page)
    {
        var item = _items.Of(page);
        return new OutputFile(
            _kind.At(page.Address).File, Hash.Of(_kind.Name, _kind.Version, item.Key), stream => _kind.Write(item, _sizes, stream));
    }

    private OutputFile Canceled(WithdrawnPage page)
    {
        var item = _items.Of(page);
        return new OutputFile(
            _kind.At(page.Address).File, Hash.Of(_kind.Name, _kind.Version, item.Key), stream => _kind.WriteCanceled(item, stream));
    }

    private OutputFile List(FeedPage feed)
    {
        var list = _items.Of(feed);
        return new OutputFile(
            _kind.ListAt(feed.Address).File, Hash.Of(_kind.Name, _kind.Version, list.Key), stream => _kind.WriteList(list, stream));
    }
}
