using System.Runtime.InteropServices;
using PressKit.Content;

namespace PressKit.Output.Standing;

/// <summary>What the file system said of all files in a folder and below it.</summary>
/// <param name="Path">The folder, from the newsroom's.</param>
/// <param name="Key">The hash of every file's name and stamp; of its contents where the system gives no stamp.</param>
/// <param name="IsYoung">Whether a file may yet change without another stamp, so that the key alone proves nothing.</param>
/// <param name="Folders">The folders in it.</param>
internal sealed record FolderStamps(string Path, FolderKey Key, bool IsYoung, FolderStamps[] Folders)
{
    /// <summary>The hash of the folder's own files alone, of a topmost one; null where one of them may yet change without another stamp.</summary>
    public FolderKey? Files { get; init; }

    /// <summary>What stands in it, for the next look.</summary>
    public FolderListing Listing { get; init; }
}

/// <summary>The first 128 bits of a hash: no text, for there are very many, and no <see cref="UInt128"/>, of which nothing is compiled ahead
/// of time.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct FolderKey(ulong First, ulong Second)
{
    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"{First:x16}{Second:x16}");
}
