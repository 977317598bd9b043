// The base stands in the file's skeleton, which the standards ask every tool to leave alone:
//
//   presskit-exchange 1 revision HASH
//   UNIT PRINT LENGTH/STATE/PRINT LENGTH/STATE/PRINT …
//
// a line a unit: its id, what its source says, and for each sentence its length without white space, its state (none where
// there is no translation), and what its target said. Words are told apart by any white space.

using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using PressKit.Translation.Xliff;

namespace PressKit.Translation.Exchange;

/// <summary>What a file held when it was exported, so that what came back can be merged three ways.</summary>
/// <param name="Revision">The hash of the source file that it was made from.</param>
/// <param name="Units">Its units by their ids.</param>
internal sealed record ExchangeBase(string Revision, ImmutableDictionary<string, BaseUnit> Units)
{
    private const string Mark = "presskit-exchange";
    private const string None = "none";

    /// <summary>The base of units that are exported.</summary>
    /// <param name="revision">The source file's hash.</param>
    /// <param name="units">The units.</param>
    /// <param name="written">The target that the file shows for a segment; null for none.</param>
    public static ExchangeBase Of(string revision, ImmutableArray<TranslatedUnit> units, Func<SegmentTranslation, InlineContent?> written) =>
        new(revision, units.ToImmutableDictionary(u => u.Id, u => new BaseUnit(Cuts.Print(u.Segments.Select(s => s.Segment)), [.. u.Segments.Select(s => new BaseSegment(
            Cuts.Length(s.Segment.Source), s.Target is null ? null : s.State,
            written(s) is { } target ? Cuts.Print(s.Segment.Source, target) : "-"))]), StringComparer.Ordinal));

    /// <summary>The skeleton's text, in the order of these units.</summary>
    public string Write(IEnumerable<string> order)
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{Mark} 1 revision {(Revision.Length == 0 ? "-" : Revision)}\n");
        foreach (var id in order)
        {
            text.Append(id).Append(' ').Append(Units[id].Print);
            foreach (var segment in Units[id].Segments)
                text.Append(CultureInfo.InvariantCulture, $" {segment.Length}/{(segment.State is { } state ? XliffNames.NameOf(state) : None)}/{segment.Print}");
            text.Append('\n');
        }

        return text.ToString();
    }

    /// <summary>Reads what <see cref="Write"/> wrote; null where it is something else.</summary>
    public static ExchangeBase? Read(string text)
    {
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (words is not [Mark, "1", "revision", var revision, .. var rest]) return null;
        var units = ImmutableDictionary.CreateBuilder<string, BaseUnit>(StringComparer.Ordinal);
        for (var at = 0; at < rest.Length;)
        {
            var id = rest[at++];
            if (at == rest.Length) return null;
            var print = rest[at++];
            var segments = ImmutableArray.CreateBuilder<BaseSegment>();
            while (at < rest.Length && rest[at].Contains('/', StringComparison.Ordinal))
            {
                if (Segment(rest[at++]) is not { } segment) return null;
                segments.Add(segment);
            }

            if (!units.TryAdd(id, new BaseUnit(print, segments.ToImmutable()))) return null;
        }

        return new ExchangeBase(revision == "-" ? "" : revision, units.ToImmutable());
    }

    private static BaseSegment? Segment(string word)
    {
        if (word.Split('/') is not [var number, var name, var print]
            || !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var length)) return null;
        if (name == None) return new BaseSegment(length, null, print);
        return XliffNames.TryParse(name, out SegmentState state) ? new BaseSegment(length, state, print) : null;
    }
}

/// <summary>A unit at export.</summary>
/// <param name="Print">What its source said.</param>
/// <param name="Segments">Its sentences.</param>
internal sealed record BaseUnit(string Print, ImmutableArray<BaseSegment> Segments);

/// <summary>A sentence at export.</summary>
/// <param name="Length">The length of its source, without white space.</param>
/// <param name="State">Its state; null where it had no translation.</param>
/// <param name="Print">What the file's target said; a hyphen for nothing.</param>
internal sealed record BaseSegment(int Length, SegmentState? State, string Print);
