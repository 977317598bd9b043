using System.IO.Compression;
using PressKit.Formats.Text;
using PressKit.Languages;
using PressKit.Media;
using PressKit.Site;

namespace PressKit.Formats.Kits;

/// <summary>All that a release offers, in one file for each language: a ZIP with its images and documents as they are published, the text,
/// and a sheet of rights. A release that offers no file has none.</summary>
/// <param name="locales">How the site's languages are written.</param>
/// <param name="text">The release as plain text.</param>
/// <param name="keys">The keys of pages.</param>
public sealed class KitFormat(Locales locales, TextFormat text, PageKeys keys) : IFormat
{
    /// <summary>To be raised when the same release would give other bytes.</summary>
    private const string Version = "1";

    private const long LargestInMemory = 64 * 1024 * 1024;

    // Readable by all: what a ZIP says to systems that ask.
    private const int Attributes = 0b1000_000_110_100_100 << 16;

    /// <summary>Where the kit of a release stands; null where it has none.</summary>
    public static Address? At(Entry entry) => entry.Media.IsEmpty ? null : new Address($"{entry.Address.Path}{FileName(entry)}");

    /// <summary>Its name for downloads, which says of which release and in which language it is.</summary>
    public static string FileName(Entry entry) => $"{entry.Edition.Slug}-{entry.Edition.Language.Tag.ToLowerInvariant()}.zip";

    /// <summary>How large it is, but for its heads and the text.</summary>
    public static long LengthOf(Entry entry) => entry.Media.DistinctBy(m => m.File.Path, StringComparer.Ordinal).Sum(m => m.File.Length);

    /// <inheritdoc/>
    public IEnumerable<OutputFile> Files(Page page)
    {
        if (page is ReleasePage release && At(release.Entry) is { } address)
            yield return new OutputFile(address.File, Hash.Of("kit", Version, keys.Of(page)), stream => Write(release, stream));
    }

    private void Write(ReleasePage page, Stream stream)
    {
        var locale = locales.Find(page.Language)
            ?? throw new InvalidOperationException($"PressKit has no data for {page.Language}; newsroom.yml was not checked against it.");
        var (entry, files) = (page.Entry, KitNames.Of(page.Entry.Media));
        Write(stream, entry.Edition.FrontMatter.Published ?? default,
        [
            ($"{entry.Edition.Slug}.txt", to => text.Write(page, to)), ("rights.csv", to => to.Write(RightsSheet.Of(files, locale.Strings))),
            .. files.Select(f => (f.Name, (Action<Stream>)(to => MediaCleaner.Write(f.Media.File.FullPath, to)))),
        ], LengthOf(entry));
    }

    /// <summary>Nothing is compressed: images are already, and so the bytes depend on no version of a compressor. All files bear the
    /// time of the publication.</summary>
    private static void Write(Stream to, DateTimeOffset published, IEnumerable<(string Name, Action<Stream> Write)> files, long length)
    {
        using Stream whole = length <= LargestInMemory ? new MemoryStream() : Temporary();
        using (var zip = new ZipArchive(whole, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, write) in files)
            {
                var file = zip.CreateEntry(name, CompressionLevel.NoCompression);
                file.LastWriteTime = published.Year is < 1980 or > 2107 ? new DateTimeOffset(1980, 1, 1, 0, 0, 0, TimeSpan.Zero) : published;
                file.ExternalAttributes = Attributes;
                using var content = file.Open();
                write(content);
            }
        }

        whole.Position = 0;
        whole.CopyTo(to);
    }

    private static FileStream Temporary() => new(
        Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 81_920, FileOptions.DeleteOnClose);
}
