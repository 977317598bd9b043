namespace PressKit.Output.Standing;

/// <summary>A site of which every file is in its place.</summary>
/// <param name="Manifest">Its manifest.</param>
/// <param name="Count">How many files it has.</param>
internal sealed record PublishedFiles(byte[] Manifest, int Count)
{
    /// <summary>The site in a folder.</summary>
    /// <param name="output">The folder.</param>
    /// <param name="left">The hash that the manifest of the last run ends with.</param>
    /// <returns>Null where the manifest is another one, a file has not the length that it says, or something is left over.</returns>
    public static PublishedFiles? Find(string output, string left)
    {
        var folder = new OutputFolder(output, (_, _) => { });
        if (folder.IsFolder(OutputFolder.PartialName) || folder.ReadManifest() is not { } manifest || Output.Manifest.HashIn(manifest) != left) return null;
        return Output.Manifest.CountInPlace(manifest, output) is { } count ? new PublishedFiles(manifest, count) : null;
    }
}
