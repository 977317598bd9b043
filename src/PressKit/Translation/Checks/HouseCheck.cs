using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace PressKit.Translation.Checks;

/// <summary>The newsroom's own rules. What stands in another sentence of the unit is there.</summary>
internal sealed class HouseCheck : ICheck
{
    private static readonly CheckRule House = new("check.house-rule", Severity.Warning, "pattern-problem", "A translation breaks a rule of the newsroom's own.");
    private static readonly CheckRule Grave = House with { Severity = Severity.Error };
    private static readonly CheckRule Slow = new("check.house-rule-slow", Severity.Warning, "pattern-problem", "A rule of the newsroom's own takes too long on a sentence, and was not applied to it.");

    public ImmutableArray<CheckRule> Rules => [House, Slow];

    public IEnumerable<Finding> Check(CheckedUnit unit)
    {
        foreach (var rule in unit.Context.Rules)
        {
            foreach (var segment in unit.Segments)
            {
                if (Apply(rule, segment) is { } finding) yield return finding;
            }
        }
    }

    private static Finding? Apply(HouseRule rule, CheckedSegment segment)
    {
        try
        {
            return rule.Never is { } never ? Forbidden(rule, never, segment) : Lacking(rule, segment);
        }
        catch (RegexMatchTimeoutException)
        {
            return segment.Finding(Slow, $"The rule '{rule.Id}' takes too long here.", "Write its pattern more simply in content/checks.yml: without a repetition inside a repetition.", part: rule.Id);
        }
    }

    private static Finding? Forbidden(HouseRule rule, Regex never, CheckedSegment segment)
    {
        if (rule.Source?.IsMatch(segment.Source.Text) == false || never.Match(segment.Target.Text) is not { Success: true, Length: > 0 } match) return null;
        var span = new TextSpan(match.Index, match.Length);
        // What is written may not be what must not stand there, nor take a code away.
        TextEdit? fix = rule.Write is { } write && match.Result(write) is var text && !never.IsMatch(text) && !match.Value.Contains(CheckedText.Code, StringComparison.Ordinal)
            ? new TextEdit(span, text) : null;
        return Found(rule, segment, $"“{match.Value}” must not stand here", fix is { } edit ? $"Write “{edit.Text}”." : "Write it otherwise.", span, null, fix);
    }

    private static Finding? Lacking(HouseRule rule, CheckedSegment segment)
    {
        var (source, target) = (rule.Source!.Match(segment.Source.Text), rule.Target!.Match(segment.Target.Text));
        if (source.Success && !target.Success && !rule.Target.IsMatch(segment.Unit.TargetText))
            return Found(rule, segment, $"For “{source.Value}” the translation has nothing like '{rule.Target}'", "Write what the rule asks for.", null, new TextSpan(source.Index, source.Length), null);
        if (rule.BothWays && target.Success && !source.Success && !rule.Source.IsMatch(segment.Unit.SourceText))
            return Found(rule, segment, $"For “{target.Value}” the source has nothing like '{rule.Source}'", "Write what the source says.", new TextSpan(target.Index, target.Length), null, null);
        return null;
    }

    private static Finding Found(HouseRule rule, CheckedSegment segment, string what, string remedy, TextSpan? target, TextSpan? source, TextEdit? fix) =>
        segment.Finding(rule.Severity == Severity.Error ? Grave : House, $"{what} (rule '{rule.Id}').", rule.Reason is { } why ? $"{remedy} {why}" : remedy, target, source, fix, rule.Id);
}
