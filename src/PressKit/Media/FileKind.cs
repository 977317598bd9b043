using System.Collections.Immutable;

namespace PressKit.Media;

/// <summary>A kind of file that a newsroom may publish.</summary>
/// <param name="Type">Its media type.</param>
/// <param name="Extensions">The endings of its files' names, the usual one first.</param>
public sealed record FileKind(string Type, params ImmutableArray<string> Extensions)
{
    private static readonly ImmutableArray<FileKind> Known =
    [
        new("image/jpeg", ".jpg", ".jpeg"), new("image/png", ".png"), new("image/gif", ".gif"), new("image/webp", ".webp"),
        new("image/avif", ".avif"), new("image/svg+xml", ".svg"), new("image/tiff", ".tif", ".tiff"), new("image/heic", ".heic", ".heif"),
        new("video/mp4", ".mp4", ".m4v"), new("video/quicktime", ".mov"), new("video/webm", ".webm"),
        new("audio/mpeg", ".mp3"), new("audio/mp4", ".m4a"), new("audio/wav", ".wav"), new("audio/flac", ".flac"), new("audio/ogg", ".ogg", ".oga", ".opus"),
        new("application/pdf", ".pdf"), new("application/zip", ".zip", ".docx", ".xlsx", ".pptx", ".odt", ".ods", ".odp", ".epub", ".idml"),
        new("application/rtf", ".rtf"), new("application/postscript", ".eps", ".ai"),
        new("text/plain", ".txt"), new("text/csv", ".csv"), new("text/vtt", ".vtt", ".srt"), new("text/calendar", ".ics"), new("text/vcard", ".vcf"),
    ];

    private static readonly Dictionary<string, FileKind> ByExtension =
        Known.SelectMany(kind => kind.Extensions.Select(e => (Extension: e, Kind: kind))).ToDictionary(k => k.Extension, k => k.Kind, StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether browsers show it as an image.</summary>
    public bool IsShown => Type is "image/jpeg" or "image/png" or "image/gif" or "image/webp" or "image/avif" or "image/svg+xml";

    /// <summary>The kind that a file's name promises; null for one that is not published.</summary>
    public static FileKind? Named(string path) => ByExtension.GetValueOrDefault(Path.GetExtension(path));

    /// <summary>The kind that a file is, by its first bytes; null where they do not tell.</summary>
    public static FileKind? Of(ReadOnlySpan<byte> head)
    {
        var type = head switch
        {
            [0xFF, 0xD8, 0xFF, ..] => "image/jpeg",
            [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => "image/png",
            [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..] => "image/gif",
            [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => "image/webp",
            [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'A', (byte)'V', (byte)'E', ..] => "audio/wav",
            [(byte)'I', (byte)'I', 0x2A or 0x2B, 0, ..] or [(byte)'M', (byte)'M', 0, 0x2A or 0x2B, ..] => "image/tiff",
            [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', ..] => Boxes(head),
            [_, _, _, _, (byte)'m', (byte)'o', (byte)'o', (byte)'v', ..] or [_, _, _, _, (byte)'w', (byte)'i', (byte)'d', (byte)'e', ..]
                or [_, _, _, _, (byte)'m', (byte)'d', (byte)'a', (byte)'t', ..] => "video/quicktime",
            [0x1A, 0x45, 0xDF, 0xA3, ..] => "video/webm",
            [(byte)'f', (byte)'L', (byte)'a', (byte)'C', ..] => "audio/flac",
            [(byte)'O', (byte)'g', (byte)'g', (byte)'S', ..] => "audio/ogg",
            [(byte)'I', (byte)'D', (byte)'3', ..] or [0xFF, >= 0xE0 and not 0xFF and not 0xFE, ..] => "audio/mpeg",
            [(byte)'%', (byte)'P', (byte)'D', (byte)'F', (byte)'-', ..] => "application/pdf",
            [(byte)'P', (byte)'K', 3, 4, ..] => "application/zip",
            [(byte)'{', (byte)'\\', (byte)'r', (byte)'t', (byte)'f', ..] => "application/rtf",
            [(byte)'%', (byte)'!', (byte)'P', (byte)'S', ..] => "application/postscript",
            _ => SvgFile.Is(head) ? "image/svg+xml" : null,
        };
        return Known.FirstOrDefault(k => k.Type == type);
    }

    /// <summary>Whether a file of this kind may bear another's name: sound and film are packed alike, newer illustrations are PDF inside,
    /// and what is only text cannot be told.</summary>
    /// <param name="found">The kind that the file is; null where it does not tell.</param>
    public bool Admits(FileKind? found) => found?.Type == Type
        || (found is null && (Type.StartsWith("text/", StringComparison.Ordinal) || Type == "application/postscript"))
        || (found is { Type: "video/mp4" or "video/quicktime" or "audio/mp4" } && Type is "video/mp4" or "video/quicktime" or "audio/mp4")
        || (found is { Type: "application/pdf" } && Type == "application/postscript");

    /// <summary>The brands of a file made of boxes (ISO/IEC 14496-12, 4.3).</summary>
    private static string Boxes(ReadOnlySpan<byte> head)
    {
        var length = Math.Min(head.Length, Math.Max(12, System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(head)));
        for (var at = 8; at + 4 <= length; at += at == 8 ? 8 : 4)
        {
            var brand = head.Slice(at, 4);
            if (brand.SequenceEqual("avif"u8) || brand.SequenceEqual("avis"u8)) return "image/avif";
            if (brand.StartsWith("hei"u8) || brand.StartsWith("hev"u8)) return "image/heic";
            if (brand.SequenceEqual("qt  "u8)) return "video/quicktime";
            if (brand.SequenceEqual("M4A "u8)) return "audio/mp4";
        }

        return "video/mp4";
    }
}
