using System.Diagnostics;
using Microsoft.Extensions.Time.Testing;
using PressKit.Testing;
using PressKit.Translation;

namespace PressKit.Translators.Tests;

public sealed class ApertiumTranslatorTests
{
    private static readonly ServiceTranslator Apertium = Some.Apertium(TimeProvider.System);

    [SkippableTheory]
    [InlineData("es", "ita-spa")]
    [InlineData("ca", "ita-cat")]
    [InlineData("pt", "ita-cat, cat-por")]
    [InlineData("fr", "ita-cat, cat-fra")]
    public async Task A_route_names_the_version_and_the_chain(string target, string chain)
    {
        await NeedAsync("it", target);
        var route = await Apertium.RouteAsync(Language.Parse("it"), Language.Parse(target), CancellationToken.None);
        route!.Maker.ShouldMatch("^Apertium [0-9.]+$");
        route.Method.ShouldBe(chain);
    }

    [SkippableFact]
    public async Task A_language_that_is_not_installed_has_no_route()
    {
        await NeedAsync("it", "es");
        (await Apertium.RouteAsync(Language.Parse("it"), Language.Parse("ja"), CancellationToken.None)).ShouldBeNull();
    }

    [SkippableTheory]
    [InlineData("es")]
    [InlineData("ca")]
    [InlineData("pt")]
    [InlineData("fr")]
    public async Task Segments_come_back_translated_in_order_with_their_codes(string target)
    {
        await NeedAsync("it", target);
        InlineContent[] segments =
        [
            Inline.Parse("Il concorso ha premiato <em1>tre film</em1>."),
            Inline.Parse("La casa<fn1/> è <a2>molto <st3>grande</st3></a2> e bella"),
            Inline.Parse("Il film <name1/> vince a <code2/>, oggi.<br3/>Domani no."),
            Inline.Parse("Il libro dello studente"),
        ];
        var answers = await Batch.TranslateAsync(Apertium, "it", target, segments);
        answers.Count.ShouldBe(4);
        foreach (var (segment, answer) in segments.Zip(answers))
        {
            Inline.CodesOf(answer!).ShouldBe(Inline.CodesOf(segment));
            answer!.PlainText.ShouldNotBe(segment.PlainText);
            answer.PlainText.ShouldNotContain("*");
        }
    }

    [SkippableTheory]
    [InlineData("es")]
    [InlineData("fr")]
    public async Task Text_comes_back_unescaped_exactly_once(string target)
    {
        await NeedAsync("it", target);
        string[] signs = ["&", "<", ">", "\"", "«»", "5 < 6 > 4 & 3", "&amp;", "&lt;b&gt;", "&nbsp;", "10\u00a0000", "東京、日本。", "“x”", "[1] {2} $3$ ^4^ /5\\ @6", "👍", "مرحبا", "</p>", "<p id=\"s1\">"];
        var answers = await Batch.TranslateAsync(Apertium, "it", target, [.. signs.Select(s => InlineContent.Of(s))]);
        answers.Select(a => a?.PlainText).ShouldBe(signs);
    }

    [SkippableFact]
    public async Task Whatever_is_sent_as_much_comes_back_with_its_codes()
    {
        await NeedAsync("it", "es");
        InlineContent[] segments = [.. Enumerable.Range(0, 450).Select(Inline.Any)];
        var answers = await Batch.TranslateAsync(Apertium, segments);
        answers.Count.ShouldBe(450);
        for (var i = 0; i < segments.Length; i++) Inline.CodesOf(answers[i]!).ShouldBe(Inline.CodesOf(segments[i]), $"segment {i}");
    }

    [SkippableFact]
    public async Task Kling_AI_survives()
    {
        await NeedAsync("it", "fr");
        Term[] glossary = [SomeTerm.Name("Kling AI")];
        foreach (var target in (string[])["es", "ca", "pt", "fr"])
        {
            var unit = new Unit("u1", UnitRole.Paragraph,
                [new Segment(Inline.Parse("Il <em1>concorso Kling AI</em1> ha premiato i vincitori dell'arte di Kling AI.")), new Segment(InlineContent.Of("Kling AI"))]);
            var problems = new Problems();
            var draft = await new Drafting([Apertium], [.. glossary], TimeProvider.System).DraftAsync(
                new DraftRequest("r", "x.xlf", "it.md", "1", Language.Parse("it"), Language.Parse(target), [unit], null), problems, CancellationToken.None);
            var text = draft.Translation.Units[0].Segments[0].Target!.PlainText;
            text.Split("Kling AI").Length.ShouldBe(3, text);
            draft.Translation.Units[0].Segments[1].Target!.PlainText.ShouldBe("Kling AI");
            problems.All.ShouldBeEmpty();
        }

        // Without protection it does not: this is what the test above is about.
        (await Batch.TranslateAsync(Apertium, "Il concorso Kling AI ha premiato i vincitori."))[0]!.PlainText.ShouldNotContain("Kling AI");
    }

    [Fact]
    public async Task A_missing_tool_names_the_packages()
    {
        var failure = await Should.ThrowAsync<TranslatorException>(() => Some.Apertium(TimeProvider.System, "no-such-apertium")
            .RouteAsync(Language.Parse("it"), Language.Parse("es"), CancellationToken.None));
        failure.Remedy.ShouldContain("apt-get install apertium apertium-spa-ita");
        failure.CanRetry.ShouldBeFalse();
    }

    [SkippableFact]
    public async Task Damaged_paragraphs_are_translated_again_in_smaller_parts()
    {
        // A tool that swallows the end of a paragraph that says "broken", and all of any document longer than two lines.
        using var tool = new FakeTool("""
            all=$(cat); if [ "$(printf '%s' "$all" | grep -c '<p ')" -gt 2 ]; then exit 0; fi
            printf '%s\n' "$all" | sed '/broken/s|</p>||' | tr 'a' 'e'
            """);
        var answers = await Batch.TranslateAsync(Some.Apertium(TimeProvider.System, tool.Path), "la", "broken", "ma", "sa");
        answers.Select(a => a?.PlainText).ShouldBe(["le", null, "me", "se"]);
    }

    [SkippableFact]
    public async Task A_tool_that_fails_says_why()
    {
        using var tool = new FakeTool("echo 'mode is broken' >&2; exit 3");
        var (_, failure) = await Batch.TryAsync(Some.Apertium(TimeProvider.System, tool.Path), "it", "es", InlineContent.Of("la"));
        failure!.Message.ShouldContain("exit code 3");
        failure.Message.ShouldContain("mode is broken");
    }

    [SkippableFact]
    public async Task A_tool_that_hangs_is_killed()
    {
        using var tool = new FakeTool("touch \"$0.started\"; sleep 600");
        var time = new FakeTimeProvider();
        var work = Batch.TryAsync(Some.Apertium(time, tool.Path), "it", "es", InlineContent.Of("la"));
        while (!File.Exists(tool.Path + ".started")) await Task.Yield();
        time.Advance(TimeSpan.FromMinutes(6));
        var (_, failure) = await work;
        failure!.CanRetry.ShouldBeTrue();
        failure.Message.ShouldContain("did not end within 300 seconds");
    }

    [SkippableFact]
    public async Task Cancelling_kills_the_tool()
    {
        using var tool = new FakeTool("touch \"$0.started\"; sleep 600");
        using var stop = new CancellationTokenSource();
        var watch = Stopwatch.StartNew();
        var work = Some.Apertium(TimeProvider.System, tool.Path)
            .TranslateAsync(new TranslationBatch(Language.Parse("it"), Language.Parse("es"), [InlineContent.Of("la")]), stop.Token)
            .ToListAsync().AsTask();
        while (!File.Exists(tool.Path + ".started")) await Task.Yield();
        await stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => work);
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromMinutes(5));
    }

    private static async Task NeedAsync(string source, string target)
    {
        TranslatorRoute? route = null;
        try
        {
            route = await Apertium.RouteAsync(Language.Parse(source), Language.Parse(target), CancellationToken.None);
        }
        catch (TranslatorException)
        {
            // Skipped below.
        }

        Skip.If(route is null, $"Apertium with a chain from {source} to {target} is not installed.");
    }

    /// <summary>A script that answers as apertium does to -V and -l, and does something of its own else.</summary>
    private sealed class FakeTool : IDisposable
    {
        private readonly TemporaryFolder _folder = new();

        public FakeTool(string translate)
        {
            Skip.IfNot(File.Exists("/bin/sh"), "There is no /bin/sh here.");
            Path = System.IO.Path.Combine(_folder.Path, "tool");
            File.WriteAllText(Path, $"#!/bin/sh\ncase \"$1\" in -V) echo 'Apertium 9'; exit;; -l) echo '  ita-spa'; exit;; esac\n{translate}\n");
            if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(Path, UnixFileMode.UserRead | UnixFileMode.UserExecute | UnixFileMode.UserWrite);
        }

        public string Path { get; }

        public void Dispose() => _folder.Dispose();
    }
}
