using System.Globalization;

namespace PressKit.Formats.Feeds;

/// <summary>Instants as feeds have them: English in every culture, with their own offset.</summary>
internal static class FeedDates
{
    /// <summary>As RFC 3339 has it, with a fraction of a second where there is one.</summary>
    public static string Rfc3339(DateTimeOffset instant) => instant.ToString(
        instant.Ticks % TimeSpan.TicksPerSecond == 0 ? "yyyy-MM-dd'T'HH:mm:sszzz" : "yyyy-MM-dd'T'HH:mm:ss.ffffffzzz", CultureInfo.InvariantCulture);

    /// <summary>As RFC 822 has it, with the year in full and the offset without a colon.</summary>
    public static string Rfc822(DateTimeOffset instant)
    {
        var offset = instant.Offset.Duration();
        var zone = offset == TimeSpan.Zero ? "GMT" : string.Create(
            CultureInfo.InvariantCulture, $"{(instant.Offset < TimeSpan.Zero ? '-' : '+')}{offset.Hours:00}{offset.Minutes:00}");
        return instant.ToString("ddd, dd MMM yyyy HH:mm:ss ", CultureInfo.InvariantCulture) + zone;
    }
}
