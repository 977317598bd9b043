using PressKit.Content;
using PressKit.Testing;

namespace PressKit.Tests.Content;

public sealed class ReleaseMemoTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly NewsroomReader _reader = new(remembers: true);

    public ReleaseMemoTests()
    {
        Write("newsroom.yml", "name: Acme\nurl: https://acme.example/\ntimezone: Europe/Rome\nlanguages: [it, en]\n");
        Write("releases/2025/uno/it.md", "---\nheadline: Uno\n---\n\nTesto.\n");
        Write("releases/2025/due/it.md", "---\nheadline: Due\ntopcs: []\n---\n\nTesto.\n");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_release_that_did_not_change_is_the_same_object_and_its_problems_are_reported_again()
    {
        var (before, first) = Read();
        Write("releases/2025/uno/it.md", "---\nheadline: Altro\n---\n\nTesto.\n");
        var (after, second) = Read();

        after["2025/due"].ShouldBeSameAs(before["2025/due"]);
        after["2025/uno"].Source.FrontMatter.Headline.ShouldBe("Altro");
        second.All.ShouldBe(first.All);
        second.All.Select(p => p.Code).ShouldBe(["front-matter.unknown-key"]);
    }

    [Theory]
    [InlineData("releases/2025/uno/en.md", "---\nheadline: One\n---\n\nText.\n")]
    [InlineData("releases/2025/uno/media/a.svg", "<svg/>")]
    [InlineData("releases/2025/uno/record.yml", "events: []\n")]
    [InlineData("topics.yml", "products:\n  name: Prodotti\n")]
    [InlineData("newsroom.yml", "name: Acme\nurl: https://acme.example/\ntimezone: Asia/Tokyo\nlanguages: [it, en]\n")]
    public void Whatever_it_depends_on_makes_it_another(string file, string text)
    {
        var (before, _) = Read();
        Write(file, text);

        Read().Releases["2025/uno"].ShouldNotBeSameAs(before["2025/uno"]);
    }

    [Fact]
    public void What_comes_back_is_what_it_was()
    {
        var (before, _) = Read();
        var text = File.ReadAllText(Path("releases/2025/uno/it.md"));
        File.Delete(Path("releases/2025/uno/it.md"));
        Read().Releases.Keys.ShouldBe(["2025/due"]);
        Write("releases/2025/uno/it.md", text);

        Read().Releases["2025/uno"].Source.Hash.ShouldBe(before["2025/uno"].Source.Hash);
    }

    [Fact]
    public void A_folder_with_the_key_that_it_had_is_not_read()
    {
        var before = Read("1");
        Write("releases/2025/uno/it.md", "---\nheadline: Altro\n---\n\nTesto.\n");

        Read("1")["2025/uno"].ShouldBeSameAs(before["2025/uno"]);
        Read("2")["2025/uno"].Source.FrontMatter.Headline.ShouldBe("Altro");
    }

    [Fact]
    public void A_folder_with_another_key_and_the_same_contents_is_the_same()
    {
        var before = Read(null);

        Read("1")["2025/uno"].ShouldBeSameAs(before["2025/uno"]);
        Read("2")["2025/uno"].ShouldBeSameAs(before["2025/uno"]);
        Read(null)["2025/uno"].ShouldBeSameAs(before["2025/uno"]);
    }

    private Dictionary<string, Release> Read(string? key)
    {
        var problems = new Problems();
        var settings = NewsroomReader.ReadSettings(_folder.Path, problems)!;
        return _reader.ReadReleases(settings, problems, null, folder => folder == "content/releases/2025/uno" ? key : null).Releases.ToDictionary(r => r.Id, StringComparer.Ordinal);
    }

    private (Dictionary<string, Release> Releases, Problems Problems) Read()
    {
        var problems = new Problems();
        return (_reader.Read(_folder.Path, problems)!.Releases.ToDictionary(r => r.Id, StringComparer.Ordinal), problems);
    }

    private string Path(string file) => System.IO.Path.Combine(_folder.Path, "content", file);

    private void Write(string file, string text)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path(file))!);
        File.WriteAllText(Path(file), text);
    }
}
