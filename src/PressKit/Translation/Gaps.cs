using System.Collections.Immutable;
using System.Text;

namespace PressKit.Translation;

/// <summary>A document's translation as far as it can be had from what is stored, and what is missing in it.</summary>
internal sealed class Gaps
{
    private readonly NameProtection _names;

    private Gaps(DraftRequest request, ImmutableArray<Term> glossary)
    {
        _names = new NameProtection(glossary, request.Source, request.Target);
        var stored = request.Stored?.Units ?? [];
        var earlier = UnitPairing.Pair(request.Units, stored);
        Units = [.. request.Units.Zip(earlier, Carry)];
        IsUnchanged = request.Stored is not null && Units.Length == stored.Length
            && Units.Zip(stored).All(p => ReferenceEquals(p.First, p.Second))
            && Units.All(u => u.IsComplete);
        foreach (var unit in Units)
        {
            foreach (var segment in unit.Segments.Where(s => s.Target is null))
            {
                var content = Protected(segment);
                if (!Contents.TryGetValue(content, out var places)) Contents.Add(content, places = []);
                places.Add(unit.Id);
            }
        }
    }

    /// <summary>The units, with the targets that are kept.</summary>
    public ImmutableArray<TranslatedUnit> Units { get; }

    /// <summary>Whether they are the stored ones, and complete.</summary>
    public bool IsUnchanged { get; }

    /// <summary>What has no target, names protected, each content once, with the ids of its units.</summary>
    public Dictionary<InlineContent, List<string>> Contents { get; } = [];

    /// <summary>The gaps of a document.</summary>
    public static Gaps Of(DraftRequest request, ImmutableArray<Term> glossary) => new(request, glossary);

    /// <summary>Whether there is anything to translate: a letter that is not a name's or a code's.</summary>
    public static bool NeedsService(InlineContent content) => content.PlainText.EnumerateRunes().Any(Rune.IsLetter);

    /// <summary>A segment's source as services see it.</summary>
    public InlineContent Protected(SegmentTranslation segment) => _names.Protect(segment.Segment.Source);

    private static TranslatedUnit Carry(Unit unit, TranslatedUnit? earlier)
    {
        if (earlier is null) return new TranslatedUnit(unit.Id, unit.Role, [.. unit.Segments.Select(New)]) { Note = unit.Note };
        if (earlier.Id == unit.Id && earlier.Role == unit.Role && unit.SaysTheSameAs(earlier.Unit))
            return earlier.Note == unit.Note ? earlier : earlier with { Note = unit.Note };

        // A sentence that the change did not touch keeps its translation, and whoever made it keeps the credit.
        var kept = earlier.Segments.Where(s => s.Target is not null).DistinctBy(s => s.Segment.Source)
            .ToDictionary(s => s.Segment.Source);
        var segments = unit.Segments.Select(s => kept.TryGetValue(s.Source, out var same) ? same with { Segment = s } : New(s));
        // A machine's draft does not take the place of the suggestion that a person wrote.
        var isSuggestion = earlier.IsComplete && (earlier.Previous is null || !earlier.Segments.Any(s => s.IsMachineDraft));
        return new TranslatedUnit(unit.Id, unit.Role, [.. segments], isSuggestion ? Previous(earlier) : earlier.Previous) { Note = unit.Note };
    }

    private static SegmentTranslation New(Segment segment) => new(segment, null, SegmentState.Initial, null);

    private static PreviousTranslation Previous(TranslatedUnit unit) => new(
        unit.Unit.Source, InlineContent.Of(unit.Segments.SelectMany(s => s.Target!.Append(Piece.Run(s.Segment.Space)))));
}
