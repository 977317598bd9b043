namespace PressKit.Editions;

/// <summary>Problems in what the gate holds back are reported and stop nothing: an urgent correction goes out whatever is wrong
/// with tomorrow's release.</summary>
public static class HeldProblems
{
    /// <summary>Reports what was found; errors in a release of which nothing is public become warnings.</summary>
    public static void Report(Problems found, Admission admission, Problems problems)
    {
        var open = admission.Admitted.Select(a => a.Edition.Release.Folder).ToHashSet(StringComparer.Ordinal);
        var held = admission.Held.Select(h => h.Edition.Release.Folder + "/").Where(f => !open.Contains(f[..^1])).Distinct(StringComparer.Ordinal).ToList();
        foreach (var problem in found.All)
        {
            var stops = problem.Severity == Severity.Error && !held.Exists(f => problem.Place.File.StartsWith(f, StringComparison.Ordinal));
            problems.Add(problem.Severity == Severity.Error && !stops ? problem with { Severity = Severity.Warning } : problem);
        }
    }
}
