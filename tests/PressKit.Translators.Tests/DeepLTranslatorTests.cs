using System.Text.Json;
using PressKit.Testing;
using PressKit.Testing.Servers;
using PressKit.Translation;
using PressKit.Translators.Tags;

namespace PressKit.Translators.Tests;

public sealed class DeepLTranslatorTests : IAsyncLifetime
{
    private readonly SteppedTime _time = new(60);
    private DeepLServer _server = null!;

    public async Task InitializeAsync()
    {
        _server = await TestServer.StartAsync(new DeepLServer());
        _server.Held = _time.ExpireRequest;
    }

    public Task DisposeAsync() => _server.DisposeAsync().AsTask();

    [Fact]
    public async Task Segments_travel_as_strict_XML_with_names_that_are_ignored()
    {
        var (answers, _) = await TranslateAsync(Inline.Parse("uno <em1>due</em1> & <name2/>, <br3/>5 < 6"));
        Inline.Show(answers.ShouldHaveSingleItem()!).ShouldBe("UNO <em1>DUE</em1> & <name2/>, <br3/>5 < 6");
        using var body = JsonDocument.Parse(_server.Requests.ShouldHaveSingleItem().Body);
        var asked = body.RootElement;
        asked.GetProperty("text")[0].GetString().ShouldBe("uno <g id=\"c1\">due</g> &amp; <n id=\"c2\">Kling 2 &amp; Co</n>, <x id=\"c3\"/>5 &lt; 6");
        string[] options = ["source_lang", "target_lang", "split_sentences", "tag_handling", "tag_handling_version", "outline_detection", "show_billed_characters"];
        options.Select(o => asked.GetProperty(o).ToString()).ShouldBe(["IT", "EN-US", "0", "xml", "v2", "False", "True"]);
        asked.GetProperty("non_splitting_tags").ToString().ShouldBe("[\"g\",\"x\",\"n\"]");
        asked.GetProperty("ignore_tags").ToString().ShouldBe("[\"n\"]");
    }

    [Theory]
    [InlineData("en", "EN-US")]
    [InlineData("en-GB", "EN-GB")]
    [InlineData("pt", "PT-BR")]
    [InlineData("pt-PT", "PT-PT")]
    [InlineData("zh-Hans", "ZH-HANS")]
    [InlineData("zh-TW", "ZH-HANT")]
    [InlineData("ja", "JA")]
    public async Task Targets_go_by_its_codes(string tag, string code)
    {
        using var translator = Some.DeepL(_server, _time);
        await _time.RunAsync(Batch.TranslateAsync(translator, "it", tag, InlineContent.Of("uno")));
        _server.Requests.ShouldHaveSingleItem().Body.ShouldContain($"\"target_lang\":\"{code}\"");
        (await translator.RouteAsync(Language.Parse("it"), Language.Parse("eo"), CancellationToken.None)).ShouldBeNull();
    }

    [Fact]
    public async Task Characters_that_XML_does_not_have_are_not_sent()
    {
        var (answers, failure) = await TranslateAsync(InlineContent.Of("uno\u0001\u000bdue\uffff"));
        failure.ShouldBeNull();
        answers.ShouldHaveSingleItem()!.PlainText.ShouldBe("UNODUE");
    }

    [Fact]
    public async Task The_passage_around_goes_along_and_costs_nothing()
    {
        using var translator = Some.DeepL(_server, _time);
        var batch = new TranslationBatch(Language.Parse("it"), Language.Parse("en"), [InlineContent.Of("Apre oggi."), InlineContent.Of("Chiude domani.")])
        {
            Headline = "La mostra", Contexts = [new SegmentContext("Il museo.", "Chiude domani."), new SegmentContext("Apre oggi.", "Poi riposa.")],
        };
        await _time.RunAsync(translator.TranslateAsync(batch, CancellationToken.None).ToListAsync().AsTask());
        _server.Requests.ShouldHaveSingleItem().Body.ShouldContain("\"context\":\"La mostra Il museo. Apre oggi. Chiude domani. Poi riposa.\"");
        translator.Charged.Characters.ShouldBe("Apre oggi.Chiude domani.".Length);
    }

    [Fact]
    public async Task What_is_billed_is_summed_and_never_more_than_announced()
    {
        using var translator = Some.DeepL(_server, _time, settings: new ServiceSettings { Price = 20m, Concurrency = 1 });
        InlineContent[] segments = [Inline.Parse("uno <em1>due</em1>"), InlineContent.Of("tre")];
        var batch = new TranslationBatch(Language.Parse("it"), Language.Parse("en"), segments);
        var quote = await translator.QuoteAsync(batch, CancellationToken.None);
        await _time.RunAsync(Batch.TranslateAsync(translator, "it", "en", segments));
        (translator.Charged.Characters, translator.Charged.Money).ShouldBe((10L, 0.0002m));
        translator.Charged.Characters.ShouldBe(_server.Billed);
        quote.IsAtMost.ShouldBeTrue();
        quote.Characters.ShouldBeGreaterThan(10);
        quote.Segments.ShouldBe(2);
    }

    [Fact]
    public async Task Requests_stay_within_fifty_texts_and_a_hundred_and_twenty_eight_kilobytes()
    {
        InlineContent[] segments = [.. Enumerable.Range(0, 120).Select(i => InlineContent.Of(new string('日', i % 7 == 0 ? 9000 : 10) + i))];
        var (answers, failure) = await TranslateAsync(segments);
        failure.ShouldBeNull();
        answers.ShouldAllBe(a => a != null);
        _server.Requests.ShouldAllBe(r => r.Texts.Count <= 50 && System.Text.Encoding.UTF8.GetByteCount(r.Body) <= 128 * 1024);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(504)]
    [InlineData(529)]
    public async Task What_the_documents_call_temporary_is_tried_again(int status)
    {
        Fail(Fault.Code(status), Fault.Code(status, "7"));
        (await TranslateAsync(InlineContent.Of("uno"))).Answers.ShouldHaveSingleItem()!.PlainText.ShouldBe("UNO");
        _time.Waits.Count.ShouldBe(2);
        _time.Waits[1].ShouldBe(TimeSpan.FromSeconds(7));
    }

    [Theory]
    [InlineData(400, "report")]
    [InlineData(403, "PRESSKIT_DEEPL_KEY")]
    [InlineData(404, "PRESSKIT_DEEPL_ENDPOINT")]
    [InlineData(456, "quota")]
    public async Task What_cannot_succeed_is_not_tried_again(int status, string remedy)
    {
        Fail(Fault.Code(status));
        var (_, failure) = await TranslateAsync(InlineContent.Of("uno"));
        failure!.CanRetry.ShouldBeFalse();
        failure.Message.ShouldContain($"status {status}");
        failure.Remedy.ShouldContain(remedy);
        _server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_request_that_is_too_large_for_it_is_halved()
    {
        Fail(Fault.Code(413));
        (await TranslateAsync(InlineContent.Of("uno"), InlineContent.Of("due"))).Answers.Select(a => a!.PlainText).ShouldBe(["UNO", "DUE"]);
        _server.Requests.Select(r => r.Texts.Count).ShouldBe([2, 1, 1]);
    }

    [Fact]
    public async Task After_a_spent_quota_no_further_batch_is_sent()
    {
        await using var server = await TestServer.StartAsync(new DeepLServer { Quota = 5 });
        using var translator = Some.DeepL(server, _time);
        (await _time.RunAsync(Batch.TryAsync(translator, "it", "en", InlineContent.Of("troppo lungo")))).Failure.ShouldNotBeNull();
        (await _time.RunAsync(Batch.TryAsync(translator, "it", "fr", InlineContent.Of("uno")))).Failure!.Message.ShouldContain("456");
        server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_answer_that_does_not_come_or_breaks_off_is_asked_for_again()
    {
        Fail(Fault.Timeout, Fault.Broken, Fault.Truncated, Fault.HalfJson);
        (await TranslateAsync(InlineContent.Of("uno"))).Answers.ShouldHaveSingleItem()!.PlainText.ShouldBe("UNO");
        _server.Requests.Count.ShouldBe(5);
    }

    [Fact]
    public async Task An_element_that_came_back_twice_stands_once_in_the_draft()
    {
        await using var server = await TestServer.StartAsync(new DeepLServer { SplitsElements = true });
        using var translator = Some.DeepL(server, _time);
        var problems = new Problems();
        var unit = new Unit("u1", UnitRole.Paragraph, [new Segment(Inline.Parse("vedi <a1>la mostra nuova</a1> qui"))]);
        var draft = await _time.RunAsync(new Drafting([translator], [], _time).DraftAsync(
            new DraftRequest("r", "en.xlf", "it.md", "1", Language.Parse("it"), Language.Parse("en"), [unit], null), problems, CancellationToken.None));
        Inline.Show(draft.Translation.Units[0].Segments[0].Target!).ShouldBe("VEDI <a1>LA MOSTRA NUOVA</a1> QUI");
        problems.All.ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_tag_handling_marks_and_plain_text_are_sent_as_they_are()
    {
        using var translator = Some.DeepL(_server, _time, way: new DetaggedWay());
        var answers = await _time.RunAsync(Batch.TranslateAsync(translator, "it", "en", Inline.Parse("vedi <a1>qui</a1> R&B")));
        Inline.Show(answers[0]!).ShouldBe("VEDI <a1>QUI</a1> R&B");
        _server.Texts.ShouldBe(["vedi qui R&B", "qui"]);
        _server.Requests.ShouldAllBe(r => !r.Body.Contains("tag_handling", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_a_key_it_says_which_to_set()
    {
        using var translator = Some.DeepL(_server, _time, key: " ");
        var failure = await Should.ThrowAsync<TranslatorException>(() => translator.RouteAsync(Language.Parse("it"), Language.Parse("en"), CancellationToken.None));
        failure.Remedy.ShouldContain("PRESSKIT_DEEPL_KEY");
    }

    private void Fail(params Fault?[] faults)
    {
        foreach (var fault in faults) _server.Faults.Enqueue(fault);
    }

    private Task<(List<InlineContent?> Answers, TranslatorException? Failure)> TranslateAsync(params InlineContent[] segments) =>
        _time.RunAsync(Batch.TryAsync(Some.DeepL(_server, _time), "it", "en", segments));
}
