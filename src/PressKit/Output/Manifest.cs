using System.Buffers;
using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PressKit.Content;

namespace PressKit.Output;

/// <summary>What the manifest says of a file.</summary>
internal enum FileState
{
    /// <summary>It is published with this key, hash and length.</summary>
    Published,

    /// <summary>It is published, and may hold its earlier bytes or the next.</summary>
    Changing,

    /// <summary>It was being put there under this key, and no page that can be reached leads to it yet.</summary>
    Arriving,

    /// <summary>It was being taken away, and no page that can be reached leads to it any more.</summary>
    Leaving,
}

/// <summary>One file of the manifest; what its state does not need is empty or 0.</summary>
internal readonly record struct ManifestEntry(FileState State, string Key = "", string Hash = "", long Length = 0);

/// <summary>The list of what the output folder holds, in the file <c>.presskit-manifest</c> at its root.
/// <para>The format: UTF-8 without byte order mark, lines ended by a line feed, fields parted by one space.</para>
/// <code>
/// presskit-manifest 1
/// tool VERSION                   the version of the tool whose keys these are
/// = KEY HASH LENGTH PATH         a published file: its key, the hash and length of its bytes
/// ~ PATH                         a published file that was being replaced: it holds its earlier bytes or the next
/// + KEY PATH                     a file that was being put there, and that no page leads to yet
/// - PATH                         a file that was being taken away, and that no page leads to any more
/// end HASH                       the hash of all bytes above this line
/// </code>
/// Files stand in publishing order, those published no more behind the others; the path comes last and may hold spaces.
/// The marks <c>~</c>, <c>+</c> and <c>-</c> are written before the files are touched and are gone when the run is done:
/// whoever finds them knows where an earlier run was interrupted. A manifest whose last line is not the hash of the
/// others is damaged.</summary>
internal sealed class Manifest
{
    private static ReadOnlySpan<byte> FirstLine => "presskit-manifest 1"u8;

    private Manifest(bool isSound, string tool, OrderedDictionary<string, ManifestEntry> entries) =>
        (IsSound, Tool, Entries) = (isSound, tool, entries);

    /// <summary>Whether it is whole and of a known version. If not, it holds what could still be read, to be believed
    /// only as far as the files' contents bear it out.</summary>
    public bool IsSound { get; }

    /// <summary>The version of the tool whose keys these are; empty where there is no manifest yet.</summary>
    public string Tool { get; }

    /// <summary>What it says of each file, by path, in the manifest's order. Paths are valid.</summary>
    public OrderedDictionary<string, ManifestEntry> Entries { get; }

    /// <summary>Reads a manifest; null stands for a folder that has none.</summary>
    public static Manifest Read(byte[]? bytes)
    {
        var entries = new OrderedDictionary<string, ManifestEntry>(StringComparer.Ordinal);
        if (bytes is null) return new Manifest(true, "", entries);
        var rest = bytes.AsSpan();
        if (!Line(ref rest).SequenceEqual(FirstLine)) return new Manifest(false, "", entries);
        var head = Line(ref rest);
        var tool = head.StartsWith("tool "u8) ? Encoding.UTF8.GetString(head[5..]) : null;
        var sound = tool is not null && HashIn(bytes) is not null;
        while (!rest.IsEmpty)
        {
            var line = Line(ref rest);
            if (line.IsEmpty || line.StartsWith("end "u8)) continue;
            if (!TryRead(line, out var path, out var entry) || !entries.TryAdd(path, entry)) sound = false;
        }

        return new Manifest(sound, tool ?? "", entries);
    }

    /// <summary>How many files a sound manifest says are published, if every one of them is in its place with its length; null if
    /// one is not.</summary>
    /// <param name="bytes">The manifest.</param>
    /// <param name="root">The folder that it is of.</param>
    public static int? CountInPlace(byte[] bytes, string root)
    {
        var (count, isWhole) = (0, true);
        Parallel.ForEach(Partitioner.Create(0, bytes.Length, Math.Max(bytes.Length / (4 * Environment.ProcessorCount), 1)), (range, loop) =>
        {
            var own = CountInPlace(bytes, range.Item1, range.Item2, root);
            Interlocked.Add(ref count, own ?? 0);
            if (own is not null) return;
            isWhole = false;
            loop.Stop();
        });
        return isWhole ? count : null;
    }

    /// <summary>The same of the lines that begin in a part of it.</summary>
    private static int? CountInPlace(byte[] bytes, int from, int to, string root)
    {
        var rest = bytes.AsSpan(from);
        if (from > 0 && bytes[from - 1] != '\n') Line(ref rest);
        var path = new Utf8Path(root);
        var count = 0;
        while (!rest.IsEmpty && bytes.Length - rest.Length < to)
        {
            var line = Line(ref rest);
            if (!line.StartsWith("= "u8)) continue;
            Word(ref line);
            Word(ref line);
            Word(ref line);
            if (!TryRead(Word(ref line), out var length) || FileStamp.LengthOf(path.With(line)) != length) return null;
            count++;
        }

        return count;
    }

    /// <summary>Writes a manifest. The same files give the same bytes.</summary>
    public static void Write(Stream stream, string tool, IEnumerable<KeyValuePair<string, ManifestEntry>> entries)
    {
        const int full = 64 * 1024;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var lines = new ArrayBufferWriter<byte>(2 * full);
        lines.Write(FirstLine);
        Append(lines, $"\ntool {tool}\n");
        foreach (var (path, entry) in entries)
        {
            Append(lines, path, entry);
            if (lines.WrittenCount >= full) Flush();
        }

        Flush();
        stream.Write(LastLine(Hash.Of(hash)));

        void Flush()
        {
            hash.AppendData(lines.WrittenSpan);
            stream.Write(lines.WrittenSpan);
            lines.ResetWrittenCount();
        }
    }

    /// <summary>A sound manifest with other entries for some of its files, which keep their places: in pieces, for it may be long and
    /// little of it new. The hash of what stands above its last line comes along.</summary>
    /// <param name="bytes">The manifest.</param>
    /// <param name="lines">Where the lines of these files stand, in order, with their paths and new entries.</param>
    public static (IReadOnlyList<ReadOnlyMemory<byte>> Pieces, string Hash) Write(ReadOnlyMemory<byte> bytes, IEnumerable<(Range Line, string Path, ManifestEntry Entry)> lines)
    {
        var (pieces, at) = (new List<ReadOnlyMemory<byte>>(), 0);
        foreach (var (range, path, entry) in lines)
        {
            var line = new ArrayBufferWriter<byte>();
            Append(line, path, entry);
            pieces.Add(bytes[at..range.Start.Value]);
            pieces.Add(line.WrittenMemory);
            at = range.End.Value;
        }

        pieces.Add(bytes[at..^LastLineLength]);
        var hash = Hash.Of(pieces);
        pieces.Add(LastLine(hash));
        return (pieces, hash);
    }

    /// <summary>The hash that stands in the last line of a manifest; null where that is not the hash of what stands above.</summary>
    public static string? HashIn(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < LastLineLength) return null;
        var hash = Hash.Of(bytes[..^LastLineLength]);
        return bytes[^LastLineLength..].SequenceEqual(LastLine(hash)) ? hash : null;
    }

    /// <summary>What a manifest says of one file, and where its line stands with the end of it; null where it says nothing.</summary>
    public static (Range Line, ManifestEntry Entry)? Find(ReadOnlySpan<byte> bytes, string path)
    {
        var end = Encoding.UTF8.GetBytes($" {path}\n");
        for (var from = 0; bytes[from..].IndexOf(end) is >= 0 and var found; from += found + 1)
        {
            var line = bytes[..(from + found)].LastIndexOf((byte)'\n') + 1;
            var next = from + found + end.Length;
            if (TryRead(bytes[line..(next - 1)], out var named, out var entry) && named == path) return (line..next, entry);
        }

        return null;
    }

    /// <summary>Whether a manifest is a tool's.</summary>
    public static bool IsOf(ReadOnlySpan<byte> bytes, string tool) => bytes.StartsWith([.. FirstLine, .. Encoding.UTF8.GetBytes($"\ntool {tool}\n")]);

    private const int LastLineLength = 4 + 32 + 1;

    private static byte[] LastLine(string hash) => Encoding.UTF8.GetBytes($"end {hash}\n");

    private static void Append(ArrayBufferWriter<byte> lines, string path, ManifestEntry entry) => Append(lines, entry.State switch
    {
        FileState.Changing => $"~ {path}\n",
        FileState.Arriving => $"+ {entry.Key} {path}\n",
        FileState.Leaving => $"- {path}\n",
        _ => string.Create(CultureInfo.InvariantCulture, $"= {entry.Key} {entry.Hash} {entry.Length} {path}\n"),
    });

    private static void Append(ArrayBufferWriter<byte> lines, string text) => Encoding.UTF8.GetBytes(text, lines);

    private static bool TryRead(ReadOnlySpan<byte> line, [NotNullWhen(true)] out string? path, out ManifestEntry entry)
    {
        (entry, path) = (default, null);
        var state = Word(ref line);
        if (state.SequenceEqual("~"u8)) entry = new ManifestEntry(FileState.Changing);
        else if (state.SequenceEqual("-"u8)) entry = new ManifestEntry(FileState.Leaving);
        else if (state.SequenceEqual("+"u8)) entry = new ManifestEntry(FileState.Arriving, Encoding.UTF8.GetString(Word(ref line)));
        else if (!state.SequenceEqual("="u8)) return false;
        else
        {
            var (key, hash) = (Encoding.UTF8.GetString(Word(ref line)), Encoding.UTF8.GetString(Word(ref line)));
            if (!TryRead(Word(ref line), out var length)) return false;
            entry = new ManifestEntry(FileState.Published, key, hash, length);
        }

        path = Encoding.UTF8.GetString(line);
        return SitePaths.IsValid(path);
    }

    private static bool TryRead(ReadOnlySpan<byte> digits, out long length) => long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out length);

    /// <summary>Takes the first line from a text.</summary>
    private static ReadOnlySpan<byte> Line(ref Span<byte> text)
    {
        var end = text.IndexOf((byte)'\n');
        var line = end < 0 ? text : text[..end];
        text = end < 0 ? default : text[(end + 1)..];
        return line;
    }

    /// <summary>Takes the first word from a line.</summary>
    private static ReadOnlySpan<byte> Word(ref ReadOnlySpan<byte> line)
    {
        var end = line.IndexOf((byte)' ');
        var word = end < 0 ? line : line[..end];
        line = end < 0 ? default : line[(end + 1)..];
        return word;
    }
}
