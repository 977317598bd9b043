using System.Collections.Immutable;
using PressKit.Languages;
using PressKit.Translation.Glossary;

namespace PressKit.Translation.Checks;

/// <summary>Every check, wired; the only place that knows them all. It holds no state but the languages' data, and is safe for
/// any thread.</summary>
public sealed class TranslationChecks
{
    private readonly ImmutableArray<ICheck> _checks;

    /// <summary>The checks.</summary>
    /// <param name="locales">How languages are written.</param>
    public TranslationChecks(Locales locales)
    {
        Languages = new KnownRules(locales);
        _checks =
        [
            new CompletenessCheck(), new CodeCheck(), new NumberCheck(), new DateCheck(), new LiteralCheck(), new NameCheck(), new TermCheck(),
            new EndCheck(), new SpacingCheck(), new MarkCheck(), new QuoteCheck(), new CharacterCheck(), new ScriptCheck(Languages), new SuggestionCheck(), new HouseCheck(),
        ];
    }

    /// <summary>The rules of the languages.</summary>
    public KnownRules Languages { get; }

    /// <summary>All that can be found, in the order of the documents.</summary>
    public ImmutableArray<CheckRule> Rules => [.. _checks.SelectMany(c => c.Rules), .. Consistency.Rules];

    /// <summary>A document as checks read it.</summary>
    /// <param name="from">Its language.</param>
    /// <param name="to">The translation's language.</param>
    /// <param name="units">Its units with their translations.</param>
    /// <param name="terminology">The glossary.</param>
    /// <param name="lengths">The most characters of fields; null for no limits.</param>
    /// <param name="rules">The newsroom's own rules; none where it is not given.</param>
    public ImmutableArray<CheckedUnit> Read(Language from, Language to, IEnumerable<TranslatedUnit> units, Terminology terminology,
        IReadOnlyDictionary<string, int>? lengths = null, ImmutableArray<HouseRule> rules = default)
    {
        var all = units.ToList();
        var context = new CheckContext(Languages.Of(from), Languages.Of(to), terminology, lengths ?? ImmutableDictionary<string, int>.Empty, all, rules.IsDefault ? [] : rules);
        return [.. all.Select(u => new CheckedUnit(u, context))];
    }

    /// <summary>What is found in a unit.</summary>
    public IEnumerable<Finding> Check(CheckedUnit unit) => _checks.SelectMany(c => c.Check(unit));

    /// <summary>What is found in a document, within itself.</summary>
    public ImmutableArray<Finding> Check(IReadOnlyList<CheckedUnit> units) =>
        [.. units.SelectMany(Check), .. Consistency.Check([units]).Select(f => f.Finding)];
}
