using System.Collections.Immutable;
using PressKit.Translation;
using PressKit.Translation.Glossary;

namespace PressKit.Editions;

/// <summary>Mends sentences that the glossary blocks where a word takes the place of another: a forbidden form, or what was
/// settled for the term when the translation was approved. What it was stays beside it as the suggestion, and the sentence
/// says that it was repaired; whoever approves looks at it again.</summary>
/// <param name="at">When.</param>
public sealed class TermRepair(DateTimeOffset at)
{
    /// <summary>The translation, mended as far as it can be, and how many sentences were.</summary>
    public (StoredTranslation Translation, int Mended) Repair(StoredTranslation stored, Edition edition)
    {
        var places = edition.Blocked.ToDictionary(b => (b.Unit, b.Segment), b => b.Findings);
        var approved = edition.Release.Record.Editions.GetValueOrDefault(edition.Language)?.Approvals.LastOrDefault()?.Terms;
        var mended = 0;
        var units = stored.Units.Select(unit => unit with { Segments = [.. unit.Segments.Select((s, i) => Mend(unit.Id, s, i))] }).ToImmutableArray();
        return (mended == 0 ? stored : stored with { Units = units }, mended);

        SegmentTranslation Mend(string unit, SegmentTranslation segment, int index)
        {
            if (segment.Target is not { } target || !places.TryGetValue((unit, index), out var findings)) return segment;
            var better = target;
            foreach (var finding in findings)
            {
                var old = finding.Fault == TermFault.Forbidden ? finding.Target!.Form.Text : approved?.GetValueOrDefault(finding.Term.Id);
                if (old is { Length: > 0 } && finding.Wanted is { } wanted) better = Replace(better, old, wanted);
            }

            if (better.Equals(target)) return segment;
            mended++;
            return segment with
            {
                Target = better,
                Previous = new PreviousTranslation(segment.Segment.Source, target),
                IsRepaired = segment.State != SegmentState.Initial,
                Provenance = segment.Provenance is { } provenance ? provenance with { Repaired = Seconds(at) } : null,
            };
        }
    }

    /// <summary>Whole words only, in the same letter case.</summary>
    private static InlineContent Replace(InlineContent content, string old, string wanted) => content.MapText(text =>
    {
        var form = new Term("old", old) { Translate = false, Case = TermCase.Exact };
        foreach (var match in new Terminology([form]).Find(text, Language.Parse("mul")).Reverse()) text = text[..match.Start] + wanted + text[match.End..];
        return text;
    });

    private static DateTimeOffset Seconds(DateTimeOffset at) => new(at.Ticks - at.Ticks % TimeSpan.TicksPerSecond, at.Offset);
}
