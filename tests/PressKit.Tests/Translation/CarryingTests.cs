using System.Collections.Immutable;
using PressKit.Testing;
using PressKit.Translation;

namespace PressKit.Tests.Translation;

/// <summary>Units are written as their sentences, separated by <c>|</c>; a stored sentence and its translation by <c>=</c>.</summary>
public sealed class CarryingTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 9, 30, 0, TimeSpan.Zero);

    [Fact]
    public void What_did_not_change_is_the_stored_one_itself()
    {
        var stored = Stored(["Uno.=One.", "Due.=Two."]);
        Carrying.Of([.. stored.Units.Select(u => u.Unit)], stored).ShouldBe((stored.Units, stored.Gone));
    }

    [Theory]
    [InlineData("Uno sei.=One.|Due sei.=Two.|Tre sei.=Three.", "Uno sei. / Due sei.|Tre sei.", "One. / Two.|Three.")]
    [InlineData("Uno sei.=One. / Due sei.=Two.|Tre sei.=Three.", "Uno sei.|Due sei.|Tre sei.", "One.|Two.|Three.")]
    [InlineData("Uno sei.=One. / Due sei.=Two. / Tre sei.=Three.", "Tre sei. / Uno sei. / Due sei.", "Three. / One. / Two.")]
    [InlineData("Uno sei.=One.|Due sei.=Two.", "Due sei.|Nuovo e altro.|Uno sei.", "Two.|-|One.")]
    public void Sentences_keep_their_translations_when_paragraphs_are_split_merged_and_moved(string stored, string present, string expected)
    {
        var (units, gone) = Carrying.Of(Units(present), Stored(stored.Split(" / ")));
        Show(units).ShouldBe(expected);
        units.SelectMany(u => u.Segments).Where(s => s.Target is not null).ShouldAllBe(s => s.State == SegmentState.Final && s.Provenance!.Maker == "Zoë");
        gone.ShouldBeEmpty();
    }

    [Fact]
    public void A_sentence_that_was_edited_has_its_own_earlier_translation_as_the_suggestion()
    {
        var unit = Carrying.Of(Units("Uno e due.|Il premio vale duemila euro."), Stored(["Uno e due.=One.|Il premio vale mille euro.=A thousand."])).Units[0];
        unit.Segments.Select(s => s.Target?.PlainText).ShouldBe(["One.", null]);
        unit.Segments.Select(s => s.Previous?.Target.PlainText).ShouldBe([null, "A thousand."]);
    }

    [Fact]
    public void Sentences_joined_in_one_have_both_translations_as_the_suggestion()
    {
        var unit = Carrying.Of(Units("Il festival apre <em1>lunedì</em1> e il premio vale <st2>mille</st2> euro."),
            Stored(["Il festival apre <em1>lunedì</em1>.=It opens <em1>on Monday</em1>.|Il premio vale <st2>mille</st2> euro.=The prize is <st2>a thousand</st2>."])).Units[0];
        Inline.Show(unit.Segments[0].Previous!.Target).ShouldBe("It opens <em1>on Monday</em1>. The prize is <st2>a thousand</st2>.");
    }

    [Fact]
    public void Codes_are_the_present_ones_with_their_present_numbers_and_addresses()
    {
        var stored = Stored(["Leggi <a1>qui</a1> ora.=Read <a1>here</a1> now.|Vedi <a2>là</a2> poi.=See <a2>there</a2> then."]);
        var link = new InlineCode(1, CodeKind.Link, "[", "](https://elsewhere.example)");
        var content = InlineContent.Of([Piece.Run("Vedi "), Piece.Open(link), Piece.Run("là"), Piece.Close(link), Piece.Run(" poi.")]);
        var (units, _) = Carrying.Of([new Unit("u", UnitRole.Paragraph, [new Segment(content)])], stored);
        units[0].Segments[0].Target.ShouldBe(InlineContent.Of([Piece.Run("See "), Piece.Open(link), Piece.Run("there"), Piece.Close(link), Piece.Run(" then.")]));
    }

    [Fact]
    public void What_a_person_translated_is_parked_when_it_is_gone_and_comes_back_with_the_sentence()
    {
        var stored = Stored(["Uno sei.=One.", "Due sei.=Two."]);
        var (units, gone) = Carrying.Of(Units("Uno sei."), stored);
        gone.ShouldHaveSingleItem().Segments.ShouldHaveSingleItem().Target!.PlainText.ShouldBe("Two.");
        gone[0].Id.ShouldEndWith("." + stored.Units[1].Id);
        var (later, rest) = Carrying.Of(Units("Due sei. / Uno sei."), stored with { Units = units, Gone = gone });
        Show(later).ShouldBe("Two. / One.");
        later[0].Segments[0].ShouldBe(stored.Units[1].Segments[0]);
        rest.ShouldBeEmpty();
    }

    [Fact]
    public void What_a_person_translated_comes_back_when_an_edit_is_taken_back()
    {
        var stored = Stored(["Il premio vale mille euro.=A thousand."]);
        var (units, gone) = Carrying.Of(Units("Il premio vale duemila euro."), stored);
        var drafted = stored with { Units = [units[0] with { Segments = [Machine(units[0].Segments[0], "Two thousand.")] }], Gone = gone };
        var (back, rest) = Carrying.Of(Units("Il premio vale mille euro."), drafted);
        back[0].Segments[0].ShouldBe(stored.Units[0].Segments[0]);
        rest.ShouldBeEmpty();
    }

    [Fact]
    public void A_machines_draft_is_not_parked()
    {
        var stored = Stored(["Uno sei.=One.", "Due sei.=Two."]);
        stored = stored with { Units = [.. stored.Units.Select(u => u with { Segments = [Machine(u.Segments[0], "x")] })] };
        Carrying.Of(Units("Uno sei."), stored).Gone.ShouldBeEmpty();
    }

    [Fact]
    public void A_repetition_gets_the_translation_but_not_the_approval()
    {
        var (units, _) = Carrying.Of(Units("Uno sei. / Due sei. / Uno sei."), Stored(["Uno sei.=One.", "Due sei.=Two."]));
        Show(units).ShouldBe("One. / Two. / One.");
        units.Select(u => u.Segments[0].State).ShouldBe([SegmentState.Final, SegmentState.Final, SegmentState.Translated]);
    }

    [Fact]
    public void Where_equal_sentences_have_several_translations_an_uncertain_one_gets_none()
    {
        var stored = Stored(["Roma.=Rome.", "Sì.=Yes.", "Bari.=Bari.", "Sì.=Right.", "Pisa.=Pisa."]);
        var (units, gone) = Carrying.Of(Units("Roma. / Sì. / Pisa."), stored);
        Show(units).ShouldBe("Rome. / - / Pisa.");
        units[1].Segments[0].Previous!.Target.PlainText.ShouldBe("Yes.");
        gone.Select(u => u.Segments[0].Target!.PlainText).ShouldBe(["Yes.", "Bari.", "Right."]);
    }

    [Fact]
    public void Where_equal_sentences_have_one_translation_it_is_certain()
    {
        var stored = Stored(["Roma.=Rome.", "Sì.=Yes.", "Bari.=Bari.", "Sì.=Yes.", "Pisa.=Pisa."]);
        Show(Carrying.Of(Units("Roma. / Sì. / Pisa."), stored).Units).ShouldBe("Rome. / Yes. / Pisa.");
    }

    [Fact]
    public void A_unit_that_other_rules_cut_keeps_its_translation_as_it_was_cut()
    {
        var stored = Stored(["Il sig.=Mr.|Rossi parla.=Rossi speaks.", "Fine.=The end."]);
        var (units, _) = Carrying.Of(Units("Nuovo e altro. / Il sig. Rossi parla. / Fine."), stored);
        Show(units).ShouldBe("- / Mr.|Rossi speaks. / The end.");
    }

    [Fact]
    public void A_headline_is_not_a_summary()
    {
        var stored = Stored(["Uno sei.=One."]);
        stored = stored with { Units = [stored.Units[0] with { Id = "headline", Role = UnitRole.Field }] };
        var (units, gone) = Carrying.Of([Units("Uno sei.")[0] with { Id = "summary", Role = UnitRole.Field }], stored);
        units[0].Segments[0].Target.ShouldBeNull();
        units[0].Segments[0].Previous!.Target.PlainText.ShouldBe("One.");
        gone.ShouldHaveSingleItem().Id.ShouldEndWith(".headline");
    }

    [Fact]
    public void A_translation_with_a_code_of_another_sentence_moves_only_with_its_unit()
    {
        var stored = Stored(["Uno <em1>sei</em1>.=One.|Due sei.=<em1>Two</em1>.", "Fine.=The end."]);
        var whole = Carrying.Of([Units("Fine.")[0], stored.Units[0].Unit with { Id = "u9" }], stored).Units;
        Show(whole).ShouldBe("The end. / One.|Two.");
        var apart = Carrying.Of(Units("Due sei."), stored).Units[0].Segments[0];
        (apart.Target, Inline.Show(apart.Previous!.Target)).ShouldBe((null, "Two."));
    }

    private static ImmutableArray<Unit> Units(string text) => [.. text.Split(" / ").Select((u, i) => Unit($"n{i}", u))];

    private static Unit Unit(string id, string text)
    {
        var sentences = text.Split('|');
        return new Unit(id, UnitRole.Paragraph, [.. sentences.Select((s, i) => new Segment(Inline.Parse(s), i < sentences.Length - 1 ? " " : ""))]);
    }

    private static StoredTranslation Stored(string[] units) => new("it.md", "r1", Language.Parse("it"), Language.Parse("en"),
    [
        .. units.Select((text, i) =>
        {
            var pairs = text.Split('|').Select(p => p.Split('=')).ToArray();
            var unit = Unit($"u{i}", string.Join('|', pairs.Select(p => p[0])));
            return new TranslatedUnit(unit.Id, unit.Role, [.. unit.Segments.Zip(pairs, (s, p) =>
                new SegmentTranslation(s, Inline.Parse(p[1]), SegmentState.Final, new Provenance(Origin.Author, "Zoë", null, Now)))]);
        }),
    ]);

    private static SegmentTranslation Machine(SegmentTranslation segment, string target) =>
        segment with { Target = InlineContent.Of(target), State = SegmentState.Initial, Provenance = new Provenance(Origin.Machine, "Upper", null, Now) };

    private static string Show(IEnumerable<TranslatedUnit> units) =>
        string.Join(" / ", units.Select(u => string.Join('|', u.Segments.Select(s => s.Target?.PlainText ?? "-"))));
}
