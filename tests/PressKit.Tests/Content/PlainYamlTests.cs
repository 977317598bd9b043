using FsCheck;
using FsCheck.Fluent;
using PressKit.Content;
using PressKit.Testing;

namespace PressKit.Tests.Content;

public sealed class PlainYamlTests
{
    private static readonly string[] Lines =
    [
        "headline: Il cinema torna", "summary: \"Tre sale, due città\"", "notes: 'it is'", "published: 2026-03-01T09:00:00+01:00", "topics: [film, musica-nuova]", "topics: [ a ,b]",
        "media:", "  - file: media/a.png", "    alt: Una sala", "- file: media/b.png", "  alt: x", "dateline:", "  place: 東京", "  date: 2026-03-01", "extra:", "  a: b", "contacts:", "- press", "- ufficio stampa",
        "", "   ", "empty:", "slug: a#b", "a: b: c", "b: c #d", "# comment", "c: |", "d: >-", "summary: >-", "  folded text", "  and: more", "  - of it # so", "   deeper", "  \"a", "related: [\"2026/one\", x]", "related: [\"a, b\"]", "e: [a, [b]]", "f: {a: b}", "g: &x y", "h: *x", "i: - j", "? k", "l : m", "- - n", "-o", "p: \"q\\n\"",
        "q: 'it''s'", "r: ~", "s: @t", "\tt: u", "u: v\tw", "---", "...", "é: è", "v: http://x.example/#a", "w: x:", "y: [", "z: []", "aa: \"\"", "headline: twice", "bb: 👩", "cc: a\u2028b", "dd: \" a \"", "ee: x  ",
    ];

    [Fact]
    public void Whatever_it_reads_the_general_parser_reads_the_same() =>
        Prop.ForAll(Arb.From(Gen.Zip(Gen.Elements(Lines), Gen.Frequency((4, Gen.Constant(0)), (1, Gen.Choose(0, 3)))).NonEmptyListOf()), lines =>
        {
            var yaml = string.Join('\n', lines.Select(l => new string(' ', l.Item2) + l.Item1));
            if (PlainYaml.Read(yaml, "it.md", 2) is not { } map) return;
            var problems = new Problems();
            Described(YamlReader.Parse(yaml, "it.md", 2, problems)).ShouldBe(Described(map), yaml);
            problems.All.ShouldBeEmpty(yaml);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(20_000));

    [Fact]
    public void Every_front_matter_of_the_sample_newsroom_is_read_as_the_general_parser_reads_it()
    {
        var files = Directory.GetFiles(Repository.PathTo("content", "releases"), "*.md", SearchOption.AllDirectories);
        var plain = 0;
        foreach (var yaml in files.Select(f => File.ReadAllText(f).Split("---\n")[1]))
        {
            if (PlainYaml.Read(yaml, "it.md", 2) is not { } map) continue;
            plain++;
            Described(YamlReader.Parse(yaml, "it.md", 2, new Problems())).ShouldBe(Described(map), yaml);
        }

        plain.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void A_common_front_matter_is_plain() => PlainYaml.Read("""
        headline: Il nuovo festival
        summary: >-
          Tre sale: due città,
          un festival
        subhead: "Uno: due"
        related: ["2026/uno"]
        published: 2026-03-01T09:00:00+01:00
        topics: [film, musica]
        media:
          - file: media/a.png
            alt: Una sala
          - file: media/b.png
        contacts:
        - press

        dateline:
          place: 東京
        slug: festival

        """.ReplaceLineEndings("\n"), "it.md", 2).ShouldNotBeNull().Entries.Length.ShouldBe(10);

    private static string Described(YamlNode? node) => node switch
    {
        YamlScalar scalar => $"{scalar.Place} {scalar.IsPlain} '{scalar.Text}'",
        YamlList list => $"{list.Place} [{string.Join(", ", list.Items.Select(Described))}]",
        YamlMap map => $"{map.Place} {{{string.Join(", ", map.Entries.Select(e => $"{e.Place} {e.Key}: {Described(e.Value)}"))}}}",
        _ => "nothing",
    };
}
