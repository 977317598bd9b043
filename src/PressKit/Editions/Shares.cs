using System.Collections.Immutable;
using PressKit.Translation;

namespace PressKit.Editions;

/// <summary>How many sentences of a translation came from where. What a person revised still comes from where it came from.</summary>
/// <param name="Machine">From a machine-translation service.</param>
/// <param name="Memory">From the translation memory.</param>
/// <param name="Person">From a person.</param>
/// <param name="Other">Copied, for there was nothing to translate, or from nobody knows whom.</param>
public sealed record Shares(int Machine, int Memory, int Person, int Other)
{
    /// <summary>The shares of some sentences.</summary>
    public static Shares Of(ImmutableArray<SegmentTranslation> segments)
    {
        var translated = segments.Where(s => s.Target is not null).CountBy(s => s.Provenance?.Origin ?? (Origin)(-1)).ToDictionary();
        return new Shares(translated.GetValueOrDefault(Origin.Machine), translated.GetValueOrDefault(Origin.Memory),
            translated.GetValueOrDefault(Origin.Author), translated.GetValueOrDefault((Origin)(-1)));
    }

    /// <summary>All of them.</summary>
    public int Total => Machine + Memory + Person + Other;

    /// <summary>A number of them in whole percent.</summary>
    public int Percent(int count) => Total == 0 ? 0 : (int)Math.Round(100.0 * count / Total, MidpointRounding.AwayFromZero);
}
