using System.Text;
using BenchmarkDotNet.Attributes;
using PressKit.Content;
using PressKit.Content.Markdown;
using PressKit.Editions;
using PressKit.Formats;
using PressKit.Languages;
using PressKit.Media;
using PressKit.Segmentation;
using PressKit.Site;
using PressKit.Testing;
using PressKit.Translation;
using PressKit.Translation.Xliff;

namespace PressKit.Benchmarks.Site;

/// <summary>What a build does once for each edition of 450 words, stage by stage: a thousand editions cost a second of a processor for
/// each millisecond here.</summary>
[MemoryDiagnoser]
public class StageBenchmarks
{
    private readonly MarkdownParser _parser = new();
    private FrontMatterReader _frontMatter = null!;
    private Splitter _splitter = null!;
    private Release _release = null!;
    private string _written = "";
    private ReadOnlyMemory<byte> _xliff;
    private ReleasePage _page = null!;
    private IFormat _html = null!;

    [GlobalSetup]
    public void Write()
    {
        using var folder = new TemporaryFolder();
        new NewsroomFolder(new SiteCorpus(50, ["it", "en"]), folder.Path).Write(fromXliff: true);
        var problems = new Problems();
        var prepared = new Publisher().Prepare(folder.Path, new DateTimeOffset(2026, 11, 23, 0, 0, 0, TimeSpan.Zero), problems)!;
        _release = prepared.Newsroom.Releases[0];
        _written = File.ReadAllText(Path.Combine(folder.Path, _release.Source.File), Encoding.UTF8);
        _xliff = _release.Translations.Single().Bytes;
        _frontMatter = new FrontMatterReader(Instants.In("UTC")!, problems);
        _splitter = new Splitter(_parser, new MarkdownChecks(), new SentenceRules(prepared.Newsroom.Sentences));
        var inspected = new MediaInspection(prepared.Newsroom, "benchmark").Of(prepared.Admission.Admitted, problems, CancellationToken.None);
        var pages = new Composer(prepared.Newsroom).Compose(prepared.Admission with { Admitted = inspected }, problems);
        _page = pages.OfType<ReleasePage>().First(p => p.Entry.Edition.Making == Making.Translated);
        _html = new KnownFormats(_parser, new Locales(), Pictures.AsTheyAre, null, problems).Of(prepared.Newsroom, prepared.Now).First(f => f.Files(_page).Any());
        if (problems.HasErrors) throw new InvalidOperationException(string.Join('\n', problems.All));
    }

    [Benchmark]
    public SourceText? ReadFrontMatter() => _frontMatter.Read(_written, _release.Source.File, _release.Source.Language);

    [Benchmark]
    public MarkdownText ParseMarkdown() => _parser.Parse(_release.Source.Markdown);

    [Benchmark]
    public string ParseAndRenderMarkdown() => _parser.Parse(_release.Source.Markdown).Html(target => target);

    [Benchmark]
    public int SplitIntoSentences() => _splitter.Split(_release, _release.Source, new Problems())!.Units.Length;

    [Benchmark]
    public StoredTranslation? ReadXliff() => XliffReader.Read(_xliff, "it.xlf", new Problems());

    [Benchmark]
    public string KeyOfPage() => new PageKeys().Of(_page);

    [Benchmark]
    public void WritePage()
    {
        foreach (var file in _html.Files(_page)) file.Write(Stream.Null);
    }
}
