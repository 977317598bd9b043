using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using PressKit.Testing;
using PressKit.Translation;

namespace PressKit.Translators.Tests;

/// <summary>APy, as Debian has it.</summary>
public sealed class ApertiumServerTests : IAsyncLifetime
{
    private const string Program = "/usr/bin/apertium-apy";

    private Process? _process;
    private Uri _url = null!;

    public async Task InitializeAsync()
    {
        if (!File.Exists(Program) || !Directory.Exists("/usr/share/apertium/modes")) return;
        _url = new Uri($"http://127.0.0.1:{FreePort()}/");
        _process = Process.Start(new ProcessStartInfo(Program, ["-p", $"{_url.Port}", "/usr/share/apertium"])
        {
            RedirectStandardError = true, RedirectStandardOutput = true, UseShellExecute = false, WorkingDirectory = Path.GetTempPath(),
        })!;
        _ = _process.StandardError.ReadToEndAsync();
        _ = _process.StandardOutput.ReadToEndAsync();
        using var http = new HttpClient();
        while (!_process.HasExited && !await AnswersAsync(http)) await Task.Yield();
    }

    public Task DisposeAsync()
    {
        _process?.Kill(entireProcessTree: true);
        _process?.Dispose();
        return Task.CompletedTask;
    }

    [SkippableTheory]
    [InlineData("es")]
    [InlineData("fr")]
    public async Task It_drafts_as_the_tool_does(string target)
    {
        using var server = Server();
        using var tool = Some.Apertium(TimeProvider.System);
        Skip.If(await tool.RouteAsync(Language.Parse("it"), Language.Parse(target), CancellationToken.None) is null, $"Apertium has no chain from it to {target}.");
        InlineContent[] segments =
        [
            Inline.Parse("Il concorso ha premiato <em1>tre film</em1>."), Inline.Parse("La casa<fn1/> è <a2>molto <st3>grande</st3></a2> e bella"),
            Inline.Parse("Il film <name1/> vince a <code2/>, oggi.<br3/>Domani no."), InlineContent.Of("5 < 6 & 7, \"virgolette\" {1}"),
        ];
        var answers = await Batch.TranslateAsync(server, "it", target, segments);
        answers.Select(a => Inline.Show(a!)).ShouldBe((await Batch.TranslateAsync(tool, "it", target, segments)).Select(a => Inline.Show(a!)));
        var route = await server.RouteAsync(Language.Parse("it"), Language.Parse(target), CancellationToken.None);
        route!.Maker.ShouldBe("Apertium APy");
        route.Method.ShouldBe((await tool.RouteAsync(Language.Parse("it"), Language.Parse(target), CancellationToken.None))!.Method);
    }

    [SkippableFact]
    public async Task It_is_offered_only_the_pairs_that_it_lists()
    {
        using var server = Server();
        (await server.RouteAsync(Language.Parse("it"), Language.Parse("ja"), CancellationToken.None)).ShouldBeNull();
    }

    [SkippableFact]
    public async Task The_probe_chooses_a_way_for_each_pair()
    {
        using var server = Server(probes: true);
        (await Batch.TranslateAsync(server, "it", "es", Inline.Parse("La <a1>casa</a1> è bella")))[0]!.Codes.Length.ShouldBe(1);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_a_failure_with_a_remedy()
    {
        var time = new SteppedTime(60);
        using var absent = new ServiceTranslator(new ApertiumService(new ApertiumServer(new Uri($"http://127.0.0.1:{FreePort()}/"), time), Some.Setup(time)), time);
        var failure = await Should.ThrowAsync<TranslatorException>(() => time.RunAsync(absent.RouteAsync(Language.Parse("it"), Language.Parse("es"), CancellationToken.None)));
        failure.CanRetry.ShouldBeTrue();
        failure.Remedy.ShouldContain("address");
    }

    private ServiceTranslator Server(bool probes = false)
    {
        Skip.If(_process is null or { HasExited: true }, "Debian's apertium-apy is not installed: run ./test.");
        var service = new ApertiumService(new ApertiumServer(_url, TimeProvider.System), Some.Setup(TimeProvider.System));
        return new ServiceTranslator(service, TimeProvider.System, way: probes ? null : service.Profile.Ladder[0]);
    }

    private async Task<bool> AnswersAsync(HttpClient http)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri(_url, "listPairs"));
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
