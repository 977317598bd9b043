using System.Collections.Immutable;
using PressKit.Content;
using PressKit.Editions;

namespace PressKit.Output.Standing;

/// <summary>What the pages of releases are composed of, of which nothing but texts changed: these releases, those that share a feed or a
/// series with them, those that any of these names, and the standing pages.</summary>
/// <param name="Newsroom">The newsroom with these releases alone.</param>
/// <param name="Joined">What was made of them.</param>
internal sealed record ChangedTexts(Newsroom Newsroom, ImmutableArray<JoinedRelease> Joined)
{
    private const string Releases = "content/releases/";
    private const string Pages = "content/pages/";

    /// <summary>Reads the releases that changed, and finds the others.</summary>
    /// <param name="changed">The releases that changed.</param>
    /// <param name="settings">The newsroom without releases.</param>
    /// <param name="kept">The others.</param>
    /// <param name="mayLackMore">Whether a release that changed may be published where a language of it is yet to be drafted, or an address to be reserved.</param>
    /// <returns>Null where more than texts changed, or where that cannot be told.</returns>
    public static ChangedTexts? Of(ChangedReleases changed, Newsroom settings, KeptReleases kept, bool mayLackMore)
    {
        var found = new Dictionary<string, JoinedRelease>(StringComparer.Ordinal);
        // What was reported of them might be another thing now.
        if (changed.Last.Problems.Any(p => changed.Folders.Any(f => p.Place.File == f || p.Place.File.StartsWith(f + "/", StringComparison.Ordinal)))) return null;
        foreach (var folder in changed.Folders)
        {
            if (!Find(folder) || kept.Faces.GetValueOrDefault(folder) is not { } face || face != changed.Memory.Releases[folder].Face || !(mayLackMore || AreComplete(settings, found[folder]))) return null;
            // Whether a machine's draft is public may hang on what checks find in its text.
            if (found[folder].Editions.Any(e => e is { Making: Making.Translated, Approval: null, MachineSegments: > 0 })) return null;
        }

        var sketch = changed.Memory.Sketch;
        var feeds = sketch.Feeds.Where(feed => feed.Members.Any(m => changed.Folders.Contains(m.Folder))).ToList();
        if (feeds.Exists(feed => feed.HasNotices)) return null;
        var carried = feeds.SelectMany(feed => feed.Members).Select(m => m.Folder).Concat(changed.Folders).ToHashSet(StringComparer.Ordinal);
        if (!carried.All(Find) || !changed.Memory.Releases.Keys.Where(folder => folder.StartsWith(Pages, StringComparison.Ordinal)).All(Find)) return null;
        var named = carried.SelectMany(folder => Named(found[folder], sketch)).Where(changed.Memory.Releases.ContainsKey).ToHashSet(StringComparer.Ordinal);
        if (!named.All(Find)) return null;
        var joined = found.Values.OrderBy(j => j.Release.Folder, StringComparer.Ordinal).ToImmutableArray();
        return new ChangedTexts(settings with
        {
            Releases = [.. joined.Select(j => j.Release).Where(r => !r.Standing)],
            Pages = [.. joined.Select(j => j.Release).Where(r => r.Standing)],
        }, joined);

        bool Find(string folder)
        {
            if (found.ContainsKey(folder)) return true;
            var id = folder.StartsWith(Pages, StringComparison.Ordinal) ? folder[Pages.Length..] : folder[Releases.Length..];
            if (kept.Find(Path.Combine(settings.Folder, folder), problems => NewsroomReader.ReadRelease(settings, id, problems), new Problems()) is not { } release) return false;
            found[folder] = kept.Of(release);
            return true;
        }
    }

    /// <summary>Whether no language of a release waits for a draft, and each of its addresses is on record.</summary>
    public static bool AreComplete(Newsroom newsroom, JoinedRelease joined)
    {
        var (release, meant) = (joined.Release, joined.Release.Source.FrontMatter.Languages);
        return joined.Paired is { } paired && release.Translations.All(t => paired.Finished.Contains(t.Language))
            && (meant.IsEmpty ? newsroom.Languages : meant).All(l => joined.Editions.Any(e => e.Language == l))
            && joined.Editions.All(e => release.Record.Editions.GetValueOrDefault(e.Language)?.Slug == e.Slug);
    }

    /// <summary>The folders of the releases and pages that a release names, and of those of its series.</summary>
    private static IEnumerable<string> Named(JoinedRelease joined, Site.SiteSketch sketch)
    {
        foreach (var edition in joined.Editions)
        {
            foreach (var id in edition.FrontMatter.Related) yield return Releases + id;
            foreach (var target in edition.Body.Targets)
            {
                if (target.StartsWith("release:", StringComparison.Ordinal)) yield return Releases + target["release:".Length..];
                if (target.StartsWith("page:", StringComparison.Ordinal)) yield return Pages + target["page:".Length..];
            }

            if (edition.FrontMatter.Series is not { } series) continue;
            foreach (var folder in sketch.Series.GetValueOrDefault(series, [])) yield return folder;
        }
    }
}
