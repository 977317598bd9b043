namespace PressKit.Benchmarks.Site;

/// <summary>The runs of one contender at one size, and the site that it wrote.</summary>
internal sealed record Result(string Name, IReadOnlyList<Run> Runs, int Files, long Bytes)
{
    public double Wall => Median(r => r.Wall);

    public double Processor => Median(r => r.Processor);

    public double Peak => Median(r => r.Peak);

    public double Fastest => Runs.Min(r => r.Wall);

    public double Slowest => Runs.Max(r => r.Wall);

    private double Median(Func<Run, double> of)
    {
        var sorted = Runs.Select(of).Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }
}

/// <summary>The results at one size.</summary>
internal sealed record SizeResults(int Releases, int Languages, IReadOnlyList<Result> Results)
{
    public int Pages => Releases * Languages;
}
