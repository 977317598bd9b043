namespace PressKit.Content;

/// <summary>What a release's <c>revisions/</c> keeps of what was signed off: <c>HASH.md</c>, the text of a source by its hash,
/// and <c>CONTENT.xlf</c>, a translation by the hash of what was approved. A file is read when it is needed and believed only
/// where its hash is right.</summary>
/// <param name="newsroom">The newsroom.</param>
public sealed class RevisionFolder(Newsroom newsroom)
{
    /// <summary>The folder's name in the release's.</summary>
    public const string Name = "revisions";

    private const int LargestTranslation = 20 * 1024 * 1024;

    /// <summary>The source's text as it was; null where it is not kept, or is not what it was.</summary>
    /// <param name="release">The release.</param>
    /// <param name="hash">Its hash.</param>
    public SourceText? Source(Release release, string hash)
    {
        var found = new Problems();
        if (FileOf(release, hash, ".md") is not { } file || TextFile.Read(Path.Combine(newsroom.Folder, file), file, found) is not { } text) return null;
        if (Hash.Of(text) != hash) return null;
        return new FrontMatterReader(Instants.In(newsroom.TimeZone)!, found).Read(text, file, release.Source.Language);
    }

    /// <summary>The file of a translation as it was approved; null where it is not kept.</summary>
    /// <param name="release">The release.</param>
    /// <param name="content">The hash of what was approved.</param>
    public ReadOnlyMemory<byte>? Translation(Release release, string content) => FileOf(release, content, ".xlf") is { } file
        && TextFile.ReadBytes(Path.Combine(newsroom.Folder, file), file, LargestTranslation, new Problems()) is { } bytes ? bytes : (ReadOnlyMemory<byte>?)null;

    // Both hashes come from files that people may write.
    private string? FileOf(Release release, string hash, string extension)
    {
        var file = $"{release.Folder}/{Name}/{hash}{extension}";
        return hash.Length > 0 && hash.All(char.IsAsciiLetterOrDigit) && File.Exists(Path.Combine(newsroom.Folder, file)) ? file : null;
    }
}
