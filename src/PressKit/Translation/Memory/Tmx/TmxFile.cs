using System.Collections.Immutable;
using System.Xml.Linq;

namespace PressKit.Translation.Memory.Tmx;

/// <summary>A file of translation memory in TMX 1.4b. Its units are kept as they were read, so that one that goes out again has
/// lost nothing.</summary>
/// <param name="SourceLanguage">The language that its units are translated from, as written; <c>*all*</c> for any.</param>
/// <param name="Units">Its <c>tu</c> elements.</param>
public sealed record TmxFile(string SourceLanguage, ImmutableArray<XElement> Units)
{
    /// <summary>The segments that it teaches: for each unit the source with each of its translations.</summary>
    /// <param name="path">The file, from the newsroom's folder.</param>
    /// <param name="known">The newsroom's languages: <c>en-US</c> is taken for <c>en</c> where there is no other English.</param>
    public ImmutableArray<MemoryEntry> Entries(string path, IReadOnlyCollection<Language> known) =>
        [.. Units.SelectMany(u => TmxUnit.Entries(u, SourceLanguage, known)).Select(e => e with { Document = path, IsImported = true })];

    /// <summary>The file with every unit marked as reviewed that says nothing of its state.</summary>
    public TmxFile Reviewed() => this with { Units = [.. Units.Select(TmxUnit.Reviewed)] };
}
