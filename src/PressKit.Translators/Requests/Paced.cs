namespace PressKit.Translators.Requests;

/// <summary>Lets no more requests go at the same time, and none faster, than the service allows: the requests and characters of
/// any minute stay within its rates.</summary>
internal sealed class Paced(IServiceClient inner, ServicePace pace, TimeProvider time) : IServiceClient, IDisposable
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim _places = new(pace.Concurrency, pace.Concurrency);
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly Queue<(DateTimeOffset At, long Requests, long Characters)> _recent = [];

    /// <inheritdoc/>
    public async Task<ServiceAnswer> SendAsync(ServiceRequest request, CancellationToken cancellation)
    {
        await _places.WaitAsync(cancellation);
        try
        {
            await WaitAsync(pace.CountsTexts ? request.Texts.Length : 1, request.Texts.Sum(t => (long)t.Size), cancellation);
            return await inner.SendAsync(request, cancellation);
        }
        finally
        {
            _places.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _places.Dispose();
        _turn.Dispose();
    }

    private async Task WaitAsync(long requests, long characters, CancellationToken cancellation)
    {
        if (pace.Requests is null && pace.Characters is null) return;
        await _turn.WaitAsync(cancellation);
        try
        {
            while (true)
            {
                var now = time.GetUtcNow();
                while (_recent.TryPeek(out var old) && old.At + Minute <= now) _recent.Dequeue();
                // A request that is larger than a minute's rate goes alone.
                if (_recent.Count == 0 || (_recent.Sum(r => r.Requests) + requests <= (pace.Requests ?? long.MaxValue)
                    && _recent.Sum(r => r.Characters) + characters <= (pace.Characters ?? long.MaxValue)))
                {
                    _recent.Enqueue((now, requests, characters));
                    return;
                }

                await Task.Delay(_recent.Peek().At + Minute - now, time, cancellation);
            }
        }
        finally
        {
            _turn.Release();
        }
    }
}
