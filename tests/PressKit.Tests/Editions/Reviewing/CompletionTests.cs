using System.Collections.Immutable;
using FsCheck.Xunit;
using PressKit.Editions;
using PressKit.Editions.Reviewing;
using PressKit.Translation;
using static PressKit.Tests.Editions.Reviewing.SomeEdition;

namespace PressKit.Tests.Editions.Reviewing;

public sealed class CompletionTests
{
    [Property(MaxTest = 60)]
    public void A_file_that_stopped_anywhere_is_completed_from_its_history(int seed)
    {
        using var edition = new SomeEdition();
        var random = new Random(seed);
        var states = Session(edition.State(), random, edition.Rules);
        var last = states[^1];
        // Each unit may have come into the file at another moment, and the file may have been written and read in between.
        var mixed = last with { Units = [.. last.Units.Select(u => states[random.Next(states.Count)].Unit(u.Id)!)], History = [] };
        var stored = edition.Stored(mixed);
        var complete = Completion.Of(stored, last.History);
        complete.Stored.Units.Select(Shown).ShouldBe(last.Stored.Units.Select(Shown));
        Completion.Of(complete, last.History).Version.ShouldBe(last.Version);
        complete.Gone.ShouldBeEmpty();
    }

    [Property(MaxTest = 60)]
    public void Whatever_others_did_to_the_file_nothing_that_was_saved_is_lost(int seed)
    {
        using var edition = new SomeEdition();
        var random = new Random(seed);
        var states = Session(edition.State(), random, edition.Rules, cuts: false);
        var stored = edition.Stored(states[random.Next(states.Count)]);
        // An editor changes some, a pull brings another source, or both.
        var others = stored with { Units = [.. stored.Units.Select(u => u with { Segments = [.. u.Segments.Select(s => random.Next(4) == 0 ? s with { Target = InlineContent.Of($"Outside {random.Next()}"), State = SegmentState.Translated } : s)] })] };
        stored = edition.Stored(others);
        if (random.Next(2) == 0)
        {
            edition.Source = "---\nheadline: La stagione comincia il 3 marzo\n---\n\nBiglietti da 12 euro. Nuovo.\n\nLa prima è di Maria Bianchi. Il teatro apre **domani** alle 20.\n";
            stored = edition.State();
        }

        var complete = Completion.Of(stored, states[^1].History);
        var held = complete.Units.Concat(complete.Gone).SelectMany(u => u.Segments).SelectMany(s => s.Conflicts.Select(c => c.Target).Append(s.Target)).OfType<InlineContent>()
            .Select(c => c.PlainText).ToHashSet(StringComparer.Ordinal);
        foreach (var saved in states[^1].History.Where(Happening.IsEdit).GroupBy(e => (e.Unit, e.Segments)).Select(g => g.Last()))
            held.ShouldContain(PlaceholderText.Recall(saved.Target!, null).PlainText);
        // What only others changed is theirs.
        var again = Completion.Of(complete, states[^1].History);
        again.Version.ShouldBe(complete.Version);
        again.Gone.Length.ShouldBe(complete.Gone.Length);
    }

    [Fact]
    public void What_both_sides_changed_stands_side_by_side_and_somebody_settles_it()
    {
        using var edition = new SomeEdition();
        var saved = Save(edition.State(), Anna, "Bianchi", "By Maria Bianchi.");
        var (name, _) = Sentence(saved, "Bianchi");
        var outside = Save(edition.State(), Ken, "Bianchi", "Written by M. Bianchi.");
        var complete = Completion.Of(edition.Stored(outside), saved.History);
        var segment = complete.Sentence(name)!;
        segment.Target!.ToString().ShouldBe("Written by M. Bianchi.");
        segment.Conflicts.ShouldHaveSingleItem().ShouldSatisfyAllConditions(c => c.Target.ToString().ShouldBe("By Maria Bianchi."), c => c.Provenance!.Maker.ShouldBe("Anna Rossi"));
        complete = edition.Stored(complete);
        edition.Rules.Review(complete, Ken, Noon, [Sentence(complete, "Bianchi")]).Refusal!.Code.ShouldBe("review.unsettled");
        var settled = After(complete, ReviewRules.Settle(complete, Ken, Noon, name, Sentence(complete, "Bianchi").Version, "By Maria Bianchi."));
        settled.Sentence(name).ShouldSatisfyAllConditions(s => s!.Conflicts.ShouldBeEmpty(), s => s!.Target!.ToString().ShouldBe("By Maria Bianchi."), s => s!.Provenance!.Maker.ShouldBe("Anna Rossi"));
    }

    [Fact]
    public void What_was_said_of_a_unit_before_others_changed_it_is_not_done_again()
    {
        using var edition = new SomeEdition();
        var saved = Save(edition.State(), Anna, "Bianchi", "By Maria Bianchi.");
        var (name, _) = Sentence(saved, "Bianchi");
        var unit = saved.Unit(name.Unit)!;
        var changed = unit with { Segments = unit.Segments.SetItem(name.Segment - 1, unit.Segments[name.Segment - 1] with { Target = InlineContent.Of("An editor's.") }) };
        var outside = saved with { Units = [.. saved.Units.Select(u => u.Id == unit.Id ? changed : u)] };
        ImmutableArray<HistoryEvent> history = [.. saved.History, new HistoryEvent(Noon, "PressKit", Happening.Changed, "") { Unit = unit.Id, From = Versions.Of(unit), Version = Versions.Of(changed) }];
        Completion.Of(outside, history).Version.ShouldBe(outside.Version);
    }

    /// <summary>What random people do in an edition, state after state.</summary>
    private static List<EditionState> Session(EditionState state, Random random, ReviewRules rules, bool cuts = true)
    {
        var states = new List<EditionState> { state };
        for (var step = 0; step < 25; step++)
        {
            var (sentences, by) = (Sentences(state), random.Next(2) == 0 ? Anna : Ken);
            var (name, version) = sentences[random.Next(sentences.Length)];
            var segment = state.Sentence(name)!;
            var decision = random.Next(cuts ? 8 : 6) switch
            {
                0 => rules.Review(state, by, Noon, [(name, version)]),
                1 => ReviewRules.Reject(state, by, Noon, name, version, "No."),
                2 => ReviewRules.Say(state, by, Noon, Happening.Commented, name, "Well."),
                6 => ReviewRules.Join(state, by, Noon, name, version),
                7 => ReviewRules.Split(state, by, Noon, name, version, FirstHalf(segment.Segment.Source), segment.Target is { } target ? FirstHalf(target) : null),
                _ => ReviewRules.Edit(state, by, Noon, name, version, Written(segment.Segment.Source, step)),
            };
            if (decision.Refusal is not null) continue;
            foreach (var happened in decision.Events) state = state.With(happened with { Id = FormattableString.Invariant($"s-{state.History.Length + 1}") }).State;
            states.Add(state);
        }

        return states;
    }

    private static string Written(InlineContent source, int step) =>
        FormattableString.Invariant($"Text {step} ") + string.Concat(source.Codes.Select(c => c.Spans ? $"<{c.Id}>in</{c.Id}>" : $"<{c.Id}/>")) + " end.";

    private static string FirstHalf(InlineContent content) => content.ToString().Split(' ') is var words ? string.Join(' ', words.Take(Math.Max(1, words.Length / 2))) : "";

    private static string Shown(TranslatedUnit unit) => unit.Id + string.Join('|', unit.Segments.Select(s => $"{s.Segment.Source}/{s.Segment.Space}/{s.Target}/{s.State}/{s.Provenance}/{s.Previous}"));
}
