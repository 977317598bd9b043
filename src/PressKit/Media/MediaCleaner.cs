using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using PressKit.Media.Cleaning;

namespace PressKit.Media;

/// <summary>Looks into media files, and writes them as they are published: pictures, sound and rights as they were, to the bit, and
/// nothing of where they were taken, by which camera, or what they were before.</summary>
public static class MediaCleaner
{
    /// <summary>The most pixels that an image may have: those of the largest cameras.</summary>
    public const long MostPixels = 200_000_000;

    private const int LargestImage = 256 * 1024 * 1024;
    private const int HeadLength = 64 * 1024;

    /// <summary>Looks into a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="name">The path that the newsroom gives it; its ending has to be right.</param>
    /// <param name="faults">Why it is not published; empty where it is.</param>
    /// <returns>What it is; null where it is not published.</returns>
    public static Inspected? Inspect(string path, string name, out IReadOnlyList<Fault> faults)
    {
        using var file = File.OpenRead(path);
        faults = Faults(file, name, out var kind);
        if (kind is null || faults.Count > 0) return null;
        try
        {
            var pieces = Clean(file, kind, out var losesCredentials, out var isMoving);
            using var sha = SHA256.Create();
            using (var hashing = new CryptoStream(Stream.Null, sha, CryptoStreamMode.Write)) pieces.Write(file, hashing);
            file.Position = 0;
            var size = kind.Type.StartsWith("image/", StringComparison.Ordinal) ? ImageSize.Of(file) : null;
            var facts = new MediaFacts(kind.Type, size?.Width, size?.Height, isMoving, PlayingTime.Of(file, kind.Type));
            return new Inspected(facts, pieces.Length, Convert.ToHexStringLower(sha.Hash!.AsSpan(0, 16)), losesCredentials);
        }
        catch (DamagedMediaException e)
        {
            faults = [Damaged(e.Message)];
            return null;
        }
    }

    /// <summary>Writes a file as it is published.</summary>
    public static void Write(string path, Stream to)
    {
        using var file = File.OpenRead(path);
        if (KindOf(file) is not { } kind)
        {
            file.Position = 0;
            file.CopyTo(to);
            return;
        }

        Clean(file, kind, out _, out _).Write(file, to);
    }

    /// <summary>A file as other images are made of it: metadata where every decoder finds it, and what IPTC's older records say in XMP too,
    /// since only JPEG has room for the records.</summary>
    internal static byte[] ForDerivation(string path)
    {
        using var stream = new MemoryStream();
        Write(path, stream);
        var bytes = stream.ToArray();
        var type = FileKind.Of(bytes)?.Type;
        if (type == "image/png") return PngFile.MetadataFirst(bytes);
        if (type == "image/avif") return BoxFile.WithXmpFirst(bytes);
        if (type != "image/jpeg") return bytes;
        var texts = JpegFile.Segments(bytes, 0xED, JpegFile.ResourcesHead).SelectMany(r => IptcMetadata.Texts(r).SelectMany(t => t, (t, text) => (t.Key, text)))
            .ToLookup(t => t.Key, t => t.text);
        var before = JpegFile.Segments(bytes, 0xE1, JpegFile.XmpHead).FirstOrDefault();
        var after = XmpMetadata.With(before, texts);
        return after is null || after == before ? bytes : JpegFile.With(bytes, after);
    }

    private static Pieces Clean(FileStream file, FileKind kind, out bool losesCredentials, out bool isMoving)
    {
        (losesCredentials, isMoving) = (false, false);
        switch (kind.Type)
        {
            case "image/jpeg" or "image/png":
                var bytes = ReadAll(file);
                isMoving = kind.Type == "image/png" && PngFile.IsMoving(bytes);
                return WithCredentials(keep => kind.Type == "image/jpeg" ? JpegFile.Clean(bytes, keep) : PngFile.Clean(bytes, keep), file, out losesCredentials);
            case "image/webp":
                bytes = ReadAll(file);
                isMoving = WebPFile.IsMoving(bytes);
                return WebPFile.Clean(bytes);
            case "image/gif":
                return GifFile.Clean(ReadAll(file), out isMoving);
            case "image/avif" or "image/heic" or "video/mp4" or "video/quicktime" or "audio/mp4":
                return WithCredentials(keep => BoxFile.Clean(file, keep), file, out losesCredentials);
        }

        var whole = new Pieces();
        whole.Keep(0, file.Length);
        return whole;
    }

    /// <summary>Credentials are signed over the file as it was: they stay where nothing else has to go, and nothing in them tells a
    /// place.</summary>
    private static Pieces WithCredentials(Func<bool, Pieces> clean, FileStream file, out bool losesCredentials)
    {
        var (with, without) = (clean(true), clean(false));
        losesCredentials = false;
        var has = with.Length != without.Length || with.IsWhole(file.Length) != without.IsWhole(file.Length);
        if (!has) return without;
        if (with.IsWhole(file.Length) && !NamesAPlace(file)) return with;
        losesCredentials = true;
        return without;
    }

    private static bool NamesAPlace(FileStream file)
    {
        var bytes = ReadAll(file).AsSpan();
        foreach (var word in (ReadOnlySpan<string>)["GPSL", "gpsl", "LocationCreated", "LocationShown", "Iptc4xmpExt:City", "photoshop:City", "latitude", "Latitude"])
        {
            if (bytes.IndexOf(System.Text.Encoding.ASCII.GetBytes(word)) >= 0) return true;
        }

        return false;
    }

    private static IReadOnlyList<Fault> Faults(FileStream file, string name, out FileKind? kind)
    {
        kind = FileKind.Named(name);
        var extension = Path.GetExtension(name);
        if (kind is null)
        {
            return [new Fault("media.unknown-kind", extension.Length == 0 ? "The file's name has no ending." : $"Files of the kind '{extension}' are not published.",
                "Save it as one of the kinds in docs/media.md, or put it into a ZIP.")];
        }

        var found = KindOf(file);
        if (!kind.Admits(found))
        {
            return [new Fault("media.wrong-suffix", found is null ? $"The file is called '{extension}' and is not such a file." : $"The file is called '{extension}' and is of the kind '{found.Extensions[0]}'.",
                found is null ? "Export it again, or take it out." : $"Call it '{Path.ChangeExtension(Path.GetFileName(name), found.Extensions[0])}'.")];
        }

        kind = found ?? kind;
        file.Position = 0;
        if (kind.Type == "image/svg+xml")
        {
            return [.. SvgFile.Faults(file).Select(f => new Fault("media.unsafe-svg", $"SVG with {f.What} is not published.",
                "Save it as plain SVG, without scripts, links and styles from elsewhere.", f.Line, f.Column))];
        }

        if (!kind.Type.StartsWith("image/", StringComparison.Ordinal)) return [];
        if (file.Length > LargestImage) return [new Fault("media.too-large", "The image has more than 256 MB.", "Save it with fewer pixels or more compression.")];
        try
        {
            if (kind.Type == "image/tiff" && TiffFile.Location(ReadAll(file)) is { } where)
            {
                return [new Fault("media.location", $"The TIFF says where it was taken ({where}), and that cannot be taken out of it without writing it anew.",
                    "Save it as JPEG or PNG, from which it is taken out, or take it out yourself: exiftool -gps:all= -xmp:all= -iptc:all= FILE.")];
            }
        }
        catch (DamagedMediaException e)
        {
            return [Damaged(e.Message)];
        }

        file.Position = 0;
        if (ImageSize.Of(file) is not { } size) return kind.Type is "image/heic" or "image/tiff" ? [] : [Damaged("does not say its size")];
        if ((long)size.Width * size.Height <= MostPixels) return [];
        return [new Fault("media.too-many-pixels", string.Create(CultureInfo.InvariantCulture, $"The image says that it has {size.Width} × {size.Height} pixels; 200 million are the most."),
            "Save it smaller.")];
    }

    private static Fault Damaged(string what) => new("media.damaged", $"The file {what}.", "Export it again from the program that made it.");

    private static FileKind? KindOf(FileStream file)
    {
        file.Position = 0;
        var head = ArrayPool<byte>.Shared.Rent(HeadLength);
        var kind = FileKind.Of(head.AsSpan(0, file.ReadAtLeast(head.AsSpan(0, HeadLength), HeadLength, throwOnEndOfStream: false)));
        ArrayPool<byte>.Shared.Return(head);
        return kind;
    }

    private static byte[] ReadAll(FileStream file)
    {
        file.Position = 0;
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return bytes;
    }
}
