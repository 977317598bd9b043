namespace PressKit.Testing;

/// <summary>A folder of a test's own, deleted with everything in it when the test is done.</summary>
/// <param name="inMemory">Whether it lies in memory where the system has such a place; it is for many small files.</param>
public sealed class TemporaryFolder(bool inMemory = false) : IDisposable
{
    private const string Memory = "/dev/shm";

    /// <summary>Its path.</summary>
    public string Path { get; } = inMemory && Directory.Exists(Memory)
        ? Directory.CreateDirectory(System.IO.Path.Combine(Memory, $"presskit-{System.IO.Path.GetRandomFileName()}")).FullName
        : Directory.CreateTempSubdirectory("presskit-").FullName;

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(Path, recursive: true);
}
