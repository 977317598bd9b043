using System.Text;
using PressKit.Output;
using static PressKit.Tests.Output.SiteFolder;

namespace PressKit.Tests.Output;

public sealed class SiteWriterTests : IDisposable
{
    private readonly SiteFolder _site = new();

    public static TheoryData<string> BadPaths => new(
        "", "/a", "a/", "a//b", "../a", "a/../b", "./a", "a\\b", "C:/a", "a/con", "a/CON.html", "nul/b", "lpt1.txt", "a.",
        "a /b", "a\nb", "a?b", ".presskit-manifest", ".presskit-lock/a", new string('a', 256));

    public static TheoryData<string, string> Collisions => new()
    {
        { "a", "a" }, { "a/b", "A/B" }, { "a", "a/b" }, { "A/b/c", "a/B" }, { "it/é", "it/É" },
    };

    [Fact]
    public void Write_puts_every_file_in_place_and_counts_it()
    {
        _site.Write(Text("theme/a.css", "body"), Text("it/index.html", "ciao")).ShouldBe(new WriteSummary(2, 0, 0, 8));

        _site.Read("theme/a.css").ShouldBe("body");
        _site.Read("it/index.html").ShouldBe("ciao");
        _site.Has(OutputFolder.PartialName).ShouldBeFalse();
    }

    [Fact]
    public void Write_renders_nothing_and_touches_nothing_when_nothing_changed()
    {
        _site.Write(Text("a", "1"), Text("b/c", "2"));
        var manifest = File.GetLastWriteTimeUtc(_site.Full(OutputFolder.ManifestName));

        _site.Write(Never("a", "1"), Never("b/c", "2")).ShouldBe(new WriteSummary(0, 2, 0, 0));

        _site.Steps.ShouldBe(["lock .presskit-lock"]);
        File.GetLastWriteTimeUtc(_site.Full(OutputFolder.ManifestName)).ShouldBe(manifest);
    }

    [Fact]
    public void Write_renders_again_what_has_another_key_and_leaves_the_same_bytes_alone()
    {
        _site.Write(Text("a", "1"), Text("b", "2"));
        File.SetLastWriteTimeUtc(_site.Full("a"), DateTime.UnixEpoch);

        _site.Write(Text("a", "1", "another"), Never("b", "2")).ShouldBe(new WriteSummary(0, 2, 0, 0));

        File.GetLastWriteTimeUtc(_site.Full("a")).ShouldBe(DateTime.UnixEpoch);
        _site.Write(Never("a", "1", "another"), Never("b", "2")).ShouldBe(new WriteSummary(0, 2, 0, 0));
    }

    [Fact]
    public void Write_renders_again_what_another_version_of_the_tool_wrote()
    {
        _site.Write("1", [Text("a", "1", "key"), Text("b", "2")]);

        _site.Write("2", [Text("a", "one", "key"), Text("b", "2")]).ShouldBe(new WriteSummary(1, 1, 0, 3));

        _site.Read("a").ShouldBe("one");
        _site.Write("2", [Never("a", "one", "key"), Never("b", "2")]).ShouldBe(new WriteSummary(0, 2, 0, 0));
    }

    [Fact]
    public void Write_puts_new_files_in_place_first_then_changed_ones_then_deletes()
    {
        _site.Write(Text("style", "1"), Text("page/one", "1"), Text("page/old/x", "1"), Text("list", "1"));

        _site.Write(Text("style", "2"), Text("page/one", "2"), Text("page/two", "2"), Text("list", "2"), Text("feed", "2"));

        _site.Steps.Where(s => s.Split(' ')[0] is "publish" or "delete" or "remove").ShouldBe(
            ["publish page/two", "publish feed", "publish style", "publish page/one", "publish list",
                "delete page/old/x", "remove page/old"]);
    }

    [Fact]
    public void Write_deletes_only_what_it_wrote()
    {
        _site.Write(Text("a/b", "1"), Text("c/d", "1"));
        _site.Put("a/mine.txt", "mine");

        _site.Write().ShouldBe(new WriteSummary(0, 0, 2, 0));

        _site.Contents().Keys.ShouldBe([".presskit-lock", ".presskit-manifest", "a", "a/mine.txt"]);
    }

    [Theory]
    [InlineData("a", "a/b")]
    [InlineData("a/b", "a")]
    [InlineData("a/b/c", "a")]
    [InlineData("a/b", "A/b")]
    public void Write_lets_an_address_turn_into_a_folder_back_and_into_other_letters(string before, string after)
    {
        _site.Write(Text(before, "1"));

        _site.Write(Text(after, "2")).ShouldBe(new WriteSummary(1, 0, 1, 1));

        _site.Read(after).ShouldBe("2");
        Directory.GetFiles(_site.Path, "*", SearchOption.AllDirectories).Length.ShouldBe(3);
    }

    [Fact]
    public void Write_restores_what_was_deleted_or_truncated_by_hand()
    {
        _site.Write(Text("a", "one"), Text("b", "two"), Text("c", "three"));
        File.Delete(_site.Full("a"));
        File.WriteAllText(_site.Full("b"), "t");

        _site.Write(Text("a", "one"), Text("b", "two"), Never("c", "three")).ShouldBe(new WriteSummary(2, 1, 0, 6));

        _site.Read("a").ShouldBe("one");
        _site.Read("b").ShouldBe("two");
    }

    [Fact]
    public void Write_takes_files_of_any_length_and_renderers_that_close_the_stream()
    {
        var bytes = new byte[3_000_000];
        new Random(1).NextBytes(bytes);
        OutputFile[] files =
        [
            new("big", "1", stream =>
            {
                foreach (var part in bytes.Chunk(70_001)) stream.Write(part);
                stream.Dispose();
            }),
            new("whole", "1", stream => stream.Write(bytes)),
            new("empty", "1", _ => { }),
            new("text", "1", stream =>
            {
                using var text = new StreamWriter(stream, new UTF8Encoding(false));
                text.Write("ciao");
            }),
        ];

        _site.Write(files).ShouldBe(new WriteSummary(4, 0, 0, 6_000_004));

        File.ReadAllBytes(_site.Full("big")).ShouldBe(bytes);
        File.ReadAllBytes(_site.Full("whole")).ShouldBe(bytes);
        _site.Read("empty").ShouldBeEmpty();
        _site.Read("text").ShouldBe("ciao");
        _site.Write(files.Select(f => f with { Key = "2" })).ShouldBe(new WriteSummary(0, 4, 0, 0));
    }

    [Fact]
    public void Write_leaves_nothing_half_written_when_a_renderer_throws()
    {
        _site.Write(Text("a", "1"), Text("b", "1"));

        Should.Throw<InvalidDataException>(() => _site.Write(Text("a", "2"), new OutputFile("b", "2", stream =>
        {
            stream.Write(new byte[1_000_000]);
            throw new InvalidDataException();
        })));

        _site.Read("b").ShouldBe("1");
        _site.Write(Text("a", "2"), Text("b", "2"));
        _site.Contents().Keys.ShouldBe([".presskit-lock", ".presskit-manifest", "a", "b"]);
        _site.Read("b").ShouldBe("2");
    }

    [Fact]
    public void Write_stops_when_it_is_cancelled_and_the_next_run_finishes()
    {
        using var cancellation = new CancellationTokenSource();
        _site.Write(Text("index.html", "x"));
        var files = Enumerable.Range(0, 200).Select(i => Text($"f{i:000}", "x")).ToList();
        var first = files.Select((f, i) => i == 100 ? f with { Write = _ => cancellation.Cancel() } : f);

        Should.Throw<OperationCanceledException>(() =>
            new SiteWriter(_site.Path, "1", _site.Problems).Write(first, cancellation.Token));

        _site.Write(files).ShouldNotBeNull().Written.ShouldBeLessThan(200);
        _site.Contents().Keys.Count(name => name[0] == 'f').ShouldBe(200);
        _site.Read("f100").ShouldBe("x");
    }

    [Fact]
    public void A_first_site_is_nowhere_to_be_seen_until_all_of_it_is_there()
    {
        OutputFile[] files = [Text("theme/a.css", "1"), Text("it/index.html", "2"), Text("robots.txt", "3"), Text("en/p/index.html", "4"), Text("index.html", "5")];
        Should.Throw<InvalidDataException>(() => _site.Write([.. files, new OutputFile("feed.xml", "6", _ => throw new InvalidDataException())]));
        _site.Contents().Keys.Where(name => name[0] != '.').ShouldBeEmpty();

        _site.Write(files).ShouldBe(new WriteSummary(5, 0, 0, 5));

        _site.Steps.Where(s => !s.StartsWith("temporary", StringComparison.Ordinal)).ShouldBe([
            "lock .presskit-lock", "clean .presskit-partial", "manifest .presskit-manifest",
            "publish theme", "publish it", "publish en", "publish robots.txt", "publish index.html", "manifest .presskit-manifest", "clean .presskit-partial",
        ]);
        _site.Read("en/p/index.html").ShouldBe("4");
    }

    [Fact]
    public void A_folder_that_is_not_empty_and_not_its_own_is_refused()
    {
        _site.Put("thesis.doc", "years of work");

        _site.Write(Text("a", "1")).ShouldBeNull();

        _site.Problems.All.ShouldHaveSingleItem().Code.ShouldBe("output.not-ours");
        _site.Contents().Keys.ShouldBe(["thesis.doc"]);
    }

    [Fact]
    public void A_path_that_is_a_file_is_refused()
    {
        File.WriteAllText(_site.Path, "a file");

        _site.Write(Text("a", "1")).ShouldBeNull();

        _site.Problems.All.ShouldHaveSingleItem().Code.ShouldBe("output.not-ours");
    }

    [Fact]
    public void A_folder_with_a_gitignore_only_is_as_good_as_empty()
    {
        _site.Put(".gitignore", "*");

        _site.Write(Text("a", "1")).ShouldNotBeNull();

        _site.Read(".gitignore").ShouldBe("*");
    }

    [Fact]
    public void A_file_of_somebody_else_in_the_way_is_left_alone_and_reported()
    {
        _site.Write(Text("a", "1"));
        _site.Put("robots.txt", "mine");
        _site.Put("b/c/mine", "mine");
        var before = _site.Contents();

        _site.Write(Text("a", "2"), Text("robots.txt", "theirs"), Text("b/c", "")).ShouldBeNull();

        _site.Problems.All.Select(p => $"{p.Code} {p.Place}").ShouldBe(
            ["output.foreign-file b/c/mine", "output.foreign-file robots.txt"]);
        _site.Contents().ShouldBe(before);
    }

    [Theory]
    [MemberData(nameof(BadPaths))]
    public void A_path_that_no_site_can_have_is_refused(string path)
    {
        _site.Write(Text("a.html", "1"), Text(path, "2")).ShouldBeNull();

        _site.Problems.All.ShouldHaveSingleItem().Code.ShouldBe("output.path-invalid");
        Directory.Exists(_site.Path).ShouldBeFalse();
    }

    [Theory]
    [MemberData(nameof(Collisions))]
    public void Two_files_that_some_system_cannot_hold_side_by_side_are_refused(string one, string other)
    {
        _site.Write(Text(one, "1"), Text(other, "2")).ShouldBeNull();

        _site.Problems.All.ShouldAllBe(p => p.Code == "output.path-collision");
        _site.Problems.HasErrors.ShouldBeTrue();
        Directory.Exists(_site.Path).ShouldBeFalse();
    }

    [Fact]
    public void A_second_run_at_the_same_time_is_refused()
    {
        WriteSummary? second = new(0, 0, 0, 0);
        var inner = new Problems();

        _site.Write(new OutputFile("a", "1", _ => second = new SiteWriter(_site.Path, "1", inner).Write([], CancellationToken.None)));

        second.ShouldBeNull();
        inner.All.ShouldHaveSingleItem().Code.ShouldBe("output.locked");
        _site.Has("a").ShouldBeTrue();
    }

    [SkippableFact]
    public void A_link_to_a_folder_is_not_written_through()
    {
        Skip.If(OperatingSystem.IsWindows(), "Creating symbolic links needs privileges on Windows.");
        using var elsewhere = new PressKit.Testing.TemporaryFolder();
        File.WriteAllText(Path.Join(elsewhere.Path, "b"), "mine");
        _site.Write(Text("a/b", "1"), Text("c", "1"));
        Directory.Delete(_site.Full("a"), recursive: true);
        Directory.CreateSymbolicLink(_site.Full("a"), elsewhere.Path);

        _site.Write(Text("a/b", "2"), Text("c", "1")).ShouldBeNull();
        _site.Problems.All.ShouldHaveSingleItem().Code.ShouldBe("output.symbolic-link");
        _site.Write(Text("c", "1")).ShouldBe(new WriteSummary(0, 1, 0, 0));

        File.ReadAllText(Path.Join(elsewhere.Path, "b")).ShouldBe("mine");
    }

    [SkippableFact]
    public void A_link_to_a_file_is_replaced_and_what_it_leads_to_is_left_alone()
    {
        Skip.If(OperatingSystem.IsWindows(), "Creating symbolic links needs privileges on Windows.");
        using var elsewhere = new PressKit.Testing.TemporaryFolder();
        var mine = Path.Join(elsewhere.Path, "mine");
        File.WriteAllText(mine, "1");
        _site.Write(Text("a", "1"), Text("b", "1"));
        foreach (var name in (string[])["a", "b"])
        {
            File.Delete(_site.Full(name));
            File.CreateSymbolicLink(_site.Full(name), name == "a" ? mine : elsewhere.Path);
        }

        _site.Write(Text("a", "1"), Text("b", "1")).ShouldBe(new WriteSummary(2, 0, 0, 2));

        new FileInfo(_site.Full("a")).LinkTarget.ShouldBeNull();
        new FileInfo(_site.Full("b")).LinkTarget.ShouldBeNull();
        File.ReadAllText(mine).ShouldBe("1");
    }

    [Theory]
    [InlineData("")]
    [InlineData("presskit-manifest 1\ntool 1\n= k ")]
    [InlineData("presskit-manifest 9\nsomething else entirely\n")]
    [InlineData("cut")]
    [InlineData("changed")]
    public void A_damaged_manifest_is_noticed_and_everything_compared(string damage)
    {
        _site.Write(Text("a", "1"), Text("b", "2"), Text("c", "3"), Text("old", "4"));
        var manifest = _site.Read(OutputFolder.ManifestName);
        _site.Put(OutputFolder.ManifestName, damage switch
        {
            "cut" => manifest[..^50],
            "changed" => manifest.Replace(Hash.Of("2"), Hash.Of("x"), StringComparison.Ordinal),
            _ => damage,
        });
        _site.Put("b", "!");
        File.Delete(_site.Full("c"));

        _site.Write(Text("a", "1"), Text("b", "2"), Text("c", "3")).ShouldNotBeNull().Written.ShouldBe(2);

        _site.Read("b").ShouldBe("2");
        _site.Read("c").ShouldBe("3");
        var problem = _site.Problems.All.ShouldHaveSingleItem();
        (problem.Code, problem.Severity).ShouldBe(("output.manifest-damaged", Severity.Warning));
        _site.Write(Never("a", "1"), Never("b", "2"), Never("c", "3")).ShouldBe(new WriteSummary(0, 3, 0, 0));
    }

    [Fact]
    public void A_damaged_manifest_deletes_only_what_still_has_the_bytes_that_it_lists()
    {
        _site.Write(Text("a", "1"), Text("old", "2"), Text("edited", "3"));
        _site.Put("edited", "!");
        _site.Put(OutputFolder.ManifestName, _site.Read(OutputFolder.ManifestName).Replace("tool 1", "tool 2", StringComparison.Ordinal));

        _site.Write(Text("a", "1")).ShouldNotBeNull().Deleted.ShouldBe(1);

        _site.Contents().Keys.ShouldBe([".presskit-lock", ".presskit-manifest", "a", "edited"]);
    }

    [SkippableFact]
    public void What_the_system_refuses_is_a_problem_and_the_next_run_finishes()
    {
        Skip.If(OperatingSystem.IsWindows(), "A folder can be made out of a file's place on Unix only.");
        _site.Write(Text("a", "1"), Text("b", "1"));
        File.Delete(_site.Full("b"));
        Directory.CreateDirectory(_site.Full("b"));

        _site.Write(Text("a", "2"), Text("b", "2")).ShouldBeNull();
        _site.Problems.All.ShouldHaveSingleItem().Code.ShouldBe("output.interrupted");
        Directory.Delete(_site.Full("b"));

        _site.Write(Text("a", "2"), Text("b", "2")).ShouldNotBeNull();
        (_site.Read("a") + _site.Read("b")).ShouldBe("22");
    }

    [Fact]
    public void A_key_that_is_not_one_word_is_the_programmers_mistake() =>
        Should.Throw<ArgumentException>(() => _site.Write(Text("a", "1", "two words")));

    public void Dispose() => _site.Dispose();

    /// <summary>The file that <see cref="Text"/> makes, which must not be rendered.</summary>
    private static OutputFile Never(string path, string text, string? key = null) =>
        Text(path, text, key) with { Write = _ => throw new InvalidOperationException($"{path} was rendered.") };
}
