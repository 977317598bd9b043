namespace PressKit.Cli.Tests;

/// <summary>Compares sites byte for byte.</summary>
internal static class Same
{
    public static void Site(SortedDictionary<string, byte[]> actual, SortedDictionary<string, byte[]> expected)
    {
        actual.Keys.ShouldBe(expected.Keys);
        foreach (var (path, bytes) in expected) actual[path].AsSpan().SequenceEqual(bytes).ShouldBeTrue($"{path} has other bytes.");
    }
}
