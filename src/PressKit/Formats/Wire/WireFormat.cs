using PressKit.Languages;
using PressKit.Site;

namespace PressKit.Formats.Wire;

/// <summary>What newsrooms' systems take: an item for every edition of a release, and beside every feed a list of its items.</summary>
public sealed class WireFormat : IFormat
{
    private readonly WireKind _kind;
    private readonly WireItems _items;
    private readonly ImageSizes _sizes;
    private readonly PageKeys _keys;

    internal WireFormat(WireKind kind, Uri site, Locales locales, ImageSizes sizes, PageKeys keys) =>
        (_kind, _items, _sizes, _keys) = (kind, new WireItems(site, locales, kind), sizes, keys);

    /// <inheritdoc/>
    public IEnumerable<OutputFile> Files(Page page) => page switch
    {
        ReleasePage release => [File(_kind.At(page.Address), page, stream => _kind.Write(_items.Of(release), _sizes, stream))],
        WithdrawnPage { IsOwn: true } withdrawn => [File(_kind.At(page.Address), page, stream => _kind.WriteCanceled(_items.Of(withdrawn), stream))],
        FeedPage feed => [File(_kind.ListAt(page.Address), page, stream => _kind.WriteList(_items.Of(feed), stream))],
        _ => [],
    };

    private OutputFile File(Address address, Page page, Action<Stream> write) => new(address.File, Hash.Of(_kind.Name, _kind.Version, _keys.Of(page)), write);
}
