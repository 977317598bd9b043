using PressKit.Editions.Reviewing;
using PressKit.Translation;
using static PressKit.Tests.Editions.Reviewing.SomeEdition;

namespace PressKit.Tests.Editions.Reviewing;

public sealed class ReviewRulesTests
{
    [Fact]
    public void Whoever_changes_what_was_reviewed_takes_that_back_and_the_event_says_so()
    {
        using var edition = new SomeEdition();
        var state = Save(edition.State(), Anna, "Bianchi", "The first is by Maria Bianchi.");
        state = After(state, edition.Rules.Review(state, Ken, Noon, [Sentence(state, "Bianchi")]));
        state.Sentence(Sentence(state, "Bianchi").Name).ShouldSatisfyAllConditions(
            s => s!.State.ShouldBe(SegmentState.Reviewed), s => s!.Provenance!.Maker.ShouldBe("Anna Rossi"), s => s!.Provenance!.Revised!.By.ShouldBe("Ken Sato"));
        state = Save(state, Anna, "Bianchi", "Maria Bianchi wrote the first.");
        state.Sentence(Sentence(state, "Bianchi").Name).ShouldSatisfyAllConditions(s => s!.State.ShouldBe(SegmentState.Translated), s => s!.Provenance!.Revised.ShouldBeNull());
        state.History[^1].Was.ShouldBe("reviewed");
    }

    [Theory]
    [InlineData("{ secondPerson: true }", true)]
    [InlineData("{}", false)]
    public void Nobody_reviews_their_own_work_where_a_second_person_is_asked_for(string review, bool isRefused)
    {
        using var edition = new SomeEdition(review);
        var state = Save(edition.State(), Anna, "Bianchi", "The first is by Maria Bianchi.");
        var own = edition.Rules.Review(state, Anna with { Name = "anna rossi " }, Noon, [Sentence(state, "Bianchi")]);
        own.Refusal?.Code.ShouldBe("review.own-work");
        (own.Refusal is not null).ShouldBe(isRefused);
        edition.Rules.Review(state, Ken, Noon, [Sentence(state, "Bianchi")]).Refusal.ShouldBeNull();
    }

    [Fact]
    public void Whoever_takes_a_machines_text_over_answers_for_it_and_is_not_its_maker()
    {
        using var edition = new SomeEdition("{ secondPerson: true }");
        var state = edition.State();
        var (name, _) = Sentence(state, "Bianchi");
        var machine = new Provenance(Origin.Machine, "DeepL", null, Noon);
        state = state with { Units = [.. state.Units.Select(u => u.Id != name.Unit ? u : u with { Segments = [.. u.Segments.Select((s, i) => i != name.Segment - 1 ? s : s with { Target = InlineContent.Of("By Bianchi."), Provenance = machine })] })] };
        state = Save(state, Anna, "Bianchi", "By Bianchi.");
        state.Sentence(name).ShouldSatisfyAllConditions(s => s!.State.ShouldBe(SegmentState.Translated), s => s!.Provenance!.Maker.ShouldBe("DeepL"), s => s!.Provenance!.Revised!.By.ShouldBe("Anna Rossi"));
        edition.Rules.Review(state, Anna, Noon, [Sentence(state, "Bianchi")]).Refusal!.Code.ShouldBe("review.own-work");
        Save(state, Anna, "Bianchi", "It is by Bianchi.").Sentence(name)!.Provenance.ShouldBe(new Provenance(Origin.Author, "Anna Rossi", null, Noon) { Method = "edited from DeepL" });
    }

    [Fact]
    public void A_role_is_enough_or_the_wish_is_refused()
    {
        using var edition = new SomeEdition();
        var state = Save(edition.State(), Anna, "Bianchi", "By Bianchi.");
        var (name, version) = Sentence(state, "Bianchi");
        Reviewer reader = new("Eva", ReviewRole.Reader), translator = new("Ugo", ReviewRole.Translator);
        ReviewRules.Edit(state, reader, Noon, name, version, "x").Refusal!.Code.ShouldBe("review.not-allowed");
        ReviewRules.Say(state, reader, Noon, Happening.Asked, name, "Who is she?").Refusal.ShouldBeNull();
        edition.Rules.Review(state, translator, Noon, [(name, version)]).Refusal!.Code.ShouldBe("review.not-allowed");
        ReviewRules.MayApprove(state, translator, state.Version)!.Code.ShouldBe("review.not-allowed");
        ReviewRules.MayApprove(state, Ken, state.Version).ShouldBeNull();
        ReviewRules.MayApprove(state, Ken, "another").ShouldNotBeNull().Code.ShouldBe("review.outdated");
    }

    [Fact]
    public void A_refused_sentence_keeps_its_edition_from_being_signed_off_until_somebody_changes_or_approves_it()
    {
        using var edition = new SomeEdition();
        var state = Save(edition.State(), Anna, "Bianchi", "By Bianchi.");
        var (name, version) = Sentence(state, "Bianchi");
        ReviewRules.Reject(state, Ken, Noon, name, version, " ").Refusal!.Code.ShouldBe("review.says-nothing");
        state = After(state, ReviewRules.Reject(state, Ken, Noon, name, version, "Her first name is missing."));
        ReviewRules.MayApprove(state, Ken, state.Version)!.Code.ShouldBe("review.rejected");
        var changed = Save(state, Anna, "Bianchi", "By Maria Bianchi.");
        ReviewRules.MayApprove(changed, Ken, changed.Version).ShouldBeNull();
        var approved = After(state, edition.Rules.Review(state, Ken, Noon, [Sentence(state, "Bianchi")]));
        ReviewRules.MayApprove(approved, Ken, approved.Version).ShouldBeNull();
    }

    [Fact]
    public void A_sentence_is_cut_in_both_languages_and_joined_again()
    {
        using var edition = new SomeEdition();
        var state = Save(edition.State(), Anna, "domani", "The theatre opens <1>tomorrow</1>, at eight.");
        var before = state.Version;
        var (name, version) = Sentence(state, "domani");
        ReviewRules.Split(state, Anna, Noon, name, version, "Il teatro apre <1>do", "The theatre").Refusal!.Code.ShouldBe("review.cannot-cut");
        ReviewRules.Split(state, Anna, Noon, name, version, "Il teatro apre", "The theatre opens <1>tomorrow</1>").Refusal!.Code.ShouldBe("review.cannot-cut");
        state = After(state, ReviewRules.Split(state, Anna, Noon, name, version, "Il teatro apre <1>domani</1>", "The theatre opens <1>tomorrow</1>,"));
        state.Unit(name.Unit)!.Segments.Take(2).Select(s => $"{s.Segment.Source}|{s.Segment.Space}|{s.Target}")
            .ShouldBe(["Il teatro apre <1>domani</1>| |The theatre opens <1>tomorrow</1>,", "alle 20.| |at eight."]);
        // The file keeps the cut, and a build goes by it.
        state = edition.Stored(state);
        state.Unit(name.Unit)!.Segments.Length.ShouldBe(4);
        state = After(state, ReviewRules.Join(state, Anna, Noon, name, Sentence(state, "domani").Version));
        state.Version.ShouldBe(before);
    }

    [Fact]
    public void An_earlier_text_comes_back()
    {
        using var edition = new SomeEdition();
        var state = Save(Save(edition.State(), Anna, "Bianchi", "One."), Ken, "Bianchi", "Two.");
        var (name, version) = Sentence(state, "Bianchi");
        state = After(state, ReviewRules.Revert(state, Anna, Noon, name, version, state.History[0].Id!));
        state.Sentence(name)!.Target!.ToString().ShouldBe("One.");
        state.History[^1].ShouldSatisfyAllConditions(e => e.Event.ShouldBe(Happening.Reverted), e => e.Of.ShouldBe(state.History[0].Id));
    }

    [Fact]
    public void Words_are_replaced_in_texts_and_never_in_codes()
    {
        using var edition = new SomeEdition();
        var state = Save(Save(edition.State(), Anna, "domani", "Theatres: the Theatre opens <1>tomorrow</1>."), Anna, "Bianchi", "theatre 1");
        new WordSearch("Theatre", "Playhouse") { WholeWords = true }.In(state).ShouldHaveSingleItem().After.ShouldBe("Theatres: the Playhouse opens <1>tomorrow</1>.");
        new WordSearch("theatre", "<2/>") { MatchCase = false }.In(state).Select(r => r.After).ShouldBe(["<<2/>s: the <<2/> opens <1>tomorrow</1>.", "<<2/> 1"]);
        new WordSearch("1", "9").In(state).ShouldHaveSingleItem().After.ShouldBe("theatre 9");
    }

    [Theory]
    [InlineData("  ", "review.empty")]
    [InlineData("<7/>", "codes.unknown")]
    public void A_text_that_is_none_is_refused(string text, string code)
    {
        using var edition = new SomeEdition();
        var state = edition.State();
        var (name, version) = Sentence(state, "Bianchi");
        ReviewRules.Edit(state, Anna, Noon, name, version, text).Refusal!.Code.ShouldBe(code);
        ReviewRules.Edit(state, Anna, Noon, name with { Segment = 99 }, version, "x").Refusal!.Code.ShouldBe("review.no-sentence");
        ReviewRules.Edit(state, Anna, Noon, name, version, new string('x', 20_001)).Refusal!.Code.ShouldBe("review.too-long");
    }
}
