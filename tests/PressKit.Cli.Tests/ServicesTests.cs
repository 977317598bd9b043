using System.Globalization;
using System.Text.RegularExpressions;
using PressKit.Testing.Servers;

namespace PressKit.Cli.Tests;

/// <summary>What a run with paid services sends, says and charges.</summary>
public sealed partial class ServicesTests
{
    [Fact]
    public async Task The_receipt_agrees_with_the_dry_run_to_the_character_once_the_probe_is_done()
    {
        await using var server = await AzureServer.StartAsync();
        using var newsroom = Newsroom(server, "azure", "price: 10");
        await newsroom.SucceedAsync("translate", "lancio", "--to", "en");
        newsroom.Write("content/releases/2025/altro/it.md", Release(60));
        newsroom.Write("content/releases/2025/uguale/it.md", Release(60));
        var before = server.Charged;
        var quote = (await newsroom.SucceedAsync("translate", "--to", "en", "--dry-run")).Output;
        server.Charged.ShouldBe(before);
        var receipt = (await newsroom.SucceedAsync("translate", "--to", "en")).Errors;
        Amount(receipt, "charged").ShouldBe(Amount(quote, "would be charged"));
        Amount(receipt, "charged").ShouldBe(string.Create(CultureInfo.InvariantCulture, $"{server.Charged - before} characters, {(server.Charged - before) / 100_000m:0.00####} EUR"));
    }

    [Theory]
    [InlineData("azure")]
    [InlineData("deepl")]
    [InlineData("openai")]
    [InlineData("libretranslate")]
    public async Task Before_the_probe_a_dry_run_says_what_it_costs_at_most(string service)
    {
        await using var server = await StartAsync(service);
        using var newsroom = Newsroom(server, service, "price: 10\n      input: 1\n      output: 2");
        var quote = (await newsroom.SucceedAsync("translate", "lancio", "--to", "en", "--dry-run")).Output;
        server.Requests.ShouldBeEmpty();
        quote.ShouldContain($"{service}: at most ");
        var receipt = (await newsroom.SucceedAsync("translate", "lancio", "--to", "en")).Errors;
        Money(quote).ShouldBeGreaterThanOrEqualTo(Money(receipt));
        Money(receipt).ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Equal_segments_are_sent_once_across_releases_and_a_second_run_costs_nothing()
    {
        await using var server = await AzureServer.StartAsync();
        using var newsroom = Newsroom(server, "azure", "price: 10");
        newsroom.Write("content/releases/2025/altro/it.md", Release(30));
        newsroom.Write("content/releases/2025/uguale/it.md", Release(30));
        await newsroom.SucceedAsync("translate", "--to", "en,ja");
        server.Texts.GroupBy(t => t, StringComparer.Ordinal).ShouldAllBe(g => g.Count() <= 2);
        server.Texts.Count(t => t.Contains("Frase numero 7.", StringComparison.Ordinal)).ShouldBe(2, "once a language");
        var sent = server.Requests.Count;

        newsroom.Delete("content/releases/2025/altro");
        newsroom.Write("content/releases/2025/altro/it.md", Release(30));
        var again = await newsroom.SucceedAsync("translate", "--to", "en,ja");
        server.Requests.Count.ShouldBe(sent);
        again.Errors.ShouldContain("2025/altro in en: ");
        again.Errors.ShouldNotContain("charged");
    }

    [Fact]
    public async Task Several_documents_are_drafted_at_once_and_all_are_on_record()
    {
        await using var server = await AzureServer.StartAsync();
        using var newsroom = Newsroom(server, "azure", "concurrency: 4");
        for (var i = 0; i < 6; i++) newsroom.Write($"content/releases/2025/altro-{i}/it.md", Release(20));
        await newsroom.SucceedAsync("translate", "--to", "en,ja");
        server.Texts.GroupBy(t => t, StringComparer.Ordinal).ShouldAllBe(g => g.Count() <= 2);
        for (var i = 0; i < 6; i++)
        {
            foreach (var language in (string[])["en", "ja"])
            {
                newsroom.Read($"content/releases/2025/altro-{i}/{language}.xlf").Split("FRASE NUMERO").Length.ShouldBe(21);
                newsroom.Read($"content/releases/2025/altro-{i}/record.yml").ShouldContain($"  {language}:\n");
            }
        }
    }

    [Fact]
    public async Task A_budget_stops_the_work_before_it_is_passed_and_another_service_goes_on()
    {
        await using var server = await AzureServer.StartAsync();
        using var newsroom = Newsroom(server, "azure", "price: 10\n      budget: 0.05\n      concurrency: 1");
        newsroom.Write("content/releases/2025/altro/it.md", Release(300));
        var answer = await newsroom.RunAsync("translate", "altro", "--to", "en");
        answer.Code.ShouldBe(ExitCode.Service);
        answer.Errors.ShouldContain("could pass the budget of this month, of which 0.0");
        answer.Errors.ShouldContain("of 0.05 EUR are spent");
        server.Charged.ShouldBeInRange(3000, 5000);

        // Neither does a second run pass it.
        await newsroom.RunAsync("translate", "altro", "--to", "en");
        server.Charged.ShouldBeLessThanOrEqualTo(5000);
        newsroom.Replace("content/newsroom.yml", "with: [azure]", "with: [azure, pseudo]");
        (await newsroom.SucceedAsync("translate", "altro", "--to", "en")).Errors.ShouldContain("[translation.service-failed]");
        newsroom.Read("content/releases/2025/altro/en.xlf").ShouldContain("PressKit pseudo-translation");
    }

    [Fact]
    public async Task A_text_under_embargo_is_neither_sent_nor_quoted_to_a_service_that_is_not_named_for_it()
    {
        await using var server = await AzureServer.StartAsync();
        using var newsroom = Newsroom(server, "azure", "price: 10");
        newsroom.Write("content/releases/2025/altro/it.md", Release(3, "embargo: 2030-01-01T09:00"));
        (await newsroom.SucceedAsync("translate", "altro", "--to", "en", "--dry-run")).Output.ShouldNotContain("would be charged");
        await newsroom.SucceedAsync("translate", "altro", "--to", "en");
        server.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_second_run_waits_for_nobody_and_says_so()
    {
        await using var server = await AzureServer.StartAsync();
        using var newsroom = Newsroom(server, "azure", "price: 10");
        Directory.CreateDirectory(Path.Combine(newsroom.Folder, ".presskit/translators"));
        using var held = File.Open(Path.Combine(newsroom.Folder, ".presskit/translators/azure.jsonl"), FileMode.Create, FileAccess.ReadWrite, FileShare.None);
        var answer = await newsroom.RunAsync("translate", "lancio");
        answer.Code.ShouldBe(ExitCode.Service);
        answer.Errors.ShouldContain("Another run is drafting with this service.");
    }

    [Fact]
    public async Task Whoever_watches_sees_how_far_the_work_is_how_fast_and_what_it_cost()
    {
        await using var server = await AzureServer.StartAsync();
        using var newsroom = Newsroom(server, "azure", "price: 10\n      concurrency: 1");
        newsroom.Write("content/releases/2025/altro/it.md", Release(250));
        server.Asking = _ => newsroom.Time.Advance(TimeSpan.FromSeconds(30));
        var errors = new StringWriter { NewLine = "\n" };
        var command = new PressKitCommand(newsroom.Time, TextWriter.Null, errors, newsroom.Environment.GetValueOrDefault, isWatched: true);
        (await command.RunAsync(["translate", "altro", "--to", "en"], newsroom.Folder)).ShouldBe(ExitCode.Done);
        errors.ToString().ShouldMatch(@"100 of 251 segments, \d+ a minute, azure: \d+ characters, 0\.\d+ EUR charged so far, about \d+ minutes left");
        // Nothing of it stays.
        errors.ToString().ShouldContain("\r\u001b[K2025/altro in en: 251 segments drafted\n");
        (await newsroom.SucceedAsync("translate", "--to", "en")).Errors.ShouldNotContain("\r");
    }

    [Fact]
    public async Task Impossible_settings_are_problems_with_their_places()
    {
        using var newsroom = new TestNewsroom();
        newsroom.Replace("content/newsroom.yml", "with: [pseudo]", """
            with: [pseudo]
              services:
                deepl:
                  endpoint: http://user:secret@example.com/
                  price: 20 EUR
                  requests: 0
                  budget: -1
                deeple:
                  quota: 5
            """);
        (await newsroom.RunAsync("translate")).Problems.ShouldBe([
            "content/newsroom.yml:15:17 newsroom.bad-endpoint", "content/newsroom.yml:16:14 newsroom.bad-number", "content/newsroom.yml:17:17 newsroom.bad-number",
            "content/newsroom.yml:18:15 newsroom.bad-number", "content/newsroom.yml:19:5 translation.unknown-service",
        ]);
    }

    internal static async Task<TestServer> StartAsync(string service) => service switch
    {
        "azure" => await AzureServer.StartAsync(),
        "deepl" => await TestServer.StartAsync(new DeepLServer()),
        "libretranslate" => await TestServer.StartAsync(new LibreTranslateServer()),
        _ => await TestServer.StartAsync(new OpenAIServer()),
    };

    /// <summary>A newsroom that drafts with a service on loopback.</summary>
    internal static TestNewsroom Newsroom(TestServer server, string service, string settings)
    {
        var newsroom = new TestNewsroom
        {
            Environment =
            {
                ["PRESSKIT_AZURE_KEY"] = AzureServer.Key, ["PRESSKIT_AZURE_REGION"] = AzureServer.Region, ["PRESSKIT_DEEPL_KEY"] = DeepLServer.Key,
                ["PRESSKIT_OPENAI_KEY"] = OpenAIServer.Key,
            },
        };
        newsroom.Replace("content/newsroom.yml", "with: [pseudo]", $"""
            with: [{service}]
              services:
                {service}:
                  model: {(service is "openai" ? "test" : "null")}
                  endpoint: {server.Url}{(service == "openai" ? "v1" : "")}
                  {settings}
            """);
        return newsroom;
    }

    /// <summary>A release of so many sentences.</summary>
    internal static string Release(int sentences, string key = "state: ready") =>
        $"---\nheadline: Un altro annuncio\npublished: 2025-01-01T09:00\n{key}\n---\n\n"
        + string.Join("\n\n", Enumerable.Range(0, sentences).Select(i => FormattableString.Invariant($"Frase numero {i}.")));

    private static string Amount(string text, string end) =>
        text.Split('\n').Single(l => l.EndsWith(end, StringComparison.Ordinal))["azure: ".Length..^(end.Length + 1)];

    private static decimal Money(string text) => decimal.Parse(Sum().Match(text).Groups["sum"].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex("(?<sum>[0-9.]+) EUR", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Sum();
}
