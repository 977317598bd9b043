using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using PressKit.Content;
using PressKit.Content.Markdown;
using PressKit.Editions;
using PressKit.Segmentation;
using PressKit.Translation;
using PressKit.Translation.Glossary;

namespace PressKit.Benchmarks.Site;

/// <summary>Writes the corpus as a newsroom: every edition as a person's text, or the first language as the source and the others
/// as approved XLIFF translations, stored by the program itself.</summary>
internal sealed class NewsroomFolder(SiteCorpus corpus, string folder)
{
    public void Write(bool fromXliff)
    {
        Peer.Copy("presskit", folder);
        Put("content/newsroom.yml", $"""
            name: Example
            url: https://press.example/
            timezone: UTC
            languages: [{string.Join(", ", corpus.Languages)}]
            formats: [html, rss, sitemap]
            feeds: {"{ archives: none }"}
            theme: plain
            """);
        Put("content/topics.yml", string.Join('\n', Enumerable.Range(0, SiteCorpus.TopicCount).Select(SiteRelease.TopicAt)
            .Select(t => $"{t}: {{ name: {{ {corpus.Languages[0]}: {t} }} }}")));
        foreach (var release in corpus.Releases())
        {
            var folderOf = string.Create(CultureInfo.InvariantCulture, $"content/releases/{release.Published.Year}/{release.Name}");
            Directory.CreateDirectory(Path.Combine(folder, folderOf, "media"));
            File.WriteAllBytes(Path.Combine(folder, folderOf, "media/picture.png"), Picture.Of(release.Number));
            foreach (var language in fromXliff ? corpus.Languages[..1] : corpus.Languages) Put($"{folderOf}/{language}.md", Edition(release, language));
        }

        if (fromXliff) Translate();
    }

    private static string Edition(SiteRelease release, string language)
    {
        var text = SiteCorpus.TextOf(release, language);
        return string.Create(CultureInfo.InvariantCulture, $"""
            ---
            headline: {text.Headline}
            summary: {text.Summary}
            published: {release.Published:yyyy-MM-ddTHH:mm:sszzz}
            topics: [{string.Join(", ", release.Topics)}]
            media:
              - file: media/picture.png
                alt: {text.Image}
                credit: Example
                licence: CC-BY-4.0
            slug: {release.Name}
            ---

            {text.Markdown}
            """);
    }

    private void Translate()
    {
        var problems = new Problems();
        var newsroom = NewsroomReader.Read(folder, problems)!;
        var splitter = new Splitter(new MarkdownParser(), new MarkdownChecks(), new SentenceRules(newsroom.Sentences));
        var store = new TranslationStore(folder);
        var releases = corpus.Releases().ToDictionary(r => r.Name, StringComparer.Ordinal);
        Parallel.ForEach(newsroom.Releases, release =>
        {
            var source = splitter.Split(release, release.Source, new Problems())!;
            var written = releases[Path.GetFileName(release.Folder)];
            var from = SiteCorpus.TextOf(written, corpus.Languages[0]).Runs;
            foreach (var language in corpus.Languages[1..])
            {
                var into = SiteCorpus.TextOf(written, language).Runs;
                release = store.Reserve(release, Language.Parse(language), "", written.Name);
                release = store.Store(release, Translated(source, Language.Parse(language), from.Zip(into).DistinctBy(r => r.First)
                    .ToDictionary(r => r.First, r => r.Second, StringComparer.Ordinal)));
            }
        });
        Approve(store);
    }

    private static StoredTranslation Translated(SplitText source, Language language, Dictionary<string, string> runs) =>
        new(source.Text.File, source.Text.Hash, source.Text.Language, language,
            [.. source.UnitsIn(language).Select(u => new TranslatedUnit(u.Id, u.Role, [.. u.Segments.Select(s => new SegmentTranslation(
                s, s.Source.MapText(t => Translation(t, runs)), SegmentState.Translated, new Provenance(Origin.Author, "Anna Rossi", null, DateTimeOffset.UnixEpoch)))]))]);

    /// <summary>A run's translation, with the space around it.</summary>
    private static string Translation(string text, Dictionary<string, string> runs)
    {
        var run = text.Trim();
        return run.Length == 0 ? text : text.Replace(run, runs.GetValueOrDefault(run) ?? throw new InvalidOperationException($"Nobody wrote '{run}'."), StringComparison.Ordinal);
    }

    private void Approve(TranslationStore store)
    {
        var problems = new Problems();
        var prepared = new Publisher().Prepare(folder, new DateTimeOffset(2026, 11, 23, 0, 0, 0, TimeSpan.Zero), problems)!;
        var blocking = new Blocking(new Terminology(prepared.Newsroom.Glossary));
        var signature = new Signature("Ada Neri", prepared.Now, null) { Tool = "benchmark" };
        Parallel.ForEach(prepared.Releases, paired =>
        {
            foreach (var language in corpus.Languages[1..])
            {
                var release = store.Approve(paired, Language.Parse(language), signature, prepared.Newsroom, blocking, new Problems());
                paired = paired with { Release = release ?? throw new InvalidOperationException($"{paired.Release.Id} was not approved.") };
            }
        });
    }

    private void Put(string path, string text)
    {
        var full = Path.Combine(folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text.ReplaceLineEndings("\n"), new UTF8Encoding(false));
    }
}
