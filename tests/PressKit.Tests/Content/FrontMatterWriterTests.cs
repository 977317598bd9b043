using System.Collections.Immutable;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using PressKit.Content;

namespace PressKit.Tests.Content;

public sealed class FrontMatterWriterTests
{
    private static readonly Instants Rome = Instants.In("Europe/Rome")!;
    private static readonly Language Italian = Language.Parse("it");

    [Fact]
    public void Any_front_matter_is_read_back_as_it_was() =>
        Prop.ForAll(Any().ToArbitrary(), frontMatter =>
        {
            var text = new FrontMatterWriter(Rome).Write(frontMatter, ImmutableDictionary<string, string>.Empty);
            var problems = new Problems();
            var read = new FrontMatterReader(Rome, problems).Read(text + "Text\n", "it.md", Italian);
            problems.All.ShouldBeEmpty(text);
            Describe(read!.FrontMatter).ShouldBe(Describe(frontMatter), text);
            read.Markdown.ShouldBe("Text\n");
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void Write_says_things_as_a_person_would()
    {
        var frontMatter = new FrontMatter
        {
            Headline = "“Alzheimer” vince: un tuffo nella memoria",
            Subhead = "L’arte di ricordare",
            Summary = "Il concorso ha attirato più di 4.600 partecipanti da 122 Paesi, con l’obiettivo di mettere a fuoco il legame tra creatività umana e strumenti digitali.",
            Dateline = new Dateline("Tokyo", new DateOnly(2025, 11, 3)),
            Published = new DateTimeOffset(2025, 11, 3, 9, 0, 0, TimeSpan.FromHours(1)),
            Topics = ["cinema", "artificial-intelligence"],
            Quotes = [new Quote("\"Yes\", he said", "No", null)],
        };
        var comments = ImmutableDictionary<string, string>.Empty.Add("headline", "look it over").Add("embargo", "embargo: …");
        new FrontMatterWriter(Rome).Write(frontMatter, comments).ShouldBe(
            """
            ---
            # look it over
            headline: "“Alzheimer” vince: un tuffo nella memoria"
            subhead: L’arte di ricordare
            summary: >-
              Il concorso ha attirato più di 4.600 partecipanti da 122 Paesi, con l’obiettivo di mettere a fuoco il legame
              tra creatività umana e strumenti digitali.
            dateline:
              place: Tokyo
              date: 2025-11-03
            published: 2025-11-03T09:00
            # embargo: …
            topics: [cinema, artificial-intelligence]
            quotes:
              - text: '"Yes", he said'
                speaker: "No"
            ---

            """, StringCompareShould.IgnoreLineEndings);
    }

    [Fact]
    public void An_hour_that_comes_twice_is_written_with_its_offset()
    {
        var writer = new FrontMatterWriter(Rome);
        writer.Instant(new DateTimeOffset(2025, 10, 26, 2, 30, 0, TimeSpan.FromHours(1))).ShouldBe("2025-10-26T02:30+01:00");
        writer.Instant(new DateTimeOffset(2025, 10, 26, 3, 30, 0, TimeSpan.FromHours(1))).ShouldBe("2025-10-26T03:30");
    }

    private static Gen<FrontMatter> Any() =>
        from texts in Text().ArrayOf(12)
        from some in Gen.Choose(0, 1).ArrayOf(20)
        from minutes in Gen.Choose(0, 40_000_000)
        from seconds in Gen.Choose(0, 120)
        from items in Text().ListOf()
        from extra in Gen.Zip(Text(), Text()).ListOf()
        let published = new DateTimeOffset(1970, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(minutes).AddSeconds(Math.Max(0, seconds - 60))
        select new FrontMatter
        {
            Headline = texts[0].Length == 0 ? "A" : texts[0],
            Subhead = some[0] == 0 ? null : texts[1],
            Summary = some[1] == 0 ? null : texts[2],
            Dateline = some[2] == 0 ? null : new Dateline(some[3] == 0 ? null : texts[3], new DateOnly(2025, 11, 3)),
            Published = some[4] == 0 ? null : published,
            Embargo = some[5] == 0 ? null : published.AddTicks(seconds),
            Topics = [.. items],
            Contacts = some[6] == 0 ? [] : [texts[4]],
            Boilerplate = some[7] == 0 ? null : texts[5],
            Media = some[8] == 0 ? [] : [new MediaItem("media/" + texts[4], texts[5], some[9] == 0 ? null : texts[6], null, texts[7])],
            Quotes = some[10] == 0 ? [] : [new Quote("“" + texts[4], null, null), new Quote("“" + texts[5], texts[6], texts[7])],
            Notes = some[11] == 0 ? null : texts[8],
            Related = some[12] == 0 ? [] : [texts[9], texts[10]],
            Series = some[13] == 0 ? null : texts[11],
            Languages = some[14] == 0 ? [] : [Italian, Language.Parse("zh-Hans")],
            Slug = some[15] == 0 ? null : "tokyo-contest-2",
            State = some[16] == 0 ? ReleaseState.Ready : ReleaseState.Draft,
            Extra = extra.DistinctBy(e => e.Item1, StringComparer.Ordinal).ToImmutableSortedDictionary(e => e.Item1, e => e.Item2, StringComparer.Ordinal),
        };

    // The reader takes white space off the ends.
    private static Gen<string> Text() =>
        from pieces in Gen.Elements(
            "a", "b", " ", "  ", ":", ": ", "#", " #", "-", "- ", "---", "...", "\n", "\t", "'", "\"", "\\", "{", "}", "[", "]", ",", "?", "!",
            "&", "*", "|", ">", "%", "@", "`", "~", "null", "true", "12", "2025-11-03", "0x1f", "1e3", ".5", "é", "ü", "東京", "。", "طوكيو", "😀", "“", "”",
            "\u00a0", "\u3000", "\u2028", "\u200f", "\u00ad", "\ufeff", "=", "<<", "una frase lunga che si può piegare ").ListOf()
        select string.Concat(pieces).Trim();

    private static string Describe(FrontMatter frontMatter) => JsonSerializer.Serialize(frontMatter with
    {
        Published = frontMatter.Published?.ToUniversalTime(),
        Embargo = frontMatter.Embargo?.ToUniversalTime(),
    });
}
