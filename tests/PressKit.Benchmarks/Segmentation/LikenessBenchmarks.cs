using BenchmarkDotNet.Attributes;
using PressKit.Segmentation;

namespace PressKit.Benchmarks.Segmentation;

/// <summary>What alignment does most often: prepare a sentence, and compare two that are prepared.</summary>
[MemoryDiagnoser]
public class LikenessBenchmarks
{
    private const string Text = "The jury read 4,600 dispatches from 31 countries and chose the winner on the second day of the meeting.";
    private readonly Likeness _one = new(Text);
    private readonly Likeness _other = new(Text.Replace("second", "third", StringComparison.Ordinal));

    [Benchmark]
    public Likeness Prepare() => new(Text);

    [Benchmark]
    public double Compare() => _one.To(_other);
}
