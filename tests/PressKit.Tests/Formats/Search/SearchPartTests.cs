using System.Globalization;
using PressKit.Formats.Search;

namespace PressKit.Tests.Formats.Search;

public sealed class SearchPartTests
{
    private static readonly Language Italian = Language.Parse("it");

    [Fact]
    public void Months_stay_whole_and_parts_are_counted_from_the_oldest()
    {
        var parts = SearchPart.Of(Italian, Releases("2024-01", "2024-01", "2024-02", "2024-03", "2024-03", "2024-04", "2024-05"), size: 3).ToList();
        parts.Select(p => (p.Name, p.Records.Length)).ShouldBe([("2024-05", 1), ("2024-03", 3), ("2024-01", 3)]);
    }

    [Fact]
    public void A_new_release_changes_the_newest_part_alone()
    {
        var before = SearchPart.Of(Italian, Releases("2024-01", "2024-01", "2024-02", "2024-03"), size: 2).ToList();
        var after = SearchPart.Of(Italian, Releases("2024-01", "2024-01", "2024-02", "2024-03", "2024-04"), size: 2).ToList();
        before.Select(p => p.Name).ShouldBe(["2024-02", "2024-01"]);
        after.Select(p => p.Name).ShouldBe(["2024-04", "2024-02", "2024-01"]);
        foreach (var (was, stays) in before.Zip(after.Skip(1))) stays.Keys.ShouldBe(was.Keys);
    }

    [Fact]
    public void Every_release_is_in_one_part_the_newest_first()
    {
        var releases = Releases("2024-02", "2023-12", "2024-01", "2024-02");
        var records = SearchPart.Of(Italian, releases, size: 2).SelectMany(p => p.Records).ToList();
        records.Select(r => r.Url).Order(StringComparer.Ordinal).ShouldBe(releases.Select(r => r.Url).Order(StringComparer.Ordinal));
        records.Select(r => r.Date[..7]).ShouldBe(["2024-02", "2024-02", "2024-01", "2023-12"]);
    }

    private static List<SearchRecord> Releases(params string[] months) =>
        [.. months.Select((month, i) => new SearchRecord($"key{i}", string.Create(CultureInfo.InvariantCulture, $"/it/{i}/"), "Titolo", $"{month}-10T09:00:00+01:00", "", () => ""))];
}
