using PressKit.Translation;

namespace PressKit.Tests.Translation;

public sealed class UnitPairingTests
{
    [Fact]
    public void A_changed_unit_is_paired_with_what_it_was()
    {
        var stored = new[] { Stored("a", "Il festival apre lunedì."), Stored("b", "Si vince un premio di mille euro."), Stored("c", "Fine.") };
        var units = new[] { Now("a", "Il festival apre lunedì."), Now("x", "Si vince un premio di duemila euro."), Now("y", "Tutto nuovo qui."), Now("c", "Fine.") };
        UnitPairing.Pair([.. units], [.. stored]).Select(u => u?.Id).ShouldBe(["a", "b", null, "c"]);
    }

    [Fact]
    public void Another_role_is_another_unit() =>
        UnitPairing.Pair([Now("x", "Il festival apre", UnitRole.Heading)], [Stored("a", "Il festival apre.")]).ShouldBe([null]);

    [Theory]
    [InlineData("abc", "abc", 1)]
    [InlineData("abc", "xyz", 0)]
    [InlineData("night", "nacht", 0.25)]
    public void Likeness_counts_shared_pairs_of_characters(string a, string b, double likeness) =>
        UnitPairing.Similarity(a, b).ShouldBe(likeness);

    private static Unit Now(string id, string text, UnitRole role = UnitRole.Paragraph) =>
        new(id, role, [new Segment(InlineContent.Of(text))]);

    private static TranslatedUnit Stored(string id, string text) => new(
        id, UnitRole.Paragraph, [new SegmentTranslation(new Segment(InlineContent.Of(text)), null, SegmentState.Initial, null)]);
}
