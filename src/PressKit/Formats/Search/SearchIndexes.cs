using System.Globalization;
using System.Text;
using System.Text.Json;
using PressKit.Formats.Text;
using PressKit.Languages;
using PressKit.Site;

namespace PressKit.Formats.Search;

/// <summary>The indexes of a site, which hold its public releases: of each language one, in parts. The pages are published first: until a
/// part is renewed, the one before serves where releases were only added, and none where one of them changed or went.</summary>
public sealed class SearchIndexes
{
    /// <summary>The file of an index with which browsers begin.</summary>
    internal const string Script = "pagefind.js";

    /// <summary>Names the parts of an index, the newest first, and the register where there is one.</summary>
    private const string List = "parts.json";

    /// <summary>Counts up when something else is kept of an index.</summary>
    private const string Kept = " 2";

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
        foreach (var parts in Parts(site).GroupBy(part => part.Language))
        {
            _store.Keep(parts.Key, parts);
            foreach (var part in parts)
            {
                if (_store.Find(part) is { } index && index.Tool == Maker && index.Records.SequenceEqual(part.Keys)) continue;
                try
                {
                    Make(part, cancellation);
                    renewed = true;
                }
                catch (PagefindException e)
                {
                    problems.Error("tool.failed", new Place("content/newsroom.yml"), $"Pagefind cannot make the index of {part.Language}: {e.Message}.",
                        "Publish again; if it stays so, publish without search: 'search: none'. All pages are published.");
                    break;
                }
            }
        }

        return renewed;
    }

    /// <summary>The files of every index that can be published with a site: of each language the parts, the entrance of each last, and
    /// then the list of them.</summary>
    internal IEnumerable<OutputFile> Files(SitePage site)
    {
        foreach (var parts in Parts(site).GroupBy(part => part.Language))
        {
            var folder = Addresses.SearchIndex(parts.Key).Path;
            var (listed, shared) = (new List<string>(), new HashSet<string>(StringComparer.Ordinal));
            foreach (var part in parts)
            {
                if (_store.Find(part) is not { } index || index.Tool != Maker || index.Records.Except(part.Keys).Any()) continue;
                listed.Add(part.Name);
                foreach (var (hash, path) in index.Files.Where(f => f.Path != SearchRegister.Words).OrderBy(f => f.Path == Pagefind.Entrance))
                {
                    var isShared = Pagefind.IsShared(path);
                    if (isShared && !shared.Add(path)) continue;
                    yield return new OutputFile(folder + (isShared ? "" : part.Name + "/") + path, hash, stream => stream.Write(Read(part, path, hash)));
                }
            }

            if (listed.Count == 0) continue;
            var list = JsonSerializer.SerializeToUtf8Bytes(listed);
            yield return new OutputFile(folder + List, Hash.Of(list), stream => stream.Write(list));
        }
    }

    private byte[] Read(SearchPart part, string path, string hash)
    {
        if (_store.Read(part, path, hash) is { } bytes) return bytes;
        lock (_making)
        {
            if (_store.Read(part, path, hash) is null) Make(part, CancellationToken.None);
            return _store.Read(part, path, hash) ?? throw new IOException($"the search index of {part.Language} was damaged and is being renewed.");
        }
    }

    private string Maker => _tool.Version + Kept;

    private void Make(SearchPart part, CancellationToken cancellation)
    {
        var files = Pagefind.Index(part.Language, part.Records, cancellation);
        if (part.Name == SearchRegister.Name) SearchRegister.Finish(files);
        else SearchRegister.AddWords(files);
        _store.Save(part, Maker, files);
    }

    /// <summary>The parts of each language, the newest first, and their register.</summary>
    private IEnumerable<SearchPart> Parts(SitePage site)
    {
        foreach (var pages in site.Releases.GroupBy(page => page.Language))
        {
            var parts = SearchPart.Of(pages.Key, pages.Select(Record)).ToList();
            foreach (var part in parts) yield return part;
            if (SearchRegister.Of(parts, WordsOf) is { } register) yield return register;
        }
    }

    private string WordsOf(SearchPart part)
    {
        var hash = _store.Find(part)?.Files.FirstOrDefault(f => f.Path == SearchRegister.Words).Hash;
        return Encoding.UTF8.GetString(Read(part, SearchRegister.Words, hash ?? ""));
    }

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
            () => Parted(string.Join('\n', [front.Headline, .. fields.Where(f => f.Length > 0), PlainText.Of(body.Html(_ => null), locale)])));
    }
}
