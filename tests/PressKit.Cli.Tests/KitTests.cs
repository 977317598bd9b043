using System.IO.Compression;
using System.Text;

namespace PressKit.Cli.Tests;

public sealed class KitTests
{
    private const string Kit = "it/2025/acme-presenta-la-cosa/acme-presenta-la-cosa-it.zip";

    [Fact]
    public async Task A_kit_holds_what_the_page_offers_the_text_and_the_rights_and_the_page_links_to_it()
    {
        using var newsroom = new TestNewsroom();
        newsroom.Write("content/newsroom.yml", newsroom.Read("content/newsroom.yml").Replace("theme: plain\n", "", StringComparison.Ordinal));
        await newsroom.SucceedAsync("build");
        var site = newsroom.Published();
        var files = Unpacked(site[Kit]);
        files.Keys.ShouldBe(["acme-presenta-la-cosa.txt", "rights.csv", "media/cosa.svg"]);
        files["media/cosa.svg"].ShouldBe(await File.ReadAllBytesAsync(Path.Combine(newsroom.Folder, "content/releases/2025/lancio/media/cosa.svg")));
        Encoding.UTF8.GetString(files["rights.csv"]).ShouldContain("\"media/cosa.svg\",\"La Cosa\",\"Acme\",\"CC0-1.0\",\"La Cosa su fondo blu\"");
        var text = Encoding.UTF8.GetString(files["acme-presenta-la-cosa.txt"]);
        text.ShouldContain("Acme presenta la Cosa");
        text.ShouldContain("https://press.acme.example/news/it/2025/acme-presenta-la-cosa/");
        text.ShouldNotContain("<");
        Encoding.UTF8.GetString(site["it/2025/acme-presenta-la-cosa/index.html"]).ShouldContain($"/news/{Kit}\" download=\"acme-presenta-la-cosa-it.zip\"");
    }

    [Fact]
    public async Task A_kit_has_the_same_bytes_every_time_and_names_nothing_that_waits()
    {
        using var newsroom = new TestNewsroom();
        await newsroom.SucceedAsync("build");
        var first = newsroom.Published();
        await newsroom.SucceedAsync("build", "--output", "again");
        newsroom.Published(Path.Combine(newsroom.Folder, "again"))[Kit].ShouldBe(first[Kit]);
        first.Keys.Where(k => k.EndsWith(".zip", StringComparison.Ordinal)).ShouldNotContain(k => k.Contains("segreto", StringComparison.Ordinal));
        foreach (var kit in first.Where(k => k.Key.EndsWith(".zip", StringComparison.Ordinal)))
            Unpacked(kit.Value).Values.ShouldAllBe(file => !Encoding.UTF8.GetString(file).Contains("CANARINO", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_file_bears_the_time_of_the_publication_and_none_is_compressed()
    {
        using var newsroom = new TestNewsroom();
        await newsroom.SucceedAsync("build");
        using var zip = new ZipArchive(new MemoryStream(newsroom.Published()[Kit]));
        zip.Entries.ShouldAllBe(e => e.CompressedLength == e.Length && e.LastWriteTime.Year == 2025);
    }

    private static Dictionary<string, byte[]> Unpacked(byte[] zip)
    {
        using var archive = new ZipArchive(new MemoryStream(zip));
        return archive.Entries.ToDictionary(e => e.FullName, e =>
        {
            using var stream = e.Open();
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            return bytes.ToArray();
        }, StringComparer.Ordinal);
    }
}
