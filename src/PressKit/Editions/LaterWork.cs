using PressKit.Editions.Reviewing;
using PressKit.Translation;
using PressKit.Translation.Xliff;

namespace PressKit.Editions;

/// <summary>Keeps what persons did to a file between the moment at which somebody read it and the one at which they write it: a
/// command may take minutes, and reviewers go on meanwhile.</summary>
internal static class LaterWork
{
    /// <summary>What is to be written, with what persons changed in the file since it was read.</summary>
    /// <param name="mine">What was made of what was read.</param>
    /// <param name="read">The file as it was read.</param>
    /// <param name="present">The file as it is.</param>
    public static StoredTranslation Keep(StoredTranslation mine, ReadOnlyMemory<byte> read, ReadOnlyMemory<byte> present)
    {
        if (XliffReader.Read(read, "", new Problems()) is not { } was || XliffReader.Read(present, "", new Problems()) is not { } now) return mine;
        var known = was.Units.SelectMany(u => u.Segments.Select(s => (u.Id, Versions.Of(s)))).ToHashSet();
        var later = now.Units.Where(u => u.Segments.Any(s => s.IsPersons && !known.Contains((u.Id, Versions.Of(s))))).ToDictionary(u => u.Id, StringComparer.Ordinal);
        return later.Count == 0 ? mine : mine with { Units = [.. mine.Units.Select(u => later.TryGetValue(u.Id, out var theirs) ? Keep(u, theirs, known) : u)] };
    }

    private static TranslatedUnit Keep(TranslatedUnit mine, TranslatedUnit theirs, HashSet<(string, string)> known)
    {
        if (!mine.Unit.SaysTheSameAs(theirs.Unit)) return mine;
        if (mine.Segments.Length != theirs.Segments.Length) return theirs;
        return mine with
        {
            Segments = [.. mine.Segments.Zip(theirs.Segments, (m, t) => t.IsPersons && m.Segment.Source.Equals(t.Segment.Source) && !known.Contains((theirs.Id, Versions.Of(t))) ? t : m)],
        };
    }
}
