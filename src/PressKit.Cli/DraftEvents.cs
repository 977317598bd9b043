using System.Globalization;
using PressKit.Editions;
using PressKit.Translation;

namespace PressKit.Cli;

/// <summary>What drafting did, for the history of a translation.</summary>
internal static class DraftEvents
{
    /// <summary>An event for each unit that has something new, and each of its makers.</summary>
    public static IEnumerable<HistoryEvent> Of(Draft draft, DraftRequest request, DateTimeOffset at)
    {
        var known = (request.Stored?.Units ?? []).SelectMany(u => u.Segments).Select(s => (s.Segment.Source, s.Target)).ToHashSet();
        var makers = (request.Stored?.Units ?? []).SelectMany(u => u.Segments).Select(s => s.Provenance).OfType<Provenance>().ToHashSet();
        foreach (var unit in draft.Translation.Units)
        {
            var made = unit.Segments.Index().Where(s => s.Item.Target is not null && !known.Contains((s.Item.Segment.Source, s.Item.Target)))
                .Where(s => s.Item.IsRepaired || (s.Item.Provenance is { } maker && !makers.Contains(maker)));
            foreach (var group in made.GroupBy(s => s.Item.IsRepaired ? ("PressKit", "repaired") : (s.Item.Provenance!.Maker, "drafted")))
            {
                yield return new HistoryEvent(at, group.Key.Item1, group.Key.Item2, request.Revision)
                {
                    Tool = Session.Tool,
                    Unit = unit.Id,
                    Segments = string.Join(' ', group.Select(s => (s.Index + 1).ToString(CultureInfo.InvariantCulture))),
                };
            }
        }
    }
}
