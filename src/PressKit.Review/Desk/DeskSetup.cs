using System.Security.Cryptography;
using PressKit.Translation.Memory;

namespace PressKit.Review.Desk;

/// <summary>What a desk works with.</summary>
/// <param name="Folder">The newsroom's folder.</param>
/// <param name="Time">The clock.</param>
public sealed record DeskSetup(string Folder, TimeProvider Time)
{
    /// <summary>Earlier translations; null where there are none. The desk does not dispose of it.</summary>
    public ITranslationMemory? Memory { get; init; }

    /// <summary>The tool, as histories name it.</summary>
    public string Tool { get; init; } = $"presskit {Publisher.Version}";

    /// <summary>What tells this session of the desk from all others; part of the identity of its events.</summary>
    public string Session { get; init; } = RandomNumberGenerator.GetHexString(12, lowercase: true);

    /// <summary>How long a save stands in the history alone before the translation's file follows.</summary>
    public TimeSpan Behind { get; init; } = TimeSpan.FromSeconds(2);
}
