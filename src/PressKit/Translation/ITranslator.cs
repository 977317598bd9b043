namespace PressKit.Translation;

/// <summary>A machine-translation service. An implementation maps the service's HTTP or process to
/// <see cref="InlineContent"/> and back, and nothing else: names are protected before it and codes are verified after it,
/// in one place.</summary>
public interface ITranslator
{
    /// <summary>The name under which newsroom.yml allows it: <c>apertium</c>.</summary>
    string Name { get; }

    /// <summary>The characters charged so far, by the service's own account; 0 for one that charges nothing.</summary>
    long Metered => 0;

    /// <summary>Who is named as the maker of its drafts, with its version and route where it has them, for this pair; null
    /// where it cannot translate the pair. May start a process or ask the service.</summary>
    /// <exception cref="TranslatorException">The service or tool is not there.</exception>
    Task<TranslatorRoute?> RouteAsync(Language source, Language target, CancellationToken cancellation);

    /// <summary>Translates a batch: as many contents out as in, in the same order, each as soon as it is there. What came
    /// out before a failure is finished work. A null stands for a segment that the service could not translate.</summary>
    /// <exception cref="TranslatorException">The rest of the batch failed; it says whether trying again can help.</exception>
    IAsyncEnumerable<InlineContent?> TranslateAsync(TranslationBatch batch, CancellationToken cancellation);
}

/// <summary>How a service translates one pair.</summary>
/// <param name="Maker">The maker that provenance and the page's label name: <c>Apertium 3.8.3</c>.</param>
/// <param name="Method">The way it goes: <c>ita-spa, spa-por</c>; null where it is direct.</param>
public sealed record TranslatorRoute(string Maker, string? Method);

/// <summary>Segments to be translated together, all of one release and one pair of languages.</summary>
/// <param name="Source">The language of the segments.</param>
/// <param name="Target">The language wanted.</param>
/// <param name="Segments">The segments; protected names stand in them as codes of kind <see cref="CodeKind.Name"/>.</param>
public sealed record TranslationBatch(Language Source, Language Target, IReadOnlyList<InlineContent> Segments);
