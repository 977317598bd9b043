using System.Text;
using System.Text.Json;
using PressKit.Segmentation;

namespace PressKit.Translation.Memory;

/// <summary>A rendering that somebody refused.</summary>
/// <param name="From">The language of the source.</param>
/// <param name="To">The language of the rendering.</param>
/// <param name="Source">What was translated.</param>
/// <param name="Target">How it must not be translated.</param>
/// <param name="By">Who says so.</param>
/// <param name="At">When.</param>
/// <param name="Why">Why; null where nobody said.</param>
public sealed record Rejection(Language From, Language To, InlineContent Source, InlineContent Target, string By, DateTimeOffset At, string? Why);

/// <summary>The renderings that were refused, which nothing proposes again: not the memory, and no cache of a service's answers.
/// They stand in the newsroom's files, one a line, and are only ever added to.</summary>
public sealed class Rejections
{
    /// <summary>The file, from the newsroom's folder.</summary>
    public const string File = "content/memory/rejected.jsonl";

    private readonly HashSet<string> _keys = new(StringComparer.Ordinal);

    /// <summary>No rejections.</summary>
    public static Rejections None { get; } = new();

    /// <summary>Reads those of a newsroom; a line that makes no sense is reported and left out.</summary>
    public static Rejections Read(string folder, Problems problems)
    {
        var rejections = new Rejections();
        var path = Path.Combine(folder, File);
        if (!System.IO.File.Exists(path)) return rejections;
        foreach (var (index, line) in System.IO.File.ReadLines(path, Encoding.UTF8).Index())
        {
            if (string.IsNullOrWhiteSpace(line)) continue;
            if (Key(line) is { } key) rejections._keys.Add(key);
            else
            {
                problems.Warn("memory.bad-rejection", new Place(File, index + 1, 1), "The line is no rejected rendering.",
                    "Take it out, or write it as 'presskit memory reject' does.");
            }
        }

        return rejections;
    }

    /// <summary>Adds one to a newsroom's file.</summary>
    public static void Add(string folder, Rejection rejection)
    {
        var path = Path.Combine(folder, File);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("from", rejection.From.Tag);
            json.WriteString("to", rejection.To.Tag);
            json.WriteString("source", Wording.Of(rejection.Source));
            json.WriteString("target", Wording.Of(rejection.Target));
            json.WriteString("by", rejection.By);
            json.WriteString("at", rejection.At.ToString("yyyy-MM-dd'T'HH:mm:sszzz", System.Globalization.CultureInfo.InvariantCulture));
            if (rejection.Why is not null) json.WriteString("why", rejection.Why);
            json.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
        // One write a line, behind whatever others wrote meanwhile.
        using var file = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite);
        file.Write(stream.GetBuffer(), 0, (int)stream.Length);
    }

    /// <summary>Whether a rendering was refused.</summary>
    public bool Contains(Language from, Language to, InlineContent source, InlineContent target) =>
        _keys.Count > 0 && _keys.Contains(Key(from, to, Wording.Of(source), Wording.Of(target)));

    private static string Key(Language from, Language to, string source, string target) => Hash.Of(from.Tag, to.Tag, source, target);

    private static string? Key(string line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            return Language.TryParse(Text("from"), out var from) && Language.TryParse(Text("to"), out var to)
                ? Key(from, to, Text("source"), Text("target")) : null;

            string Text(string name) => root.GetProperty(name).GetString() ?? "";
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }
}
