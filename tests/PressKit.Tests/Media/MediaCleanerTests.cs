using System.Text;
using FsCheck;
using FsCheck.Fluent;
using PressKit.Media;
using PressKit.Testing;

namespace PressKit.Tests.Media;

public sealed class MediaCleanerTests
{
    private static readonly Lazy<Dictionary<string, byte[]>> Samples = new(MakeSamples);

    [SkippableTheory]
    [InlineData("photo.jpg")]
    [InlineData("photo.png")]
    [InlineData("photo.webp")]
    [InlineData("photo.avif")]
    [InlineData("photo.heic")]
    [InlineData("photo.gif")]
    public void Places_and_history_go_rights_and_pixels_stay(string name)
    {
        Skip.If(ImageTools.Missing is not null, ImageTools.Missing);
        using var folder = new TemporaryFolder();
        var (before, after) = (Path.Combine(folder.Path, name), Path.Combine(folder.Path, "after-" + name));
        File.WriteAllBytes(before, Samples.Value[name]);
        var published = Published(before);
        File.WriteAllBytes(after, published);

        var tags = ImageTools.Tags(after);
        tags.Keys.ShouldNotContain(key => key.Contains("GPS", StringComparison.Ordinal) || key.Contains("History", StringComparison.Ordinal));
        Encoding.Latin1.GetString(published).ShouldNotContain("Geheim");
        tags["XMP-dc:Creator"].ShouldBe("Ada Neri");
        tags["XMP-photoshop:Credit"].ShouldBe("Teatro Aurora");
        tags["XMP-xmpRights:UsageTerms"].ShouldBe("CC BY 4.0");
        tags["XMP-iptcExt:DigitalSourceType"].ShouldEndWith("digitalCapture");
        if (!name.EndsWith(".gif", StringComparison.Ordinal))
        {
            tags["IFD0:Artist"].ShouldBe("Ada Neri");
            tags["IFD0:Copyright"].ShouldBe("Teatro Aurora");
        }

        ImageTools.Pixels(after).ShouldBe(ImageTools.Pixels(before));
        Published(after).ShouldBe(published, "What is clean stays as it is.");
    }

    [SkippableFact]
    public void Older_records_of_IPTC_keep_credit_and_rights_and_lose_the_place()
    {
        Skip.If(ImageTools.Missing is not null, ImageTools.Missing);
        using var folder = new TemporaryFolder();
        var (before, after) = (Path.Combine(folder.Path, "a.jpg"), Path.Combine(folder.Path, "b.jpg"));
        File.WriteAllBytes(before, Samples.Value["photo.jpg"]);
        ImageTools.Write(before, "-IPTC:By-line=Ada Neri", "-IPTC:Credit=Aurora", "-IPTC:CopyrightNotice=Aurora", "-IPTC:City=Geheimstadt",
            "-IPTC:Sub-location=Geheimstrasse", "-IPTC:Country-PrimaryLocationName=Geheimland", "-IPTC:ContentLocationName=Geheimort");
        File.WriteAllBytes(after, Published(before));
        var tags = ImageTools.Tags(after);
        tags["IPTC:By-line"].ShouldBe("Ada Neri");
        tags["IPTC:Credit"].ShouldBe("Aurora");
        tags["IPTC:CopyrightNotice"].ShouldBe("Aurora");
        tags.Keys.ShouldNotContain(key => key.Contains("City", StringComparison.Ordinal) || key.Contains("ocation", StringComparison.Ordinal));
    }

    [SkippableFact]
    public void A_picture_that_lies_on_its_side_is_measured_as_it_is_shown()
    {
        Skip.If(ImageTools.Missing is not null, ImageTools.Missing);
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "a.jpg");
        File.WriteAllBytes(path, Samples.Value["photo.jpg"]);
        ImageTools.Write(path, "-Orientation#=6");
        var found = MediaCleaner.Inspect(path, "media/a.jpg", out _);
        found!.Facts.ShouldBe(new MediaFacts("image/jpeg", 60, 90));
    }

    [SkippableFact]
    public void A_TIFF_that_says_where_it_was_taken_is_refused_and_one_that_does_not_is_published()
    {
        Skip.If(ImageTools.Missing is not null, ImageTools.Missing);
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "a.tif");
        ImageTools.Make(path, 30, 20);
        Codes(path).ShouldBeEmpty();
        ImageTools.Write(path, "-XMP-photoshop:City=Torino");
        Codes(path).ShouldBe(["media.location"]);
        ImageTools.Write(path, "-XMP:all=", "-GPSLatitude=45", "-GPSLatitudeRef=N");
        Codes(path).ShouldBe(["media.location"]);
    }

    [Fact]
    public void What_follows_the_end_of_a_picture_is_not_published()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "a.jpg");
        File.WriteAllBytes(path, [.. Jpeg(), .. "a film that a telephone hung behind it"u8]);
        Published(path).ShouldBe(Jpeg());
    }

    [Fact]
    public void Content_credentials_stay_where_nothing_else_has_to_go()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "a.jpg");
        byte[] signed = [.. Jpeg(Segment(0xEB, "JP\0\u0001jumb c2pa"u8))];
        File.WriteAllBytes(path, signed);
        MediaCleaner.Inspect(path, "a.jpg", out _)!.LosesCredentials.ShouldBeFalse();
        Published(path).ShouldBe(signed);

        File.WriteAllBytes(path, [.. Jpeg([.. Segment(0xEB, "JP\0\u0001jumb c2pa"u8), .. Segment(0xFE, "a comment"u8)])]);
        MediaCleaner.Inspect(path, "a.jpg", out _)!.LosesCredentials.ShouldBeTrue();
        Published(path).ShouldBe(Jpeg());

        File.WriteAllBytes(path, [.. Jpeg(Segment(0xEB, "JP\0\u0001jumb c2pa exif:GPSLatitude"u8))]);
        MediaCleaner.Inspect(path, "a.jpg", out _)!.LosesCredentials.ShouldBeTrue();
    }

    [Fact]
    public void A_film_loses_its_places_and_its_measuring_track_and_keeps_picture_sound_title_and_length()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "a.mp4");
        File.WriteAllBytes(path, Film());
        var before = File.ReadAllBytes(path);
        var found = MediaCleaner.Inspect(path, "a.mp4", out var faults);
        faults.ShouldBeEmpty();
        found!.Facts.ShouldBe(new MediaFacts("video/mp4", Duration: TimeSpan.FromSeconds(200)));
        var published = Published(path);
        var text = Encoding.Latin1.GetString(published);
        published.Length.ShouldBe(before.Length);
        text.ShouldNotContain("+45.07");
        text.ShouldNotContain("Geheim");
        text.ShouldContain("Il titolo");
        text.ShouldContain("PICTURESOUND");
        File.WriteAllBytes(path, published);
        Published(path).ShouldBe(published);
    }

    [Theory]
    [InlineData("a.png", "media.wrong-suffix")]
    [InlineData("a.html", "media.unknown-kind")]
    [InlineData("a", "media.unknown-kind")]
    [InlineData("a.jpeg", null)]
    public void A_file_is_what_its_name_says(string name, string? code)
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, name);
        File.WriteAllBytes(path, Jpeg());
        Codes(path).ShouldBe(code is null ? [] : [code]);
    }

    [Fact]
    public void An_image_that_says_it_is_enormous_is_refused()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "a.png");
        File.WriteAllBytes(path, Convert.FromHexString("89504E470D0A1A0A0000000D494844520000C3500000C350080200000000000000"));
        Codes(path).ShouldBe(["media.too-many-pixels"]);
    }

    [SkippableTheory]
    [InlineData("photo.jpg")]
    [InlineData("photo.png")]
    [InlineData("photo.webp")]
    [InlineData("photo.avif")]
    [InlineData("photo.gif")]
    public void A_file_that_ends_too_early_is_damaged(string name)
    {
        Skip.If(ImageTools.Missing is not null, ImageTools.Missing);
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, name);
        var whole = Samples.Value[name];
        foreach (var length in new[] { whole.Length / 2, whole.Length - (whole.Length / 10) })
        {
            File.WriteAllBytes(path, whole[..length]);
            Codes(path).ShouldBe(["media.damaged"], name);
        }
    }

    [SkippableTheory]
    [InlineData("photo.jpg")]
    [InlineData("photo.png")]
    [InlineData("photo.webp")]
    [InlineData("photo.avif")]
    [InlineData("photo.heic")]
    [InlineData("photo.gif")]
    public void Whatever_stands_in_a_file_it_is_published_or_refused(string name)
    {
        Skip.If(ImageTools.Missing is not null, ImageTools.Missing);
        using var folder = new TemporaryFolder();
        var (path, whole) = (Path.Combine(folder.Path, name), Samples.Value[name]);
        Prop.ForAll(Gen.Choose(0, whole.Length - 1).Zip(Gen.Choose(0, 255)).ListOf(8).ToArbitrary(), changes =>
        {
            var changed = whole.ToArray();
            foreach (var (at, value) in changes) changed[at] = (byte)value;
            File.WriteAllBytes(path, changed);
            var found = MediaCleaner.Inspect(path, name, out var faults);
            (found is null).ShouldBe(faults.Count > 0);
            if (found is null) return;
            var published = Published(path);
            Hash.Of(published).ShouldBe(found.Hash);
            published.Length.ShouldBe((int)found.Length);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(150));
    }

    private static Dictionary<string, byte[]> MakeSamples()
    {
        using var folder = new TemporaryFolder();
        var samples = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var (name, options) in new[] { ("photo.jpg", "[Q=90]"), ("photo.png", ""), ("photo.webp", ""), ("photo.avif", ""), ("photo.heic", "[compression=hevc]"), ("photo.gif", "") })
        {
            var path = Path.Combine(folder.Path, name);
            ImageTools.Make(path, 90, 60, options);
            ImageTools.Write(path, ImageTools.Photographed);
            samples[name] = File.ReadAllBytes(path);
        }

        return samples;
    }

    /// <summary>A film of 200 seconds with a place as telephones write it, keys as QuickTime has them, and a track that is neither picture
    /// nor sound, whose samples stand behind those of the picture.</summary>
    private static byte[] Film()
    {
        var head = Box("ftyp", "isom"u8.ToArray(), Long(0), "isom"u8.ToArray());
        var place = Box("udta", Box("\u00A9xyz", [0, 18, 0x15, 0xC7], "+45.0703+007.6869/"u8.ToArray()), Box("\u00A9nam", [0, 9, 0x15, 0xC7], "Il titolo"u8.ToArray()));
        var keys = Box("meta", Box("hdlr", Long(0), Long(0), "mdta"u8.ToArray(), new byte[13]),
            Box("keys", Long(0), Long(1), Box("mdta", "com.apple.quicktime.location.ISO6709"u8.ToArray())),
            Box("ilst", Box("\0\0\0\u0001", Box("data", Long(1), Long(0), "+45.0703 Geheim"u8.ToArray()))));
        byte[] Whole(int offset) =>
        [
            .. head,
            .. Box("moov", Box("mvhd", Long(0), Long(0), Long(0), Long(1000), Long(200_000), new byte[80]), place, keys,
                Track("vide", offset, 12), Track("meta", offset + 12, 10)),
            .. Box("mdat", "PICTURESOUND"u8.ToArray(), "Geheimnis!"u8.ToArray()),
            .. Box("uuid", Enumerable.Repeat((byte)7, 16).ToArray(), "Geheimgeber"u8.ToArray()),
        ];
        var film = Whole(0);
        return Whole(film.AsSpan().IndexOf("PICTURESOUND"u8));

        static byte[] Track(string handler, int offset, int length) => Box("trak", Box("mdia",
            Box("hdlr", Long(0), Long(0), Encoding.ASCII.GetBytes(handler), new byte[13]),
            Box("minf", Box("stbl", Box("stsz", Long(0), Long(length), Long(1)), Box("stsc", Long(0), Long(1), Long(1), Long(1), Long(1)), Box("stco", Long(0), Long(1), Long(offset))))));

        static byte[] Box(string type, params byte[][] parts) => [.. Long(8 + parts.Sum(p => p.Length)), .. Encoding.Latin1.GetBytes(type), .. parts.SelectMany(p => p)];

        static byte[] Long(int number) => [(byte)(number >> 24), (byte)(number >> 16), (byte)(number >> 8), (byte)number];
    }

    private static byte[] Published(string path)
    {
        using var stream = new MemoryStream();
        MediaCleaner.Write(path, stream);
        return stream.ToArray();
    }

    private static string[] Codes(string path)
    {
        MediaCleaner.Inspect(path, path, out var faults);
        return [.. faults.Select(f => f.Code)];
    }

    /// <summary>The parts of a JPEG that a reader of its structure looks at; nobody can see it.</summary>
    private static byte[] Jpeg(byte[]? segments = null) =>
        [0xFF, 0xD8, .. segments ?? [], .. Segment(0xC0, [8, 0, 60, 0, 90, 1, 1, 0x11, 0]), .. Segment(0xDA, [1, 1, 0, 0, 63, 0]), 1, 2, 0xFF, 0, 3, 0xFF, 0xD9];

    private static byte[] Segment(byte marker, ReadOnlySpan<byte> data) => [0xFF, marker, 0, (byte)(data.Length + 2), .. data];
}
