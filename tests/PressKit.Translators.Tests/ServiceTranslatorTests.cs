using PressKit.Testing;
using PressKit.Testing.Servers;
using PressKit.Translation;

namespace PressKit.Translators.Tests;

/// <summary>What stands around every service alike.</summary>
public sealed class ServiceTranslatorTests : IDisposable
{
    private readonly SteppedTime _time = new();
    private readonly TemporaryFolder _folder = new();

    private string Ways => Path.Combine(_folder.Path, "azure.ways");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_probe_runs_once_for_a_pair_and_is_remembered()
    {
        await using var server = await AzureServer.StartAsync();
        using (var translator = Some.Azure(server, _time, folder: _folder.Path, probes: true))
        {
            await TranslateAsync(translator, "en", "uno");
            await TranslateAsync(translator, "en", "due");
            server.Requests.Select(r => r.Texts.Count).ShouldBe([20, 1, 1]);
            await TranslateAsync(translator, "ja", "uno");
            server.Requests.Select(r => r.Texts.Count).ShouldBe([20, 1, 1, 20, 1]);
        }

        using var next = Some.Azure(server, _time, folder: _folder.Path, probes: true);
        await TranslateAsync(next, "en", "tre");
        server.Requests.Count.ShouldBe(6);
        (await File.ReadAllLinesAsync(Ways)).ShouldBe(["3.0\tit\ten\thtml", "3.0\tit\tja\thtml"]);
    }

    [Fact]
    public async Task A_service_that_loses_tags_is_asked_in_the_next_way_until_one_carries_them()
    {
        await using var server = await AzureServer.StartAsync();
        // Loses every element, and changes brackets and braces; only underscores come through.
        var breaks = Fault.Changed(t => t.Select(x => System.Text.RegularExpressions.Regex.Replace(x, "<(?!/?p)[^>]*>|[⟦⟧{}]", "", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(5))));
        for (var i = 0; i < 20; i++) server.Faults.Enqueue(breaks);
        using var translator = Some.Azure(server, _time, folder: _folder.Path, probes: true);
        var answers = await _time.RunAsync(Batch.TranslateAsync(translator, "it", "en", Inline.Parse("vedi <a1>qui</a1> <name2/>")));
        Inline.Show(answers[0]!).ShouldBe("VEDI <a1>QUI</a1> <name2/>");
        (await File.ReadAllTextAsync(Ways)).ShouldBe("3.0\tit\ten\tunderscores\n");
        server.Texts.Last().ShouldBe("vedi __1__qui__/1__ __2__");
    }

    [Fact]
    public async Task Where_no_way_carries_all_the_best_is_taken()
    {
        await using var server = await AzureServer.StartAsync();
        var noTag = Fault.Changed(t => t.Select(x => System.Text.RegularExpressions.Regex.Replace(x, "<(?!/?p)[^>]*>|[⟦⟧{}_]|XQ[0-9]+.", "", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(5))));
        for (var i = 0; i < 20; i++) server.Faults.Enqueue(noTag);
        using var translator = Some.Azure(server, _time, folder: _folder.Path, probes: true);
        var answers = await _time.RunAsync(Batch.TranslateAsync(translator, "it", "en", Inline.Parse("vedi <a1>la mostra</a1> qui")));
        (await File.ReadAllTextAsync(Ways)).ShouldEndWith("\tdetagged\n");
        Inline.Show(answers[0]!).ShouldBe("VEDI <a1>LA MOSTRA</a1> QUI");
    }

    [Fact]
    public async Task A_run_that_was_stopped_keeps_what_was_under_way()
    {
        await using var server = await AzureServer.StartAsync();
        using var stop = new CancellationTokenSource();
        server.Asking = _ => stop.Cancel();
        using (var translator = Some.Azure(server, _time, folder: _folder.Path))
        {
            var batch = new TranslationBatch(Language.Parse("it"), Language.Parse("en"), [InlineContent.Of("uno")]);
            var answers = new List<TranslatorAnswer>();
            try
            {
                await foreach (var answer in translator.TranslateAsync(batch, stop.Token)) answers.Add(answer);
            }
            catch (OperationCanceledException)
            {
                // What came before it is kept all the same.
            }
        }

        server.Asking = _ => { };
        using var next = Some.Azure(server, _time, folder: _folder.Path);
        (await TranslateAsync(next, "en", "uno")).ShouldHaveSingleItem()!.PlainText.ShouldBe("UNO");
        server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_changed_context_version_or_term_is_another_question_and_nothing_else_is()
    {
        await using var server = await TestServer.StartAsync(new OpenAIServer());
        using var translator = Some.OpenAI(server, new SteppedTime(300));
        var batch = new TranslationBatch(Language.Parse("it"), Language.Parse("en"), [InlineContent.Of("uno")]) { Headline = "A", Contexts = [new SegmentContext("prima", "dopo")] };
        await AskAsync(batch);
        await AskAsync(batch with { Terms = [new Term("altro", "altro")] });
        server.Requests.Count.ShouldBe(1);
        await AskAsync(batch with { Contexts = [new SegmentContext("prima", "poi")] });
        await AskAsync(batch with { Headline = "B" });
        await AskAsync(batch with { Terms = [new Term("uno", "uno") { Translate = false }] });
        await AskAsync(batch with { Examples = [[new TranslationExample("due", "two")]] });
        server.Requests.Count.ShouldBe(5);

        Task<List<TranslatorAnswer>> AskAsync(TranslationBatch b) => _time.RunAsync(translator.TranslateAsync(b, CancellationToken.None).ToListAsync().AsTask());
    }

    [Fact]
    public async Task A_quote_sends_nothing_and_counts_equal_segments_of_a_run_once()
    {
        await using var server = await AzureServer.StartAsync();
        using var translator = Some.Azure(server, _time, settings: new ServiceSettings { Price = 10m });
        var batch = new TranslationBatch(Language.Parse("it"), Language.Parse("en"), [InlineContent.Of("uno"), InlineContent.Of("uno"), InlineContent.Of("due")]);
        var quote = await translator.QuoteAsync(batch, CancellationToken.None);
        (quote.Segments, quote.Characters, quote.Money, quote.IsAtMost).ShouldBe((2L, 36L, 0.00036m, false));
        (await translator.QuoteAsync(batch, CancellationToken.None)).IsNothing.ShouldBeTrue();
        server.Requests.ShouldBeEmpty();
    }

    private Task<List<InlineContent?>> TranslateAsync(ServiceTranslator translator, string target, string text) =>
        _time.RunAsync(Batch.TranslateAsync(translator, "it", target, InlineContent.Of(text)));
}
