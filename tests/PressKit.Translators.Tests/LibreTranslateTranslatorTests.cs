using PressKit.Testing;
using PressKit.Testing.Servers;
using PressKit.Translation;
using PressKit.Translators.Tags;

namespace PressKit.Translators.Tests;

public sealed class LibreTranslateTranslatorTests : IAsyncLifetime
{
    private readonly SteppedTime _time = new(120);
    private LibreTranslateServer _server = null!;

    public async Task InitializeAsync() => _server = await TestServer.StartAsync(new LibreTranslateServer());

    public Task DisposeAsync() => _server.DisposeAsync().AsTask();

    [Fact]
    public async Task Segments_travel_flat_and_name_their_language()
    {
        var answers = await TranslateAsync("en", Inline.Parse("Vedi <a1>il <em2>nuovo</em2> film</a1> <name3/>."));
        Inline.Show(answers[0]!).ShouldBe("VEDI <a1>IL <em2>NUOVO</em2> FILM</a1> <name3/>.");
        var asked = _server.Requests.ShouldHaveSingleItem();
        asked.Texts[0].ShouldBe("Vedi <a id=\"c1\">il nuovo film</a> <img id=\"c3\"/>.");
        // Never "auto": it would be one guess for the whole batch.
        asked.Body.ShouldContain("\"source\":\"it\"");
    }

    [Fact]
    public async Task A_text_with_the_characters_of_markup_travels_plain_and_comes_back_whole()
    {
        var answers = await TranslateAsync("en", InlineContent.Of("Cinque < sei & sette"), Inline.Parse("R&B <em1>dal vivo</em1> qui"), InlineContent.Of("altro"));
        answers.Select(a => Inline.Show(a!)).ShouldBe(["CINQUE < SEI & SETTE", "R&B <em1>DAL VIVO</em1> QUI", "ALTRO"]);
        _server.Requests.Where(r => r.Body.Contains("\"format\":\"html\"", StringComparison.Ordinal)).SelectMany(r => r.Texts).ShouldBe(["altro"]);
    }

    [Theory]
    [InlineData("Una frase.", "UNA FRASE。")]
    [InlineData("Davvero?", "DAVVERO？")]
    public async Task The_last_mark_is_the_targets_own(string source, string expected)
    {
        using var translator = Some.LibreTranslate(_server, _time, way: new DetaggedWay());
        (await _time.RunAsync(Batch.TranslateAsync(translator, "it", "ja", InlineContent.Of(source))))[0]!.PlainText.ShouldBe(expected);
        // With its mark it would have come back with the source's.
        _server.Texts.ShouldAllBe(t => char.IsLetter(t.Last()));
    }

    [Theory]
    [InlineData("es", "regista giapponese", "rEGISTA GIAPPONESE")]
    [InlineData("de", "regista giapponese", "REGISTA GIAPPONESE")]
    [InlineData("es", "regista di Kling AI", "rEGISTA DI KLING AI")]
    [InlineData("de", "regista di Kling AI", "REGISTA DI KLING AI")]
    [InlineData("es", "Regista giapponese", "REGISTA GIAPPONESE")]
    [InlineData("es", "1 < 2", "1 < 2")]
    public async Task A_text_without_a_capital_keeps_the_capitals_of_its_translation(string target, string source, string expected)
    {
        using var translator = Some.LibreTranslate(_server, _time, way: new DetaggedWay());
        (await _time.RunAsync(Batch.TranslateAsync(translator, "it", target, InlineContent.Of(source))))[0]!.PlainText.ShouldBe(expected);
    }

    [Fact]
    public async Task A_server_that_answers_with_a_sign_is_not_believed()
    {
        await using var server = await TestServer.StartAsync(new LibreTranslateServer { Sulks = true });
        using var translator = Some.LibreTranslate(server, _time);
        var (answers, failure) = await _time.RunAsync(Batch.TryAsync(translator, "it", "en", InlineContent.Of("uno")));
        answers.ShouldBeEmpty();
        failure!.Message.ShouldContain("a sign in place of a translation");
        failure.CanRetry.ShouldBeFalse();
    }

    [Fact]
    public async Task A_key_that_is_asked_for_has_to_be_there_and_right()
    {
        await using var server = await TestServer.StartAsync(new LibreTranslateServer { NeedsKey = true });
        using var without = Some.LibreTranslate(server, _time);
        (await _time.RunAsync(Batch.TryAsync(without, "it", "en", InlineContent.Of("uno")))).Failure!.Remedy.ShouldContain("PRESSKIT_LIBRETRANSLATE_KEY");
        server.Requests.ShouldBeEmpty();
        using var wrong = Some.LibreTranslate(server, _time, "wrong");
        var failure = (await _time.RunAsync(Batch.TryAsync(wrong, "it", "en", InlineContent.Of("uno")))).Failure!;
        failure.ToString().ShouldContain("Invalid API key: …");
        using var right = Some.LibreTranslate(server, _time, LibreTranslateServer.Key);
        (await _time.RunAsync(Batch.TranslateAsync(right, "it", "en", InlineContent.Of("Uno"))))[0]!.PlainText.ShouldBe("UNO");
    }

    [Fact]
    public async Task The_servers_own_limit_is_kept()
    {
        await using var server = await TestServer.StartAsync(new LibreTranslateServer { Limit = 40 });
        using var translator = Some.LibreTranslate(server, _time);
        var answers = await _time.RunAsync(Batch.TranslateAsync(translator, "it", "en", [.. Enumerable.Range(0, 9).Select(i => InlineContent.Of("Frase numero " + i)), InlineContent.Of(new string('x', 41))]));
        answers.Take(9).ShouldAllBe(a => a!.PlainText.StartsWith("FRASE NUMERO"));
        answers[9].ShouldBeNull();
        server.Requests.ShouldAllBe(r => r.Texts.Sum(t => t.Length) <= 40);
    }

    [Theory]
    [InlineData("zh-Hans", "zh")]
    [InlineData("zh-Hant", "zt")]
    [InlineData("pt-BR", "pb")]
    [InlineData("en-GB", "en")]
    public async Task Languages_go_by_its_codes(string tag, string code)
    {
        using var translator = Some.LibreTranslate(_server, _time);
        await _time.RunAsync(Batch.TranslateAsync(translator, "it", tag, InlineContent.Of("Uno")));
        _server.Requests.ShouldHaveSingleItem().Body.ShouldContain($"\"target\":\"{code}\"");
    }

    [Theory]
    [InlineData(429, true)]
    [InlineData(500, true)]
    [InlineData(403, false)]
    [InlineData(400, false)]
    public async Task Errors_are_tried_again_where_that_can_help(int status, bool isTriedAgain)
    {
        using var translator = Some.LibreTranslate(_server, _time);
        _server.Faults.Enqueue(Fault.Code(status));
        var (answers, failure) = await _time.RunAsync(Batch.TryAsync(translator, "it", "en", InlineContent.Of("Uno")));
        (answers.Count == 1 && failure is null).ShouldBe(isTriedAgain);
        _server.Requests.Count.ShouldBe(isTriedAgain ? 2 : 1);
    }

    [Fact]
    public async Task The_probe_finds_that_flat_tags_do()
    {
        using var folder = new TemporaryFolder();
        using var translator = Some.LibreTranslate(_server, _time, folder: folder.Path, probes: true);
        await _time.RunAsync(Batch.TranslateAsync(translator, "it", "en", InlineContent.Of("Uno")));
        File.ReadAllText(Path.Combine(folder.Path, "libretranslate.ways")).ShouldBe("1\tit\ten\tflat\n");
    }

    [Fact]
    public async Task Without_an_address_it_says_where_to_give_it()
    {
        using var translator = new ServiceTranslator(new LibreTranslateService(Some.Setup(_time)), _time);
        var failure = await Should.ThrowAsync<TranslatorException>(() => translator.RouteAsync(Language.Parse("it"), Language.Parse("en"), CancellationToken.None));
        failure.Remedy.ShouldContain("endpoint:");
    }

    private Task<List<InlineContent?>> TranslateAsync(string target, params InlineContent[] segments) =>
        _time.RunAsync(Batch.TranslateAsync(Some.LibreTranslate(_server, _time), "it", target, segments));
}
