using System.Collections.Immutable;
using PressKit.Segmentation;
using PressKit.Translation.Xliff;

namespace PressKit.Translation.Exchange;

/// <summary>What a file that came back brings, sentence by sentence as they were exported: what its makers did not touch is told
/// from what they did.</summary>
internal sealed class Returns
{
    private readonly ReturnedFile _file;
    private readonly Dictionary<string, Unit> _present;
    private readonly XliffReport _report;
    private readonly Dictionary<string, Return> _marks = new(StringComparer.Ordinal);
    private HashSet<int> _used = [];

    private Returns(ReturnedFile file, ImmutableArray<Unit> present, XliffReport report) =>
        (_file, _present, _report) = (file, present.ToDictionary(u => u.Id, StringComparer.Ordinal), report);

    /// <summary>The file's units as translations of what it was made from. Each translation has a maker of its own, which
    /// tells <see cref="Of(SegmentTranslation)"/> what is known of it wherever it is carried.</summary>
    public ImmutableArray<TranslatedUnit> Units { get; private set; } = [];

    /// <summary>What a file brings; null where it cannot be, which is reported.</summary>
    public static Returns? Of(ReturnedFile file, ImmutableArray<Unit> present, XliffReport report)
    {
        var returns = new Returns(file, present, report);
        returns.Units = [.. file.Units.Select(returns.Unit)];
        return report.Failed ? null : returns;
    }

    /// <summary>What is known of a translation of these, wherever it was carried.</summary>
    public Return? Of(SegmentTranslation segment) => segment.Provenance is { } mark ? _marks.GetValueOrDefault(mark.Maker) : null;

    /// <summary>Everything that the file's makers touched.</summary>
    public IEnumerable<Return> Touched => _marks.Values.Where(r => r.IsTouched);

    private TranslatedUnit Unit(ReturnedUnit unit)
    {
        var known = _file.Base?.Units.GetValueOrDefault(unit.Id);
        if (known is not null && (known.Print != Cuts.Print(unit.Segments.Select(s => s.Segment)) || known.Segments.Sum(s => s.Length) != Cuts.Length(unit.Segments.Select(s => s.Segment))))
        {
            _report.Error("exchange.source-changed", unit.Place, $"The source of '{unit.Id}' is not the one that was exported.",
                "Take the source as it was; what is wrong in it is mended in the release itself.");
        }

        var (segments, role, note) = (Onto(unit), unit.Role, (string?)null);
        _used = [.. segments.SelectMany(s => s.Target?.Codes ?? []).Select(c => c.Id)];
        if (_present.GetValueOrDefault(unit.Id) is { } present) (role, note) = (present.Role, present.Note);
        return new TranslatedUnit(unit.Id, role, [.. Recut(segments, known)]) { Note = note };
    }

    /// <summary>The sentences with the codes, the white space and, where the cut is the same, the sources of the unit as it is
    /// now, if it says the same.</summary>
    private ImmutableArray<ReturnedSegment> Onto(ReturnedUnit unit)
    {
        var given = unit.Source;
        if (_present.GetValueOrDefault(unit.Id) is not { } present || Cuts.Print(present.Segments) != Cuts.Print(unit.Segments.Select(s => s.Segment))) return unit.Segments;
        var (was, now) = (given.Codes, present.Source.Codes);
        if (was.Length != now.Length) return unit.Segments;
        var codes = was.Zip(now).ToDictionary(p => p.First.Id, p => p.Second);
        var lengths = unit.Segments.Select(s => Cuts.Length(s.Segment.Source)).ToList();
        var cut = lengths.SequenceEqual(present.Segments.Select(s => Cuts.Length(s.Source))) ? present.Segments : Cuts.Slice(present.Source, lengths);
        if (cut is not { } own) return unit.Segments;
        return [.. unit.Segments.Select((s, i) => s with
        {
            Segment = own[i],
            Target = s.Target is null ? null : Transfer.Renumbered(s.Target, c => codes.GetValueOrDefault(c.Id, c)),
        })];
    }

    private IEnumerable<SegmentTranslation> Recut(ImmutableArray<ReturnedSegment> segments, BaseUnit? known)
    {
        if (known is null || known.Segments.IsEmpty) return segments.Select(s => Judged(s, []));
        var groups = Cuts.Groups([.. segments.Select(s => Cuts.Length(s.Segment.Source))], [.. known.Segments.Select(s => s.Length)]);
        return groups.SelectMany(g => Recut(segments[g.A], known.Segments[g.B]));
    }

    private IEnumerable<SegmentTranslation> Recut(ImmutableArray<ReturnedSegment> segments, ImmutableArray<BaseSegment> known)
    {
        if (segments.Length == 1 && known.Length == 1) return [Judged(segments[0], known)];
        var whole = segments.Length == 1 ? segments[0] : Joined(segments);
        if (known.Length > 1 && Apart(whole, known) is { } apart) return apart.Zip(known, (s, b) => Judged(s, [b]));
        return [Judged(whole, known)];
    }

    /// <summary>Sentences that were cut in the tool as the one that they were.</summary>
    private ReturnedSegment Joined(ImmutableArray<ReturnedSegment> segments)
    {
        var source = segments.SelectMany((s, i) => i == segments.Length - 1 ? s.Segment.Source : s.Segment.Source.Append(Piece.Run(s.Segment.Space)));
        var translated = segments.Where(s => s.Target is not null).ToList();
        var target = translated.SelectMany((s, i) => i == 0 ? s.Target! : s.Target!.Prepend(Piece.Run(_file.Target.Language.Unspaced ? "" : " ")));
        return segments[0] with
        {
            Segment = new Segment(InlineContent.Of(source), segments[^1].Segment.Space),
            Target = translated.Count == 0 ? null : InlineContent.Of(target),
            State = segments.Min(s => s.State),
            IsMachine = segments.Any(s => s.IsMachine),
            IsPart = translated.Count < segments.Length,
        };
    }

    /// <summary>Sentences that were made one in the tool, apart again; null where the translation has another number of sentences,
    /// or a code of one stands in another.</summary>
    private IEnumerable<ReturnedSegment>? Apart(ReturnedSegment whole, ImmutableArray<BaseSegment> known)
    {
        if (Cuts.Slice(whole.Segment.Source, known.Select(s => s.Length)) is not { } sources) return null;
        if (whole.Target is null) return sources.Select(s => whole with { Segment = s });
        var targets = Sentences.Of(whole.Target, _file.Target.Language);
        if (targets.Length != sources.Length) return null;
        if (!targets.Zip(sources).All(p => p.First.Source.Codes.All(c => p.Second.Source.Codes.Any(o => o.Id == c.Id)))) return null;
        return sources.Zip(targets, (s, t) => whole with { Segment = s, Target = t.Source });
    }

    private SegmentTranslation Judged(ReturnedSegment segment, ImmutableArray<BaseSegment> known)
    {
        var judged = Judgement.Of(segment, known);
        if (judged.IsTouched) new TargetRules(_report, segment, _used).Check();
        // A maker of its own, by which it is known again.
        var mark = new Provenance(Origin.Author, FormattableString.Invariant($"{_marks.Count}"), null, default);
        _marks.Add(mark.Maker, judged);
        return new SegmentTranslation(segment.Segment, segment.Target, segment.Target is null ? SegmentState.Initial : judged.State, mark)
        {
            Conflicts = segment.Conflicts,
        };
    }
}
