namespace PressKit.Editions;

/// <summary>Passes on what was found in a newsroom. An error in what the gate holds back becomes a warning: it must not keep
/// anything else from going out.</summary>
internal static class HeldProblems
{
    /// <summary>Adds what was <paramref name="found"/> to <paramref name="problems"/>.</summary>
    public static void Report(Problems found, Prepared prepared, DateTimeOffset now, Problems problems)
    {
        var admission = prepared.Admission;
        var isPublic = admission.Admitted.Select(a => a.Edition.Release.Folder).ToHashSet(StringComparer.Ordinal);
        var isHeld = admission.Held.Select(h => h.Edition.Release.Folder).ToHashSet(StringComparer.Ordinal);
        var folders = prepared.Newsroom.Releases.Concat(prepared.Newsroom.Pages)
            .Where(r => !isPublic.Contains(r.Folder) && (isHeld.Contains(r.Folder) || Gate.Holds(r, now)))
            .Select(r => r.Folder + "/").ToList();
        var ownFiles = admission.Held.Where(h => h.Edition.Making == Making.Authored).Select(h => h.Edition.File).ToHashSet(StringComparer.Ordinal);
        foreach (var problem in found.All)
        {
            var file = problem.Place.File;
            var stops = problem.Severity != Severity.Error
                || !(ownFiles.Contains(file) || folders.Exists(f => file.StartsWith(f, StringComparison.Ordinal)));
            problems.Add(stops ? problem : problem with { Severity = Severity.Warning });
        }
    }
}
