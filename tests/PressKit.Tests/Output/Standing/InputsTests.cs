using PressKit.Content;
using PressKit.Output.Standing;
using PressKit.Testing;

namespace PressKit.Tests.Output.Standing;

public sealed class InputsTests : IDisposable
{
    private static readonly DateTime LongAgo = new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void They_are_the_same_as_long_as_nothing_changes()
    {
        Write("content/a.md", "a");
        Write("content/media/b.png", "b");
        Write("templates/press/head.hbs", "c");
        var earlier = Look();

        Look().Are(earlier, _folder.Path).ShouldBeTrue();
    }

    [Theory]
    [InlineData("edited")]
    [InlineData("edited, with the same length")]
    [InlineData("replaced, with the same length and time")]
    [InlineData("deleted")]
    [InlineData("renamed")]
    [InlineData("added")]
    [InlineData("added in a new folder")]
    [InlineData("a new folder")]
    [InlineData("a template")]
    [InlineData("a file that was here before, with its time")]
    public void Whatever_changes_is_noticed(string change)
    {
        Write("content/a.md", "a");
        Write("content/b.md", "bb");
        Write("templates/press/head.hbs", "c");
        File.SetLastWriteTimeUtc(Path("content/a.md"), LongAgo);
        var earlier = Look();

        switch (change)
        {
            case "edited": Write("content/a.md", "aa"); break;
            case "edited, with the same length": Write("content/a.md", "x"); break;
            case "replaced, with the same length and time":
                Write("content/new", "x");
                File.SetLastWriteTimeUtc(Path("content/new"), LongAgo);
                File.Move(Path("content/new"), Path("content/a.md"), overwrite: true);
                break;
            case "deleted": File.Delete(Path("content/a.md")); break;
            case "renamed": File.Move(Path("content/a.md"), Path("content/c.md")); break;
            case "added": Write("content/c.md", ""); break;
            case "added in a new folder": Write("content/c/c.md", ""); break;
            case "a new folder": Directory.CreateDirectory(Path("content/c")); break;
            case "a template": Write("templates/press/head.hbs", "d"); break;
            default:
                Write("content/a.md", "x");
                File.SetLastWriteTimeUtc(Path("content/a.md"), LongAgo);
                break;
        }

        Look().Are(earlier, _folder.Path).ShouldBeFalse();
    }

    [SkippableTheory]
    [InlineData("a file is added")]
    [InlineData("a file is deleted")]
    [InlineData("a file is renamed")]
    [InlineData("a file becomes a folder")]
    [InlineData("a folder is added")]
    [InlineData("a folder is deleted")]
    [InlineData("a folder is renamed")]
    [InlineData("a folder is replaced")]
    [InlineData("nothing but the memory is deleted")]
    [InlineData("nothing but the memory is damaged")]
    public void A_folder_that_is_as_it_was_is_not_read_again(string change)
    {
        Skip.IfNot(FileStamp.IsSure, "The system gives no stamps.");
        Write("content/releases/a/it.md", "a");
        Write("content/releases/b/it.md", "b");
        Write("content/releases/b/media/b.png", "b");
        Write("elsewhere/it.md", "b");
        var earlier = LookAgain();
        LookAgain().Stamps.ShouldBe(earlier.Stamps);

        switch (change)
        {
            case "a file is added": Write("content/releases/b/media/c.png", ""); break;
            case "a file is deleted": File.Delete(Path("content/releases/a/it.md")); break;
            case "a file is renamed": File.Move(Path("content/releases/a/it.md"), Path("content/releases/a/en.md")); break;
            case "a file becomes a folder":
                File.Delete(Path("content/releases/a/it.md"));
                Directory.CreateDirectory(Path("content/releases/a/it.md"));
                break;
            case "a folder is added": Write("content/releases/aa/it.md", "a"); break;
            case "a folder is deleted": Directory.Delete(Path("content/releases/b/media"), recursive: true); break;
            case "a folder is renamed": Directory.Move(Path("content/releases/a"), Path("content/releases/c")); break;
            case "a folder is replaced":
                Directory.Move(Path("content/releases/a"), Path("aside"));
                Directory.Move(Path("elsewhere"), Path("content/releases/a"));
                break;
            case "nothing but the memory is deleted": File.Delete(Path("folders")); break;
            default: File.WriteAllBytes(Path("folders"), [.. File.ReadAllBytes(Path("folders")).Select((b, i) => i == 40 ? (byte)~b : b)]); break;
        }

        var later = LookAgain();
        later.Stamps.ShouldBe(LookMuchLater().Stamps);
        (later.Stamps == earlier.Stamps).ShouldBe(change.StartsWith("nothing", StringComparison.Ordinal));
    }

    [SkippableFact]
    public void What_stands_in_a_folder_is_known_from_when_it_is_old_enough()
    {
        Skip.IfNot(FileStamp.IsSure, "The system gives no stamps.");
        Write("content/a.md", "a");
        Inputs.Of(_folder.Path, Instant(), Path("folders"));
        File.Exists(Path("folders")).ShouldBeFalse();

        LookAgain();
        var known = FolderMemory.Read(Path("folders")).ShouldNotBeNull();
        var content = new ListedEntries(known.At(known.Root).Entries.Span).KeptOf("content"u8);
        using var folder = OpenFolder.Open(Path("content"), known.At(content)).ShouldNotBeNull();
        folder.IsRead.ShouldBeFalse();
        folder.NameAt(0).ShouldBe("a.md");
    }

    [Fact]
    public void What_is_as_young_as_the_clock_is_coarse_is_known_by_its_contents()
    {
        Write("content/a.md", "a");
        var seen = Look();
        seen.Young.Keys.ShouldBe(["content/a.md"]);

        // A file system that counts in seconds gives both the same stamp.
        var earlier = seen with { Young = seen.Young.SetItem("content/a.md", Hash.Of("b"u8)) };
        seen.Are(earlier, _folder.Path).ShouldBeFalse();
        (seen with { Young = seen.Young.Clear() }).Are(earlier, _folder.Path).ShouldBeFalse();
        (seen with { Young = seen.Young.Clear() }).Are(seen, _folder.Path).ShouldBeTrue();
    }

    [SkippableFact]
    public void Links_are_followed_and_those_that_lead_nowhere_or_round_in_a_circle_harm_nothing()
    {
        Skip.If(OperatingSystem.IsWindows(), "Links need a right of their own there.");
        Write("content/a.md", "a");
        Write("elsewhere/b.md", "b");
        File.CreateSymbolicLink(Path("content/b.md"), Path("elsewhere/b.md"));
        File.CreateSymbolicLink(Path("content/nowhere.md"), Path("elsewhere/nowhere.md"));
        var earlier = Look();
        Write("elsewhere/b.md", "x");
        Look().Are(earlier, _folder.Path).ShouldBeFalse();

        Directory.CreateSymbolicLink(Path("content/round"), Path("content"));
        Inputs.Of(_folder.Path, Instant()).ShouldBeNull();
    }

    [Fact]
    public void A_folder_has_a_key_of_all_that_is_in_it()
    {
        Write("content/releases/2026/a/it.md", "a");
        Write("content/releases/2026/a/media/a.png", "a");
        Write("content/releases/2026/b/it.md", "b");
        var earlier = LookMuchLater();
        Write("content/releases/2026/a/media/a.png", "b");
        var later = LookMuchLater();

        later.KeyOf("content/releases/2026/a").ShouldNotBeNull().ShouldNotBe(earlier.KeyOf("content/releases/2026/a").ShouldNotBeNull());
        later.KeyOf("content/releases/2026/b").ShouldNotBeNull().ShouldBe(earlier.KeyOf("content/releases/2026/b").ShouldNotBeNull());
        later.KeyOf("content/releases/2026/c").ShouldBeNull();
    }

    [Fact]
    public void A_folder_with_a_file_that_may_change_without_another_stamp_has_no_key()
    {
        Write("content/releases/2026/a/it.md", "a");

        Look().KeyOf("content/releases/2026/a").ShouldBeNull();
    }

    [Fact]
    public void Two_folders_with_the_same_files_are_the_same_however_they_are_read()
    {
        foreach (var number in Enumerable.Range(0, 700)) Write(FormattableString.Invariant($"content/{new string('n', 90)}{number}.md"), "a");
        Write("content/è/it.md", "a");
        if (!OperatingSystem.IsWindows()) File.CreateSymbolicLink(Path("content/link"), Path("content/è"));

        Listed(isFast: FileStamp.IsSure).ShouldBe(Listed(isFast: false));
    }

    [Fact]
    public void A_stamp_has_the_length_of_a_file_and_none_of_a_folder_or_of_nothing()
    {
        Write("content/a.md", "12345");

        FileStamp.LengthOf(Path("content/a.md")).ShouldBe(5);
        FileStamp.Of(Path("content/b.md")).Length.ShouldBe(-1);
        FileStamp.LengthOf(Path("content")).ShouldBeNull();
        FileStamp.LengthOf(Path("content/b.md")).ShouldBeNull();
        (FileStamp.Of(Path("content/a.md")).Modified / 100).ShouldBe((File.GetLastWriteTimeUtc(Path("content/a.md")) - DateTime.UnixEpoch).Ticks);
    }

    private List<string> Listed(bool isFast)
    {
        using var folder = OpenFolder.Open(Path("content"), isFast).ShouldNotBeNull();
        return [.. Enumerable.Range(0, folder.Count).Select(i => $"{folder.NameAt(i)} {folder.IsFolder(i)} {(folder.IsFolder(i) ? default : folder.Stamp(i))}")];
    }

    private Inputs Look() => Inputs.Of(_folder.Path, Instant())!;

    private Inputs LookMuchLater() => Inputs.Of(_folder.Path, long.MaxValue)!;

    /// <summary>The same, with what stood in the folders remembered; a clock may be so coarse that what happens next has the same time.</summary>
    private Inputs LookAgain()
    {
        for (var since = FileStamp.Of(Instant()); FileStamp.Of(Instant()).Changed <= since.Changed;) { }
        return Inputs.Of(_folder.Path, long.MaxValue, Path("folders"))!;
    }

    private string Instant()
    {
        Write("now", "");
        return Path("now");
    }

    private string Path(string path) => System.IO.Path.Combine(_folder.Path, path);

    private void Write(string path, string text)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path(path))!);
        File.WriteAllText(Path(path), text);
    }
}
