using Xunit;

namespace PressKit.Testing;

/// <summary>The repository that the tests run in.</summary>
public static class Repository
{
    /// <summary>Its folder: the nearest upwards that holds the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>A file or folder in it.</summary>
    public static string PathTo(params string[] names) => Path.Combine([Root, .. names]);

    /// <summary>The folder of a standard's schemas, which stand beside the repository and not in it; the test is skipped
    /// where they are absent.</summary>
    public static string Schema(string standard)
    {
        var folder = Path.GetFullPath(PathTo("..", "shared", "schemas", standard));
        Skip.IfNot(Directory.Exists(folder), $"The schemas of {standard} are not at ../shared/schemas/{standard}.");
        return folder;
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "PressKit.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests do not run inside the repository.");
    }
}
