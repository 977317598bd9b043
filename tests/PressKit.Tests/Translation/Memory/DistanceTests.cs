using FsCheck.Xunit;
using PressKit.Translation.Memory;

namespace PressKit.Tests.Translation.Memory;

public sealed class DistanceTests
{
    [Property(MaxTest = 500)]
    public void The_distance_is_that_of_the_textbook(int seed)
    {
        var random = new Random(seed);
        var (one, other) = (Some(random), random.Next(2) == 0 ? Some(random) : null);
        other ??= Edited(one, random);
        var expected = Textbook(one, other);
        var distance = new Distance(one);
        distance.To(other, int.MaxValue / 2).ShouldBe(expected);
        distance.To(other, expected).ShouldBe(expected);
        if (expected > 0) distance.To(other, expected - 1).ShouldBeGreaterThan(expected - 1);
    }

    [Fact]
    public void Nothing_is_as_far_from_a_text_as_the_text_is_long()
    {
        new Distance([]).To([1, 2, 3], 10).ShouldBe(3);
        new Distance([1, 2, 3]).To([], 10).ShouldBe(3);
        new Distance([]).To([], 10).ShouldBe(0);
    }

    private static int[] Some(Random random) => [.. Enumerable.Range(0, random.Next(0, 200)).Select(_ => random.Next(4) == 0 ? 0x4e00 + random.Next(5) : 'a' + random.Next(5))];

    private static int[] Edited(int[] text, Random random)
    {
        var edited = text.ToList();
        for (var edits = random.Next(6); edits > 0; edits--) edited.Insert(random.Next(edited.Count + 1), random.Next(100));
        return [.. edited];
    }

    private static int Textbook(int[] one, int[] other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var (diagonal, first) = (row[0], i);
            row[0] = first;
            for (var j = 1; j <= other.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(row[j] + 1, row[j - 1] + 1), diagonal + (one[i - 1] == other[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return row[^1];
    }
}
