using System.Collections.Immutable;
using System.Globalization;
using BenchmarkDotNet.Attributes;
using PressKit.Segmentation;

namespace PressKit.Benchmarks.Segmentation;

/// <summary>Aligns two revisions of a release of five hundred units, 1,155 sentences of 8 to 30 words. Wanted: under 20 ms in
/// every case.</summary>
[MemoryDiagnoser]
public class AlignmentBenchmarks
{
    private const int Count = 500;
    private ImmutableArray<Unit> _earlier = [];
    private ImmutableArray<Unit> _present = [];

    /// <summary>What an edit may do, from nothing to the worst.</summary>
    public enum Edit
    {
        /// <summary>Nothing changed.</summary>
        None,

        /// <summary>Twenty-five units have a word more in each sentence.</summary>
        Some,

        /// <summary>The same, and fifty units traded places with others.</summary>
        SomeAndMoved,

        /// <summary>Every unit has a word more in each sentence.</summary>
        Every,

        /// <summary>The same, and fifty units traded places with others.</summary>
        EveryAndMoved,

        /// <summary>Nothing of the earlier text is left.</summary>
        Rewritten,
    }

    [Params(Edit.None, Edit.Some, Edit.SomeAndMoved, Edit.Every, Edit.EveryAndMoved, Edit.Rewritten)]
    public Edit What { get; set; }

    [GlobalSetup]
    public void Write()
    {
        var random = new Random(7);
        _earlier = [.. Enumerable.Range(0, Count).Select(i => NewUnit(i, random))];
        if (What == Edit.Rewritten)
        {
            _present = [.. Enumerable.Range(0, Count).Select(i => NewUnit(i, random))];
            return;
        }

        var every = What is Edit.Every or Edit.EveryAndMoved ? 1 : What == Edit.None ? int.MaxValue : 20;
        var present = _earlier.Select((unit, i) => every <= Count && i % every == 0 ? Edited(unit) : unit).ToArray();
        if (What is Edit.SomeAndMoved or Edit.EveryAndMoved)
        {
            for (var i = 0; i < Count; i += 10) (present[i], present[(i + 5) % Count]) = (present[(i + 5) % Count], present[i]);
        }

        _present = [.. present];
    }

    [Benchmark]
    public Alignment Align() => Alignment.Of(_earlier, _present, []);

    private static Unit NewUnit(int number, Random random)
    {
        var role = number % 10 == 0 ? UnitRole.Heading : UnitRole.Paragraph;
        var sentences = Enumerable.Range(0, role == UnitRole.Heading ? 1 : random.Next(1, 5))
            .Select(_ => string.Join(' ', Enumerable.Range(0, random.Next(8, 30)).Select(_ => Word(random))) + ".");
        return new Unit("u" + number.ToString(CultureInfo.InvariantCulture), role, [.. sentences.Select(s => new Segment(InlineContent.Of(s), " "))]);
    }

    private static Unit Edited(Unit unit) => unit with
    {
        Segments = [.. unit.Segments.Select(s => s with { Source = s.Source.MapText(t => t.Insert(t.IndexOf(' ', StringComparison.Ordinal), " ancora")) })],
    };

    private static string Word(Random random) =>
        string.Concat(Enumerable.Range(0, random.Next(1, 5)).Select(_ => $"{"bcdfglmnprstv"[random.Next(13)]}{"aeiou"[random.Next(5)]}"));
}
