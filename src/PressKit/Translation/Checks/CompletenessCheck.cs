using System.Collections.Immutable;
using System.Globalization;

namespace PressKit.Translation.Checks;

/// <summary>Whether everything is there, and translated: nothing empty, cut off, left in the source's language or out of
/// proportion.</summary>
internal sealed class CompletenessCheck : ICheck
{
    private static readonly CheckRule Empty = new("check.empty", Severity.Error, "omission", "The translation is empty.");
    private static readonly CheckRule Missing = new("check.missing-segment", Severity.Error, "omission", "A sentence of a paragraph is not translated, though others are.");
    private static readonly CheckRule Truncated = new("check.truncated", Severity.Error, "omission", "The translation breaks off.");
    private static readonly CheckRule Untranslated = new("check.untranslated", Severity.Warning, "untranslated", "The translation is the source.");
    private static readonly CheckRule Partially = new("check.partially-untranslated", Severity.Warning, "untranslated", "Several words in a row stand as they are in the source.");
    private static readonly CheckRule Long = new("check.too-long", Severity.Warning, "length", "The translation is much longer than the language makes it.");
    private static readonly CheckRule Short = new("check.too-short", Severity.Warning, "length", "The translation is much shorter than the language makes it.");
    private static readonly CheckRule Most = new("check.max-length", Severity.Error, "length", "A field is longer than newsroom.yml allows.");

    public ImmutableArray<CheckRule> Rules => [Empty, Missing, Truncated, Untranslated, Partially, Long, Short, Most];

    public IEnumerable<Finding> Check(CheckedUnit unit)
    {
        if (unit.Segments.Length > 0 && unit.Segments.Length < unit.Unit.Segments.Length)
        {
            yield return unit.Segments[0].Finding(Missing, $"{(unit.Unit.Segments.Length - unit.Segments.Length).ToString(CultureInfo.InvariantCulture)} of the paragraph's sentences have no translation.",
                "Translate them, or draft them with 'presskit translate'.");
        }

        foreach (var segment in unit.Segments)
        {
            if (string.IsNullOrWhiteSpace(segment.Target.Text))
            {
                // A sentence may have gone into the one beside it.
                if (!string.IsNullOrWhiteSpace(segment.Source.Text) && !(unit.Segments.Length > 1 && unit.Segments.Any(s => s != segment && IsAtLeast(s, 1.6))))
                    yield return segment.Finding(Empty, "The translation is empty.", "Translate the sentence.");
                continue;
            }

            foreach (var finding in Left(segment).Concat(Lengths(segment))) yield return finding;
            if (IsTruncated(segment) is { } message) yield return segment.Finding(Truncated, message, "Translate the sentence to its end.");
        }

        if (Field(unit) is { } limit && unit.Segments.Length > 0 && Length(unit.TargetText) > limit)
        {
            yield return unit.Segments[0].Finding(Most, string.Create(CultureInfo.InvariantCulture, $"The field has {Length(unit.TargetText)} characters; {limit} are allowed."), "Say it shorter.");
        }
    }

    private static bool IsAtLeast(CheckedSegment segment, double share) => Ratio(segment) is { } ratio && ratio >= share;

    private static int? Field(CheckedUnit unit)
    {
        var name = unit.Unit.Role == UnitRole.Field ? unit.Unit.Id[(unit.Unit.Id.LastIndexOf('.') + 1)..] : "";
        return unit.Context.Lengths.TryGetValue(name, out var limit) ? limit : null;
    }

    // A full-width character takes the room of two.
    private static int Length(string text) => text.Sum(c => Words.IsEastAsian(c) ? 2 : 1);

    private static IEnumerable<Finding> Left(CheckedSegment segment)
    {
        var translatable = TranslatableWords(segment);
        if (segment.IsCopy)
        {
            if (IsText(segment, translatable)) yield return segment.Finding(Untranslated, "The translation is the same as the source.", "Translate the sentence.");
            yield break;
        }

        if (Copied(segment) is { } run)
            yield return segment.Finding(Partially, $"“{segment.Target[run]}” stands there as in the source.", "Translate these words too.", run);
    }

    /// <summary>Whether the source is a text that reads otherwise in another language: not a name, a date or a sample in some
    /// third language.</summary>
    private static bool IsText(CheckedSegment segment, List<string> words)
    {
        var (from, to) = (segment.Unit.From, segment.Unit.To);
        if (from.Unspaced) return segment.Source.Text.Count(Words.IsUnspaced) > 7;
        if (!from.IsLatin && from.House.Script != to.House.Script) return words.Count(w => w.Any(c => c > '\u0250')) > 4;
        if (ScriptsDiffer(segment)) return words.Exists(w => w.Length > 3);
        return words.Count(w => !to.FunctionWords.Contains(w)) >= 3 && words.Exists(from.FunctionWords.Contains);
    }

    private static bool ScriptsDiffer(CheckedSegment segment) => segment.Unit.From.IsKnown && segment.Unit.To.IsKnown && segment.Unit.From.IsLatin != segment.Unit.To.IsLatin;

    /// <summary>Words of the source that no glossary or capital makes a name.</summary>
    private static List<string> TranslatableWords(CheckedSegment segment)
    {
        var names = segment.Unit.Context.Names.SelectMany(Words.Of).Select(w => w.Word).ToHashSet(StringComparer.Ordinal);
        return [.. Words.Of(segment.Source.Text).Select(w => w.Word).Where(w => !char.IsUpper(w[0]) && !names.Contains(w))];
    }

    /// <summary>The longest run of words that is copied and that is the source's language, not the target's.</summary>
    private static TextSpan? Copied(CheckedSegment segment)
    {
        var (from, to) = (segment.Unit.From, segment.Unit.To);
        if (!from.IsLatin && from.House.Script == to.House.Script) return null;
        var (text, source) = (segment.Target.Text, segment.Source.Text);
        var words = Words.Of(text);
        var least = ScriptsDiffer(segment) ? 3 : 4;
        for (var i = 0; i + least <= words.Count; i++)
        {
            var end = i;
            while (end + 1 < words.Count && words[end + 1].Span.Start - words[end].Span.End <= 2
                && source.Contains(text[words[i].Span.Start..words[end + 1].Span.End], StringComparison.Ordinal)) end++;
            if (end - i + 1 < least) continue;
            var run = words[i..(end + 1)];
            var span = new TextSpan(run[0].Span.Start, run[^1].Span.End - run[0].Span.Start);
            var foreign = run.Count(w => from.FunctionWords.Contains(w.Word) && !to.FunctionWords.Contains(w.Word));
            var plain = run.Count(w => char.IsLower(w.Word[0]));
            if (plain >= least && (ScriptsDiffer(segment) || foreign >= 2) && !IsQuoted(segment, span)) return span;
            i = end;
        }

        return null;
    }

    // A name of the glossary, or words shown in another language in quotation marks, stand as they are.
    private static bool IsQuoted(CheckedSegment segment, TextSpan span) =>
        segment.Unit.Context.Names.Any(n => n.Contains(segment.Target[span], StringComparison.Ordinal))
        || segment.TargetQuantities.Literals.Any(l => l.Span.Overlaps(span))
        || (span.Start > 0 && "“«„\"‘「『《".Contains(segment.Target.Text[span.Start - 1], StringComparison.Ordinal));

    private static IEnumerable<Finding> Lengths(CheckedSegment segment)
    {
        if (Ratio(segment) is not { } ratio || segment.Unit.Segments.Length > 1 && WholeRatio(segment.Unit) is > 0.6 and < 1.7) yield break;
        var length = segment.SourceSize;
        var (least, most) = length switch { < 25 => (0.2, 4.0), < 60 => (0.35, 2.4), _ => (0.45, 1.9) };
        var share = ratio.ToString("P0", CultureInfo.InvariantCulture);
        if (ratio > most) yield return segment.Finding(Long, $"The translation has {share} of the length that is usual.", "Look whether something was added.");
        else if (ratio < least) yield return segment.Finding(Short, $"The translation has {share} of the length that is usual.", "Look whether something is missing.");
    }

    /// <summary>The length of a translation by what the two languages need; null where that cannot be said.</summary>
    private static double? Ratio(CheckedSegment segment) =>
        segment.Unit is { From.IsKnown: true, To.IsKnown: true } && segment.SourceSize > 7 ? segment.TargetSize / segment.SourceSize : null;

    private static double? WholeRatio(CheckedUnit unit) =>
        unit is { From.IsKnown: true, To.IsKnown: true } && unit.Segments.Sum(s => s.SourceSize) is > 7 and var size ? unit.Segments.Sum(s => s.TargetSize) / size : null;

    private static string? IsTruncated(CheckedSegment segment)
    {
        var (source, target) = (segment.Source.Text.TrimEnd(), segment.Target.Text.TrimEnd());
        var end = target[(target.AsSpan().LastIndexOfAnyExceptInRange('!', '~') + 1)..];
        if (end.Length > 1 && segment.SourceQuantities.Literals.Any(l => l.Text.Length > end.Length && l.Text.StartsWith(end, StringComparison.Ordinal))) return $"It ends with “{end}”.";
        if (source.Length < 20 || target.Length == 0 || !IsSentenceEnd(source)) return null;
        if (IsSentenceEnd(target) && target[^1] is ':' or '：' && source[^1] is not (':' or '：') && Ratio(segment) < 0.6) return "It ends in the middle.";
        if (IsSentenceEnd(target)) return target.Length > 2 && target[^1] == '.' && char.IsAsciiDigit(target[^2]) && !char.IsAsciiDigit(source.TrimEnd('.', '。')[^1]) && Ratio(segment) < 0.6 ? "It ends in the middle." : null;
        if (target[^1] is ',' or '-' or '–' or '(' or '،' or '、' or '，' or '«' or '“') return $"It ends with “{target[^1]}”.";
        if (target[^1] == CheckedText.Code || segment.Unit.Segments.Length > 1 && segment.Index < segment.Unit.Unit.Segments.Length - 1 && Ratio(segment) > 0.9) return null;
        var words = Words.Of(target);
        if (words.Count > 3 && segment.Unit.To.FunctionWords.Contains(words[^1].Word) && words[^1].Span.End == target.Length) return $"It ends with “{words[^1].Word}”.";
        if (Ratio(segment) < 0.75) return "It ends in the middle, and much is missing.";
        return segment.SourceQuantities.Literals.FirstOrDefault(l => IsGone(segment, l)) is { } gone ? $"It ends in the middle, and “{gone.Text}” is missing." : null;
    }

    /// <summary>Whether an address or code of the source has nothing in its place.</summary>
    private static bool IsGone(CheckedSegment segment, Literal literal) =>
        segment.SourceQuantities.Literals.Count(l => l.Kind == literal.Kind) > segment.TargetQuantities.Literals.Count(l => l.Kind == literal.Kind)
        && !segment.Unit.TargetText.Contains(literal.Text, StringComparison.Ordinal);

    private static bool IsSentenceEnd(string text)
    {
        var last = text.TrimEnd('"', '”', '’', '»', '“', ')', '）', '」', '』', '\u00a0', '\u202f', CheckedText.Code);
        return last.Length > 0 && last[^1] is '.' or '!' or '?' or '。' or '！' or '？' or '؟' or '…' or ':' or '：' || last.Length < text.Length && last.Length > 0 && last[^1] is ',' or '，' or '、';
    }
}
