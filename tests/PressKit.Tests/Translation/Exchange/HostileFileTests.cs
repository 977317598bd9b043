using System.Text;
using PressKit.Translation.Exchange;
using PressKit.Translation.Xliff;

namespace PressKit.Tests.Translation.Exchange;

/// <summary>Files that mean harm, in both formats: refused in their line, and without a look at anything else.</summary>
public sealed class HostileFileTests
{
    private const string Twelve = "<xliff version=\"1.2\" xmlns=\"urn:oasis:names:tc:xliff:document:1.2\">";
    private const string TwentyOne = "<xliff version=\"2.1\" xmlns=\"urn:oasis:names:tc:xliff:document:2.0\" srcLang=\"it\" trgLang=\"en\">";

    [Theory]
    [InlineData(Twelve)]
    [InlineData(TwentyOne)]
    public void Document_types_and_entities_are_refused(string root)
    {
        Code($"<!DOCTYPE xliff>\n{root}</xliff>").ShouldBe("1 xliff.dtd");
        Code($"\n<!DOCTYPE xliff SYSTEM \"http://127.0.0.1:1/x.dtd\">{root}</xliff>").ShouldBe("2 xliff.dtd");
        Code($"<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>{root}&e;</xliff>").ShouldBe("1 xliff.dtd");
        var laughs = string.Concat(Enumerable.Range(1, 9).Select(i => $"<!ENTITY l{i} \"{string.Concat(Enumerable.Repeat($"&l{i - 1};", 10))}\">"));
        Code($"<!DOCTYPE x [<!ENTITY l0 \"ha\">{laughs}]>{root}&l9;</xliff>").ShouldBe("1 xliff.dtd");
        Code($"{root}\n&e;</xliff>").ShouldBe("2 xliff.not-well-formed");
    }

    [Theory]
    [InlineData(Twelve, "group")]
    [InlineData(TwentyOne, "group")]
    [InlineData(TwentyOne, "pc")]
    public void Ten_thousand_levels_are_refused(string root, string element) =>
        Code(root + string.Concat(Enumerable.Repeat($"\n<{element}>", 10_000)) + string.Concat(Enumerable.Repeat($"</{element}>", 10_000)) + "</xliff>")
            .ShouldBe("65 xliff.too-large");

    [Theory]
    [InlineData(Twelve)]
    [InlineData(TwentyOne)]
    public void Huge_files_are_refused(string root)
    {
        var bytes = new byte[XliffReader.MaxBytes + 1];
        Encoding.UTF8.GetBytes(root, bytes);
        Code(bytes).ShouldBe("0 xliff.too-large");
        Code(root + string.Concat(Enumerable.Repeat("<a/>", XliffReader.MaxElements)) + "</xliff>").ShouldBe("1 xliff.too-large");
    }

    [Theory]
    [InlineData(Twelve)]
    [InlineData(TwentyOne)]
    public void Bytes_that_are_not_what_they_say_are_refused(string root)
    {
        Code([.. Encoding.UTF8.GetBytes(root), 0xe9, .. "</xliff>"u8]).ShouldBe("1 xliff.not-well-formed");
        Code(Encoding.Unicode.GetBytes($"<?xml version=\"1.0\" encoding=\"utf-8\"?>{root}</xliff>")).ShouldEndWith("xliff.not-well-formed");
        Code($"<?xml version=\"1.0\" encoding=\"martian\"?>{root}</xliff>").ShouldBe("1 xliff.not-well-formed");
        Code($"{root}\n\u0001</xliff>").ShouldBe("2 xliff.not-well-formed");
        Code($"{root}\n&#0;</xliff>").ShouldBe("2 xliff.not-well-formed");
        Code("").ShouldEndWith("xliff.not-well-formed");
    }

    [Theory]
    [InlineData("<target><g id=\"2\" ctype=\"link\">x</g></target>", "6 xliff.unknown-code")]
    [InlineData("<target><x id=\"1\"/></target>", "6 xliff.unknown-code")]
    [InlineData("<target><g id=\"-1\">x</g></target>", "6 xliff.unknown-code")]
    [InlineData("<target><bx id=\"1\"/>x</target>", "6 xliff.code-nesting")]
    [InlineData("<target><ept id=\"1\"/>x</target>", "6 xliff.code-nesting")]
    [InlineData("<target><sub>x</sub></target>", "6 xliff.invalid")]
    [InlineData("<target><a xmlns=\"http://www.w3.org/1999/xhtml\" href=\"https://evil.example/\">x</a></target>", "6 xliff.invalid")]
    [InlineData("<target state=\"great\">x</target>", "6 xliff.invalid")]
    [InlineData("</trans-unit><trans-unit id=\"u1.s1\"><source>x</source>", "6 xliff.invalid")]
    [InlineData("</trans-unit><trans-unit id=\"u1.sX\"><source>x</source>", "6 exchange.unknown-unit")]
    [InlineData("</trans-unit><trans-unit id=\"u1.s2\">", "6 xliff.invalid")]
    [InlineData("</trans-unit><bin-unit id=\"b\"/><trans-unit id=\"u1.s2\"><source>x</source>", "6 xliff.invalid")]
    public void What_XLIFF_1_2_may_not_bring_in_is_refused_in_its_line(string target, string problem) => Code(
        Twelve + "\n<file original=\"it.md\" source-language=\"it\" target-language=\"en\" datatype=\"x-markdown\">\n<body>\n<trans-unit id=\"u1.s1\">\n<source>a <g id=\"1\">b</g></source>\n"
        + target + "</trans-unit></body></file></xliff>").ShouldBe(problem);

    [Theory]
    [InlineData("<file original=\"it.md\" target-language=\"en\"><body/></file>")]
    [InlineData("<file original=\"it.md\" source-language=\"it\" target-language=\"e n\"><body/></file>")]
    [InlineData("<file original=\"it.md\" source-language=\"it\" target-language=\"en\"/>")]
    [InlineData("<file original=\"it.md\" source-language=\"it\" target-language=\"en\"><body/></file><file/>")]
    [InlineData("")]
    public void A_file_of_XLIFF_1_2_without_what_it_needs_is_refused(string file) => Code(Twelve + file + "</xliff>").ShouldBe("1 xliff.invalid");

    [Fact]
    public void A_base_that_was_tampered_with_only_makes_a_file_less_trusted()
    {
        foreach (var text in new[] { "", "presskit-exchange 1", "presskit-exchange 1 revision x u", "presskit-exchange 1 revision x u p 1/none", "presskit-exchange 1 revision x u p -1/none/-",
            "presskit-exchange 1 revision x u p 1/never/-", "presskit-exchange 2 revision x", "presskit-exchange 1 revision x u p u p", new string('9', 100_000) })
            ExchangeBase.Read(text).ShouldBeNull(text);
        ExchangeBase.Read(" presskit-exchange\n1 revision - u p 2147483647/final/x ").ShouldNotBeNull();
    }

    private static string Code(string file) => Code(Encoding.UTF8.GetBytes(file));

    private static string Code(byte[] file)
    {
        var problems = new Problems();
        ExchangeReader.Read(file, "back.xlf", problems).ShouldBeNull();
        return FormattableString.Invariant($"{problems.All[0].Place.Line} {problems.All[0].Code}");
    }
}
