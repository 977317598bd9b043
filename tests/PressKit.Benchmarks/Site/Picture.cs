using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;

namespace PressKit.Benchmarks.Site;

/// <summary>A small picture, another for each release.</summary>
internal static class Picture
{
    private const int Width = 48, Height = 27;

    /// <summary>The bytes of a PNG file (PNG, third edition, 5).</summary>
    public static byte[] Of(int number)
    {
        var pixels = new byte[Height * (1 + Width * 3)];
        new Random(number).NextBytes(pixels);
        for (var row = 0; row < Height; row++) pixels[row * (1 + Width * 3)] = 0;
        using var file = new MemoryStream();
        file.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10]);
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, Width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), Height);
        (header[8], header[9]) = (8, 2);
        Chunk(file, "IHDR"u8, header);
        using var packed = new MemoryStream();
        using (var zip = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true)) zip.Write(pixels);
        Chunk(file, "IDAT"u8, packed.ToArray());
        Chunk(file, "IEND"u8, []);
        return file.ToArray();
    }

    private static void Chunk(MemoryStream file, ReadOnlySpan<byte> type, byte[] data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        file.Write(number);
        var sum = new Crc32();
        sum.Append(type);
        sum.Append(data);
        file.Write(type);
        file.Write(data);
        BinaryPrimitives.WriteUInt32BigEndian(number, sum.GetCurrentHashAsUInt32());
        file.Write(number);
    }
}
