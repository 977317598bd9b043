using System.Net;
using PressKit.Languages;
using PressKit.Review.Desk;
using PressKit.Translation;

namespace PressKit.Review.Host;

/// <summary>What the desk's server works with.</summary>
/// <param name="Desk">The desk. The server does not dispose of it.</param>
/// <param name="Folder">The newsroom's folder.</param>
/// <param name="Time">The clock.</param>
public sealed record ServerSetup(ReviewDesk Desk, string Folder, TimeProvider Time)
{
    /// <summary>Where it listens when nobody says otherwise.</summary>
    public const int DefaultPort = 4747;

    /// <summary>The port; 0 for one that is free.</summary>
    public int Port { get; init; } = DefaultPort;

    /// <summary>The address of the machine that it listens on.</summary>
    public IPAddress Listen { get; init; } = IPAddress.Loopback;

    /// <summary>Who works here, where nobody was invited: whoever is alone with the newsroom on their machine.</summary>
    public string Name { get; init; } = "Editor";

    /// <summary>Their address, for the author of commits.</summary>
    public string? Email { get; init; }

    /// <summary>How languages are written.</summary>
    public Locales Locales { get; init; } = new();

    /// <summary>The services that may be asked for a suggestion for a release, in the order in which they are tried.</summary>
    public Func<Release, IReadOnlyList<ITranslator>> Translators { get; init; } = _ => [];

    /// <summary>The environment, which holds the secrets of webhooks.</summary>
    public Func<string, string?> Environment { get; init; } = _ => null;

    /// <summary>Takes a line about something that went wrong; never a secret.</summary>
    public Action<string> Note { get; init; } = _ => { };
}
