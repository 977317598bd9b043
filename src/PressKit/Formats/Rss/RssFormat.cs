using PressKit.Languages;
using PressKit.Site;
namespace PressKit.Formats.Rss;
public sealed class RssFormat(Locales locales) : IFormat { public IEnumerable<OutputFile> Files(Page page) { _ = locales; return []; } }
