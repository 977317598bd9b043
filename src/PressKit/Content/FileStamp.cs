using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace PressKit.Output.Standing;

/// <summary>What the file system says of a regular file, links followed: as long as all of it stays the same, so do its contents,
/// unless the file is younger than the file system's clock is fine. No program can set the time of the last change.</summary>
/// <param name="Length">In bytes.</param>
/// <param name="Modified">When its contents were written, in nanoseconds since 1970, as programs may set it.</param>
/// <param name="Changed">When anything of it changed, in nanoseconds since 1970.</param>
/// <param name="Inode">Its number, another one where another file took its place.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly partial record struct FileStamp(long Length, long Modified, long Changed, ulong Inode)
{
    // struct statx and its constants are Linux's own, the same on every processor: statx(2), include/uapi/linux/stat.h.
    private const int WorkingFolder = -100;
    private const int NoFollow = 0x100;
    private const uint Wanted = 0x1 | 0x2 | 0x40 | 0x80 | 0x100 | 0x200;
    private const int FileType = 0xF000;
    private const int Regular = 0x8000;

    /// <summary>Whether this system tells enough.</summary>
    public static bool IsToBeHad { get; } = OperatingSystem.IsLinux() && IsKnown();

    /// <summary>The stamp of a file, links followed; null where there is none, or the system does not say enough.</summary>
    public static FileStamp? Of(string path) => Ask(path, 0);

    /// <summary>The length of a regular file; null where there is none, or a link in its place.</summary>
    public static long? LengthOf(string path)
    {
        if (IsToBeHad) return Ask(path, NoFollow)?.Length;
        var file = new FileInfo(path);
        return file.Exists && file.LinkTarget is null ? file.Length : null;
    }

    private static FileStamp? Ask(string path, int flags)
    {
        if (!IsToBeHad) return null;
        Span<byte> answer = stackalloc byte[256];
        var code = Statx(WorkingFolder, path, flags, Wanted, ref MemoryMarshal.GetReference(answer));
        var given = MemoryMarshal.Read<uint>(answer);
        if (code != 0 || (given & Wanted) != Wanted || (MemoryMarshal.Read<ushort>(answer[28..]) & FileType) != Regular) return null;
        return new FileStamp(MemoryMarshal.Read<long>(answer[40..]), Time(answer[112..]), Time(answer[96..]), MemoryMarshal.Read<ulong>(answer[32..]));
    }

    private static bool IsKnown()
    {
        try
        {
            Span<byte> answer = stackalloc byte[256];
            return Statx(WorkingFolder, "/", 0, Wanted, ref MemoryMarshal.GetReference(answer)) == 0 && (MemoryMarshal.Read<uint>(answer) & Wanted) == Wanted;
        }
        catch (EntryPointNotFoundException)
        {
            return false;
        }
    }

    private static long Time(ReadOnlySpan<byte> at) => (MemoryMarshal.Read<long>(at) * 1_000_000_000) + MemoryMarshal.Read<uint>(at[8..]);

    /// <summary>Writes it for a hash.</summary>
    public void CopyTo(Span<byte> bytes)
    {
        BinaryPrimitives.WriteInt64LittleEndian(bytes, Length);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[8..], Modified);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[16..], Changed);
        BinaryPrimitives.WriteUInt64LittleEndian(bytes[24..], Inode);
    }

    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Statx(int folder, string path, int flags, uint mask, ref byte answer);
}
