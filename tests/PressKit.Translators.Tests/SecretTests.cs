using PressKit.Testing;
using PressKit.Testing.Servers;
using PressKit.Translation;

namespace PressKit.Translators.Tests;

/// <summary>Whatever goes wrong, no key is in what a person or a file gets to see.</summary>
public sealed class SecretTests
{
    private static readonly Fault[] Faults =
    [
        .. ((int[])[400, 401, 402, 403, 404, 408, 413, 422, 429, 456, 500, 503, 529]).Select(s => new Fault { Status = s, RetryAfter = "3600" }),
        Fault.Broken, Fault.Truncated, Fault.HalfJson, new Fault { Finish = "content_filter" }, new Fault { Finish = "length" }, new Fault { Refusal = "no" },
    ];

    public static TheoryData<string> Services => ["azure", "azure new", "deepl", "libretranslate", "openai"];

    [Theory]
    [MemberData(nameof(Services))]
    public async Task No_message_problem_or_file_holds_a_key_whatever_the_service_answers(string service)
    {
        foreach (var fault in Faults)
        {
            foreach (var isRight in (bool[])[true, false])
            {
                var key = isRight ? RightKey(service) : "wrong-" + RightKey(service);
                using var folder = new TemporaryFolder();
                var seen = await RunAsync(service, key, fault with { Says = $"You sent '{key}' and {key.ToUpperInvariant()}.", Status = Status(service, fault) }, folder.Path);
                foreach (var file in Directory.EnumerateFiles(folder.Path, "*", SearchOption.AllDirectories)) seen += File.ReadAllText(file);
                seen.ShouldNotContain(key, Case.Insensitive, $"{service}: {fault}");
            }
        }
    }

    private static string RightKey(string service) => service switch
    {
        "deepl" => DeepLServer.Key,
        "libretranslate" => LibreTranslateServer.Key,
        "openai" => OpenAIServer.Key,
        _ => AzureServer.Key,
    };

    // Azure's codes have three more digits.
    private static int? Status(string service, Fault fault) => service.StartsWith("azure", StringComparison.Ordinal) ? fault.Status * 1000 : fault.Status;

    private static async Task<string> RunAsync(string service, string key, Fault fault, string folder)
    {
        var time = new SteppedTime(service switch { "deepl" => 60, "libretranslate" => 120, "openai" => 300, _ => 130 });
        TestServer server = service switch
        {
            "deepl" => await TestServer.StartAsync(new DeepLServer()),
            "libretranslate" => await TestServer.StartAsync(new LibreTranslateServer { NeedsKey = true }),
            "openai" => await TestServer.StartAsync(new OpenAIServer()),
            _ => await AzureServer.StartAsync(),
        };
        await using var stop = server;
        for (var i = 0; i < 8; i++) server.Faults.Enqueue(fault);
        using var translator = server switch
        {
            DeepLServer deepL => Some.DeepL(deepL, time, key, folder: folder),
            LibreTranslateServer libre => Some.LibreTranslate(libre, time, key, folder: folder),
            OpenAIServer openAI => Some.OpenAI(openAI, time, key, folder: folder),
            AzureServer azure => Some.Azure(azure, time, service == "azure new" ? "2026-06-06" : "3.0", key, folder: folder),
            _ => throw new ArgumentOutOfRangeException(nameof(service)),
        };
        var problems = new Problems();
        var unit = new Unit("u1", UnitRole.Paragraph, [new Segment(InlineContent.Of("Una frase da tradurre."))]);
        var request = new DraftRequest("r", "en.xlf", "it.md", "1", Language.Parse("it"), Language.Parse("en"), [unit], null);
        var draft = await time.RunAsync(new Drafting([translator], [], time).DraftAsync(request, problems, CancellationToken.None));
        var (_, failure) = await time.RunAsync(Batch.TryAsync(translator, "it", "en", InlineContent.Of("Un'altra frase.")));
        return $"{draft.Failure} {string.Join(' ', problems.All)} {failure} {translator.Charged}";
    }
}
