using System.Globalization;
using PressKit.Segmentation;
using PressKit.Testing;

namespace PressKit.Tests.Segmentation;

/// <summary>A document is written as its paragraphs, sentences separated by <c>|</c>; <c>#</c> begins a heading, <c>*</c> an
/// item, <c>=</c> a cell. An alignment is shown as the change of each sentence and the places that it comes from.</summary>
public sealed class AlignmentTests
{
    private const string Opens = "Il festival apre lunedì a Roma.";
    private const string Prize = "Il premio vale mille euro per tutti.";
    private const string Jury = "La giuria ha scelto nove film giapponesi.";

    [Fact]
    public void What_did_not_change_is_the_same() =>
        Align([Opens, Prize], [Opens, Prize]).ShouldBe(["same 0.0", "same 1.0"]);

    [Fact]
    public void A_paragraph_that_was_moved_is_the_same() =>
        Align([Opens, Prize, Jury, "Fine."], [Opens, "Fine.", Prize, Jury]).ShouldBe(["same 0.0", "same 3.0", "same 1.0", "same 2.0"]);

    [Fact]
    public void A_paragraph_that_was_split_keeps_its_sentences() =>
        Align([$"{Opens}|{Prize}|{Jury}"], [Opens, $"{Prize}|{Jury}"]).ShouldBe(["same 0.0", "same 0.1 same 0.2"]);

    [Fact]
    public void Paragraphs_that_were_merged_keep_their_sentences() =>
        Align([Opens, $"{Prize}|{Jury}"], [$"{Opens}|{Prize}|{Jury}"]).ShouldBe(["same 0.0 same 1.0 same 1.1"]);

    [Fact]
    public void A_sentence_that_was_edited_knows_what_it_was() =>
        Align([$"{Opens}|{Prize}"], [$"{Opens}|{Prize.Replace("mille", "duemila", StringComparison.Ordinal)}"]).ShouldBe(["same 0.0 edited 0.1"]);

    [Fact]
    public void The_half_of_a_split_paragraph_that_was_edited_knows_what_it_was() =>
        Align([$"{Opens}|{Prize}"], [Opens, Prize.Replace("mille", "duemila", StringComparison.Ordinal)]).ShouldBe(["same 0.0", "edited 0.1"]);

    [Fact]
    public void A_sentence_cut_in_two_comes_from_one_and_two_joined_come_from_both()
    {
        Align(["Il festival apre lunedì e il premio vale mille euro per tutti."], ["Il festival apre lunedì.|Il premio vale mille euro per tutti."])
            .ShouldBe(["edited 0.0 edited 0.0"]);
        Align(["Il festival apre lunedì.|Il premio vale mille euro per tutti."], ["Il festival apre lunedì e il premio vale mille euro per tutti."])
            .ShouldBe(["edited 0.0+0.1"]);
    }

    [Theory]
    [InlineData("Il premio vale 1.000 euro.", "Il premio vale 20.000 euro.")]
    [InlineData("Il premio vale tanto.", "Il premio vale tanto!")]
    [InlineData("Il premio vale tanto.", "Il Premio vale: tanto.")]
    public void Digits_punctuation_and_letter_case_are_a_soft_change(string before, string after) =>
        Align([before], [after]).ShouldBe(["soft 0.0"]);

    [Fact]
    public void Markup_is_a_soft_change_and_where_a_link_leads_is_none()
    {
        Alignment.Of([Linked("a", "https://a.example")], [Linked("a", "https://b.example")], []).Units[0].Change.ShouldBe(Change.Same);
        Alignment.Of([Linked("a", "https://a.example")], [Unit("Leggi qui.", 0)], []).Units[0].Change.ShouldBe(Change.Soft);
    }

    [Fact]
    public void Another_text_is_new_and_what_it_replaced_is_gone()
    {
        var alignment = Alignment.Of([Unit(Opens, 0), Unit(Prize, 1)], [Unit(Opens, 0), Unit("Tutto nuovo qui, davvero.", 1)], []);
        Show(alignment).ShouldBe(["same 0.0", "new"]);
        alignment.Gone.ShouldBe([new SegmentPlace(1, 0)]);
    }

    [Fact]
    public void A_paragraph_that_became_a_heading_is_edited() =>
        Align([Opens, "Contatti stampa"], [Opens, "#Contatti stampa"]).ShouldBe(["same 0.0", "edited 1.0"]);

    [Fact]
    public void A_field_is_what_it_was_whatever_it_says()
    {
        var (was, now) = (Unit(Opens, 0) with { Id = "headline", Role = UnitRole.Field }, Unit("Bob!", 0) with { Id = "headline", Role = UnitRole.Field });
        Show(Alignment.Of([was], [now], [])).ShouldBe(["edited 0.0"]);
        Show(Alignment.Of([was], [was with { Id = "summary" }], [])).ShouldBe(["edited 0.0"]);
        Show(Alignment.Of([was with { Id = "media.a.alt" }], [was with { Id = "media.b.alt" }], [])).ShouldBe(["same 0.0"]);
    }

    [Fact]
    public void Repeated_cells_keep_their_own_where_their_neighbours_did()
    {
        string[] table = ["=Roma", "=Sì", "=Bari", "=No", "=Pisa", "=Sì"];
        Align(table, ["=Como", "=Sì", .. table]).ShouldBe(["new", "same twin", "same 0.0", "same 1.0", "same 2.0", "same 3.0", "same 4.0", "same 5.0"]);
        Align(table, table[2..]).ShouldBe(["same 2.0", "same 3.0", "same 4.0", "same 5.0"]);
    }

    [Fact]
    public void Repeated_cells_whose_neighbours_changed_are_only_likely()
    {
        // Either "Sì" of Roma or that of Bari may be left.
        Align(["=Roma", "=Sì", "=Bari", "=Sì", "=Pisa"], ["=Roma", "=Sì", "=Pisa"]).ShouldBe(["same 0.0", "same 1.0?", "same 4.0"]);
    }

    [Fact]
    public void Markup_tells_repeated_cells_apart()
    {
        var (a, b) = (Linked("a", "https://a.example"), Linked("b", "https://b.example"));
        Show(Alignment.Of([a, b], [b, a], [])).ShouldBe(["same 1.0", "same 0.0"]);
    }

    [Fact]
    public void A_repetition_has_a_twin_and_no_earlier_sentence_of_its_own() =>
        Align([Opens, Prize], [Opens, Prize, Jury, Opens]).ShouldBe(["same 0.0", "same 1.0", "new", "same twin"]);

    [Fact]
    public void The_moved_one_of_two_equal_texts_stays_under_its_heading() =>
        Align(["#Uno", "Entrata libera.", Opens, "#Due", "Entrata libera.", Prize], ["#Due", Prize, "Entrata libera.", "#Uno", Opens, "Entrata libera."])
            .ShouldBe(["same 3.0", "same 5.0", "same 4.0?", "same 0.0", "same 2.0", "same 1.0?"]);

    [Fact]
    public void Blanks_and_line_ends_change_nothing() =>
        Align(["Il festival\napre  lunedì."], ["Il festival apre lunedì."]).ShouldBe(["same 0.0"]);

    /// <summary>Unrelated sentences of one language are about half alike, and of many the likest is no earlier state.</summary>
    [Fact]
    public void Another_text_in_the_same_language_is_not_what_the_text_was()
    {
        var (one, other) = (Sentences("content.md"), Sentences("commands.md"));
        one.Length.ShouldBeGreaterThan(30);
        other.Length.ShouldBeGreaterThan(30);
        Align(one, other).Count(c => c != "new").ShouldBeLessThan(other.Length / 20);

        static string[] Sentences(string document) => [.. File.ReadAllText(Repository.PathTo("docs", document)).Split([". ", "\n"], StringSplitOptions.None)
            .Select(s => s.Trim()).Where(s => s.Length > 40 && !s.Contains('|', StringComparison.Ordinal)).Take(200)];
    }

    private static string[] Align(string[] earlier, string[] present) =>
        Show(Alignment.Of([.. earlier.Select(Unit)], [.. present.Select(Unit)], []));

    private static string[] Show(Alignment alignment) =>
        [.. alignment.Units.Select(u => string.Join(' ', u.Segments.Select(s => s switch
        {
            { Change: Change.New } => "new",
            { Earlier.IsEmpty: true } => "same twin",
            _ => $"{s.Change.ToString().ToLowerInvariant()} {string.Join('+', s.Earlier.Select(p => FormattableString.Invariant($"{p.Unit}.{p.Segment}")))}"
                + (s is { Change: Change.Same, IsAnchored: false, Twins.Length: > 1 } ? "?" : ""),
        })))];

    private static Unit Unit(string text, int index)
    {
        var role = text[0] switch { '#' => UnitRole.Heading, '*' => UnitRole.Item, '=' => UnitRole.Cell, _ => UnitRole.Paragraph };
        var sentences = (role == UnitRole.Paragraph ? text : text[1..]).Split('|');
        return new Unit("u" + index.ToString(CultureInfo.InvariantCulture), role,
            [.. sentences.Select((s, i) => new Segment(InlineContent.Of(s), i < sentences.Length - 1 ? " " : ""))]);
    }

    private static Unit Linked(string id, string address)
    {
        var link = new InlineCode(1, CodeKind.Link, "[", $"]({address})");
        return new Unit(id, UnitRole.Paragraph, [new Segment(InlineContent.Of([Piece.Run("Leggi "), Piece.Open(link), Piece.Run("qui"), Piece.Close(link), Piece.Run(".")]))]);
    }
}
