using System.Globalization;
using System.Text;
using System.Text.Json;

namespace PressKit.Benchmarks.Site;

/// <summary>Writes the corpus for Hugo and for Eleventy: a Markdown file an edition with what front matter each asks for, and
/// templates that render the pages, lists, feeds and sitemaps that PressKit's do.</summary>
internal sealed class PeerFolder(SiteCorpus corpus, string folder)
{
    private const string Title = "Example", Url = "https://press.example";

    public void WriteForHugo()
    {
        Peer.Copy("hugo", folder);
        var config = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"""
            baseURL = "{Url}/"
            title = "{Title}"
            defaultContentLanguage = "{corpus.Languages[0]}"
            defaultContentLanguageInSubdir = true
            disableKinds = ["taxonomy", "404"]
            ignoreErrors = ["error-disable-taxonomy"]
            timeout = "10m"
            [taxonomies]
            topic = "topics"
            month = "months"
            year = "years"
            [permalinks]
            releases = "/:year/:slug/"

            """));
        foreach (var (i, tag) in corpus.Languages.Index())
        {
            config.Append(CultureInfo.InvariantCulture, $"""
                [languages.{tag.ToLowerInvariant()}]
                languageName = "{tag}"
                contentDir = "content/{tag}"
                weight = {i + 1}
                [languages.{tag.ToLowerInvariant()}.params]
                direction = "{Direction(tag)}"
                archive = "Archive"
                newer = "Newer"
                older = "Older"

                """);
            foreach (var period in corpus.Releases().GroupBy(r => r.Published.Year))
            {
                Put(string.Create(CultureInfo.InvariantCulture, $"content/{tag}/years/{period.Key}/_index.md"), string.Create(CultureInfo.InvariantCulture, $"""
                    ---
                    title: "{period.Key}"
                    kind: year
                    outputs: [HTML]
                    of: [{string.Join(", ", period.Select(r => $"\"{Month(r)}\"").Distinct(StringComparer.Ordinal))}]
                    ---
                    """));
                foreach (var month in period.Select(Month).Distinct(StringComparer.Ordinal))
                    Put($"content/{tag}/months/{month}/_index.md", $"---\ntitle: \"{month}\"\noutputs: [HTML]\n---\n");
            }
        }

        Put("hugo.toml", config.ToString());
        Editions("content/{0}/releases/{1}.md", (_, _) => "");
    }

    public void WriteForEleventy()
    {
        Peer.Copy("eleventy", folder);
        var languages = corpus.Languages.Select(tag => new { tag, name = tag, direction = Direction(tag), archive = "Archive", newer = "Newer", older = "Older" });
        Put("_data/site.js", $$"""
            const languages = {{JsonSerializer.Serialize(languages)}};
            export default {
              title: "{{Title}}", url: "{{Url}}", languages,
              byTag: Object.fromEntries(languages.map(l => [l.tag, l])), order: Object.fromEntries(languages.map((l, i) => [l.tag, i])),
              homes: languages.map(l => ({ language: l, url: `/${l.tag}/` })),
            };
            """);
        Editions("{0}/{1}.md", (release, language) => string.Create(CultureInfo.InvariantCulture,
            $"layout: release.njk\npermalink: /{language}/{release.Published.Year}/{release.Name}/\ntranslationKey: {release.Name}\n"));
    }

    private static string Direction(string tag) => tag is "ar" or "he" or "fa" ? "rtl" : "ltr";

    private static string Month(SiteRelease release) => release.Published.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    private void Editions(string path, Func<SiteRelease, string, string> more)
    {
        var format = CompositeFormat.Parse(path);
        foreach (var release in corpus.Releases())
        {
            var picture = Path.Combine(folder, "static", "media", release.Name + ".png");
            Directory.CreateDirectory(Path.GetDirectoryName(picture)!);
            File.WriteAllBytes(picture, Picture.Of(release.Number));
            foreach (var language in corpus.Languages)
            {
                var text = SiteCorpus.TextOf(release, language);
                Put(string.Format(CultureInfo.InvariantCulture, format, language, release.Name), string.Create(CultureInfo.InvariantCulture, $"""
                    ---
                    title: {text.Headline}
                    summary: {text.Summary}
                    date: {release.Published:yyyy-MM-ddTHH:mm:ssZ}
                    slug: {release.Name}
                    lang: {language}
                    topics: [{string.Join(", ", release.Topics)}]
                    months: ["{Month(release)}"]
                    years: ["{release.Published.Year}"]
                    image: /media/{release.Name}.png
                    alt: {text.Image}
                    {more(release, language)}---

                    {text.Markdown.Replace("media/picture.png", $"/media/{release.Name}.png", StringComparison.Ordinal)}
                    """));
            }
        }
    }

    private void Put(string path, string text)
    {
        var full = Path.Combine(folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text.ReplaceLineEndings("\n"), new UTF8Encoding(false));
    }
}
