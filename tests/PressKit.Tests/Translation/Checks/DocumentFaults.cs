using System.Collections.Immutable;
using PressKit.Translation;
using PressKit.Translation.Checks;
using PressKit.Translation.Glossary;

namespace PressKit.Tests.Translation.Checks;

/// <summary>A document with a fault that concerns more than a text: several segments, a glossary, a limit, a rule.</summary>
/// <param name="Check">The check that has to see it.</param>
/// <param name="Damaged">The units with the fault.</param>
/// <param name="Clean">The same without it; null where the good document itself is that.</param>
internal sealed record DocumentFault(string Check, ImmutableArray<TranslatedUnit> Damaged, ImmutableArray<TranslatedUnit>? Clean = null)
{
    /// <summary>The glossary.</summary>
    public ImmutableArray<Term> Terms { get; init; } = [];

    /// <summary>The most characters of fields.</summary>
    public Dictionary<string, int> Lengths { get; init; } = [];

    /// <summary>The newsroom's own rules.</summary>
    public ImmutableArray<HouseRule> Rules { get; init; } = [];

    /// <summary>Whether the fault is found in some units.</summary>
    public bool IsFound(TranslationChecks checks, Language from, Language to, IEnumerable<TranslatedUnit> units) =>
        checks.Check(checks.Read(from, to, units, new Terminology(Terms), Lengths, Rules)).Any(f => f.Rule.Id == Check);

    /// <summary>The faults of a document; none where it has no two sentences of some length.</summary>
    public static IEnumerable<DocumentFault> Of(ImmutableArray<CheckedUnit> document)
    {
        var sentences = document.Where(u => u.Segments is [{ IsCopy: false } s] && s.Source.Text.Length / u.From.House.Length > 40 && s.Source.Content.Codes.IsEmpty && s.Target.Content.Codes.IsEmpty).ToList();
        if (sentences.Count < 2) return [];
        var faults = new DocumentFaults(sentences[0], sentences[1]);
        return [.. faults.OfSegments(), .. faults.OfTerms(), .. faults.OfNames()];
    }
}

/// <summary>The faults that two good sentences can be given.</summary>
internal sealed class DocumentFaults(CheckedUnit one, CheckedUnit two)
{
    private static readonly Provenance Person = new(Origin.Author, "Ada Neri", null, DateTimeOffset.UnixEpoch);

    private readonly Language _from = one.From.Language;
    private readonly Language _to = one.To.Language;
    private readonly TranslatedUnit _first = one.Unit;
    private readonly TranslatedUnit _second = two.Unit;
    private readonly (string Source, string Target) _text = (one.Segments[0].Source.Text, one.Segments[0].Target.Text);

    public IEnumerable<DocumentFault> OfSegments()
    {
        var (first, second) = (_first.Segments[0], _second.Segments[0]);
        yield return new("inconsistent-target", [_first, _first with { Id = "again", Segments = [first with { Target = second.Target }] }], [_first, _first with { Id = "again" }]);
        yield return new("reused-target", [_first, _second with { Segments = [second with { Target = first.Target }] }], [_first, _second]);
        yield return new("missing-segment", [_first with { Segments = [first, second with { Target = null }] }], [_first with { Segments = [first, second] }]);
        var field = _first with { Id = "headline", Role = UnitRole.Field };
        var length = first.Target!.PlainText.Sum(c => Words.IsEastAsian(c) ? 2 : 1);
        yield return new("max-length", [field]) { Lengths = new() { ["headline"] = length - 1 } };
        yield return new("max-length", [field with { Segments = [first with { Target = InlineContent.Of(_text.Target + "…") }] }], [field]) { Lengths = new() { ["headline"] = length } };
        yield return new("unedited-fuzzy", [_first with { Segments = [first with { State = SegmentState.Translated, Provenance = Person, Previous = new(second.Segment.Source, first.Target) }] }],
            [_first with { Segments = [first with { State = SegmentState.Translated, Provenance = Person, Previous = new(second.Segment.Source, second.Target!) }] }]);
        yield return new("pure-punctuation", [Unit("* * *", _text.Target)], [Unit("* * *", "* * *")]);
        yield return new("code-order", [Tagged(2, 1)], [Tagged(1, 2)]);
        yield return new("house-rule", [Unit(Fault.Before(_text.Source, "QX-1"), _text.Target)], [Unit(Fault.Before(_text.Source, "QX-1"), Fault.Before(_text.Target, "QY-1"))])
        {
            Rules = [new HouseRule("codes") { Source = HouseRule.Pattern(@"QX-\d"), Target = HouseRule.Pattern(@"QY-\d") }],
        };
    }

    public IEnumerable<DocumentFault> OfTerms()
    {
        var term = new Term("work", "Acmewerk") { Language = _from, Translations = In(new("Alfawerk"), new("Betawerk", TermStatus.Admitted), new("Gammawerk", TermStatus.Forbidden)) };
        var (good, other) = (With("Acmewerk", "Alfawerk"), With("Acmewerk", "Betawerk") with { Id = "other" });
        yield return new("term-missing", [With("Acmewerk", "Xxxx")], [good, good with { Id = "other" }]) { Terms = [term] };
        yield return new("must-translate", [With("Acmewerk", "Acmewerk")], [good]) { Terms = [term] };
        yield return new("term-forbidden", [With("Acmewerk", "Gammawerk")], [good, other]) { Terms = [term] };
        if (AnyWord() is { } word)
        {
            // A word of the translation that the glossary forbids, as the language inflects or compounds it.
            var ban = new Term("ban", "Nullwerk") { Language = _from, Translations = In(new("Nullwerk"), new(word, TermStatus.Forbidden)) };
            yield return new("term-forbidden", [_first]) { Terms = [ban] };
        }

        yield return new("term-variant-mix", [good, other], [good, good with { Id = "other" }]) { Terms = [term] };
    }

    public IEnumerable<DocumentFault> OfNames()
    {
        var name = new Term("name", "Kling AI") { Translate = false };
        yield return new("do-not-translate", [With("Kling AI", "Cling AI")], [With("Kling AI", "Kling AI")]) { Terms = [name] };
        yield return new("do-not-translate", [With("Kling AI", "Kling")], [With("Kling AI", "Kling AI")]) { Terms = [name] };
        var title = new Term("title", "Sala Vuota") { Language = _from, Kind = TermKind.Title, Translations = In(new TermForm("Alfa Omega")) };
        yield return new("work-title", [With("Sala Vuota", "Sala Aperta")], [With("Sala Vuota", "Alfa Omega")]) { Terms = [title] };
        yield return new("work-title", [With("Sala Vuota", "Sala Vuota")], [With("Sala Vuota", "Alfa Omega")]) { Terms = [title] };
        var (place, speaker) = (Unit("Acmeville", "Alfaville") with { Id = "dateline.place", Role = UnitRole.Field }, Unit("Ada Neri", "Ada Neri") with { Id = "quotes.0.speaker", Role = UnitRole.Field });
        yield return new("place-name", [place, With("Acmeville", "Betaville")], [place, With("Acmeville", "Alfaville")]);
        yield return new("person-name", [speaker, With("Ada Neri", "Ida Nero")], [speaker, With("Ada Neri", "Ada Neri")]);
    }

    private static TranslatedUnit Unit(string source, string target) => CleanPairs.Unit("u", source, target);

    private TranslatedUnit With(string source, string target) => Unit(Fault.Before(_text.Source, source), Fault.Before(_text.Target, target));

    private ImmutableSortedDictionary<Language, ImmutableArray<TermForm>> In(params TermForm[] forms) =>
        ImmutableSortedDictionary<Language, ImmutableArray<TermForm>>.Empty.Add(_to, [.. forms]);

    /// <summary>The sentence with two HTML tags around it.</summary>
    private TranslatedUnit Tagged(int first, int last)
    {
        InlineCode[] tags = [new(1, CodeKind.Html, "<wbr>"), new(2, CodeKind.Html, "<br>")];
        var source = InlineContent.Of([Piece.Alone(tags[0]), Piece.Run(_text.Source), Piece.Alone(tags[1])]);
        var target = InlineContent.Of([Piece.Alone(tags[first - 1]), Piece.Run(_text.Target), Piece.Alone(tags[last - 1])]);
        return new TranslatedUnit("u", UnitRole.Paragraph, [new SegmentTranslation(new Segment(source), target, SegmentState.Final, null)]);
    }

    private string? AnyWord() => one.To.Unspaced
        ? Enumerable.Range(0, Math.Max(0, _text.Target.Length - 2)).Select(i => _text.Target.Substring(i, 3)).FirstOrDefault(w => w.All(c => c is >= '\u4e00' and <= '\u9fff'))
        : Words.Of(_text.Target).Select(w => w.Word).FirstOrDefault(w => w.Length > 5 && char.IsLower(w[0]) || w.Length > 4 && w[0] > '\u0600' || w.Length > 1 && w[0] > '\uac00');
}
