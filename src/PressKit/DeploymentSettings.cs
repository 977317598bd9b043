using System.Collections.Immutable;

namespace PressKit;

/// <summary>A kind of host that can be told how to serve the site.</summary>
public enum HostKind
{
    /// <summary>Netlify, and whoever reads its <c>_headers</c> and <c>_redirects</c>.</summary>
    Netlify,

    /// <summary>A server that runs nginx.</summary>
    Nginx,
}

/// <summary>Where the site is served, and how.</summary>
/// <param name="Hosts">The kinds of hosts that files are written for.</param>
/// <param name="StrictTransport">For how many seconds browsers are to remember that the site is there by HTTPS only (RFC 6797); null
/// for saying nothing of it.</param>
public sealed record DeploymentSettings(ImmutableArray<HostKind> Hosts, int? StrictTransport)
{
    /// <summary>Nothing is said to any host.</summary>
    public static DeploymentSettings None { get; } = new([], null);

    /// <summary>Whether a host leads readers from the site's root to their language, so that the root page needs another address.</summary>
    public bool Negotiates => !Hosts.IsEmpty;
}

/// <summary>Whom to tell of a weakness of the site (RFC 9116).</summary>
/// <param name="Contacts">Where, the best first: <c>mailto:</c>, <c>https:</c> or <c>tel:</c>.</param>
public sealed record SecuritySettings(ImmutableArray<Uri> Contacts)
{
    /// <summary>Until when this holds; null for some months from the publication.</summary>
    public DateTimeOffset? Expires { get; init; }

    /// <summary>What happens with a report; null where that is not written down.</summary>
    public Uri? Policy { get; init; }

    /// <summary>A key to encrypt a report with; null for none.</summary>
    public Uri? Encryption { get; init; }
}
