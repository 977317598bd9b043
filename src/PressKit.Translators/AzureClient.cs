using System.Globalization;
using System.Text.Json;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;
using PressKit.Translation;

namespace PressKit.Translators;

/// <summary>Sends requests of the Text Translation API 3.0, each until it succeeds, cannot succeed, or has been tried often
/// enough.</summary>
internal sealed class AzureClient
{
    private const string Scope = "https://cognitiveservices.azure.com/.default";

    private readonly AzureSettings _settings;
    private readonly AzureClientOptions _options;
    private readonly TimeProvider _time;
    private readonly HttpPipeline _pipeline;
    private readonly Random _jitter;
    private long _metered;

    public AzureClient(AzureSettings settings, TimeProvider time, AzureClientOptions options, TokenCredential? credential)
    {
        (_settings, _time, _options) = (settings, time, options);
        // Spreads the second attempts of several machines; no secret depends on it.
        _jitter = new Random(unchecked((int)time.GetTimestamp()));
        HttpPipelinePolicy[] signIn = settings.Key is null && settings.IsConfigured
            ? [new BearerTokenAuthenticationPolicy(credential ?? new DefaultAzureCredential(), Scope)]
            : [];
        _pipeline = HttpPipelineBuilder.Build(options, signIn);
    }

    /// <summary>The characters charged so far, as the service counts them.</summary>
    public long Metered => Interlocked.Read(ref _metered);

    /// <summary>Sends one request and reads its answer.</summary>
    /// <param name="method">The method.</param>
    /// <param name="operation">The operation: <c>translate</c>.</param>
    /// <param name="query">Its parameters.</param>
    /// <param name="body">Its body; null for none.</param>
    /// <param name="what">What is being done, for messages: <c>it to ja</c>.</param>
    /// <param name="read">Reads the answer.</param>
    /// <param name="cancellation">Breaks off.</param>
    /// <exception cref="TranslatorException">It failed for good.</exception>
    public async Task<T> SendAsync<T>(RequestMethod method, string operation, IEnumerable<KeyValuePair<string, string>> query,
        BinaryData? body, string what, Func<JsonElement, T> read, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            using var message = _pipeline.CreateMessage();
            Fill(message.Request, method, operation, query, body);
            var (answer, failure) = await TryAsync(message, read, cancellation);
            if (failure is null) return answer!;
            var wait = Wait(failure, attempt);
            if (!failure.CanRetry || attempt >= _options.Attempts || wait > _options.LongestWait) throw GiveUp(failure, attempt, what);
            await Task.Delay(wait, _time, cancellation);
        }
    }

    private void Fill(Request request, RequestMethod method, string operation, IEnumerable<KeyValuePair<string, string>> query, BinaryData? body)
    {
        request.Method = method;
        request.Uri.Reset(new Uri(_settings.Base, operation));
        request.Uri.AppendQuery("api-version", "3.0");
        foreach (var (name, value) in query) request.Uri.AppendQuery(name, value);
        request.Headers.Add("Accept", "application/json");
        if (_settings.Key is { } key) request.Headers.Add("Ocp-Apim-Subscription-Key", key);
        if (_settings.Region is { } region) request.Headers.Add("Ocp-Apim-Subscription-Region", region);
        if (_settings is { Key: null, ResourceId: { } resource }) request.Headers.Add("Ocp-Apim-ResourceId", resource);
        if (body is null) return;
        request.Headers.Add("Content-Type", "application/json; charset=UTF-8");
        request.Content = RequestContent.Create(body);
    }

    private async Task<(T? Answer, AzureFailure? Failure)> TryAsync<T>(
        HttpMessage message, Func<JsonElement, T> read, CancellationToken cancellation)
    {
        using var limit = new CancellationTokenSource(_options.RequestTimeout, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, limit.Token);
        try
        {
            await _pipeline.SendAsync(message, either.Token);
            var response = message.Response;
            Meter(response);
            if (response.Status != 200) return (default, Explain(response));
            return Read(response, read);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return (default, new AzureFailure(0, "The service did not answer in time."));
        }
        catch (AuthenticationFailedException)
        {
            // Its message may hold what the identity provider said about the credentials.
            return (default, new AzureFailure(401000, "Signing in to Entra ID failed"));
        }
        catch (Exception e) when (e is RequestFailedException or IOException)
        {
            return (default, new AzureFailure(0, "The connection to the service could not be made or broke."));
        }
    }

    private static (T? Answer, AzureFailure? Failure) Read<T>(Response response, Func<JsonElement, T> read)
    {
        try
        {
            using var json = JsonDocument.Parse(response.Content);
            return (read(json.RootElement), null);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or IndexOutOfRangeException)
        {
            return (default, new AzureFailure(0, "The service's answer was cut off or is not what the protocol says."));
        }
    }

    private void Meter(Response response)
    {
        if (response.Headers.TryGetValue("X-metered-usage", out var usage)
            && long.TryParse(usage, NumberStyles.None, CultureInfo.InvariantCulture, out var characters))
            Interlocked.Add(ref _metered, characters);
    }

    private AzureFailure Explain(Response response)
    {
        // A proxy or gateway answers without the service's code.
        var (code, text) = (response.Status * 1000, response.ReasonPhrase);
        try
        {
            using var json = JsonDocument.Parse(response.Content);
            var error = json.RootElement.GetProperty("error");
            var given = error.GetProperty("code");
            code = given.ValueKind == JsonValueKind.String ? int.Parse(given.GetString()!, CultureInfo.InvariantCulture) : given.GetInt32();
            text = error.GetProperty("message").GetString() ?? text;
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or OverflowException)
        {
            // Then the status has to do.
        }

        if (_settings.Key is { } key) text = text.Replace(key, "…", StringComparison.Ordinal);
        return new AzureFailure(code, text, RetryAfter(response));
    }

    private TimeSpan? RetryAfter(Response response)
    {
        if (!response.Headers.TryGetValue("Retry-After", out var value)) return null;
        if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)) return TimeSpan.FromSeconds(seconds);
        if (!DateTimeOffset.TryParseExact(value, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)) return null;
        var wait = at - _time.GetUtcNow();
        return wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
    }

    private TimeSpan Wait(AzureFailure failure, int attempt)
    {
        if (failure.RetryAfter is { } asked) return asked;
        if (failure.Code == AzureFailure.WarmingUp) return TimeSpan.FromMinutes(1);
        var wait = Math.Min(_options.FirstWait.TotalSeconds * Math.Pow(2, attempt - 1), 60);
        lock (_jitter) return TimeSpan.FromSeconds(wait * (0.8 + 0.4 * _jitter.NextDouble()));
    }

    private static TranslatorException GiveUp(AzureFailure failure, int attempts, string what)
    {
        var tried = attempts > 1 ? string.Create(CultureInfo.InvariantCulture, $" It was tried {attempts} times.") : "";
        return new TranslatorException(AzureTranslator.ServiceName, $"{what}: {failure.Sentence}{tried}", failure.Remedy, failure.CanRetry);
    }
}
