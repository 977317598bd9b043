using System.Security;
using System.Text;
using System.Text.RegularExpressions;
using PressKit.Cli.Tests.Browser;

namespace PressKit.Cli.Tests.Hostile;

/// <summary>Every key of every file, and every text beside them, in the hands of somebody who means harm: what is published of it is
/// harmless in every format, and what is not is a problem with a place.</summary>
[Collection(SampleSafetyCollection.Name)]
public sealed partial class HostileInputTests(Chromium chromium)
{
    private static readonly Document Content = new("docs/content.md");

    public static TheoryData<string, string> Keys
    {
        get
        {
            var keys = new TheoryData<string, string>();
            foreach (var (file, section) in HostileNewsroom.Sections)
            {
                foreach (var key in Content.Entries(section).Where(e => Key().IsMatch(e)).Distinct(StringComparer.Ordinal)) keys.Add(file, key);
            }

            return keys;
        }
    }

    public static TheoryData<string> Texts => new(HostileTexts.All.Keys);

    private static readonly string[] Free =
    [
        "headline", "subhead", "summary", "dateline.place", "media.alt", "media.caption", "media.credit", "media.licence", "quotes.text", "quotes.speaker", "quotes.role",
        "notes", "extra",
    ];

    [Fact]
    public async Task The_newsroom_of_these_tests_is_published_without_a_problem()
    {
        using var newsroom = new TestNewsroom(null);
        new HostileNewsroom().WriteTo(newsroom);
        (await newsroom.SucceedAsync("publish")).Errors.ShouldNotContain("warning:");
        HarmlessSite.Violations(newsroom.Published()).ShouldBeEmpty();
    }

    [Fact]
    public void Every_section_that_lists_keys_is_among_them() => HostileNewsroom.Sections.Values.Order(StringComparer.Ordinal).ShouldBe(
        Content.Sections.Where(s => s == "Front matter" || s.EndsWith(".yml", StringComparison.Ordinal)).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Keys))]
    public async Task What_a_key_says_is_refused_with_its_place_or_harmless_in_every_format(string file, string key)
    {
        var hostile = new HostileNewsroom();
        if (!hostile.Set(file, key, HostileTexts.Together)) return;
        using var newsroom = new TestNewsroom(null);
        hostile.WriteTo(newsroom);
        var answer = await newsroom.RunAsync("publish");
        if (answer.Code == ExitCode.Done) HarmlessSite.Violations(newsroom.Published()).ShouldBeEmpty();
        else answer.Problems.ShouldNotBeEmpty(answer.Errors);
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task A_hostile_text_is_harmless_wherever_a_text_may_stand(string text)
    {
        using var newsroom = new TestNewsroom(null);
        Everywhere(HostileTexts.All[text]).WriteTo(newsroom);
        var answer = await newsroom.RunAsync("publish");
        if (answer.Code == ExitCode.Done) HarmlessSite.Violations(newsroom.Published()).ShouldBeEmpty();
        else answer.Problems.ShouldNotBeEmpty(answer.Errors);
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task A_hostile_text_in_Markdown_is_refused_or_harmless(string text)
    {
        using var newsroom = new TestNewsroom(null);
        new HostileNewsroom { Body = $"{HostileTexts.All[text]}\n\nUn testo {HostileTexts.All[text]} qui.\n\n## {HostileTexts.All[text]}\n\n![{HostileTexts.All[text]}](media/a.svg)\n" }.WriteTo(newsroom);
        newsroom.Write("content/boilerplates/acme/it.md", $"Acme {HostileTexts.All[text]} qui.\n");
        var answer = await newsroom.RunAsync("publish");
        if (answer.Code == ExitCode.Done) HarmlessSite.Violations(newsroom.Published()).ShouldBeEmpty();
        else answer.Problems.ShouldNotBeEmpty(answer.Errors);
    }

    [Fact]
    public async Task What_a_translation_says_is_text_and_nothing_else()
    {
        foreach (var (name, text) in HostileTexts.All.Where(t => t.Key == "directions" || t.Value.All(c => c is >= ' ' and <= '~')))
        {
            using var newsroom = new TestNewsroom(null);
            new HostileNewsroom().WriteTo(newsroom);
            await newsroom.SucceedAsync("publish");
            const string Translation = "content/releases/2026/uno/en.xlf";
            newsroom.Write(Translation, Target().Replace(newsroom.Read(Translation), m => m.Groups["tag"].Value + SecurityElement.Escape(text) + "</target>"));
            var answer = await newsroom.RunAsync("publish");
            if (answer.Code == ExitCode.Done) HarmlessSite.Violations(newsroom.Published()).ShouldBeEmpty(name);
            else answer.Problems.ShouldNotBeEmpty(name);
        }
    }

    [Theory]
    [InlineData("script")]
    [InlineData("paths")]
    [InlineData("host files")]
    [InlineData("headers")]
    [InlineData("reserved name")]
    [InlineData("too long a name")]
    public async Task A_name_that_becomes_an_address_is_refused_or_harmless(string text)
    {
        var quoted = "\"" + string.Concat(HostileTexts.All[text].Select(c => FormattableString.Invariant($"\\u{(int)c:X4}"))) + "\"";
        using var newsroom = new TestNewsroom(null);
        new HostileNewsroom().WriteTo(newsroom);
        newsroom.Write("content/topics.yml", $"things:\n  name: Cose\n{quoted}:\n  name: Cose\n");
        newsroom.Write("content/releases/2026/due/it.md", $"---\nheadline: Due\npublished: 2025-12-01T09:00\ntopics: [{quoted}]\n---\n\nTesto.\n");
        var answer = await newsroom.RunAsync("publish");
        if (answer.Code == ExitCode.Done) HarmlessSite.Violations(newsroom.Published()).ShouldBeEmpty();
        else answer.Problems.ShouldNotBeEmpty(answer.Errors);
    }

    [SkippableFact]
    public async Task Nothing_runs_and_nothing_is_asked_for_in_a_browser_even_without_the_policy()
    {
        using var newsroom = new TestNewsroom(null);
        Everywhere(HostileTexts.Together).WriteTo(newsroom);
        await newsroom.SucceedAsync("publish");
        // Without the host's headers nothing but the escaping stands between the text and the browser.
        var files = newsroom.Published().Where(f => f.Key[0] != '_').ToDictionary(f => f.Key, f => f.Value, StringComparer.Ordinal);
        await using var server = await SiteServer.StartAsync(files);
        // What leads on at once is gone before anything can be asked of it.
        foreach (var page in files.Keys.Where(f => f.EndsWith("index.html", StringComparison.Ordinal) && !Encoding.UTF8.GetString(files[f]).Contains("http-equiv=\"refresh\"", StringComparison.Ordinal)))
        {
            await using var reader = await chromium.OpenAsync(server, "/robots.txt", Screen.Desktop);
            await reader.Page.AddInitScriptAsync("window.pwned = () => window.ran = true");
            await reader.GoAsync("/" + page[..^"index.html".Length]);
            await reader.Page.EvaluateAsync("for (const e of document.querySelectorAll('*')) for (const type of ['mouseover', 'focus', 'load', 'error']) e.dispatchEvent(new Event(type))");
            (await reader.MeasureAsync<bool>("window.ran === true")).ShouldBeFalse(page);
            reader.Complaints.Where(c => !c.Contains("favicon", StringComparison.Ordinal)).ShouldBeEmpty(page);
        }
    }

    private static HostileNewsroom Everywhere(string text)
    {
        var hostile = new HostileNewsroom();
        foreach (var key in Free) hostile.Set("content/releases/2026/uno/it.md", key, text);
        foreach (var key in new[] { "name", "tagline", "publication.responsible" }) hostile.Set("content/newsroom.yml", key, text);
        hostile.Set("content/topics.yml", "ID.name", text);
        foreach (var key in new[] { "ID.name", "ID.text" }) hostile.Set("content/series.yml", key, text);
        foreach (var key in new[] { "ID.name", "ID.role", "ID.biography", "ID.portrait.alt", "ID.portrait.credit", "ID.portrait.licence" })
            hostile.Set("content/spokespeople.yml", key, text);
        foreach (var key in new[] { "events.by", "events.reason", "events.texts" }) hostile.Set("content/releases/2026/uno/record.yml", key, text);
        foreach (var key in new[] { "ID.name", "ID.role", "ID.email", "ID.phone" }) hostile.Set("content/contacts.yml", key, text);
        foreach (var key in new[] { "terms.note", "terms.definition", "terms.translations.LANGUAGE.note" }) hostile.Set("content/glossary.yml", key, text);
        return hostile;
    }

    [GeneratedRegex("^[A-Za-z]+(\\.[A-Za-z]+)*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Key();

    [GeneratedRegex("(?<tag><target[^>]*>)[^<]*</target>", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Target();
}
