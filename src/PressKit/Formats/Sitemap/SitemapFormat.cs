using PressKit.Site;
namespace PressKit.Formats.Sitemap;
public sealed class SitemapFormat : IFormat { public IEnumerable<OutputFile> Files(Page page) => []; }
