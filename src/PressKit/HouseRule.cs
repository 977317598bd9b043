using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace PressKit;

/// <summary>A rule of the newsroom's own for translations, by regular expressions over the text without its markup. Either
/// <see cref="Never"/> must not stand in a translation, or where <see cref="Source"/> stands in a source, <see cref="Target"/>
/// has to stand in its translation.</summary>
/// <param name="Id">Its name, which findings show.</param>
public sealed record HouseRule(string Id)
{
    /// <summary>How long a pattern may try one sentence.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(100);

    /// <summary>How much it matters.</summary>
    public Severity Severity { get; init; } = Severity.Warning;

    /// <summary>The languages of the translations that it holds for; empty for all.</summary>
    public ImmutableArray<Language> Languages { get; init; } = [];

    /// <summary>What a source must have, for the rule to hold of it; null for any source.</summary>
    public Regex? Source { get; init; }

    /// <summary>What the translation of such a source has to have; null where <see cref="Never"/> is given.</summary>
    public Regex? Target { get; init; }

    /// <summary>What a translation must not have; null where <see cref="Target"/> is given.</summary>
    public Regex? Never { get; init; }

    /// <summary>Whether the source has to have <see cref="Source"/> wherever the translation has <see cref="Target"/>, too.</summary>
    public bool BothWays { get; init; }

    /// <summary>What to write in place of what <see cref="Never"/> finds (a replacement pattern); null where a person has to know.</summary>
    public string? Write { get; init; }

    /// <summary>Why, for whoever reads a finding; null where nobody said.</summary>
    public string? Reason { get; init; }

    /// <summary>A pattern of a rule. One that needs no looking around or back is matched in time that grows with the text only;
    /// any other has its <see cref="Patience"/>.</summary>
    /// <exception cref="RegexParseException">It is no regular expression.</exception>
    public static Regex Pattern(string text)
    {
        try
        {
            return new Regex(text, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking, Regex.InfiniteMatchTimeout);
        }
        catch (NotSupportedException)
        {
            return new Regex(text, RegexOptions.CultureInvariant, Patience);
        }
    }
}
