using PressKit.Site;

namespace PressKit.Formats.Search;

/// <summary>The files that browsers search in.</summary>
/// <param name="indexes">The newsroom's indexes.</param>
public sealed class SearchFormat(SearchIndexes indexes) : IFormat
{
    /// <inheritdoc/>
    public IEnumerable<OutputFile> Files(Page page) => page is SitePage site ? indexes.Files(site) : [];
}
