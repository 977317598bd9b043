using System.Collections.Immutable;
using System.Text;
using PressKit.Content;
using PressKit.Testing;
using PressKit.Translation.Glossary.Exchange;

namespace PressKit.Tests.Translation.Glossary;

/// <summary>TBX and CSV, out and in, and into glossary.yml.</summary>
public sealed class TermFilesTests
{
    private const string Yaml = """
        # Words on which this newsroom has decided.
        titles: official

        terms:
          # Companies
          - term: Kling AI
            translate: false
            note: "product name; \"=SUM(A1)\""   # ask before changing
          - id: gran-premio
            term: Gran Premio
            language: it
            partOfSpeech: noun
            inflections: [Gran Premi]
            forms: [{ term: Primo Premio, status: forbidden, note: never used }]
            translations:
              # as the house in Paris says
              fr:
                - Grand Prix
                - { term: Prix suprême, status: forbidden }
              en: Grand Prix
            definition: the first prize

          - { term: Zeng Yushen, kind: person, translate: false, transliterations: { Arab: تسنغ يوشن, ja: 曾雨绅 } }
          - term: La tigre e il dragone
            language: it
            kind: title
            titles: bracketed
            translations: { en: "Crouching Tiger, Hidden Dragon" }
        # the end
        """ + "\n";

    private static readonly ImmutableArray<Language> Languages = [Language.Parse("it"), Language.Parse("en")];

    [Theory]
    [InlineData("tbx")]
    [InlineData("csv")]
    public void What_is_exported_and_imported_again_changes_nothing(string format)
    {
        var terms = Read(Yaml);
        var (text, changes) = GlossaryFile.Merge(Yaml, terms, Import(format, Export(format, terms)));
        changes.SelectMany(c => c.Removed.Select(l => "-" + l).Concat(c.Added.Select(l => "+" + l))).ShouldBeEmpty();
        text.ShouldBe(Yaml);
    }

    [Theory]
    [InlineData("tbx")]
    [InlineData("csv")]
    public void A_glossary_goes_through_a_file_into_an_empty_one(string format)
    {
        var terms = Read(Yaml);
        var (text, _) = GlossaryFile.Merge("terms:\n", [], Import(format, Export(format, terms)));
        var back = Read(text);
        back.Length.ShouldBe(terms.Length);
        foreach (var (term, other) in terms.Zip(back))
        {
            GlossaryEntry.Keys(other, TitlePolicy.Official).SelectMany(k => k.Lines).ShouldBe(GlossaryEntry.Keys(term, TitlePolicy.Official).SelectMany(k => k.Lines));
            Export(format, [other]).ShouldBe(Export(format, [term]));
        }
    }

    [Fact]
    public void A_change_touches_its_own_lines_and_no_other()
    {
        var terms = Read(Yaml);
        var imported = terms.Select(t => t.Id == "gran-premio" ? t with
        {
            Translations = t.Translations.SetItem(Language.Parse("fr"), [new TermForm("Grand Prix"), new TermForm("Prix suprême", TermStatus.Forbidden), new TermForm("Grand prix du jury", TermStatus.Admitted)])
                .SetItem(Language.Parse("de"), [new TermForm("Grand Prix")]),
            Note = "the contest's",
        }
        : t.Text == "Kling AI" ? t with { Note = "a product" } : t).Append(SomeTerm.Settled("it", "montepremi", "en", "prize money") with { Id = "" });
        var (text, changes) = GlossaryFile.Merge(Yaml, terms, [.. imported]);
        changes.Length.ShouldBe(3);
        var expected = Yaml
            .Replace("    note: \"product name; \\\"=SUM(A1)\\\"\"   # ask before changing", "    note: a product # ask before changing", StringComparison.Ordinal)
            .Replace("        - { term: Prix suprême, status: forbidden }\n      en: Grand Prix\n    definition: the first prize\n",
                "        - { term: Prix suprême, status: forbidden }\n        - Grand prix du jury\n      en: Grand Prix\n      de: Grand Prix\n    definition: the first prize\n    note: the contest's\n", StringComparison.Ordinal)
            .Replace("# the end\n", "  - term: montepremi\n    language: it\n    translations:\n      en: prize money\n# the end\n", StringComparison.Ordinal);
        text.ShouldBe(expected);
        Read(text).Length.ShouldBe(5);
    }

    [Theory]
    [InlineData("terms:\n")]
    [InlineData("terms: []\n")]
    [InlineData("")]
    [InlineData("# nothing yet\n")]
    public void A_glossary_without_entries_gets_its_first(string yaml)
    {
        var (text, _) = GlossaryFile.Merge(yaml, [], [SomeTerm.Settled("it", "montepremi", "en", "prize money") with { Id = "" }]);
        Read(text).Single().Wanted(Language.Parse("en")).ShouldBe("prize money");
    }

    [Theory]
    [InlineData("""
        <tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"><tbxHeader/><text><body>
          <conceptEntry id="c1"><descrip type="subjectField">organisation</descrip><langSec xml:lang="it"><descripGrp><descrip type="definition">il primo premio</descrip></descripGrp>
            <termSec><term>Gran
              Premio</term><termNote type="partOfSpeech">noun</termNote><termNote type="administrativeStatus">preferredTerm-admn-sts</termNote><note>così</note></termSec></langSec>
            <langSec xml:lang="en"><termSec><term>Grand Prix</term></termSec><termSec><term>Big Prize</term><termNote type="administrativeStatus">supersededTerm-admn-sts</termNote></termSec></langSec></conceptEntry>
        </body></text></tbx>
        """)]
    [InlineData("""
        <tbx type="TBX-Basic" style="dct" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2" xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic"><tbxHeader/><text><body>
          <conceptEntry id="c1"><min:subjectField>organisation</min:subjectField><langSec xml:lang="it"><descripGrp><basic:definition>il primo premio</basic:definition></descripGrp>
            <termSec><term>Gran Premio</term><min:partOfSpeech>noun</min:partOfSpeech><min:administrativeStatus>preferredTerm-admn-sts</min:administrativeStatus><note>così</note></termSec></langSec>
            <langSec xml:lang="en"><termSec><term>Grand Prix</term></termSec><termSec><term>Big Prize</term><min:administrativeStatus>deprecatedTerm-admn-sts</min:administrativeStatus></termSec></langSec></conceptEntry>
        </body></text></tbx>
        """)]
    [InlineData("""
        <!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">
        <martif type="TBX" xml:lang="en"><martifHeader/><text><body>
          <termEntry id="c1"><descrip type="subjectField">organisation</descrip><descrip type="definition">il primo premio</descrip>
            <langSet xml:lang="it"><tig><term>Gran Premio</term><termNote type="partOfSpeech">noun</termNote><note>così</note></tig></langSet>
            <langSet xml:lang="en"><ntig><termGrp><term>Grand Prix</term></termGrp></ntig><ntig><termGrp><term>Big Prize</term><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></termGrp></ntig></langSet></termEntry>
        </body></text></martif>
        """)]
    public void Tbx_of_either_version_and_style_says_the_same(string tbx)
    {
        var term = Import("tbx", Encoding.UTF8.GetBytes(tbx)).ShouldHaveSingleItem();
        (term.Id, term.Text, term.Language?.Tag, term.Kind, term.Definition).ShouldBe(("c1", "Gran Premio", "it", TermKind.Organisation, "il primo premio"));
        (term.Forms[0].PartOfSpeech, term.Forms[0].Note).ShouldBe((PartOfSpeech.Noun, "così"));
        term.Translations[Language.Parse("en")].Select(f => (f.Text, f.Status)).ShouldBe([("Grand Prix", TermStatus.Preferred), ("Big Prize", TermStatus.Forbidden)]);
    }

    [Theory]
    [InlineData("<!DOCTYPE tbx [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><tbx>&b;</tbx>", "glossary.not-tbx")]
    [InlineData("<!DOCTYPE tbx SYSTEM \"file:///etc/passwd\"><tbx>&xxe;</tbx>", "glossary.not-tbx")]
    [InlineData("<tbx><text>", "glossary.not-tbx")]
    [InlineData("<html/>", "glossary.not-tbx")]
    [InlineData("<tbx><conceptEntry id=\"a\"/></tbx>", "glossary.no-term")]
    public void A_file_that_means_harm_or_nothing_is_refused(string tbx, string code)
    {
        var problems = new Problems();
        TbxReader.Read(Encoding.UTF8.GetBytes(tbx), "x.tbx", Languages, problems);
        problems.All.Select(p => p.Code).ShouldBe([code]);
    }

    [Fact]
    public void A_file_that_is_too_deep_is_refused()
    {
        var problems = new Problems();
        TbxReader.Read(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("<tbx>", 500)) + string.Concat(Enumerable.Repeat("</tbx>", 500))), "x.tbx", Languages, problems).ShouldBeNull();
        problems.All.Select(p => p.Code).ShouldBe(["glossary.too-large"]);
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("@x", "'@x")]
    [InlineData("'=1", "''=1")]
    [InlineData("'s", "'s")]
    [InlineData("a,\"b\"\r\nc", "\"a,\"\"b\"\"\r\nc\"")]
    public void No_cell_is_a_formula_and_every_cell_comes_back(string text, string cell)
    {
        var term = SomeTerm.In("it", text) with { Id = "a" };
        var csv = TermCsv.Write([term]);
        Encoding.UTF8.GetString(csv).ShouldContain($"a,it,{cell},preferred");
        TermCsv.Read(csv, "x.csv", Languages, new Problems())!.Value.Single().Text.ShouldBe(text);
    }

    [Theory]
    [InlineData("it,en,note\nmontepremi,prize money,why\n")]
    [InlineData("it;en;note\r\nmontepremi;prize money;why\r\n")]
    [InlineData("term,language,entryNote\nmontepremi,it,why\n")]
    public void A_table_that_somebody_made_is_read(string csv) =>
        TermCsv.Read(Encoding.UTF8.GetBytes(csv), "x.csv", Languages, new Problems())!.Value.Select(t => (t.Text, t.Language?.Tag, t.Note)).ShouldBe([("montepremi", "it", "why")]);

    [Fact]
    public void A_table_that_names_no_column_is_a_problem()
    {
        var problems = new Problems();
        TermCsv.Read(Encoding.UTF8.GetBytes("parola;parola2\n"), "x.csv", Languages, problems).ShouldBeNull();
        problems.All.Single().Code.ShouldBe("glossary.no-columns");
    }

    private static byte[] Export(string format, IEnumerable<Term> terms) =>
        format == "csv" ? TermCsv.Write(terms) : TbxWriter.Write(terms, Language.Parse("it"), "Teatro Aurora");

    private static ImmutableArray<Term> Import(string format, byte[] bytes)
    {
        var problems = new Problems();
        var terms = format == "csv" ? TermCsv.Read(bytes, "x.csv", Languages, problems) : TbxReader.Read(bytes, "x.tbx", Languages, problems);
        problems.All.ShouldBeEmpty();
        return terms!.Value;
    }

    private static ImmutableArray<Term> Read(string yaml)
    {
        var problems = new Problems();
        var map = new MapReader(YamlReader.ReadMap(yaml, GlossaryReader.File, 1, problems)!, problems);
        var terms = new GlossaryReader(Language.Parse("it"), problems).Read(map);
        problems.All.ShouldBeEmpty();
        return terms;
    }
}
