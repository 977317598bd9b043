using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using PressKit.Segmentation;
using Xunit.Abstractions;

namespace PressKit.Tests.Segmentation;

/// <summary>Aligns a release of five hundred units, and prints how long that takes at best: under 20 ms is wanted. What is
/// asserted is what it finds; a machine that is busy fails no test.</summary>
public sealed class AlignmentSpeedTests(ITestOutputHelper output)
{
    private const int Count = 500;
    private const int Runs = 60;

    [Theory]
    [InlineData("nothing changed", 0, 0)]
    [InlineData("twenty-five units edited", 20, 0)]
    [InlineData("twenty-five units edited, fifty moved", 20, 10)]
    [InlineData("every unit edited", 1, 0)]
    [InlineData("every unit edited, fifty moved", 1, 10)]
    public void Five_hundred_units_find_what_they_were(string what, int editEvery, int moveEvery)
    {
        var random = new Random(7);
        var earlier = Enumerable.Range(0, Count).Select(i => Unit(i, random)).ToImmutableArray();
        var present = earlier.Select((u, i) => editEvery > 0 && i % editEvery == 0 ? Edited(u) : u).ToList();
        for (var i = 0; moveEvery > 0 && i < Count; i += moveEvery) (present[i], present[(i + 5) % Count]) = (present[(i + 5) % Count], present[i]);
        var found = Alignment.Of(earlier, [.. present], []);
        var best = TimeSpan.MaxValue;
        for (var i = 0; i < Runs; i++)
        {
            var clock = Stopwatch.StartNew();
            found = Alignment.Of(earlier, [.. present], []);
            if (clock.Elapsed < best) best = clock.Elapsed;
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Count} units, {found.Units.Sum(u => u.Segments.Length)} sentences, {what}: {best.TotalMilliseconds:F1} ms"));
        var lost = found.Units.Count(u => u.Segments.Any(s => s.Earlier.Any(p => earlier[p.Unit].Id != u.Unit.Id) || s.Earlier.IsEmpty));
        lost.ShouldBeLessThanOrEqualTo(Count / 50);
    }

    private static Unit Unit(int number, Random random)
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

    private static string Word(Random random) => string.Concat(Enumerable.Range(0, random.Next(1, 5)).Select(_ => $"{"bcdfglmnprstv"[random.Next(13)]}{"aeiou"[random.Next(5)]}"));
}
