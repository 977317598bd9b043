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

    /// <summary>The version of the protocol.</summary>
    public string Version { get; init; } = "3.0";

    /// <summary>Whether there is anything to sign in with: a key, or a resource for Entra ID.</summary>
    public bool IsConfigured => Key is not null || ResourceId is not null || Endpoint != PublicEndpoint;

    /// <summary>The settings in <c>PRESSKIT_AZURE_KEY</c>, <c>_REGION</c>, <c>_ENDPOINT</c> and <c>_RESOURCE_ID</c>, and, beside
    /// the key, in newsroom.yml.</summary>
    /// <exception cref="TranslatorException">The endpoint is no address that a secret may be sent to, or the version is not
    /// known.</exception>
    public static AzureSettings From(ServiceSetup setup)
    {
        var version = setup.Settings.Version ?? AzureProtocol.Versions[0];
        if (!AzureProtocol.Versions.Contains(version, StringComparer.Ordinal))
        {
            throw new TranslatorException("azure", $"'{version}' is not a version of its protocol that PressKit speaks.",
                $"Write one of these under translation: services: azure: version: in newsroom.yml, in quotation marks: {string.Join(", ", AzureProtocol.Versions)}.");
        }

        return new AzureSettings
        {
            Endpoint = setup.Endpoint("azure", "PRESSKIT_AZURE_ENDPOINT") ?? PublicEndpoint,
            Version = version,
            Key = Value("PRESSKIT_AZURE_KEY"),
            Region = Value("PRESSKIT_AZURE_REGION"),
            ResourceId = Value("PRESSKIT_AZURE_RESOURCE_ID"),
        };

        string? Value(string name) => setup.Environment(name)?.Trim() is { Length: > 0 } value ? value : null;
    }

    /// <summary>The address below which the operations stand: a resource's own host has them under a path.</summary>
    internal Uri Base
    {
        get
        {
            var isOwnHost = Endpoint.Host.EndsWith(".cognitiveservices.azure.com", StringComparison.OrdinalIgnoreCase);
            var path = Endpoint.AbsolutePath.TrimEnd('/');
            if (isOwnHost && path.Length == 0) path = Version == "3.0" ? "/translator/text/v3.0" : "/translator/text";
            return new Uri(Endpoint, path + "/");
        }
    }

    /// <summary>Says where it is; never what the key is.</summary>
    public override string ToString() => Endpoint.ToString();
}
