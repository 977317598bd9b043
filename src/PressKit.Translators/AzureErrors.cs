using System.Globalization;
using PressKit.Translators.Requests;

namespace PressKit.Translators;

/// <summary>The documented error codes of the Text Translation API: the HTTP status and three more digits.</summary>
internal static class AzureErrors
{
    // A custom system that is being loaded: it takes about a minute.
    private const int WarmingUp = 408001;

    /// <summary>What an error calls for.</summary>
    /// <param name="code">The code.</param>
    /// <param name="message">The service's words.</param>
    /// <param name="retryAfter">How long it asks to wait.</param>
    public static ServiceFailure Failure(int code, string message, TimeSpan? retryAfter) =>
        new(Kind(code), string.Create(CultureInfo.InvariantCulture, $"The service answered with error {code}: {message.TrimEnd('.')}."), Remedy(code))
        {
            RetryAfter = retryAfter ?? (code == WarmingUp ? TimeSpan.FromMinutes(1) : null),
            MayBeCharged = code is 502000 or 504000,
        };

    // 502 and 504 are gateways' words for a broken connection.
    private static FailureKind Kind(int code) => code switch
    {
        WarmingUp or 408002 or 408000 or 429000 or 429001 or 429002 or 500000 or 503000 or 502000 or 504000 => FailureKind.Retry,
        400050 or 400072 or 400077 => FailureKind.Split,
        (>= 401000 and < 402000) or (>= 403000 and < 404000) => FailureKind.Stop,
        _ => FailureKind.Permanent,
    };

    private static string Remedy(int code) => code switch
    {
        >= 401000 and < 402000 => "Check PRESSKIT_AZURE_KEY and PRESSKIT_AZURE_REGION, or sign in to Entra ID anew.",
        403001 => "The free quota is spent: wait until it is renewed, or change the resource's tier. What is finished is kept.",
        >= 403000 and < 404000 => "Allow this key or identity to use the resource, and this machine to reach it.",
        400035 or 400036 or 400023 or 400075 => "Use another service for this language.",
        (>= 400000 and < 401000) or 415000 => "Please report it: PressKit sent what the service does not accept.",
        >= 429000 and < 430000 => "Wait some minutes and run it again: what is finished is kept.",
        _ => "Run it again later: what is finished is kept.",
    };
}
