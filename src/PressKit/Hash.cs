using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace PressKit;

/// <summary>The identity of content: the first 128 bits of SHA-256, written as 32 lower-case hexadecimal digits.</summary>
public static class Hash
{
    /// <summary>The hash of bytes.</summary>
    public static string Of(ReadOnlySpan<byte> bytes)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes, digest);
        return Convert.ToHexStringLower(digest[..16]);
    }

    /// <summary>The hash of bytes as a number, which takes a fifth of the memory.</summary>
    internal static UInt128 NumberOf(ReadOnlySpan<byte> bytes)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes, digest);
        return BinaryPrimitives.ReadUInt128BigEndian(digest);
    }

    /// <summary>The first 64 bits of the hash of bytes, by which damage is noticed.</summary>
    public static ulong SumOf(ReadOnlySpan<byte> bytes)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes, digest);
        return BinaryPrimitives.ReadUInt64LittleEndian(digest);
    }

    /// <summary>The hash of what is left of a stream.</summary>
    public static string Of(Stream stream)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(stream, digest);
        return Convert.ToHexStringLower(digest[..16]);
    }

    /// <summary>The hash of bytes in pieces.</summary>
    public static string Of(IEnumerable<ReadOnlyMemory<byte>> pieces)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var piece in pieces) hash.AppendData(piece.Span);
        return Of(hash);
    }

    /// <summary>The hash of what was given to SHA-256.</summary>
    public static string Of(IncrementalHash hash)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        hash.GetHashAndReset(digest);
        return Convert.ToHexStringLower(digest[..16]);
    }

    /// <summary>The hash of several texts, each with its length, so that no two lists have the same bytes.</summary>
    public static string Of(params ReadOnlySpan<string?> parts)
    {
        var most = 0;
        foreach (var part in parts) most += sizeof(int) + Encoding.UTF8.GetMaxByteCount(part?.Length ?? 0);
        var bytes = ArrayPool<byte>.Shared.Rent(most);
        var count = 0;
        foreach (var part in parts)
        {
            var length = Encoding.UTF8.GetBytes(part ?? "", bytes.AsSpan(count + sizeof(int)));
            BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(count), part is null ? -1 : length);
            count += sizeof(int) + length;
        }

        var hash = Of(bytes.AsSpan(0, count));
        ArrayPool<byte>.Shared.Return(bytes);
        return hash;
    }
}
