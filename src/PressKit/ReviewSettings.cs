using System.Collections.Immutable;
using System.Net;

namespace PressKit;

/// <summary>What a newsroom asks of its reviewers.</summary>
public sealed record ReviewSettings
{
    /// <summary>Nothing.</summary>
    public static ReviewSettings None { get; } = new();

    /// <summary>Whether a second person has to compare each sentence with its source: nobody reviews what they wrote themselves, and
    /// an edition is signed off when every sentence of it is reviewed.</summary>
    public bool SecondPerson { get; init; }

    /// <summary>Whether whoever signs an edition off must not be the last who changed a sentence of it.</summary>
    public bool ApproverDiffers { get; init; }

    /// <summary>Whether each approval given at the desk is a commit of its own, with the reviewer as the author.</summary>
    public bool Commits { get; init; }

    /// <summary>Where a team reaches the desk: the address of what stands before it and encrypts; null for a desk that only its own
    /// machine reaches.</summary>
    public Uri? Address { get; init; }

    /// <summary>What signs people in before they reach the desk; null where invitations do.</summary>
    public SignInProxy? Proxy { get; init; }

    /// <summary>Who is told of what happens.</summary>
    public ImmutableArray<Webhook> Webhooks { get; init; } = [];
}

/// <summary>A proxy that signs people in, and says in a header who they are.</summary>
/// <param name="Header">The header.</param>
/// <param name="From">The addresses that it comes from; from any other the header means nothing.</param>
public sealed record SignInProxy(string Header, ImmutableArray<IPAddress> From);

/// <summary>An address that is told of what happens at the desk.</summary>
/// <param name="Url">The address: https, or this machine's own.</param>
/// <param name="Secret">The variable of the environment that holds the secret that messages are signed with.</param>
public sealed record Webhook(Uri Url, string Secret);
