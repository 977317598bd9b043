using System.Collections.Immutable;

namespace PressKit.Formats.Wire;

/// <summary>A format in which newsrooms' systems take items.</summary>
/// <param name="Name">The name under which newsroom.yml asks for it.</param>
/// <param name="Ending">The ending of its files.</param>
/// <param name="MediaType">Their MIME type.</param>
/// <param name="Version">To be raised when the same item would give other bytes.</param>
/// <param name="Write">Writes an item.</param>
/// <param name="WriteCanceled">Writes an item that was withdrawn.</param>
/// <param name="WriteList">Writes a list of items.</param>
internal sealed record WireKind(
    string Name, string Ending, string MediaType, string Version, Action<WireItem, ImageSizes, Stream> Write,
    Action<WireCancellation, Stream> WriteCanceled, Action<WireList, Stream> WriteList)
{
    /// <summary>ninjs 3.1 and NewsML-G2 2.35, both of IPTC.</summary>
    public static ImmutableArray<WireKind> All { get; } =
    [
        new("ninjs", "ninjs.json", "application/json", "3", NinjsWriter.Write, NinjsWriter.Write, NinjsWriter.Write),
        new("newsml-g2", "newsml.xml", "application/vnd.iptc.g2.newsitem+xml", "3", NewsMlWriter.Write, NewsMlWriter.Write, NewsMlWriter.Write),
    ];

    /// <summary>The kinds that a newsroom publishes, in the order above.</summary>
    public static IEnumerable<WireKind> Of(Newsroom newsroom) =>
        All.Where(kind => newsroom.Formats.Contains(kind.Name, StringComparer.Ordinal));

    /// <summary>Where an edition's item stands: in the folder of its page.</summary>
    public Address At(Address page) => new(page.Path + Ending);

    /// <summary>Where the list beside a feed stands: <c>it/items.ninjs.json</c>, so that its name says on any host what it is.</summary>
    /// <param name="feed">The feed's address, which has no ending.</param>
    public Address ListAt(Address feed)
    {
        var parts = feed.Path.Split('/');
        parts[Array.LastIndexOf(parts, "feed")] = "items";
        return new Address($"{string.Join('/', parts)}.{Ending}");
    }
}
