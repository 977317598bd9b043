namespace PressKit.Translators.Tests;

public sealed class SalvageTests
{
    [Fact]
    public async Task What_came_back_is_never_asked_for_again()
    {
        var asked = new List<string>();
        var found = new Dictionary<int, string>();
        await Salvage.AskAsync([1, 2, 3, 4], found, ids => Answer(asked, ids, ids.Count == 4 ? [1, 3] : [2, 4]));
        asked.ShouldBe(["1 2 3 4", "2 4"]);
        found.Count.ShouldBe(4);
    }

    [Fact]
    public async Task Where_nothing_comes_back_parts_get_smaller_until_one_stays_missing()
    {
        var asked = new List<string>();
        var found = new Dictionary<int, string>();
        await Salvage.AskAsync([1, 2, 3, 4], found, ids => Answer(asked, ids, ids.Contains(3) ? [] : ids));
        asked.ShouldBe(["1 2 3 4", "1 2", "3 4", "3", "4"]);
        found.Keys.Order().ShouldBe([1, 2, 4]);
    }

    private static Task<IReadOnlyDictionary<int, string>> Answer(List<string> asked, IReadOnlyList<int> ids, IEnumerable<int> answered)
    {
        asked.Add(string.Join(' ', ids));
        return Task.FromResult<IReadOnlyDictionary<int, string>>(answered.Where(ids.Contains).ToDictionary(i => i, _ => "x"));
    }
}
