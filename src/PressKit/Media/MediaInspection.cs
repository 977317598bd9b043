using System.Collections.Concurrent;
using System.Collections.Immutable;
using PressKit.Editions;

namespace PressKit.Media;

/// <summary>Looks into the images and documents of editions before they are published: each once, several at a time.</summary>
/// <param name="newsroom">The newsroom.</param>
/// <param name="code">The identity of the code, which knows again only what it found itself.</param>
public sealed class MediaInspection(Newsroom newsroom, string code)
{
    private readonly FactsFile _known = new(newsroom.Folder, code);
    private readonly ConcurrentDictionary<string, MediaFile?> _looked = new(StringComparer.Ordinal);

    /// <summary>Editions with their media as these are published; what cannot be published is a problem.</summary>
    public IReadOnlyList<Admitted> Of(IReadOnlyList<Admitted> admitted, Problems problems, CancellationToken cancellation)
    {
        Look(admitted.Select(a => a.Edition), problems, cancellation);
        var releases = new Dictionary<string, Release>(StringComparer.Ordinal);
        return [.. admitted.Select(a => a with { Edition = a.Edition with { Release = Published(a.Edition.Release) } })];

        Release Published(Release release)
        {
            if (release.Media.IsEmpty) return release;
            if (releases.TryGetValue(release.Folder, out var known)) return known;
            return releases[release.Folder] = release with { Media = [.. release.Media.Select(m => _looked.GetValueOrDefault(m.File, m)).OfType<MediaFile>()] };
        }
    }

    /// <summary>A single file as it is published; null, and a problem, where it cannot be.</summary>
    public MediaFile? Of(MediaFile file, Problems problems)
    {
        var found = _looked.GetOrAdd(file.File, _ => Look(file, problems));
        _known.Save();
        return found;
    }

    /// <summary>Looks into what is held back: a problem in it is a warning, for nobody waits for it.</summary>
    public void Warn(IEnumerable<Edition> held, Problems problems, CancellationToken cancellation)
    {
        var found = new Problems();
        Look(held, found, cancellation);
        foreach (var problem in found.All) problems.Add(problem.Severity == Severity.Error ? problem with { Severity = Severity.Warning } : problem);
    }

    /// <summary>What an edition publishes: what its front matter offers, and what its text shows.</summary>
    private static IEnumerable<MediaFile> MediaOf(Edition edition)
    {
        if (edition.Release.Media.IsEmpty) return [];
        var named = edition.FrontMatter.Media.Select(m => m.File).Concat(edition.Body.Targets).ToHashSet(StringComparer.Ordinal);
        return edition.Release.Media.Where(m => named.Contains(m.Path));
    }

    private void Look(IEnumerable<Edition> editions, Problems problems, CancellationToken cancellation)
    {
        var files = editions.SelectMany(MediaOf).DistinctBy(f => f.File, StringComparer.Ordinal).ToImmutableArray();
        Parallel.ForEach(files, new ParallelOptions { CancellationToken = cancellation, MaxDegreeOfParallelism = Environment.ProcessorCount },
            file => _looked.GetOrAdd(file.File, _ => Look(file, problems)));
        _known.Save();
    }

    private MediaFile? Look(MediaFile file, Problems problems)
    {
        if (_known.Find(file) is not { } found)
        {
            if (Inspect(file, problems) is not { } seen) return null;
            _known.Add(file, found = seen);
        }

        if (found.LosesCredentials)
        {
            problems.Add(new Problem("media.credentials", Severity.Information, "The file's content credentials (C2PA) are left out: they are signed over metadata that is not published.",
                new Place(file.File), "Nothing has to be done. To keep them, sign the file without places and camera data in it."));
        }

        return file with { Hash = found.Hash, Length = found.Length, Facts = found.Facts };
    }

    private static Inspected? Inspect(MediaFile file, Problems problems)
    {
        try
        {
            var found = MediaCleaner.Inspect(file.FullPath, file.Path, out var faults);
            foreach (var fault in faults) problems.Error(fault.Code, new Place(file.File, fault.Line, fault.Column), fault.Message, fault.Remedy);
            return found;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problems.Error("content.unreadable", new Place(file.File), $"The file cannot be read: {e.Message}", "Look at its permissions.");
            return null;
        }
    }
}
