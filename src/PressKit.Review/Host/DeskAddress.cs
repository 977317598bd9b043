using Microsoft.AspNetCore.Http;

namespace PressKit.Review.Host;

/// <summary>Where the desk is reached. A request that was meant for another name is none of ours: a page of another site that has its own
/// name lead to this machine (DNS rebinding) gets nothing.</summary>
/// <param name="Public">The address of what stands before it and encrypts; null where nothing does.</param>
internal sealed record DeskAddress(Uri? Public)
{
    private static readonly string[] Loopback = ["127.0.0.1", "localhost", "[::1]"];

    /// <summary>The port that it listens on, once it does.</summary>
    public int Port { get; set; }

    /// <summary>Whether people reach it by https.</summary>
    public bool IsEncrypted => Public is not null;

    /// <summary>The address as people type it, without a slash at its end.</summary>
    public string Url => Public is { } url ? url.GetLeftPart(UriPartial.Authority) : FormattableString.Invariant($"http://127.0.0.1:{Port}");

    /// <summary>The name of the session's cookie. Cookies know no ports, so each port of this machine has a name of its own.</summary>
    public string Cookie => IsEncrypted ? "__Host-presskit" : FormattableString.Invariant($"presskit-{Port}");

    /// <summary>Whether a request was meant for the desk.</summary>
    public bool IsMeant(HostString host) => Public is { } url
        ? string.Equals(host.Value, url.Authority, StringComparison.OrdinalIgnoreCase)
        : Loopback.Contains(host.Host, StringComparer.OrdinalIgnoreCase) && (host.Port ?? 80) == Port;

    /// <summary>Whether a page of this origin is one of the desk's.</summary>
    public bool IsOwn(string origin, HostString host) => Public is { } url
        ? string.Equals(origin, url.GetLeftPart(UriPartial.Authority), StringComparison.OrdinalIgnoreCase)
        : string.Equals(origin, $"http://{host.Value}", StringComparison.OrdinalIgnoreCase);
}
