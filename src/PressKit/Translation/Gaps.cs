using System.Collections.Immutable;
using System.Text;

namespace PressKit.Translation;

/// <summary>A document's translation as far as it can be had from what is stored, and what is missing in it.</summary>
internal sealed class Gaps
{
    private readonly NameProtection _names;

    private Gaps(DraftRequest request, ImmutableArray<Term> glossary)
    {
        _names = new NameProtection(glossary, request.Source, request.Target);
        (Units, Gone) = Carrying.Of(request.Units, request.Stored);
        IsUnchanged = request.Stored is { } stored && Units == stored.Units && Gone == stored.Gone && Units.All(u => u.IsComplete);
        foreach (var unit in Units)
        {
            foreach (var segment in unit.Segments.Where(s => s.Target is null))
            {
                var content = Protected(segment);
                if (!Contents.TryGetValue(content, out var places)) Contents.Add(content, places = []);
                places.Add(unit.Id);
            }
        }
    }

    /// <summary>The units, with the targets that are kept.</summary>
    public ImmutableArray<TranslatedUnit> Units { get; }

    /// <summary>What persons translated and the document no longer has.</summary>
    public ImmutableArray<TranslatedUnit> Gone { get; }

    /// <summary>Whether they are the stored ones, and complete.</summary>
    public bool IsUnchanged { get; }

    /// <summary>What has no target, names protected, each content once, with the ids of its units.</summary>
    public Dictionary<InlineContent, List<string>> Contents { get; } = [];

    /// <summary>The gaps of a document.</summary>
    public static Gaps Of(DraftRequest request, ImmutableArray<Term> glossary) => new(request, glossary);

    /// <summary>Whether there is anything to translate: a letter that is not a name's or a code's.</summary>
    public static bool NeedsService(InlineContent content) => content.PlainText.EnumerateRunes().Any(Rune.IsLetter);

    /// <summary>A segment's source as services see it.</summary>
    public InlineContent Protected(SegmentTranslation segment) => _names.Protect(segment.Segment.Source);
}
