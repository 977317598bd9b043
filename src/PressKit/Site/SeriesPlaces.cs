namespace PressKit.Site;

/// <summary>Knows where each release of a language stands in its series.</summary>
internal sealed class SeriesPlaces
{
    private readonly Dictionary<string, SeriesPlace> _places = new(StringComparer.Ordinal);

    /// <summary>The places of a language's releases.</summary>
    public SeriesPlaces(Frame frame, Entries entries)
    {
        var bySeries = entries.Listed(frame.Language).ToLookup(e => e.Edition.FrontMatter.Series, StringComparer.Ordinal);
        foreach (var (series, address) in frame.Series)
        {
            var newestFirst = bySeries[series.Id].ToList();
            for (var i = 0; i < newestFirst.Count; i++)
            {
                _places[newestFirst[i].Edition.Release.Folder] = new SeriesPlace(
                    series, address, i + 1 < newestFirst.Count ? newestFirst[i + 1] : null, i > 0 ? newestFirst[i - 1] : null);
            }
        }
    }

    /// <summary>The place of a release; null where it belongs to no series.</summary>
    public SeriesPlace? Of(Entry entry) => _places.GetValueOrDefault(entry.Edition.Release.Folder);
}
