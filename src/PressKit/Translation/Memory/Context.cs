using System.Collections.Immutable;
using PressKit.Segmentation;

namespace PressKit.Translation.Memory;

/// <summary>What stands around the segments of a document.</summary>
internal static class Context
{
    /// <summary>A text as a neighbour: without codes, runs of white space as one blank.</summary>
    public static string Of(InlineContent content) => Wording.Of([Piece.Run(content.ReadingText)]);

    /// <summary>The segments of a document in order, each with its unit and what stands before and behind it; nothing stands
    /// before the first and behind the last.</summary>
    public static IEnumerable<(TranslatedUnit Unit, int Index, string Previous, string Next)> Around(ImmutableArray<TranslatedUnit> units)
    {
        var all = units.SelectMany(u => u.Segments.Select((s, i) => (Unit: u, Index: i, Text: Of(s.Segment.Source)))).ToList();
        for (var i = 0; i < all.Count; i++)
            yield return (all[i].Unit, all[i].Index, i > 0 ? all[i - 1].Text : "", i + 1 < all.Count ? all[i + 1].Text : "");
    }

    /// <summary>Both neighbours as one key; null where one is unknown.</summary>
    public static string? Neighbours(string? previous, string? next) => previous is null || next is null ? null : Hash.Of(previous, next);

    /// <summary>A unit of a document as one key; null where it has none.</summary>
    public static string? Place(string document, string? unit) => unit is null ? null : Hash.Of(document, unit);
}
