using FsCheck;
using FsCheck.Xunit;
using PressKit.Segmentation;

namespace PressKit.Tests.Segmentation;

public sealed class LikenessTests
{
    [Theory]
    [InlineData("abc", "abc", 1)]
    [InlineData("abc", "xyz", 0)]
    [InlineData("night", "nacht", 0.25)]
    [InlineData("a", "a", 1)]
    [InlineData("a", "b", 0)]
    [InlineData("", "ab", 0)]
    [InlineData("aaaa", "aa", 0.5)]
    public void Likeness_counts_shared_pairs_of_characters(string a, string b, double likeness)
    {
        var (one, other) = (new Likeness(a), new Likeness(b));
        one.To(other).ShouldBe(likeness);
        other.To(one).ShouldBe(likeness);
        one.AtMost(other).ShouldBeGreaterThanOrEqualTo(likeness);
    }

    [Property]
    public bool What_is_asked_for_changes_no_likeness_that_reaches_it(NonNull<string> a, NonNull<string> b, byte least)
    {
        var (one, other) = (new Likeness(a.Get), new Likeness(a.Get + b.Get));
        var (likeness, atLeast) = (one.To(other), least / 255.0);
        return likeness < atLeast ? one.To(other, atLeast) < atLeast : one.To(other, atLeast) == likeness;
    }
}
