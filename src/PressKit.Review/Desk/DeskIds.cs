using System.Globalization;

namespace PressKit.Review.Desk;

/// <summary>Gives the events of a desk's session their identities.</summary>
internal sealed class DeskIds(DeskSetup setup)
{
    private long _last;

    /// <summary>The tool that events name.</summary>
    public string Tool => setup.Tool;

    /// <summary>The present instant, to the second.</summary>
    public DateTimeOffset Now
    {
        get
        {
            var now = setup.Time.GetUtcNow();
            return new DateTimeOffset(now.Ticks - now.Ticks % TimeSpan.TicksPerSecond, now.Offset);
        }
    }

    /// <summary>The next one.</summary>
    public string Next() => string.Create(CultureInfo.InvariantCulture, $"{setup.Session}-{Interlocked.Increment(ref _last)}");

    /// <summary>Whether an event is of this session.</summary>
    public bool AreMine(string id) => id.StartsWith(setup.Session + "-", StringComparison.Ordinal);
}
