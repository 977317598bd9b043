namespace PressKit.Cli.Tests.Browser;

/// <summary>A release that no phone is wide enough for.</summary>
[Collection(SampleCollection.Name)]
public sealed class LongWordsTests(Chromium chromium)
{
    private static readonly string Word = string.Concat(Enumerable.Repeat("Rindfleischetikettierung", 5));
    private static readonly string Url = "https://archivio.example/" + string.Concat(Enumerable.Repeat("comunicati-2026-", 12));

    [SkippableTheory]
    [InlineData("press")]
    [InlineData("broadsheet")]
    public async Task Long_words_addresses_tables_and_code_stay_on_a_phones_screen(string theme)
    {
        using var newsroom = Newsroom();
        newsroom.UseTheme(theme);
        await newsroom.SucceedAsync("publish");
        await using var server = await SiteServer.StartAsync(newsroom.Published());
        await using var reader = await chromium.OpenAsync(server, "/", Screen.Phone);
        foreach (var tag in SamplePages.Tags)
        {
            foreach (var address in new[] { $"/{tag}/2026/long/", $"/{tag}/", $"/{tag}/topics/long/", $"/{tag}/about/", $"/{tag}/archive/", $"/{tag}/archive/2026/",
                $"/{tag}/archive/2026/01/", $"/{tag}/series/long/", $"/{tag}/media/", $"/{tag}/spokespeople/", $"/{tag}/spokespeople/long/", $"/{tag}/contacts/", $"/{tag}/feeds/" })
            {
                await reader.GoAsync(address);
                foreach (var screen in new[] { Screen.Phone, new Screen(320, 640), Screen.Desktop })
                {
                    await reader.ResizeAsync(screen);
                    (await reader.OverflowAsync()).ShouldBeEmpty($"{address} on {screen}");
                }
            }
        }

        reader.Complaints.ShouldBeEmpty();
    }

    private static TestNewsroom Newsroom()
    {
        var newsroom = new TestNewsroom();
        newsroom.Replace("content/newsroom.yml", "name: Acme\n", $"name: {Word}\n");
        newsroom.Delete("templates");
        foreach (var tag in SamplePages.Tags) newsroom.Write($"content/pages/about/{tag}.md", $"---\nheadline: {Word}\n---\n\n{Url}\n");
        newsroom.Write("content/topics.yml", newsroom.Read("content/topics.yml") + $"long:\n  name: {{ it: {Word}, en: {Word}, ja: {Word}, ar: {Word} }}\n");
        newsroom.Write("content/contacts.yml", newsroom.Read("content/contacts.yml") + $"long:\n  name: {Word}\n  email: {Word}@acme.example\n");
        newsroom.Write("content/series.yml", $"long:\n  name: {Word}\n  text: {{ it: {Word}, ja: {Word}, ar: {Word} }}\n");
        newsroom.Write("content/spokespeople.yml",
            $"luca:\n  name: Luca\nlong:\n  name: {Word}\n  role: {{ it: {Word}, ja: {Word}, ar: {Word} }}\n  biography: {{ it: {Url}, ja: {Url}, ar: {Url} }}\n  contact: long\n");
        newsroom.Replace("content/releases/2025/lancio/it.md", "series: storia\n", "");
        newsroom.Replace("content/releases/2026/segreto/it.md", "series: storia\n", "");
        foreach (var (tag, sentence) in new[] { ("it", "Una frase che va a capo."), ("ja", "普通の文です。"), ("ar", "جملة عادية قصيرة.") })
            newsroom.Write($"content/releases/2026/long/{tag}.md", Release(tag, sentence));
        newsroom.Write("content/releases/2026/long/media/wide.svg", """<svg xmlns="http://www.w3.org/2000/svg" width="3000" height="200"><rect width="3000" height="200"/></svg>""");
        return newsroom;
    }

    private static string Release(string tag, string sentence) => $"""
        ---
        headline: {sentence} {Word}
        subhead: {Word}
        summary: {Word} {Url}
        slug: long
        {(tag == "it" ? Facts : "")}---

        {sentence} {Word} {Url} <{Url}> [{Word}]({Url}) `{Word}` **{Word}**

        ## {Word}

        > {Word}

        - {Word}
          1. {Url}
             - `{Url}`

        | {Word} | A | B | C | D |
        |---|---|---|---|---|
        | {sentence} | `{Word}` | {Url} | {sentence} | 4 |

        ```
        {Word} {Url}
            {Word} --option={Word}
        ```

        ![{sentence}](media/wide.svg)
        """;

    private static string Facts => $"""
        published: 2026-01-10T09:00
        topics: [long]
        contacts: [long]
        media:
          - file: media/wide.svg
            alt: Un rettangolo
            caption: {Word}
            credit: {Word}
            licence: {Word}
        quotes:
          - text: {Word}
            speaker: {Word}
          - text: {Word}
            person: long
        series: long
        notes: {Word} {Url}

        """;
}
