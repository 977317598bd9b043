using System.Text;
using PressKit.Translation.Xliff;

namespace PressKit.Tests.Translation.Xliff;

public sealed class XliffProblemTests
{
    [Theory]
    [InlineData("<segment state=\"begun\"><source>a</source></segment>", "xliff.invalid", 4, 1)]
    [InlineData("<segment><target>a</target></segment>", "xliff.invalid", 4, 1)]
    [InlineData("<ignorable><source> </source></ignorable>", "xliff.invalid", 3, 1)]
    [InlineData("<segment id=\"s\"><source>a</source></segment>\n<segment id=\"s\"><source>b</source></segment>", "xliff.invalid", 5, 1)]
    [InlineData("<segment><source><ph id=\"1\"/>\n<ph id=\"1\"/></source></segment>", "xliff.invalid", 5, 1)]
    [InlineData("<segment><source><ph id=\"1\"/></source>\n<target><ph id=\"1\"/><ph id=\"1\"/></target></segment>", "xliff.invalid", 5, 21)]
    [InlineData("<segment id=\"1\"><source><ph id=\"1\"/></source></segment>", "xliff.invalid", 4, 25)]
    [InlineData("<segment><source><ph/></source></segment>", "xliff.invalid", 4, 18)]
    [InlineData("<segment><source><ec/></source></segment>", "xliff.invalid", 4, 18)]
    [InlineData("<segment><source><ph id=\"1\" dataRef=\"d1\"/></source></segment>", "xliff.invalid", 4, 18)]
    [InlineData("<segment><source>a</source><target>a<b xmlns=\"http://www.w3.org/1999/xhtml\">b</b></target></segment>", "xliff.invalid", 4, 37)]
    [InlineData("<segment><source>a</source><target>a<unit id=\"x\"/></target></segment>", "xliff.invalid", 4, 37)]
    [InlineData("<segment><source><cp hex=\"D800\"/></source></segment>", "xliff.invalid", 4, 18)]
    [InlineData("<segment><source><cp hex=\"110000\"/></source></segment>", "xliff.invalid", 4, 18)]
    [InlineData("<segment><source><cp hex=\" 041\"/></source></segment>", "xliff.invalid", 4, 18)]
    [InlineData("<segment><source>a</source><target order=\"2\">a</target></segment>", "xliff.target-order", 4, 28)]
    [InlineData("<segment><source>a</source>\n<target>a<ph id=\"1\"/></target></segment>", "xliff.unknown-code", 5, 10)]
    [InlineData("<segment><source><pc id=\"1\">a</pc></source><target><pc id=\"1\" dataRefStart=\"d\">a</pc></target></segment>", "xliff.invalid", 4, 52)]
    [InlineData("<segment><source><ph id=\"1\"/></source><target><ph id=\"2\" copyOf=\"3\"/></target></segment>", "xliff.unknown-code", 4, 47)]
    [InlineData("<segment><source><pc id=\"1\">a</pc></source><target><ph id=\"1\"/></target></segment>", "xliff.unknown-code", 4, 52)]
    [InlineData("<segment><source><ph id=\"1\"/></source><target><pc id=\"1\">a</pc></target></segment>", "xliff.unknown-code", 4, 47)]
    [InlineData("<segment><source><sc id=\"1\"/>a\n<sc id=\"2\"/>b<ec startRef=\"1\"/>c<ec startRef=\"2\"/></source></segment>", "xliff.code-nesting", 5, 14)]
    [InlineData("<segment><source><sc id=\"1\"/>a</source></segment>\n<segment><source><ph id=\"2\"/></source></segment>", "xliff.code-nesting", 4, 18)]
    [InlineData("<segment><source><ec startRef=\"1\"/>a</source></segment>", "xliff.code-nesting", 4, 18)]
    [InlineData("<mda:metadata xmlns:mda=\"urn:oasis:names:tc:xliff:metadata:2.0\">\n<mda:metaGroup category=\"pk:provenance\"><mda:meta type=\"origin\">ghost</mda:meta></mda:metaGroup></mda:metadata><segment><source>a</source></segment>", "xliff.invalid", 5, 1)]
    [InlineData("<mtc:matches xmlns:mtc=\"urn:oasis:names:tc:xliff:matches:2.0\">\n<mtc:match ref=\"#s1\" type=\"other\" subType=\"pk:previous\"><source>a</source></mtc:match></mtc:matches><segment><source>a</source></segment>", "xliff.invalid", 5, 1)]
    [InlineData("<originalData><data id=\"d\">a</data>\n<data id=\"d\">b</data></originalData><segment><source>a</source></segment>", "xliff.invalid", 5, 1)]
    public void What_is_wrong_in_a_unit_is_found_in_its_place(string unit, string code, int line, int column) =>
        ShouldHave(XliffReaderTests.File(unit), code, line, column);

    [Theory]
    [InlineData("", "xliff.not-well-formed", 0)]
    [InlineData("not XML", "xliff.not-well-formed", 1)]
    [InlineData("<xliff", "xliff.not-well-formed", 1)]
    [InlineData("<html/>", "xliff.invalid", 1)]
    [InlineData("\n<xliff version=\"1.2\" xmlns=\"urn:oasis:names:tc:xliff:document:1.2\"/>", "xliff.invalid", 2)]
    [InlineData("\n<xliff version=\"2.2\" xmlns=\"urn:oasis:names:tc:xliff:document:2.2\"/>", "xliff.invalid", 2)]
    [InlineData("<xliff xmlns=\"urn:oasis:names:tc:xliff:document:2.0\" srcLang=\"it\" trgLang=\"en\"/>", "xliff.invalid", 1)]
    [InlineData("<xliff xmlns=\"urn:oasis:names:tc:xliff:document:2.0\" version=\"2.1\" srcLang=\"it\" trgLang=\"en\"/>", "xliff.invalid", 1)]
    [InlineData("<xliff xmlns=\"urn:oasis:names:tc:xliff:document:2.0\" version=\"2.1\" srcLang=\"it\"><file id=\"f\"/></xliff>", "xliff.invalid", 1)]
    [InlineData("<xliff xmlns=\"urn:oasis:names:tc:xliff:document:2.0\" version=\"2.1\" srcLang=\"it_IT\" trgLang=\"en\"><file id=\"f\"/></xliff>", "xliff.invalid", 1)]
    [InlineData("<xliff xmlns=\"urn:oasis:names:tc:xliff:document:2.0\" version=\"2.1\" srcLang=\"it\" trgLang=\"en\"><file id=\"f\"/>\n<file id=\"g\"/></xliff>", "xliff.invalid", 2)]
    [InlineData("<!DOCTYPE xliff><xliff/>", "xliff.dtd", 1)]
    [InlineData("<?xml version=\"1.0\"?>\n<!-- <x> -->\n<!DOCTYPE xliff SYSTEM \"http://127.0.0.1:1/x.dtd\"><xliff/>", "xliff.dtd", 3)]
    [InlineData("\n<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><x>&b;</x>", "xliff.dtd", 2)]
    [InlineData("\n<!DOCTYPE x [<!ENTITY % a SYSTEM \"file:///etc/hostname\">%a;]><x/>", "xliff.dtd", 2)]
    [InlineData("\n<x>&a;</x>", "xliff.not-well-formed", 2)]
    [InlineData("<?xml version=\"1.0\" encoding=\"UTF-16\"?><xliff/>", "xliff.not-well-formed", 0)]
    [InlineData("<?xml version=\"1.0\" encoding=\"martian\"?><xliff/>", "xliff.not-well-formed", 1)]
    [InlineData("<x>\n<y a=\"1\" a=\"2\"/></x>", "xliff.not-well-formed", 2)]
    [InlineData("<x>\n\u0001</x>", "xliff.not-well-formed", 2)]
    [InlineData("<x>\n&#0;</x>", "xliff.not-well-formed", 2)]
    public void What_is_no_XLIFF_is_refused(string text, string code, int line) => ShouldHave(text, code, line);

    [Fact]
    public void A_file_that_is_cut_off_anywhere_is_refused()
    {
        var bytes = XliffWriter.Write(XliffWriterTests.Sample());
        for (var length = 0; length < bytes.Length - 2; length += 7)
        {
            var problems = new Problems();
            XliffReader.Read(bytes.AsMemory(0, length), "en.xlf", problems).ShouldBeNull();
            problems.All.ShouldHaveSingleItem().Code.ShouldBe("xliff.not-well-formed");
        }
    }

    [Fact]
    public void A_file_with_any_byte_changed_is_read_or_refused_and_never_thrown_at()
    {
        var bytes = XliffWriter.Write(XliffWriterTests.Sample());
        byte[] values = [0, 0xff, (byte)'<', (byte)'"', (byte)'1'];
        for (var at = 0; at < bytes.Length; at++)
        {
            var damaged = (byte[])bytes.Clone();
            damaged[at] = values[at % values.Length];
            var problems = new Problems();
            var translation = XliffReader.Read(damaged, "en.xlf", problems);
            (translation is null).ShouldBe(problems.HasErrors);
            if (translation is not null) Should.NotThrow(() => XliffWriter.Write(translation));
        }
    }

    [Fact]
    public void Bytes_that_are_not_UTF8_are_refused()
    {
        var text = Encoding.UTF8.GetBytes(XliffReaderTests.File("<segment><source>@</source></segment>"));
        text[Array.IndexOf(text, (byte)'@')] = 0xe9;
        var problems = new Problems();
        XliffReader.Read(text, "en.xlf", problems).ShouldBeNull();
        var problem = problems.All.ShouldHaveSingleItem();
        problem.Code.ShouldBe("xliff.not-well-formed");
        problem.Place.Line.ShouldBe(4);
    }

    [Fact]
    public void A_file_that_nests_too_deep_is_refused()
    {
        var (open, close) = (string.Concat(Enumerable.Repeat("<a>\n", 100_000)), string.Concat(Enumerable.Repeat("</a>", 100_000)));
        ShouldHave(open + close, "xliff.too-large", 65, 1);
    }

    [Fact]
    public void A_file_of_too_many_elements_is_refused() =>
        ShouldHave("<a>\n" + string.Concat(Enumerable.Repeat("<b/>", XliffReader.MaxElements)) + "</a>", "xliff.too-large", 2);

    [Fact]
    public void A_unit_with_very_much_between_its_sentences_takes_no_longer_than_its_length()
    {
        var between = string.Concat(Enumerable.Range(1, 50_000).Select(i => $"<ignorable><source> <ph id=\"{i}\"/></source></ignorable>"));
        var (translation, _) = XliffReaderTests.Read(XliffReaderTests.File("<segment><source>a</source></segment>" + between));
        translation!.Units[0].Segments.ShouldHaveSingleItem().Segment.Source.Count.ShouldBe(100_000);
    }

    [Fact]
    public void A_file_that_is_too_large_is_refused_before_it_is_parsed()
    {
        var problems = new Problems();
        XliffReader.Read(new byte[XliffReader.MaxBytes + 1], "en.xlf", problems).ShouldBeNull();
        var problem = problems.All.ShouldHaveSingleItem();
        problem.Code.ShouldBe("xliff.too-large");
        problem.Place.ShouldBe(new Place("en.xlf"));
    }

    [Fact]
    public void Units_of_one_id_are_refused_wherever_they_stand()
    {
        const string unit = "<segment><source>a</source></segment>";
        ShouldHave(XliffReaderTests.File(unit + "</unit>\n<group id=\"g\"><unit id=\"u1\">" + unit + "</unit></group><unit id=\"u2\">" + unit),
            "xliff.invalid", 5, 15);
    }

    [Fact]
    public void Everything_wrong_in_a_file_is_reported_at_once()
    {
        var problems = XliffReaderTests.Read(XliffReaderTests.File("""
            <segment state="x"><source>a</source><target><ph id="9"/></target></segment>
            <segment><source>b</source><target order="1">b</target></segment>
            """)).Problems;
        problems.All.Select(p => (p.Code, p.Place.Line)).ShouldBe(
            [("xliff.invalid", 4), ("xliff.unknown-code", 4), ("xliff.target-order", 5)]);
    }

    private static void ShouldHave(string text, string code, int line, int? column = null)
    {
        var (translation, problems) = XliffReaderTests.Read(text);
        translation.ShouldBeNull();
        var problem = problems.All.ShouldHaveSingleItem();
        problem.Code.ShouldBe(code);
        problem.Severity.ShouldBe(Severity.Error);
        problem.Place.File.ShouldBe("en.xlf");
        problem.Place.Line.ShouldBe(line);
        if (column is not null) problem.Place.Column.ShouldBe(column.Value);
        problem.Remedy.ShouldNotBeEmpty();
    }
}
