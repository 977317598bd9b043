using PressKit.Testing;

namespace PressKit.Benchmarks.Site;

/// <summary>What a generator needs beside the corpus: its templates, in a folder of this project.</summary>
internal static class Peer
{
    public static void Copy(string name, string folder)
    {
        var from = Repository.PathTo("tests", "PressKit.Benchmarks", "Site", "Peers", name);
        foreach (var file in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
        {
            var to = Path.Combine(folder, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(file, to, overwrite: true);
        }
    }
}
