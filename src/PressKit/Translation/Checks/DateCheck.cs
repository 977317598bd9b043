using System.Buffers;
using System.Collections.Immutable;

namespace PressKit.Translation.Checks;

/// <summary>Dates and times, in words or figures: the same day, the same day of the week, the same minute, the same zone.</summary>
internal sealed class DateCheck : ICheck
{
    private static readonly CheckRule Dates = new("check.dates", Severity.Error, "numbers", "A date is another day, month, year or day of the week, or is missing.");
    private static readonly CheckRule Times = new("check.times-zones", Severity.Error, "numbers", "A time of day is another one, is missing, or has another time zone.");

    public ImmutableArray<CheckRule> Rules => [Dates, Times];

    public IEnumerable<Finding> Check(CheckedUnit unit)
    {
        if (!unit.From.IsKnown || !unit.To.IsKnown) yield break;
        foreach (var segment in unit.Segments)
        {
            if (segment.IsCopy || segment.SourceQuantities.All.IsEmpty && segment.TargetQuantities.All.IsEmpty) continue;
            foreach (var finding in DatesOf(segment).Concat(TimesOf(segment))) yield return finding;
        }
    }

    private static IEnumerable<Finding> DatesOf(CheckedSegment segment)
    {
        var source = segment.SourceQuantities.Of(QuantityKind.Date, QuantityKind.Month, QuantityKind.Weekday).ToList();
        var target = segment.TargetQuantities.Of(QuantityKind.Date, QuantityKind.Month, QuantityKind.Weekday).ToList();
        foreach (var s in source.ToArray())
        {
            if (target.Find(t => AreSame(s, t, segment)) is not { } same) continue;
            if (s.Weekday >= 0 && same.Weekday >= 0 && s.Weekday != same.Weekday)
                yield return Changed(segment, s, same, "Write the day of the week that the source has.");
            source.Remove(s);
            target.Remove(same);
        }

        source.RemoveAll(s => IsIn(s, segment.Unit.Segments.SelectMany(o => o.TargetQuantities.All), segment));
        target.RemoveAll(t => IsIn(t, segment.Unit.Segments.SelectMany(o => o.SourceQuantities.All), segment));
        foreach (var s in source.OrderBy(q => q.Kind))
        {
            var other = target.Find(t => t.Kind == s.Kind) ?? target.Find(t => t.Kind is QuantityKind.Date or QuantityKind.Month == s.Kind is QuantityKind.Date or QuantityKind.Month);
            if (other is not null)
            {
                target.Remove(other);
                yield return Changed(segment, s, other, "Write the date of the source.");
            }
            else if (s.Kind == QuantityKind.Date)
            {
                yield return segment.Finding(Dates, $"The date “{segment.Source[s.Span]}” is missing.", "Write the date of the source.", source: s.Span);
            }
        }

        foreach (var t in target.Where(t => t is { Kind: QuantityKind.Date, Day: > 0 }))
            yield return segment.Finding(Dates, $"The date “{segment.Target[t.Span]}” is not in the source.", "Say what the source says.", t.Span);
    }

    private static Finding Changed(CheckedSegment segment, Quantity source, Quantity target, string remedy) =>
        segment.Finding(Dates, $"“{segment.Source[source.Span]}” is “{segment.Target[target.Span]}” here.", remedy, target.Span, source.Span);

    /// <summary>Whether two say the same. A year, or a day of the week, may stand apart from the day and month.</summary>
    private static bool AreSame(Quantity source, Quantity target, CheckedSegment segment)
    {
        if (source.Kind == QuantityKind.Weekday || target.Kind == QuantityKind.Weekday) return source.Kind == target.Kind && source.Weekday == target.Weekday;
        if (source.Month != target.Month && !(source.Month == 0 && source.Kind == QuantityKind.Date)) return false;
        if (source.Day != target.Day && (source.Day > 0 && target.Day > 0 || !HasNumber(source.Day == 0 ? segment.SourceQuantities : segment.TargetQuantities, source.Day + target.Day))) return false;
        if (source.Year == target.Year) return true;
        if (source.Year != 0 && target.Year != 0) return false;
        return HasNumber(source.Year == 0 ? segment.SourceQuantities : segment.TargetQuantities, Math.Abs(source.Year + target.Year));
    }

    private static bool HasNumber(QuantityList list, int value) => list.All.Any(q => q.Kind is QuantityKind.Number or QuantityKind.Word && q.Value == value);

    private static bool IsIn(Quantity quantity, IEnumerable<Quantity> others, CheckedSegment segment) => others.Any(o => quantity.Kind == QuantityKind.Weekday
        ? o.Weekday == quantity.Weekday
        : AreSame(quantity, o, segment) || (quantity.Kind == QuantityKind.Month && o.Month == quantity.Month)
            || (quantity.Month == 0 && o.Kind == QuantityKind.Number && o.Value == quantity.Year));

    private static IEnumerable<Finding> TimesOf(CheckedSegment segment)
    {
        var source = segment.SourceQuantities.Of(QuantityKind.Time).ToList();
        var target = segment.TargetQuantities.Of(QuantityKind.Time).ToList();
        foreach (var s in source.ToArray())
        {
            if (target.Find(t => AreSame(s, t)) is not { } same) continue;
            source.Remove(s);
            target.Remove(same);
            if (s.Zone != same.Zone && !(s.Zone is null && segment.Unit.From.Language.Primary != segment.Unit.To.Language.Primary && !segment.Target[same.Span].AsSpan().ContainsAny(Capitals)))
                yield return segment.Finding(Times, $"“{segment.Source[s.Span]}” is “{segment.Target[same.Span]}” here.", "Name the time zone of the source.", same.Span, s.Span);
        }

        source.RemoveAll(s => segment.Unit.Segments.Any(o => o.TargetQuantities.Of(QuantityKind.Time).Any(t => AreSame(s, t)))
            || HasNumber(segment.TargetQuantities, (int)s.Value / 60) || HasNumber(segment.TargetQuantities, (int)s.Value / 60 % 12));
        target.RemoveAll(t => segment.Unit.Segments.Any(o => o.SourceQuantities.Of(QuantityKind.Time).Any(s => AreSame(s, t)))
            || HasNumber(segment.SourceQuantities, (int)t.Value / 60) || HasNumber(segment.SourceQuantities, (int)t.Value / 60 % 12));
        foreach (var s in source)
        {
            var other = target.FirstOrDefault();
            if (other is not null) target.Remove(other);
            yield return other is null
                ? segment.Finding(Times, $"The time “{segment.Source[s.Span]}” is missing.", "Write the time of the source.", source: s.Span)
                : segment.Finding(Times, $"“{segment.Source[s.Span]}” is “{segment.Target[other.Span]}” here.", "Write the time of the source.", other.Span, s.Span);
        }

        foreach (var t in target)
            yield return segment.Finding(Times, $"The time “{segment.Target[t.Span]}” is not in the source.", "Say what the source says.", t.Span);
    }

    private static readonly SearchValues<char> Capitals = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ");

    private static bool AreSame(Quantity a, Quantity b) =>
        a.Value == b.Value || (!(a.IsHalfKnown && b.IsHalfKnown) && (a.Value - b.Value) % 720 == 0);
}
