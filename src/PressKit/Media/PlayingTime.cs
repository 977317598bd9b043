using System.Buffers.Binary;
using PressKit.Media.Cleaning;

namespace PressKit.Media;

/// <summary>How long sounds and films are, as far as their files say it themselves.</summary>
internal static class PlayingTime
{
    private static readonly int[] BitRates1 = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
    private static readonly int[] BitRates2 = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];
    private static readonly int[] SampleRates = [44_100, 48_000, 32_000];

    /// <summary>The length of a file of a type; null where it is not known, or more than a day.</summary>
    public static TimeSpan? Of(Stream file, string type)
    {
        try
        {
            var seconds = type switch
            {
                "video/mp4" or "video/quicktime" or "audio/mp4" => Boxes(file),
                "audio/wav" => Wave(file),
                "audio/flac" => Flac(file),
                "audio/mpeg" => Mp3(file),
                "audio/ogg" => Ogg(file),
                _ => null,
            };
            return seconds is > 0 and < 86_400 ? TimeSpan.FromSeconds(Math.Round(seconds.Value, 1)) : null;
        }
        catch (Exception e) when (e is DamagedMediaException or EndOfStreamException)
        {
            return null;
        }
    }

    private static double? Boxes(Stream file)
    {
        var film = Box.In(file, 0, file.Length).Find(b => b.Type == "moov");
        var head = Box.In(file, film.Data, film.End).Find(b => b.Type == "mvhd");
        if (head.Type is null) return null;
        var bytes = new Bytes(head.Read(file));
        return bytes.Part(0, 1)[0] == 1 ? (double)bytes.Wide(24) / bytes.Long(20) : (double)bytes.Long(16) / bytes.Long(12);
    }

    private static double? Wave(Stream file)
    {
        var bytes = new Bytes(Head(file, 64 * 1024), little: true);
        var rate = 0L;
        for (var at = 12L; at + 8 <= bytes.Length; at += 8 + bytes.Long(at + 4) + (bytes.Long(at + 4) % 2))
        {
            if (bytes.Has(at, "fmt "u8)) rate = bytes.Long(at + 16);
            if (bytes.Has(at, "data"u8)) return rate > 0 ? (double)Math.Min(bytes.Long(at + 4), file.Length) / rate : null;
        }

        return null;
    }

    private static double? Flac(Stream file)
    {
        var bytes = new Bytes(Head(file, 64));
        var packed = bytes.Wide(18);
        var rate = (packed >> 44) & 0xFFFFF;
        return rate > 0 ? (double)(packed & 0xF_FFFF_FFFF) / rate : null;
    }

    /// <summary>By the count of frames that Xing's or Info's head gives, or else by the bit rate of the first frame.</summary>
    private static double? Mp3(Stream file)
    {
        var bytes = new Bytes(Head(file, 10));
        var start = bytes.Has(0, "ID3"u8) ? 10L + ((bytes.Span[6] << 21) | (bytes.Span[7] << 14) | (bytes.Span[8] << 7) | bytes.Span[9]) : 0;
        var frame = new Bytes(Head(file, 512, start));
        var head = frame.Long(0);
        var (isFirst, layer) = (((head >> 19) & 3) == 3, (head >> 17) & 3);
        var (bitRate, sampleRate) = ((int)(head >> 12) & 15, (int)(head >> 10) & 3);
        if (head >> 21 != 0x7FF || layer != 1 || bitRate is 0 or 15 || sampleRate == 3) return null;
        var rate = SampleRates[sampleRate] / (isFirst ? 1 : ((head >> 19) & 3) == 2 ? 2 : 4);
        var at = 4 + (isFirst ? ((head >> 6) & 3) == 3 ? 17 : 32 : ((head >> 6) & 3) == 3 ? 9 : 17);
        if ((frame.Has(at, "Xing"u8) || frame.Has(at, "Info"u8)) && (frame.Long(at + 4) & 1) == 1)
            return frame.Long(at + 8) * (isFirst ? 1152d : 576d) / rate;
        return (file.Length - start) * 8d / ((isFirst ? BitRates1 : BitRates2)[bitRate] * 1000d);
    }

    /// <summary>By the position of the last page; Opus counts 48,000 a second, Vorbis says how many.</summary>
    private static double? Ogg(Stream file)
    {
        var head = new Bytes(Head(file, 128), little: true);
        var body = 27 + head.Span[26];
        var rate = head.Has(body, "OpusHead"u8) ? 48_000 : head.Has(body, "\u0001vorbis"u8) ? head.Long(body + 12) : 0;
        var tail = Head(file, 128 * 1024, Math.Max(0, file.Length - (128 * 1024)));
        var last = tail.AsSpan().LastIndexOf("OggS"u8);
        return rate > 0 && last >= 0 && last + 14 <= tail.Length ? (double)BinaryPrimitives.ReadInt64LittleEndian(tail.AsSpan(last + 6)) / rate : null;
    }

    private static byte[] Head(Stream file, int length, long start = 0)
    {
        var bytes = new byte[length];
        file.Position = Math.Min(start, file.Length);
        return bytes[..file.ReadAtLeast(bytes, length, throwOnEndOfStream: false)];
    }
}
