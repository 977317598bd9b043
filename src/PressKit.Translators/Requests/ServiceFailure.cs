using PressKit.Translation;

namespace PressKit.Translators.Requests;

/// <summary>What a failed request calls for.</summary>
internal enum FailureKind
{
    /// <summary>The same request can succeed later.</summary>
    Retry,

    /// <summary>This request cannot succeed; another may.</summary>
    Permanent,

    /// <summary>It was too long: its halves may succeed.</summary>
    Split,

    /// <summary>No further request of this run can succeed: the quota is spent, the key is wrong.</summary>
    Stop,
}

/// <summary>A request failed. The message holds no key or token.</summary>
internal sealed class ServiceFailure(FailureKind kind, string message, string remedy) : Exception(message)
{
    /// <summary>What it calls for.</summary>
    public FailureKind Kind => kind;

    /// <summary>What a person can do about it.</summary>
    public string Remedy => remedy;

    /// <summary>How long the service asks to wait; null where it does not say.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Whether the service may have done the work, and charged for it, though no answer came.</summary>
    public bool MayBeCharged { get; init; }

    /// <summary>The failure of a connection.</summary>
    public static ServiceFailure Connection(string message) =>
        new(FailureKind.Retry, message, "Check the connection and the service's address, and run it again: what is finished is kept.") { MayBeCharged = true };

    /// <summary>An answer that is not what the protocol says.</summary>
    public static ServiceFailure Unreadable() =>
        new(FailureKind.Retry, "The service's answer was cut off or is not what the protocol says.", "Run it again later: what is finished is kept.") { MayBeCharged = true };

    /// <summary>The failure as whoever called the service sees it.</summary>
    public TranslatorException ToException(string service, string what) =>
        new(service, $"{what}: {Message}", Remedy, Kind == FailureKind.Retry);
}
