using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using PressKit.Translation.Glossary;

namespace PressKit.Benchmarks.Translation.Glossary;

/// <summary>Compares a thousand translated sentences with glossaries of three sizes; every fourth sentence has a term. The
/// index is made once, outside what is measured.</summary>
[MemoryDiagnoser]
public class TerminologyBenchmarks
{
    private const string Syllables = "ba be bi bo bu ca ce co da de di do fa fe fi fo ga ge go la le li lo ma me mi mo na ne ni no pa pe pi po ra re ri ro sa se si so ta te ti to va ve vi vo";

    private static readonly Language Italian = Language.Parse("it");

    private InlineContent[] _sources = [];
    private InlineContent[] _targets = [];
    private Terminology _terminology = [];
    private Language _to = Italian;

    [Params(100, 10_000, 100_000)]
    public int Terms { get; set; }

    [Params("en", "de", "ar")]
    public string To { get; set; } = "en";

    [GlobalSetup]
    public void Write()
    {
        var random = new Random(5);
        var syllables = Syllables.Split(' ');
        _to = Language.Parse(To);
        var terms = Enumerable.Range(0, Terms).Select(i => (Id: FormattableString.Invariant($"t{i}"), Source: Phrase(2), Target: Phrase(2))).ToArray();
        _terminology = new Terminology([.. terms.Select(t => new Term(t.Id, t.Source)
        {
            Language = Italian, Translations = ImmutableSortedDictionary<Language, ImmutableArray<TermForm>>.Empty.Add(_to, [new TermForm(t.Target)]),
        })]);
        var sentences = Enumerable.Range(0, 1000).Select(i => (Source: Phrase(16), Target: Phrase(18), Term: i % 4 == 0 ? terms[random.Next(terms.Length)] : default)).ToArray();
        _sources = [.. sentences.Select(s => InlineContent.Of($"{s.Source} {s.Term.Source}."))];
        _targets = [.. sentences.Select(s => InlineContent.Of($"{s.Target} {s.Term.Target}."))];
        Compare();

        string Phrase(int words) => string.Join(' ', Enumerable.Range(0, words).Select(_ => string.Concat(Enumerable.Range(0, random.Next(2, 5)).Select(_ => syllables[random.Next(syllables.Length)]))));
    }

    [Benchmark]
    public int Compare()
    {
        var found = 0;
        for (var i = 0; i < _sources.Length; i++) found += _terminology.Compare(_sources[i], _targets[i], Italian, _to).Length;
        return found;
    }
}
