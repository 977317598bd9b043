using System.Text;
using PressKit.Translation;
using PressKit.Translation.Xliff;

namespace PressKit.Tests.Translation.Xliff;

public sealed class XliffReaderTests
{
    [Fact]
    public void A_file_of_another_tool_is_read()
    {
        var (translation, problems) = Read("""
            <?xml version="1.0" encoding="utf-8"?>
            <!-- written by hand -->
            <x:xliff xmlns:x="urn:oasis:names:tc:xliff:document:2.0" xmlns:other="urn:example:other" version="2.0" srcLang="IT" trgLang="pt-br">
              <x:file id="f" other:made="yes">
                <other:settings><other:a><x:unit id="not-a-unit"/></other:a></other:settings>
                <x:notes><x:note>For the file.</x:note></x:notes>
                <x:group id="g">
                  <x:unit id="u1" type="tool:paragraph" other:x="1">
                    <x:notes><x:note category="hint">Keep it short.</x:note></x:notes>
                    <x:originalData><x:data id="a">&lt;b&gt;</x:data><x:data id="z">&lt;/b&gt;</x:data></x:originalData>
                    <x:segment id="seg" state="reviewed" subState="tool:ok">
                      <x:source>
                        Una <x:sc id="c1" type="fmt" subType="xlf:b" dataRef="a"/><x:mrk id="m1" type="term">parola</x:mrk><x:ec startRef="c1" dataRef="z"/>
                        e <x:sm id="m2" type="comment" value="?"/>un'altra<x:em startRef="m2"/> <x:ph id="c2" type="image" disp="[logo]"/>.
                      </x:source>
                      <x:target>Uma <x:mrk id="m1" type="term"><x:pc id="c1">palavra</x:pc></x:mrk> e <![CDATA[<outra>]]> <x:ph id="c2"/>.</x:target>
                    </x:segment>
                  </x:unit>
                </x:group>
              </x:file>
            </x:xliff>
            """);
        problems.All.ShouldBeEmpty();
        translation!.SourceLanguage.Tag.ShouldBe("it");
        translation.TargetLanguage.Tag.ShouldBe("pt-BR");
        translation.Original.ShouldBe("");
        translation.Revision.ShouldBe("");
        var unit = translation.Units.ShouldHaveSingleItem();
        unit.Id.ShouldBe("u1");
        unit.Role.ShouldBe(UnitRole.Other);
        var segment = unit.Segments.ShouldHaveSingleItem();
        segment.State.ShouldBe(SegmentState.Reviewed);
        segment.Provenance.ShouldBeNull();
        segment.Segment.Source.ToString().ShouldBe("Una <1>parola</1> e un'altra <2/>.");
        segment.Segment.Source.Codes.ShouldBe([new InlineCode(1, CodeKind.Strong, "<b>", "</b>"), new InlineCode(2, CodeKind.Image, "[logo]")]);
        segment.Target!.ToString().ShouldBe("Uma <1>palavra</1> e <<outra> <2/>.");
        segment.Target.Codes.ShouldBe(segment.Segment.Source.Codes);
        Stored.Describe(XliffReader.Read(XliffWriter.Write(translation), "en.xlf", problems)).ShouldBe(Stored.Describe(translation));
    }

    [Fact]
    public void What_stands_between_segments_is_space_or_belongs_to_a_sentence()
    {
        var (translation, problems) = Read(File("""
            <ignorable><source><ph id="1"/></source></ignorable>
            <segment><source>A.</source><target>a.</target></segment>
            <ignorable><source> </source></ignorable>
            <ignorable><source><ph id="2"/></source><target>, <ph id="2"/></target></ignorable>
            <segment><source>B.</source></segment>
            <ignorable><source> </source></ignorable>
            """));
        problems.All.ShouldBeEmpty();
        var segments = translation!.Units[0].Segments;
        segments.Select(s => s.Segment.Source.ToString()).ShouldBe(["<1/>A. <2/>", "B."]);
        segments.Select(s => s.Segment.Space).ShouldBe(["", " "]);
        segments.Select(s => s.Target?.ToString()).ShouldBe(["<1/>a. , <2/>", null]);
    }

    [Fact]
    public void White_space_is_kept_where_the_file_says_so()
    {
        var kept = Read(File("<segment><source xml:space=\"preserve\">a\r\n  b </source><target>a\r\n  b </target></segment>"));
        var segment = kept.Translation!.Units[0].Segments[0];
        segment.Segment.Source.PlainText.ShouldBe("a\n  b ");
        segment.Target!.PlainText.ShouldBe("a b ");
    }

    [Fact]
    public void An_empty_target_that_nobody_signed_is_no_translation()
    {
        var segments = Read(File("""
            <segment><source>a</source><target/></segment>
            <segment state="translated"><source>b</source><target/></segment>
            <segment state="translated"><source>c</source></segment>
            """)).Translation!.Units[0].Segments;
        segments.Select(s => (s.Target?.PlainText, s.State)).ShouldBe(
            [(null, SegmentState.Initial), ("", SegmentState.Translated), (null, SegmentState.Initial)]);
    }

    [Fact]
    public void A_code_may_stand_in_another_sentence_of_its_unit_and_as_a_copy()
    {
        var (translation, problems) = Read(File("""
            <segment><source>A <ph id="7" type="image"/>.</source><target>a.</target></segment>
            <segment><source>B <pc id="8" type="fmt">b</pc>.</source><target><ph id="7"/> <pc id="8">b</pc> <pc id="9" copyOf="8">b</pc></target></segment>
            """));
        problems.All.ShouldBeEmpty();
        translation!.Units[0].Segments[1].Target!.ToString().ShouldBe("<7/> <8>b</8> <8>b</8>");
    }

    [Fact]
    public void A_code_has_the_sources_data_whatever_the_target_says()
    {
        var (translation, problems) = Read(File("""
            <segment>
              <source>A <pc id="1" type="fmt" dataRefStart="d1" dataRefEnd="d1">a</pc></source>
              <target>A <pc id="1" type="link" dataRefStart="d2" dataRefEnd="d2" equivStart="evil" equivEnd="">a</pc></target>
            </segment>
            """, "<data id=\"d1\">*</data><data id=\"d2\">&lt;script&gt;</data>"));
        problems.All.ShouldBeEmpty();
        translation!.Units[0].Segments[0].Target!.Codes.ShouldBe([new InlineCode(1, CodeKind.Formatting, "*", "*")]);
    }

    [Fact]
    public void A_byte_order_mark_and_UTF16_are_read()
    {
        var text = File("<segment><source>è</source></segment>");
        foreach (var encoding in (Encoding[])[new UTF8Encoding(true), Encoding.Unicode, Encoding.BigEndianUnicode])
        {
            byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes(text)];
            XliffReader.Read(bytes, "en.xlf", new Problems())!.Units[0].Segments[0].Segment.Source.PlainText.ShouldBe("è");
        }
    }

    [Theory]
    [InlineData("revisions/0123456789abcdef.md", "0123456789abcdef")]
    [InlineData("revisions/../../secret.md", "")]
    [InlineData("revisions/a/b.md", "")]
    [InlineData("https://example.com/a.md", "")]
    [InlineData("", "")]
    public void A_revision_is_a_name_and_never_a_path(string href, string revision)
    {
        var text = File("<segment><source>a</source></segment>").Replace(
            "<unit ", $"<skeleton href=\"{href}\"/><unit ", StringComparison.Ordinal);
        Read(text).Translation!.Revision.ShouldBe(revision);
    }

    internal static (StoredTranslation? Translation, Problems Problems) Read(string text)
    {
        var problems = new Problems();
        return (XliffReader.Read(Encoding.UTF8.GetBytes(text), "en.xlf", problems), problems);
    }

    /// <summary>A file of one unit; what the unit holds begins on line 4.</summary>
    internal static string File(string unit, string data = "") => $"""
        <xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="it" trgLang="en">
        <file id="f1">
        <unit id="u1">{(data.Length > 0 ? $"<originalData>{data}</originalData>" : "")}
        {unit.ReplaceLineEndings("\n")}
        </unit></file></xliff>
        """;
}
