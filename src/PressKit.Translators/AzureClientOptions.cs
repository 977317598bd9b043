using Azure.Core;
using Azure.Core.Pipeline;

namespace PressKit.Translators;

/// <summary>How the client of the Text Translation API talks: transport and diagnostics are Azure.Core's. Its own retries are
/// off, for only the body of an answer says whether trying again can help.</summary>
public sealed class AzureClientOptions : ClientOptions
{
    /// <summary>The usual options.</summary>
    public AzureClientOptions()
    {
        RetryPolicy = new RetryPolicy(maxRetries: 0);
        // The client's own time-out follows the clock that it was given; this one is the machine's.
        Retry.NetworkTimeout = TimeSpan.FromMinutes(10);
        Diagnostics.IsLoggingContentEnabled = false;
    }

    /// <summary>How long one request may take; the service allows itself 15 seconds, and 120 for custom models.</summary>
    public TimeSpan RequestTimeout { get; init; } = TimeSpan.FromSeconds(130);
}
