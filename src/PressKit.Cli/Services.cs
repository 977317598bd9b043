using System.Collections.Immutable;
using PressKit.Translation;
using PressKit.Translators;

namespace PressKit.Cli;

/// <summary>The machine-translation services that this program knows.</summary>
public sealed class Services(TimeProvider time, Func<string, string?> environment)
{
    /// <summary>The services of these names, in this order; a name that is none is a problem at its place.</summary>
    /// <exception cref="TranslatorException">A service's settings cannot be right.</exception>
    public ImmutableArray<ITranslator> Named(ImmutableArray<string> names, Func<int, Place> placeOf, Problems problems)
    {
        var services = ImmutableArray.CreateBuilder<ITranslator>();
        for (var i = 0; i < names.Length; i++)
        {
            if (KnownTranslators.Create(names[i], time, environment) is { } service)
            {
                services.Add(service);
                continue;
            }

            var nearest = Nearest.Of(names[i], KnownTranslators.Names);
            problems.Error("translation.unknown-service", placeOf(i), $"'{names[i]}' is not a service that PressKit knows.",
                nearest is null ? $"Write some of: {string.Join(", ", KnownTranslators.Names)}." : $"Did you mean '{nearest}'?");
        }

        return services.ToImmutable();
    }
}
