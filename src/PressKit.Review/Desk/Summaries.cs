using System.Collections.Concurrent;
using System.Collections.Immutable;
using PressKit.Editions.Reviewing;

namespace PressKit.Review.Desk;

/// <summary>Where every edition stands. Of a release whose files are what they were, nothing is read again.</summary>
internal sealed class Summaries(ReviewRoom room, DeskSetup setup)
{
    private readonly ConcurrentDictionary<string, (string Stamp, ImmutableArray<EditionSummary> Editions)> _known = new(StringComparer.Ordinal);

    /// <summary>The summaries of releases, in their order, each in the newsroom's languages.</summary>
    /// <param name="releases">The ids.</param>
    /// <param name="open">The state of an edition that somebody has open; null for any other.</param>
    public ImmutableArray<EditionSummary> Of(IEnumerable<string> releases, Func<EditionName, EditionState?> open)
    {
        var present = room.Present;
        return [.. releases.AsParallel().AsOrdered().SelectMany(id => Of(id, present, open))];
    }

    private ImmutableArray<EditionSummary> Of(string id, ReleaseRoom present, Func<EditionName, EditionState?> open)
    {
        var stamp = Stamp(id);
        if (_known.TryGetValue(id, out var known) && known.Stamp == stamp) return known.Editions;
        if (present.Read(id, new Problems()) is not { } release) return [];
        var admission = present.Admit(release, setup.Time.GetUtcNow());
        ImmutableArray<EditionSummary> editions = [.. present.Languages(release).Select(language =>
            EditionSummary.Of(open(new EditionName(id, language)) ?? present.State(release, language), admission, present.Terminology))];
        _known[id] = (stamp, editions);
        return editions;
    }

    /// <summary>Changes when a file of the release does, when the settings do, and with every minute: the gate looks at the clock.</summary>
    private string Stamp(string id)
    {
        var folder = new DirectoryInfo(Path.Combine(setup.Folder, id.Contains('/', StringComparison.Ordinal) ? "content/releases" : "content/pages", id));
        IEnumerable<string> files = folder.Exists ? folder.EnumerateFiles().Select(f => FormattableString.Invariant($"{f.Name} {f.Length} {f.LastWriteTimeUtc.Ticks}")).Order(StringComparer.Ordinal) : [];
        return Hash.Of([room.Stamp, FormattableString.Invariant($"{setup.Time.GetUtcNow().Ticks / TimeSpan.TicksPerMinute}"), .. files]);
    }
}
