using System.Runtime.CompilerServices;
using Microsoft.Extensions.Time.Testing;
using PressKit.Testing;
using PressKit.Translation;

namespace PressKit.Tests.Translation;

public sealed class DraftingTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 9, 30, 0, TimeSpan.Zero);
    private readonly FakeTimeProvider _time = new(Now);
    private readonly Problems _problems = new();

    [Fact]
    public async Task A_new_document_is_drafted_whole()
    {
        var draft = await DraftAsync([new Upper()], null, Unit("u1", "Uno. ", "Due."), Unit("u2", "Tre."));
        Targets(draft).ShouldBe(["u1: UNO.  / DUE.", "u2: TRE."]);
        draft.Translation.Revision.ShouldBe("r2");
        draft.Translation.Units[0].Segments[0].State.ShouldBe(SegmentState.Initial);
        draft.Translation.Units[0].Segments[0].Provenance.ShouldBe(new Provenance(Origin.Machine, "Upper 1.0", "it-en", Now));
        (draft.Drafted, draft.Missing, draft.Failure).ShouldBe((3, 0, null));
    }

    [Fact]
    public async Task Where_nothing_is_missing_no_service_is_even_asked_for_its_route()
    {
        var stored = (await DraftAsync([new Upper()], null, Unit("u1", "Uno."))).Translation;
        var draft = await DraftAsync([new Unreachable()], stored, Unit("u1", "Uno."));
        draft.Translation.ShouldBeSameAs(stored);
        _problems.All.ShouldBeEmpty();
    }

    [Fact]
    public async Task Of_units_that_are_not_to_be_sent_a_service_sees_nothing_not_even_around_others()
    {
        var upper = new Upper();
        var request = Request(null, Unit("headline", "Segreto."), Unit("u1", "Uno."), Unit("events.1.reason", "Due."), Unit("u2", "Tre.")) with { Only = ["events.1.reason"] };
        var draft = await new Drafting([upper], new([]), _time).DraftAsync(request, _problems, CancellationToken.None);

        upper.Sent.ShouldBe(["Due."]);
        upper.Batches.ShouldHaveSingleItem().Headline.ShouldBe("");
        upper.Batches[0].Contexts.ShouldBe([new SegmentContext("", "")]);
        Targets(draft).ShouldContain("events.1.reason: DUE.");
        draft.Missing.ShouldBe(3);
    }

    [Fact]
    public async Task Equal_segments_are_sent_once()
    {
        var upper = new Upper();
        var draft = await DraftAsync([upper], null, Unit("u1", "Uno."), Unit("u2", "Uno."), Unit("u3", "Due."));
        upper.Sent.ShouldBe(["Uno.", "Due."]);
        Targets(draft).ShouldBe(["u1: UNO.", "u2: UNO.", "u3: DUE."]);
    }

    [Theory]
    [InlineData(SegmentState.Initial)]
    [InlineData(SegmentState.Translated)]
    [InlineData(SegmentState.Reviewed)]
    [InlineData(SegmentState.Final)]
    public async Task A_unit_whose_source_is_unchanged_keeps_what_is_stored(SegmentState state)
    {
        var kept = Translated("u1", "Uno.", "One, by a person.", state);
        var draft = await DraftAsync([new Upper()], Stored(kept), Unit("u1", "Uno."), Unit("u2", "Due."));
        draft.Translation.Units[0].ShouldBeSameAs(kept);
        Targets(draft).ShouldBe(["u1: One, by a person.", "u2: DUE."]);
    }

    [Fact]
    public async Task What_a_person_translated_stays_as_the_suggestion_however_often_the_source_changes()
    {
        var first = (await DraftAsync([new Upper()], Stored(Translated("u1", "Il primo testo.", "By a person.", SegmentState.Final)),
            Unit("u2", "Il primo testo qui."))).Translation;
        var second = (await DraftAsync([new Upper()], first, Unit("u3", "Il primo testo qui."))).Translation;
        var third = await DraftAsync([new Upper()], second, Unit("u4", "Il primo testo di qui."));
        third.Translation.Units.Single().Segments[0].Previous!.Target.PlainText.ShouldBe("By a person.");
    }

    [Theory]
    [InlineData("u1")]
    [InlineData("another")]
    public async Task What_a_person_translated_stays_as_the_suggestion_when_its_source_changes(string id)
    {
        var stored = Stored(Translated("u1", "Il festival apre lunedì.", "The festival opens on Monday.", SegmentState.Final));
        var unit = (await DraftAsync([new Upper()], stored, Unit(id, "Il festival apre martedì."))).Translation.Units.ShouldHaveSingleItem();
        unit.Segments[0].Target!.PlainText.ShouldBe("IL FESTIVAL APRE MARTEDÌ.");
        unit.Segments[0].State.ShouldBe(SegmentState.Initial);
        unit.Segments[0].Previous.ShouldBe(new PreviousTranslation(
            InlineContent.Of("Il festival apre lunedì."), InlineContent.Of("The festival opens on Monday.")));
    }

    [Fact]
    public async Task A_sentence_that_a_change_did_not_touch_keeps_its_translation()
    {
        var kept = new SegmentTranslation(new Segment(InlineContent.Of("Uno.")), InlineContent.Of("One."), SegmentState.Final, null);
        var changed = new SegmentTranslation(new Segment(InlineContent.Of("Due e tre.")), InlineContent.Of("Two."), SegmentState.Final, null);
        var draft = await DraftAsync([new Upper()], Stored(new TranslatedUnit("u1", UnitRole.Paragraph, [kept, changed])), Unit("u1", "Uno.", "Due e quattro."));
        Targets(draft).ShouldBe(["u1: One. / DUE E QUATTRO."]);
        draft.Translation.Units[0].Segments[0].State.ShouldBe(SegmentState.Final);
        draft.Translation.Units[0].Segments[1].Previous.ShouldBe(new PreviousTranslation(InlineContent.Of("Due e tre."), InlineContent.Of("Two.")));
    }

    [Fact]
    public async Task A_unit_that_is_gone_goes_without_a_call()
    {
        var stored = Stored(Translated("u1", "Uno.", "One.", SegmentState.Final), Translated("u2", "Due.", "Two.", SegmentState.Final));
        var draft = await DraftAsync([new Unreachable()], stored, Unit("u2", "Due."));
        Targets(draft).ShouldBe(["u2: Two."]);
        draft.Translation.Gone.ShouldHaveSingleItem().Segments.ShouldHaveSingleItem().Target!.PlainText.ShouldBe("One.");
        draft.Translation.Revision.ShouldBe("r2");
    }

    [Fact]
    public async Task A_service_that_dies_in_the_middle_takes_nothing_with_it()
    {
        var units = Enumerable.Range(0, 5).Select(i => Unit($"u{i}", $"Frase {(char)('a' + i)}.")).ToArray();
        var draft = await DraftAsync([new Upper { DiesAfter = 2 }], null, units);
        draft.Drafted.ShouldBe(2);
        draft.Missing.ShouldBe(3);
        draft.Failure!.ToString().ShouldBe("upper: 2026/mostra in en: It died. Mend it.");
        draft.Translation.Units.Count(u => u.IsComplete).ShouldBe(2);
        var next = new Upper();
        var second = await DraftAsync([next], draft.Translation, units);
        next.Sent.Count.ShouldBe(3);
        second.Translation.Units.ShouldAllBe(u => u.IsComplete);
        second.Translation.Units[0].ShouldBeSameAs(draft.Translation.Units[0]);
    }

    [Fact]
    public async Task When_it_is_stopped_what_is_finished_is_kept()
    {
        using var stop = new CancellationTokenSource();
        var upper = new Upper { After = sent => { if (sent == 1) stop.Cancel(); } };
        var draft = await new Drafting([upper], [], _time)
            .DraftAsync(Request(null, Unit("u1", "Uno."), Unit("u2", "Due.")), _problems, stop.Token);
        (draft.Drafted, draft.Missing).ShouldBe((1, 1));
        draft.Failure!.CanRetry.ShouldBeTrue();
    }

    [Fact]
    public async Task Where_a_service_fails_the_next_takes_over_and_a_warning_says_so()
    {
        var draft = await DraftAsync([new Upper { DiesAfter = 1 }, new Upper()], null, Unit("u1", "Uno."), Unit("u2", "Due."));
        draft.Failure.ShouldBeNull();
        Targets(draft).ShouldBe(["u1: UNO.", "u2: DUE."]);
        _problems.All.ShouldHaveSingleItem().Code.ShouldBe("translation.service-failed");
    }

    [Fact]
    public async Task A_document_of_which_nothing_could_be_drafted_stays_as_it_is_stored()
    {
        var stored = Stored(Translated("u1", "Uno due tre.", "One.", SegmentState.Final));
        var draft = await DraftAsync([new Unreachable()], stored, Unit("u1", "Uno due quattro."));
        draft.Translation.ShouldBeSameAs(stored);
        draft.Failure!.Service.ShouldBe("unreachable");
        draft.Missing.ShouldBe(1);
    }

    [Fact]
    public async Task A_language_that_no_service_knows_has_no_route()
    {
        var draft = await DraftAsync([new Upper { Knows = "fr" }], null, Unit("u1", "Uno."), Unit("u2", "2026"));
        (draft.HasNoRoute, draft.Missing).ShouldBe((true, 2));
        draft.Failure.ShouldBeNull();
        _problems.All.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_text_without_a_word_needs_no_route() =>
        (await DraftAsync([new Upper { Knows = "fr" }], null, Unit("u1", "2026"))).HasNoRoute.ShouldBeFalse();

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    public async Task A_segment_that_comes_back_empty_stays_without_a_target(string? answer)
    {
        var draft = await DraftAsync([new Upper { Answer = s => answer is null ? null : InlineContent.Of(answer) }], null, Unit("u1", "Uno."));
        draft.Missing.ShouldBe(1);
        _problems.All.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            p => p.Code.ShouldBe("translation.failed"), p => p.Place.File.ShouldBe("en.xlf"), p => p.Message.ShouldContain("u1"));
    }

    [Fact]
    public async Task Names_never_reach_the_service_and_always_the_page()
    {
        Term[] glossary = [SomeTerm.Name("Kling AI")];
        var upper = new Upper();
        var draft = await DraftAsync([upper], null, glossary, Unit("u1", "Il premio Kling AI apre.", "Kling AI"));
        upper.Sent.ShouldBe(["Il premio <1/> apre."]);
        Targets(draft).ShouldBe(["u1: IL PREMIO Kling AI APRE. / Kling AI"]);
        draft.Translation.Units[0].Segments[1].Provenance.ShouldBeNull();
    }

    [Fact]
    public async Task A_name_that_a_service_lost_is_put_back_and_reported()
    {
        Term[] glossary = [SomeTerm.Name("Kling AI")];
        var draft = await DraftAsync([new Upper { Answer = _ => InlineContent.Of("The prize opens.") }], null, glossary, Unit("u1", "Il premio Kling AI apre."));
        Targets(draft).ShouldBe(["u1: The prize Kling AI opens."]);
        _problems.All.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            p => p.Code.ShouldBe("translation.code-restored"), p => p.Message.ShouldContain("Kling AI"));
    }

    [Fact]
    public async Task A_lost_link_around_a_name_goes_around_the_name()
    {
        Term[] glossary = [SomeTerm.Name("Kling AI")];
        var unit = new Unit("u1", UnitRole.Paragraph, [new Segment(Inline.Parse("Il premio <a1>Kling AI</a1> apre."))]);
        var draft = await DraftAsync([new Upper { Answer = s => InlineContent.Of(s.Where(p => p.Kind is PieceKind.Text or PieceKind.Alone)) }], null, glossary, unit);
        Inline.Show(draft.Translation.Units[0].Segments[0].Target!).ShouldBe("Il premio <a1>Kling AI</a1> apre.");
    }

    [Fact]
    public async Task Formatting_that_was_lost_is_reported()
    {
        var unit = new Unit("u1", UnitRole.Paragraph, [new Segment(Inline.Parse("Il <em1>premio</em1> apre."))]);
        var draft = await DraftAsync([new Upper { Answer = _ => InlineContent.Of("The prize opens.") }], null, unit);
        Targets(draft).ShouldBe(["u1: The prize opens."]);
        _problems.All.ShouldHaveSingleItem().Code.ShouldBe("translation.code-dropped");
    }

    [Theory]
    [InlineData(" Uno. ", "One.", " One. ")]
    [InlineData("Uno.", " One.\n", "One.")]
    [InlineData("\u00a0<em1> Uno </em1>", "<em1>One</em1>", "\u00a0<em1>One</em1>")]
    [InlineData("<em1>Uno</em1>", "  <em1>One</em1> ", "<em1>One</em1>")]
    [InlineData("Uno <em1>due</em1> tre", "One  <em1> two </em1> three", "One <em1>two</em1> three")]
    [InlineData("Uno  due", "One  two", "One  two")]
    public async Task White_space_is_the_sources(string source, string answer, string target)
    {
        var unit = new Unit("u1", UnitRole.Paragraph, [new Segment(Inline.Parse(source))]);
        var draft = await DraftAsync([new Upper { Answer = _ => Inline.Parse(answer) }], null, unit);
        Inline.Show(draft.Translation.Units[0].Segments[0].Target!).ShouldBe(target);
    }

    [Fact]
    public async Task A_service_gets_the_headline_the_sentences_around_and_the_terms_of_the_language()
    {
        var upper = new Upper();
        Term[] glossary = [SomeTerm.In("it", "mostra"), SomeTerm.In("en", "show")];
        await DraftAsync([upper], null, glossary, Unit("headline", "La mostra"), Unit("u1", "Uno.", "Due."), Unit("u2", "Uno."));
        var batch = upper.Batches.ShouldHaveSingleItem();
        batch.Headline.ShouldBe("La mostra");
        batch.Contexts.ShouldBe([new SegmentContext("", "Uno."), new SegmentContext("La mostra", "Due."), new SegmentContext("Uno.", "Uno.")]);
        batch.Terms.ShouldBe([glossary[0]]);
    }

    [Fact]
    public async Task What_a_service_refuses_goes_to_a_person_and_to_no_other_service()
    {
        var next = new Upper();
        var draft = await DraftAsync([new Upper { Refuses = s => s.PlainText == "Due." ? "its content filter stopped it" : null }, next], null, Unit("u1", "Uno."), Unit("u2", "Due."));
        Targets(draft).ShouldBe(["u1: UNO.", "u2: -"]);
        next.Sent.ShouldBeEmpty();
        var problem = _problems.All.ShouldHaveSingleItem();
        problem.Code.ShouldBe("translation.refused");
        problem.Message.ShouldBe("Unit u2: upper refuses to translate “Due.”: its content filter stopped it.");
    }

    [Fact]
    public async Task A_plan_counts_what_would_be_sent()
    {
        var drafting = new Drafting([], [], _time);
        var units = new[] { Unit("u1", "Uno. "), Unit("u2", "Due 👍."), Unit("u3", "Due 👍."), Unit("u4", "2026") };
        drafting.Plan(Request(null, units)).ShouldBe(new DraftPlan(2, 11));
        var stored = (await DraftAsync([new Upper()], null, units)).Translation;
        drafting.Plan(Request(stored, units)).ShouldBe(new DraftPlan(0, 0));
    }

    private Task<Draft> DraftAsync(ITranslator[] translators, StoredTranslation? stored, params Unit[] units) =>
        DraftAsync(translators, stored, [], units);

    private Task<Draft> DraftAsync(ITranslator[] translators, StoredTranslation? stored, Term[] glossary, params Unit[] units) =>
        new Drafting([.. translators], [.. glossary], _time).DraftAsync(Request(stored, units), _problems, CancellationToken.None);

    private static DraftRequest Request(StoredTranslation? stored, params Unit[] units) => new(
        "2026/mostra", "en.xlf", "it.md", "r2", Language.Parse("it"), Language.Parse("en"), [.. units], stored);

    private static Unit Unit(string id, params string[] sentences) =>
        new(id, UnitRole.Paragraph, [.. sentences.Select(s => new Segment(InlineContent.Of(s)))]);

    private static TranslatedUnit Translated(string id, string source, string target, SegmentState state) => new(id, UnitRole.Paragraph,
        [new SegmentTranslation(new Segment(InlineContent.Of(source)), InlineContent.Of(target), state, new Provenance(Origin.Author, "Zoë", null, Now))]);

    private static StoredTranslation Stored(params TranslatedUnit[] units) =>
        new("it.md", "r1", Language.Parse("it"), Language.Parse("en"), [.. units]);

    private static IEnumerable<string> Targets(Draft draft) =>
        draft.Translation.Units.Select(u => $"{u.Id}: {string.Join(" / ", u.Segments.Select(s => s.Target is null ? "-" : Inline.Show(s.Target)))}");

    private sealed class Upper : ITranslator
    {
        public string Name => "upper";

        public string Knows { get; init; } = "en";

        public int DiesAfter { get; init; } = int.MaxValue;

        public Action<int> After { get; init; } = _ => { };

        public Func<InlineContent, InlineContent?> Answer { get; init; } = s => s.MapText(t => t.ToUpperInvariant());

        public Func<InlineContent, string?> Refuses { get; init; } = _ => null;

        public List<string> Sent { get; } = [];

        public List<TranslationBatch> Batches { get; } = [];

        public Task<TranslatorRoute?> RouteAsync(Language source, Language target, CancellationToken cancellation) =>
            Task.FromResult(target.Tag == Knows ? new TranslatorRoute("Upper 1.0", "it-en") : null);

        public async IAsyncEnumerable<TranslatorAnswer> TranslateAsync(TranslationBatch batch, [EnumeratorCancellation] CancellationToken cancellation)
        {
            await Task.CompletedTask;
            Batches.Add(batch);
            foreach (var segment in batch.Segments)
            {
                cancellation.ThrowIfCancellationRequested();
                if (Sent.Count >= DiesAfter) throw new TranslatorException(Name, "It died.", "Mend it.");
                Sent.Add(segment.ToString());
                yield return Refuses(segment) is { } reason ? new TranslatorAnswer(null, reason) : Answer(segment);
                After(Sent.Count);
            }
        }
    }

    private sealed class Unreachable : ITranslator
    {
        public string Name => "unreachable";

        public Task<TranslatorRoute?> RouteAsync(Language source, Language target, CancellationToken cancellation) =>
            throw new TranslatorException(Name, "It is not there.", "Start it.");

        public IAsyncEnumerable<TranslatorAnswer> TranslateAsync(TranslationBatch batch, CancellationToken cancellation) =>
            throw new TranslatorException(Name, "It is not there.", "Start it.");
    }
}
