using System.Runtime.InteropServices;

namespace PressKit.Review.Desk;

/// <summary>What tells one state of a file from another without reading it; a file that is not there has a length of -1.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct FileStamp(long Length, DateTime Written)
{
    /// <summary>The stamp of a file.</summary>
    public static FileStamp Of(string path)
    {
        var file = new FileInfo(path);
        return file.Exists ? new FileStamp(file.Length, file.LastWriteTimeUtc) : new FileStamp(-1, default);
    }
}
