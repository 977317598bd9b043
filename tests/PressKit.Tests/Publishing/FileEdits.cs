namespace PressKit.Tests.Publishing;

/// <summary>What becomes of files without their being edited, and of what can be deleted or damaged at any time.</summary>
internal static class FileEdits
{
    public static IReadOnlyList<Edit> All { get; } =
    [
        new("nothing", _ => { }),
        new("a file is saved as it was", n => { if (Any(n) is { } file) n.Write(file, File.ReadAllBytes(n.Full(file))); }),
        new("a file gets another time", n => { if (Any(n) is { } file) File.SetLastWriteTimeUtc(n.Full(file), DateTime.UnixEpoch.AddDays(n.Random.Next(30_000))); }),
        new("a letter changes, the length and the time do not", SameStamp),
        new("a letter changes in place, the length and the time do not", SameStamp),
        new("two files change places", Exchange),
        new("a file is undone", n => { if (Any(n) is { } file) n.CheckOut(1, path => path == file); }),
        new("the last step is undone", n => n.CheckOut(1, _ => true)),
        new("an earlier state is checked out", n => n.CheckOut(n.Random.Next(1, 30), _ => true)),
        new("another branch's texts are checked out", n => n.CheckOut(n.Random.Next(1, 30), path => path.StartsWith("content/releases", StringComparison.Ordinal))),
        new("the caches are deleted", n => n.Delete(".presskit")),
        new("a cache is deleted", n => { if (n.One(n.Files(".presskit")) is { } file) n.Delete(file); }),
        new("a cache is damaged", n => Damage(n, n.One(n.Files(".presskit")))),
        new("all caches are damaged", n => { foreach (var file in n.Files(".presskit")) Damage(n, file); }),
        new("the manifest is damaged", n => Damage(n, "output/.presskit-manifest")),
        new("a published file is lost", n => { if (Published(n) is { } file) n.Delete(file); }),
        new("a published file is cut off", n => { if (Published(n) is { } file && new FileInfo(n.Full(file)).Length > 0) File.WriteAllBytes(n.Full(file), File.ReadAllBytes(n.Full(file))[..^1]); }),
        new("the site is lost", n => n.Delete("output")),
    ];

    private static string? Any(EditedNewsroom newsroom) => newsroom.One([.. newsroom.Files("content"), .. newsroom.Files("templates")]);

    private static string? Published(EditedNewsroom newsroom) => newsroom.One([.. newsroom.Files("output").Where(f => !f.Contains("/.presskit", StringComparison.Ordinal))]);

    private static void SameStamp(EditedNewsroom newsroom)
    {
        if (newsroom.One([.. newsroom.Files("content", ".md"), .. newsroom.Files("content", ".yml"), .. newsroom.Files("templates", ".hbs")]) is not { } file) return;
        var (full, isInPlace) = (newsroom.Full(file), newsroom.Random.Next(2) == 0);
        var (text, time) = (File.ReadAllText(full), File.GetLastWriteTimeUtc(full));
        var at = text.LastIndexOf(newsroom.One(["a", "e", "o", "1"])!, StringComparison.Ordinal);
        if (at < 0) return;
        var written = isInPlace ? full : full + "~";
        File.WriteAllText(written, $"{text[..at]}{newsroom.One(["i", "u", "2"])}{text[(at + 1)..]}");
        File.SetLastWriteTimeUtc(written, time);
        if (!isInPlace) File.Move(written, full, overwrite: true);
    }

    private static void Exchange(EditedNewsroom newsroom)
    {
        if (newsroom.One(newsroom.Files("content/releases", "/it.md")) is not { } one || newsroom.One(newsroom.Files("content/releases", "/it.md")) is not { } other || one == other) return;
        File.Move(newsroom.Full(one), newsroom.Full("between"));
        File.Move(newsroom.Full(other), newsroom.Full(one));
        File.Move(newsroom.Full("between"), newsroom.Full(other));
    }

    private static void Damage(EditedNewsroom newsroom, string? path)
    {
        if (path is null || !newsroom.Has(path)) return;
        var bytes = File.ReadAllBytes(newsroom.Full(path));
        if (bytes.Length == 0) return;
        switch (newsroom.Random.Next(4))
        {
            case 0: bytes = []; break;
            case 1: bytes = bytes[..newsroom.Random.Next(bytes.Length)]; break;
            case 2: bytes = [.. bytes, 0]; break;
            default: bytes[newsroom.Random.Next(bytes.Length)] ^= (byte)(1 << newsroom.Random.Next(8)); break;
        }

        File.WriteAllBytes(newsroom.Full(path), bytes);
    }
}
