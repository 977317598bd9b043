using System.Text;
using System.Xml;
using System.Xml.Linq;
using FsCheck.Xunit;
using PressKit.Testing;
using PressKit.Translation;
using PressKit.Translation.Memory;
using PressKit.Translation.Memory.Tmx;

namespace PressKit.Tests.Translation.Memory.Tmx;

public sealed class TmxTests
{
    private static readonly Language It = Language.Parse("it");
    private static readonly Language En = Language.Parse("en");

    [Property(MaxTest = 200)]
    public void What_goes_out_comes_back(int seed)
    {
        var source = Inline.Any(seed);
        if (source.IsBlank) return;
        var entry = new MemoryEntry(It, En, source, source, SegmentState.Final)
        {
            Document = "content/releases/2026/a", Kind = "Paragraph", Unit = "u1", Previous = "before", Next = "",
            Provenance = new Provenance(Origin.Machine, "Apertium 3.8.3", "ita-eng", new DateTimeOffset(2026, 11, 1, 8, 0, 0, TimeSpan.Zero)),
        };
        var back = Read(Write(TmxWriter.Unit(entry))).Entries("x.tmx", [It, En]).ShouldHaveSingleItem();
        Shape(back.Source).ShouldBe(Shape(source));
        Shape(back.Target).ShouldBe(Shape(source));
        (back.State, back.Kind, back.Unit, back.Previous, back.Next, back.Provenance).ShouldBe((entry.State, entry.Kind, entry.Unit, entry.Previous, entry.Next, entry.Provenance));
    }

    [Property(MaxTest = 100)]
    public void What_is_written_is_valid_TMX(int seed) => Validate(Write(TmxWriter.Unit(new MemoryEntry(It, En, Inline.Any(seed), Inline.Any(seed + 1), SegmentState.Reviewed)
    {
        Document = "a", Provenance = new Provenance(Origin.Author, "Anna \u0001 Rossi", null, default),
    })));

    [Fact]
    public void Every_element_of_a_foreign_unit_goes_out_as_it_came_in()
    {
        const string unit = """
            <tu tuid="7" changedate="20200102T030405Z" creationid="bob" usagecount="3" srclang="it"><note>mind this</note><prop type="client">X</prop><tuv xml:lang="it" creationid="eve"><prop type="prev">Ciao.</prop><seg>a <bpt i="1" x="1" type="bold">&lt;b&gt;</bpt>b <hi type="term">c</hi><ept i="1">&lt;/b&gt;</ept> <ph x="2" type="image" assoc="p">&lt;img alt="<sub>d</sub>"/&gt;</ph><it pos="begin" x="3">&lt;i&gt;</it></seg></tuv><tuv xml:lang="en"><seg>A <bpt i="1" x="1" type="bold">&lt;b&gt;</bpt>B <hi type="term">C</hi><ept i="1">&lt;/b&gt;</ept> <ph x="2" type="image" assoc="p">&lt;img/&gt;</ph><it pos="begin" x="3">&lt;i&gt;</it></seg></tuv></tu>
            """;
        var read = Read(Encoding.UTF8.GetBytes(File(unit.Trim())));
        var written = Write([.. read.Units]);
        Encoding.UTF8.GetString(written).ShouldContain(unit.Trim());
        Validate(written);
        var entry = read.Entries("x.tmx", [It, En]).ShouldHaveSingleItem();
        entry.Source.ToString().ShouldBe("a <1>b <2>c</2></1> <3/><4/>");
        entry.Target.ToString().ShouldBe("A <1>B <2>C</2></1> <3/><4/>");
        entry.Source.Codes.Select(c => c.Kind).ShouldBe([CodeKind.Strong, CodeKind.Formatting, CodeKind.Image, CodeKind.Other]);
        (entry.Previous, entry.Provenance!.Maker, entry.IsReviewed).ShouldBe((null, "bob", false));
    }

    [Theory]
    [InlineData("<bpt i=\"1\">(</bpt>a<bpt i=\"2\">[</bpt>b<ept i=\"1\">)</ept>c<ept i=\"2\">]</ept>", "<1>a<2/>b</1>c<3/>")]
    [InlineData("<ept i=\"1\">)</ept>a<bpt i=\"1\">(</bpt>", "<1/>a<2/>")]
    [InlineData("<hi><bpt i=\"1\">(</bpt>a</hi>b<ept i=\"1\">)</ept>", "<1><2/>a</1>b<3/>")]
    [InlineData("a<ut>x</ut><ph/>", "a<1/><2/>")]
    public void Codes_that_cross_stand_alone(string segment, string expected) =>
        new TmxCodes().Source(XElement.Parse($"<seg>{segment}</seg>")).ToString().ShouldBe(expected);

    [Fact]
    public void A_translation_brings_in_no_code_that_its_source_has_not()
    {
        var file = Read(Encoding.UTF8.GetBytes(File("""<tu><tuv xml:lang="it"><seg>a <ph type="image">i</ph></seg></tuv><tuv xml:lang="en"><seg>A <ph type="link">x</ph><bpt i="1">b</bpt>c<ept i="1">d</ept><ph type="image">i</ph></seg></tuv></tu>""")));
        file.Entries("x", []).ShouldHaveSingleItem().Target.ToString().ShouldBe("A c<1/>");
    }

    [Fact]
    public void Languages_are_the_newsrooms_where_they_can_only_be_these()
    {
        var file = Read(Encoding.UTF8.GetBytes(File("""<tu srclang="*all*"><tuv xml:lang="it_IT"><seg>a</seg></tuv><tuv xml:lang="EN-us"><seg>b</seg></tuv><tuv xml:lang="pt-PT"><seg>c</seg></tuv><tuv xml:lang="?"><seg>d</seg></tuv></tu>""")));
        file.Entries("x", [It, En, Language.Parse("pt-BR")]).Select(e => $"{e.From} {e.To}").ShouldBe(["it en", "it pt-PT", "en it", "en pt-PT", "pt-PT it", "pt-PT en"]);
    }

    [Theory]
    [InlineData("<!DOCTYPE tmx SYSTEM \"tmx14.dtd\">", null)]
    [InlineData("<!DOCTYPE tmx PUBLIC \"-//LISA OSCAR:1998//DTD for Translation Memory eXchange//EN\" \"tmx14.dtd\">", null)]
    [InlineData("<!DOCTYPE tmx [<!ENTITY a \"aaaa\">]>", "tmx.dtd")]
    [InlineData("<!DOCTYPE tmx SYSTEM \"tmx14.dtd\" [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>", "tmx.dtd")]
    [InlineData("<!DOCTYPE tmx SYSTEM \"http://127.0.0.1:1/evil.dtd\">", "tmx.dtd")]
    [InlineData("<!-- <!DOCTYPE x> --><!DOCTYPE html>", "tmx.dtd")]
    public void The_only_document_type_is_TMXs_own(string type, string? code)
    {
        var problems = new Problems();
        var read = TmxReader.Read(Encoding.UTF8.GetBytes($"<?xml version=\"1.0\"?>{type}{File("")}"), "x.tmx", problems);
        problems.All.Select(p => p.Code).ShouldBe(code is null ? [] : [code]);
        (read is null).ShouldBe(code is not null);
    }

    [Theory]
    [InlineData("<tmx><body><tu>&xxe;</tu></body></tmx>", "tmx.not-well-formed")]
    [InlineData("<html/>", "tmx.not-tmx")]
    [InlineData("", "tmx.not-well-formed")]
    [InlineData("<tmx><body><tu><tuv xml:lang='it'/></tu></body></tmx>", "tmx.empty-unit")]
    public void What_is_wrong_is_reported_with_its_place(string text, string code)
    {
        var problems = new Problems();
        TmxReader.Read(Encoding.UTF8.GetBytes(text), "x.tmx", problems);
        problems.All.ShouldHaveSingleItem().Code.ShouldBe(code);
    }

    [Fact]
    public void What_is_too_deep_or_too_long_is_refused()
    {
        foreach (var text in (string[])[string.Concat(Enumerable.Repeat("<hi>", 5000)), new string('x', TmxReader.MaxUnit + 1)])
        {
            var problems = new Problems();
            TmxReader.Read(Encoding.UTF8.GetBytes($"<tmx><body><tu><tuv><seg>{text}"), "x.tmx", problems).ShouldBeNull();
            problems.All.ShouldHaveSingleItem().Code.ShouldBe("tmx.too-large");
        }
    }

    [Fact]
    public void A_file_in_UTF_16_is_read() =>
        Read([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(File("<tu><tuv xml:lang=\"it\"><seg>è</seg></tuv><tuv xml:lang=\"en\"><seg>is</seg></tuv></tu>"))])
            .Entries("x", []).ShouldHaveSingleItem().Source.PlainText.ShouldBe("è");

    private static string File(string units) => $"""<tmx version="1.4"><header creationtool="x" creationtoolversion="1" segtype="sentence" o-tmf="x" adminlang="en" srclang="it" datatype="plaintext"/><body>{units}</body></tmx>""";

    private static TmxFile Read(byte[] bytes)
    {
        var problems = new Problems();
        var file = TmxReader.Read(bytes, "x.tmx", problems);
        problems.All.ShouldBeEmpty();
        return file.ShouldNotBeNull();
    }

    private static byte[] Write(params XElement[] units)
    {
        using var stream = new MemoryStream();
        TmxWriter.Write(stream, "1.0", "it", units);
        return stream.ToArray();
    }

    // What a code shows is not in TMX, and neither is what XML cannot hold.
    private static string Shape(InlineContent content) => string.Concat(content.Select(p => p.Kind == PieceKind.Text ? p.Text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n')
        : $"[{p.Kind} {p.Code!.Kind} {p.Code.Open} {p.Code.Close}]"));

    private static void Validate(byte[] bytes)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Parse, ValidationType = ValidationType.DTD, XmlResolver = new TmxType() };
        var faults = new List<string>();
        settings.ValidationEventHandler += (_, e) => faults.Add(e.Message);
        using var reader = XmlReader.Create(new MemoryStream(bytes), settings);
        while (reader.Read())
        {
            // Reading validates.
        }

        faults.ShouldBeEmpty();
    }
}
