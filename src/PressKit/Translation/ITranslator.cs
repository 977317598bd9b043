namespace PressKit.Translation;

/// <summary>A machine-translation service. An implementation maps the service's HTTP or process to
/// <see cref="InlineContent"/> and back, and nothing else: names are protected before it and codes are verified after it,
/// in one place.</summary>
public interface ITranslator
{
    /// <summary>The name under which newsroom.yml allows it: <c>apertium</c>.</summary>
    string Name { get; }

    /// <summary>Whether it follows <see cref="TranslationBatch.Terms"/> by itself. Only names and titles are then kept from it; of
    /// any other service the terms, too, so that they come out as the glossary says.</summary>
    bool TakesTerms => false;

    /// <summary>What was charged so far, by the service's own account; nothing for one that charges nothing.</summary>
    Charge Charged => Charge.Nothing;

    /// <summary>Who is named as the maker of its drafts, with its version and route where it has them, for this pair; null
    /// where it cannot translate the pair. May start a process or ask the service.</summary>
    /// <exception cref="TranslatorException">The service or tool is not there.</exception>
    Task<TranslatorRoute?> RouteAsync(Language source, Language target, CancellationToken cancellation);

    /// <summary>What <see cref="TranslateAsync"/> would send, and what that would cost. No text leaves the machine. What was in an
    /// earlier quote counts no more: a run sends it once.</summary>
    Task<Charge> QuoteAsync(TranslationBatch batch, CancellationToken cancellation) => Task.FromResult(Charge.Nothing);

    /// <summary>Translates a batch: as many answers out as segments in, in the same order, each as soon as it is there. What
    /// came out before a failure is finished work.</summary>
    /// <exception cref="TranslatorException">The rest of the batch failed; it says whether trying again can help.</exception>
    IAsyncEnumerable<TranslatorAnswer> TranslateAsync(TranslationBatch batch, CancellationToken cancellation);
}

/// <summary>How a service translates one pair.</summary>
/// <param name="Maker">The maker that provenance and the page's label name: <c>Apertium 3.8.3</c>.</param>
/// <param name="Method">The way it goes: <c>ita-spa, spa-por</c>; null where it is direct.</param>
public sealed record TranslatorRoute(string Maker, string? Method);

/// <summary>What a service made of one segment.</summary>
/// <param name="Content">The translation; null where there is none.</param>
/// <param name="Refusal">Why the service refuses the text, in a clause: no other service is asked, a person decides. Null
/// where it does not.</param>
public readonly record struct TranslatorAnswer(InlineContent? Content, string? Refusal = null)
{
    /// <summary>An answer that is content, or none.</summary>
    public static implicit operator TranslatorAnswer(InlineContent? content) => new(content);
}
