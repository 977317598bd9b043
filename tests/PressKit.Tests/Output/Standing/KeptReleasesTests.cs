using System.Collections.Immutable;
using System.Globalization;
using PressKit.Content;
using PressKit.Content.Markdown;
using PressKit.Editions;
using PressKit.Languages;
using PressKit.Output.Standing;
using PressKit.Testing;

namespace PressKit.Tests.Output.Standing;

public sealed class KeptReleasesTests : IDisposable
{
    // A test does not wait until files are old enough for their stamps.
    private static readonly long Old = new DateTimeOffset(2100, 1, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeSeconds() * 1_000_000_000;

    private readonly TemporaryFolder _folder = new(inMemory: true);

    public KeptReleasesTests()
    {
        var newsroom = Repository.PathTo("content");
        foreach (var path in Directory.EnumerateFiles(newsroom, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(_folder.Path, "content", Path.GetRelativePath(newsroom, path));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(path, copy);
        }
    }

    private string Kept => Path.Combine(_folder.Path, ".presskit", "kept");

    private string Pack => Directory.EnumerateFiles(Kept, "pack-*").ShouldHaveSingleItem();

    [Fact]
    public void A_release_that_is_kept_is_what_it_was_when_it_was_read()
    {
        var (read, readCount) = Run();
        var (again, keptCount) = Run();
        readCount.ShouldBe(read.Count);
        keptCount.ShouldBeLessThan(read.Count / 4, "Only what is rare is read each time.");
        ShouldBeTheSame(again, read);
        ShouldBeTheSame(read, Plain());
    }

    [Fact]
    public void Of_releases_that_did_not_change_nothing_is_read_but_what_is_asked_for()
    {
        Run();
        var (kept, _) = Run();
        var release = kept.First(r => r is { Release.Translations.IsEmpty: false, Paired: not null } && r.Editions[0].Rendered is null);
        var file = Path.Combine(_folder.Path, release.Release.Source.File);
        release.Release.Source.Markdown.ShouldBe(File.ReadAllText(file).Split("\n---\n", 2)[1]);
        release.Paired!.Translations.Select(t => t.File.Language).ShouldBe(release.Release.Translations.Select(t => t.Language));
        release.Paired.Source.Units.ShouldNotBeEmpty();
    }

    [Fact]
    public void What_is_asked_for_of_a_file_that_changed_meanwhile_is_refused()
    {
        Run();
        var (kept, _) = Run();
        var release = kept.First(r => r.Editions.Length > 0 && r.Editions[0].Rendered is null);
        File.AppendAllText(Path.Combine(_folder.Path, release.Release.Source.File), "\nMore.\n");
        Should.Throw<ContentChangedException>(() => release.Release.Source.Markdown).Message.ShouldContain(release.Release.Folder);
    }

    [Fact]
    public void That_it_changed_is_found_in_whatever_threads_threw()
    {
        var changed = new ContentChangedException("content/releases/2026/a");
        ContentChangedException.In(new AggregateException(new IOException(), new AggregateException(changed))).ShouldBe(changed);
        ContentChangedException.In(new IOException()).ShouldBeNull();
    }

    [Fact]
    public void A_release_is_read_again_where_one_of_its_files_changed_and_all_are_where_the_house_did()
    {
        Run();
        var (before, few) = Run();
        File.AppendAllText(Path.Combine(_folder.Path, before.First(r => r.Editions.Length > 0 && r.Editions[0].Rendered is null).Release.Source.File), "\nMore.\n");
        Run().Read.ShouldBe(few + 1);
        File.AppendAllText(Path.Combine(_folder.Path, "content", "newsroom.yml"), "\n# Other.\n");
        Run().Read.ShouldBe(before.Count);
    }

    [Fact]
    public void What_other_code_kept_is_read_again()
    {
        var all = Run("one").Read;
        Run("another").Read.ShouldBe(all);
        Run("another").Read.ShouldBeLessThan(all);
    }

    [Fact]
    public void A_release_with_a_young_file_is_not_kept()
    {
        var young = Directory.EnumerateFiles(Path.Combine(_folder.Path, "content", "releases"), "*.md", SearchOption.AllDirectories).First();
        File.SetLastWriteTimeUtc(young, new DateTime(2150, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        Run();
        var (again, read) = Run();
        File.SetLastWriteTimeUtc(young, new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        Run().Read.ShouldBe(read);
        Run().Read.ShouldBe(read - 1);
        ShouldBeTheSame(again, Plain());
    }

    [Fact]
    public void Damage_is_noticed_wherever_it_is()
    {
        Run();
        var expected = Plain();
        var random = new Random(7);
        for (var round = 0; round < 16; round++)
        {
            var file = random.Next(4) == 0 ? Path.Combine(Kept, "index") : Pack;
            var bytes = File.ReadAllBytes(file);
            if (random.Next(5) == 0) Array.Resize(ref bytes, random.Next(bytes.Length));
            for (var i = 0; i < random.Next(1, 40) && bytes.Length > 0; i++) bytes[random.Next(bytes.Length)] ^= (byte)random.Next(1, 256);
            File.WriteAllBytes(file, bytes);
            ShouldBeTheSame(Run().Releases, expected);
        }
    }

    [Fact]
    public void Texts_that_are_damaged_after_they_were_found_are_made_again()
    {
        Run();
        var (kept, _) = Run();
        File.WriteAllBytes(Pack, new byte[new FileInfo(Pack).Length]);
        ShouldBeTheSame(kept, Plain());
    }

    [Fact]
    public void What_is_deleted_at_any_time_is_not_missed()
    {
        Run();
        var (kept, _) = Run();
        Directory.Delete(Kept, recursive: true);
        ShouldBeTheSame(kept, Plain());
        ShouldBeTheSame(Run().Releases, Plain());
    }

    [Fact]
    public void Where_another_run_adds_to_it_a_run_keeps_nothing()
    {
        using var other = ReleasePack.Open(Kept, "code");
        other.ShouldNotBeNull();
        ReleasePack.Open(Kept, "code").ShouldBeNull();
    }

    [Fact]
    public void A_pack_of_which_most_is_of_no_use_any_more_is_written_anew()
    {
        var texts = new byte[400_000];
        for (var round = 0; round < 12; round++)
        {
            using var pack = ReleasePack.Open(Kept, "code").ShouldNotBeNull();
            pack.Find("stays", "1", (bytes, _) => new string((char)bytes[0], 1)).ShouldBe(round == 0 ? null : "s");
            if (round == 0) pack.Keep("stays", "1", null, "s"u8, texts).ShouldNotBeNull();
            pack.Keep("changes", round.ToString(CultureInfo.InvariantCulture), null, "c"u8, texts).ShouldNotBeNull();
            pack.Save();
            new FileInfo(Pack).Length.ShouldBeLessThan(2_500_000);
        }
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>The newsroom as a run finds it, and how many of its releases that run had to read.</summary>
    private (IReadOnlyList<JoinedRelease> Releases, int Read) Run(string code = "code")
    {
        var problems = new Problems();
        var settings = NewsroomReader.ReadSettings(_folder.Path, problems).ShouldNotBeNull();
        using var kept = KeptReleases.Open(settings, code, Inputs.Of(_folder.Path, Old), Joiner(settings)).ShouldNotBeNull();
        var counting = new Counting(kept);
        var newsroom = NewsroomReader.ReadReleases(settings, problems, counting);
        kept.Save();
        return ([.. newsroom.Releases.Concat(newsroom.Pages).Select(kept.Of)], counting.Count);
    }

    private ImmutableArray<JoinedRelease> Plain()
    {
        var newsroom = NewsroomReader.Read(_folder.Path, new Problems()).ShouldNotBeNull();
        var joiner = Joiner(newsroom);
        return [.. newsroom.Releases.Concat(newsroom.Pages).Select(r => joiner.Join(r, new Problems()))];
    }

    private static ReleaseJoiner Joiner(Newsroom settings) => new(settings, new MarkdownParser(), new Locales(), new RenderedTexts(long.MaxValue));

    private static void ShouldBeTheSame(IReadOnlyList<JoinedRelease> releases, IReadOnlyList<JoinedRelease> expected)
    {
        releases.Count.ShouldBe(expected.Count);
        foreach (var (release, other) in releases.Zip(expected))
        {
            var (a, b) = (Describe(release), Describe(other));
            var at = a.Zip(b).TakeWhile(c => c.First == c.Second).Count();
            if (at < Math.Max(a.Length, b.Length))
                Assert.Fail($"{release.Release.Folder}: …{a[Math.Max(0, at - 80)..Math.Min(a.Length, at + 120)]}… and not …{b[Math.Max(0, at - 80)..Math.Min(b.Length, at + 120)]}…");
        }
    }

    /// <summary>All that can be asked of a release.</summary>
    private static string Describe(JoinedRelease joined) => string.Join('\n',
    [
        Values.Of(joined.Release),
        .. joined.Release.Authored.Prepend(joined.Release.Source).Select(t => t.Places["headline"].ToString()),
        .. joined.Release.Translations.Select(t => Hash.Of(t.Bytes.Span)),
        .. joined.Problems.All.Select(p => p.ToString()),
        .. joined.Paired?.Finished.Select(l => l.Tag) ?? [],
        .. joined.Paired is not { } paired ? ["unpaired"] : paired.Authored.Prepend(paired.Source).Select(s => $"{string.Join(' ', s.Targets)} {string.Join(' ', s.Units.Select(u => u.Id))}"),
        .. joined.Paired?.Translations.Select(t => $"{t.File.File} {t.Approval} {string.Join(' ', t.Units.Keys.Order(StringComparer.Ordinal))}") ?? [],
        .. joined.Editions.SelectMany(e => new[] { Values.Of(e), e.Body.Html(t => t.Length % 3 == 0 ? null : $"/{t}"), $"{e.Segments.Length} {e.State} {e.Modified} {e.Version}" }),
    ]);

    private sealed class Counting(KeptReleases kept) : IReleaseMemo
    {
        private int _count;

        public int Count => _count;

        public Release? Find(string folder, Func<Problems, Release?> read, Problems problems) => kept.Find(folder, found =>
        {
            Interlocked.Increment(ref _count);
            return read(found);
        }, problems);
    }
}
