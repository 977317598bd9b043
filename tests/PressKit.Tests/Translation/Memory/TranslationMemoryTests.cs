using System.Text;
using PressKit.Testing;
using PressKit.Translation;
using PressKit.Translation.Memory;
using static PressKit.Tests.Translation.Memory.SomeMemory;

namespace PressKit.Tests.Translation.Memory;

public sealed class TranslationMemoryTests
{
    private const string Text = "La giuria del festival ha scelto i vincitori del concorso.";
    private const string Rendered = "The jury of the festival chose the winners of the contest.";

    [Fact]
    public void A_match_is_102_in_its_place_101_between_its_neighbours_and_100_elsewhere()
    {
        using var some = new SomeMemory();
        some.Store("a", Pair("Prima frase.", "First sentence."), Pair(Text, Rendered), Pair("Ultima frase.", "Last sentence."));
        using var memory = some.Open();
        var query = Query(Text) with { Kind = "Paragraph" };
        var between = query with { Previous = "Prima frase.", Next = "Ultima frase." };
        Best(memory, between with { Document = "content/releases/2026/a", Unit = "u1" }).ShouldBe((102, MatchKind.InPlace, Rendered));
        Best(memory, between).ShouldBe((101, MatchKind.InContext, Rendered));
        Best(memory, query with { Document = "content/releases/2026/a", Unit = "u1" }).ShouldBe((101, MatchKind.InContext, Rendered));
        Best(memory, query with { Previous = "Prima frase.", Next = "" }).ShouldBe((100, MatchKind.Exact, Rendered));
        memory.LookUp(query)[0].IsCertain.ShouldBeTrue();
    }

    [Fact]
    public void The_edges_of_a_document_are_neighbours_too()
    {
        using var some = new SomeMemory();
        some.Store("a", Pair(Text, Rendered));
        using var memory = some.Open();
        Best(memory, Query(Text) with { Kind = "Paragraph", Previous = "", Next = "" }).ShouldBe((101, MatchKind.InContext, Rendered));
    }

    [Fact]
    public void Another_kind_of_text_costs_a_point_and_is_not_certain()
    {
        using var some = new SomeMemory();
        some.Store("a", Pair(Text, Rendered));
        using var memory = some.Open();
        var match = memory.LookUp(Query(Text) with { Kind = "Heading" }).ShouldHaveSingleItem();
        match.Score.ShouldBe(99);
        match.IsCertain.ShouldBeFalse();
    }

    [Fact]
    public void Other_codes_are_99_and_the_translation_has_those_of_the_query_only()
    {
        using var some = new SomeMemory();
        some.Store("a", Pair("La <em1>giuria</em1> ha <a2>scelto</a2>.", "The <em1>jury</em1> <a2>chose</a2>."));
        using var memory = some.Open();
        var match = memory.LookUp(Query("La <a5>giuria</a5> ha scelto.")).ShouldHaveSingleItem();
        (match.Score, match.Kind).ShouldBe((99, MatchKind.OtherCodes));
        Inline.Show(match.Target).ShouldBe("The jury <a5>chose</a5>.");
        match.IsCertain.ShouldBeFalse();
    }

    [Fact]
    public void The_codes_of_an_exact_match_are_the_querys()
    {
        using var some = new SomeMemory();
        some.Store("a", Pair("La <em1>giuria</em1> ha scelto.", "The <em1>jury</em1> chose."));
        using var memory = some.Open();
        Inline.Show(memory.LookUp(Query("La <em7>giuria</em7> ha scelto."))[0].Target).ShouldBe("The <em7>jury</em7> chose.");
    }

    [Fact]
    public void Several_translations_that_disagree_are_98_each()
    {
        using var some = new SomeMemory();
        some.Store("a", Pair(Text, Rendered));
        some.Store("b", Pair(Text, "The festival’s jury chose the winners."));
        using var memory = some.Open();
        var matches = memory.LookUp(Query(Text) with { Kind = "Paragraph" });
        matches.Select(m => m.Score).ShouldBe([98, 98]);
        matches.ShouldAllBe(m => !m.IsCertain);
    }

    [Fact]
    public void A_like_text_scores_its_likeness_less_what_nobody_reviewed_and_what_a_machine_made()
    {
        using var some = new SomeMemory();
        some.Store("a", Pair(Text, Rendered, SegmentState.Reviewed));
        some.Store("b", Pair("La giuria del festival ha scelto i vincitori del torneo.", "Chosen by machine.", SegmentState.Final, Origin.Machine));
        using var memory = some.Open();
        var matches = memory.LookUp(Query("La giuria del festival ha scelto i vincitori del convegno."));
        matches.ShouldAllBe(m => m.Kind == MatchKind.Fuzzy && m.Differences == Differences.None && !m.IsCertain);
        matches.Select(m => m.Score).ShouldBe([93, 90]);
    }

    [Theory]
    [InlineData("Il 5 marzo la giuria ha letto 4.600 testi.", "Il 5 marzo la giuria ha letto 4.700 testi.", Differences.Number)]
    [InlineData("La giuria ha letto tutti i testi.", "La giuria non ha letto tutti i testi.", Differences.Negation)]
    [InlineData("La giuria si incontra lunedì a casa.", "La giuria si incontra martedì a casa.", Differences.Date)]
    [InlineData("La giuria ha premiato il film di Rossi.", "La giuria ha premiato il film di Russi.", Differences.Name)]
    [InlineData("La giuria ha dato il gran premio a un film.", "La giuria ha dato il gran premietto a un film.", Differences.Term)]
    public void A_text_that_says_something_else_never_scores_above_74(string stored, string asked, Differences expected)
    {
        using var some = new SomeMemory();
        some.Store("a", Pair(stored, "Something."));
        using var memory = some.Open(new Term("premio", "gran premio") { Language = It });
        var match = memory.LookUp(Query(asked)).ShouldHaveSingleItem();
        match.Score.ShouldBe(Match.Cap);
        match.Differences.ShouldBe(expected);
    }

    [Fact]
    public void A_draft_is_offered_in_its_own_release_only_and_as_what_it_is()
    {
        using var some = new SomeMemory();
        some.Store("a", Pair(Text, Rendered, SegmentState.Initial, Origin.Machine));
        using var memory = some.Open();
        memory.LookUp(Query(Text)).ShouldBeEmpty();
        memory.LookUp(Query(Text) with { Document = "content/releases/2026/b" }).ShouldBeEmpty();
        var match = memory.LookUp(Query(Text) with { Document = "content/releases/2026/a", Kind = "Paragraph" }).ShouldHaveSingleItem();
        (match.Score, match.IsCertain, match.Entry.IsReviewed).ShouldBe((97, false, false));
    }

    [Fact]
    public void What_was_rejected_is_never_proposed_again_in_any_form()
    {
        using var some = new SomeMemory();
        some.Store("a", Pair(Text, Rendered));
        Rejections.Add(some.Folder, new Rejection(It, En, InlineContent.Of(Text), InlineContent.Of(Rendered), "Anna Rossi", some.Time.GetUtcNow(), "stiff"));
        using (var memory = some.Open()) memory.LookUp(Query(Text)).ShouldBeEmpty();
        some.Store("b", Pair(Text, "The jury has chosen."));
        using (var memory = some.Rebuild()) memory.LookUp(Query(Text)).ShouldHaveSingleItem().Target.PlainText.ShouldBe("The jury has chosen.");
    }

    [Fact]
    public void A_bad_line_among_the_rejections_is_reported_and_the_others_hold()
    {
        using var some = new SomeMemory();
        Rejections.Add(some.Folder, new Rejection(It, En, InlineContent.Of("a"), InlineContent.Of("b"), "A", some.Time.GetUtcNow(), null));
        File.AppendAllText(Path.Combine(some.Folder, Rejections.File), "<<<<<<< ours\n");
        var problems = new Problems();
        var read = Rejections.Read(some.Folder, problems);
        read.Contains(It, En, InlineContent.Of("a"), InlineContent.Of("b")).ShouldBeTrue();
        problems.All.ShouldHaveSingleItem().Code.ShouldBe("memory.bad-rejection");
    }

    [Fact]
    public void Withheld_releases_teach_nothing_while_they_are_withheld()
    {
        using var some = new SomeMemory();
        some.Store("a", Pair(Text, Rendered));
        using var memory = some.Open();
        memory.LookUp(Query(Text) with { Withheld = ["content/releases/2026/a"] }).ShouldBeEmpty();
        some.Store("b", Pair(Text, Rendered));
        using var again = some.Open();
        again.LookUp(Query(Text) with { Withheld = ["content/releases/2026/a"] }).ShouldHaveSingleItem();
    }

    [Fact]
    public void Imported_memory_is_offered_everywhere_and_as_reviewed_only_where_it_says_so()
    {
        using var some = new SomeMemory();
        some.Write("content/memory/old.tmx", Encoding.UTF8.GetBytes($"""
            <tmx version="1.4"><header creationtool="x" creationtoolversion="1" segtype="sentence" o-tmf="x" adminlang="en" srclang="it-IT" datatype="plaintext"/><body>
            <tu><tuv xml:lang="it-IT"><seg>{Text}</seg></tuv><tuv xml:lang="EN-us"><seg>{Rendered}</seg></tuv></tu>
            </body></tmx>
            """));
        using (var memory = some.Open()) Best(memory, Query(Text)).ShouldBe((88, MatchKind.Exact, Rendered));
        some.Write("content/memory/new.tmx", Encoding.UTF8.GetBytes(File.ReadAllText(Path.Combine(some.Folder, "content/memory/old.tmx"))
            .Replace("<tu>", "<tu><prop type=\"x-state\">reviewed</prop>", StringComparison.Ordinal)));
        using (var memory = some.Open()) Best(memory, Query(Text)).ShouldBe((100, MatchKind.Exact, Rendered));
    }

    [Fact]
    public void What_changed_in_the_files_is_taken_over_when_the_memory_is_opened()
    {
        using var some = new SomeMemory();
        var path = some.Store("a", Pair(Text, Rendered));
        using (var memory = some.Open()) memory.LookUp(Query(Text)).ShouldHaveSingleItem();
        some.Store("a", Pair(Text, "The jury has chosen."));
        using (var memory = some.Open()) memory.LookUp(Query(Text)).ShouldHaveSingleItem().Target.PlainText.ShouldBe("The jury has chosen.");
        File.Delete(Path.Combine(some.Folder, path));
        using (var memory = some.Open()) memory.LookUp(Query(Text)).ShouldBeEmpty();
    }

    [Fact]
    public void Who_asks_is_told_how_many_files_and_changes_there_are_still_to_do()
    {
        using var some = new SomeMemory();
        some.Store("a", Pair(Text, Rendered));
        some.Store("b", Pair("Prima frase.", "First sentence."));
        var told = new Told();
        using var memory = TranslationMemory.Open(some.Place, some.Ranking([]), some.Time, told);
        memory.LookUp(Query(Text));
        told.ShouldBe([new MemoryProgress("files", 0, 2), new MemoryProgress("files", 1, 2), new MemoryProgress("changes indexed", 1, 2), new MemoryProgress("changes indexed", 2, 2)]);
    }

    [Fact]
    public void What_is_learnt_is_offered_at_once()
    {
        using var some = new SomeMemory();
        using var memory = some.Open();
        memory.LookUp(Query(Text)).ShouldBeEmpty();
        memory.Learn(new MemoryDocument("content/releases/2026/a/en.xlf", "1", [new MemoryEntry(It, En, InlineContent.Of(Text), InlineContent.Of(Rendered), SegmentState.Final)]));
        Best(memory, Query(Text)).ShouldBe((100, MatchKind.Exact, Rendered));
        memory.Learn(new MemoryDocument("content/releases/2026/a/en.xlf", "2", []));
        memory.LookUp(Query(Text)).ShouldBeEmpty();
    }

    private static (int, MatchKind, string) Best(TranslationMemory memory, MemoryQuery query)
    {
        var match = memory.LookUp(query)[0];
        return (match.Score, match.Kind, match.Target.PlainText);
    }

    private sealed class Told : List<MemoryProgress>, IProgress<MemoryProgress>
    {
        public void Report(MemoryProgress value) => Add(value);
    }
}
