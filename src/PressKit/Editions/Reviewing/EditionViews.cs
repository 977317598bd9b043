using System.Collections.Concurrent;
using System.Collections.Immutable;
using PressKit.Segmentation;
using PressKit.Translation;
using PressKit.Translation.Checks;
using PressKit.Translation.Exchange;
using PressKit.Translation.Memory;

namespace PressKit.Editions.Reviewing;

/// <summary>Shows editions to reviewers, with all that helps to judge them. What was found for a unit is kept until it says something
/// else.</summary>
/// <param name="room">Knows the newsroom's rules.</param>
/// <param name="memory">Earlier translations; null where there are none.</param>
public sealed class EditionViews(ReleaseRoom room, ITranslationMemory? memory)
{
    private const int MostKept = 20_000;
    private readonly Lock _asking = new();
    private readonly ConcurrentDictionary<string, ImmutableArray<Finding>> _findings = new(StringComparer.Ordinal);

    /// <summary>An edition.</summary>
    /// <param name="state">The edition.</param>
    /// <param name="now">The instant, for the gate.</param>
    /// <param name="matches">Whether the memory is to be asked for each sentence; it can be asked for one alone with <see cref="Matches"/>.</param>
    public EditionView View(EditionState state, DateTimeOffset now, bool matches = true)
    {
        var name = new EditionName(state.Release.Release.Id, state.Language);
        var source = state.Release.Source;
        var places = Surroundings.Of([.. state.Units.Select(u => u.Unit with { Level = source.Units.FirstOrDefault(s => s.Id == u.Id)?.Level ?? 0 })]);
        var shown = new Shown(state, room, Approved(state), Findings(state));
        var around = matches && memory is not null ? Context.Around(state.Units).ToDictionary(s => (s.Unit.Id, s.Index), s => (s.Previous, s.Next)) : [];
        var units = state.Units.Select((unit, i) => new UnitView(unit.Id, unit.Role, places[i], unit.Note, Versions.Of(unit),
            [.. unit.Segments.Select((s, n) => shown.Sentence(unit, n) with { Matches = around.TryGetValue((unit.Id, n), out var beside) ? Ask(state, unit, s, beside.Previous, beside.Next) : [] })]));
        var (heldBack, due) = Standing.Of(room.Admit(state.Release, now), state.Release, state.Language);
        var approvals = state.Release.Release.Record.Editions.GetValueOrDefault(state.Language)?.Approvals ?? [];
        var approval = Holding(state, approvals);
        return new EditionView(name, state.SourceLanguage, state.Version, [.. units])
        {
            Headline = source.Text.FrontMatter.Headline,
            HeldBack = heldBack,
            Due = due,
            Approval = approval,
            TakenBack = approval is null ? approvals.LastOrDefault() : null,
            AssignedTo = state.History.LastOrDefault(e => e.Event == Happening.HandedOver)?.To,
            Remarks = [.. state.History.Where(e => e.Unit is null && e.Event is Happening.Commented or Happening.Asked or Happening.Answered or Happening.Rejected or Happening.HandedOver)],
        };
    }

    /// <summary>A sentence; null where there is none of that name.</summary>
    public SentenceView? Sentence(EditionState state, SentenceName name) => state.Sentence(name) is not { } segment ? null
        : new Shown(state, room, Approved(state), Findings(state)).Sentence(state.Unit(name.Unit)!, name.Segment - 1) with { Matches = Matches(state, name) };

    /// <summary>What the memory has that is like a sentence.</summary>
    public ImmutableArray<MatchView> Matches(EditionState state, SentenceName name)
    {
        if (memory is null || state.Sentence(name) is not { } segment) return [];
        var (_, _, previous, next) = Context.Around(state.Units).First(s => s.Unit.Id == name.Unit && s.Index == name.Segment - 1);
        return Ask(state, state.Unit(name.Unit)!, segment, previous, next);
    }

    private ImmutableArray<MatchView> Ask(EditionState state, TranslatedUnit unit, SegmentTranslation segment, string previous, string next)
    {
        var source = segment.Segment.Source;
        if (!source.PlainText.Any(char.IsLetterOrDigit)) return [];
        ImmutableArray<Match> found;
        lock (_asking)
        {
            found = memory!.LookUp(new MemoryQuery(state.SourceLanguage, state.Language, source)
            {
                Document = state.Release.Release.Folder, Unit = unit.Id, Kind = Wording.Kind(unit.Role, unit.Id), Previous = previous, Next = next,
            });
        }

        return [.. found.Where(m => !m.Target.Equals(segment.Target)).Select(m => new MatchView(
            m.Score, m.Kind, PlaceholderText.Write(m.Target), WordDifference.Between(m.Entry.Source.ReadingText, source.ReadingText))
        {
            Provenance = m.Entry.Provenance, Document = m.Entry.Document, IsReviewed = m.Entry.IsReviewed,
        })];
    }

    /// <summary>What was approved last, by the present sentences; nothing where that is what is stored, or where it is not kept.</summary>
    private Dictionary<SentenceName, InlineContent> Approved(EditionState state)
    {
        // What the file holds may be what was approved, while somebody goes on.
        var carried = state.Translation is { Approval: not null } paired ? state.Units.Select(u => paired.Units.GetValueOrDefault(u.Id)).OfType<TranslatedUnit>()
            : state.Translation?.Approved is { } approved ? Approvals.Carry(state.Release.Source.Units, approved.Units, state.Stored, room.Repair) : [];
        return carried.SelectMany(u => u.Segments.Select((s, i) => (Name: new SentenceName(u.Id, i + 1), s.Target)))
            .Where(s => s.Target is not null).ToDictionary(s => s.Name, s => s.Target!);
    }

    /// <summary>The approval that holds for what is said now.</summary>
    private static Approval? Holding(EditionState state, ImmutableArray<Approval> approvals)
    {
        var units = state.Units.ToDictionary(u => u.Id, StringComparer.Ordinal);
        var content = Joining.ContentOf(state.Release.Source.Units, u => units.GetValueOrDefault(u.Id));
        return approvals.LastOrDefault(a => a.Content == content) ?? Followed(state);
    }

    /// <summary>The approval that was followed to what is stored, where nobody has changed that since.</summary>
    private static Approval? Followed(EditionState state) =>
        state.Translation is { Approval: { } approval } paired && state.Units.All(u => paired.Units.GetValueOrDefault(u.Id) is { } stored && Versions.Of(stored) == Versions.Of(u)) ? approval : null;

    private ILookup<SentenceName, FindingView> Findings(EditionState state)
    {
        if (_findings.Count > MostKept) _findings.Clear();
        var newsroom = room.Newsroom;
        var units = room.Checks.Read(state.SourceLanguage, state.Language, state.Units, room.Terminology, newsroom.Policy.Lengths, newsroom.HouseRules);
        var dismissed = state.Release.Release.Dismissals.Select(d => d.Fingerprint)
            .Concat(state.History.Where(e => e.Event == Happening.Dismissed).Select(e => e.Finding!)).ToHashSet(StringComparer.Ordinal);
        // What a check finds in one unit may follow from the names that others settle.
        var names = units.IsEmpty ? "" : Hash.Of([.. units[0].Context.Speakers.Concat(units[0].Context.Places).SelectMany(p => new[] { p.Source, p.Target })]);
        return units.SelectMany(unit => _findings.GetOrAdd(Hash.Of(state.SourceLanguage.Tag, state.Language.Tag, names, unit.Unit.Id, Versions.Of(unit.Unit)), _ => [.. room.Checks.Check(unit)])
                .Select(f => (Finding: f, Unit: unit)))
            .Where(f => !dismissed.Contains(f.Finding.Fingerprint))
            .ToLookup(f => new SentenceName(f.Finding.Unit, f.Finding.Segment + 1), f => new FindingView(f.Finding, Fixed(f.Finding, f.Unit)));
    }

    private static string? Fixed(Finding finding, CheckedUnit unit) =>
        finding.Fix is { } fix && unit.Segments.FirstOrDefault(s => s.Index == finding.Segment) is { } segment ? PlaceholderText.Write(segment.Target.With(fix)) : null;

    /// <summary>One edition being shown.</summary>
    private sealed class Shown(EditionState state, ReleaseRoom room, Dictionary<SentenceName, InlineContent> approved, ILookup<SentenceName, FindingView> findings)
    {
        private readonly ILookup<string, HistoryEvent> _history = state.History.Where(e => e.Unit is not null).ToLookup(e => e.Unit!, StringComparer.Ordinal);

        public SentenceView Sentence(TranslatedUnit unit, int index)
        {
            var (segment, name) = (unit.Segments[index], new SentenceName(unit.Id, index + 1));
            var source = segment.Segment.Source;
            var history = History(unit, index);
            var changed = history.LastOrDefault(e => Happening.IsStored(e) || (e.Event == Happening.Rejected && e.Unit is not null));
            return new SentenceView(name, Versions.Of(segment), segment)
            {
                Harm = Harms.Of(unit.Id, unit.Role, source, state.SourceLanguage, room.Terminology),
                SourceChange = segment.Previous is { Similarity: null } previous ? WordDifference.Between(previous.Source.ReadingText, source.ReadingText) : [],
                TargetChange = approved.TryGetValue(name, out var was) && segment.Target is { } target && !was.Equals(target) ? WordDifference.Between(was.ReadingText, target.ReadingText) : [],
                Terms = [.. room.Terminology.Find(source, state.SourceLanguage).Select(m => new TermView(m.Term, m.Start, m.Length, m.Term.Wanted(state.Language)))],
                Findings = [.. findings[name]],
                History = history,
                TakenBack = segment.State <= SegmentState.Translated && history.LastOrDefault(Happening.IsStored) is { Was: not null } taken ? taken : null,
                Rejection = changed is { Event: Happening.Rejected } ? changed : null,
                OpenQuestions = [.. history.Where(e => e.Event == Happening.Asked && !state.History.Any(a => a.Event == Happening.Answered && a.Of == e.Id))],
            };
        }

        /// <summary>What happened to a sentence: what names its text, or its place where the event tells no text.</summary>
        private ImmutableArray<HistoryEvent> History(TranslatedUnit unit, int index)
        {
            var source = unit.Segments[index].Segment.Source.ToString();
            return [.. _history[unit.Id].Where(e => e.Source is { } text ? text == source : Versions.Number(e.Segments) == index + 1 || e.Segments.Split(' ').Any(n => Versions.Number(n) == index + 1) || e.Segments.Length == 0)];
        }
    }
}
