using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using PressKit.Media;
using PressKit.Testing;

namespace PressKit.Cli.Tests;

/// <summary>Newsrooms whose images libvips makes in other sizes and formats.</summary>
public sealed class PicturesTests
{
    private const string Media = "content/releases/2026/foto/media/";

    [SkippableFact]
    public async Task A_page_offers_each_image_in_newer_formats_and_several_widths_and_every_one_says_who_made_it()
    {
        Skip.If(ImageTools.Missing is not null, ImageTools.Missing);
        using var newsroom = Newsroom(("sala.jpg", 1000, 700), ("scala.png", 900, 600), ("palco.avif", 800, 600), ("foyer.webp", 700, 500));
        ImageTools.Write(Path.Combine(newsroom.Folder, Media, "sala.jpg"), [.. ImageTools.Photographed, "-IPTC:By-line=Ada Neri", "-IPTC:Headline=La sala", "-IPTC:City=Geheimstadt"]);
        foreach (var other in new[] { "scala.png", "palco.avif", "foyer.webp" }) ImageTools.Write(Path.Combine(newsroom.Folder, Media, other), ImageTools.Photographed);
        await newsroom.SucceedAsync("build");
        var site = newsroom.Published();
        var page = Page(site);

        Widths(page, "image/avif").ShouldBe([400, 800, 1000]);
        Widths(page, "image/webp").ShouldBe([400, 800, 1000]);
        page.ShouldContain("fetchpriority=\"high\"");
        Regex.Matches(page, "<img [^>]*>", RegexOptions.None, TimeSpan.FromSeconds(1)).Select(m => m.Value)
            .ShouldAllBe(tag => tag.Contains("width=\"", StringComparison.Ordinal) && (tag.Contains("fetchpriority", StringComparison.Ordinal) || tag.Contains("loading=\"lazy\"", StringComparison.Ordinal)));
        page.ShouldContain("<meta property=\"og:image:width\" content=\"1000\">");
        page.ShouldContain("<meta property=\"og:image:height\" content=\"525\">");

        foreach (var (path, bytes) in site.Where(f => f.Key.StartsWith("media/", StringComparison.Ordinal)))
        {
            page.ShouldContain(path);
            Encoding.Latin1.GetString(bytes).ShouldNotContain("Geheim", customMessage: path);
            var tags = ImageTools.Tags(Path.Combine(newsroom.Output, path));
            tags["XMP-dc:Creator"].ShouldBe("Ada Neri", path);
            tags["XMP-photoshop:Credit"].ShouldBe("Teatro Aurora", path);
            tags["XMP-xmpRights:UsageTerms"].ShouldBe("CC BY 4.0", path);
            tags["XMP-iptcExt:DigitalSourceType"].ShouldEndWith("digitalCapture", customMessage: path);
            tags.Keys.ShouldNotContain(key => key.Contains("GPS", StringComparison.Ordinal), path);
        }

        site.Count(f => f.Key.EndsWith(".avif", StringComparison.Ordinal) && ImageTools.Tags(Path.Combine(newsroom.Output, f.Key)).GetValueOrDefault("XMP-photoshop:Headline") == "La sala").ShouldBe(3);
    }

    [SkippableFact]
    public async Task The_text_shows_its_images_in_the_same_way()
    {
        Skip.If(ImageTools.Missing is not null, ImageTools.Missing);
        using var newsroom = Newsroom(("sala.jpg", 1000, 700));
        newsroom.Write("content/releases/2026/foto/it.md", "---\nheadline: Foto\npublished: 2026-01-01T09:00\n---\n\nTesto.\n\n![La \"sala\" & il palco](media/sala.jpg)\n");
        await newsroom.SucceedAsync("build");
        var page = Page(newsroom.Published());
        page.ShouldContain("<picture><source type=\"image/avif\" srcset=\"/media/");
        page.ShouldContain("alt=\"La &quot;sala&quot; &amp; il palco\" width=\"1000\" height=\"700\" loading=\"lazy\" decoding=\"async\"></picture>");
    }

    [SkippableTheory]
    [InlineData("a.png", "[compression=6]", 20, 33, 61)]
    [InlineData("a.jpg", "[Q=95,subsample_mode=off]", 214, 73, 51)]
    public async Task Colours_stay_what_they_are(string name, string options, int red, int green, int blue)
    {
        Skip.If(ImageTools.Missing is not null, ImageTools.Missing);
        using var newsroom = Newsroom((name, 900, 600));
        var path = Path.Combine(newsroom.Folder, Media, name);
        ImageTools.Run("vips", "linear", path, path + ".v", "0 0 0", FormattableString.Invariant($"{red} {green} {blue}"), "--uchar");
        ImageTools.Run("vips", "copy", path + ".v", path + options);
        File.Delete(path + ".v");
        await newsroom.SucceedAsync("build");
        var images = Directory.GetFiles(Path.Combine(newsroom.Output, "media"));
        images.Length.ShouldBeGreaterThan(6);
        foreach (var image in images)
        {
            var colour = ImageTools.Run("vips", "getpoint", image, "40", "40").Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(3)
                .Select(c => int.Parse(c, System.Globalization.CultureInfo.InvariantCulture)).ToArray();
            foreach (var (actual, expected) in colour.Zip([red, green, blue])) actual.ShouldBeInRange(expected - 4, expected + 4, image);
        }
    }

    [SkippableFact]
    public async Task Without_the_tool_in_newsroom_yml_images_stay_as_they_are()
    {
        Skip.If(ImageTools.Missing is not null, ImageTools.Missing);
        using var newsroom = Newsroom(("sala.jpg", 1000, 700));
        newsroom.Replace("content/newsroom.yml", "images: vips\n", "");
        await newsroom.SucceedAsync("build");
        var site = newsroom.Published();
        site.Keys.Count(k => k.StartsWith("media/", StringComparison.Ordinal)).ShouldBe(1);
        Page(site).ShouldNotContain("<source");
        Directory.Exists(Path.Combine(newsroom.Folder, ".presskit/images")).ShouldBeFalse();
    }

    [SkippableFact]
    public async Task A_warm_build_equals_a_clean_build_whatever_becomes_of_images_and_of_what_was_made_of_them()
    {
        Skip.If(ImageTools.Missing is not null, ImageTools.Missing);
        using var newsroom = Newsroom(("sala.jpg", 700, 500), ("scala.png", 640, 640));
        await newsroom.SucceedAsync("build");
        var first = newsroom.Published();

        var made = Directory.GetFiles(Path.Combine(newsroom.Folder, ".presskit/images"), "*", SearchOption.AllDirectories);
        made.Length.ShouldBe(first.Keys.Count(k => k.StartsWith("media/", StringComparison.Ordinal)) - 2);
        for (var i = 0; i < made.Length; i++)
        {
            // Cut off, changed, or gone.
            var bytes = await File.ReadAllBytesAsync(made[i]);
            if (i % 3 == 0) await File.WriteAllBytesAsync(made[i], bytes[..(bytes.Length / 2)]);
            else if (i % 3 == 1) await File.WriteAllBytesAsync(made[i], [.. bytes[..^1], (byte)(bytes[^1] + 1)]);
            else File.Delete(made[i]);
        }

        newsroom.Write(".presskit/media/facts", "damaged");
        await newsroom.SucceedAsync("build", "--output", "again");
        Same.Site(newsroom.Published(Path.Combine(newsroom.Folder, "again")), first);

        ImageTools.Make(Path.Combine(newsroom.Folder, Media, "sala.jpg"), 800, 500);
        File.Delete(Path.Combine(newsroom.Folder, Media, "scala.png"));
        newsroom.Write("content/releases/2026/foto/it.md", newsroom.Read("content/releases/2026/foto/it.md").Replace("media/scala.png", "media/scala.svg", StringComparison.Ordinal));
        newsroom.Write(Media + "scala.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"30\" height=\"20\"/>");
        await newsroom.SucceedAsync("build");
        Directory.Delete(Path.Combine(newsroom.Folder, ".presskit"), recursive: true);
        await newsroom.SucceedAsync("build", "--output", "clean");
        Same.Site(newsroom.Published(), newsroom.Published(Path.Combine(newsroom.Folder, "clean")));
    }

    [SkippableFact]
    public async Task A_picture_that_cannot_be_decoded_is_a_problem_and_the_site_stays_as_it_was()
    {
        Skip.If(ImageTools.Missing is not null, ImageTools.Missing);
        using var newsroom = Newsroom(("sala.png", 700, 500));
        await newsroom.SucceedAsync("build");
        var before = newsroom.Published();
        var path = Path.Combine(newsroom.Folder, Media, "sala.png");
        var bytes = await File.ReadAllBytesAsync(path);
        // The chunks are whole; what is in them cannot be unpacked.
        bytes.AsSpan(bytes.AsSpan().IndexOf("IDAT"u8) + 8, 200).Fill(0xFF);
        await File.WriteAllBytesAsync(path, bytes);
        var answer = await newsroom.RunAsync("build");
        answer.Code.ShouldBe(ExitCode.Problems);
        answer.Problems.ShouldBe([Media + "sala.png media.not-made"]);
        answer.Errors.ShouldNotContain(".presskit");
        Same.Site(newsroom.Published(), before);
    }

    [SkippableFact]
    public async Task A_tool_that_was_chosen_and_is_missing_stops_with_3_and_the_command_that_installs_it()
    {
        Skip.If(OperatingSystem.IsWindows(), "The path is another there.");
        using var newsroom = new TestNewsroom();
        newsroom.Write("content/newsroom.yml", newsroom.Read("content/newsroom.yml") + "images: vips\n");
        foreach (var command in new[] { "build", "publish", "check" })
        {
            using var process = Start(newsroom, command, "/nowhere");
            var errors = await process.StandardError.ReadToEndAsync();
            await process.WaitForExitAsync();
            process.ExitCode.ShouldBe(ExitCode.Service, errors);
            errors.ShouldContain("content/newsroom.yml:");
            errors.ShouldContain("apt-get install --yes libvips-tools");
        }

        Directory.Exists(newsroom.Output).ShouldBeFalse();
    }

    [SkippableFact]
    public async Task A_run_that_is_killed_while_it_makes_images_is_finished_by_the_next()
    {
        Skip.If(ImageTools.Missing is not null, ImageTools.Missing);
        using var newsroom = Newsroom(("a.jpg", 1000, 700), ("b.jpg", 950, 700), ("c.png", 900, 650));
        await newsroom.SucceedAsync("build", "--output", "expected");
        Directory.Delete(Path.Combine(newsroom.Folder, ".presskit"), recursive: true);
        var images = Path.Combine(newsroom.Folder, ".presskit/images");
        using (var process = Start(newsroom, "build", Environment.GetEnvironmentVariable("PATH")!))
        {
            // As soon as the first image is made, the others are under way. Between two looks the cores are libvips' own.
            while (!process.WaitForExit(5) && (!Directory.Exists(images) || Directory.GetFiles(images, "*", SearchOption.AllDirectories).Length < 4)) { }
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }

        await newsroom.SucceedAsync("build");
        Same.Site(newsroom.Published(), newsroom.Published(Path.Combine(newsroom.Folder, "expected")));
        Directory.GetDirectories(images, "partial-*").ShouldBeEmpty();
    }

    [SkippableFact]
    public async Task An_embargoed_image_leaves_nothing_on_the_site_and_is_not_made()
    {
        Skip.If(ImageTools.Missing is not null, ImageTools.Missing);
        using var newsroom = Newsroom(("sala.jpg", 700, 500));
        newsroom.Replace("content/releases/2026/foto/it.md", "published: 2026-01-01T09:00", "published: 2026-01-01T09:00\nembargo: 2026-09-01T09:00");
        await newsroom.SucceedAsync("build");
        newsroom.Published().Keys.ShouldNotContain(k => k.StartsWith("media/", StringComparison.Ordinal));
        Directory.GetFiles(Path.Combine(newsroom.Folder, ".presskit"), "*", SearchOption.AllDirectories).ShouldNotContain(f => f.Contains("images", StringComparison.Ordinal));
    }

    [SkippableFact]
    public async Task The_newsrooms_own_card_stands_for_pages_without_an_image()
    {
        Skip.If(ImageTools.Missing is not null, ImageTools.Missing);
        using var newsroom = Newsroom();
        Directory.CreateDirectory(Path.Combine(newsroom.Folder, "content/media"));
        ImageTools.Make(Path.Combine(newsroom.Folder, "content/media/card.png"), 1300, 900);
        newsroom.Write("content/newsroom.yml", newsroom.Read("content/newsroom.yml") + "card: media/card.png\n");
        await newsroom.SucceedAsync("build");
        var site = newsroom.Published();
        Page(site).ShouldContain("<meta property=\"og:image:width\" content=\"1200\">");
        var card = Regex.Match(Page(site), "og:image\" content=\"https://press.aurora.example/(?<path>[^\"]*)", RegexOptions.None, TimeSpan.FromSeconds(1)).Groups["path"].Value;
        ImageSize.Of(new MemoryStream(site[card])).ShouldBe(new ImageSize(1200, 630));

        newsroom.Replace("content/newsroom.yml", "card: media/card.png", "card: media/crad.png");
        (await newsroom.RunAsync("build")).Problems.ShouldBe(["content/newsroom.yml:6:7 content.missing-media"]);
    }

    private static TestNewsroom Newsroom(params (string Name, int Width, int Height)[] images)
    {
        var newsroom = new TestNewsroom(null);
        newsroom.Write("content/newsroom.yml", "name: Aurora\nurl: https://press.aurora.example/\ntimezone: Europe/Rome\nlanguages: [it]\nimages: vips\n");
        Directory.CreateDirectory(Path.Combine(newsroom.Folder, Media));
        foreach (var (name, width, height) in images) ImageTools.Make(Path.Combine(newsroom.Folder, Media, name), width, height);
        newsroom.Write("content/releases/2026/foto/it.md", "---\nheadline: Foto\npublished: 2026-01-01T09:00\nmedia:\n"
            + string.Concat(images.Select(i => $"  - {{ file: media/{i.Name}, alt: Una sala, credit: Ada Neri, licence: CC-BY-4.0 }}\n")) + "---\n\nTesto.\n");
        return newsroom;
    }

    private static string Page(SortedDictionary<string, byte[]> site) => Encoding.UTF8.GetString(site["it/2026/foto/index.html"]);

    private static int[] Widths(string page, string type)
    {
        var source = Regex.Match(page, $"<source type=\"{type}\" srcset=\"(?<set>[^\"]*)\"", RegexOptions.None, TimeSpan.FromSeconds(1)).Groups["set"].Value;
        return [.. Regex.Matches(source, " (?<w>[0-9]+)w", RegexOptions.None, TimeSpan.FromSeconds(1)).Select(m => int.Parse(m.Groups["w"].Value, System.Globalization.CultureInfo.InvariantCulture))];
    }

    private static Process Start(TestNewsroom newsroom, string command, string path)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, [Path.Combine(AppContext.BaseDirectory, "PressKit.Cli.dll"), command, "--now", "2026-01-20T12:00Z"])
        {
            WorkingDirectory = newsroom.Folder, UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true,
        };
        start.Environment["PATH"] = path;
        start.Environment["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "1";
        return Process.Start(start)!;
    }
}
