using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace PressKit.Formats.Search;

/// <summary>What is known of the older parts of a language without loading them: an index in which each part is a page, with every word
/// of its releases once. It says which parts are worth asking, in about as many bytes as asking one of them.</summary>
internal static class SearchRegister
{
    /// <summary>Its folder beside the parts, and its name in their list.</summary>
    public const string Name = "register";

    /// <summary>A file of a part that is kept and not published: its words.</summary>
    public const string Words = "words";

    /// <summary>Names the parts by the ids under which it finds them.</summary>
    private const string Names = "names.json";

    /// <summary>A language with fewer parts has none: asking them costs no more.</summary>
    public const int Fewest = 3;

    private const string Fragments = "fragment/";
    private const int Signature = 12;

    /// <summary>The register of a language; null where it has too few parts.</summary>
    /// <param name="parts">The parts, the newest first, which is always asked and stands in no register.</param>
    /// <param name="words">The words of a part.</param>
    public static SearchPart? Of(IReadOnlyList<SearchPart> parts, Func<SearchPart, string> words) => parts.Count < Fewest ? null
        : new SearchPart(parts[0].Language, Name, [.. parts.Skip(1).Select(part =>
            new SearchRecord(Hash.Of([.. part.Keys.SelectMany(k => new[] { k.Key, k.Url })]), part.Name, part.Name, "", "", () => words(part)))]);

    /// <summary>Adds the words of a part to its files: what the tool took for words, also where no spaces are between them.</summary>
    public static void AddWords(SortedDictionary<string, byte[]> files)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (_, fragment) in FragmentsOf(files))
        {
            foreach (var word in fragment.GetProperty("content").GetString()!.Split(Between, StringSplitOptions.RemoveEmptyEntries))
                words.Add(word.Trim(Around).ToLowerInvariant());
        }

        files[Words] = Encoding.UTF8.GetBytes(string.Join(' ', words.Order(StringComparer.Ordinal)));
    }

    /// <summary>Names the parts, and leaves out the pages of a register, which nobody reads.</summary>
    public static void Finish(SortedDictionary<string, byte[]> files)
    {
        var names = FragmentsOf(files).ToDictionary(f => f.Id, f => f.Page.GetProperty("url").GetString()!, StringComparer.Ordinal);
        foreach (var path in files.Keys.Where(IsFragment).ToList()) files.Remove(path);
        files[Names] = JsonSerializer.SerializeToUtf8Bytes(new SortedDictionary<string, string>(names, StringComparer.Ordinal));
    }

    private static readonly char[] Between = [' ', '\n', '\t', '\r', '\u200B', '\u3000', '\u00A0', '\u202F'];

    private static readonly char[] Around = ['.', ',', ';', ':', '!', '?', '(', ')', '[', ']', '"', '\'', '«', '»', '“', '”', '„', '‘', '’', '…', '、', '。', '「', '」', '،', '؛', '؟'];

    private static bool IsFragment(string path) => path.StartsWith(Fragments, StringComparison.Ordinal);

    private static IEnumerable<(string Id, JsonElement Page)> FragmentsOf(SortedDictionary<string, byte[]> files)
    {
        foreach (var (path, bytes) in files.Where(f => IsFragment(f.Key)))
        {
            using var text = new MemoryStream();
            using (var gzip = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress)) gzip.CopyTo(text);
            using var document = JsonDocument.Parse(text.GetBuffer().AsMemory(Signature, (int)text.Length - Signature));
            yield return (path[Fragments.Length..path.LastIndexOf('.')], document.RootElement.Clone());
        }
    }
}
