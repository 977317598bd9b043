using System.Collections.Immutable;
using PressKit.Translation.Glossary;

namespace PressKit.Translation.Exchange;

/// <summary>What translators get of a release in one language.</summary>
/// <param name="Original">The source file, from the newsroom's folder: it says which release it is.</param>
/// <param name="Revision">The source file's hash.</param>
/// <param name="Source">The language of the source.</param>
/// <param name="Target">The language of the translation.</param>
/// <param name="Units">The units of the present source, with what there is of their translations.</param>
public sealed record Export(string Original, string Revision, Language Source, Language Target, ImmutableArray<ExportedUnit> Units)
{
    /// <summary>What there is to export.</summary>
    /// <param name="original">The source file, from the newsroom's folder.</param>
    /// <param name="revision">Its hash.</param>
    /// <param name="units">The units of the present source.</param>
    /// <param name="stored">What is stored of the translation; null where nothing is.</param>
    /// <param name="languages">The languages of the source and of the translation.</param>
    /// <param name="terminology">Names and settled terms.</param>
    /// <param name="matches">What a memory knows of a unit's sentences.</param>
    public static Export Of(string original, string revision, ImmutableArray<Unit> units, StoredTranslation? stored,
        (Language Source, Language Target) languages, Terminology terminology, Func<TranslatedUnit, ImmutableArray<ExportedMatch>> matches)
    {
        var places = Surroundings.Of(units);
        var carried = Carrying.Of(units, stored).Units;
        return new Export(original, revision, languages.Source, languages.Target, [.. carried.Select((unit, i) => new ExportedUnit(
            unit, places[i], Surroundings.Rendering(unit.Unit.Source), [.. Terms(unit)], matches(unit)))]);

        IEnumerable<ExportedTerm> Terms(TranslatedUnit unit) =>
            from match in terminology.Find(unit.Unit.Source, languages.Source).DistinctBy(m => m.Term.Id, StringComparer.Ordinal)
            let wanted = match.Term.Wanted(languages.Target)
            where wanted is not null
            select new ExportedTerm(match.Form.Text, wanted, match.Term.Note);
    }
}

/// <summary>A unit with what helps to translate it.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Place">Where it stands: its kind, and the headings above it.</param>
/// <param name="Rendering">What its codes stand for; null where it has none.</param>
/// <param name="Terms">The glossary's terms in it, each with its translation.</param>
/// <param name="Matches">What the memory knows of its sentences.</param>
public sealed record ExportedUnit(
    TranslatedUnit Unit, string Place, string? Rendering, ImmutableArray<ExportedTerm> Terms, ImmutableArray<ExportedMatch> Matches);

/// <summary>A term and what it is called in the language of the translation.</summary>
public sealed record ExportedTerm(string Text, string Translation, string? Note);

/// <summary>An earlier sentence and its translation.</summary>
/// <param name="Segment">The number of the sentence that it is a match for, from 0.</param>
/// <param name="Source">The earlier sentence.</param>
/// <param name="Target">Its translation.</param>
/// <param name="Similarity">How much alike the sentences are, from 0 to 100.</param>
/// <param name="Origin">Where it comes from.</param>
public sealed record ExportedMatch(int Segment, InlineContent Source, InlineContent Target, double Similarity, string Origin);
