using System.Collections.Immutable;
using System.Net.Http.Headers;
using System.Threading.Channels;
using Polly;
using Polly.Retry;
using PressKit.Review.Desk;

namespace PressKit.Review.Webhooks;

/// <summary>Tells the addresses that newsroom.yml names of what happens at the desk: signed, one message after the other, each tried again
/// for some minutes. An address that does not answer keeps nobody waiting. Of a release under embargo nobody is told.</summary>
internal sealed class Telling : IAsyncDisposable
{
    private const int MostWaiting = 10_000;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly Lock _lock = new();
    private readonly Dictionary<Webhook, Channel<Message>> _waiting = [];
    private readonly List<Task> _told = [];
    private ImmutableArray<Webhook> _known = [];
    private readonly CancellationTokenSource _closing = new();
    private readonly HttpClient _http;
    private readonly ResiliencePipeline<HttpResponseMessage> _again;
    private readonly Func<string, string?> _environment;
    private readonly TimeProvider _time;
    private readonly Action<string> _note;
    private readonly IDisposable _watch;

    /// <summary>Begins to tell.</summary>
    /// <param name="desk">The desk.</param>
    /// <param name="isSecret">Whether a release is under embargo.</param>
    /// <param name="environment">Holds the secrets.</param>
    /// <param name="time">The clock.</param>
    /// <param name="note">Takes what went wrong; never a secret.</param>
    public Telling(ReviewDesk desk, Func<string, bool> isSecret, Func<string, string?> environment, TimeProvider time, Action<string> note)
    {
        (_environment, _time, _note) = (environment, time, note);
        // An address that leads elsewhere is not one that the newsroom has named.
        _http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false }) { Timeout = Patience };
        _again = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = time }.AddRetry(new RetryStrategyOptions<HttpResponseMessage>
        {
            MaxRetryAttempts = 6, Delay = TimeSpan.FromSeconds(1), BackoffType = DelayBackoffType.Exponential, UseJitter = false, MaxDelay = TimeSpan.FromMinutes(5),
            ShouldHandle = new PredicateBuilder<HttpResponseMessage>().Handle<HttpRequestException>().Handle<TaskCanceledException>(e => e.InnerException is TimeoutException)
                .HandleResult(r => (int)r.StatusCode is 408 or 429 or >= 500),
        }).Build();
        Follow(desk.Newsroom.Review.Webhooks);
        _watch = desk.Watch(change =>
        {
            if (isSecret(change.Edition.Release) || Message.Of(change) is not { } message) return;
            lock (_lock)
            {
                Follow(desk.Newsroom.Review.Webhooks);
                foreach (var waiting in _waiting.Values) waiting.Writer.TryWrite(message);
            }
        });
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _watch.Dispose();
        lock (_lock)
        {
            foreach (var waiting in _waiting.Values) waiting.Writer.TryComplete();
        }

        // What is under way may end; what would have to be tried again does not hold the desk open.
        await Task.WhenAny(Task.WhenAll(_told), Task.Delay(TimeSpan.FromSeconds(1)));
        await _closing.CancelAsync();
        await Task.WhenAll(_told);
        _http.Dispose();
        _closing.Dispose();
    }

    /// <summary>Tells from now on whom newsroom.yml names. Who is named no more is told what was under way, and nothing else.</summary>
    private void Follow(ImmutableArray<Webhook> webhooks)
    {
        if (webhooks.SequenceEqual(_known)) return;
        foreach (var gone in _known.Except(webhooks).ToList())
        {
            if (_waiting.Remove(gone, out var waiting)) waiting.Writer.TryComplete();
        }

        foreach (var webhook in webhooks.Except(_known).ToList())
        {
            if (_environment(webhook.Secret) is not { Length: > 0 } secret)
            {
                _note($"webhook {webhook.Url.Host}: the variable {webhook.Secret} has no secret to sign with; nothing is sent there.");
                continue;
            }

            var waiting = Channel.CreateBounded<Message>(new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });
            _waiting[webhook] = waiting;
            _told.Add(Task.Run(() => TellAsync(webhook, secret, waiting.Reader)));
        }

        _known = webhooks;
    }

    private async Task TellAsync(Webhook webhook, string secret, ChannelReader<Message> messages)
    {
        try
        {
            await foreach (var message in messages.ReadAllAsync(_closing.Token)) await TellAsync(webhook, secret, message);
        }
        catch (OperationCanceledException)
        {
            // The desk closes.
        }
    }

    private async Task TellAsync(Webhook webhook, string secret, Message message)
    {
        try
        {
            using var answer = await _again.ExecuteAsync(async stop => await SendAsync(webhook, secret, message, stop), _closing.Token);
            if (!answer.IsSuccessStatusCode) _note(FormattableString.Invariant($"webhook {webhook.Url.Host}: it answered {(int)answer.StatusCode}; a message is lost."));
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException && !_closing.IsCancellationRequested)
        {
            _note($"webhook {webhook.Url.Host}: it cannot be reached; a message is lost.");
        }
    }

    private async Task<HttpResponseMessage> SendAsync(Webhook webhook, string secret, Message message, CancellationToken stop)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, webhook.Url) { Content = new ByteArrayContent(message.Body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Add(Message.SignatureHeader, message.Signature(secret, _time.GetUtcNow()));
        return await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stop);
    }
}
