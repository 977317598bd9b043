using System.Globalization;

namespace PressKit.Cli;

/// <summary>Shows whoever watches how far drafting is: segments, rate, what was charged so far, and how long it may still take.</summary>
internal sealed class DraftProgress : IProgress<int>, IDisposable
{
    private static readonly TimeSpan Often = TimeSpan.FromMilliseconds(200);

    private readonly TimeProvider _time;
    private readonly long _total;
    private readonly Func<string> _charged;
    private readonly long _start;
    private readonly ITimer? _timer;
    private readonly Terminal _terminal;
    private long _done;

    /// <summary>Begins to show it.</summary>
    public DraftProgress(Terminal terminal, TimeProvider time, long total, Func<string> charged)
    {
        (_terminal, _time, _total, _charged, _start) = (terminal, time, total, charged, time.GetTimestamp());
        if (terminal.IsWatched && total > 0) _timer = time.CreateTimer(_ => terminal.Progress(Line()), null, Often, Often);
    }

    /// <inheritdoc/>
    public void Report(int value) => Interlocked.Add(ref _done, value);

    /// <inheritdoc/>
    public void Dispose()
    {
        _timer?.Dispose();
        _terminal.Progress(null);
    }

    private string Line()
    {
        var (passed, done) = (_time.GetElapsedTime(_start), Interlocked.Read(ref _done));
        var rate = passed > TimeSpan.Zero ? done / passed.TotalMinutes : 0;
        var left = rate > 0 && done < _total ? TimeSpan.FromMinutes((_total - done) / rate) : (TimeSpan?)null;
        string[] parts =
        [
            string.Create(CultureInfo.InvariantCulture, $"{done} of {_total} segments"),
            .. rate > 0 ? [string.Create(CultureInfo.InvariantCulture, $"{rate:0} a minute")] : Array.Empty<string>(),
            .. _charged() is { Length: > 0 } so ? [so + " so far"] : Array.Empty<string>(),
            .. left is { } l ? [l.TotalMinutes < 1.5 ? "about a minute left" : string.Create(CultureInfo.InvariantCulture, $"about {l.TotalMinutes:0} minutes left")] : Array.Empty<string>(),
        ];
        return string.Join(", ", parts);
    }
}
