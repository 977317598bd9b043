using System.Collections.Immutable;
using PressKit.Translation;

namespace PressKit.Translators;

/// <summary>The services, by the names under which newsroom.yml allows them.</summary>
public static class KnownTranslators
{
    /// <summary>All names.</summary>
    public static ImmutableArray<string> Names { get; } = ["apertium", "azure", "identity", "pseudo"];

    /// <summary>The service of a name; null where there is none.</summary>
    /// <param name="name">The name.</param>
    /// <param name="time">The clock of time-outs and waits.</param>
    /// <param name="environment">Looks a variable of the environment up: the only place where services' settings stand.</param>
    /// <exception cref="TranslatorException">Its settings cannot be right.</exception>
    public static ITranslator? Create(string name, TimeProvider time, Func<string, string?> environment) => name switch
    {
        "apertium" => new ApertiumTranslator(time),
        "azure" => new AzureTranslator(AzureSettings.From(environment), time),
        "identity" => new IdentityTranslator(),
        "pseudo" => new PseudoTranslator(),
        _ => null,
    };
}
