namespace PressKit.Content;

/// <summary>Knows releases that were read before.</summary>
internal interface IReleaseMemo
{
    /// <summary>The release in a folder; from any thread.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="read">Reads it.</param>
    /// <param name="problems">Takes what is wrong with it, however it is come by.</param>
    Release? Find(string folder, Func<Problems, Release?> read, Problems problems);
}
