using System.Runtime.InteropServices;

namespace PressKit.Editions;

/// <summary>Brings a folder's list of names to the disk: on many file systems a file that is new, or took another's place, can be lost
/// with its name though what it holds was flushed. Where the system has no such call, nothing is done.</summary>
internal static partial class FolderFlush
{
    private const int ReadOnly = 0;

    /// <summary>Flushes the folder of a file.</summary>
    public static void Of(string file)
    {
        if (!OperatingSystem.IsLinux() && !OperatingSystem.IsMacOS()) return;
        var handle = Open(Path.GetDirectoryName(Path.GetFullPath(file))!, ReadOnly);
        if (handle < 0) return;
        // A file system that cannot flush folders says so, and needs it no more than it can.
        _ = Flush(handle);
        _ = Close(handle);
    }

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Flush(int handle);

    [LibraryImport("libc", EntryPoint = "close")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Close(int handle);
}
