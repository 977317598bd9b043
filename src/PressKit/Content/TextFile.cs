using System.Text;

namespace PressKit.Content;

/// <summary>Reads text files that people wrote: UTF-8, with line ends of any kind, up to a size that a release never has.</summary>
internal static class TextFile
{
    /// <summary>The largest text file that is read: 4 MiB, a thousand pages of text.</summary>
    public const int LargestSize = 4 * 1024 * 1024;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The text with LF line ends and without a byte order mark and <see cref="StrayCharacters"/>; null, and a problem, where it cannot be read.</summary>
    public static string? Read(string fullPath, string file, Problems problems)
    {
        if (ReadBytes(fullPath, file, LargestSize, problems) is not { } bytes) return null;
        var span = bytes.AsSpan();
        if (span.StartsWith(Encoding.UTF8.Preamble)) span = span[3..];
        try
        {
            var text = Strict.GetString(span).ReplaceLineEndings("\n");
            return StrayCharacters.TakeOut(text, offset => PlaceAt(text, offset, file), problems);
        }
        catch (DecoderFallbackException)
        {
            var valid = ValidLength(span);
            problems.Error("content.invalid-utf8", PlaceAt(span, valid, file),
                $"Byte 0x{span[valid]:X2} here is not UTF-8.", "Save the file as UTF-8.");
            return null;
        }
    }

    /// <summary>The bytes of a file; null, and a problem, where it is too large or cannot be read.</summary>
    public static byte[]? ReadBytes(string fullPath, string file, int largest, Problems problems)
    {
        try
        {
            var length = new FileInfo(fullPath).Length;
            if (length <= largest) return File.ReadAllBytes(fullPath);
            problems.Error("content.too-large", new Place(file),
                $"{length / 1024 / 1024} MiB; at most {largest / 1024 / 1024} MiB are read.",
                "Split it, or take out what does not belong in a release.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problems.Error("content.unreadable", new Place(file), $"The file cannot be read: {e.Message}",
                "Look at its permissions.");
        }

        return null;
    }

    private static int ValidLength(ReadOnlySpan<byte> bytes)
    {
        var at = 0;
        while (Rune.DecodeFromUtf8(bytes[at..], out _, out var consumed) == System.Buffers.OperationStatus.Done) at += consumed;
        return at;
    }

    private static Place PlaceAt(string text, int offset, string file)
    {
        var before = text.AsSpan(0, offset);
        return new Place(file, before.Count('\n') + 1, offset - before.LastIndexOf('\n'));
    }

    private static Place PlaceAt(ReadOnlySpan<byte> bytes, int offset, string file)
    {
        var before = bytes[..offset];
        var lineStart = before.LastIndexOf((byte)'\n') + 1;
        return new Place(file, before.Count((byte)'\n') + 1, Encoding.UTF8.GetCharCount(before[lineStart..]) + 1);
    }
}
