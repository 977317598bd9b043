using System.Collections.Immutable;
using PressKit.Translation;
using PressKit.Translators;

namespace PressKit.Cli;

/// <summary>The machine-translation services that this program knows, each made once a run.</summary>
public sealed class Services(TimeProvider time, Func<string, string?> environment) : IDisposable
{
    private readonly Dictionary<string, ITranslator> _made = new(StringComparer.Ordinal);

    /// <summary>What a variable of the environment says; null where it says nothing.</summary>
    public string? Variable(string name) => environment(name);

    /// <summary>The newsroom's translation memory.</summary>
    public MemoryAccess Memory { get; } = new(time, environment);

    /// <summary>Reports every name in newsroom.yml that is not a service's.</summary>
    public static void Check(Newsroom newsroom, Problems problems)
    {
        for (var i = 0; i < newsroom.Policy.Services.Length; i++)
            Check(newsroom.Policy.Services[i], newsroom.Places[FormattableString.Invariant($"translation.with.{i}")], problems);
        for (var i = 0; i < newsroom.Policy.EmbargoedServices.Length; i++)
            Check(newsroom.Policy.EmbargoedServices[i], newsroom.Places[FormattableString.Invariant($"translation.embargoed.{i}")], problems);
        foreach (var name in newsroom.Policy.Settings.Keys) Check(name, newsroom.Places[$"translation.services.{name}"], problems);
    }

    /// <summary>What is wrong with a name, and the remedy; null for a service's.</summary>
    public static (string Message, string Remedy)? Unknown(string name)
    {
        if (KnownTranslators.Names.Contains(name, StringComparer.Ordinal)) return null;
        var nearest = Nearest.Of(name, KnownTranslators.Names);
        return ($"'{name}' is not a service that PressKit knows.",
            nearest is null ? $"It knows {string.Join(", ", KnownTranslators.Names)}." : $"Did you mean '{nearest}'?");
    }

    /// <summary>The service of a name, for a newsroom; null where there is none.</summary>
    /// <exception cref="TranslatorException">Its settings cannot be right.</exception>
    public ITranslator? Named(string name, Newsroom newsroom)
    {
        if (_made.TryGetValue(name, out var made)) return made;
        var settings = newsroom.Policy.Settings.GetValueOrDefault(name) ?? new ServiceSettings();
        var setup = new ServiceSetup(time, environment, settings, Path.Combine(newsroom.Folder, ".presskit", "translators"));
        if (KnownTranslators.Create(name, setup) is not { } service) return null;
        return _made[name] = service;
    }

    /// <summary>The services that have an address of their own in this newsroom, or on this machine.</summary>
    public ImmutableArray<string> AreElsewhere(Newsroom newsroom) =>
        [.. KnownTranslators.Names.Where(n => newsroom.Policy.Settings.GetValueOrDefault(n)?.Endpoint is not null
            || !string.IsNullOrWhiteSpace(environment($"PRESSKIT_{n.ToUpperInvariant()}_ENDPOINT")))];

    /// <summary>What was charged in this run, a line for each service that charges.</summary>
    public IEnumerable<string> Receipt()
    {
        foreach (var service in _made.Values.OrderBy(s => s.Name, StringComparer.Ordinal))
        {
            if (!service.Charged.IsNothing) yield return $"{service.Name}: {Amount.Of(service.Charged, CurrencyOf(service))} charged";
            if (service is ServiceTranslator { Unanswered: { IsNothing: false } lost })
                yield return $"{service.Name}: up to {Amount.Of(lost, CurrencyOf(service))} may be charged besides, for requests that were never answered";
        }
    }

    /// <summary>The currency of a service's prices; null where it has none.</summary>
    public static string? CurrencyOf(ITranslator service) => (service as ServiceTranslator)?.Currency;

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var service in _made.Values) (service as IDisposable)?.Dispose();
        _made.Clear();
    }

    private static void Check(string name, Place place, Problems problems)
    {
        if (Unknown(name) is { } unknown) problems.Error("translation.unknown-service", place, unknown.Message, unknown.Remedy);
    }
}
