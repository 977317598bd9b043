using System.Collections.Immutable;

namespace PressKit.Translation.Checks;

/// <summary>Numbers, compared by value: <c>4.600</c> in Italian is <c>4,600</c> in English and <c>4600</c> in Chinese, and
/// <c>42.000 dollari</c> is <c>4万2000ドル</c>. A number that stands in another sentence of the unit is where it may be, and one in
/// digits may be one in words.</summary>
internal sealed class NumberCheck : ICheck
{
    private static readonly CheckRule Numbers = new("check.numbers", Severity.Error, "numbers", "A number of the source is another one, or missing.");
    private static readonly CheckRule Extra = new("check.extra-number", Severity.Warning, "numbers", "A number in digits that the source does not have.");
    private static readonly CheckRule Format = new("check.number-format", Severity.Warning, "locale-violation", "A number is written as in another language.");
    private static readonly CheckRule Amount = new("check.currency-amount", Severity.Error, "numbers", "An amount of money has another currency, or none.");
    private static readonly CheckRule Units = new("check.units", Severity.Warning, "numbers", "A measure has another unit, or none.");

    public ImmutableArray<CheckRule> Rules => [Numbers, Extra, Format, Amount, Units];

    public IEnumerable<Finding> Check(CheckedUnit unit)
    {
        var matches = unit.Segments.Where(s => !s.IsCopy).Select(s => (Segment: s, Match: QuantityMatch.Of(NumbersOf(s.SourceQuantities), NumbersOf(s.TargetQuantities)))).ToList();
        var moved = QuantityMatch.Of(matches.SelectMany(m => m.Match.Missing), matches.SelectMany(m => m.Match.Added));
        foreach (var (segment, match) in matches)
        {
            var missing = match.Missing.Where(q => Contains(moved.Missing, q)).ToList();
            var added = match.Added.Where(q => Contains(moved.Added, q)).ToList();
            foreach (var finding in Differences(segment, missing, added).Concat(match.Pairs.SelectMany(p => Details(segment, p.Source, p.Target))))
                yield return finding;
        }
    }

    private static IEnumerable<Quantity> NumbersOf(QuantityList list) => list.Of(QuantityKind.Number, QuantityKind.Word);

    private static bool Contains(List<Quantity> list, Quantity quantity) => list.Exists(q => ReferenceEquals(q, quantity));

    private static IEnumerable<Finding> Differences(CheckedSegment segment, List<Quantity> missing, List<Quantity> added)
    {
        var (from, to) = (segment.Unit.From, segment.Unit.To);
        missing.RemoveAll(s => IsSilent(s, segment) || segment.TargetQuantities.Literals.Any(l => l.Text.Contains(s.Raw, StringComparison.Ordinal) && s.Raw.Length > 0));
        added.RemoveAll(t => t.Kind == QuantityKind.Number && (IsMentioned(t, segment) || segment.SourceQuantities.Literals.Any(l => l.Text.Contains(t.Raw, StringComparison.Ordinal))));
        // Of words only those count that are certainly numbers.
        missing.RemoveAll(q => q.Kind == QuantityKind.Word && !IsCertain(q, from));
        added.RemoveAll(q => q.Kind == QuantityKind.Word && !IsCertain(q, to));
        foreach (var s in missing.OrderBy(q => q.Kind).ToArray())
        {
            var changed = added.OrderBy(t => t.Digits == s.Digits ? 0 : 1).FirstOrDefault(t => s.Kind == QuantityKind.Number || t.Kind == QuantityKind.Number || s.IsScaled == t.IsScaled);
            if (changed is null && s.Kind == QuantityKind.Word) continue;
            if (changed is not null) added.Remove(changed);
            var text = segment.Source[s.Span];
            yield return changed is null
                ? segment.Finding(Numbers, $"“{text}” is missing.", "Write the number of the source.", source: s.Span)
                : segment.Finding(Numbers, $"“{text}” is “{segment.Target[changed.Span]}” here.", "Write the number of the source.", changed.Span, s.Span,
                    s.Raw == changed.Raw && to.IsKnown && s.Raw.Length > 0 ? new TextEdit(changed.Digits, NumberReader.Write(Unscaled(s, from), to)) : null);
        }

        foreach (var t in added.Where(q => q.Kind == QuantityKind.Number))
            yield return segment.Finding(Extra, $"“{segment.Target[t.Span]}” is not in the source.", "Take the number out, or say what the source says.", t.Span);
    }

    /// <summary>The value of the digits alone: a fix writes them and nothing else.</summary>
    private static decimal Unscaled(Quantity source, LanguageRules from) => NumberReader.Read(source.Raw, 0, from).Value;

    private static bool IsCertain(Quantity word, LanguageRules rules) =>
        rules is { Unspaced: false, IsKnown: true } && rules.House.Script is not ("Arab" or "Kore") && word.Value > 2 && (word.IsScaled || word.Value >= 10 || word.Span.Length > 4);

    // Arabic says two with an ending; and where there is no data for a language, a small number may be a word.
    private static bool IsSilent(Quantity source, CheckedSegment segment)
    {
        if (source.Kind == QuantityKind.Word) return false;
        var to = segment.Unit.To;
        var digits = source.IsScaled ? NumberReader.Read(source.Raw, 0, segment.Unit.From).Value : source.Value;
        return to.House.MayBeSilent.Any(n => n == digits) || (!to.IsKnown && source.Value is >= 0 and <= 20 && source.Value % 1 == 0)
            || (source.Value == 1 && source.Currency is null);
    }

    // 9月 is September, and 2025年 a year of a date.
    private static bool IsMentioned(Quantity target, CheckedSegment segment) =>
        segment.SourceQuantities.All.Any(q => q.Kind is QuantityKind.Date or QuantityKind.Month && (q.Year == target.Value || q.Month == target.Value || q.Day == target.Value));

    private static IEnumerable<Finding> Details(CheckedSegment segment, Quantity source, Quantity target)
    {
        if (target.Kind != QuantityKind.Number) yield break;
        var to = segment.Unit.To;
        var written = segment.Target[target.Digits];
        if (to.IsKnown && !target.IsVersion && !source.IsVersion && (target.IsForeign || HasOtherDigits(written, to)))
        {
            var own = NumberReader.Write(Unscaled(target, to), to);
            yield return segment.Finding(Format, $"“{written}” is not how {to.Language} writes the number: {own}.", $"Write {own}.", target.Digits, source.Span, new TextEdit(target.Digits, own));
        }

        if (source.Kind != QuantityKind.Number) yield break;
        if (source.IsPercent != target.IsPercent && HasPercent(segment.SourceQuantities) != HasPercent(segment.TargetQuantities))
            yield return segment.Finding(Numbers, $"“{segment.Source[source.Span]}” is “{segment.Target[target.Span]}” here.", "Say whether it is per cent, as the source does.", target.Span, source.Span);
        if (source.Currency is not null || target.Currency is not null)
        {
            if (MoneyDiffers(segment, source, target))
                yield return segment.Finding(Amount, $"“{segment.Source[source.Span]}” is “{segment.Target[target.Span]}” here.", "Write the amount with the currency of the source.", target.Span, source.Span);
        }
        else if (source.Unit != target.Unit && source.Unit is not null && !Mentions(segment.Unit.TargetText, to.Units, source.Unit))
        {
            yield return segment.Finding(Units, $"“{segment.Source[source.Span]}” is “{segment.Target[target.Span]}” here.", "Write the measure with the unit of the source.", target.Span, source.Span);
        }
    }

    private static bool HasOtherDigits(string written, LanguageRules to) =>
        written.Any(c => c > '\u007f' && char.IsDigit(c)) && (to.House.Script == "Arab" || (written.Length > 1 && to.House.FullWidth) || to.IsLatin);

    private static bool HasPercent(QuantityList list) => list.All.Any(q => q.IsPercent);

    private static bool MoneyDiffers(CheckedSegment segment, Quantity source, Quantity target)
    {
        if (source.Currency == target.Currency) return false;
        var (from, to) = (segment.Unit.From, segment.Unit.To);
        if (source.Currency is null) return !Mentions(segment.Unit.SourceText, from.Currencies, target.Currency!) && from.IsKnown && source.Unit is null;
        if (target.Currency is null) return !Mentions(segment.Unit.TargetText, to.Currencies, source.Currency) && to.IsKnown;
        // One sign for several: the dollar's, and that of yen and yuan.
        return !(IsDollar(source.Currency) && IsDollar(target.Currency) && (segment.Source[source.Span] + segment.Target[target.Span]).Contains('$', StringComparison.Ordinal))
            && !((source.Currency, target.Currency) is ("JPY", "CNY") or ("CNY", "JPY") && (segment.Source[source.Span] + segment.Target[target.Span]).AsSpan().ContainsAny("¥￥元圆圓"));
    }

    private static bool IsDollar(string currency) => currency is "USD" or "CAD" or "AUD" or "HKD" or "TWD" or "MXN";

    private static bool Mentions(string text, ImmutableArray<(string Name, string Code)> names, string code) =>
        names.Any(n => n.Code == code && text.Contains(n.Name, StringComparison.OrdinalIgnoreCase));
}
