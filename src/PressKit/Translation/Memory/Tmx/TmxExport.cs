using System.Collections.Immutable;
using System.Xml.Linq;

namespace PressKit.Translation.Memory.Tmx;

/// <summary>What a newsroom's files have to give to others: reviewed segments of stored translations, and the units of imported
/// memory as they are.</summary>
/// <param name="folder">The newsroom's folder.</param>
/// <param name="languages">Its languages.</param>
/// <param name="problems">Takes what is wrong with files of imported memory.</param>
public sealed class TmxExport(string folder, ImmutableArray<Language> languages, Problems problems)
{
    /// <summary>The units, in the order of the files; each once.</summary>
    /// <param name="from">The language of the source; null for any.</param>
    /// <param name="to">The language of the translation; null for any.</param>
    public IEnumerable<XElement> Units(Language? from, Language? to)
    {
        var files = new NewsroomFiles(folder, Path.Combine(new MemoryPlace(folder).Cache, "files"), languages);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var path in files.Paths())
        {
            foreach (var unit in path.EndsWith(".tmx", StringComparison.OrdinalIgnoreCase) ? Imported(path) : Stored(path))
            {
                if (seen.Add(Hash.Of(unit.ToString(SaveOptions.DisableFormatting)))) yield return unit;
            }
        }

        IEnumerable<XElement> Imported(string path)
        {
            if (TmxReader.Read(File.ReadAllBytes(Path.Combine(folder, path)), path, problems) is not { } tmx) yield break;
            foreach (var unit in tmx.Units)
            {
                if ((from is null && to is null) || TmxUnit.Entries(unit, tmx.SourceLanguage, languages).Any(IsWanted)) yield return TmxUnit.From(unit, tmx.SourceLanguage);
            }
        }

        IEnumerable<XElement> Stored(string path) => (files.Read(path)?.Entries ?? []).Where(e => e.IsReviewed && IsWanted(e)).Select(TmxUnit.Of);

        bool IsWanted(MemoryEntry entry) => (from is null || entry.From == from) && (to is null || entry.To == to);
    }
}
