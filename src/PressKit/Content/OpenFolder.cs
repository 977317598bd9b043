using System.Buffers;
using System.IO.Enumeration;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace PressKit.Content;

/// <summary>What stands in a folder, links followed, sorted by the bytes of the names. Where the system lets it, files are asked about
/// beside their open folder: no path is made or resolved again for each of them.</summary>
internal sealed partial class OpenFolder : IDisposable
{
    // struct linux_dirent64 and the kinds in it: getdents64(2). Flags that have one value on every processor: open(2).
    private const int NameBegins = 19;
    private const byte KindFolder = 4;
    private const byte KindFile = 8;
    private const int NonBlockingAndClosedOnExec = 0x800 | 0x80000;
    private const int OneRead = 32 * 1024;

    private static readonly bool IsFast = FileStamp.IsSure && IsKnown();

    private readonly SafeFileHandle? _handle;
    private readonly string _path;
    private FolderListing? _known;
    private byte[] _names = [];

    // Twice the place of each name, and one more for a folder: framework code that sorts numbers is compiled ahead of time.
    private int[] _entries = new int[16];

    private int _used;

    private OpenFolder(SafeFileHandle? handle, string path, FolderListing known)
    {
        (_handle, _path) = (handle, path);
        if (handle is not null && FileStamp.OfFolder((int)handle.DangerousGetHandle()) is { } stamp)
        {
            FolderStamp = stamp;
            if (stamp == known.Stamp && Take(known)) return;
        }

        _names = ArrayPool<byte>.Shared.Rent(OneRead);
        if (handle is null) List();
        else List(handle);
        _entries.AsSpan(0, Count).Sort((x, y) => NameOf(x).SequenceCompareTo(NameOf(y)));
    }

    /// <summary>How many files and folders there are.</summary>
    public int Count { get; private set; }

    /// <summary>The stamp of the folder itself, from before it was read; null where the system gives none.</summary>
    public FileStamp? FolderStamp { get; }

    /// <summary>Whether it had to be read: not if it is as it was when it was known.</summary>
    public bool IsRead => _known is null;

    /// <summary>Whether something in it is a link, which may lead to a file at one time and to a folder at another.</summary>
    public bool HasLinks { get; private set; }

    /// <summary>Opens a folder by its path; null where there is none.</summary>
    /// <param name="path">The path.</param>
    /// <param name="known">What is known of it; none by default.</param>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static OpenFolder? Open(string path, FolderListing known = default) => Open(path, IsFast, known);

    /// <summary>The same, beside the open folder or by paths.</summary>
    internal static OpenFolder? Open(string path, bool isFast, FolderListing known = default)
    {
        if (!Directory.Exists(path)) return null;
        return new OpenFolder(isFast ? Handle(-100, Encoding.UTF8.GetBytes(path + '\0'), path) : null, path, known);
    }

    /// <summary>Opens the folder at a place; from any thread.</summary>
    /// <param name="place">Its place in this one.</param>
    /// <param name="known">What is known of it; none by default.</param>
    /// <exception cref="IOException">It cannot be read.</exception>
    public OpenFolder Open(int place, FolderListing known = default)
    {
        var path = Path.Join(_path, NameAt(place));
        return new OpenFolder(_handle is { } handle ? Handle((int)handle.DangerousGetHandle(), _names.AsSpan(_entries[place] / 2), path) : null, path, known);
    }

    /// <summary>Whether there is a folder at a place, and not a file.</summary>
    public bool IsFolder(int place) => _entries[place] % 2 == 1;

    /// <summary>The name at a place, in UTF-8.</summary>
    public ReadOnlySpan<byte> Name(int place) => NameOf(_entries[place]);

    /// <summary>The name at a place.</summary>
    public string NameAt(int place) => Encoding.UTF8.GetString(Name(place));

    /// <summary>The stamp of the file at a place.</summary>
    public FileStamp Stamp(int place) => _handle is { } handle
        ? FileStamp.Of((int)handle.DangerousGetHandle(), _names.AsSpan(_entries[place] / 2))
        : FileStamp.Of(Path.Join(_path, NameAt(place)));

    /// <summary>What stands in it, for another time.</summary>
    public ReadOnlyMemory<byte> Entries()
    {
        if (_known is { } known) return known.Entries;
        var (entries, end) = (new byte[_used + (Count * (1 + sizeof(int)))], 0);
        for (var place = 0; place < Count; place++)
        {
            entries[end] = (byte)(IsFolder(place) ? 1 : 0);
            Name(place).CopyTo(entries.AsSpan(end + 1));
            end += 1 + Name(place).Length + 1 + (IsFolder(place) ? sizeof(int) : 0);
        }

        return entries.AsMemory(0, end);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _handle?.Dispose();
        if (IsRead) ArrayPool<byte>.Shared.Return(_names);
        (_names, Count) = ([], 0);
    }

    private bool Take(FolderListing known)
    {
        if (!MemoryMarshal.TryGetArray(known.Entries, out var entries)) return false;
        (_known, _names) = (known, entries.Array!);
        for (var entry = new ListedEntries(entries); entry.MoveNext();) Add(entries.Offset + entry.Start, entry.IsFolder);
        return true;
    }

    private void List(SafeFileHandle handle)
    {
        while (true)
        {
            if (_names.Length - _used < OneRead / 4) Grow();
            var read = (int)Read((int)handle.DangerousGetHandle(), ref _names[_used], (nuint)(_names.Length - _used));
            if (read < 0) throw new IOException($"{_path} cannot be read.");
            if (read == 0) return;
            for (var end = _used + read; _used < end;)
            {
                var record = _names.AsSpan(_used);
                var name = record[NameBegins..];
                name = name[..name.IndexOf((byte)0)];
                var kind = record[NameBegins - 1];
                if (!name.SequenceEqual("."u8) && !name.SequenceEqual(".."u8))
                {
                    HasLinks |= kind is not (KindFolder or KindFile);
                    var isFolder = kind == KindFolder
                        || (kind != KindFile && FileStamp.IsFolder((int)handle.DangerousGetHandle(), record[NameBegins..]));
                    Add(_used + NameBegins, isFolder);
                }

                _used += MemoryMarshal.Read<ushort>(record[16..]);
            }
        }
    }

    private void List()
    {
        var all = new FileSystemEnumerable<Found>(_path, (ref FileSystemEntry e) => new Found(e.FileName.ToString(), e.IsDirectory),
            new EnumerationOptions { AttributesToSkip = FileAttributes.None, IgnoreInaccessible = false });
        foreach (var (name, isFolder) in all)
        {
            while (_names.Length - _used <= Encoding.UTF8.GetMaxByteCount(name.Length)) Grow();
            var length = Encoding.UTF8.GetBytes(name, _names.AsSpan(_used));
            _names[_used + length] = 0;
            Add(_used, isFolder);
            _used += length + 1;
        }
    }

    private void Add(int start, bool isFolder)
    {
        if (Count == _entries.Length) Array.Resize(ref _entries, 2 * Count);
        _entries[Count++] = (2 * start) + (isFolder ? 1 : 0);
    }

    private ReadOnlySpan<byte> NameOf(int entry)
    {
        var name = _names.AsSpan(entry / 2);
        return name[..name.IndexOf((byte)0)];
    }

    private void Grow()
    {
        var more = ArrayPool<byte>.Shared.Rent(2 * _names.Length);
        _names.AsSpan(0, _used).CopyTo(more);
        ArrayPool<byte>.Shared.Return(_names);
        _names = more;
    }

    private static SafeFileHandle Handle(int folder, ReadOnlySpan<byte> path, string whole)
    {
        var handle = OpenAt(folder, ref MemoryMarshal.GetReference(path), NonBlockingAndClosedOnExec, 0);
        return handle >= 0 ? new SafeFileHandle(handle, ownsHandle: true) : throw new IOException($"{whole} cannot be opened.");
    }

    private static bool IsKnown()
    {
        try
        {
            byte none = 0;
            return Read(-1, ref none, 0) < 0;
        }
        catch (EntryPointNotFoundException)
        {
            return false;
        }
    }

    [LibraryImport("libc", EntryPoint = "openat")]
    private static partial int OpenAt(int folder, ref byte path, int flags, int mode);

    [LibraryImport("libc", EntryPoint = "getdents64")]
    private static partial nint Read(int folder, ref byte entries, nuint length);

    /// <summary>What the system's own way finds.</summary>
    private sealed record Found(string Name, bool IsFolder);
}
