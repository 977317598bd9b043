using System.Collections.Immutable;

namespace PressKit.Translation.Xliff;

/// <summary>Reads XLIFF 2.0 and 2.1 files: PressKit's own, and those that came back from other tools. Nothing in a file
/// is believed: it is parsed without document types and within limits, and a target is text plus the codes of its own
/// source, found by their ids. docs/xliff.md says what is read and what is ignored.</summary>
public static class XliffReader
{
    /// <summary>The largest file that is read, in bytes.</summary>
    public const int MaxBytes = 20 * 1024 * 1024;

    /// <summary>How deep elements may stand in each other.</summary>
    public const int MaxDepth = 64;

    /// <summary>How many elements a file may have.</summary>
    public const int MaxElements = 500_000;

    /// <summary>The translation that a file holds; null where anything in it is an error, so that nobody writes over a
    /// file that was understood in part. Every error of the file is reported.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="file">Its path from the newsroom's folder, for problems.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public static StoredTranslation? Read(ReadOnlyMemory<byte> bytes, string file, Problems problems)
    {
        if (PlainXliff.Read(bytes.Span) is { } plain) return plain;
        var report = new XliffReport(file, problems);
        return XliffDocument.Load(bytes, report) is { } root ? Read(root, report) : null;
    }

    /// <summary>The same of a file that is parsed already.</summary>
    internal static StoredTranslation? Read(XliffElement root, XliffReport report)
    {
        var translation = ReadRoot(root, report);
        return report.Failed ? null : translation;
    }

    private static StoredTranslation? ReadRoot(XliffElement root, XliffReport report)
    {
        if (!root.Is("xliff") || root["version"] is not ("2.0" or "2.1"))
        {
            report.Invalid(root.Place, "The file is not XLIFF 2.0 or 2.1.", "Export it as XLIFF 2.1 from the tool that wrote it.");
            return null;
        }

        var source = LanguageOf(root, "srcLang", report);
        var target = LanguageOf(root, "trgLang", report);
        var files = root.Elements("file").ToList();
        if (files.Count != 1)
        {
            report.Invalid((files.Count > 1 ? files[1] : root).Place, $"There are {files.Count} <file> elements in it, not one.",
                "Export one release and one language a file.");
            return null;
        }

        var (units, gone) = ReadUnits(files[0], report);
        if (source is null || target is null) return null;
        return new StoredTranslation(files[0]["original"] ?? "", Revision(files[0]), source, target, units) { Gone = gone };
    }

    private static Language? LanguageOf(XliffElement root, string attribute, XliffReport report)
    {
        if (Language.TryParse(root[attribute], out var language)) return language;
        var (message, remedy) = root[attribute] is { } tag
            ? ($"{attribute} '{tag}' is not a language tag.", "Write a BCP 47 tag such as it, pt-BR or zh-Hans.")
            : ($"{attribute} is missing.", $"Write the language's tag: {attribute}=\"en\".");
        report.Invalid(root.Place, message, remedy);
        return null;
    }

    // Only what the writer writes: a revision becomes part of a path.
    private static string Revision(XliffElement file)
    {
        const string folder = "revisions/", extension = ".md";
        var href = file.Element("skeleton")?["href"] ?? "";
        if (!href.StartsWith(folder, StringComparison.Ordinal) || !href.EndsWith(extension, StringComparison.Ordinal)) return "";
        var revision = href[folder.Length..^extension.Length];
        return revision.All(char.IsAsciiLetterOrDigit) ? revision : "";
    }

    private static (ImmutableArray<TranslatedUnit> Units, ImmutableArray<TranslatedUnit> Gone) ReadUnits(XliffElement file, XliffReport report)
    {
        var (units, gone) = (ImmutableArray.CreateBuilder<TranslatedUnit>(), ImmutableArray.CreateBuilder<TranslatedUnit>());
        var ids = new HashSet<string>(StringComparer.Ordinal);
        Read(file, units);
        return (units.ToImmutable(), gone.ToImmutable());

        void Read(XliffElement parent, ImmutableArray<TranslatedUnit>.Builder list)
        {
            foreach (var element in parent.Nodes.OfType<XliffElement>())
            {
                if (element.Is("group")) Read(element, element["type"] == XliffNames.Gone ? gone : list);
                if (!element.Is("unit")) continue;
                var id = element["id"] ?? "";
                if (!XliffWriter.IsNameToken(id))
                    report.Invalid(element.Place, $"'{id}' is not an id.", "Give the unit an id without spaces.");
                else if (!ids.Add(id))
                    report.Invalid(element.Place, $"Two units have the id '{id}'.", "Give each unit an id of its own.");
                else if (UnitReader.Read(element, id, report) is { } unit) list.Add(unit);
            }
        }
    }
}
