using System.Diagnostics;
using PressKit.Testing;
using PressKit.Testing.Servers;

namespace PressKit.Translators.Tests;

/// <summary>The services' own clients, from npm, before our servers: so the servers speak the services' protocols, and do not
/// merely agree with our side of them.</summary>
public sealed class OfficialClientTests
{
    [SkippableFact]
    public async Task Azures_client_translates_lists_languages_and_understands_errors()
    {
        await using var server = await AzureServer.StartAsync();
        var answer = await RunAsync("azure.mjs", server.Url.ToString(), AzureServer.Key, AzureServer.Region);
        answer.ShouldBe("""
            <P>UNO <b>DUE</b></P> | TRE
            metered 24
            languages ar ca de en es fr it ja pt pt-PT zh-Hans zh-Hant
            error 400 400036
            error 401 401000
            """.Replace("<P>", "<p>", StringComparison.Ordinal).Replace("</P>", "</p>", StringComparison.Ordinal));
    }

    [SkippableFact]
    public async Task DeepLs_client_translates_lists_languages_and_understands_errors()
    {
        await using var server = await TestServer.StartAsync(new DeepLServer { Quota = 60 });
        server.Faults.Enqueue(null);
        server.Faults.Enqueue(Fault.Code(429));
        var answer = await RunAsync("deepl.mjs", server.Url.ToString().TrimEnd('/'), DeepLServer.Key);
        answer.ShouldBe("""
            UNO <g id="1">DUE</g> | TRE
            billed 7 3
            after 429: QUATTRO
            usage 17 of 60
            targets AR CA DE EN-GB EN-US ES FR IT JA PT-BR PT-PT ZH-HANS ZH-HANT
            quota QuotaExceededError
            key AuthorizationError
            """);
    }

    [SkippableFact]
    public async Task OpenAIs_client_completes_and_understands_errors()
    {
        await using var server = await TestServer.StartAsync(new OpenAIServer { KnowsTemperature = false });
        var answer = await RunAsync("openai.mjs", server.Url + "v1", OpenAIServer.Key);
        answer.ShouldBe("""
            {"translations":[{"id":1,"text":"UNO <1>DUE</1>"}]}
            stop 3 parts of usage
            BadRequestError 400 temperature
            AuthenticationError 401 invalid_api_key
            """);
    }

    private static async Task<string> RunAsync(string script, params string[] arguments)
    {
        Skip.IfNot(Directory.Exists(Repository.PathTo("tests", "node_modules", "openai")), "npm's packages are not installed: run ./test.");
        var start = new ProcessStartInfo("node", [Repository.PathTo("tests", "PressKit.Translators.Tests", "Clients", script), .. arguments])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
        };
        using var process = Process.Start(start)!;
        var answers = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0, answers[1]);
        return answers[0].Trim();
    }
}
