namespace PressKit;

/// <summary>What newsroom.yml says of a translation service. Keys are never among it: they come from the environment.</summary>
public sealed record ServiceSettings
{
    /// <summary>Its address; null for the service's own.</summary>
    public Uri? Endpoint { get; init; }

    /// <summary>The language model, or the deployment of one; null where the service has no choice.</summary>
    public string? Model { get; init; }

    /// <summary>The version of the service's protocol; null for the usual one.</summary>
    public string? Version { get; init; }

    /// <summary>The price of a million characters.</summary>
    public decimal? Price { get; init; }

    /// <summary>The price of a million tokens that are sent to a language model.</summary>
    public decimal? Input { get; init; }

    /// <summary>The price of a million tokens that a language model answers.</summary>
    public decimal? Output { get; init; }

    /// <summary>The currency of prices and budget; null for EUR.</summary>
    public string? Currency { get; init; }

    /// <summary>The money that may be spent in a calendar month; null for any.</summary>
    public decimal? Budget { get; init; }

    /// <summary>The characters that may be charged in a calendar month; null for any.</summary>
    public long? Quota { get; init; }

    /// <summary>Requests in any minute; null for any number.</summary>
    public int? Requests { get; init; }

    /// <summary>Characters in any minute; null for any number.</summary>
    public long? Characters { get; init; }

    /// <summary>Requests at the same time; null for the service's usual number.</summary>
    public int? Concurrency { get; init; }
}
