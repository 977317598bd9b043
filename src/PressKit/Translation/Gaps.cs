using System.Collections.Immutable;
using System.Text;
using PressKit.Translation.Glossary;

namespace PressKit.Translation;

/// <summary>A document's translation as far as it can be had from what is stored, and what is missing in it.</summary>
internal sealed class Gaps
{
    private readonly DraftRequest _request;
    private readonly ImmutableArray<Term> _terms;
    private readonly NameProtection _names;
    private readonly Dictionary<InlineContent, SegmentContext> _contexts = [];

    private Gaps(DraftRequest request, Terminology terminology)
    {
        _request = request;
        _terms = [.. terminology.Where(t => !t.In(request.Source).IsEmpty)];
        _names = new NameProtection(terminology, request.Source, request.Target);
        (Units, Gone) = Carrying.Of(request.Units, request.Stored);
        IsUnchanged = request.Stored is { } stored && Units == stored.Units && Gone == stored.Gone && Units.All(u => u.IsComplete);
        var segments = Units.SelectMany(u => u.Segments.Select(s => (Unit: u.Id, Segment: s))).ToArray();
        for (var i = 0; i < segments.Length; i++)
        {
            if (segments[i].Segment.Target is not null) continue;
            var content = Protected(segments[i].Segment);
            if (!Contents.TryGetValue(content, out var places)) Contents.Add(content, places = []);
            places.Add(segments[i].Unit);
            _contexts.TryAdd(content, new SegmentContext(Text(i - 1), Text(i + 1)));
        }

        string Text(int at) => at >= 0 && at < segments.Length ? segments[at].Segment.Segment.Source.ReadingText : "";
    }

    /// <summary>The units, with the targets that are kept.</summary>
    public ImmutableArray<TranslatedUnit> Units { get; }

    /// <summary>What persons translated and the document no longer has.</summary>
    public ImmutableArray<TranslatedUnit> Gone { get; }

    /// <summary>Whether they are the stored ones, and complete.</summary>
    public bool IsUnchanged { get; }

    /// <summary>What has no target, names protected, each content once, with the ids of its units.</summary>
    public Dictionary<InlineContent, List<string>> Contents { get; } = [];

    /// <summary>The gaps of a document.</summary>
    public static Gaps Of(DraftRequest request, Terminology terminology) => new(request, terminology);

    /// <summary>Whether there is anything to translate: a letter that is not a name's or a code's.</summary>
    public static bool NeedsService(InlineContent content) => content.PlainText.EnumerateRunes().Any(Rune.IsLetter);

    /// <summary>What services are given of these contents.</summary>
    public TranslationBatch Batch(IReadOnlyList<InlineContent> contents) => new(_request.Source, _request.Target, contents)
    {
        Headline = _request.Units.FirstOrDefault(u => u.Id == "headline")?.Source.ReadingText ?? "",
        Contexts = [.. contents.Select(c => _contexts[c])],
        Terms = _terms,
    };

    /// <summary>A segment's source as services see it.</summary>
    public InlineContent Protected(SegmentTranslation segment) => _names.Protect(segment.Segment.Source);
}
