using System.Collections.Immutable;
using PressKit.Translation;

namespace PressKit.Editions;

/// <summary>How the sentences of an edition were translated.</summary>
/// <param name="Weakest">The state of the weakest of them.</param>
/// <param name="Machine">How many a machine translated.</param>
/// <param name="Repaired">How many PressKit repaired after what was approved.</param>
/// <param name="Makers">Who or what translated them, each once, in order of first appearance.</param>
/// <param name="Translators">The people among them.</param>
public sealed record TranslationSummary(
    SegmentState Weakest, int Machine, int Repaired, ImmutableArray<string> Makers, ImmutableArray<string> Translators)
{
    /// <summary>Where nothing was translated.</summary>
    public static TranslationSummary None { get; } = new(SegmentState.Initial, 0, 0, [], []);

    /// <summary>Where each sentence came from, for whoever asks how much of it is whose.</summary>
    public Shares Shares { get; init; } = new(0, 0, 0, 0);

    /// <summary>The summary of some sentences.</summary>
    public static TranslationSummary Of(ImmutableArray<SegmentTranslation> sentences)
    {
        if (sentences.IsEmpty) return None;
        var made = sentences.Select(s => s.Provenance).OfType<Provenance>().ToList();
        return new TranslationSummary(
            sentences.Min(s => s.State),
            sentences.Count(s => s.Provenance?.Origin == Origin.Machine || s.IsMachineDraft),
            sentences.Count(s => s.IsRepaired),
            [.. made.Select(p => p.Maker).Distinct(StringComparer.Ordinal)],
            [.. made.Where(p => p.Origin == Origin.Author).Select(p => p.Maker).Distinct(StringComparer.Ordinal)])
        {
            Shares = Shares.Of(sentences),
        };
    }
}
