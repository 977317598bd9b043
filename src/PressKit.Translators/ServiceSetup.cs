using PressKit.Translation;
using PressKit.Translators.Requests;

namespace PressKit.Translators;

/// <summary>What a service is made with.</summary>
/// <param name="Time">The clock of time-outs and waits.</param>
/// <param name="Environment">Looks a variable of the environment up: the only place where keys stand.</param>
/// <param name="Settings">What newsroom.yml says of it.</param>
/// <param name="Folder">Where answers, charges and choices are kept; null for nowhere.</param>
public sealed record ServiceSetup(TimeProvider Time, Func<string, string?> Environment, ServiceSettings Settings, string? Folder)
{
    /// <summary>A setup with nothing said, and nothing kept.</summary>
    public static ServiceSetup Of(TimeProvider time, Func<string, string?> environment) => new(time, environment, new ServiceSettings(), null);

    /// <summary>The address of a service: from the environment, else from newsroom.yml; null where neither gives one.</summary>
    /// <exception cref="TranslatorException">It is no address that a secret may be sent to.</exception>
    internal Uri? Endpoint(string service, string variable)
    {
        if (Environment(variable)?.Trim() is { Length: > 0 } value)
        {
            if (Uri.TryCreate(value, UriKind.Absolute, out var given) && IsSafe(given)) return given;
            throw new TranslatorException(service, $"{variable} is not an https address.", "Give the whole address, with https:// in front.");
        }

        if (Settings.Endpoint is not { } endpoint || IsSafe(endpoint)) return Settings.Endpoint;
        throw new TranslatorException(service, $"The endpoint of {service} in newsroom.yml is not an https address.",
            "Give the whole address, with https:// in front; http:// is for this machine itself.");
    }

    /// <summary>How fast a service may be asked.</summary>
    internal ServicePace Pace(int concurrency) => new()
    {
        Concurrency = Settings.Concurrency ?? concurrency, Requests = Settings.Requests, Characters = Settings.Characters,
    };

    /// <summary>What a service charges, and what may be spent.</summary>
    internal ServicePrice Price => new()
    {
        Characters = Settings.Price ?? 0, Input = Settings.Input ?? 0, Output = Settings.Output ?? 0,
        Currency = Settings.Currency ?? "EUR", Budget = Settings.Budget, CharacterBudget = Settings.Quota,
    };

    private static bool IsSafe(Uri endpoint) =>
        endpoint.Scheme == Uri.UriSchemeHttps || (endpoint.Scheme == Uri.UriSchemeHttp && endpoint.IsLoopback);
}
