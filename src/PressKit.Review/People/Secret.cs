using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace PressKit.Review.People;

/// <summary>Secrets that are handed out once: 256 random bits each, of which only a hash is ever kept. They cannot be guessed, so the
/// hash needs no salt and no slowness.</summary>
internal static class Secret
{
    private const int Bytes = 32;

    /// <summary>A new one, in letters that stand in an address as they are.</summary>
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>What is kept of one.</summary>
    public static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    /// <summary>Whether a secret is the one of a hash; takes as long for a wrong one as for the right one.</summary>
    public static bool Is(string secret, string hash) => AreEqual(HashOf(secret), hash);

    /// <summary>Whether two texts are equal; takes as long wherever they differ.</summary>
    public static bool AreEqual(string one, string other) => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(one), Encoding.UTF8.GetBytes(other));

    /// <summary>A short identity for something that is listed; no secret.</summary>
    public static string Id() => RandomNumberGenerator.GetHexString(10, lowercase: true);
}
