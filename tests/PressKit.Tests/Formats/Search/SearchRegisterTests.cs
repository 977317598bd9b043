using System.Globalization;
using System.IO.Compression;
using System.Text;
using PressKit.Formats.Search;

namespace PressKit.Tests.Formats.Search;

public sealed class SearchRegisterTests
{
    private static readonly Language Italian = Language.Parse("it");

    [Fact]
    public void A_language_with_few_parts_has_none()
    {
        Of("2024-01", "2024-02").ShouldBeNull();
        Of("2024-01", "2024-02", "2024-03").ShouldNotBeNull().Records.Select(r => r.Url).ShouldBe(["2024-02", "2024-01"]);
    }

    [Fact]
    public void A_new_release_leaves_it_as_it_is_and_a_change_of_an_older_part_does_not()
    {
        var before = Register([Part("2024-03"), Part("2024-02"), Part("2024-01")]);
        Register([Part("2024-03", "new"), Part("2024-02"), Part("2024-01")]).Keys.ShouldBe(before.Keys);
        Register([Part("2024-03"), Part("2024-02"), Part("2024-01", "edited")]).Keys.ShouldNotBe(before.Keys);
    }

    [Fact]
    public void A_part_gives_each_of_its_words_once()
    {
        var files = Files(("it_1", "/it/1/", "Il premio, «teatro»: 映画\u200B祭。"), ("it_2", "/it/2/", "Premio dell'anno 3.500"));
        SearchRegister.AddWords(files);
        Encoding.UTF8.GetString(files[SearchRegister.Words]).Split(' ').ShouldBe(["3.500", "dell'anno", "il", "premio", "teatro", "映画", "祭"], ignoreOrder: true);
    }

    [Fact]
    public void A_register_names_parts_by_the_ids_that_it_finds_and_has_no_excerpts()
    {
        var files = Files(("it_1", "2024-01", "premio"), ("it_2", "2024-02", "teatro"));
        files["pagefind.it_9.pf_meta"] = [1];
        SearchRegister.Finish(files);
        files.Keys.ShouldBe(["names.json", "pagefind.it_9.pf_meta"]);
        Encoding.UTF8.GetString(files["names.json"]).ShouldBe("""{"it_1":"2024-01","it_2":"2024-02"}""");
    }

    private static SearchPart? Of(params string[] months) => SearchRegister.Of([.. months.Reverse().Select(m => Part(m))], part => part.Name);

    private static SearchPart Register(IReadOnlyList<SearchPart> parts) => SearchRegister.Of(parts, part => part.Name)!;

    private static SearchPart Part(string month, params string[] more) =>
        new(Italian, month, [.. more.Prepend("first").Select((key, i) => new SearchRecord(key, string.Create(CultureInfo.InvariantCulture, $"/it/{i}/"), "", month + "-01", "", () => ""))]);

    private static SortedDictionary<string, byte[]> Files(params (string Id, string Url, string Content)[] pages)
    {
        var files = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var (id, url, content) in pages)
        {
            using var packed = new MemoryStream();
            using (var gzip = new GZipStream(packed, CompressionMode.Compress, leaveOpen: true))
                gzip.Write([.. "pagefind_dcd"u8, .. System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(new { url, content })]);
            files[$"fragment/{id}.pf_fragment"] = packed.ToArray();
        }

        return files;
    }
}
