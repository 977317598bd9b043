using System.Buffers;
using System.Globalization;
using PressKit.Site;

namespace PressKit.Formats.Kits;

/// <summary>The names of files in a kit: those that the author gave them, as far as every system can hold them.</summary>
internal static class KitNames
{
    private const int Longest = 100;
    private static readonly SearchValues<char> Harmless = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.");

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
        var safe = name.AsSpan().ContainsAnyExcept(Harmless) ? Replaced(name) : name;
        safe = safe.Trim(' ', '.');
        if (safe.Length > Longest) safe = Shortened(safe);
        return safe.Length == 0 || IsReserved(Path.GetFileNameWithoutExtension(safe.AsSpan())) ? "_" + safe : safe;
    }

    private static string Replaced(string name) => string.Concat(XmlText.Clean(name).Normalize().Select(c => "\\/:*?\"<>|".Contains(c, StringComparison.Ordinal)
        || char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator ? '_' : c));

    /// <summary>Whether Windows has a device of this name.</summary>
    private static bool IsReserved(ReadOnlySpan<char> stem)
    {
        return stem.Length switch
        {
            3 => Begins(stem, "con") || Begins(stem, "prn") || Begins(stem, "aux") || Begins(stem, "nul"),
            4 => Begins(stem, "com") || Begins(stem, "lpt"),
            _ => false,
        };

        static bool Begins(ReadOnlySpan<char> stem, string device) => stem.StartsWith(device, StringComparison.OrdinalIgnoreCase);
    }

    private static string Shortened(string name)
    {
        var extension = Path.GetExtension(name) is { Length: < 10 } ending ? ending : "";
        var stem = name[..(Longest - extension.Length)];
        return (char.IsHighSurrogate(stem[^1]) ? stem[..^1] : stem) + extension;
    }
}
