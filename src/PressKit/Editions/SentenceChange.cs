using System.Collections.Immutable;
using PressKit.Translation;
using PressKit.Translation.Repairs;

namespace PressKit.Editions;

/// <summary>A sentence that was changed since it was translated.</summary>
/// <param name="Unit">Its unit.</param>
/// <param name="Segment">Its number in it, from 1.</param>
/// <param name="IsRepaired">Whether its translation was repaired; else it waits for a new one.</param>
/// <param name="Earlier">What it was, and was translated as.</param>
/// <param name="Present">What it is.</param>
/// <param name="Target">Its translation as it would be published; null where there is none.</param>
public sealed record SentenceChange(
    string Unit, int Segment, bool IsRepaired, PreviousTranslation Earlier, InlineContent Present, InlineContent? Target)
{
    /// <summary>The sentence with what differs from its earlier text.</summary>
    public string Difference => Translation.Difference.Of(Earlier.Source.ReadingText, Present.ReadingText);

    /// <summary>The changed sentences of a translation, in the order of the text.</summary>
    public static ImmutableArray<SentenceChange> Of(PairedRelease release, PairedTranslation translation, SoftRepair repair) =>
    [
        .. Carrying.Of(release.Source.UnitsIn(translation.File.Language), translation.Stored, repair).Units
            .Select(stored => translation.Units.GetValueOrDefault(stored.Id) ?? stored)
            .SelectMany(u => u.Segments.Index().Where(s => s.Item.Previous is not null && (s.Item.IsRepaired || !s.Item.IsPersons))
                .Select(s => new SentenceChange(u.Id, s.Index + 1, s.Item.IsRepaired, s.Item.Previous!, s.Item.Segment.Source, s.Item.Target))),
    ];
}
