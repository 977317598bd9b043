using System.Text.Json;
using PressKit.Testing;
using PressKit.Testing.Servers;
using PressKit.Translation;

namespace PressKit.Translators.Tests;

public sealed class AzureNewVersionTests : IAsyncLifetime
{
    private const string Version = "2026-06-06";

    private readonly SteppedTime _time = new();
    private AzureServer _server = null!;

    public async Task InitializeAsync() => _server = await AzureServer.StartAsync();

    public Task DisposeAsync() => _server.DisposeAsync().AsTask();

    [Fact]
    public async Task Options_travel_in_the_body_and_answers_come_back_in_a_value()
    {
        using var translator = Some.Azure(_server, _time, Version);
        var answers = await _time.RunAsync(Batch.TranslateAsync(translator, "it", "zh-Hans", Inline.Parse("uno <em1>due</em1> <name2/>")));
        Inline.Show(answers.ShouldHaveSingleItem()!).ShouldBe("UNO <em1>DUE</em1> <name2/>");
        var asked = _server.Requests.ShouldHaveSingleItem();
        asked.Query.ShouldBe("?api-version=2026-06-06");
        using var body = JsonDocument.Parse(asked.Body);
        var input = body.RootElement.GetProperty("inputs")[0];
        input.GetProperty("language").GetString().ShouldBe("it");
        input.GetProperty("textType").GetString().ShouldBe("Html");
        input.GetProperty("targets")[0].ToString().ShouldBe("{\"language\":\"zh-Hans\",\"profanityAction\":\"NoAction\"}");
        translator.Charged.Characters.ShouldBe(_server.Charged);
        (await translator.RouteAsync(Language.Parse("it"), Language.Parse("zh-Hans"), CancellationToken.None))!.Maker.ShouldBe("Azure AI Translator 2026-06-06");
    }

    [Theory]
    [InlineData(429001, true)]
    [InlineData(403001, false)]
    [InlineData(401000, false)]
    public async Task Its_errors_are_texts_and_mean_the_same(int code, bool isTriedAgain)
    {
        using var translator = Some.Azure(_server, _time, Version);
        _server.Faults.Enqueue(Fault.Code(code));
        var (answers, failure) = await _time.RunAsync(Batch.TryAsync(translator, "it", "en", InlineContent.Of("uno")));
        if (isTriedAgain) answers.ShouldHaveSingleItem()!.PlainText.ShouldBe("UNO");
        else failure!.Message.ShouldContain($"error {code}");
    }

    [Fact]
    public async Task A_deployed_model_is_named_and_counts_tokens()
    {
        var settings = new ServiceSettings { Version = Version, Model = "ours-gpt-4o", Input = 2.5m, Output = 10m, Currency = "USD" };
        var service = new AzureService(new AzureSettings { Endpoint = _server.Url, Key = AzureServer.Key, Region = AzureServer.Region, Version = Version }, Some.Setup(_time, settings));
        using var translator = new ServiceTranslator(service, _time, way: service.Profile.Ladder[0]);
        var batch = new TranslationBatch(Language.Parse("it"), Language.Parse("en"), [InlineContent.Of("uno")]);
        var quote = await translator.QuoteAsync(batch, CancellationToken.None);
        quote.IsAtMost.ShouldBeTrue();
        quote.InputTokens.ShouldBeGreaterThan(0);
        quote.Money.ShouldBe((quote.InputTokens * 2.5m + quote.OutputTokens * 10m) / 1_000_000m);
        await _time.RunAsync(Batch.TranslateAsync(translator, "it", "en", InlineContent.Of("uno")));
        _server.Requests.Last().Body.ShouldContain("\"deploymentName\":\"ours-gpt-4o\"");
        var withExample = batch with { Segments = [InlineContent.Of("due")], Examples = [[new TranslationExample("uno", "one")]] };
        (await translator.QuoteAsync(withExample, CancellationToken.None)).InputTokens.ShouldBe(quote.InputTokens + 6, "examples cost too");
        await _time.RunAsync(translator.TranslateAsync(withExample, CancellationToken.None).ToListAsync().AsTask());
        _server.Requests.Last().Body.ShouldContain("\"referenceTextPairs\":[{\"source\":\"uno\",\"target\":\"one\"}]");
    }

    [Fact]
    public async Task A_model_that_takes_no_examples_gets_none()
    {
        using var translator = Some.Azure(_server, _time, Version);
        var batch = new TranslationBatch(Language.Parse("it"), Language.Parse("en"), [InlineContent.Of("due")]) { Examples = [[new TranslationExample("uno", "one")]] };
        await _time.RunAsync(translator.TranslateAsync(batch, CancellationToken.None).ToListAsync().AsTask());
        _server.Requests.Last().Body.ShouldNotContain("referenceTextPairs");
    }
}
