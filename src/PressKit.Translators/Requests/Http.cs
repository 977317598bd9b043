using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;

namespace PressKit.Translators.Requests;

/// <summary>Sends HTTP requests of services that speak JSON. Redirects are not followed, for a key must not go where nobody
/// configured; a proxy's or gateway's answers are read like the service's.</summary>
internal sealed class Http : IDisposable
{
    private readonly HttpClient _client;
    private readonly TimeProvider _time;
    private readonly TimeSpan _timeout;

    /// <summary>A client.</summary>
    /// <param name="endpoint">The address that paths are relative to.</param>
    /// <param name="time">The clock of time-outs.</param>
    /// <param name="timeout">How long one request may take.</param>
    public Http(Uri endpoint, TimeProvider time, TimeSpan timeout)
    {
        (_time, _timeout) = (time, timeout);
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) };
        _client = new HttpClient(handler, disposeHandler: true)
        {
            BaseAddress = endpoint.AbsoluteUri.EndsWith('/') ? endpoint : new Uri(endpoint.AbsoluteUri + "/"),
            Timeout = Timeout.InfiniteTimeSpan,
        };
        _client.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("PressKit", typeof(Http).Assembly.GetName().Version!.ToString(3)));
    }

    /// <summary>Adds a header to every request.</summary>
    public void Add(string name, string value) => _client.DefaultRequestHeaders.TryAddWithoutValidation(name, value);

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    /// <summary>Sends one request.</summary>
    /// <exception cref="ServiceFailure">No whole answer came.</exception>
    public async Task<HttpReply> SendAsync(HttpMethod method, string path, HttpContent? body, CancellationToken cancellation)
    {
        using var limit = new CancellationTokenSource(_timeout, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, limit.Token);
        using var request = new HttpRequestMessage(method, path) { Content = body };
        try
        {
            using var response = await _client.SendAsync(request, HttpCompletionOption.ResponseContentRead, either.Token);
            var bytes = await response.Content.ReadAsByteArrayAsync(either.Token);
            return new HttpReply((int)response.StatusCode, bytes, Wait(response.Headers));
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw ServiceFailure.Connection("The service did not answer in time.");
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            var sent = e is not HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError };
            throw new ServiceFailure(FailureKind.Retry, "The connection to the service could not be made or broke.",
                "Check the connection and the service's address, and run it again: what is finished is kept.") { MayBeCharged = sent };
        }
    }

    /// <summary>JSON as the body of a request.</summary>
    public static ByteArrayContent Json(byte[] json) => new(json) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };

    private TimeSpan? Wait(HttpResponseHeaders headers)
    {
        if (headers.TryGetValues("retry-after-ms", out var values)
            && double.TryParse(values.First(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var milliseconds))
            return TimeSpan.FromMilliseconds(Math.Min(milliseconds, int.MaxValue));
        if (headers.RetryAfter is not { } after) return null;
        var wait = after.Delta ?? after.Date - _time.GetUtcNow();
        return wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
    }
}

/// <summary>What came back for an HTTP request.</summary>
/// <param name="Status">The status.</param>
/// <param name="Body">The body.</param>
/// <param name="RetryAfter">How long the service asks to wait; null where it does not say.</param>
internal sealed record HttpReply(int Status, byte[] Body, TimeSpan? RetryAfter)
{
    /// <summary>Reads the body as JSON.</summary>
    /// <exception cref="ServiceFailure">It is none, or not what is expected.</exception>
    public T Read<T>(Func<JsonElement, T> read)
    {
        try
        {
            using var json = JsonDocument.Parse(Body);
            return read(json.RootElement);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or IndexOutOfRangeException or FormatException)
        {
            throw ServiceFailure.Unreadable();
        }
    }

    /// <summary>A text somewhere in a body that may not be JSON at all; null where it is not there.</summary>
    public string? Find(params ReadOnlySpan<string> path)
    {
        try
        {
            using var json = JsonDocument.Parse(Body);
            var at = json.RootElement;
            foreach (var name in path)
            {
                if (at.ValueKind != JsonValueKind.Object || !at.TryGetProperty(name, out at)) return null;
            }

            return at.ValueKind switch { JsonValueKind.String => at.GetString(), JsonValueKind.Number => at.GetRawText(), _ => null };
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
