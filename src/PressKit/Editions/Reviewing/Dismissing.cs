using PressKit.Content;

namespace PressKit.Editions.Reviewing;

/// <summary>Puts findings that somebody keeps beside a release, where builds and commands find them.</summary>
public static class Dismissing
{
    /// <summary>Adds what the events of a history say, as far as it is not there.</summary>
    public static void Store(string newsroomFolder, string releaseFolder, Language language, IEnumerable<HistoryEvent> events)
    {
        var file = new DismissalFile(newsroomFolder, releaseFolder);
        foreach (var happened in events.Where(e => e is { Event: Happening.Dismissed, Finding: not null }))
        {
            if (file.Read(new Problems()).Any(d => d.Fingerprint == happened.Finding)) continue;
            file.Add(new Dismissal(happened.Check ?? "", language, happened.Unit ?? "", happened.Finding!, happened.Actor, happened.At, happened.Text ?? ""));
        }
    }
}
