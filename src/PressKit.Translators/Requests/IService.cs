using System.Collections.Immutable;
using PressKit.Translation;
using PressKit.Translators.Tags;

namespace PressKit.Translators.Requests;

/// <summary>A service's protocol: what it is like, and how one request is sent to it.</summary>
internal interface IService : IServiceClient
{
    /// <summary>What the service is like.</summary>
    ServiceProfile Profile { get; }

    /// <summary>How it goes from one language to the other; null where it does not.</summary>
    /// <exception cref="ServiceFailure">The service is not there.</exception>
    Task<TranslatorRoute?> RouteAsync(Language source, Language target, CancellationToken cancellation);

    /// <summary>What a request can cost at most, money aside.</summary>
    Charge Measure(ServiceRequest request);
}

/// <summary>What a service is like.</summary>
/// <param name="Name">The name under which newsroom.yml allows it.</param>
/// <param name="Version">All that an answer depends on beside the request: the protocol's version, the model, the prompt.</param>
/// <param name="Ladder">The ways to carry tags, the best first.</param>
internal sealed record ServiceProfile(string Name, string Version, ImmutableArray<Way> Ladder)
{
    /// <summary>What a request may hold.</summary>
    public ServiceLimits Limits { get; init; } = new();

    /// <summary>How fast requests may follow each other.</summary>
    public ServicePace Pace { get; init; } = new();

    /// <summary>What it charges.</summary>
    public ServicePrice Price { get; init; } = new();

    /// <summary>How often a request is sent at most.</summary>
    public int Attempts { get; init; } = 6;

    /// <summary>Whether it takes the headline and the sentences around a text.</summary>
    public bool TakesContext { get; init; }

    /// <summary>Whether it takes terms.</summary>
    public bool TakesTerms { get; init; }

    /// <summary>Whether it takes sentences like a text with their translations.</summary>
    public bool TakesExamples { get; init; }

    /// <summary>Whether it can put lost tags back into a translation.</summary>
    public bool MendsTags { get; init; }

    /// <summary>Whether answers are kept between runs: not where asking again costs nothing and a new version of a tool's
    /// data may answer better.</summary>
    public bool KeepsAnswers { get; init; } = true;
}

/// <summary>What one request may hold.</summary>
internal sealed record ServiceLimits
{
    /// <summary>Texts.</summary>
    public int Texts { get; init; } = int.MaxValue;

    /// <summary>Characters, in code points, with <see cref="Overhead"/>.</summary>
    public int Characters { get; init; } = int.MaxValue;

    /// <summary>Bytes of all texts in UTF-8, escaped as JSON is.</summary>
    public int Bytes { get; init; } = int.MaxValue;

    /// <summary>Characters that the protocol adds to each text.</summary>
    public int Overhead { get; init; }
}

/// <summary>How fast requests may follow each other; null for as fast as can be.</summary>
internal sealed record ServicePace
{
    /// <summary>Requests at the same time.</summary>
    public int Concurrency { get; init; } = 1;

    /// <summary>Requests in any minute.</summary>
    public long? Requests { get; init; }

    /// <summary>Characters in any minute.</summary>
    public long? Characters { get; init; }

    /// <summary>Whether a request counts once for each of its texts.</summary>
    public bool CountsTexts { get; init; }
}

/// <summary>What a service charges, and how much of it may be spent in a calendar month.</summary>
internal sealed record ServicePrice
{
    /// <summary>The price of a million characters.</summary>
    public decimal Characters { get; init; }

    /// <summary>The price of a million tokens sent.</summary>
    public decimal Input { get; init; }

    /// <summary>The price of a million tokens answered.</summary>
    public decimal Output { get; init; }

    /// <summary>The currency of the prices and the budget.</summary>
    public string Currency { get; init; } = "EUR";

    /// <summary>The money that may be spent in a month; null for any.</summary>
    public decimal? Budget { get; init; }

    /// <summary>The characters that may be charged in a month; null for any.</summary>
    public long? CharacterBudget { get; init; }

    /// <summary>The charge with its price.</summary>
    public Charge Of(Charge charge) => charge with
    {
        Money = (charge.Characters * Characters + charge.InputTokens * Input + charge.OutputTokens * Output) / 1_000_000m,
    };
}
