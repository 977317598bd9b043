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
        var (machine, memory, person, other) = (0, 0, 0, 0);
        foreach (var segment in segments)
        {
            if (segment.Target is null) continue;
            _ = segment.Provenance?.Origin switch
            {
                Origin.Machine => machine++,
                Origin.Memory => memory++,
                Origin.Author => person++,
                _ => other++,
            };
        }

        return new Shares(machine, memory, person, other);
    }

    /// <summary>All of them.</summary>
    public int Total => Machine + Memory + Person + Other;

    /// <summary>A number of them in whole percent.</summary>
    public int Percent(int count) => Total == 0 ? 0 : (int)Math.Round(100.0 * count / Total, MidpointRounding.AwayFromZero);
}
