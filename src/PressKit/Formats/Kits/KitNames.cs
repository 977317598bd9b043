using System.Globalization;
using PressKit.Site;

namespace PressKit.Formats.Kits;

/// <summary>The names of files in a kit: those that the author gave them, as far as every system can hold them.</summary>
internal static class KitNames
{
    private const int Longest = 100;

    /// <summary>A name for each file, below <c>media/</c>, none twice on a system that ignores letter case.</summary>
    public static IReadOnlyList<(string Name, PublishedMedia Media)> Of(IEnumerable<PublishedMedia> media)
    {
        var (taken, names) = (new HashSet<string>(StringComparer.OrdinalIgnoreCase), new List<(string, PublishedMedia)>());
        foreach (var item in media.DistinctBy(m => m.File.Path, StringComparer.Ordinal))
        {
            var name = string.Join('/', item.File.Path.Split('/').Select(Safe));
            if (!taken.Add(name)) taken.Add(name = $"media/{item.File.Hash[..8]}-{name[(name.LastIndexOf('/') + 1)..]}");
            names.Add((name, item));
        }

        return names;
    }

    /// <summary>A name without what a system reads as something else, or a reader cannot see.</summary>
    internal static string Safe(string name)
    {
        var safe = string.Concat(XmlText.Clean(name).Normalize().Select(c => "\\/:*?\"<>|".Contains(c, StringComparison.Ordinal)
            || char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator ? '_' : c));
        safe = safe.Trim(' ', '.');
        if (safe.Length > Longest) safe = Shortened(safe);
        var stem = Path.GetFileNameWithoutExtension(safe).ToUpperInvariant();
        var isReserved = stem is "CON" or "PRN" or "AUX" or "NUL" || (stem.Length == 4 && (stem.StartsWith("COM", StringComparison.Ordinal) || stem.StartsWith("LPT", StringComparison.Ordinal)));
        return safe.Length == 0 || isReserved ? "_" + safe : safe;
    }

    private static string Shortened(string name)
    {
        var extension = Path.GetExtension(name) is { Length: < 10 } ending ? ending : "";
        var stem = name[..(Longest - extension.Length)];
        return (char.IsHighSurrogate(stem[^1]) ? stem[..^1] : stem) + extension;
    }
}
