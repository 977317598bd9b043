using System.Globalization;
using Polly;
using Polly.Retry;

namespace PressKit.Translators.Requests;

/// <summary>Sends a request again where that can help: after the wait that the service asks for, or one that doubles each
/// time, give or take a fifth.</summary>
internal sealed class Retrying : IServiceClient
{
    private readonly IServiceClient _inner;
    private readonly ResiliencePipeline _pipeline;
    private readonly RetryLimits _limits;

    public Retrying(IServiceClient inner, RetryLimits limits, TimeProvider time)
    {
        (_inner, _limits) = (inner, limits);
        // Spreads the second attempts of several machines; no secret depends on it.
        var jitter = new Random(unchecked((int)time.GetTimestamp()));
        _pipeline = limits.Attempts == 1 ? ResiliencePipeline.Empty : new ResiliencePipelineBuilder { TimeProvider = time }.AddRetry(new RetryStrategyOptions
        {
            MaxRetryAttempts = limits.Attempts - 1,
            ShouldHandle = a => ValueTask.FromResult(
                a.Outcome.Exception is ServiceFailure { Kind: FailureKind.Retry } f && !(f.RetryAfter > limits.LongestWait)),
            DelayGenerator = a => ValueTask.FromResult<TimeSpan?>(Wait((ServiceFailure)a.Outcome.Exception!, a.AttemptNumber, jitter)),
        }).Build();
    }

    /// <inheritdoc/>
    public Task<ServiceAnswer> SendAsync(ServiceRequest request, CancellationToken cancellation) =>
        RunAsync(c => _inner.SendAsync(request, c), cancellation);

    /// <summary>Does something else that can fail as a request can.</summary>
    public async Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> attempt, CancellationToken cancellation)
    {
        var attempts = 0;
        try
        {
            return await _pipeline.ExecuteAsync(async c =>
            {
                attempts++;
                return await attempt(c);
            }, cancellation);
        }
        catch (ServiceFailure e) when (attempts > 1)
        {
            throw new ServiceFailure(e.Kind, string.Create(CultureInfo.InvariantCulture, $"{e.Message} It was tried {attempts} times."), e.Remedy)
            {
                MayBeCharged = e.MayBeCharged,
            };
        }
    }

    private TimeSpan Wait(ServiceFailure failure, int attempt, Random jitter)
    {
        if (failure.RetryAfter is { } asked) return asked;
        var wait = Math.Min(_limits.FirstWait.TotalSeconds * Math.Pow(2, attempt), 60);
        lock (jitter) return TimeSpan.FromSeconds(wait * (0.8 + 0.4 * jitter.NextDouble()));
    }
}

/// <summary>How often and how long is waited.</summary>
internal sealed record RetryLimits
{
    /// <summary>How often a request is sent at most.</summary>
    public int Attempts { get; init; } = 6;

    /// <summary>The wait before the second attempt; it doubles with each further one.</summary>
    public TimeSpan FirstWait { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest wait, also where the service asks for more: then the work ends there.</summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromMinutes(2);
}
