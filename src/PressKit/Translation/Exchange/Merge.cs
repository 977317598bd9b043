using System.Collections.Immutable;
using PressKit.Segmentation;
using PressKit.Translation.Xliff;

namespace PressKit.Translation.Exchange;

/// <summary>Which of two translations of a sentence is to hold where both were changed.</summary>
public enum Take
{
    /// <summary>Ours stays in force, theirs beside it, until somebody says which.</summary>
    Neither,

    /// <summary>The newsroom's.</summary>
    Ours,

    /// <summary>The file's.</summary>
    Theirs,
}

/// <summary>How a file is merged.</summary>
/// <param name="By">Who made what the file does not name the maker of; null for nobody known.</param>
/// <param name="At">When.</param>
/// <param name="Take">Which of two holds.</param>
public sealed record MergeOptions(string? By, DateTimeOffset At, Take Take);

/// <summary>Two translations of one sentence, of which one has to be chosen.</summary>
/// <param name="Unit">The sentence's unit.</param>
/// <param name="Source">The sentence.</param>
/// <param name="Ours">What is in force.</param>
/// <param name="Theirs">What the file says.</param>
public sealed record MergeConflict(string Unit, string Source, string Ours, string Theirs);

/// <summary>What a merge brought.</summary>
/// <param name="Translation">What to store; null where nothing changes.</param>
/// <param name="Taken">How many sentences have the file's translation or state now.</param>
/// <param name="Suggestions">How many have it as a suggestion, since their source has changed.</param>
/// <param name="Settled">How many earlier conflicts are settled.</param>
/// <param name="Conflicts">What has to be chosen.</param>
public sealed record Merged(
    StoredTranslation? Translation, int Taken, int Suggestions, int Settled, ImmutableArray<MergeConflict> Conflicts);

/// <summary>Merges a file that came back with what is stored, sentence by sentence and three ways: what was exported, what came
/// back, what is in force. What only the file changed is taken; what only the newsroom changed stays; where both did, ours stays
/// in force and theirs stands beside it. A sentence whose source has changed since has the file's translation as its suggestion.
/// No translation by a person is lost, and none is attached to a sentence that it was not made for.</summary>
public sealed class Merge
{
    private readonly Returns _returns;
    private readonly MergeOptions _options;
    private readonly List<MergeConflict> _conflicts = [];
    private int _taken, _suggestions, _settled;

    private Merge(Returns returns, MergeOptions options) => (_returns, _options) = (returns, options);

    /// <summary>The merge; null where the file cannot be taken, which is reported.</summary>
    /// <param name="file">What came back.</param>
    /// <param name="name">What the file is called in problems.</param>
    /// <param name="units">The units of the present source.</param>
    /// <param name="original">The source file, and its hash.</param>
    /// <param name="stored">What is stored; null where nothing is.</param>
    /// <param name="options">How.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public static Merged? Of(ReturnedFile file, string name, ImmutableArray<Unit> units, (string File, string Revision) original,
        StoredTranslation? stored, MergeOptions options, Problems problems)
    {
        if (Returns.Of(file, units, new XliffReport(name, problems)) is not { } returns) return null;
        var merge = new Merge(returns, options);
        var ours = Carrying.Of(units, stored);
        var theirs = Carrying.Of(units, new StoredTranslation(original.File, "", file.Source.Language, file.Target.Language, returns.Units));
        var merged = ours.Units.Zip(theirs.Units, merge.Unit).ToImmutableArray();
        var gone = ours.Gone.AddRange(merge.Parked(theirs.Gone, ours.Gone));
        var same = merge._taken + merge._suggestions + merge._settled == 0 && gone.Length == ours.Gone.Length
            && merged.Zip(ours.Units).All(p => ReferenceEquals(p.First, p.Second));
        var translation = same ? null
            : new StoredTranslation(original.File, original.Revision, file.Source.Language, file.Target.Language, merged) { Gone = gone };
        return new Merged(translation, merge._taken, merge._suggestions, merge._settled, [.. merge._conflicts]);
    }

    private TranslatedUnit Unit(TranslatedUnit ours, TranslatedUnit theirs)
    {
        var groups = Cuts.Groups([.. ours.Segments.Select(s => Cuts.Length(s.Segment.Source))], [.. theirs.Segments.Select(s => Cuts.Length(s.Segment.Source))]);
        var segments = groups.SelectMany(g => Segments(ours.Id, ours.Segments[g.A], theirs.Segments[g.B])).ToImmutableArray();
        return segments.Length == ours.Segments.Length && segments.Zip(ours.Segments).All(p => ReferenceEquals(p.First, p.Second)) ? ours : ours with { Segments = segments };
    }

    private ImmutableArray<SegmentTranslation> Segments(
        string unit, ImmutableArray<SegmentTranslation> ours, ImmutableArray<SegmentTranslation> theirs)
    {
        var returns = theirs.Select(_returns.Of).ToImmutableArray();
        if (returns.Any(r => r is { IsTouched: true }) && theirs.All(s => s.Target is not null))
            ours = returns.Any(r => r is { Segment.IsPart: true }) ? Suggested(ours, theirs) : Chosen(unit, ours, theirs, [.. returns.OfType<Return>()]);
        else if (theirs is [{ Target: null, Previous: { } previous }] && ours is [{ } own] && IsTouched(previous) && !Equals(own.Previous, previous) && !own.Segment.Source.Equals(previous.Source))
        {
            _suggestions++;
            ours = [own with { Previous = previous }];
        }

        return Settled(ours, theirs);
    }

    private ImmutableArray<SegmentTranslation> Chosen(
        string unit, ImmutableArray<SegmentTranslation> ours, ImmutableArray<SegmentTranslation> theirs, ImmutableArray<Return> returns)
    {
        if (Says(ours) == Says(theirs)) return Raised(ours, theirs, returns);
        var known = returns.SelectMany(r => r.Base).ToImmutableArray();
        var persons = ours.Any(s => s.IsPersons);
        var machines = returns.Any(r => r.IsMachines);
        if (machines ? !persons && IsUnchanged(ours, known) : !persons || IsUnchanged(ours, known)) return Taken(ours, theirs, returns);
        // A machine's draft against another of a machine's: ours is as good.
        if (machines && !persons) return ours;
        if (_options.Take == Take.Theirs) return Taken(ours, theirs, returns);
        var (source, target) = Whole(theirs);
        var conflict = new ConflictingTranslation(source, target, theirs.Min(s => s.State), Maker(returns[0], ours));
        if (_options.Take == Take.Ours) return ours;
        _conflicts.Add(new MergeConflict(unit, source.ReadingText, Whole(ours).Target.ReadingText, target.ReadingText));
        if (ours[0].Conflicts.Any(c => IsSame(c, conflict))) return ours;
        return ours.SetItem(0, ours[0] with { Conflicts = ours[0].Conflicts.Add(conflict) });
    }

    /// <summary>Whether nobody changed a translation here since it was exported; where nobody knows what was, whether there was
    /// none to change.</summary>
    private static bool IsUnchanged(ImmutableArray<SegmentTranslation> ours, ImmutableArray<BaseSegment> known) => known.IsEmpty
        ? ours.All(s => s.Target is null)
        : known.Length == ours.Length && ours.Zip(known).All(p => p.Second.State is { } state
            ? p.First.Target is { } target && p.First.State <= state && (p.Second.Print == Cuts.Print(p.First.Segment.Source, target)
                || (p.First is { IsRepaired: true, Previous: { } was } && p.Second.Print == Cuts.Print(was.Source, was.Target)))
            : p.First.Target is null);

    private ImmutableArray<SegmentTranslation> Taken(
        ImmutableArray<SegmentTranslation> ours, ImmutableArray<SegmentTranslation> theirs, ImmutableArray<Return> returns)
    {
        _taken += theirs.Length;
        var conflicts = ours.SelectMany(s => s.Conflicts).ToImmutableArray();
        return [.. theirs.Select((s, i) => s with
        {
            Segment = s.Segment with { Space = i == theirs.Length - 1 ? ours[^1].Segment.Space : s.Segment.Space },
            Provenance = Maker(returns[i], ours) is { } made ? Revised(made, s.State, returns[i]) : null,
            Previous = ours.Length == theirs.Length ? ours[i].Previous : null,
            Conflicts = i == 0 ? conflicts : [],
        })];
    }

    /// <summary>The same words, which somebody has looked at since.</summary>
    private ImmutableArray<SegmentTranslation> Raised(
        ImmutableArray<SegmentTranslation> ours, ImmutableArray<SegmentTranslation> theirs, ImmutableArray<Return> returns)
    {
        if (ours.Length != theirs.Length || !ours.Zip(theirs).Any(p => p.Second.State > p.First.State)) return ours;
        _taken += ours.Zip(theirs).Count(p => p.Second.State > p.First.State);
        return [.. ours.Zip(theirs, (o, t) => t.State > o.State
            ? o with { State = t.State, IsRepaired = false, Provenance = o.Provenance is { } made ? Revised(made, t.State, returns[0]) : null } : o)];
    }

    private ImmutableArray<SegmentTranslation> Suggested(ImmutableArray<SegmentTranslation> ours, ImmutableArray<SegmentTranslation> theirs)
    {
        var (source, target) = Whole(theirs);
        var previous = new PreviousTranslation(source, target);
        if (Equals(ours[0].Previous, previous)) return ours;
        _suggestions++;
        return ours.SetItem(0, ours[0] with { Previous = previous });
    }

    /// <summary>Removes what was settled: by the option for what the file holds as not settled, and by itself where both came to
    /// say the same.</summary>
    private ImmutableArray<SegmentTranslation> Settled(ImmutableArray<SegmentTranslation> ours, ImmutableArray<SegmentTranslation> theirs)
    {
        if (ours.All(s => s.Conflicts.IsEmpty)) return ours;
        var result = ours.ToBuilder();
        for (var i = 0; i < result.Count; i++)
        {
            var segment = result[i];
            foreach (var conflict in segment.Conflicts)
            {
                var isNamed = theirs.Any(s => s.Conflicts.Any(c => IsSame(c, conflict))) || (theirs.All(s => s.Target is not null) && Says(theirs) == Says(conflict));
                var target = segment.Segment.Source.Equals(conflict.Source) ? conflict.Target : Transfer.To(segment.Segment.Source, conflict.Source, conflict.Target);
                if (target is not null && segment.Target is not null && Cuts.Print(segment.Segment.Source, segment.Target) == Cuts.Print(segment.Segment.Source, target))
                    result[i] = Without(result[i], conflict);
                else if (isNamed && _options.Take == Take.Ours) result[i] = Without(result[i], conflict);
                else if (isNamed && _options.Take == Take.Theirs && target is not null)
                {
                    var state = conflict.State > SegmentState.Reviewed ? SegmentState.Reviewed : conflict.State;
                    result[i] = Without(result[i], conflict) with { Target = target, State = state, Provenance = conflict.Provenance };
                }
            }
        }

        return result.ToImmutable();
    }

    private SegmentTranslation Without(SegmentTranslation segment, ConflictingTranslation conflict)
    {
        _settled++;
        return segment with { Conflicts = segment.Conflicts.Remove(conflict) };
    }

    /// <summary>Who made it: whoever the file names and did not before, else whoever is named for the whole file. The file still
    /// names who made what was there when it was exported.</summary>
    private Provenance? Maker(Return returned, ImmutableArray<SegmentTranslation> ours)
    {
        var origin = returned.IsMachines ? Origin.Machine : Origin.Author;
        var known = ours.Select(s => s.Provenance?.Maker).ToHashSet(StringComparer.Ordinal);
        var named = returned.Segment.Makers.FirstOrDefault(m => m.Origin == origin && !known.Contains(m.Maker))
            ?? (returned.Base.IsEmpty ? returned.Segment.Makers.FirstOrDefault(m => m.Origin == origin) : null);
        if (named is not null) return named.At == default ? named with { At = _options.At } : named;
        return _options.By is { } by ? new Provenance(origin, by, null, _options.At) : null;
    }

    /// <summary>Where the file says that it was revised, whoever did it, as far as that is known.</summary>
    private Provenance Revised(Provenance made, SegmentState state, Return returned) =>
        state == SegmentState.Reviewed && (returned.Segment.Reviser ?? _options.By) is { } by ? made with { Revised = new Revisal(by, _options.At) } : made;

    private ImmutableArray<TranslatedUnit> Parked(ImmutableArray<TranslatedUnit> theirs, ImmutableArray<TranslatedUnit> ours)
    {
        var kept = ours.SelectMany(u => u.Segments.Select(s => (Wording.Of(s.Segment.Source), Transfer.Key(s)))).ToHashSet();
        var ids = ours.Select(u => u.Id).ToHashSet(StringComparer.Ordinal);
        var result = ImmutableArray.CreateBuilder<TranslatedUnit>();
        foreach (var unit in theirs)
        {
            var segments = unit.Segments.Where(s => _returns.Of(s) is { IsTouched: true, IsMachines: false } && kept.Add((Wording.Of(s.Segment.Source), Transfer.Key(s))))
                .Select(s => s with { Provenance = Maker(_returns.Of(s)!, []), State = Later(s.State) }).ToImmutableArray();
            if (!segments.IsEmpty && ids.Add(unit.Id)) result.Add(unit with { Segments = segments });
        }

        return result.ToImmutable();
    }

    private static SegmentState Later(SegmentState state) => state == SegmentState.Initial ? SegmentState.Translated : state;

    private bool IsTouched(PreviousTranslation previous)
    {
        var text = previous.Target.PlainText;
        return _returns.Touched.Any(r => r.Segment.Target is { } target && text.Contains(target.PlainText, StringComparison.Ordinal));
    }

    private static bool IsSame(ConflictingTranslation a, ConflictingTranslation b) =>
        Cuts.Print(a.Source) == Cuts.Print(b.Source) && Says(a) == Says(b);

    private static string Says(ConflictingTranslation conflict) => Cuts.Print(conflict.Source, conflict.Target);

    private static string Says(ImmutableArray<SegmentTranslation> segments) =>
        segments.All(s => s.Target is null) ? "" : Whole(segments) is var (source, target) ? Cuts.Print(source, target) : "";

    private static (InlineContent Source, InlineContent Target) Whole(ImmutableArray<SegmentTranslation> segments)
    {
        if (segments is [{ } only]) return (only.Segment.Source, only.Target ?? InlineContent.Empty);
        var source = segments.SelectMany((s, i) => i == segments.Length - 1 ? s.Segment.Source : s.Segment.Source.Append(Piece.Run(s.Segment.Space)));
        var target = segments.Where(s => s.Target is not null).SelectMany((s, i) => i == 0 ? s.Target! : s.Target!.Prepend(Piece.Run(" ")));
        return (InlineContent.Of(source), InlineContent.Of(target));
    }
}
