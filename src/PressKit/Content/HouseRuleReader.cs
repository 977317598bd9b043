using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace PressKit.Content;

/// <summary>Reads <c>content/checks.yml</c>: the newsroom's own rules for translations. A rule that cannot be right is reported
/// and left out.</summary>
internal sealed class HouseRuleReader(Problems problems)
{
    /// <summary>The file, from the newsroom's folder.</summary>
    public const string File = "content/checks.yml";

    /// <summary>The rules of the file, in its order.</summary>
    public ImmutableArray<HouseRule> Read(MapReader file)
    {
        var rules = ImmutableArray.CreateBuilder<HouseRule>();
        foreach (var map in file.Maps("rules"))
        {
            if (Rule(map) is not { } rule) continue;
            if (rules.Any(r => r.Id == rule.Id))
                problems.Error("checks.duplicate-rule", map.PlaceOf("id"), $"There is another rule '{rule.Id}'.", "Give each rule a name of its own.");
            else rules.Add(rule);
        }

        file.ReportUnknownKeys("register.unknown-key");
        return rules.ToImmutable();
    }

    private HouseRule? Rule(MapReader map)
    {
        var id = map.Required("id", "checks.bad-rule", "Name the rule: 'id: museum-name'.");
        var (source, target, never) = (Pattern(map, "source"), Pattern(map, "target"), Pattern(map, "never"));
        var rule = new HouseRule(id ?? "")
        {
            Severity = map.Choice("severity", "error", "warning") == "error" ? Severity.Error : Severity.Warning,
            Languages = [.. map.Texts("languages").Select(tag => map.LanguageOf(tag, map.PlaceOf("languages"))).OfType<Language>()],
            Source = source.Pattern, Target = target.Pattern, Never = never.Pattern,
            BothWays = map.Choice("both", "true", "false") == "true",
            Write = map.Text("write"), Reason = map.Text("reason"),
        };
        map.ReportUnknownKeys("register.unknown-key");
        if (id is null || !source.IsSound || !target.IsSound || !never.IsSound) return null;
        if (IsComplete(map)) return rule;
        problems.Error("checks.bad-rule", map.Place, $"The rule '{id}' says neither what must not stand in a translation, nor what has to.",
            "Give it either 'never', or 'source' and 'target'; 'write' goes with 'never', and 'both' with 'target'.");
        return null;
    }

    private static bool IsComplete(MapReader map) => map.Text("never") is not null
        ? map.Text("target") is null && map.Text("both") is null
        : map.Text("source") is not null && map.Text("target") is not null && map.Text("write") is null;

    private (Regex? Pattern, bool IsSound) Pattern(MapReader map, string key)
    {
        if (map.Text(key) is not { } text) return (null, true);
        try
        {
            var pattern = HouseRule.Pattern(text);
            if (!pattern.IsMatch("")) return (pattern, true);
            problems.Error("checks.bad-pattern", map.PlaceOf(key), $"'{text}' is found where nothing stands, and so in every text.", "Write a pattern of at least one character.");
        }
        catch (RegexParseException e)
        {
            problems.Error("checks.bad-pattern", map.PlaceOf(key), FormattableString.Invariant($"'{text}' is no regular expression: {e.Error} at character {e.Offset}."),
                "Write it as .NET's regular expressions are written, in single quotation marks.");
        }

        return (null, false);
    }
}
