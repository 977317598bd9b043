using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
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
    private readonly ConcurrentDictionary<string, ImmutableArray<FindingView>> _findings = new(StringComparer.Ordinal);
    private readonly ConditionalWeakTable<EditionState, Shown> _shown = [];
    private readonly ConditionalWeakTable<PairedRelease, Admitted> _admitted = [];

    /// <summary>An edition.</summary>
    /// <param name="state">The edition.</param>
    /// <param name="now">The instant, for the gate.</param>
    /// <param name="matches">Whether the memory is to be asked for each sentence; it can be asked for one alone with <see cref="Matches"/>.</param>
    public EditionView View(EditionState state, DateTimeOffset now, bool matches = true)
    {
        var name = new EditionName(state.Release.Release.Id, state.Language);
        var shown = Shows(state);
        shown.Prepare();
        var around = matches && memory is not null ? Context.Around(state.Units).ToDictionary(s => (s.Unit.Id, s.Index), s => (s.Previous, s.Next)) : [];
        var units = state.Units.Select((unit, i) => shown.Unit(unit, i, (sentence, n) =>
            around.TryGetValue((unit.Id, n), out var beside) ? sentence with { Matches = Ask(state, unit, unit.Segments[n], beside.Previous, beside.Next) } : sentence));
        var (heldBack, due) = Standing.Of(Admit(state.Release, now), state.Release, state.Language);
        var approvals = state.Release.Release.Record.Editions.GetValueOrDefault(state.Language)?.Approvals ?? [];
        var approval = Holding(state, approvals);
        return new EditionView(name, state.SourceLanguage, state.Version, [.. units])
        {
            Headline = state.Release.Source.Text.FrontMatter.Headline,
            HeldBack = heldBack,
            Due = due,
            Approval = approval,
            TakenBack = approval is null ? approvals.LastOrDefault() : null,
            AssignedTo = state.History.LastOrDefault(e => e.Event == Happening.HandedOver)?.To,
            Remarks = [.. state.History.Where(e => e.Unit is null && e.Event is Happening.Commented or Happening.Asked or Happening.Answered or Happening.Rejected or Happening.HandedOver)],
        };
    }

    /// <summary>A unit without matches; null where there is none of that id. It costs what the unit does, whatever else the edition has.</summary>
    public UnitView? Unit(EditionState state, string id)
    {
        for (var i = 0; i < state.Units.Length; i++)
        {
            if (state.Units[i].Id == id) return Shows(state).Unit(state.Units[i], i, (sentence, _) => sentence);
        }

        return null;
    }

    /// <summary>Where each unit stands: its kind, and the headings above it.</summary>
    public static ImmutableArray<(string Unit, string Place)> Places(EditionState state)
    {
        var levels = state.Release.Source.Units.ToDictionary(u => u.Id, u => u.Level, StringComparer.Ordinal);
        var places = Surroundings.Of([.. state.Units.Select(u => u.Unit with { Level = levels.GetValueOrDefault(u.Id) })], state.Release.Source.Text.FrontMatter);
        return [.. state.Units.Select((u, i) => (u.Id, places[i]))];
    }

    /// <summary>A sentence; null where there is none of that name.</summary>
    public SentenceView? Sentence(EditionState state, SentenceName name) => state.Sentence(name) is null ? null
        : Shows(state).Sentence(state.Unit(name.Unit)!, name.Segment - 1) with { Matches = Matches(state, name) };

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

    private Shown Shows(EditionState state) => _shown.GetValue(state, s => new Shown(s, this, room));

    /// <summary>What the gate says. It looks at the clock, and nothing becomes public within a minute that it did not know of.</summary>
    private Admission Admit(PairedRelease release, DateTimeOffset now)
    {
        var minute = now.UtcTicks / TimeSpan.TicksPerMinute;
        if (_admitted.TryGetValue(release, out var known) && known.Minute == minute) return known.Admission;
        var admission = room.Admit(release, now);
        _admitted.AddOrUpdate(release, new Admitted(minute, admission));
        return admission;
    }

    private sealed record Admitted(long Minute, Admission Admission);

    /// <summary>One edition being shown. What is known of a sentence is kept as long as the state is.</summary>
    private sealed class Shown(EditionState state, EditionViews views, ReleaseRoom room)
    {
        private readonly ConcurrentDictionary<SentenceName, SentenceView> _sentences = [];
        private volatile bool _isPrepared;
        private readonly ConcurrentDictionary<string, ILookup<int, FindingView>> _found = new(StringComparer.Ordinal);
        private readonly Lazy<ImmutableArray<(string Unit, string Place)>> _places = new(() => Places(state));
        private readonly Lazy<ILookup<string, HistoryEvent>> _history = new(() => state.History.Where(e => e.Unit is not null).ToLookup(e => e.Unit!, StringComparer.Ordinal));
        private readonly Lazy<Dictionary<SentenceName, InlineContent>> _approved = new(() => views.Approved(state));
        private readonly Lazy<HashSet<string>> _answered = new(() => state.History.Where(e => e.Event == Happening.Answered).Select(e => e.Of).OfType<string>().ToHashSet(StringComparer.Ordinal));

        private readonly Lazy<HashSet<string>> _dismissed = new(() => state.Release.Release.Dismissals.Select(d => d.Fingerprint)
            .Concat(state.History.Where(e => e.Event == Happening.Dismissed).Select(e => e.Finding!)).ToHashSet(StringComparer.Ordinal));

        private readonly Lazy<(CheckContext Context, string Names)> _checking = new(() =>
        {
            var (newsroom, rules) = (room.Newsroom, room.Checks.Languages);
            var context = new CheckContext(rules.Of(state.SourceLanguage), rules.Of(state.Language), room.Terminology, newsroom.Policy.Lengths, state.Units, newsroom.HouseRules);
            // What a check finds in one unit may follow from the names that others settle.
            return (context, Hash.Of([.. context.Speakers.Concat(context.Places).SelectMany(p => new[] { p.Source, p.Target })]));
        });

        /// <summary>Finds out all that is shown of its sentences, several units at once: checks are most of what it costs to open an edition.</summary>
        public void Prepare()
        {
            if (_isPrepared) return;
            _ = (_places.Value, _history.Value, _approved.Value, _answered.Value, _dismissed.Value, _checking.Value);
            Parallel.ForEach(state.Units, unit =>
            {
                for (var n = 0; n < unit.Segments.Length; n++) Sentence(unit, n);
            });
            _isPrepared = true;
        }

        public UnitView Unit(TranslatedUnit unit, int index, Func<SentenceView, int, SentenceView> with) =>
            new(unit.Id, unit.Role, _places.Value[index].Place, unit.Note, Versions.Of(unit), [.. unit.Segments.Select((_, n) => with(Sentence(unit, n), n))]);

        public SentenceView Sentence(TranslatedUnit unit, int index) => _sentences.GetOrAdd(new SentenceName(unit.Id, index + 1), _ => Made(unit, index));

        private SentenceView Made(TranslatedUnit unit, int index)
        {
            var (segment, name) = (unit.Segments[index], new SentenceName(unit.Id, index + 1));
            var source = segment.Segment.Source;
            var history = History(unit, index);
            var changed = history.LastOrDefault(e => Happening.IsStored(e) || (e.Event == Happening.Rejected && e.Unit is not null));
            return new SentenceView(name, Versions.Of(segment), segment)
            {
                Harm = Harms.Of(unit.Id, unit.Role, source, state.SourceLanguage, room.Terminology),
                SourceChange = segment.Previous is { Similarity: null } previous ? WordDifference.Between(previous.Source.ReadingText, source.ReadingText) : [],
                TargetChange = _approved.Value.TryGetValue(name, out var was) && segment.Target is { } target && !was.Equals(target) ? WordDifference.Between(was.ReadingText, target.ReadingText) : [],
                Terms = [.. room.Terminology.Find(source, state.SourceLanguage).Select(m => new TermView(m.Term, m.Start, m.Length, m.Term.Wanted(state.Language)))],
                Findings = [.. _found.GetOrAdd(unit.Id, _ => Findings(unit))[index]],
                History = history,
                TakenBack = segment.State <= SegmentState.Translated && history.LastOrDefault(Happening.IsStored) is { Was: not null } taken ? taken : null,
                Rejection = changed is { Event: Happening.Rejected } ? changed : null,
                OpenQuestions = [.. history.Where(e => e.Event == Happening.Asked && !(e.Id is { } id && _answered.Value.Contains(id)))],
            };
        }

        /// <summary>What happened to a sentence: what names its text, or its place where the event tells no text.</summary>
        private ImmutableArray<HistoryEvent> History(TranslatedUnit unit, int index)
        {
            var source = unit.Segments[index].Segment.Source.ToString();
            return [.. _history.Value[unit.Id].Where(e => e.Source is { } text ? text == source : Versions.Number(e.Segments) == index + 1 || e.Segments.Split(' ').Any(n => Versions.Number(n) == index + 1) || e.Segments.Length == 0)];
        }

        /// <summary>What checks find in a unit, by the index of the sentence.</summary>
        private ILookup<int, FindingView> Findings(TranslatedUnit unit)
        {
            if (views._findings.Count > MostKept) views._findings.Clear();
            var (context, names) = _checking.Value;
            return views._findings.GetOrAdd(Hash.Of(state.SourceLanguage.Tag, state.Language.Tag, names, unit.Id, Versions.Of(unit)), _ =>
                {
                    var read = new CheckedUnit(unit, context);
                    return [.. room.Checks.Check(read).Select(f => new FindingView(f, Fixed(f, read)))];
                })
                .Where(f => !_dismissed.Value.Contains(f.Finding.Fingerprint)).ToLookup(f => f.Finding.Segment);
        }

        private static string? Fixed(Finding finding, CheckedUnit unit) =>
            finding.Fix is { } fix && unit.Segments.FirstOrDefault(s => s.Index == finding.Segment) is { } segment ? PlaceholderText.Write(segment.Target.With(fix)) : null;
    }
}
