using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace PressKit.Segmentation;

/// <summary>The rules of one language: what the house says of CLDR's abbreviations and adds to them, and the newsroom after
/// the house.</summary>
internal sealed class LanguageRules
{
    private readonly FrozenSet<string> _exact;
    private readonly FrozenSet<string> _anyCase;
    private readonly FrozenSet<string> _beforeNumbers;
    private readonly ILookup<string, string> _rests;
    private readonly Regex? _afterQuotation;

    public LanguageRules(string[] cldr, HouseRules house, ImmutableArray<SentenceWords> own)
    {
        var words = (house.Words ?? []).Except(own.SelectMany(o => o.Abbreviations), StringComparer.Ordinal)
            .Concat(own.SelectMany(o => o.Words)).ToHashSet(StringComparer.Ordinal);
        var ours = (house.Abbreviations ?? []).Concat(own.SelectMany(o => o.Abbreviations)).Where(a => !words.Contains(a)).ToList();
        _exact = cldr.Where(a => !words.Contains(a)).Concat(ours).ToFrozenSet(StringComparer.Ordinal);
        _anyCase = ours.Where(a => !a.Any(char.IsUpper)).ToFrozenSet(StringComparer.Ordinal);
        _beforeNumbers = (house.BeforeNumbers ?? []).Concat(own.SelectMany(o => o.BeforeNumbers)).ToFrozenSet(StringComparer.Ordinal);
        _rests = Parts(_exact).ToLookup(p => p.Part, p => p.After, StringComparer.Ordinal);
        (HasOrdinals, HasInitials) = (house.Ordinals, house.Initials);
        if (house.AfterQuotation is { } begins)
            _afterQuotation = new Regex($"[{begins}]", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
    }

    /// <summary>No rules.</summary>
    public static LanguageRules None { get; } = new([], new HouseRules(), []);

    /// <summary>Whether a number of one or two digits with a full stop is an ordinal: "am 3. November".</summary>
    public bool HasOrdinals { get; }

    /// <summary>Whether a single letter of a script without cases is a name's initial.</summary>
    public bool HasInitials { get; }

    /// <summary>Whether the words of a text that end at a full stop are an abbreviation, or the beginning of one.</summary>
    /// <param name="words">The last words, up to three, the full stop with them.</param>
    /// <param name="beforeNumber">Whether a number follows.</param>
    /// <param name="after">The text behind the full stop.</param>
    public bool IsAbbreviation(ReadOnlySpan<string> words, bool beforeNumber, ReadOnlySpan<char> after)
    {
        for (var count = 1; count <= Math.Min(words.Length, SentenceWords.MostWords); count++)
        {
            var text = string.Join(' ', words[^count..]);
            if (_exact.Contains(text) || _anyCase.Contains(text.ToLowerInvariant())) return true;
            if (beforeNumber && (_beforeNumbers.Contains(text) || _beforeNumbers.Contains(text.ToLowerInvariant()))) return true;
            if (Follows(_rests[text], after)) return true;
        }

        return false;
    }

    /// <summary>Whether a character behind a quotation that ends like a sentence begins another one; null where the language
    /// has no rule of its own.</summary>
    public bool? BeginsAfterQuotation(char first) => _afterQuotation?.IsMatch(first.ToString());

    /// <summary>The beginnings of abbreviations of several words, each with what follows it.</summary>
    private static IEnumerable<(string Part, string After)> Parts(IEnumerable<string> abbreviations) =>
        from abbreviation in abbreviations
        let parts = abbreviation.Split(' ')
        from count in Enumerable.Range(1, parts.Length - 1)
        select (string.Join(' ', parts[..count]), string.Join(' ', parts[count..]));

    private static bool Follows(IEnumerable<string> rests, ReadOnlySpan<char> after)
    {
        if (after.IsEmpty || !char.IsWhiteSpace(after[0])) return false;
        foreach (var rest in rests)
        {
            if (after.Length > rest.Length && after.Slice(1, rest.Length).SequenceEqual(rest)) return true;
        }

        return false;
    }
}
