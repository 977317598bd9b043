using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace PressKit.Review.People;

/// <summary>Something that was done with accounts, or tried.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="At">When, in UTC.</param>
/// <param name="Who">Who did it: a person's name, or <c>command</c>, or <c>somebody</c>.</param>
/// <param name="What">What: <c>signed-in</c>, <c>invited</c> …</param>
/// <param name="Whom">What it was done to; null for nothing.</param>
/// <param name="From">The address that it came from; null for this machine's command.</param>
/// <param name="Hash">The hash of the line, which holds that of the line before it.</param>
public sealed record AuditEntry(long Number, DateTimeOffset At, string Who, string What, string? Whom, string? From, string Hash);

/// <summary>The audit log: an object a line, only ever added to, each with the hash of the line before it, so that a line that is
/// changed, taken out or put in breaks the chain. The application can write it and read it, and has no way to change it. Never holds a
/// secret. Of one machine's desk and commands, whoever adds holds the file.</summary>
/// <param name="path">The file.</param>
/// <param name="time">The clock.</param>
internal sealed class AuditLog(string path, TimeProvider time)
{
    private const string Beginning = "presskit";
    private const int LongestTail = 16_384;
    private const int Attempts = 500;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);
    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly Lock _lock = new();

    /// <summary>Adds a line, which is on the disk when this returns.</summary>
    public void Add(string who, string what, string? whom = null, string? from = null)
    {
        lock (_lock)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            using var file = Open();
            var (last, isBroken) = Last(file);
            var entry = new AuditEntry((last?.Number ?? 0) + 1, time.GetUtcNow(), who, what, whom, from, "");
            file.Seek(0, SeekOrigin.End);
            // A crash may have broken the last line off; it stays as it is, for all to see.
            file.Write(Encoding.UTF8.GetBytes((isBroken ? "\n" : "") + Line(entry, last?.Hash ?? Beginning) + "\n"));
            file.Flush(flushToDisk: true);
        }
    }

    /// <summary>What is on record, the newest first.</summary>
    /// <param name="most">How many lines at most.</param>
    public IReadOnlyList<AuditEntry> Newest(int most) => [.. Enumerable.Reverse(Lines()).Take(most).Select(l => Read(l)).OfType<AuditEntry>()];

    /// <summary>Follows the chain from its beginning.</summary>
    /// <returns>The last line; null for an empty log, and the number of the first line that does not hold, or null.</returns>
    public (AuditEntry? Last, long? Broken) Verify()
    {
        AuditEntry? last = null;
        var number = 0L;
        foreach (var line in Lines())
        {
            number++;
            if (Read(line) is not { } entry || entry.Number != number || Line(entry, last?.Hash ?? Beginning) != line) return (last, number);
            last = entry;
        }

        return (last, null);
    }

    private string[] Lines()
    {
        lock (_lock)
        {
            if (!File.Exists(path)) return [];
            using var file = Open();
            using var reader = new StreamReader(file, Encoding.UTF8);
            return reader.ReadToEnd().TrimEnd('\n').Split('\n', StringSplitOptions.RemoveEmptyEntries);
        }
    }

    private static (AuditEntry? Last, bool IsBroken) Last(FileStream file)
    {
        using var reader = new StreamReader(file, Encoding.UTF8, leaveOpen: true);
        // The last line is near the end; a line is never long.
        file.Seek(Math.Max(0, file.Length - LongestTail), SeekOrigin.Begin);
        var text = reader.ReadToEnd();
        return (text.Split('\n').Select(Read).LastOrDefault(e => e is not null), text.Length > 0 && text[^1] != '\n');
    }

    private static string Line(AuditEntry entry, string previous)
    {
        var content = Text(entry, previous, null);
        return Text(entry, previous, Secret.HashOf(content));
    }

    private static string Text(AuditEntry entry, string previous, string? hash)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Relaxed))
        {
            json.WriteStartObject();
            json.WriteNumber("number", entry.Number);
            json.WriteString("at", entry.At.UtcDateTime);
            json.WriteString("who", entry.Who);
            json.WriteString("what", entry.What);
            if (entry.Whom is not null) json.WriteString("whom", entry.Whom);
            if (entry.From is not null) json.WriteString("from", entry.From);
            json.WriteString("previous", previous);
            if (hash is not null) json.WriteString("hash", hash);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static AuditEntry? Read(string line)
    {
        if (line.Length == 0) return null;
        try
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            return new AuditEntry(root.GetProperty("number").GetInt64(), root.GetProperty("at").GetDateTimeOffset(), root.GetProperty("who").GetString()!, root.GetProperty("what").GetString()!,
                root.TryGetProperty("whom", out var whom) ? whom.GetString() : null, root.TryGetProperty("from", out var from) ? from.GetString() : null, root.GetProperty("hash").GetString()!);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    private FileStream Open()
    {
        var options = PeopleFile.Private(FileMode.OpenOrCreate);
        (options.Access, options.Share) = (FileAccess.ReadWrite, FileShare.None);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return new FileStream(path, options);
            }
            catch (IOException) when (attempt < Attempts)
            {
                Task.Delay(Pause).Wait();
            }
        }
    }
}
