using System.Text;
using PressKit.Translation;
using PressKit.Translation.Xliff;

namespace PressKit.Tests.Translation.Xliff;

public sealed class XliffWriterTests
{
    private static readonly InlineCode Strong = new(1, CodeKind.Strong, "**", "**");
    private static readonly InlineCode Link = new(2, CodeKind.Link, "[", "](https://example.com/?a=1&b=2)");
    private static readonly InlineCode Span = new(3, CodeKind.Code, "`<x>`", null, "<x>");

    [Fact]
    public void The_form_of_a_file_is_the_one_that_docs_xliff_md_shows()
    {
        var document = File.ReadAllText(PressKit.Testing.Repository.PathTo("docs", "xliff.md"));
        var start = document.IndexOf("```xml\n", StringComparison.Ordinal) + "```xml\n".Length;
        var shown = document[start..document.IndexOf("```", start, StringComparison.Ordinal)];
        Write(Sample()).ShouldBe(shown);
    }

    [Fact]
    public void A_file_is_UTF8_without_a_mark_with_LF_and_a_line_end_at_its_end()
    {
        var bytes = XliffWriter.Write(Sample());
        bytes[0].ShouldBe((byte)'<');
        bytes[^1].ShouldBe((byte)'\n');
        bytes.ShouldNotContain((byte)'\r');
    }

    [Fact]
    public void A_segment_without_a_translation_has_no_target_and_the_state_initial()
    {
        var written = Write(Stored.Of(Stored.Unit(InlineContent.Of("a"), null, SegmentState.Final)));
        written.ShouldNotContain("<target");
        written.ShouldContain("<segment id=\"s1\" state=\"initial\">");
    }

    [Fact]
    public void Only_an_untouched_draft_has_the_subState_of_a_machine()
    {
        var (source, target) = (InlineContent.Of("a"), InlineContent.Of("b"));
        Write(Stored.Of(Stored.Unit(source, target))).ShouldContain("state=\"initial\" subState=\"pk:mt\"");
        Write(Stored.Of(Stored.Unit(source, target, SegmentState.Translated))).ShouldNotContain("subState");
        Write(Stored.Of(Stored.Unit(source, null))).ShouldNotContain("subState");
    }

    [Fact]
    public void Html_tags_that_follow_each_other_keep_their_order()
    {
        var tags = Enumerable.Range(1, 4).Select(id => new InlineCode(id, id == 3 ? CodeKind.Link : CodeKind.Html, $"<{id}>"));
        var written = Write(Stored.Of(Stored.Unit(InlineContent.Of(tags.Select(Piece.Alone)), null)));
        Reorders(written).ShouldBe(["firstNo", "no", "yes", "firstNo"]);

        static IEnumerable<string> Reorders(string text) => text.Split("<ph ").Skip(1)
            .Select(ph => ph.Contains("canReorder=\"", StringComparison.Ordinal) ? ph.Split("canReorder=\"")[1].Split('"')[0] : "yes");
    }

    [Fact]
    public void Half_a_surrogate_pair_becomes_a_replacement_character()
    {
        var written = XliffWriter.Write(Stored.Of(Stored.Unit(InlineContent.Of("a\ud800b"), InlineContent.Of("\udfff"))));
        var back = XliffReader.Read(written, "en.xlf", new Problems())!.Units[0].Segments[0];
        back.Segment.Source.PlainText.ShouldBe("a\ufffdb");
        back.Target!.PlainText.ShouldBe("\ufffd");
    }

    [Fact]
    public void A_code_that_the_source_does_not_have_is_a_programmers_mistake() =>
        Should.Throw<ArgumentException>(() =>
            Write(Stored.Of(Stored.Unit(InlineContent.Of("a"), InlineContent.Of([Piece.Alone(Span)])))));

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("a/b")]
    [InlineData("<")]
    public void A_unit_whose_id_is_no_name_token_is_a_programmers_mistake(string id) =>
        Should.Throw<ArgumentException>(() =>
            Write(Stored.Of(Stored.Unit(InlineContent.Of("a"), null) with { Id = id })));

    [Fact]
    public void Units_of_one_id_or_without_segments_are_a_programmers_mistake()
    {
        var unit = Stored.Unit(InlineContent.Of("a"), null);
        Should.Throw<ArgumentException>(() => Write(Stored.Of(unit, unit)));
        Should.Throw<ArgumentException>(() => Write(Stored.Of(unit with { Segments = [] })));
    }

    /// <summary>The file that docs/xliff.md shows.</summary>
    internal static StoredTranslation Sample()
    {
        var machine = new Provenance(
            Origin.Machine, "Apertium 3.8.3", "ita-spa, spa-eng", new DateTimeOffset(2026, 3, 1, 9, 30, 0, TimeSpan.Zero));
        var person = new Provenance(
            Origin.Author, "Ada Rossi", null, new DateTimeOffset(2026, 3, 1, 11, 0, 0, TimeSpan.FromHours(1)));
        var first = InlineContent.Of([Piece.Run("La "), Piece.Open(Strong), Piece.Run("mostra"), Piece.Close(Strong), Piece.Run(" apre.")]);
        var second = InlineContent.Of([
            Piece.Run("Si veda "), Piece.Open(Link), Piece.Run("il sito"), Piece.Close(Link), Piece.Run(": "), Piece.Alone(Span),
            Piece.Run("\u0007."),
        ]);
        return Stored.Of(
            new TranslatedUnit("headline", UnitRole.Field,
                [new SegmentTranslation(new Segment(InlineContent.Of("La mostra")), InlineContent.Of("The exhibition"), SegmentState.Final, person)]),
            new TranslatedUnit("b41d0c7e90aa21f6", UnitRole.Paragraph,
                [
                    new SegmentTranslation(new Segment(first, " "),
                        InlineContent.Of([Piece.Run("The "), Piece.Open(Strong), Piece.Run("exhibition"), Piece.Close(Strong), Piece.Run(" opens.")]),
                        SegmentState.Initial, machine,
                        new PreviousTranslation(InlineContent.Of("La mostra chiude."), InlineContent.Of("The exhibition closes."))),
                    new SegmentTranslation(new Segment(second), null, SegmentState.Initial, null),
                ])) with
        {
            Gone = [new TranslatedUnit("gone1f2e3d4c.b41d0c7e90aa21f6", UnitRole.Paragraph,
                [new SegmentTranslation(new Segment(InlineContent.Of("Entrata libera.")), InlineContent.Of("Admission is free."), SegmentState.Reviewed, person)])],
        };
    }

    private static string Write(StoredTranslation translation) => Encoding.UTF8.GetString(XliffWriter.Write(translation));
}
