using System.Collections.Immutable;

namespace PressKit.Formats.Search;

/// <summary>Releases of a language that are indexed together: whole months that follow each other. Browsers load of a part what grows with
/// it, and ask the newest first; a new release changes the newest alone.</summary>
/// <param name="Language">Their language.</param>
/// <param name="Name">The first month, which also names its folder.</param>
/// <param name="Records">The releases, the newest first.</param>
internal sealed record SearchPart(Language Language, string Name, ImmutableArray<SearchRecord> Records)
{
    /// <summary>A month that brings a part to so many releases is its last. What a browser loads of a part before it finds anything
    /// grows by eight bytes a release.</summary>
    public const int Size = 4000;

    /// <summary>What the part finds, in the order in which the tool is given it.</summary>
    public IEnumerable<(string Key, string Url)> Keys => Records.Select(r => (r.Key, r.Url));

    /// <summary>The parts of a language, the newest first, counted from the oldest month.</summary>
    /// <param name="language">The language.</param>
    /// <param name="records">Its releases.</param>
    /// <param name="size">How many releases close a part.</param>
    public static IEnumerable<SearchPart> Of(Language language, IEnumerable<SearchRecord> records, int size = Size)
    {
        var (parts, open) = (new List<SearchPart>(), new List<SearchRecord>());
        foreach (var month in records.GroupBy(Month, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            open.AddRange(month.OrderBy(r => r.Date, StringComparer.Ordinal).ThenBy(r => r.Url, StringComparer.Ordinal));
            if (open.Count >= size) Close();
        }

        if (open.Count > 0) Close();
        parts.Reverse();
        return parts;

        void Close()
        {
            parts.Add(new SearchPart(language, Month(open[0]), [.. Enumerable.Reverse(open)]));
            open.Clear();
        }
    }

    private static string Month(SearchRecord record) => record.Date.Length < 7 ? "undated" : record.Date[..7];
}
