using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace PressKit.Output.Standing;

/// <summary>The files of what is kept of releases, below <c>.presskit/kept</c>: an index, and a pack, to which is only ever added, so
/// that whoever reads it is not disturbed. Everything has a checksum: what is damaged or deleted is not there. One run at a time adds
/// to it.</summary>
internal sealed class ReleasePack : IDisposable
{
    private const string Head = "presskit kept releases 2";
    private const string Prefix = "pack-";

    // A pack is written anew where less than half of it is still asked for.
    private const long Smallest = 1024 * 1024;

    private readonly string _folder;
    private readonly string _identity;
    private readonly FileStream _lock;
    private readonly Dictionary<string, Entry> _known;
    private readonly ConcurrentDictionary<string, Entry> _present = new(StringComparer.Ordinal);
    private readonly SafeFileHandle _pack;
    private readonly string _name;
    private long _length;
    private bool _isChanged;

    private ReleasePack(string folder, string identity, FileStream held, SafeFileHandle pack, string name, Dictionary<string, Entry> known)
    {
        (_folder, _identity, _lock, _pack, _name, _known) = (folder, identity, held, pack, name, known);
        // Behind whatever a run left that was killed.
        _length = RandomAccess.GetLength(pack);
    }

    /// <summary>Opens the files.</summary>
    /// <param name="folder">Their folder.</param>
    /// <param name="identity">What all that is kept depends on; where that is another one, nothing is kept.</param>
    /// <returns>Null where they cannot be written, or another run adds to them.</returns>
    public static ReleasePack? Open(string folder, string identity)
    {
        FileStream? held = null;
        try
        {
            Directory.CreateDirectory(folder);
            held = new FileStream(Path.Combine(folder, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            var (name, known) = ReadIndex(folder, identity);
            var path = Path.Combine(folder, name ?? NewName());
            if (name is null || !File.Exists(path)) known.Clear();
            var pack = File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete, FileOptions.RandomAccess);
            return new ReleasePack(folder, identity, held, pack, Path.GetFileName(path), known);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            held?.Dispose();
            return null;
        }
    }

    /// <summary>What is kept under a name; null for nothing. From any thread.</summary>
    /// <param name="name">The name.</param>
    /// <param name="key">What it was made of.</param>
    /// <param name="read">Reads it: its image, and its texts.</param>
    public T? Find<T>(string name, string key, Func<ReadOnlySpan<byte>, RenderedParts, T> read) where T : class
    {
        if (!_known.TryGetValue(name, out var entry) || entry.Key != key) return null;
        var bytes = new byte[entry.ImageLength];
        try
        {
            if (RandomAccess.Read(_pack, bytes, entry.At + entry.TextsLength) != bytes.Length || Hash.SumOf(bytes) != entry.Sum) return null;
        }
        catch (IOException)
        {
            return null;
        }

        _present[name] = entry;
        return read(bytes, new RenderedParts(_pack, entry.At));
    }

    /// <summary>Keeps something; from any thread.</summary>
    /// <returns>Its texts; null where it cannot be kept.</returns>
    public RenderedParts? Keep(string name, string key, string? face, ReadOnlySpan<byte> image, ReadOnlySpan<byte> texts)
    {
        var at = Interlocked.Add(ref _length, image.Length + texts.Length) - image.Length - texts.Length;
        try
        {
            RandomAccess.Write(_pack, texts, at);
            RandomAccess.Write(_pack, image, at + texts.Length);
        }
        catch (IOException)
        {
            return null;
        }

        _present[name] = new Entry(key, face, at, texts.Length, image.Length, Hash.SumOf(image));
        _isChanged = true;
        return new RenderedParts(_pack, at);
    }

    /// <summary>What is found or kept under a name of all but its texts, as <see cref="ReleaseImage.FaceOf"/> tells it; null for nothing.</summary>
    public string? FaceOf(string name) => _present.TryGetValue(name, out var entry) ? entry.Face : null;

    /// <summary>Remembers what was found and kept, and nothing else.</summary>
    /// <param name="all">Whether what was not asked for is remembered too.</param>
    public void Save(bool all = false)
    {
        if (all) foreach (var (name, entry) in _known) _present.TryAdd(name, entry);
        if (!_isChanged && _present.Count == _known.Count) return;
        try
        {
            var live = _present.Values.Sum(e => (long)e.TextsLength + e.ImageLength);
            var name = _length > Smallest && _length > 2 * live ? Compact() : _name;
            using var index = new ImageWriter();
            index.Add(Head);
            index.Add(_identity);
            index.Add(name);
            index.Add(_present.Count);
            foreach (var (release, entry) in _present)
            {
                index.Add(release);
                index.Add(entry.Key);
                index.Add(entry.Face);
                index.Add(entry.At);
                index.Add(entry.TextsLength);
                index.Add(entry.ImageLength);
                index.Add(unchecked((long)entry.Sum));
            }

            var temporary = Path.Combine(_folder, "next");
            File.WriteAllBytes(temporary, [.. index.Written, .. BitConverter.GetBytes(Hash.SumOf(index.Written))]);
            File.Move(temporary, Path.Combine(_folder, "index"), overwrite: true);
            foreach (var other in Directory.EnumerateFiles(_folder, Prefix + "*").Where(path => Path.GetFileName(path) != name)) File.Delete(other);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The next run knows less.
        }
    }

    /// <summary>Lets others add to the files. Texts can be read as long as anybody holds them.</summary>
    public void Dispose() => _lock.Dispose();

    /// <summary>Writes what is present into a new pack.</summary>
    private string Compact()
    {
        var name = NewName();
        using var pack = File.OpenHandle(Path.Combine(_folder, name), FileMode.CreateNew, FileAccess.Write);
        var at = 0L;
        foreach (var (release, entry) in _present.ToList())
        {
            var bytes = new byte[entry.TextsLength + entry.ImageLength];
            if (RandomAccess.Read(_pack, bytes, entry.At) != bytes.Length) throw new IOException("The pack is shorter than it was.");
            RandomAccess.Write(pack, bytes, at);
            _present[release] = entry with { At = at };
            at += bytes.Length;
        }

        return name;
    }

    private static (string? Pack, Dictionary<string, Entry> Known) ReadIndex(string folder, string identity)
    {
        var known = new Dictionary<string, Entry>(StringComparer.Ordinal);
        var path = Path.Combine(folder, "index");
        const int sum = sizeof(ulong);
        if (!File.Exists(path) || File.ReadAllBytes(path) is not { Length: > sum } bytes || Hash.SumOf(bytes.AsSpan(..^sum)) != BitConverter.ToUInt64(bytes, bytes.Length - sum)) return (null, known);
        var reader = new ImageReader(bytes.AsSpan(..^sum), []);
        if (reader.Text() != Head || reader.Text() != identity) return (null, known);
        var name = reader.Text();
        for (var count = reader.Small(); known.Count < count;)
            known.Add(reader.Text(), new Entry(reader.Text(), reader.TextOrNull(), reader.Number(), reader.Small(), reader.Small(), unchecked((ulong)reader.Number())));
        return (name, known);
    }

    private static string NewName() => Prefix + Path.GetRandomFileName();

    /// <summary>Where something stands in the pack: its texts, and behind them its image.</summary>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Entry(string Key, string? Face, long At, int TextsLength, int ImageLength, ulong Sum);
}
