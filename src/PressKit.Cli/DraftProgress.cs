using System.Globalization;

namespace PressKit.Cli;

/// <summary>Shows whoever watches how far drafting is: segments, rate, what was charged so far, and how long it may still take.</summary>
/// <param name="terminal">Where it is shown.</param>
/// <param name="time">The clock.</param>
/// <param name="total">How many segments there are.</param>
/// <param name="charged">What was charged so far, in words; empty for nothing.</param>
internal sealed class DraftProgress(Terminal terminal, TimeProvider time, long total, Func<string> charged) : IProgress<int>, IDisposable
{
    private static readonly TimeSpan Often = TimeSpan.FromMilliseconds(200);

    private readonly Lock _lock = new();
    private readonly long _start = time.GetTimestamp();
    private TimeSpan _shown = -Often;
    private long _done;

    /// <inheritdoc/>
    public void Report(int value)
    {
        if (!terminal.IsWatched) return;
        lock (_lock)
        {
            _done += value;
            var passed = time.GetElapsedTime(_start);
            if (passed - _shown < Often) return;
            _shown = passed;
            terminal.Progress(Line(passed));
        }
    }

    /// <inheritdoc/>
    public void Dispose() => terminal.Progress(null);

    private string Line(TimeSpan passed)
    {
        var rate = passed > TimeSpan.Zero ? _done / passed.TotalMinutes : 0;
        var left = rate > 0 && _done < total ? TimeSpan.FromMinutes((total - _done) / rate) : (TimeSpan?)null;
        string[] parts =
        [
            string.Create(CultureInfo.InvariantCulture, $"{_done} of {total} segments"),
            .. rate > 0 ? [string.Create(CultureInfo.InvariantCulture, $"{rate:0} a minute")] : Array.Empty<string>(),
            .. charged() is { Length: > 0 } so ? [so + " so far"] : Array.Empty<string>(),
            .. left is { } l ? [l.TotalMinutes < 1.5 ? "about a minute left" : string.Create(CultureInfo.InvariantCulture, $"about {l.TotalMinutes:0} minutes left")] : Array.Empty<string>(),
        ];
        return string.Join(", ", parts);
    }
}
