using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using PressKit.Languages;
using PressKit.Testing;
using PressKit.Testing.Servers;
using PressKit.Translation;
using PressKit.Translation.Checks;
using PressKit.Translation.Glossary;
using PressKit.Translators;

namespace PressKit.Cli.Tests;

/// <summary>A real report, with its names, figures, quotations and links, drafted anew with each service.</summary>
public sealed partial class TokyoReportTests
{
    private static readonly DateTimeOffset Now = new(2026, 12, 1, 9, 0, 0, TimeSpan.Zero);

    private static readonly string[] FigureChecks = ["numbers", "extra-number", "number-format", "number-in-word", "currency-amount", "dates", "times-zones", "units", "phone-and-codes", "url", "email"];
    private static readonly string[] NameChecks = ["do-not-translate", "work-title", "person-name", "place-name", "camel-case", "acronym"];
    private static readonly string[] CodeChecks = ["code-missing", "code-formatting", "code-duplicate", "code-order", "text-between-codes"];

    public static TheoryData<string, string?> Services => new() { { "azure", "3.0" }, { "azure", "2026-06-06" }, { "deepl", null }, { "libretranslate", null }, { "openai", null } };

    [Theory]
    [MemberData(nameof(Services))]
    public async Task No_code_name_or_figure_is_lost(string service, string? version)
    {
        await using var server = await StartAsync(service);
        using var folder = new TemporaryFolder();
        foreach (var target in Targets(service))
        {
            using var translator = (ServiceTranslator)KnownTranslators.Create(service, Setup(server, service, version, folder.Path))!;
            var report = await DraftAsync(translator, target);
            report.Damaged.ShouldBeEmpty();
            report.Found(NameChecks.Concat(CodeChecks)).ShouldBeEmpty();
        }

        server.Answered.Count.ShouldBeGreaterThan(0);
    }

    [Theory]
    [MemberData(nameof(Services))]
    public async Task What_a_service_damages_on_purpose_is_mended_or_found_by_a_check(string service, string? version)
    {
        await using var server = await StartAsync(service);
        server.Asking = _ => server.Faults.Enqueue(new Fault { Change = texts => texts.Select((t, i) => Damage(t, i)) });
        using var folder = new TemporaryFolder();
        foreach (var target in Targets(service))
        {
            using var translator = (ServiceTranslator)KnownTranslators.Create(service, Setup(server, service, version, folder.Path))!;
            var report = await DraftAsync(translator, target);
            report.Damaged.Count.ShouldBeGreaterThan(8, "as many sentences have figures");
            report.Unreported.ShouldBeEmpty();
        }
    }

    [SkippableTheory]
    [InlineData("es")]
    [InlineData("ca")]
    [InlineData("pt")]
    [InlineData("fr")]
    public async Task What_Apertium_damages_is_mended_or_found_by_a_check(string target)
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
        var report = await DraftAsync(translator, target);
        report.Unreported.ShouldBeEmpty();
        report.Found(CodeChecks.Append("do-not-translate")).ShouldBeEmpty();
    }

    private static string[] Targets(string service) =>
        // Upper case is no translation for a model that has to write Japanese; its answers there would be refused, and rightly.
        service == "openai" ? ["en", "fr"] : ["en", "ja", "zh-Hans"];

    private static async Task<TestServer> StartAsync(string service) =>
        service == "deepl" ? await TestServer.StartAsync(new DeepLServer { SplitsElements = true }) : await ServicesTests.StartAsync(service);

    /// <summary>Figures that are others in every text, and now and then no markup, or half the text only.</summary>
    private static string Damage(string text, int index)
    {
        if (index % 5 == 3) text = Tag().Replace(text, "");
        else if (index % 5 == 4 && !text.Contains('<', StringComparison.Ordinal)) text = text[..(text.Length / 2)];
        return Digit().Replace(text, m => ((m.Value[0] - '0' + 1) % 10).ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>Drafts the report, and looks for damage in three ways: by eye, as it were; by what drafting said of it; and by the
    /// checks.</summary>
    private static async Task<Report> DraftAsync(ServiceTranslator translator, string tag)
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
        var checks = new TranslationChecks(new Locales());
        var findings = checks.Check(checks.Read(source.Language, target, draft.Translation.Units, terminology, prepared.Newsroom.Policy.Lengths, prepared.Newsroom.HouseRules));
        var damaged = draft.Translation.Units.SelectMany(u => u.Segments.SelectMany(s => Damage(s, source.Language, target, terminology).Select(d => (Unit: u.Id, d.What, d.Checks)))).ToList();
        return new Report(damaged, problems, findings);
    }

    private static IEnumerable<(string What, string[] Checks)> Damage(SegmentTranslation segment, Language from, Language target, Terminology terminology)
    {
        var (source, draft) = (segment.Segment.Source, segment.Target!);
        if (!Inline.CodesOf(source).SequenceEqual(Inline.CodesOf(draft))) yield return ($"codes of “{Inline.Show(source)}” in “{Inline.Show(draft)}”", CodeChecks);
        if (!Figures(source).SequenceEqual(Figures(draft))) yield return ($"figures of “{source.ReadingText}” in “{draft.ReadingText}”", FigureChecks);
        foreach (var finding in terminology.Compare(source, draft, from, target).Where(f => !f.Term.Translate))
            yield return ($"{finding.Term.Text} in “{draft.ReadingText}”", NameChecks);
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

    [GeneratedRegex("</?[^<>]*>", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Tag();

    // A digit in a tag or a mark is its number.
    [GeneratedRegex(@"(?<![<⟦{_&#][^<>⟧}]*)[0-9](?![^<>]*>)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Digit();

    /// <summary>A draft's damage, and what was said of it.</summary>
    private sealed record Report(List<(string Unit, string What, string[] Checks)> All, Problems Problems, ImmutableArray<Finding> Findings)
    {
        /// <summary>What was damaged.</summary>
        public List<string> Damaged => [.. All.Select(d => $"{d.Unit}: {d.What}")];

        /// <summary>What was damaged without a word, from drafting or from a check that concerns it.</summary>
        public List<string> Unreported => [.. All.Where(d => !Findings.Any(f => f.Unit == d.Unit && d.Checks.Contains(f.Rule.Id, StringComparer.Ordinal))
            && !(d.Checks == CodeChecks && Problems.All.Any(p => p.Message.StartsWith($"Unit {d.Unit}:", StringComparison.Ordinal)))).Select(d => $"{d.Unit}: {d.What}")];

        /// <summary>What certain checks found.</summary>
        public List<string> Found(IEnumerable<string> checks) => [.. Findings.Where(f => checks.Contains(f.Rule.Id, StringComparer.Ordinal)).Select(f => $"{f.Unit}: {f.Rule.Id}: {f.Message}")];
    }
}
