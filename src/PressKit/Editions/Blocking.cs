using System.Collections.Immutable;
using PressKit.Translation;
using PressKit.Translation.Glossary;

namespace PressKit.Editions;

/// <summary>Finds the sentences that a change of the glossary blocks: those whose source has the term and whose translation
/// does not follow it now. Whoever approved an edition accepted how it dealt with the glossary of that day, so of an
/// approved edition only what was settled otherwise since counts; all other sentences stay as they are. Of an approval that
/// does not say what it was given under, nobody knows that, and only what is a mistake in any case counts.</summary>
public sealed class Blocking(Terminology terminology)
{
    /// <summary>The blocked sentences of a translation.</summary>
    /// <param name="source">The units of the source.</param>
    /// <param name="translation">The translation.</param>
    /// <param name="from">The language of the source.</param>
    /// <param name="approval">The approval that holds for it; null for none.</param>
    public ImmutableArray<BlockedSegment> Of(ImmutableArray<Unit> source, PairedTranslation translation, Language from, Approval? approval)
    {
        if (terminology.IsEmpty) return [];
        var to = translation.File.Language;
        if (approval?.Glossary is { } glossary && glossary == terminology.Revision(from, to)) return [];
        var blocked = ImmutableArray.CreateBuilder<BlockedSegment>();
        foreach (var unit in source.Select(translation.Of).OfType<TranslatedUnit>())
        {
            foreach (var (index, segment) in unit.Segments.Index())
            {
                if (segment.Target is not { } target) continue;
                var findings = terminology.Compare(segment.Segment.Source, target, from, to);
                findings = findings.RemoveAll(f => IsAccepted(f, approval));
                if (!findings.IsEmpty) blocked.Add(new BlockedSegment(unit.Id, index, findings));
            }
        }

        return blocked.ToImmutable();
    }

    private static bool IsAccepted(TermFinding finding, Approval? approval)
    {
        if (approval is null || finding.Fault == TermFault.Forbidden) return false;
        if (approval.Glossary is null) return finding.Fault == TermFault.Missing;
        return approval.Terms.TryGetValue(finding.Term.Id, out var then) && then == finding.Wanted;
    }

    /// <summary>An approval that says which glossary it was given under, and what was settled then for the terms of the
    /// text.</summary>
    public Approval Sign(Approval approval, ImmutableArray<Unit> source, Language from, Language to) => approval with
    {
        Glossary = terminology.IsEmpty ? null : terminology.Revision(from, to),
        Terms = source.SelectMany(u => u.Segments).SelectMany(s => terminology.Find(s.Source, from)).Select(m => m.Term)
            .DistinctBy(t => t.Id, StringComparer.Ordinal).Where(t => t.Wanted(to) is not null)
            .ToImmutableSortedDictionary(t => t.Id, t => t.Wanted(to)!, StringComparer.Ordinal),
    };
}
