using System.Collections.Immutable;
using PressKit.Content;
using PressKit.Segmentation;
using PressKit.Translation;
using PressKit.Translation.Repairs;
using PressKit.Translation.Xliff;

namespace PressKit.Editions;

/// <summary>What somebody approved of a translation, whole.</summary>
/// <param name="Approval">The approval.</param>
/// <param name="Source">The source as it was.</param>
/// <param name="Units">What its translation said.</param>
public sealed record ApprovedTranslation(Approval Approval, SplitText Source, ImmutableArray<TranslatedUnit> Units);

/// <summary>Follows approvals through edits. An approval names the hash of all that was approved and nothing else. Where a
/// translation or its source says something else by now, what was approved is put together again from the revision that was
/// kept, proved by its hash, and carried over to the present source: what is certain of it, and what could be repaired, is
/// approved.</summary>
/// <param name="splitter">Splits the source as it was.</param>
/// <param name="repair">Repairs what follows from figures, marks and markup.</param>
public sealed class Approvals(Splitter splitter, SoftRepair repair)
{
    /// <summary>A translation with the approval that holds for it, if any, and with what was approved last, if it is something
    /// else.</summary>
    public PairedTranslation Settle(Release release, SplitText source, PairedTranslation paired, RevisionFolder revisions, Problems problems)
    {
        if (release.Record.Editions.GetValueOrDefault(paired.File.Language)?.Approvals is not { IsEmpty: false } approvals) return paired;
        var content = Joining.ContentOf(source.Units, paired.Of);
        if (approvals.LastOrDefault(a => a.Content == content && a.TakenBack is null) is { } same) return paired with { Approval = same };
        // What somebody took back stands for nothing any more, and neither does what it took the place of.
        if (approvals[^1].TakenBack is not null) return paired;
        if (Restore(release, source, paired, approvals[^1], revisions) is not { } approved)
        {
            if (approvals[^1].Revision is not null) ReportLost(release, paired, problems);
            return paired;
        }

        var carried = Carry(source.Units, approved.Units, paired.Stored, repair);
        var present = Carrying.Of(source.UnitsIn(paired.File.Language), paired.Stored, repair).Units;
        // What the record tells comes after the text, and is no part of what was approved of it.
        var merged = present.Zip(carried, ApprovedUnit.Of).ToList();
        var isApproved = merged.TrueForAll(m => m.IsApproved);
        return paired with
        {
            Units = merged.Select(m => m.Unit).Concat(present.Skip(source.Units.Length)).Where(u => u.IsComplete || paired.Units.GetValueOrDefault(u.Id) == u).ToImmutableDictionary(u => u.Id, StringComparer.Ordinal),
            Approval = isApproved ? approved.Approval : null,
            Approved = approved,
        };
    }

    /// <summary>What was approved, carried over to the present source. A sentence that is parked may come back where an approved one
    /// that says the same has gone: nobody approved it there.</summary>
    internal static ImmutableArray<TranslatedUnit> Carry(
        ImmutableArray<Unit> units, ImmutableArray<TranslatedUnit> approved, StoredTranslation stored, SoftRepair repair)
    {
        var parked = stored.Gone.Select(u => u with { Segments = [.. u.Segments.Select(s => s with { State = SegmentState.Translated })] });
        return Carrying.Of(units, stored with { Units = approved, Gone = [.. parked] }, repair).Units;
    }

    private ApprovedTranslation? Restore(Release release, SplitText source, PairedTranslation paired, Approval approval, RevisionFolder revisions)
    {
        var kept = revisions.Translation(release, approval.Content) is { } bytes ? XliffReader.Read(bytes, paired.File.File, new Problems()) : null;
        foreach (var stored in new[] { kept, paired.Stored }.OfType<StoredTranslation>())
        {
            foreach (var hash in new[] { approval.Revision, stored.Revision }.OfType<string>().Distinct(StringComparer.Ordinal))
            {
                if (SourceOf(release, source, hash, revisions) is not { } was) continue;
                var units = Carrying.Of(was.Units, stored, repair).Units;
                var byId = units.ToDictionary(u => u.Id, StringComparer.Ordinal);
                if (Joining.ContentOf(was.Units, u => byId.GetValueOrDefault(u.Id)) == approval.Content)
                    return new ApprovedTranslation(approval, was, [.. units.Select(u => u with { Segments = [.. u.Segments.Select(Final)] })]);
            }
        }

        return null;

        static SegmentTranslation Final(SegmentTranslation segment) =>
            segment with { State = SegmentState.Final, IsRepaired = false, Previous = null, Conflicts = [] };
    }

    /// <summary>The source as it was; null where it is not kept, or may not be published: rules may have become stricter.
    /// A picture may be missing, for it may have been taken back.</summary>
    private SplitText? SourceOf(Release release, SplitText source, string hash, RevisionFolder revisions)
    {
        if (hash == source.Text.Hash) return source;
        if (revisions.Source(release, hash) is not { } text) return null;
        var found = new Problems();
        var split = splitter.Split(release, text, found);
        return found.All.Any(p => p.Severity == Severity.Error && p.Code != "content.missing-media") ? null : split;
    }

    private static void ReportLost(Release release, PairedTranslation paired, Problems problems) =>
        problems.Warn("approval.lost-revision", new Place(paired.File.File),
            $"What was approved cannot be put together again: {RevisionFolder.Name} in {release.Folder} lacks a file, or it was changed.",
            "Bring the folder back from the newsroom's history, or sign off what the translation says now.");
}
