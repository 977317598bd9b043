using System.Collections.Immutable;
using PressKit.Testing;
using PressKit.Translation;
using PressKit.Translation.Memory;
using PressKit.Translation.Xliff;
using static PressKit.Tests.Translation.Memory.SomeMemory;

namespace PressKit.Tests.Translation.Memory;

public sealed class RecallTests
{
    private const string Text = "La giuria del festival ha scelto i vincitori.";
    private const string Rendered = "The jury of the festival chose the winners.";

    [Fact]
    public void A_gap_is_filled_with_what_is_certain_and_names_who_made_it()
    {
        using var some = new SomeMemory();
        some.Store("a", Pair(Text, Rendered, SegmentState.Final, Origin.Machine));
        var (request, filled) = Fill(some, Text, "Un’altra cosa.");
        filled.ShouldBe(1);
        var segment = request.Stored!.Units[0].Segments[0];
        segment.Target!.PlainText.ShouldBe(Rendered);
        segment.State.ShouldBe(SegmentState.Translated);
        segment.Provenance.ShouldBe(new Provenance(Origin.Memory, "Apertium 3.8.3", null, some.Time.GetUtcNow()));
        request.Stored.Units[1].Segments[0].Target.ShouldBeNull();
    }

    [Fact]
    public void What_is_like_it_is_a_suggestion_and_no_target_and_survives_XLIFF()
    {
        using var some = new SomeMemory();
        some.Store("a", Pair("La <em1>giuria</em1> del festival ha scelto i vincitori.", "The <em1>jury</em1> of the festival chose the winners."));
        var (request, filled) = Fill(some, "La <em3>giuria</em3> del festival ha scelto i registi.");
        filled.ShouldBe(0);
        var segment = request.Stored!.Units[0].Segments[0];
        segment.Target.ShouldBeNull();
        Inline.Show(segment.Previous!.Target).ShouldBe("The <em3>jury</em3> of the festival chose the winners.");
        segment.Previous.Similarity.ShouldNotBeNull().ShouldBeInRange(75, 97);
        var bytes = XliffWriter.Write(request.Stored);
        var problems = new Problems();
        XliffReader.Read(bytes, "x.xlf", problems)!.Units[0].Segments[0].Previous.ShouldBe(segment.Previous);
        problems.All.ShouldBeEmpty();
        new XliffSchema().Validate(bytes).ShouldBeEmpty();
    }

    [Fact]
    public void What_a_person_translated_and_what_is_disputed_stays_as_it_is()
    {
        using var some = new SomeMemory();
        some.Store("a", Pair(Text, Rendered), Pair("Una frase contesa.", "One."));
        some.Store("b", Pair("Una frase contesa.", "Two."));
        var mine = Pair(Text, "Mine.", SegmentState.Translated);
        var stored = new StoredTranslation("it.md", "0", It, En, [new TranslatedUnit("u0", UnitRole.Paragraph, [mine])]);
        using var memory = some.Open();
        var recall = new Recall(memory, some.Time, []);
        var units = ImmutableArray.Create(new Unit("u0", UnitRole.Paragraph, [mine.Segment]));
        var request = new DraftRequest("c", "content/releases/2026/c/en.xlf", "it.md", "0", It, En, units, stored);
        recall.Fill(request).ShouldBe((request, 0));
        Fill(some, "Qualcosa di nuovo.", "Una frase contesa.").Filled.ShouldBe(0);
    }

    [Fact]
    public void What_is_not_public_yet_is_given_to_nobody_but_its_own_release()
    {
        using var some = new SomeMemory();
        some.Store("a", Pair(Text, Rendered));
        using var memory = some.Open();
        var recall = new Recall(memory, some.Time, ["content/releases/2026/a"]);
        recall.Matches("content/releases/2026/b", [Unit(Text)], It, En)(Open(Text)).ShouldBeEmpty();
    }

    [Fact]
    public void A_service_gets_reviewed_sentences_like_one_as_examples()
    {
        const string Like = "Il museo apre una mostra di cento fotografie della città.";
        using var some = new SomeMemory();
        some.Store("a", Pair("Il museo apre una mostra di cento fotografie della valle.", "The museum opens an exhibition of a hundred photographs of the valley."));
        var request = Fill(some, Like, "Qualcosa di tutt’altro genere.").Request;
        request.Examples.Keys.ShouldHaveSingleItem().PlainText.ShouldBe(Like);
        request.Examples.Values.Single().ShouldBe([new TranslationExample("Il museo apre una mostra di cento fotografie della valle.", "The museum opens an exhibition of a hundred photographs of the valley.")]);

        using var memory = some.Open();
        new Recall(memory, some.Time, ["content/releases/2026/a"]).Fill(request with { Examples = request.Examples.Clear() }).Request.Examples.ShouldBeEmpty("not public yet");
    }

    [Fact]
    public void Translators_tools_get_what_is_like_it()
    {
        using var some = new SomeMemory();
        some.Store("a", Pair(Text, Rendered));
        using var memory = some.Open();
        var match = new Recall(memory, some.Time, []).Matches("content/releases/2026/b", [Unit(Text)], It, En)(Open(Text)).ShouldHaveSingleItem();
        (match.Segment, match.Similarity, match.Origin, match.Target.PlainText).ShouldBe((0, 100, "Anna Rossi", Rendered));
    }

    private static (DraftRequest Request, int Filled) Fill(SomeMemory some, params string[] texts)
    {
        using var memory = some.Open();
        return new Recall(memory, some.Time, []).Fill(new DraftRequest("c", "content/releases/2026/c/en.xlf", "content/releases/2026/c/it.md", "0", It, En,
            [.. texts.Select((t, i) => Unit(t) with { Id = $"u{i}" })], null));
    }

    private static Unit Unit(string text) => new("u0", UnitRole.Paragraph, [new Segment(Inline.Parse(text))]);

    private static TranslatedUnit Open(string text) => new("u0", UnitRole.Paragraph, [new SegmentTranslation(new Segment(Inline.Parse(text)), null, SegmentState.Initial, null)]);
}
