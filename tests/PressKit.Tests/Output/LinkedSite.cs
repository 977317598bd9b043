using FsCheck;
using FsCheck.Fluent;
using static PressKit.Tests.Output.SiteFolder;

namespace PressKit.Tests.Output;

/// <summary>A small site whose files lead to each other, to ask whether a reader can ever meet a dead end: each line of a
/// file is the path of another. Readers come in by the first page, the feed and the sitemap.</summary>
public sealed record LinkedSite(IReadOnlyList<OutputFile> Files, string Picture)
{
    private const int Pages = 5;
    private static readonly string[] Entrances = ["index.html", "feed.xml", "sitemap.xml"];

    /// <summary>Sites with some of five pages, two lists, a style and perhaps a feed and a sitemap. All their links hold.</summary>
    public static Arbitrary<LinkedSite> Any()
    {
        var links = Gen.Choose(0, (1 << Pages) - 1);
        var gen = from present in links
                  from versions in Gen.ArrayOf(Gen.Choose(1, 3), Pages)
                  from targets in Gen.ArrayOf(links, Pages + 2)
                  from style in Gen.Choose(1, 2)
                  from entries in Gen.Choose(0, 3)
                  select Of(present, versions, targets, style, entries);
        return Arb.From(gen);
    }

    /// <summary>A file that leads to others.</summary>
    public static OutputFile Page(string path, int version, IEnumerable<string> links) =>
        Text(path, FormattableString.Invariant($"version {version}\n{string.Join('\n', links)}"));

    /// <summary>The first dead end that a reader can reach in a folder; null where there is none.</summary>
    public static string? DeadEnd(string folder)
    {
        var seen = new HashSet<string>(Entrances.Where(e => File.Exists(Path.Join(folder, e))), StringComparer.Ordinal);
        var ahead = new Queue<string>(seen);
        while (ahead.TryDequeue(out var at))
        {
            foreach (var target in File.ReadLines(Path.Join(folder, at)).Skip(1))
            {
                if (!File.Exists(Path.Join(folder, target))) return $"{at} -> {target}";
                if (seen.Add(target)) ahead.Enqueue(target);
            }
        }

        return null;
    }

    public override string ToString() => Picture;

    private static LinkedSite Of(int present, int[] versions, int[] targets, int style, int entries)
    {
        var pages = Enumerable.Range(0, Pages).Where(i => (present >> i & 1) == 1).ToList();
        var css = $"theme/{style}.css";
        var files = new List<OutputFile> { Text(css, "style"), Text("theme/fixed.js", $"script {style}") };
        foreach (var i in pages) files.Add(Page($"p{i}/index.html", versions[i], [css, "index.html", .. Towards(targets[i])]));
        files.Add(Page("list/index.html", 0, [css, "list/2.html", .. Towards(targets[Pages])]));
        files.Add(Page("list/2.html", 0, [css, "list/index.html", .. Towards(targets[Pages + 1])]));
        files.Add(Page("index.html", 0, [css, "list/index.html"]));
        if ((entries & 1) == 1) files.Add(Page("feed.xml", 0, [.. Towards(-1), "theme/fixed.js"]));
        if ((entries & 2) == 2) files.Add(Page("sitemap.xml", 0, ["index.html", .. Towards(-1)]));
        return new LinkedSite(files, FormattableString.Invariant(
            $"pages {present:b5} versions {string.Join("", versions)} links {string.Join(',', targets)} style {style} entries {entries}"));

        IEnumerable<string> Towards(int set) => pages.Where(i => (set >> i & 1) == 1).Select(i => $"p{i}/index.html");
    }
}
