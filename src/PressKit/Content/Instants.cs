using System.Globalization;
using NodaTime;
using NodaTime.Text;
using NodaTime.TimeZones;

namespace PressKit.Content;

/// <summary>Reads dates and times as people write them into front matter. A time without an offset is the newsroom's own,
/// and refused where its clocks show it twice or never.</summary>
internal sealed class Instants
{
    private static readonly OffsetDateTimePattern[] WithOffset =
    [
        Offset("uuuu-MM-dd'T'HH:mm:ss;FFFFFFFo<Z+HH:mm>"), Offset("uuuu-MM-dd'T'HH:mmo<Z+HH:mm>"),
        Offset("uuuu-MM-dd HH:mm:ss;FFFFFFFo<Z+HH:mm>"), Offset("uuuu-MM-dd HH:mmo<Z+HH:mm>"),
        Offset("uuuu-MM-dd HH:mm:ss o<Z+HH:mm>"), Offset("uuuu-MM-dd HH:mm o<Z+HH:mm>"),
    ];

    private static readonly LocalDateTimePattern[] WithoutOffset =
    [
        Local("uuuu-MM-dd'T'HH:mm:ss;FFFFFFF"), Local("uuuu-MM-dd'T'HH:mm"), Local("uuuu-MM-dd HH:mm:ss"),
        Local("uuuu-MM-dd HH:mm"), Local("uuuu-MM-dd"),
    ];

    // Beyond these, an offset would carry the time out of the calendar.
    private static readonly LocalDateTime Earliest = new(1000, 1, 1, 0, 0);
    private static readonly LocalDateTime Latest = new(9999, 12, 30, 0, 0);

    private readonly DateTimeZone _zone;

    private Instants(DateTimeZone zone) => _zone = zone;

    /// <summary>Reads in a zone of the tz database; null where there is none of that name.</summary>
    public static Instants? In(string zone) => DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is { } found ? new Instants(found) : null;

    /// <summary>A calendar date: <c>2025-11-03</c>.</summary>
    public static DateOnly? Date(string text, Place place, Problems problems)
    {
        var result = LocalDatePattern.CreateWithInvariantCulture("uuuu-MM-dd").Parse(text);
        if (result.Success && result.Value.Year >= 1) return result.Value.ToDateOnly();
        problems.Error("content.bad-date", place, $"'{text}' {(IsWrittenAsDate(text) ? "is a date that does not exist" : "is not written as a date")}.",
            "Write year-month-day: 2025-11-03.");
        return null;
    }

    /// <summary>An instant, with the newsroom's offset at that time.</summary>
    public DateTimeOffset? Instant(string text, Place place, Problems problems)
    {
        foreach (var pattern in WithOffset)
        {
            if (pattern.Parse(text) is { Success: true } result && IsNear(result.Value.LocalDateTime))
                return result.Value.ToInstant().InZone(_zone).ToDateTimeOffset();
        }

        foreach (var pattern in WithoutOffset)
        {
            if (pattern.Parse(text) is not { Success: true } result || !IsNear(result.Value)) continue;
            var mapping = _zone.MapLocal(result.Value);
            if (mapping.Count == 1) return mapping.Single().ToDateTimeOffset();
            Refuse(text, mapping, place, problems);
            return null;
        }

        problems.Error("content.bad-date", place, $"'{text}' {(IsWrittenAsDate(text) ? "does not exist, or its time is not written as one" : "is not written as a date and time")}.",
            "Write it as 2025-11-03T09:00, or with an offset as 2025-11-03T09:00+01:00.");
        return null;
    }

    /// <summary>An instant with the newsroom's offset at that time.</summary>
    public DateTimeOffset Here(DateTimeOffset instant) => NodaTime.Instant.FromDateTimeOffset(instant).InZone(_zone).ToDateTimeOffset();

    /// <summary>The date that the newsroom's calendar shows at an instant.</summary>
    public DateOnly DateOf(DateTimeOffset instant) => NodaTime.Instant.FromDateTimeOffset(instant).InZone(_zone).Date.ToDateOnly();

    private static bool IsNear(LocalDateTime time) => time >= Earliest && time <= Latest;

    private static bool IsWrittenAsDate(ReadOnlySpan<char> text) =>
        text.Length >= 10 && text[4] == '-' && text[7] == '-' && text[..4].IndexOfAnyExceptInRange('0', '9') < 0
        && text[5..7].IndexOfAnyExceptInRange('0', '9') < 0 && text[8..10].IndexOfAnyExceptInRange('0', '9') < 0;

    private void Refuse(string text, ZoneLocalMapping mapping, Place place, Problems problems)
    {
        if (mapping.Count == 2)
        {
            problems.Error("content.ambiguous-time", place, $"'{text}' comes twice in {_zone.Id}: the clocks are put back.",
                $"Say which: {Written(text, mapping.First())} or {Written(text, mapping.Last())}.");
            return;
        }

        problems.Error("content.skipped-time", place, $"'{text}' never comes in {_zone.Id}: the clocks are put forward.",
            $"Give an offset, such as {text.Replace(' ', 'T')}{mapping.LateInterval.WallOffset.ToString("+HH:mm", CultureInfo.InvariantCulture)}, or another time.");
    }

    private static string Written(string text, ZonedDateTime time) =>
        text.Replace(' ', 'T') + time.Offset.ToString("+HH:mm", CultureInfo.InvariantCulture);

    private static OffsetDateTimePattern Offset(string pattern) => OffsetDateTimePattern.CreateWithInvariantCulture(pattern);

    private static LocalDateTimePattern Local(string pattern) => LocalDateTimePattern.CreateWithInvariantCulture(pattern);
}
