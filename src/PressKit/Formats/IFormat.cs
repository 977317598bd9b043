using PressKit.Site;

namespace PressKit.Formats;

/// <summary>Turns pages of the composed site into files: HTML, RSS, a sitemap.</summary>
public interface IFormat
{
    /// <summary>The files of a page; none for the kinds that the format does not know. Nothing is rendered yet: that is
    /// <see cref="OutputFile.Write"/>'s part.</summary>
    IEnumerable<OutputFile> Files(Page page);
}
