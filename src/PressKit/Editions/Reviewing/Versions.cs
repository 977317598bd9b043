using System.Globalization;
using PressKit.Translation;

namespace PressKit.Editions.Reviewing;

/// <summary>What a sentence or a unit is at a moment, as sixteen digits: another one as soon as its source, its translation or its
/// state is another. A save names the version that it was made against.</summary>
public static class Versions
{
    private const int Digits = 16;

    /// <summary>The version of a sentence.</summary>
    public static string Of(SegmentTranslation segment) => Hash.Of(
    [
        segment.Segment.Source.ToString(), segment.Target?.ToString(),
        segment.Target is null ? "" : segment.State.ToString(), segment.IsRepaired ? "repaired" : "",
        .. segment.Conflicts.Select(c => c.Target.ToString()),
    ])[..Digits];

    /// <summary>The version of a unit.</summary>
    public static string Of(TranslatedUnit unit) => Hash.Of([.. unit.Segments.Select(Of)])[..Digits];

    /// <summary>The version of all units.</summary>
    public static string Of(IEnumerable<TranslatedUnit> units) => Hash.Of([.. units.SelectMany(u => new[] { u.Id, Of(u) })])[..Digits];

    /// <summary>The number that a version starts with, for what counts in numbers.</summary>
    internal static int Number(string segments) => int.TryParse(segments, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
