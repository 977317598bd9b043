using PressKit.Segmentation;

namespace PressKit.Translation.Memory;

/// <summary>Makes memory of stored translations.</summary>
public static class MemoryDocuments
{
    /// <summary>What a stored translation teaches: each segment that has a target. What persons translated and the source no
    /// longer has teaches too, without its context.</summary>
    /// <param name="path">The file, from the newsroom's folder.</param>
    /// <param name="hash">The hash of its bytes.</param>
    /// <param name="stored">What it holds.</param>
    public static MemoryDocument Of(string path, string hash, StoredTranslation stored)
    {
        var document = Folder(path);
        var present = Context.Around(stored.Units).Select(s => Of(document, stored, s.Unit, s.Unit.Segments[s.Index]) is { } entry
            ? entry with { Unit = s.Unit.Id, Previous = s.Previous, Next = s.Next } : null);
        var gone = stored.Gone.SelectMany(u => u.Segments.Select(s => Of(document, stored, u, s))).Where(e => e is { IsReviewed: true });
        return new MemoryDocument(path, hash, [.. present.Concat(gone).OfType<MemoryEntry>()]);
    }

    /// <summary>The release or page that a translation's file belongs to.</summary>
    public static string Folder(string path) => path[..Math.Max(0, path.LastIndexOf('/'))];

    private static MemoryEntry? Of(string document, StoredTranslation stored, TranslatedUnit unit, SegmentTranslation segment)
    {
        // What nobody made, such as a number on its own, is no translation to learn from.
        if (segment.Target is not { } target || (segment.Provenance is null && segment.IsMachineDraft)) return null;
        if (target.IsBlank || segment.Segment.Source.IsBlank) return null;
        // What was repaired since it was reviewed waits to be looked at again.
        var state = segment.IsRepaired && segment.State > SegmentState.Translated ? SegmentState.Translated : segment.State;
        return new MemoryEntry(stored.SourceLanguage, stored.TargetLanguage, segment.Segment.Source, target, state)
        {
            Document = document, Kind = Wording.Kind(unit.Role, unit.Id), Provenance = segment.Provenance,
        };
    }
}
