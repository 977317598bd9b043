using System.Text;
using PressKit.Formats.Kits;
using PressKit.Languages;
using PressKit.Site;

namespace PressKit.Tests.Formats.Kits;

public sealed class RightsSheetTests
{
    [Theory]
    [InlineData("=HYPERLINK(\"https://example.org\")", "\"'=HYPERLINK(\"\"https://example.org\"\")\"")]
    [InlineData("+39 011", "\"'+39 011\"")]
    [InlineData("-1", "\"'-1\"")]
    [InlineData("@SUM(A1)", "\"'@SUM(A1)\"")]
    [InlineData("\t=1", "\"'\t=1\"")]
    [InlineData(" \u200E\u3000=1", "\"' \u200E\u3000=1\"")]
    [InlineData("＝1+1", "\"'＝1+1\"")]
    [InlineData("Ada \"la Neri\", Torino\nItalia", "\"Ada \"\"la Neri\"\", Torino\nItalia\"")]
    [InlineData("a\u202Eb\u0007", "\"ab\"")]
    [InlineData(null, "\"\"")]
    public void A_cell_is_a_text_whatever_it_begins_with(string? text, string cell) => RightsSheet.Cell(text).ShouldBe(cell);

    [Fact]
    public void The_sheet_is_in_the_readers_language()
    {
        var media = new PublishedMedia(new MediaItem("media/a.png", "木", "説明", "Ada", "CC0"), SomeSite.Image, new Address("media/a.png"));
        var sheet = RightsSheet.Of([("media/a.png", media)], new Locales().Find(SomeSite.Japanese)!.Strings);
        sheet.AsSpan().StartsWith(Encoding.UTF8.Preamble).ShouldBeTrue();
        var lines = Encoding.UTF8.GetString(sheet)[1..].Split("\r\n");
        lines[0].ShouldBe("\"ファイル\",\"キャプション\",\"クレジット\",\"利用条件\",\"代替テキスト\"");
        lines[1].ShouldBe("\"media/a.png\",\"説明\",\"Ada\",\"CC0\",\"木\"");
    }

    [Theory]
    [InlineData("sala grande (1).jpg", "sala grande (1).jpg")]
    [InlineData("東京.png", "東京.png")]
    [InlineData("a:b|c?.png", "a_b_c_.png")]
    [InlineData("con.png", "_con.png")]
    [InlineData("..", "_")]
    [InlineData("a\u202Egnp.exe", "a_gnp.exe")]
    public void A_name_is_one_that_every_system_can_hold(string name, string safe) => KitNames.Safe(name).ShouldBe(safe);

    [Fact]
    public void No_two_files_have_one_name()
    {
        var names = KitNames.Of(new[] { "media/a.png", "media/A.png", "media/b/a.png", "media/a.png" }.Select((path, i) => new PublishedMedia(
            new MediaItem(path, "", null, null, null), new MediaFile(path, path, path, 1, Hash.Of(path)), new Address(path)))).Select(n => n.Name).ToList();
        names.Count.ShouldBe(3);
        names.Distinct(StringComparer.OrdinalIgnoreCase).Count().ShouldBe(3);
    }
}
