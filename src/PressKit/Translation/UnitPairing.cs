using System.Collections.Immutable;

namespace PressKit.Translation;

/// <summary>Finds, for each unit of a document, the stored unit that it was before.</summary>
public static class UnitPairing
{
    /// <summary>From how much alike a unit counts as another's earlier state.</summary>
    private const double Alike = 0.5;

    /// <summary>The stored unit of each unit, or null, in the units' order: the one with the same id; else, between those
    /// that are left over on both sides, one of the same role and a similar text, in the same order.</summary>
    public static ImmutableArray<TranslatedUnit?> Pair(ImmutableArray<Unit> units, ImmutableArray<TranslatedUnit> stored)
    {
        var byId = stored.DistinctBy(u => u.Id, StringComparer.Ordinal).ToDictionary(u => u.Id, StringComparer.Ordinal);
        var result = units.Select(u => byId.GetValueOrDefault(u.Id)).ToArray();
        var taken = result.OfType<TranslatedUnit>().Select(u => u.Id).ToHashSet(StringComparer.Ordinal);
        var left = stored.Where(u => !taken.Contains(u.Id)).ToList();
        for (var i = 0; i < units.Length && left.Count > 0; i++)
        {
            if (result[i] is not null) continue;
            var source = units[i].Source.ReadingText;
            var match = left.FindIndex(u => u.Role == units[i].Role && Similarity(source, u.Unit.Source.ReadingText) >= Alike);
            if (match < 0) continue;
            result[i] = left[match];
            left.RemoveRange(0, match + 1);
        }

        return [.. result];
    }

    /// <summary>How much alike two texts are, from 0 to 1: twice the pairs of characters that they share, over all they have
    /// (Dice's coefficient).</summary>
    public static double Similarity(string a, string b)
    {
        if (a == b) return 1;
        if (a.Length < 2 || b.Length < 2) return 0;
        var counts = new Dictionary<(char, char), int>();
        for (var i = 1; i < a.Length; i++)
        {
            counts.TryGetValue((a[i - 1], a[i]), out var count);
            counts[(a[i - 1], a[i])] = count + 1;
        }

        var shared = 0;
        for (var i = 1; i < b.Length; i++)
        {
            if (!counts.TryGetValue((b[i - 1], b[i]), out var count) || count == 0) continue;
            counts[(b[i - 1], b[i])] = count - 1;
            shared++;
        }

        return 2.0 * shared / (a.Length + b.Length - 2);
    }
}
