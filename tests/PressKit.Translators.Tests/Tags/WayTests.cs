using System.Collections.Immutable;
using FsCheck.Xunit;
using PressKit.Testing;
using PressKit.Translators.Requests;
using PressKit.Translators.Tags;

namespace PressKit.Translators.Tests.Tags;

public sealed class WayTests
{
    private static readonly ImmutableArray<Way> Ways =
    [
        new MarkupWay(TextFormat.Html, withNames: true), new MarkupWay(TextFormat.Html, withNames: false), new MarkupWay(TextFormat.Xml, withNames: true),
        new FlatWay(unescapes: false), new NumberedWay(), .. SentinelWay.Forms,
    ];

    public static TheoryData<int> Numbers => [.. Enumerable.Range(0, Ways.Length)];

    [Theory]
    [MemberData(nameof(Numbers))]
    public void What_a_service_sends_back_as_it_was_is_read_as_it_was(int number)
    {
        var way = Ways[number];
        foreach (var probe in Probes.In(Language.Parse("it")).Concat(Probes.In(Language.Parse("ja"))))
        {
            way.CanCarry(probe).ShouldBeTrue();
            var read = way.Read(probe, [.. way.Write(probe)]);
            Probes.IsWhole(probe, read).ShouldBeTrue($"{way}: {Inline.Show(probe)} became {Inline.Show(read)}");
            read.ReadingText.ShouldBe(probe.ReadingText);
        }
    }

    [Property(MaxTest = 500)]
    public void Ways_that_keep_all_codes_keep_any_content(int seed)
    {
        var content = Inline.Any(seed);
        foreach (var way in Ways.Where(w => w is not FlatWay && w.CanCarry(content)))
        {
            // XML has no use for controls, and none of the others does for a run of text that is not there.
            var read = way.Read(content, [.. way.Write(content)]);
            Inline.Show(read).ShouldBe(Inline.Show(content), way.Name);
        }
    }

    [Fact]
    public void A_text_that_looks_like_a_mark_is_not_carried_by_it()
    {
        var content = Inline.Parse("le {1} cose <em1>qui</em1>");
        SentinelWay.Forms.Where(f => !f.CanCarry(content)).Select(f => f.Name).ShouldBe(["braces"]);
    }

    [Fact]
    public void Marks_are_found_with_blanks_in_them_and_where_they_cross()
    {
        var content = Inline.Parse("<a1>uno</a1> e <em2>due</em2><fn3/>");
        var way = SentinelWay.Forms[0];
        way.Write(content).ShouldBe(["⟦1⟧uno⟦/1⟧ e ⟦2⟧due⟦/2⟧⟦3⟧"]);
        Inline.Show(way.Read(content, ["⟦ 1 ⟧one ⟦2⟧and⟦/1⟧ two⟦/ 2⟧ ⟦3⟧"])).ShouldBe("<a1>one <em2>and</em2></a1> two <fn3/>");
    }

    [Fact]
    public void Flat_tags_keep_the_outer_code_and_find_the_inner_one_by_its_text()
    {
        var content = Inline.Parse("Guarda <a1>il <em2>nuovo</em2> film</a1>.");
        var way = new FlatWay(unescapes: true);
        way.Write(content).ShouldBe(["Guarda <a id=\"c1\">il nuovo film</a>.", "nuovo"]);
        Inline.Show(way.Read(content, ["Watch <a id=\"c1\">the new film</a>.", "new"])).ShouldBe("Watch <a1>the <em2>new</em2> film</a1>.");
        Inline.Show(way.Read(content, ["Watch <a id=\"c1\">the new film</a>.", null])).ShouldBe("Watch <a1>the new film</a1>.");
    }

    [Fact]
    public void Where_a_service_resolves_entities_a_text_with_their_characters_goes_another_way()
    {
        var way = new FlatWay(unescapes: true);
        way.CanCarry(InlineContent.Of("5 < 6")).ShouldBeFalse();
        way.CanCarry(InlineContent.Of("R&B")).ShouldBeFalse();
        way.CanCarry(Inline.Parse("cinque <em1>sei</em1>")).ShouldBeTrue();
        // What comes back and is no tag of ours is text, whatever it looks like.
        Inline.Show(way.Read(Inline.Parse("a <em1>b</em1>"), ["a <b>x</b> <script>y</script> & <i id=\"c1\">b</i>"])).ShouldBe("a x <script>y</script> & <em1>b</em1>");
    }

    [Fact]
    public void Without_tags_pairs_and_names_are_found_by_their_text()
    {
        var content = Inline.Parse("<name1/> apre <a2>la mostra</a2> e <em3>la <st4>nuova</st4> sala</em3>.");
        var way = new DetaggedWay();
        way.Write(content).ShouldBe(["Kling 1 & Co apre la mostra e la nuova sala.", "la mostra", "la nuova sala", "nuova"]);
        Inline.Show(way.Read(content, ["Kling 1 & Co opens the exhibition and the new hall.", "the exhibition", "the new hall", "new"]))
            .ShouldBe("<name1/> opens <a2>the exhibition</a2> and <em3>the <st4>new</st4> hall</em3>.");
    }

    [Fact]
    public void A_pair_stands_where_its_words_are_most_alike_and_near()
    {
        var content = Inline.Parse("una casa e <a1>una casa</a1>");
        Inline.Show(new DetaggedWay().Read(content, ["a house and a house", "a house"])).ShouldBe("a house and <a1>a house</a1>");
        var inflected = Inline.Parse("i <em1>nuovi film</em1> di Tokyo");
        Inline.Show(new DetaggedWay().Read(inflected, ["die neuen Filme aus Tokyo", "neue Filme"])).ShouldBe("die <em1>neuen Filme</em1> aus Tokyo");
    }

    [Fact]
    public void A_pair_whose_words_are_nowhere_is_left_out()
    {
        var content = Inline.Parse("dice <a1>qualcosa</a1> oggi");
        Inline.Show(new DetaggedWay().Read(content, ["he speaks today", "xyzw"])).ShouldBe("he speaks today");
    }

    [Fact]
    public void There_are_twenty_probes_with_every_kind_of_code()
    {
        var probes = Probes.In(Language.Parse("xx"));
        probes.Length.ShouldBe(20);
        probes.SelectMany(p => p.Codes).Select(c => c.Kind).Distinct().Order().ShouldBe(
            [CodeKind.Emphasis, CodeKind.Strong, CodeKind.Link, CodeKind.Image, CodeKind.Code, CodeKind.Break, CodeKind.Footnote, CodeKind.Name]);
        Inline.Show(probes[5]).ShouldBe("The museum <st1>opens <em2>a new exhibition</em2> in the city</st1>.");
    }
}
