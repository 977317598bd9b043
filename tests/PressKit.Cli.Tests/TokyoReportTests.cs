using System.Text.RegularExpressions;
using PressKit.Testing;
using PressKit.Testing.Servers;
using PressKit.Translation;
using PressKit.Translation.Glossary;
using PressKit.Translators;

namespace PressKit.Cli.Tests;

/// <summary>A real report, with its names, figures, quotations and links, drafted anew with each service.</summary>
public sealed partial class TokyoReportTests
{
    private static readonly DateTimeOffset Now = new(2026, 12, 1, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("azure", "3.0")]
    [InlineData("azure", "2026-06-06")]
    [InlineData("deepl", null)]
    [InlineData("libretranslate", null)]
    [InlineData("openai", null)]
    public async Task No_code_name_or_figure_is_lost(string service, string? version)
    {
        await using var server = service == "deepl" ? await TestServer.StartAsync(new DeepLServer { SplitsElements = true }) : await ServicesTests.StartAsync(service);
        using var folder = new TemporaryFolder();
        // Upper case is no translation for a model that has to write Japanese; its answers there would be refused, and rightly.
        string[] targets = service == "openai" ? ["en", "fr"] : ["en", "ja", "zh-Hans"];
        foreach (var target in targets)
        {
            using var translator = (ServiceTranslator)KnownTranslators.Create(service, Setup(server, service, version, folder.Path))!;
            (await DraftAsync(translator, target)).ShouldBeEmpty();
        }

        server.Answered.Count.ShouldBeGreaterThan(0);
    }

    [SkippableTheory]
    [InlineData("es")]
    [InlineData("ca")]
    [InlineData("pt")]
    [InlineData("fr")]
    public async Task Apertium_loses_none_either(string target)
    {
        using var translator = (ServiceTranslator)KnownTranslators.Create("apertium", ServiceSetup.Of(TimeProvider.System, _ => null))!;
        TranslatorRoute? route = null;
        try
        {
            route = await translator.RouteAsync(Language.Parse("it"), Language.Parse(target), CancellationToken.None);
        }
        catch (TranslatorException)
        {
            // Skipped below.
        }

        Skip.If(route is null, $"Apertium with a chain from it to {target} is not installed.");
        (await DraftAsync(translator, target)).ShouldBeEmpty();
    }

    /// <summary>Drafts the report; answers with what was damaged and not reported.</summary>
    private static async Task<List<string>> DraftAsync(ServiceTranslator translator, string tag)
    {
        var prepared = new Publisher().Prepare(Repository.Root, Now, new Problems())!;
        var paired = prepared.Releases.Single(r => r.Release.Id == "2025/tokyo-contest");
        var (source, target) = (paired.Source.Text, Language.Parse(tag));
        var terminology = new Terminology(prepared.Newsroom.Glossary);
        var request = new DraftRequest(paired.Release.Id, tag + ".xlf", source.File, source.Hash, source.Language, target, paired.Source.Units, null);
        var problems = new Problems();
        var draft = await new Drafting([translator], terminology, TimeProvider.System).DraftAsync(request, problems, CancellationToken.None);
        draft.Failure.ShouldBeNull();
        draft.Missing.ShouldBe(0, string.Join('\n', problems.All));
        return [.. draft.Translation.Units.SelectMany(u => u.Segments.SelectMany(s => Damage(s, target, terminology).Select(d => (u.Id, Damage: d))))
            .Where(d => !problems.All.Any(p => p.Message.StartsWith($"Unit {d.Id}:", StringComparison.Ordinal)))
            .Select(d => $"{d.Id}: {d.Damage}")];
    }

    private static IEnumerable<string> Damage(SegmentTranslation segment, Language target, Terminology terminology)
    {
        var (source, draft) = (segment.Segment.Source, segment.Target!);
        if (!Inline.CodesOf(source).SequenceEqual(Inline.CodesOf(draft))) yield return $"codes of “{Inline.Show(source)}” in “{Inline.Show(draft)}”";
        if (!Figures(source).SequenceEqual(Figures(draft))) yield return $"figures of “{source.ReadingText}” in “{draft.ReadingText}”";
        foreach (var finding in terminology.Compare(source, draft, Language.Parse("it"), target).Where(f => !f.Term.Translate))
            yield return $"{finding.Term.Text} in “{draft.ReadingText}”";
    }

    private static IEnumerable<string> Figures(InlineContent content) => Figure().Matches(content.ReadingText).Select(m => m.Value).Order(StringComparer.Ordinal);

    private static ServiceSetup Setup(TestServer server, string service, string? version, string folder)
    {
        var environment = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["PRESSKIT_AZURE_KEY"] = AzureServer.Key, ["PRESSKIT_AZURE_REGION"] = AzureServer.Region, ["PRESSKIT_DEEPL_KEY"] = DeepLServer.Key, ["PRESSKIT_OPENAI_KEY"] = OpenAIServer.Key,
        };
        var settings = new ServiceSettings { Endpoint = service == "openai" ? new Uri(server.Url, "v1") : server.Url, Version = version, Model = service == "openai" ? "test" : null };
        return new ServiceSetup(TimeProvider.System, environment.GetValueOrDefault, settings, folder);
    }

    [GeneratedRegex(@"[0-9]+([.,:][0-9]+)*", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Figure();
}
