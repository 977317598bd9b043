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

    /// <summary>The hash of what is left of a stream.</summary>
    public static string Of(Stream stream)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(stream, digest);
        return Convert.ToHexStringLower(digest[..16]);
    }

    /// <summary>The hash of several texts, each with its length, so that no two lists have the same bytes.</summary>
    public static string Of(params ReadOnlySpan<string?> parts)
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> length = stackalloc byte[sizeof(int)];
        foreach (var part in parts)
        {
            var bytes = Encoding.UTF8.GetBytes(part ?? "");
            BinaryPrimitives.WriteInt32LittleEndian(length, part is null ? -1 : bytes.Length);
            sha.AppendData(length);
            sha.AppendData(bytes);
        }

        return Convert.ToHexStringLower(sha.GetHashAndReset().AsSpan(0, 16));
    }
}
