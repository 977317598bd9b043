using System.Runtime.InteropServices;
using System.Text;

namespace PressKit.Content;

/// <summary>What the file system says of a regular file, links followed, which tells one state of it from another without reading it.
/// Where the system says enough (<see cref="IsSure"/>), its contents stay the same as long as all of this does, unless the file is
/// younger than the file system's clock is fine.</summary>
/// <param name="Length">In bytes; -1 where there is no such file.</param>
/// <param name="Modified">When its contents were written, in nanoseconds since 1970, as programs may set it.</param>
/// <param name="Changed">When anything of it changed, in nanoseconds since 1970, which no program can set; 0 where the system does not say.</param>
/// <param name="Inode">Its number, another one where another file took its place; 0 where the system does not say.</param>
[StructLayout(LayoutKind.Auto)]
public readonly partial record struct FileStamp(long Length, long Modified, long Changed, ulong Inode)
{
    // struct statx and its constants are Linux's own, the same on every processor: statx(2), include/uapi/linux/stat.h.
    private const int WorkingFolder = -100;
    private const int NoFollow = 0x100;
    private const int Itself = 0x1000;
    private const uint Wanted = 0x1 | 0x2 | 0x40 | 0x80 | 0x100 | 0x200;
    private const int FileType = 0xF000;
    private const int Regular = 0x8000;
    private const int Folder = 0x4000;

    private static readonly FileStamp None = new(-1, 0, 0, 0);

    /// <summary>Whether this system says all of it.</summary>
    public static bool IsSure { get; } = OperatingSystem.IsLinux() && IsKnown();

    /// <summary>The stamp of a file.</summary>
    public static FileStamp Of(string path)
    {
        if (IsSure) return Ask(path, 0) ?? None;
        var file = new FileInfo(path);
        return file.Exists ? new FileStamp(file.Length, (file.LastWriteTimeUtc - DateTime.UnixEpoch).Ticks * TimeSpan.NanosecondsPerTick, 0, 0) : None;
    }

    /// <summary>The length of a regular file; null where there is none, or a link in its place.</summary>
    public static long? LengthOf(string path)
    {
        if (IsSure) return Ask(path, NoFollow)?.Length;
        var file = new FileInfo(path);
        return file.Exists && file.LinkTarget is null ? file.Length : null;
    }

    /// <summary>The same of a path in UTF-8 with a zero behind it.</summary>
    internal static long? LengthOf(ReadOnlySpan<byte> path) => IsSure ? Ask(path, NoFollow)?.Length : LengthOf(Encoding.UTF8.GetString(path[..^1]));

    /// <summary>The stamp of a file by its path in UTF-8 with a zero behind it.</summary>
    internal static FileStamp Of(ReadOnlySpan<byte> path) => IsSure ? Ask(path, 0) ?? None : Of(Encoding.UTF8.GetString(path[..^1]));

    /// <summary>The stamp of a file by its name in an open folder, in UTF-8 with a zero behind it; only where <see cref="IsSure"/>.</summary>
    internal static FileStamp Of(int folder, ReadOnlySpan<byte> name) => Ask(folder, name, 0) ?? None;

    /// <summary>The length of a regular file by its name in an open folder, as <see cref="LengthOf(string)"/> has it; only where <see cref="IsSure"/>.</summary>
    internal static long? LengthOf(int folder, ReadOnlySpan<byte> name) => Ask(folder, name, NoFollow)?.Length;

    /// <summary>The stamp of an open folder, which is another one when anything was added to it or taken from it; only where <see cref="IsSure"/>.</summary>
    internal static FileStamp? OfFolder(int folder) => Ask(folder, "\0"u8, Itself, Folder);

    /// <summary>The stamp of a folder; null where there is none, or the system does not say.</summary>
    internal static FileStamp? OfFolder(string path) => IsSure ? Ask(WorkingFolder, Encoding.UTF8.GetBytes(path + '\0'), 0, Folder) : null;

    /// <summary>Whether a name in an open folder, in UTF-8 with a zero behind it, is that of a folder or leads to one; only where <see cref="IsSure"/>.</summary>
    internal static bool IsFolder(int folder, ReadOnlySpan<byte> name)
    {
        Span<byte> answer = stackalloc byte[256];
        return Statx(folder, ref MemoryMarshal.GetReference(name), 0, Wanted, ref MemoryMarshal.GetReference(answer)) == 0
            && (MemoryMarshal.Read<ushort>(answer[28..]) & FileType) == Folder;
    }

    private static FileStamp? Ask(string path, int flags)
    {
        Span<byte> terminated = stackalloc byte[512];
        if (!Encoding.UTF8.TryGetBytes(path, terminated[..^1], out var length)) return Ask([.. Encoding.UTF8.GetBytes(path), 0], flags);
        terminated[length] = 0;
        return Ask(terminated[..(length + 1)], flags);
    }

    private static FileStamp? Ask(ReadOnlySpan<byte> path, int flags) => Ask(WorkingFolder, path, flags);

    private static FileStamp? Ask(int folder, ReadOnlySpan<byte> path, int flags, int kind = Regular)
    {
        Span<byte> answer = stackalloc byte[256];
        var code = Statx(folder, ref MemoryMarshal.GetReference(path), flags, Wanted, ref MemoryMarshal.GetReference(answer));
        var given = MemoryMarshal.Read<uint>(answer);
        if (code != 0 || (given & Wanted) != Wanted || (MemoryMarshal.Read<ushort>(answer[28..]) & FileType) != kind) return null;
        return new FileStamp(MemoryMarshal.Read<long>(answer[40..]), Time(answer[112..]), Time(answer[96..]), MemoryMarshal.Read<ulong>(answer[32..]));
    }

    private static bool IsKnown()
    {
        try
        {
            Span<byte> answer = stackalloc byte[256];
            return Statx(WorkingFolder, ref MemoryMarshal.GetReference("/\0"u8), 0, Wanted, ref MemoryMarshal.GetReference(answer)) == 0 && (MemoryMarshal.Read<uint>(answer) & Wanted) == Wanted;
        }
        catch (EntryPointNotFoundException)
        {
            return false;
        }
    }

    private static long Time(ReadOnlySpan<byte> at) => (MemoryMarshal.Read<long>(at) * 1_000_000_000) + MemoryMarshal.Read<uint>(at[8..]);

    [LibraryImport("libc", EntryPoint = "statx")]
    private static partial int Statx(int folder, ref byte path, int flags, uint mask, ref byte answer);
}
