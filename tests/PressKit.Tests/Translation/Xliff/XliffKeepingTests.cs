using System.Text;
using System.Xml.Linq;
using PressKit.Testing;
using PressKit.Translation;
using PressKit.Translation.Exchange;
using PressKit.Translation.Xliff;

namespace PressKit.Tests.Translation.Xliff;

public sealed class XliffKeepingTests
{
    private const string Core = "urn:oasis:names:tc:xliff:document:2.0";

    public static TheoryData<string> Files => new(Directory.GetFiles(Folder, "*.xlf").Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal));

    private static string Folder => Repository.PathTo("tests", "PressKit.Tests", "Translation", "Xliff", "Foreign");

    [SkippableTheory]
    [MemberData(nameof(Files))]
    public void Files_of_others_are_valid_and_read(string file)
    {
        new XliffSchema().Validate(Bytes(file), extended: true).ShouldBeEmpty();
        var problems = new Problems();
        ExchangeReader.Read(Bytes(file), file, problems).ShouldNotBeNull(string.Join('\n', problems.All));
        problems.All.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void A_file_that_says_what_it_said_is_not_touched(string file) => Write(Read(Bytes(file)), Bytes(file)).ShouldBe(Bytes(file));

    [SkippableTheory]
    [MemberData(nameof(Files))]
    public void Signing_off_changes_states_and_loses_nothing(string file)
    {
        var before = Bytes(file);
        var stored = Read(before);
        var approved = stored with
        {
            Revision = "0123456789abcdef",
            Units = [.. stored.Units.Select(u => u with { Segments = [.. u.Segments.Select(s => s.Target is null ? s : s with { State = SegmentState.Final })] })],
        };
        var after = Write(approved, before);
        Stored.Describe(Read(after)).ShouldBe(Stored.Describe(approved));
        Foreign(after).ShouldBe(Foreign(before));
        new XliffSchema().Validate(after, extended: true).ShouldBeEmpty();
        Write(approved, after).ShouldBe(after);
    }

    [SkippableTheory]
    [MemberData(nameof(Files))]
    public void A_translation_that_changes_takes_with_it_only_what_was_said_of_it(string file)
    {
        var before = Bytes(file);
        var stored = Read(before);
        for (var unit = 0; unit < stored.Units.Length; unit++)
        {
            for (var segment = 0; segment < stored.Units[unit].Segments.Length; segment++)
            {
                var changed = With(stored, unit, segment, s => s with
                {
                    Target = InlineContent.Of((s.Target ?? s.Segment.Source).Prepend(Piece.Run("Now  "))), State = SegmentState.Translated,
                    Provenance = new Provenance(Origin.Author, "Ada Rossi", null, DateTimeOffset.UnixEpoch),
                    Previous = new PreviousTranslation(InlineContent.Of("Prima."), InlineContent.Of("Before.")),
                });
                var after = Write(changed, before);
                Stored.Describe(Read(after)).ShouldBe(Stored.Describe(changed));
                new XliffSchema().Validate(after, extended: true).ShouldBeEmpty();
                var id = stored.Units[unit].Id;
                Foreign(before).Except(Foreign(after), StringComparer.Ordinal)
                    .Where(l => !(l.StartsWith($"{id} ", StringComparison.Ordinal) && (l.Contains("/target", StringComparison.Ordinal) || l.Contains("mtConfidence", StringComparison.Ordinal) || l.Contains("revision", StringComparison.Ordinal))))
                    .ShouldBeEmpty();
            }
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void A_new_target_has_the_codes_as_the_source_has_them(string file)
    {
        var before = Bytes(file);
        var stored = Read(before);
        var changed = stored with { Units = [.. stored.Units.Select(u => u with { Segments = [.. u.Segments.Select(s => s with { Target = InlineContent.Of(s.Segment.Source.Append(Piece.Run("!"))) })] })] };
        var after = XDocument.Parse(Encoding.UTF8.GetString(Write(changed, before)));
        foreach (var segment in after.Descendants(XName.Get("segment", Core)))
            Codes(segment.Element(XName.Get("target", Core))!).ShouldBe(Codes(segment.Element(XName.Get("source", Core))!));
    }

    [SkippableFact]
    public void Where_the_source_changes_what_is_said_of_other_units_stays()
    {
        var before = Bytes("modules.xlf");
        var stored = Read(before);
        var fresh = new TranslatedUnit("u9", UnitRole.Paragraph, [new SegmentTranslation(new Segment(InlineContent.Of("Nuovo.")), InlineContent.Of("New."), SegmentState.Translated, null)]);
        var changed = With(stored, 0, 0, s => s with { Segment = new Segment(InlineContent.Of("La fiera apre."), " "), Target = null, State = SegmentState.Initial });
        changed = changed with { Units = [fresh, changed.Units[1], changed.Units[0]], Gone = [fresh with { Id = "gone0.u1" }] };
        var after = Write(changed, before);
        Stored.Describe(Read(after)).ShouldBe(Stored.Describe(changed));
        new XliffSchema().Validate(after, extended: true).ShouldBeEmpty();
        foreach (var kept in new[] { "x:anything", "res:resourceItem ", "locQualityIssueComment=\"dull\"", "category=\"hint\"", "gls:term", "x:client", "itsm:domains" })
            Encoding.UTF8.GetString(after).ShouldContain(kept);
    }

    [Fact]
    public void Notes_modules_and_annotations_of_a_file_that_came_back_are_taken_over_once()
    {
        var unit = new TranslatedUnit("u1", UnitRole.Paragraph, [new SegmentTranslation(new Segment(InlineContent.Of("Una didascalia.")), InlineContent.Of("A caption."), SegmentState.Translated, null)]);
        var stored = XliffWriter.Write(Stored.Of(unit));
        var returned = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(stored)
            .Replace("<xliff ", "<xliff xmlns:gls=\"urn:oasis:names:tc:xliff:glossary:2.0\" xmlns:its=\"http://www.w3.org/2005/11/its\" xmlns:x=\"urn:example:extension\" ", StringComparison.Ordinal)
            .Replace("type=\"pk:paragraph\">", "type=\"pk:paragraph\" its:revPerson=\"Lia\"><x:mine/><gls:glossary><gls:glossEntry id=\"pk1\"><gls:term>a</gls:term></gls:glossEntry><gls:glossEntry id=\"t1\"><gls:term>b</gls:term></gls:glossEntry></gls:glossary><notes><note category=\"pk:place\">x</note><note>Mind the gap.</note></notes>", StringComparison.Ordinal)
            .Replace("A caption.", "A <mrk id=\"m9\" type=\"comment\" value=\"dull\">caption</mrk>.", StringComparison.Ordinal));
        var once = XliffAdoption.Write(stored, returned);
        var text = Encoding.UTF8.GetString(once);
        foreach (var kept in new[] { "its:revPerson=\"Lia\"", "<x:mine", "<gls:term>b</gls:term>", "Mind the gap.", "value=\"dull\"" }) text.ShouldContain(kept);
        text.ShouldNotContain("pk:place");
        text.ShouldNotContain("pk1");
        Stored.Describe(Read(once)).ShouldBe(Stored.Describe(Stored.Of(unit)));
        XliffAdoption.Write(once, returned).ShouldBe(once);
        XliffAdoption.Write(stored, stored).ShouldBe(stored);
    }

    private static StoredTranslation With(StoredTranslation stored, int unit, int segment, Func<SegmentTranslation, SegmentTranslation> change) => stored with
    {
        Units = stored.Units.SetItem(unit, stored.Units[unit] with { Segments = stored.Units[unit].Segments.SetItem(segment, change(stored.Units[unit].Segments[segment])) }),
    };

    /// <summary>Everything in a file that PressKit does not use, each with the unit that it stands in.</summary>
    private static List<string> Foreign(byte[] bytes)
    {
        var found = new List<string>();
        foreach (var element in XDocument.Parse(Encoding.UTF8.GetString(bytes)).Descendants())
        {
            var path = string.Join('/', element.AncestorsAndSelf().Reverse().Select(e => e.Name.LocalName));
            var unit = (string?)element.AncestorsAndSelf(XName.Get("unit", Core)).FirstOrDefault()?.Attribute("id") ?? "-";
            var isOwn = element.AncestorsAndSelf().Attributes().Any(a => a.Value.StartsWith("pk:", StringComparison.Ordinal));
            var isUsed = element.Name.NamespaceName == Core && element.Name.LocalName is not ("note" or "notes" or "mrk" or "sm" or "em" or "group");
            if (!isUsed && !isOwn) found.Add($"{unit} {path} {(element.HasElements ? "" : element.Value)}");
            found.AddRange(element.Attributes().Where(a => !a.IsNamespaceDeclaration && !isOwn && (!isUsed || a.Name.NamespaceName.Length > 0)
                && a.Name != XNamespace.Xml + "space").Select(a => $"{unit} {path} {a}"));
        }

        return found;
    }

    private static List<string> Codes(XElement content) => [.. content.Descendants().Where(e => e.Name.LocalName is "pc" or "ph" or "sc" or "ec")
        .Where(e => e.Attribute("id") is not null).Select(e => $"{e.Attribute("id")} {e.Attribute("type")} {e.Attribute("subType")} {string.Join(' ', e.Attributes().Where(a => a.Name.NamespaceName.Length > 0))}")];

    private static StoredTranslation Read(byte[] bytes)
    {
        var problems = new Problems();
        return XliffReader.Read(bytes, "en.xlf", problems).ShouldNotBeNull(string.Join('\n', problems.All));
    }

    private static byte[] Bytes(string file) => File.ReadAllBytes(Path.Combine(Folder, file));

    private static byte[] Write(StoredTranslation translation, byte[] present)
    {
        var bytes = XliffKeeping.Write(translation, present, out var isKept);
        isKept.ShouldBeTrue();
        return bytes;
    }
}
