using System.Text;
using FsCheck;
using FsCheck.Fluent;
using PressKit.Testing;
using PressKit.Translation;
using PressKit.Translation.Xliff;

namespace PressKit.Tests.Translation.Xliff;

public sealed class PlainXliffTests
{
    // What stands in such files, in the wrong place, and what breaks them.
    private static readonly string[] Tokens =
    [
        "<", ">", "/>", "\"", "&", "&amp;", "&#xA;", "&#x0;", " ", "\n", "\r\n", "\t", "1", "2", "s1", "d1", "e1", "é", "😀", "\u0001", "\uFFFE", "]]>", "<!-- c -->",
        "<pc id=\"1\">", "</pc>", "<ph id=\"1\"/>", "<cp hex=\"0001\"/>", "<source>", "</source>\n", "</target>\n", "        <target/>\n", "        <source>x</source>\n", "    </unit>\n", " order=\"2\"",
        " xml:space=\"default\"", "initial", "final", "pk:mt", "pk:repaired", "author", "1970", "      <ignorable>\n", "      <notes>\n", "    <unit id=\"u1\" type=\"pk:cell\">\n", "    <group id=\"g\">\n",
        "          <mda:meta type=\"at\">2026-01-01T00:00:00Z</mda:meta>\n", "        <data id=\"d1\">x</data>\n",
    ];

    [Fact]
    public void What_PressKit_writes_is_read_as_the_general_reader_reads_it() =>
        Prop.ForAll(Plain(), translation =>
        {
            var bytes = XliffWriter.Write(translation);
            if (PlainXliff.Read(bytes) is { } read) Stored.Describe(read).ShouldBe(General(bytes), Encoding.UTF8.GetString(bytes));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    [Fact]
    public void Whatever_is_changed_in_a_file_it_is_read_as_the_general_reader_reads_it_or_not_at_all()
    {
        var edits = Gen.Zip(Gen.Choose(0, 10_000), Gen.Zip(Gen.Choose(0, 4), Gen.Elements(Tokens))).NonEmptyListOf().Select(e => e.Take(3).ToList());
        Prop.ForAll(Arb.From(Gen.Zip(Plain().Generator, edits)), pair =>
        {
            var text = Encoding.UTF8.GetString(XliffWriter.Write(pair.Item1));
            foreach (var (at, (cut, token)) in pair.Item2)
            {
                var from = at % text.Length;
                text = text[..from] + token + text[Math.Min(text.Length, from + cut)..];
            }

            ShouldAgree(text);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(3000));
    }

    [Fact]
    public void Lines_of_a_file_that_change_places_are_read_as_the_general_reader_reads_them_or_not_at_all()
    {
        var moves = Gen.Zip(Gen.Choose(0, 10_000), Gen.Choose(0, 10_000)).NonEmptyListOf().Select(e => e.Take(3).ToList());
        Prop.ForAll(Arb.From(Gen.Zip(Plain().Generator, moves)), pair =>
        {
            var lines = Encoding.UTF8.GetString(XliffWriter.Write(pair.Item1)).Split('\n');
            foreach (var (one, other) in pair.Item2) lines[one % lines.Length] = lines[other % lines.Length];
            ShouldAgree(string.Join('\n', lines));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(3000));
    }

    [Fact]
    public void Nearly_every_translation_of_the_sample_newsroom_is_read_and_as_the_general_reader_reads_it()
    {
        var files = Directory.GetFiles(Repository.PathTo("content"), "*.xlf", SearchOption.AllDirectories);
        var read = 0;
        foreach (var bytes in files.Select(File.ReadAllBytes))
        {
            if (PlainXliff.Read(bytes) is not { } translation) continue;
            Stored.Describe(translation).ShouldBe(General(bytes));
            read++;
        }

        read.ShouldBeGreaterThan(files.Length * 2 / 3);
    }

    [Fact]
    public void Codes_makers_notes_states_and_spaces_are_read()
    {
        var (link, mark, line) = (new InlineCode(1, CodeKind.Link, "[", "](https://example.com/?a=1&b=2)"), new InlineCode(2, CodeKind.Html, "<kbd>"), new InlineCode(3, CodeKind.Code, "`x`", null, "\"x\""));
        var (source, other) = (InlineContent.Of([Piece.Open(link), Piece.Run("La <mostra>"), Piece.Close(link), Piece.Alone(mark)]), InlineContent.Of([Piece.Run("apre "), Piece.Alone(line)]));
        var made = new Provenance(Origin.Author, "Zoë", null, DateTimeOffset.UnixEpoch) { Revised = new Revisal("A", DateTimeOffset.UnixEpoch) };
        var unit = new TranslatedUnit("u1", UnitRole.Item,
        [
            new SegmentTranslation(new Segment(source, "\n"), InlineContent.Of([Piece.Alone(mark), Piece.Run("& "), Piece.Open(link), Piece.Close(link)]), SegmentState.Final, made) { IsRepaired = true },
            new SegmentTranslation(new Segment(other), null, SegmentState.Initial, null),
        ]) { Note = "Una «nota»" };
        var stored = Stored.Of(unit, unit with { Id = "u2", Note = null });
        var read = PlainXliff.Read(XliffWriter.Write(stored));
        Stored.Describe(read).ShouldBe(Stored.Describe(stored));
    }

    private static void ShouldAgree(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        if (PlainXliff.Read(bytes) is { } read) Stored.Describe(read).ShouldBe(General(bytes), text);
    }

    /// <summary>Any translation with nothing that is left to the general reader from the start, such as what is only found in a draft.</summary>
    private static Arbitrary<StoredTranslation> Plain() => Arb.From(Stored.Any().Generator.Select(translation => translation with
    {
        Revision = "0123456789abcdef",
        Units = [.. translation.Units.Select(u => u with
        {
            Id = u.Id.Replace('è', 'e'),
            Segments = [.. u.Segments.Select(s => s with { Previous = null, Conflicts = [] })],
        })],
    }));

    private static string General(byte[] bytes)
    {
        var problems = new Problems();
        var report = new XliffReport("en.xlf", problems);
        var read = XliffDocument.Load(bytes, report) is { } root ? XliffReader.Read(root, report) : null;
        problems.All.ShouldBeEmpty();
        return Stored.Describe(read);
    }
}
