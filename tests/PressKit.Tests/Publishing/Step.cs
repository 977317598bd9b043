using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace PressKit.Tests.Publishing;

/// <summary>Some edits, mostly one, and then a publishing: by a process of its own or by one that goes on.</summary>
/// <param name="Edits">The numbers of the edits.</param>
/// <param name="Seed">What they draw from.</param>
/// <param name="GoesOn">Whether the process that goes on publishes.</param>
internal sealed record Step(int[] Edits, int Seed, bool GoesOn)
{
    private static Gen<Step> Any { get; } =
        from count in Gen.Frequency((8, Gen.Constant(1)), (1, Gen.Constant(2)), (1, Gen.Constant(5)))
        from edits in Gen.Choose(0, Edit.All.Count - 1).ArrayOf(count)
        from seed in Gen.Choose(0, int.MaxValue - 1)
        from goesOn in Gen.Elements(true, false)
        select new Step(edits, seed, goesOn);

    /// <summary>Sequences of so many steps; one that fails is made shorter as long as it goes on failing.</summary>
    public static Arbitrary<Step[]> Sequences(int length) => Arb.From(Any.ArrayOf(length), Shorter);

    /// <summary>Does it; what is wrong afterwards, or null.</summary>
    public string? Take(EditedNewsroom newsroom)
    {
        newsroom.Random = new Random(Seed);
        if (newsroom.IsBroken && newsroom.Random.Next(4) != 0) newsroom.CheckOut(0, _ => true);
        foreach (var edit in Edits) Edit.All[edit].Make(newsroom);
        return newsroom.Publish(GoesOn);
    }

    /// <inheritdoc/>
    public override string ToString() =>
        $"{string.Join(" + ", Edits.Select(e => Edit.All[e].Name))} ({Seed.ToString(CultureInfo.InvariantCulture)}{(GoesOn ? ", going on" : "")})";

    private static IEnumerable<Step[]> Shorter(Step[] steps)
    {
        for (var length = steps.Length / 2; length > 0; length /= 2)
            for (var from = 0; from + length <= steps.Length; from += length)
                yield return [.. steps[..from], .. steps[(from + length)..]];
        for (var i = 0; i < steps.Length; i++)
            for (var j = 0; steps[i].Edits.Length > 1 && j < steps[i].Edits.Length; j++)
                yield return [.. steps[..i], steps[i] with { Edits = [.. steps[i].Edits[..j], .. steps[i].Edits[(j + 1)..]] }, .. steps[(i + 1)..]];
    }
}
