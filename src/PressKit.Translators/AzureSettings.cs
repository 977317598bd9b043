using PressKit.Translation;

namespace PressKit.Translators;

/// <summary>Where the Azure Translator resource is and how to sign in: from the environment only, so that no secret can
/// reach a file.</summary>
public sealed class AzureSettings
{
    /// <summary>The service for all regions.</summary>
    public static readonly Uri PublicEndpoint = new("https://api.cognitive.microsofttranslator.com/");

    /// <summary>The address: of all regions, of one's own resource, or of a container.</summary>
    public Uri Endpoint { get; init; } = PublicEndpoint;

    /// <summary>The resource's key; null for Entra ID.</summary>
    public string? Key { get; init; }

    /// <summary>The resource's region; needed for a regional resource.</summary>
    public string? Region { get; init; }

    /// <summary>The resource's id; needed for Entra ID at the address of all regions.</summary>
    public string? ResourceId { get; init; }

    /// <summary>Whether there is anything to sign in with: a key, or a resource for Entra ID.</summary>
    public bool IsConfigured => Key is not null || ResourceId is not null || Endpoint != PublicEndpoint;

    /// <summary>The settings in <c>PRESSKIT_AZURE_KEY</c>, <c>_REGION</c>, <c>_ENDPOINT</c> and <c>_RESOURCE_ID</c>.</summary>
    /// <exception cref="TranslatorException">The endpoint is no address that a secret may be sent to.</exception>
    public static AzureSettings From(Func<string, string?> environment)
    {
        return new AzureSettings
        {
            Endpoint = EndpointOf(Value("PRESSKIT_AZURE_ENDPOINT")),
            Key = Value("PRESSKIT_AZURE_KEY"),
            Region = Value("PRESSKIT_AZURE_REGION"),
            ResourceId = Value("PRESSKIT_AZURE_RESOURCE_ID"),
        };

        string? Value(string name) => environment(name)?.Trim() is { Length: > 0 } value ? value : null;
    }

    /// <summary>The address below which the operations stand: a resource's own host has them under a path.</summary>
    internal Uri Base
    {
        get
        {
            var isOwnHost = Endpoint.Host.EndsWith(".cognitiveservices.azure.com", StringComparison.OrdinalIgnoreCase);
            var path = Endpoint.AbsolutePath.TrimEnd('/');
            if (isOwnHost && path.Length == 0) path = "/translator/text/v3.0";
            return new Uri(Endpoint, path + "/");
        }
    }

    /// <summary>Says where it is; never what the key is.</summary>
    public override string ToString() => Endpoint.ToString();

    private static Uri EndpointOf(string? value)
    {
        if (value is null) return PublicEndpoint;
        if (Uri.TryCreate(value, UriKind.Absolute, out var endpoint)
            && (endpoint.Scheme == Uri.UriSchemeHttps || (endpoint.Scheme == Uri.UriSchemeHttp && endpoint.IsLoopback))) return endpoint;
        throw new TranslatorException("azure", "PRESSKIT_AZURE_ENDPOINT is not an https address.",
            "Give the endpoint that the Azure portal shows, with https:// in front.");
    }
}
