using System.Text;
using PressKit.Translation;
using PressKit.Translation.Exchange;

namespace PressKit.Tests.Translation.Exchange;

public sealed class MergeTests
{
    public static TheoryData<ExchangeFormat> Formats => [ExchangeFormat.Xliff21, ExchangeFormat.Xliff12];

    [Theory]
    [MemberData(nameof(Formats))]
    public void What_only_the_file_changed_is_taken(ExchangeFormat format)
    {
        var desk = Some();
        var file = Text(desk.Export(format)).Replace(">The fair opens.<", ">The show opens.<", StringComparison.Ordinal);
        desk.Import(file)!.Taken.ShouldBe(1);
        desk.Shown().ShouldBe(["Translated The show opens.", "Initial It is <em1>free</em1>.", "-"]);
        desk.Segments().First().Provenance!.Maker.ShouldBe("Bea Verdi");
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void What_only_the_newsroom_changed_stays(ExchangeFormat format)
    {
        var desk = Some();
        var file = desk.Export(format);
        desk.Translate(0, 0, "The exhibition opens.");
        var before = desk.Stored;
        desk.Import(file)!.Translation.ShouldBeNull();
        desk.Stored.ShouldBeSameAs(before);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void A_file_that_comes_back_as_it_went_out_changes_nothing(ExchangeFormat format)
    {
        var desk = Some();
        desk.Import(desk.Export(format))!.ShouldSatisfyAllConditions(m => m.Translation.ShouldBeNull(), m => m.Conflicts.ShouldBeEmpty());
        desk.Problems.All.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void What_both_changed_stands_side_by_side_until_it_is_settled(ExchangeFormat format)
    {
        var desk = Some();
        var file = Text(desk.Export(format)).Replace(">The fair opens.<", ">The show opens.<", StringComparison.Ordinal);
        desk.Translate(0, 0, "The exhibition opens.");
        desk.Import(file)!.Conflicts.ShouldBe([new MergeConflict(desk.Units[0].Id, "La mostra apre.", "The exhibition opens.", "The show opens.")]);
        desk.Shown()[0].ShouldBe("Translated The exhibition opens. | or The show opens.");
        desk.Import(file)!.Translation.ShouldBeNull("the same conflict once more");
        desk.Shown()[0].ShouldBe("Translated The exhibition opens. | or The show opens.");
        var (ours, theirs) = (desk.Stored, desk.Stored);
        desk.Import(file, Take.Ours)!.Settled.ShouldBe(1);
        desk.Shown()[0].ShouldBe("Translated The exhibition opens.");
        desk.Stored = theirs;
        desk.Import(file, Take.Theirs).ShouldNotBeNull();
        desk.Shown()[0].ShouldBe("Translated The show opens.");
        desk.Stored = ours;
        desk.Import(PressKit.Translation.Xliff.XliffWriter.Write(ours!), Take.Theirs)!.Settled.ShouldBe(1);
        desk.Shown()[0].ShouldBe("Translated The show opens.");
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void What_both_changed_to_the_same_is_no_conflict(ExchangeFormat format)
    {
        var desk = Some();
        var file = Text(desk.Export(format)).Replace(">The fair opens.<", ">The show opens.<", StringComparison.Ordinal);
        desk.Translate(0, 0, "The show opens.", SegmentState.Reviewed);
        desk.Import(file)!.Translation.ShouldBeNull();
        desk.Shown()[0].ShouldBe("Reviewed The show opens.");
    }

    [Fact]
    public void A_machine_never_takes_a_persons_place()
    {
        var desk = Some();
        var file = Text(desk.Export()).Replace("state=\"translated\">\n        <source>La mostra apre.</source>\n        <target>The fair opens.", "state=\"initial\" subState=\"pk:mt\">\n        <source>La mostra apre.</source>\n        <target>The show opens.", StringComparison.Ordinal);
        desk.Import(file)!.Conflicts.ShouldHaveSingleItem();
        desk.Shown()[0].ShouldBe("Translated The fair opens. | or The show opens.");
    }

    [Fact]
    public void A_person_takes_the_place_of_a_machine_that_drafted_again_meanwhile()
    {
        var desk = Some();
        var file = Text(desk.Export()).Replace(">free</pc>", ">gratis</pc>", StringComparison.Ordinal);
        desk.Translate(0, 1, "It is at <em1>no cost</em1>.", SegmentState.Initial, "Other 2.0");
        desk.Import(file)!.Taken.ShouldBe(1);
        desk.Shown()[1].ShouldBe("Translated It is <em1>gratis</em1>.");
    }

    [Theory]
    [InlineData("reviewed", "Reviewed The fair opens.")]
    [InlineData("final", "Reviewed The fair opens.")]
    [InlineData("initial", "Translated The fair opens.")]
    public void A_file_raises_a_state_and_never_signs_off_or_lowers_it(string state, string shown)
    {
        var desk = Some();
        desk.Import(Text(desk.Export()).Replace("state=\"translated\"", $"state=\"{state}\"", StringComparison.Ordinal)).ShouldNotBeNull();
        desk.Shown()[0].ShouldBe(shown);
    }

    [Fact]
    public void What_is_changed_after_it_was_revised_has_to_be_revised_again()
    {
        var desk = Some();
        desk.Translate(0, 0, "The fair opens.", SegmentState.Final);
        desk.Import(Text(desk.Export()).Replace(">The fair opens.<", ">The show opens.<", StringComparison.Ordinal)).ShouldNotBeNull();
        desk.Shown()[0].ShouldBe("Translated The show opens.");
    }

    [Fact]
    public void What_was_revised_here_meanwhile_is_not_overwritten()
    {
        var desk = Some();
        var file = Text(desk.Export()).Replace(">The fair opens.<", ">The show opens.<", StringComparison.Ordinal);
        desk.Translate(0, 0, "The fair opens.", SegmentState.Reviewed);
        desk.Import(file)!.Conflicts.ShouldHaveSingleItem();
        desk.Shown()[0].ShouldBe("Reviewed The fair opens. | or The show opens.");
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void What_was_not_translated_is_taken_with_its_codes(ExchangeFormat format)
    {
        var desk = new Desk("Si veda <a1>il sito</a1> e <code2/>.");
        var file = Text(desk.Export(format));
        file = format == ExchangeFormat.Xliff12
            ? Replaced(file, "<target state=\"new\">Si veda <g id=\"1\" ctype=\"link\">il sito</g>", "<target state=\"new\">See <g id=\"1\" ctype=\"link\">the site</g>")
            : file.Replace("</source>\n      </segment>", "</source>\n        <target>See <pc id=\"1\">the site</pc> e <ph id=\"2\"/>.</target>\n      </segment>", StringComparison.Ordinal);
        desk.Import(file)!.Taken.ShouldBe(1);
        desk.Shown().ShouldBe(["Translated See <a1>the site</a1> e <code2/>."]);
        desk.Stored!.Units[0].Segments[0].Target!.Codes.ShouldBe(desk.Units[0].Source.Codes);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void A_file_made_from_an_older_source_finds_its_sentences(ExchangeFormat format)
    {
        var desk = new Desk("Uno apre. Due chiude alle sei di sera.", "Tre resta.", "Quattro va via.");
        var file = Text(desk.Export(format));
        foreach (var (source, target) in new[] { ("Uno apre.", "One opens."), ("Due chiude alle sei di sera.", "Two closes at six in the evening."), ("Tre resta.", "Three stays."), ("Quattro va via.", "Four leaves.") })
            file = Translated(file, format, source, target);
        desk.Write("Nuovo inizio.", "Tre resta.", "Uno apre.", "Due chiude alle otto di sera.");
        desk.Import(file)!.ShouldSatisfyAllConditions(m => m.Taken.ShouldBe(2), m => m.Suggestions.ShouldBe(1));
        desk.Shown().ShouldBe(["-", "Translated Three stays.", "Translated One opens.", "- | was Two closes at six in the evening."]);
        desk.Stored!.Gone.SelectMany(u => u.Segments).Select(s => s.Target!.PlainText).ShouldContain("Four leaves.");
        desk.Write("Nuovo inizio.", "Tre resta.", "Uno apre.", "Due chiude alle otto di sera.", "Quattro va via.");
        desk.Shown()[4].ShouldBe("Translated Four leaves.");
    }

    [Fact]
    public void Sentences_that_were_split_in_a_tool_come_back_whole()
    {
        var desk = new Desk("Uno apre, due chiude.");
        var file = Text(desk.Export()).Replace(
            "<segment id=\"s1\" state=\"initial\">\n        <source>Uno apre, due chiude.</source>\n      </segment>",
            "<segment id=\"s1\" state=\"translated\"><source>Uno apre,</source><target>One opens,</target></segment><ignorable><source> </source></ignorable><segment id=\"s9\" state=\"reviewed\"><source>due chiude.</source><target>two closes.</target></segment>",
            StringComparison.Ordinal);
        desk.Import(file)!.Taken.ShouldBe(1);
        desk.Shown().ShouldBe(["Translated One opens, two closes."]);
    }

    [Fact]
    public void Sentences_that_were_split_within_a_code_come_back_whole()
    {
        var desk = new Desk("Uno <em1>apre, due</em1> chiude.");
        var file = Text(desk.Export());
        var (start, end) = (file.IndexOf("<segment ", StringComparison.Ordinal), file.IndexOf("</segment>", StringComparison.Ordinal) + 10);
        file = string.Concat(file.AsSpan(0, start), """
            <segment id="s1" state="translated"><source>Uno <sc id="1" type="fmt" subType="xlf:i"/>apre,</source><target>One <sc id="1" type="fmt" subType="xlf:i"/>opens,</target></segment>
            <ignorable><source> </source></ignorable>
            <segment id="s2" state="reviewed"><source>due<ec startRef="1"/> chiude.</source><target>two<ec startRef="1"/> closes.</target></segment>
            """, file.AsSpan(end));
        desk.Import(file).ShouldNotBeNull(string.Join('\n', desk.Problems.All)).Taken.ShouldBe(1);
        desk.Shown().ShouldBe(["Translated One <em1>opens, two</em1> closes."]);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void A_conflict_is_settled_with_any_file_that_holds_it(ExchangeFormat format)
    {
        var desk = Some();
        var file = Text(desk.Export(format)).Replace(">The fair opens.<", ">The show opens.<", StringComparison.Ordinal);
        desk.Translate(0, 0, "The exhibition opens.");
        desk.Import(file).ShouldNotBeNull();
        desk.Import(desk.Export(format), Take.Ours)!.Settled.ShouldBe(1);
        desk.Shown()[0].ShouldBe("Translated The exhibition opens.");
    }

    [Fact]
    public void A_conflict_outlives_a_change_of_its_source()
    {
        var desk = Some();
        var file = Text(desk.Export()).Replace(">The fair opens.<", ">The show opens.<", StringComparison.Ordinal);
        desk.Translate(0, 0, "The exhibition opens.");
        desk.Import(file).ShouldNotBeNull();
        desk.Write("Chiude domani.", "La mostra apre. È <em1>gratis</em1>.");
        desk.Shown()[1].ShouldBe("Translated The exhibition opens. | or The show opens.");
        desk.Write("Chiude domani.");
        desk.Texts().ShouldContain("The exhibition opens.");
        desk.Texts().ShouldContain("The show opens.");
    }

    [Fact]
    public void A_translation_of_part_of_a_sentence_is_a_suggestion()
    {
        var desk = new Desk("Uno apre, due chiude.");
        var file = Text(desk.Export()).Replace(
            "<segment id=\"s1\" state=\"initial\">\n        <source>Uno apre, due chiude.</source>\n      </segment>",
            "<segment id=\"s1\" state=\"translated\"><source>Uno apre,</source><target>One opens,</target></segment><ignorable><source> </source></ignorable><segment id=\"s9\"><source>due chiude.</source></segment>",
            StringComparison.Ordinal);
        desk.Import(file)!.Suggestions.ShouldBe(1);
        desk.Shown().ShouldBe(["- | was One opens,"]);
    }

    [Theory]
    [InlineData("One opens. Two closes.", new[] { "Translated One opens.", "Translated Two closes.", "-" })]
    [InlineData("One opens while two closes.", new[] { "Translated One opens while two closes.", "-" })]
    public void Sentences_that_were_joined_in_a_tool_come_back(string target, string[] shown)
    {
        var desk = new Desk("Uno apre. Due chiude. Tre resta.");
        var file = Text(desk.Export()).Replace(
            "<segment id=\"s1\" state=\"initial\">\n        <source>Uno apre.</source>\n      </segment>\n      <ignorable>\n        <source> </source>\n      </ignorable>\n      <segment id=\"s2\" state=\"initial\">\n        <source>Due chiude.</source>\n      </segment>",
            $"<segment id=\"s1\" state=\"translated\"><source>Uno apre. Due chiude.</source><target>{target}</target></segment>", StringComparison.Ordinal);
        desk.Import(file)!.Taken.ShouldBePositive();
        desk.Shown().ShouldBe(shown);
        Should.NotThrow(() => PressKit.Translation.Xliff.XliffWriter.Write(desk.Stored!));
        var later = desk.Export();
        desk.Import(later)!.Translation.ShouldBeNull();
    }

    [Fact]
    public void Sentences_that_a_tool_marks_in_XLIFF_1_2_come_back_whole()
    {
        var desk = new Desk("Uno apre, due chiude.");
        var file = Text(desk.Export(ExchangeFormat.Xliff12)).Replace("<target state=\"new\">Uno apre, due chiude.</target>",
            "<seg-source><mrk mtype=\"seg\" mid=\"1\">Uno apre,</mrk> <mrk mtype=\"seg\" mid=\"2\">due chiude.</mrk></seg-source><target state=\"translated\"><mrk mtype=\"seg\" mid=\"1\">One opens,</mrk> <mrk mtype=\"seg\" mid=\"2\">two closes.</mrk></target>",
            StringComparison.Ordinal);
        desk.Import(file)!.Taken.ShouldBe(1);
        desk.Shown().ShouldBe(["Translated One opens, two closes."]);
    }

    [Fact]
    public void A_file_that_does_not_say_what_was_exported_takes_no_persons_place()
    {
        var desk = Some();
        var file = Text(desk.Export()).Replace(">The fair opens.<", ">The show opens.<", StringComparison.Ordinal);
        var start = file.IndexOf("<skeleton>", StringComparison.Ordinal);
        file = file.Remove(start, file.IndexOf("</skeleton>", StringComparison.Ordinal) + 11 - start);
        desk.Import(file)!.Conflicts.ShouldHaveSingleItem();
        desk.Shown().ShouldBe(["Translated The fair opens. | or The show opens.", "Initial It is <em1>free</em1>.", "-"]);
    }

    [Theory]
    [InlineData("its:person=\"Ada Rossi\"", "its:person=\"Zoe Bianchi\"", "Zoe Bianchi")]
    [InlineData("its:person=\"Ada Rossi\"", "its:person=\"Ada Rossi\" its:revPerson=\"Zoe Bianchi\"", "Zoe Bianchi")]
    [InlineData("<mda:meta type=\"maker\">Ada Rossi", "<mda:meta type=\"maker\">Zoe Bianchi", "Zoe Bianchi")]
    [InlineData("<note category", "<note category", "Bea Verdi")]
    public void The_maker_is_whoever_the_file_names(string text, string by, string maker)
    {
        var desk = new Desk("La mostra apre.");
        desk.Translate(0, 0, "The fair opens.");
        desk.Import(Replaced(Text(desk.Export()), text, by).Replace(">The fair opens.<", ">The show opens.<", StringComparison.Ordinal)).ShouldNotBeNull();
        desk.Segments().Single().Provenance.ShouldBe(new Provenance(Origin.Author, maker, null, desk.At));
    }

    [Fact]
    public void The_maker_that_a_phase_of_XLIFF_1_2_names_is_taken()
    {
        var desk = new Desk("La mostra apre.");
        var file = Text(desk.Export(ExchangeFormat.Xliff12))
            .Replace("<tool ", "<phase-group><phase phase-name=\"t\" process-name=\"translation\" contact-name=\"Zoe Bianchi\"/></phase-group><tool ", StringComparison.Ordinal)
            .Replace("<target state=\"new\">La mostra apre.", "<target state=\"translated\" phase-name=\"t\">The show opens.", StringComparison.Ordinal);
        desk.Import(file).ShouldNotBeNull();
        desk.Segments().Single().Provenance!.Maker.ShouldBe("Zoe Bianchi");
    }

    [Theory]
    [InlineData("state=\"new\"", "state=\"translated\"", "Translated X.")]
    [InlineData("state=\"new\"", "state=\"final\"", "Reviewed X.")]
    [InlineData("state=\"new\"", "state=\"signed-off\"", "Reviewed X.")]
    [InlineData("state=\"new\"", "state=\"needs-review-l10n\"", "Translated X.")]
    [InlineData("state=\"new\"", "state=\"needs-review-translation\" state-qualifier=\"mt-suggestion\"", "Initial X.")]
    [InlineData("state=\"new\"", "state=\"needs-translation\"", "Translated X.")]
    [InlineData("state=\"new\"", "", "Translated X.")]
    public void States_of_XLIFF_1_2_are_PressKits(string state, string by, string shown)
    {
        var desk = new Desk("Uno.");
        desk.Import(Replaced(Replaced(Text(desk.Export(ExchangeFormat.Xliff12)), state, by), ">Uno.</target>", ">X.</target>")).ShouldNotBeNull();
        desk.Shown().ShouldBe([shown]);
    }

    [Fact]
    public void An_approved_unit_of_XLIFF_1_2_is_reviewed()
    {
        var desk = new Desk("Uno.");
        desk.Import(Replaced(Text(desk.Export(ExchangeFormat.Xliff12)), ".s1\">", ".s1\" approved=\"yes\">").Replace("state=\"new\">Uno.", "state=\"translated\">One.", StringComparison.Ordinal)).ShouldNotBeNull();
        desk.Shown().ShouldBe(["Reviewed One."]);
    }

    private static Desk Some()
    {
        var desk = new Desk("La mostra apre. È <em1>gratis</em1>.", "Chiude domani.");
        desk.Translate(0, 0, "The fair opens.");
        desk.Translate(0, 1, "It is <em1>free</em1>.", SegmentState.Initial, "Apertium 3.8.3");
        return desk;
    }

    private static string Translated(string file, ExchangeFormat format, string source, string target) => format == ExchangeFormat.Xliff12
        ? Replaced(file, $"<target state=\"new\">{source}</target>", $"<target state=\"translated\">{target}</target>")
        : Replaced(file, $"<source>{source}</source>\n", $"<source>{source}</source><target>{target}</target>\n");

    private static string Replaced(string text, string old, string by)
    {
        text.ShouldContain(old);
        return text.Replace(old, by, StringComparison.Ordinal);
    }

    private static string Text(byte[] bytes) => Encoding.UTF8.GetString(bytes);
}
