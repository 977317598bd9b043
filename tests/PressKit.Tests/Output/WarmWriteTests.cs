using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using PressKit.Output;
using static PressKit.Tests.Output.SiteFolder;

namespace PressKit.Tests.Output;

/// <summary>A warm write equals a clean one, byte for byte, whatever was in the folder before.</summary>
public sealed class WarmWriteTests
{
    private static readonly string[] Paths =
        ["a", "a/b", "a/b/c", "A", "A/b", "x/index.html", "x/y/index.html", "X", "z.txt", "日本/é.html", "m n"];

    /// <summary>Any of the files that can stand side by side, with contents and keys that do and do not change together.</summary>
    public static Arbitrary<OutputFile[]> Files() => Arb.From(
        from order in Gen.Shuffle(Paths)
        from count in Gen.Choose(0, Paths.Length)
        from contents in Gen.ArrayOf(Gen.Frequency((9, Gen.Elements("", "one", "two", "three")), (1, Gen.Constant(new string('x', 300_000)))), Paths.Length)
        from salts in Gen.ArrayOf(Gen.Choose(0, 2), Paths.Length)
        select SideBySide(order.Take(count).Select((path, i) => Text(path, contents[i], $"{salts[i]}-{Hash.Of(contents[i])}"))));

    [Property(MaxTest = 40, Arbitrary = [typeof(WarmWriteTests)])]
    public void A_warm_write_equals_a_clean_one_and_writes_only_what_differs(OutputFile[][] sites)
    {
        using var warm = new SiteFolder();
        var before = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var site in sites.Take(5))
        {
            warm.Write(site).ShouldNotBeNull();

            using var clean = new SiteFolder();
            clean.Write(site);
            var contents = warm.Contents();
            contents.ShouldBe(clean.Contents());
            warm.Published.Order(StringComparer.Ordinal).ShouldBe(site.Select(file => file.Path)
                .Where(path => !before.TryGetValue(path, out var bytes) || bytes != contents[path])
                .Order(StringComparer.Ordinal));
            before = contents;
        }

        warm.Problems.All.ShouldBeEmpty();
    }

    [Property(MaxTest = 40, Arbitrary = [typeof(WarmWriteTests)])]
    public void A_write_mends_whatever_was_deleted_truncated_or_left_over(OutputFile[] first, OutputFile[] second, int seed)
    {
        using var folder = new SiteFolder();
        using var clean = new SiteFolder();
        folder.Write(first);
        var random = new Random(seed);
        foreach (var file in first)
        {
            if (random.Next(3) == 0) File.Delete(folder.Full(file.Path));
            else if (random.Next(3) == 0) folder.Put(file.Path, "longer or shorter than it was");
        }

        folder.Put($"{OutputFolder.PartialName}/7", "left over");
        folder.Write(second).ShouldNotBeNull();

        clean.Write(second);
        folder.Contents().ShouldBe(clean.Contents());
    }

    [Property(MaxTest = 40, Arbitrary = [typeof(WarmWriteTests)])]
    public void After_a_damaged_manifest_every_file_is_what_it_should_be(OutputFile[] site, int seed)
    {
        using var folder = new SiteFolder();
        using var clean = new SiteFolder();
        folder.Write(site);
        clean.Write(site);
        var manifest = File.ReadAllBytes(folder.Full(OutputFolder.ManifestName));
        var random = new Random(seed);
        if (random.Next(2) == 0) manifest = manifest[..random.Next(manifest.Length)];
        else manifest[random.Next(manifest.Length)] ^= 1;
        File.WriteAllBytes(folder.Full(OutputFolder.ManifestName), manifest);
        foreach (var file in site.Where(_ => random.Next(3) == 0)) folder.Put(file.Path, "changed");

        folder.Write(site).ShouldNotBeNull();

        folder.Problems.All.ShouldHaveSingleItem().Code.ShouldBe("output.manifest-damaged");
        folder.Contents().ShouldBe(clean.Contents());
    }

    private static OutputFile[] SideBySide(IEnumerable<OutputFile> files)
    {
        var chosen = new List<OutputFile>();
        foreach (var file in files)
            if (SitePaths.Of([.. chosen, file], new Problems()) is not null) chosen.Add(file);
        return [.. chosen];
    }
}
