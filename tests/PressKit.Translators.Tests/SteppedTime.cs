using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;

namespace PressKit.Translators.Tests;

/// <summary>A clock that moves on by exactly what the code under test waits for, as soon as it waits; limits of requests
/// run out only when a test says so.</summary>
internal sealed class SteppedTime : FakeTimeProvider
{
    private readonly Channel<TimeSpan> _steps = Channel.CreateUnbounded<TimeSpan>();
    private readonly TimeSpan _limit;

    /// <summary>A clock.</summary>
    /// <param name="seconds">How long a request may take; Azure's limit where it is not said.</param>
    public SteppedTime(int seconds = 130)
        : base(new DateTimeOffset(2026, 3, 1, 9, 0, 0, TimeSpan.Zero)) => _limit = TimeSpan.FromSeconds(seconds);

    /// <summary>What was waited for.</summary>
    public List<TimeSpan> Waits { get; } = [];

    /// <summary>Lets the limit of the request that is under way run out.</summary>
    public void ExpireRequest() => _steps.Writer.TryWrite(_limit);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        if (dueTime != _limit && dueTime > TimeSpan.Zero) _steps.Writer.TryWrite(dueTime);
        return timer;
    }

    /// <summary>Lets time pass until the work is done.</summary>
    public async Task<T> RunAsync<T>(Task<T> work)
    {
        using var done = new CancellationTokenSource();
        var steps = StepAsync(done.Token);
        try
        {
            return await work;
        }
        finally
        {
            await done.CancelAsync();
            await steps;
        }
    }

    private async Task StepAsync(CancellationToken done)
    {
        try
        {
            await foreach (var step in _steps.Reader.ReadAllAsync(done))
            {
                Waits.Add(step);
                Advance(step);
            }
        }
        catch (OperationCanceledException)
        {
            // The work is done.
        }
    }
}
