using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace PressKit.Translation.Glossary;

/// <summary>A glossary at work: finds its terms in texts of any language, and says where a translation does not follow it.
/// Terms are whole words, tolerant of inflection as far as the language's rules go (docs/glossary.md), the longest first, and
/// never in addresses. Made once a run and safe for any thread.</summary>
[CollectionBuilder(typeof(Terminology), nameof(Of))]
public sealed class Terminology : IEnumerable<Term>
{
    private readonly ConcurrentDictionary<Language, Lazy<TermIndex>> _indexes = new();
    private readonly ConcurrentDictionary<(Term Term, Language Language), ImmutableHashSet<string>> _accepted = new();
    private readonly ConcurrentDictionary<(Language From, Language To), string> _revisions = new();
    private readonly Inflections _inflections = new();

    private readonly ImmutableArray<Term> _terms;

    /// <summary>The glossary's terms at work.</summary>
    public Terminology(ImmutableArray<Term> terms) => _terms = terms;

    /// <summary>These terms at work.</summary>
    public static Terminology Of(ReadOnlySpan<Term> terms) => new([.. terms]);

    /// <summary>Whether there are no terms.</summary>
    public bool IsEmpty => _terms.IsEmpty;

    /// <summary>The hash of all that the glossary settles between two languages: it changes when a translation into one of them
    /// can be blocked or freed.</summary>
    public string Revision(Language from, Language to) => _revisions.GetOrAdd((from, to), pair => Hash.Of([.. _terms.SelectMany(t => (string?[])
    [
        t.Id, t.Translate ? "" : null, t.Case.ToString(), t.Wanted(pair.To), .. t.Accepted(pair.To).Append(null),
        .. t.In(pair.From).SelectMany(f => f.Inflections.Prepend(f.Text)).Append(null),
        .. t.In(pair.To).SelectMany(f => f.Inflections.Prepend(f.Status.ToString()).Prepend(f.Text)).Append(null),
    ])]));

    /// <summary>The terms in a text, in its order. Where the same words stand for several terms, all of them are there with the
    /// same place.</summary>
    public ImmutableArray<TermMatch> Find(string text, Language language) => Index(language).Find(new TermText(text), lenient: false);

    /// <summary>The terms in a text, across the codes that span text, and never across one that stands alone.</summary>
    public ImmutableArray<TermMatch> Find(InlineContent content, Language language) => Index(language).Find(TermText.Of(content), lenient: false);

    /// <summary>Whether two texts of one language have the same terms, each as often.</summary>
    public bool HaveTheSameTerms(InlineContent one, InlineContent other, Language language) =>
        Find(one, language).Select(m => m.Term.Id).Order(StringComparer.Ordinal)
            .SequenceEqual(Find(other, language).Select(m => m.Term.Id).Order(StringComparer.Ordinal), StringComparer.Ordinal);

    /// <summary>What of the glossary a translation does not follow, each term once, in the order of the source.</summary>
    public ImmutableArray<TermFinding> Compare(InlineContent source, InlineContent target, Language from, Language to)
    {
        var findings = ImmutableArray.CreateBuilder<TermFinding>();
        var (inSource, inTarget) = (Find(source, from), Index(to).Find(TermText.Of(target), lenient: true));
        foreach (var place in inSource.GroupBy(m => m.Start))
        {
            // Words that stand for several terms are followed by a form of any of them.
            if (place.Any(m => Accepted(m.Term, to) is var accepted && (accepted.IsEmpty || inTarget.Any(t => Is(t, m.Term, accepted))))) continue;
            var match = place.First();
            if (findings.Any(f => f.Term.Id == match.Term.Id)) continue;
            findings.Add(new TermFinding(match.Term.Translate ? TermFault.Missing : TermFault.NameChanged, match.Term, match, null, match.Term.Wanted(to)));
        }

        foreach (var place in inTarget.GroupBy(m => m.Start).Where(p => p.All(m => m.Form.Status == TermStatus.Forbidden)))
        {
            var match = place.First();
            var here = inSource.FirstOrDefault(m => m.Term.Id == match.Term.Id);
            var wanted = match.Term.Wanted(to);
            findings.RemoveAll(f => f.Term.Id == match.Term.Id && f.Fault != TermFault.Forbidden);
            findings.Add(new TermFinding(TermFault.Forbidden, match.Term, here, match, wanted == match.Form.Text ? null : wanted));
        }

        return findings.ToImmutable();
    }

    /// <inheritdoc/>
    public IEnumerator<Term> GetEnumerator() => ((IEnumerable<Term>)_terms).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private ImmutableHashSet<string> Accepted(Term term, Language to) =>
        _accepted.GetOrAdd((term, to), static key => [.. key.Term.Accepted(key.Language)]);

    private static bool Is(TermMatch match, Term term, ImmutableHashSet<string> accepted) =>
        match.Form.Status != TermStatus.Forbidden && (match.Term.Id == term.Id || accepted.Contains(match.Form.Text)) && accepted.Contains(match.Form.Text);

    private TermIndex Index(Language language) =>
        _indexes.GetOrAdd(language, l => new Lazy<TermIndex>(() => new TermIndex(_terms, l, _inflections.Of(l)))).Value;
}
