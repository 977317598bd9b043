using Azure.Core;
using Azure.Core.Pipeline;
using PressKit.Testing;
using PressKit.Testing.Servers;
using PressKit.Translation;

namespace PressKit.Translators.Tests;

public sealed class AzureTranslatorTests : IAsyncLifetime
{
    private readonly SteppedTime _time = new();
    private AzureServer _server = null!;

    public async Task InitializeAsync()
    {
        _server = await AzureServer.StartAsync();
        _server.Held = _time.ExpireRequest;
    }

    public Task DisposeAsync() => _server.DisposeAsync().AsTask();

    [Fact]
    public async Task Segments_travel_as_numbered_HTML_and_come_back_with_their_codes()
    {
        var (answers, failure) = await TranslateAsync(
            Inline.Parse("uno <em1>due</em1> & <name2/>, <br3/>"), InlineContent.Of("5 < 6 \u00a0東京"));
        failure.ShouldBeNull();
        answers.Select(a => Inline.Show(a!)).ShouldBe(["UNO <em1>DUE</em1> & <name2/>, <br3/>", "5 < 6 \u00a0東京"]);
        var request = _server.Requests.ShouldHaveSingleItem();
        request.Query.ShouldBe("?api-version=3.0&from=it&to=en&textType=html&profanityAction=NoAction");
        request.Texts[0].ShouldBe(
            "<p id=\"s0\">uno <i id=\"c1\">due</i> &amp; <span id=\"c2\" translate=\"no\">Kling 2 &amp; Co</span>, <img id=\"c3\"/></p>");
    }

    [Fact]
    public async Task A_route_names_the_maker_where_the_service_knows_both_languages()
    {
        var translator = Translator();
        (await translator.RouteAsync(Language.Parse("it"), Language.Parse("ja"), CancellationToken.None))
            .ShouldBe(new TranslatorRoute("Azure AI Translator 3.0", null));
        (await translator.RouteAsync(Language.Parse("it"), Language.Parse("sr"), CancellationToken.None)).ShouldBeNull();
    }

    [Theory]
    [InlineData("zh", "zh-Hans")]
    [InlineData("zh-TW", "zh-Hant")]
    [InlineData("pt-PT", "pt-PT")]
    [InlineData("pt-BR", "pt")]
    [InlineData("en-GB", "en")]
    [InlineData("sr", null)]
    public void Languages_go_by_the_services_codes(string tag, string? code) =>
        new ServiceLanguages(["en", "pt", "pt-pt", "zh-Hans", "zh-Hant"]).CodeOf(Language.Parse(tag))
            .ShouldBe(code is "pt-PT" ? "pt-pt" : code);

    [Fact]
    public async Task Requests_stay_within_a_hundred_elements_and_fifty_thousand_characters()
    {
        var segments = Enumerable.Range(0, 120).Select(i => InlineContent.Of(i < 4 ? new string('x', 20_000) : "frase"))
            .Append(InlineContent.Of(new string('y', 60_000))).Append(InlineContent.Of("fine")).ToArray();
        var (answers, failure) = await TranslateAsync(segments);
        failure.ShouldBeNull();
        _server.Requests.ShouldAllBe(r => r.Texts.Count <= 100 && r.Texts.Sum(t => t.Length) <= 50_000);
        answers.Count.ShouldBe(122);
        answers[120].ShouldBeNull();
        answers[121]!.PlainText.ShouldBe("FINE");
    }

    [Fact]
    public async Task What_is_charged_is_summed()
    {
        var translator = Translator();
        await Batch.TranslateAsync(translator, "it", "en", InlineContent.Of("uno"));
        await Batch.TranslateAsync(translator, "it", "ja", InlineContent.Of("due"));
        translator.Charged.Characters.ShouldBe(_server.Charged);
        translator.Charged.Characters.ShouldBe(2 * "<p id=\"s0\">uno</p>".Length);
    }

    [Theory]
    [InlineData(429000)]
    [InlineData(429001)]
    [InlineData(429002)]
    [InlineData(500000)]
    [InlineData(503000)]
    [InlineData(408002)]
    public async Task What_the_documents_call_temporary_is_tried_again_after_growing_waits(int code)
    {
        Fail(Fault.Code(code), Fault.Code(code), Fault.Code(code));
        (await TranslateAsync(InlineContent.Of("uno"))).Answers.ShouldHaveSingleItem()!.PlainText.ShouldBe("UNO");
        _time.Waits.Count.ShouldBe(3);
        for (var i = 0; i < 3; i++) _time.Waits[i].TotalSeconds.ShouldBe(Math.Pow(2, i), 0.2 * Math.Pow(2, i));
    }

    [Theory]
    [InlineData("7", 7)]
    [InlineData("Sun, 01 Mar 2026 09:00:42 GMT", 42)]
    public async Task Retry_After_is_honoured(string value, int seconds)
    {
        Fail(Fault.Code(429000, value));
        await TranslateAsync(InlineContent.Of("uno"));
        _time.Waits.ShouldBe([TimeSpan.FromSeconds(seconds)]);
    }

    [Fact]
    public async Task Who_is_asked_to_wait_for_an_hour_stops_and_says_so()
    {
        Fail(Fault.Code(429000, "3600"));
        var (_, failure) = await TranslateAsync(InlineContent.Of("uno"));
        failure!.CanRetry.ShouldBeTrue();
        failure.Remedy.ShouldContain("Wait");
        _time.Waits.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_custom_system_that_warms_up_gets_its_minute()
    {
        Fail(Fault.Code(408001));
        await TranslateAsync(InlineContent.Of("uno"));
        _time.Waits.ShouldBe([TimeSpan.FromMinutes(1)]);
    }

    [Theory]
    [InlineData(400000)]
    [InlineData(400036)]
    [InlineData(401000)]
    [InlineData(403000)]
    [InlineData(403001)]
    [InlineData(415000)]
    public async Task What_cannot_succeed_is_not_tried_again(int code)
    {
        Fail(Fault.Code(code));
        var (_, failure) = await TranslateAsync(InlineContent.Of("uno"));
        failure!.CanRetry.ShouldBeFalse();
        failure.Message.ShouldContain($"{code}");
        failure.Message.ShouldContain("it to en");
        _server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task In_the_end_it_gives_up()
    {
        Fail([.. Enumerable.Repeat(Fault.Code(503000), 10)]);
        var (_, failure) = await TranslateAsync(InlineContent.Of("uno"));
        failure!.Message.ShouldContain("tried 6 times");
        failure.CanRetry.ShouldBeTrue();
        _server.Requests.Count.ShouldBe(6);
    }

    [Fact]
    public async Task A_request_without_an_answer_is_sent_again()
    {
        Fail(Fault.Timeout);
        (await TranslateAsync(InlineContent.Of("uno"))).Answers.ShouldHaveSingleItem()!.PlainText.ShouldBe("UNO");
        _server.Requests.Count.ShouldBe(2);
    }

    public static TheoryData<string> BrokenAnswers => ["broken", "truncated", "half"];

    [Theory]
    [MemberData(nameof(BrokenAnswers))]
    public async Task An_answer_that_breaks_off_is_asked_for_again_and_no_other(string how)
    {
        Fail(null, how switch { "broken" => Fault.Broken, "truncated" => Fault.Truncated, _ => Fault.HalfJson });
        var (answers, failure) = await TranslateAsync([.. Numbered(250)]);
        failure.ShouldBeNull();
        answers.Select(a => a!.PlainText).ShouldBe(Numbered(250).Select(n => n.PlainText.ToUpperInvariant()));
        _server.Requests.Select(r => r.Texts.Count).ShouldBe([100, 100, 100, 50]);
    }

    [Fact]
    public async Task Answers_in_another_order_go_where_they_belong()
    {
        Fail(Fault.Changed(t => Enumerable.Reverse(t)));
        var (answers, _) = await TranslateAsync([.. Numbered(10)]);
        answers.Select(a => a!.PlainText).ShouldBe(Numbered(10).Select(n => n.PlainText.ToUpperInvariant()));
        _server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Of_a_wrong_count_only_what_is_missing_is_asked_for_again()
    {
        Fail(Fault.Changed(t => t.Where((_, i) => i is not (3 or 7))));
        var (answers, _) = await TranslateAsync([.. Numbered(10)]);
        answers.Select(a => a!.PlainText).ShouldBe(Numbered(10).Select(n => n.PlainText.ToUpperInvariant()));
        _server.Requests.Select(r => r.Texts.Count).ShouldBe([10, 2]);
    }

    [Fact]
    public async Task Answers_twice_count_once()
    {
        Fail(Fault.Changed(t => t.Concat(t)));
        (await TranslateAsync([.. Numbered(3)])).Answers.Count.ShouldBe(3);
        _server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_answer_that_lost_its_number_counts_by_its_place()
    {
        Fail(Fault.Changed(t => t.Select((x, i) => i == 1 ? Bare(x) : x)));
        (await TranslateAsync([.. Numbered(3)])).Answers[1]!.PlainText.ShouldBe("FRASE B");
        _server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Answers_without_any_number_are_not_trusted()
    {
        Fail(Fault.Changed(t => Enumerable.Reverse(t).Select(Bare)));
        var (answers, _) = await TranslateAsync([.. Numbered(4)]);
        answers.Select(a => a!.PlainText).ShouldBe(["FRASE A", "FRASE B", "FRASE C", "FRASE D"]);
        _server.Requests.Select(r => r.Texts.Count).ShouldBe([4, 2, 2]);
    }

    [Fact]
    public async Task Damaged_markup_is_read_as_far_as_it_goes()
    {
        Fail(Fault.Changed(t =>
        [
            t[0].Replace("<i id=\"c1\">", "", StringComparison.Ordinal),
            t[1].Replace("</i>", "</i> <i id=\"c1\">X</i>", StringComparison.Ordinal),
            t[2].Replace("</i>", "", StringComparison.Ordinal).Replace("</a>", "</a></i>", StringComparison.Ordinal),
            t[3].Replace("<img id=\"c3\"/>", "", StringComparison.Ordinal),
        ]));
        var (answers, failure) = await TranslateAsync([.. "abcd".Select(c => Inline.Parse(c + " <em1>due</em1> <a2>tre</a2><br3/>"))]);
        failure.ShouldBeNull();
        answers.Select(a => Inline.Show(a!)).ShouldBe(
        [
            "A DUE <a2>TRE</a2><br3/>", "B <em1>DUE</em1> <em1>X</em1> <a2>TRE</a2><br3/>",
            "C <em1>DUE <a2>TRE</a2></em1><br3/>", "D <em1>DUE</em1> <a2>TRE</a2>",
        ]);
    }

    [Fact]
    public async Task A_quota_spent_in_the_middle_costs_nothing_that_was_finished()
    {
        await using var server = await AzureServer.StartAsync(quota: 6000);
        var units = Numbered(250).Select((n, i) => new Unit($"u{i}", UnitRole.Paragraph, [new Segment(n)])).ToArray();
        var request = new DraftRequest("2026/mostra", "en.xlf", "it.md", "1", Language.Parse("it"), Language.Parse("en"), [.. units], null);
        var translator = Translator(server);
        var draft = await _time.RunAsync(new Drafting([translator], [], _time).DraftAsync(request, new Problems(), CancellationToken.None));
        (draft.Drafted, draft.Missing).ShouldBe((200, 50));
        draft.Failure!.ToString().ShouldContain("azure: 2026/mostra in en: it to en: The service answered with error 403001");
        draft.Failure.Remedy.ShouldContain("quota");
        server.Requests.Count.ShouldBe(3);

        // The next run, with another resource, sends what is missing and nothing else.
        var second = await _time.RunAsync(new Drafting([Translator()], [], _time).DraftAsync(
            request with { Stored = draft.Translation }, new Problems(), CancellationToken.None));
        (second.Drafted, second.Missing).ShouldBe((50, 0));
        _server.Texts.Count().ShouldBe(50);
    }

    [Fact]
    public async Task No_message_holds_a_key()
    {
        await using var server = await AzureServer.StartAsync();
        using var translator = Some.Azure(server, _time, key: "wrong-secret");
        var (_, failure) = await Batch.TryAsync(translator, "it", "en", InlineContent.Of("uno"));
        failure!.ToString().ShouldNotContain("wrong-secret");
        failure.Remedy.ShouldContain("PRESSKIT_AZURE_KEY");
    }

    [Fact]
    public async Task Entra_ID_signs_in_with_a_token_and_the_resource()
    {
        await using var server = await AzureServer.StartAsync(https: true);
#pragma warning disable MA0039 // The certificate is the test server's own.
        using var handler = new HttpClientHandler { ServerCertificateCustomValidationCallback = (_, _, _, _) => true };
#pragma warning restore MA0039
        using var http = new HttpClient(handler);
        var credential = new Credential();
        var service = new AzureService(new AzureSettings { Endpoint = server.Url, ResourceId = "/subscriptions/1" }, Some.Setup(_time),
            new AzureClientOptions { Transport = new HttpClientTransport(http) }, credential);
        using var translator = new ServiceTranslator(service, _time, way: service.Profile.Ladder[0]);
        var answers = await _time.RunAsync(Batch.TranslateAsync(translator, "it", "en", InlineContent.Of("uno")));
        answers.ShouldHaveSingleItem()!.PlainText.ShouldBe("UNO");
        credential.Scopes.ShouldBe(["https://cognitiveservices.azure.com/.default"]);
    }

    [Fact]
    public async Task Without_any_setting_it_says_which_to_make()
    {
        var translator = KnownTranslators.Create("azure", Some.Setup(_time))!;
        var failure = await Should.ThrowAsync<TranslatorException>(
            () => translator.RouteAsync(Language.Parse("it"), Language.Parse("en"), CancellationToken.None));
        failure.Remedy.ShouldContain("PRESSKIT_AZURE_KEY");
    }

    private void Fail(params Fault?[] faults)
    {
        foreach (var fault in faults) _server.Faults.Enqueue(fault);
    }

    private Task<(List<InlineContent?> Answers, TranslatorException? Failure)> TranslateAsync(params InlineContent[] segments) =>
        _time.RunAsync(Batch.TryAsync(Translator(), "it", "en", segments));

    private ServiceTranslator Translator(AzureServer? server = null) => Some.Azure(server ?? _server, _time);

    private static IEnumerable<InlineContent> Numbered(int count) =>
        Enumerable.Range(0, count).Select(i => InlineContent.Of("frase " + (i < 26 ? ((char)('a' + i)).ToString() : new string((char)('a' + i % 26), 1 + i / 26))));

    private static string Bare(string html) => html[(html.IndexOf('>', StringComparison.Ordinal) + 1)..^4];

    private sealed class Credential : TokenCredential
    {
        public string[] Scopes { get; private set; } = [];

        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            Scopes = requestContext.Scopes;
            return new AccessToken(AzureServer.Token, DateTimeOffset.MaxValue);
        }

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new(GetToken(requestContext, cancellationToken));
    }
}
