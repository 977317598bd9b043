using System.Collections.Immutable;
using PressKit.Segmentation;

namespace PressKit.Translation;

/// <summary>Takes translations from one source to another, whose codes have other numbers and other markup.</summary>
internal static class Transfer
{
    /// <summary>The translation of an earlier sentence, with the codes of the present one; null where the two do not say the
    /// same, or a code of the translation is none of its own sentence's.</summary>
    public static InlineContent? To(InlineContent present, InlineContent earlier, InlineContent target)
    {
        if (!string.Equals(Wording.Of(present), Wording.Of(earlier), StringComparison.Ordinal)) return null;
        var (now, was) = (present.Codes, earlier.Codes);
        var codes = was.Zip(now).ToDictionary(p => p.First.Id, p => p.Second);
        if (!target.Codes.All(c => codes.TryGetValue(c.Id, out var code) && code.Kind == c.Kind && code.Spans == c.Spans)) return null;
        return Renumbered(target, c => codes[c.Id]);
    }

    /// <summary>The translation of a like sentence, with those codes of the present one that stand for the same: the first
    /// link for the first link, and so on. A code that has no counterpart is left out; none is made up.</summary>
    public static InlineContent Onto(InlineContent present, InlineContent earlier, InlineContent target)
    {
        var free = present.Codes.ToList();
        var codes = new Dictionary<int, InlineCode>();
        foreach (var was in earlier.Codes)
        {
            var at = free.FindIndex(c => c.Kind == was.Kind && c.Spans == was.Spans);
            if (at < 0) continue;
            codes[was.Id] = free[at];
            free.RemoveAt(at);
        }

        foreach (var code in target.Codes.Where(c => codes.TryGetValue(c.Id, out var now) && (now.Kind != c.Kind || now.Spans != c.Spans))) codes.Remove(code.Id);
        return Renumbered(Own(target, codes.Keys), c => codes[c.Id]);
    }

    /// <summary>A translation as a key: the same for the same text with codes of the same places in the source.</summary>
    public static string Key(SegmentTranslation segment)
    {
        if (segment.Target is not { } target) return "";
        var numbers = segment.Segment.Source.Codes.Index().ToDictionary(c => c.Item.Id, c => c.Index + 1);
        return "=" + Renumbered(target, c => c with { Id = numbers.GetValueOrDefault(c.Id, -c.Id) });
    }

    /// <summary>Several sentences and their translations as one.</summary>
    public static PreviousTranslation Joined(ImmutableArray<SegmentTranslation> segments)
    {
        var (sources, targets, used) = (new List<Piece>(), new List<Piece>(), 0);
        foreach (var segment in segments)
        {
            var codes = segment.Segment.Source.Codes.ToDictionary(c => c.Id, c => c with { Id = segments.Length == 1 ? c.Id : ++used });
            sources.AddRange(Renumbered(segment.Segment.Source, c => codes[c.Id]));
            targets.AddRange(Renumbered(Own(segment.Target!, codes.Keys), c => codes[c.Id]));
            if (segment == segments[^1]) break;
            sources.Add(Piece.Run(segment.Segment.Space));
            targets.Add(Piece.Run(segment.Segment.Space));
        }

        return new PreviousTranslation(InlineContent.Of(sources), InlineContent.Of(targets));
    }

    /// <summary>A translation without the codes that are not among these.</summary>
    public static InlineContent Own(InlineContent target, ICollection<int> codes) =>
        target.Codes.All(c => codes.Contains(c.Id)) ? target : InlineContent.Of(target.Where(p => p.Code is null || codes.Contains(p.Code.Id)));

    /// <summary>Content with other codes in the places of its own.</summary>
    public static InlineContent Renumbered(InlineContent content, Func<InlineCode, InlineCode> code) => InlineContent.Of(content.Select(p => p.Kind switch
    {
        PieceKind.Text => p,
        PieceKind.Open => Piece.Open(code(p.Code!)),
        PieceKind.Close => Piece.Close(code(p.Code!)),
        _ => Piece.Alone(code(p.Code!)),
    }));
}
