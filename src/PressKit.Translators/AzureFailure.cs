using System.Globalization;

namespace PressKit.Translators;

/// <summary>Why an attempt failed, in the documented error codes: the HTTP status and three more digits.</summary>
/// <param name="Code">The code; 0 where there was no answer.</param>
/// <param name="Message">What happened.</param>
/// <param name="RetryAfter">How long the service asks to wait; null where it does not say.</param>
internal sealed record AzureFailure(int Code, string Message, TimeSpan? RetryAfter = null)
{
    /// <summary>A custom system that is being loaded: it takes about a minute.</summary>
    public const int WarmingUp = 408001;

    /// <summary>Whether the same request can succeed later. 502 and 504 are gateways' words for a broken connection.</summary>
    public bool CanRetry => Code is 0 or WarmingUp or 408002 or 408000 or 429000 or 429001 or 429002 or 500000 or 503000 or 502000 or 504000;

    /// <summary>What a person can do about it.</summary>
    public string Remedy => Code switch
    {
        0 => "Check the connection and PRESSKIT_AZURE_ENDPOINT, and run it again: what is finished is kept.",
        >= 401000 and < 402000 => "Check PRESSKIT_AZURE_KEY and PRESSKIT_AZURE_REGION, or sign in to Entra ID anew.",
        403001 => "The free quota is spent: wait until it is renewed, or change the resource's tier. What is finished is kept.",
        >= 403000 and < 404000 => "Allow this key or identity to use the resource, and this machine to reach it.",
        400035 or 400036 or 400023 or 400075 => "Use another service for this language.",
        >= 400000 and < 401000 or 415000 => "Please report it: PressKit sent what the service does not accept.",
        >= 429000 and < 430000 => "Wait some minutes and run it again: what is finished is kept.",
        _ => "Run it again later: what is finished is kept.",
    };

    /// <summary>What happened, in a sentence.</summary>
    public string Sentence => Code == 0
        ? Message
        : string.Create(CultureInfo.InvariantCulture, $"The service answered with error {Code}: {Message.TrimEnd('.')}.");
}
