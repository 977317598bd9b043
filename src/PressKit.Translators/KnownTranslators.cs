using System.Collections.Immutable;
using PressKit.Translation;
using PressKit.Translators.Requests;

namespace PressKit.Translators;

/// <summary>The services, by the names under which newsroom.yml allows them.</summary>
public static class KnownTranslators
{
    /// <summary>All names.</summary>
    public static ImmutableArray<string> Names { get; } = ["apertium", "azure", "deepl", "identity", "libretranslate", "openai", "pseudo"];

    /// <summary>The service of a name; null where there is none.</summary>
    /// <param name="name">The name.</param>
    /// <param name="setup">What it is made with.</param>
    /// <exception cref="TranslatorException">Its settings cannot be right.</exception>
    public static ITranslator? Create(string name, ServiceSetup setup) => name switch
    {
        "apertium" => Of(new ApertiumService(Apertium(setup), setup), setup),
        "azure" => Of(new AzureService(AzureSettings.From(setup), setup), setup),
        "deepl" => Of(new DeepLService(setup), setup),
        "identity" => new IdentityTranslator(),
        "libretranslate" => Of(new LibreTranslateService(setup), setup),
        "openai" => Of(new OpenAIService(setup), setup),
        "pseudo" => new PseudoTranslator(),
        _ => null,
    };

    private static ServiceTranslator Of(IService service, ServiceSetup setup) => new(service, setup.Time, setup.Folder);

    private static IApertium Apertium(ServiceSetup setup) =>
        setup.Endpoint("apertium", "PRESSKIT_APERTIUM_ENDPOINT") is { } endpoint ? new ApertiumServer(endpoint, setup.Time) : new ApertiumTool(setup.Time);
}
