using System.Collections.Immutable;
using System.Globalization;
using PressKit.Formats.Text;
using PressKit.Languages;
using PressKit.Site;

namespace PressKit.Formats.Search;

/// <summary>The indexes of a site, one a language, which hold its public releases. The pages are published first: until the index of a
/// language is renewed, the one before serves where releases were only added, and none where one of them changed or went.</summary>
public sealed class SearchIndexes
{
    /// <summary>The file of an index with which browsers begin.</summary>
    internal const string Script = "pagefind.js";

    private const string Entrance = "pagefind-entry.json";
    private readonly Pagefind _tool;
    private readonly SearchStore _store;
    private readonly SiteUrls _urls;
    private readonly Locales _locales;
    private readonly Lock _making = new();

    private SearchIndexes(Newsroom newsroom, Pagefind tool, Locales locales) =>
        (_tool, _store, _urls, _locales) = (tool, new SearchStore(newsroom.Folder), new SiteUrls(newsroom.Url), locales);

    /// <summary>The indexes of a newsroom; null where it wants none. A problem where it has chosen a tool that is not there.</summary>
    public static SearchIndexes? Of(Newsroom newsroom, Locales locales, Problems problems)
    {
        if (newsroom.Search == SearchTool.None) return null;
        if (Pagefind.Find() is { } tool) return new SearchIndexes(newsroom, tool, locales);
        problems.Error("tool.missing", newsroom.Places["search"], "'search: pagefind' asks for the command 'pagefind', and it is not installed.",
            "Install it: npm install --global pagefind. Or publish without search: 'search: none'.");
        return null;
    }

    /// <summary>Makes the indexes that are not up to date.</summary>
    /// <returns>Whether there were any, and what is published has to be written once more.</returns>
    public bool Renew(SitePage site, Problems problems, CancellationToken cancellation)
    {
        var renewed = false;
        foreach (var (language, records) in Records(site))
        {
            if (_store.Find(language) is { } index && index.Tool == _tool.Version && index.Records.SequenceEqual(Keys(records))) continue;
            try
            {
                Make(language, records, cancellation);
                renewed = true;
            }
            catch (PagefindException e)
            {
                problems.Error("tool.failed", new Place("content/newsroom.yml"), $"Pagefind cannot make the index of {language}: {e.Message}.",
                    "Publish again; if it stays so, publish without search: 'search: none'. All pages are published.");
            }
        }

        return renewed;
    }

    /// <summary>The files of every index that can be published with a site, the entrance of each last.</summary>
    internal IEnumerable<OutputFile> Files(SitePage site)
    {
        foreach (var (language, records) in Records(site))
        {
            if (_store.Find(language) is not { } index || index.Tool != _tool.Version || index.Records.Except(Keys(records)).Any()) continue;
            foreach (var (hash, path) in index.Files.OrderBy(f => f.Path == Entrance))
                yield return new OutputFile(Addresses.SearchIndex(language).Path + path, hash, stream => stream.Write(Read(language, path, hash, records)));
        }
    }

    private byte[] Read(Language language, string path, string hash, ImmutableArray<SearchRecord> records)
    {
        if (_store.Read(language, path, hash) is { } bytes) return bytes;
        lock (_making)
        {
            if (_store.Read(language, path, hash) is null) Make(language, records, CancellationToken.None);
            return _store.Read(language, path, hash) ?? throw new IOException($"the search index of {language} was damaged and is being renewed.");
        }
    }

    private void Make(Language language, ImmutableArray<SearchRecord> records, CancellationToken cancellation) =>
        _store.Save(language, _tool.Version, Keys(records), Pagefind.Index(language, records, cancellation));

    private static IEnumerable<(string Key, string Url)> Keys(ImmutableArray<SearchRecord> records) => records.Select(r => (r.Key, r.Url));

    private IEnumerable<(Language Language, ImmutableArray<SearchRecord> Records)> Records(SitePage site) =>
        site.Releases.GroupBy(page => page.Language).Select(pages => (pages.Key, pages.Select(Record).ToImmutableArray()));

    /// <summary>Pagefind finds "opera" in "un'opera" and not in "un’opera"; the page's script gives the curved apostrophe back.</summary>
    private static string Parted(string text) => text.Replace('’', '\'');

    private SearchRecord Record(ReleasePage page)
    {
        var edition = page.Entry.Edition;
        var (front, body, locale) = (edition.FrontMatter, edition.Body, _locales.Find(page.Language)!);
        var url = _urls.Local(page.Address);
        var date = front.Published?.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture) ?? "";
        var when = front.Published is { } at ? locale.Date(DateOnly.FromDateTime(at.Date)) : "";
        string[] fields = [front.Subhead ?? "", front.Summary ?? "", .. front.Quotes.SelectMany(q => new[] { q.Text, q.Speaker ?? "" }), front.Notes ?? ""];
        return new SearchRecord(Hash.Of([front.Headline, date, when, body.Key, .. fields]), url, front.Headline, date, when,
            () => Parted(string.Join('\n', [front.Headline, .. fields.Where(f => f.Length > 0), PlainText.Of(body.Html(_ => null))])));
    }
}
