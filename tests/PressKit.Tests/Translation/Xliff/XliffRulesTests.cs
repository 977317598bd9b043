using System.Text;
using PressKit.Translation.Exchange;

namespace PressKit.Tests.Translation.Xliff;

/// <summary>What the standard asks beyond its schema, each with a file that breaks it.</summary>
public sealed class XliffRulesTests
{
    private const string Modules = "xmlns:mtc=\"urn:oasis:names:tc:xliff:matches:2.0\" xmlns:gls=\"urn:oasis:names:tc:xliff:glossary:2.0\" xmlns:fs=\"urn:oasis:names:tc:xliff:fs:2.0\" "
        + "xmlns:mda=\"urn:oasis:names:tc:xliff:metadata:2.0\" xmlns:res=\"urn:oasis:names:tc:xliff:resourcedata:2.0\" xmlns:val=\"urn:oasis:names:tc:xliff:validation:2.0\" xmlns:its=\"http://www.w3.org/2005/11/its\"";

    private const string Segment = "<segment id=\"s1\"><source>a</source></segment>";

    [Theory]
    [InlineData(Segment)]
    [InlineData("<notes><note id=\"n1\">a</note><note id=\"n2\">b</note></notes>" + Segment)]
    [InlineData("<segment><source><sm id=\"m1\" type=\"comment\" value=\"a\"/>a<em startRef=\"m1\"/></source></segment>")]
    [InlineData("<segment><source><ph id=\"1\" canReorder=\"firstNo\" canCopy=\"no\" canDelete=\"no\" type=\"fmt\" subType=\"xlf:lb\"/></source></segment>")]
    [InlineData("<segment><source><ph id=\"1\" subFlows=\"u1\"/></source><target><ph id=\"1\"/><ph id=\"2\" copyOf=\"1\"/></target></segment>")]
    [InlineData("<fs:x/>" + Segment)]
    public void What_the_standard_allows_is_read(string unit)
    {
        var problems = new Problems();
        ExchangeReader.Read(File(unit), "back.xlf", problems).ShouldNotBeNull(string.Join('\n', problems.All));
    }

    [Theory]
    // Shape: what may stand where, and say what.
    [InlineData("<segment><source>a</source></segment>\n<originalData><data id=\"d\">x</data></originalData>", 5)]
    [InlineData(Segment + "\n<notes><note>a</note></notes>", 5)]
    [InlineData("<notes><note>a</note></notes>\n<fs:x/>" + Segment, 5)]
    [InlineData("<segment>\n<target>b</target><source>a</source></segment>", 5)]
    [InlineData("<segment><source>a<target>b</target></source></segment>", 4)]
    [InlineData("<segment><source>a</source></segment><made-up/>", 4)]
    [InlineData("<segment made=\"up\"><source>a</source></segment>", 4)]
    [InlineData("<segment state=\"begun\"><source>a</source></segment>", 4)]
    [InlineData("<segment id=\"a b\"><source>a</source></segment>", 4)]
    [InlineData("<segment><source><ph id=\"1\" type=\"bold\"/></source></segment>", 4)]
    [InlineData("<segment><source><ph id=\"1\" type=\"fmt\" subType=\"b\"/></source></segment>", 4)]
    [InlineData("<segment><source><ph id=\"1\" canCopy=\"maybe\"/></source></segment>", 4)]
    [InlineData("<segment><source><mrk>a</mrk></source></segment>", 4)]
    [InlineData("text" + Segment, 3)]
    // Languages.
    [InlineData("<segment><source xml:lang=\"de\">a</source></segment>", 4)]
    [InlineData("<segment><source>a</source><target xml:lang=\"fr\">b</target></segment>", 4)]
    // Ids.
    [InlineData("<notes><note id=\"n\">a</note>\n<note id=\"n\">b</note></notes>" + Segment, 5)]
    [InlineData("<originalData><data id=\"d\">a</data>\n<data id=\"d\">b</data></originalData>" + Segment, 5)]
    [InlineData(Segment + "\n" + Segment, 5)]
    [InlineData("<mda:metadata><mda:metaGroup id=\"g\"><mda:meta type=\"a\">b</mda:meta></mda:metaGroup>\n<mda:metaGroup id=\"g\"><mda:meta type=\"a\">b</mda:meta></mda:metaGroup></mda:metadata>" + Segment, 5)]
    // States.
    [InlineData("<segment state=\"translated\"><source>a</source></segment>", 4)]
    [InlineData("<segment subState=\"x:y\"><source>a</source></segment>", 4)]
    // Codes.
    [InlineData("<segment><source><ph id=\"1\" dataRef=\"none\"/></source></segment>", 4)]
    [InlineData("<segment><source><ph id=\"1\" subType=\"x:y\"/></source></segment>", 4)]
    [InlineData("<segment><source><ph id=\"1\" type=\"ui\" subType=\"xlf:b\"/></source></segment>", 4)]
    [InlineData("<segment><source><ph id=\"1\" canReorder=\"no\"/></source></segment>", 4)]
    [InlineData("<segment><source><ph id=\"1\" copyOf=\"9\"/></source></segment>", 4)]
    [InlineData("<segment><source><ph id=\"1\" subFlows=\"u9\"/></source></segment>", 4)]
    [InlineData("<segment><source><sc id=\"1\"/>a<ec startRef=\"2\"/></source></segment>", 4)]
    [InlineData("<segment><source><sc id=\"1\"/>a<ec/></source></segment>", 4)]
    [InlineData("<segment><source><sc id=\"1\"/>a<ec startRef=\"1\" id=\"2\"/></source></segment>", 4)]
    [InlineData("<segment><source>a<ec isolated=\"yes\"/></source></segment>", 4)]
    [InlineData("<segment><source><sc id=\"1\"/>a</source></segment>", 4, "xliff.code-nesting")]
    [InlineData("<segment><source>a</source><target order=\"2\">b</target></segment>", 4, "xliff.target-order")]
    // Annotations.
    [InlineData("<segment><source><sm id=\"m1\"/>a</source></segment>", 4)]
    [InlineData("<segment><source>a<em startRef=\"m1\"/></source></segment>", 4)]
    [InlineData("<segment><source><mrk id=\"m1\" type=\"comment\">a</mrk></source></segment>", 4)]
    [InlineData("<segment><source><mrk id=\"m1\" type=\"comment\" value=\"a\" ref=\"#n=n1\">a</mrk></source></segment>", 4)]
    [InlineData("<segment><source><mrk id=\"m1\" type=\"comment\" ref=\"#n=n9\">a</mrk></source></segment>", 4)]
    // Modules.
    [InlineData("<mtc:matches><mtc:match ref=\"#s9\"><source>a</source><target>b</target></mtc:match></mtc:matches>" + Segment, 4)]
    [InlineData("<gls:glossary><gls:glossEntry ref=\"#m9\"><gls:term>a</gls:term></gls:glossEntry></gls:glossary>" + Segment, 4)]
    [InlineData("<segment><source><ph id=\"1\" fs:subFs=\"src,a.png\"/></source></segment>", 4)]
    [InlineData("<val:validation><val:rule isPresent=\"a\" endsWith=\"b\"/></val:validation>" + Segment, 4)]
    [InlineData("<res:resourceData><res:resourceItemRef ref=\"r9\"/></res:resourceData>" + Segment, 4)]
    [InlineData("<segment><source>a</source><target><mrk id=\"m1\" type=\"its:its\" its:mtConfidence=\"0.5\">b</mrk></target></segment>", 4)]
    public void What_the_standard_forbids_is_refused_in_its_line(string unit, int line, string code = "xliff.invalid")
    {
        var problems = new Problems();
        ExchangeReader.Read(File(unit), "back.xlf", problems).ShouldBeNull();
        problems.All.Select(p => $"{p.Place.Line} {p.Code}").ShouldContain($"{line} {code}");
    }

    private static byte[] File(string unit) => Encoding.UTF8.GetBytes(
        $"<xliff xmlns=\"urn:oasis:names:tc:xliff:document:2.0\" {Modules} version=\"2.1\" srcLang=\"it\" trgLang=\"en\">\n<file id=\"f1\" original=\"it.md\">\n<unit id=\"u1\">\n{unit}\n</unit></file></xliff>");
}
