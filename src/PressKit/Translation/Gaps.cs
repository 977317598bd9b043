using System.Collections.Immutable;
using System.Text;
using PressKit.Translation.Glossary;

namespace PressKit.Translation;

/// <summary>A document's translation as far as it can be had from what is stored, and what is missing in it.</summary>
internal sealed class Gaps
{
    private readonly DraftRequest _request;
    private readonly ImmutableArray<Term> _terms;
    private readonly Terminology _terminology;
    private readonly NameProtection _names;
    private readonly Dictionary<InlineContent, InlineContent> _sources = [];
    private readonly Dictionary<SegmentTranslation, SegmentTranslation> _reopened = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<InlineContent, SegmentContext> _contexts = [];

    private Gaps(DraftRequest request, Terminology terminology)
    {
        _request = request;
        _terminology = terminology;
        Revision = terminology.IsEmpty ? null : terminology.Revision(request.Source, request.Target);
        _terms = [.. terminology.Where(t => !t.In(request.Source).IsEmpty)];
        _names = new NameProtection(terminology, request.Source, request.Target);
        (Units, Gone) = Carrying.Of(request.Units, request.Stored, request.Repair);
        if (Units.Any(u => u.Segments.Any(IsOutdated))) Units = [.. Units.Select(u => u with { Segments = [.. u.Segments.Select(Reopen)] })];
        IsUnchanged = request.Stored is { } stored && Units == stored.Units && Gone == stored.Gone && Units.All(u => u.IsComplete);
        var segments = Units.SelectMany(u => u.Segments.Select(s => (Unit: u.Id, Segment: s))).ToArray();
        for (var i = 0; i < segments.Length; i++)
        {
            if (segments[i].Segment.Target is not null || !IsSent(segments[i].Unit)) continue;
            var content = Protected(segments[i].Segment);
            if (!Contents.TryGetValue(content, out var places)) Contents.Add(content, places = []);
            places.Add(segments[i].Unit);
            _sources.TryAdd(content, segments[i].Segment.Segment.Source);
            _contexts.TryAdd(content, new SegmentContext(Text(i - 1), Text(i + 1)));
        }

        string Text(int at) => at >= 0 && at < segments.Length && IsSent(segments[at].Unit) ? segments[at].Segment.Segment.Source.ReadingText : "";
    }

    /// <summary>The units, with the targets that are kept.</summary>
    public ImmutableArray<TranslatedUnit> Units { get; }

    /// <summary>What persons translated and the document no longer has.</summary>
    public ImmutableArray<TranslatedUnit> Gone { get; }

    /// <summary>Whether they are the stored ones, and complete.</summary>
    public bool IsUnchanged { get; }

    /// <summary>How many sentences were repaired that are not stored so.</summary>
    public int Repaired
    {
        get
        {
            var known = (_request.Stored?.Units ?? []).SelectMany(u => u.Segments).Where(s => s.IsRepaired).Select(s => s.Target).ToHashSet();
            return Units.SelectMany(u => u.Segments).Count(s => s.IsRepaired && !known.Contains(s.Target));
        }
    }

    /// <summary>What has no target, names protected, each content once, with the ids of its units.</summary>
    public Dictionary<InlineContent, List<string>> Contents { get; } = [];

    /// <summary>The gaps of a document.</summary>
    public static Gaps Of(DraftRequest request, Terminology terminology) => new(request, terminology);

    /// <summary>Whether there is anything to translate: a letter that is not a name's or a code's.</summary>
    public static bool NeedsService(InlineContent content) => content.PlainText.EnumerateRunes().Any(Rune.IsLetter);

    /// <summary>The revision of the glossary that services are given; null where there is none.</summary>
    public string? Revision { get; }

    /// <summary>What services are given of these contents.</summary>
    /// <param name="contents">The contents.</param>
    /// <param name="takesTerms">Whether the service follows terms by itself, so that they stay in the text.</param>
    public TranslationBatch Batch(IReadOnlyList<InlineContent> contents, bool takesTerms = false) => new(
        _request.Source, _request.Target, takesTerms ? [.. contents.Select(c => _names.Protect(_sources[c], namesOnly: true))] : contents)
    {
        Headline = _request.Units.FirstOrDefault(u => u.Id == "headline" && IsSent(u.Id))?.Source.ReadingText ?? "",
        Contexts = [.. contents.Select(c => _contexts[c])],
        Examples = _request.Examples.IsEmpty ? [] : [.. contents.Select(c => _request.Examples.GetValueOrDefault(_sources[c], []))],
        Terms = _terms,
    };

    /// <summary>A segment's source as services see it.</summary>
    public InlineContent Protected(SegmentTranslation segment) => _names.Protect(segment.Segment.Source);

    /// <summary>What an answer does not follow of the glossary.</summary>
    public ImmutableArray<TermFinding> Compare(InlineContent content, InlineContent answer) =>
        _terminology.Compare(_sources[content], answer, _request.Source, _request.Target);

    /// <summary>The draft that stands while a segment is drafted again; the segment itself where it never had one.</summary>
    public SegmentTranslation Earlier(SegmentTranslation segment) => _reopened.GetValueOrDefault(segment, segment);

    /// <summary>Whether it is a draft that was to be drafted again, and was not.</summary>
    public bool IsEarlier(SegmentTranslation segment) => _reopened.Values.Any(earlier => ReferenceEquals(earlier, segment));

    /// <summary>Whether services may see a unit, be it to translate it or as what stands around another.</summary>
    private bool IsSent(string unit) => _request.Only?.Contains(unit) != false;

    /// <summary>Whether it is a machine's draft that the glossary blocks, and no service has been given the glossary as it is now:
    /// under one glossary, nothing is sent twice.</summary>
    private bool IsOutdated(SegmentTranslation segment) =>
        segment is { IsMachineDraft: true, Provenance.Origin: Origin.Machine } && segment.Provenance.Glossary != Revision
        && !_terminology.Compare(segment.Segment.Source, segment.Target!, _request.Source, _request.Target).IsEmpty;

    private SegmentTranslation Reopen(SegmentTranslation segment)
    {
        if (!IsOutdated(segment)) return segment;
        var open = segment with { Target = null, State = SegmentState.Initial, Provenance = null };
        _reopened.Add(open, segment);
        return open;
    }
}
