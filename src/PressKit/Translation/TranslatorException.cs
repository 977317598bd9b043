namespace PressKit.Translation;

/// <summary>A service or tool failed. The message names the service and what happened, and never a key or token.</summary>
public sealed class TranslatorException : Exception
{
    /// <summary>A failure with its remedy.</summary>
    /// <param name="service">The service's name.</param>
    /// <param name="message">What happened.</param>
    /// <param name="remedy">What a person can do about it.</param>
    /// <param name="retry">Whether trying again can help.</param>
    /// <param name="inner">The failure underneath, if any.</param>
    public TranslatorException(string service, string message, string remedy, bool retry = false, Exception? inner = null)
        : base(message, inner) => (Service, Remedy, CanRetry) = (service, remedy, retry);

    /// <summary>The service's name.</summary>
    public string Service { get; }

    /// <summary>What a person can do about it.</summary>
    public string Remedy { get; }

    /// <summary>Whether trying again can help.</summary>
    public bool CanRetry { get; }
}
