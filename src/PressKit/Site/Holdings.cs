using System.Collections.Frozen;

namespace PressKit.Site;

/// <summary>What a language has releases of its own on. A list of nothing but other languages' releases is no translation of theirs,
/// so no alternate leads to it.</summary>
internal sealed class Holdings
{
    private readonly FrozenSet<string> _topics;
    private readonly FrozenSet<string> _series;
    private readonly FrozenSet<DateOnly> _months;
    private readonly FrozenSet<int> _years;

    /// <summary>The holdings of a language, by the releases that are public in it.</summary>
    public Holdings(IReadOnlyCollection<Entry> own)
    {
        _topics = own.SelectMany(e => e.Edition.FrontMatter.Topics).ToFrozenSet(StringComparer.Ordinal);
        _series = own.Select(e => e.Edition.FrontMatter.Series).OfType<string>().ToFrozenSet(StringComparer.Ordinal);
        _months = own.Select(MonthOf).OfType<DateOnly>().ToFrozenSet();
        _years = _months.Select(m => m.Year).ToFrozenSet();
        HasMedia = own.Any(e => !e.Media.IsEmpty);
    }

    /// <summary>Whether any release offers an image or document.</summary>
    public bool HasMedia { get; }

    /// <summary>Whether there is a release on a topic.</summary>
    public bool Has(Topic topic) => _topics.Contains(topic.Id);

    /// <summary>Whether there is a release of a series.</summary>
    public bool Has(Series series) => _series.Contains(series.Id);

    /// <summary>Whether there is a release of a month.</summary>
    public bool Has(DateOnly month) => _months.Contains(month);

    /// <summary>Whether there is a release of a year.</summary>
    public bool Has(int year) => _years.Contains(year);

    /// <summary>The first day of the month in which a release was published, by its own clock; null for one without a date.</summary>
    public static DateOnly? MonthOf(Entry entry) =>
        entry.Edition.FrontMatter.Published is { } at ? new DateOnly(at.Year, at.Month, 1) : null;
}
