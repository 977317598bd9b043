using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;
using PressKit.Translation;
using PressKit.Translators.Requests;
using PressKit.Translators.Tags;

namespace PressKit.Translators;

/// <summary>Azure AI Translator: the Text Translation REST API, versions 3.0 and 2026-06-06. Their answers carry no ids, only an
/// order; so each fragment of HTML travels in a <c>p</c> element with its number, some fifteen characters that prove which
/// answer belongs to which text, however many come back and in whatever order.</summary>
internal sealed partial class AzureService : IService
{
    /// <summary>The name of the service.</summary>
    public const string ServiceName = "azure";

    private const string Scope = "https://cognitiveservices.azure.com/.default";

    private readonly AzureSettings _settings;
    private readonly AzureClientOptions _options;
    private readonly TimeProvider _time;
    private readonly HttpPipeline _pipeline;
    private readonly AzureProtocol _protocol;
    private readonly Secret _key;
    private ServiceLanguages? _languages;

    /// <summary>The service.</summary>
    /// <param name="settings">Where it is, how to sign in, and which version and model.</param>
    /// <param name="setup">Price, pace and clock.</param>
    /// <param name="options">How to talk; null for the usual way.</param>
    /// <param name="credential">Whom to sign in as where there is no key; null for Azure.Identity's default chain.</param>
    public AzureService(AzureSettings settings, ServiceSetup setup, AzureClientOptions? options = null, TokenCredential? credential = null)
    {
        (_settings, _time, _options) = (settings, setup.Time, options ?? new AzureClientOptions());
        _key = new Secret(settings.Key);
        _protocol = new AzureProtocol(settings.Version, setup.Settings.Model);
        HttpPipelinePolicy[] signIn = settings.Key is null && settings.IsConfigured
            ? [new BearerTokenAuthenticationPolicy(credential ?? new DefaultAzureCredential(), Scope)]
            : [];
        _pipeline = HttpPipelineBuilder.Build(_options, signIn);
        Profile = new ServiceProfile(ServiceName, $"{settings.Version} {setup.Settings.Model}".Trim(),
            [new MarkupWay(TextFormat.Html, withNames: true), new MarkupWay(TextFormat.Html, withNames: false), .. SentinelWay.Forms, new DetaggedWay()])
        {
            // The service allows 1,000 texts; its containers, and older versions of it, 100.
            Limits = new ServiceLimits { Texts = 100, Characters = 50_000, Overhead = 18 },
            Pace = setup.Pace(concurrency: 4),
            Price = setup.Price,
            TakesExamples = _protocol.CountsTokens,
        };
    }

    /// <inheritdoc/>
    public ServiceProfile Profile { get; }

    /// <inheritdoc/>
    public async Task<TranslatorRoute?> RouteAsync(Language source, Language target, CancellationToken cancellation)
    {
        var languages = await LanguagesAsync(cancellation);
        return languages.CodeOf(source) is not null && languages.CodeOf(target) is not null
            ? new TranslatorRoute($"Azure AI Translator {_settings.Version}", _protocol.Model)
            : null;
    }

    /// <inheritdoc/>
    public Charge Measure(ServiceRequest request)
    {
        // Code points, markup included; a language model's tokens are never more than the bytes.
        var texts = Elements(request);
        if (!_protocol.CountsTokens) return new Charge { Characters = texts.Sum(t => (long)t.EnumerateRunes().Count()) };
        var bytes = texts.Sum(t => (long)System.Text.Encoding.UTF8.GetByteCount(t));
        var examples = request.Texts.SelectMany(t => t.Examples).Sum(e => (long)System.Text.Encoding.UTF8.GetByteCount(e.Source + e.Target));
        return new Charge { InputTokens = bytes + examples + 1000, OutputTokens = 4 * bytes + 1000, IsAtMost = true };
    }

    /// <inheritdoc/>
    public async Task<ServiceAnswer> SendAsync(ServiceRequest request, CancellationToken cancellation)
    {
        var languages = await LanguagesAsync(cancellation);
        var (from, to) = (languages.CodeOf(request.Source) ?? request.Source.Tag, languages.CodeOf(request.Target) ?? request.Target.Tag);
        var (query, body) = _protocol.Translate(from, to, Elements(request), request.Format == TextFormat.Html, [.. request.Texts.Select(t => t.Examples)]);
        var (texts, charge) = await AskAsync(RequestMethod.Post, "translate", query, BinaryData.FromBytes(body), _protocol.Read, cancellation);
        return new ServiceAnswer(request.Format == TextFormat.Html ? ByNumber(texts, request.Texts.Length) : InOrder(texts, request.Texts.Length), charge);
    }

    private static string[] Elements(ServiceRequest request) => request.Format == TextFormat.Html
        ? [.. request.Texts.Select((t, i) => string.Create(CultureInfo.InvariantCulture, $"<p id=\"s{i}\">{t.Text}</p>"))]
        : [.. request.Texts.Select(t => t.Text)];

    /// <summary>The answers by the number that they carry. One that lost its number counts by its place, if as many came back
    /// as were sent and all others stand in theirs; the rest is asked for again.</summary>
    private static ImmutableArray<TextAnswer> ByNumber(string[] texts, int count)
    {
        var found = new string?[count];
        var numbers = texts.Select(Number).ToArray();
        var known = numbers.Count(n => n is not null);
        var inPlace = texts.Length == count && (known > 0 || count == 1)
            && numbers.Select((n, i) => n is null || n == i).All(x => x);
        for (var i = 0; i < texts.Length; i++)
        {
            var id = numbers[i] ?? (inPlace ? i : -1);
            if (id >= 0 && id < count) found[id] ??= Wrapper().Replace(texts[i], "");
        }

        return [.. found.Select(t => new TextAnswer(t))];
    }

    private static ImmutableArray<TextAnswer> InOrder(string[] texts, int count) =>
        texts.Length == count ? [.. texts.Select(t => new TextAnswer(t))] : [.. new TextAnswer[count]];

    private static int? Number(string text) =>
        Wrapper().Match(text) is { Success: true } match && match.Groups["id"].Success
            ? int.Parse(match.Groups["id"].Value, CultureInfo.InvariantCulture)
            : null;

    private async Task<ServiceLanguages> LanguagesAsync(CancellationToken cancellation)
    {
        if (_languages is not null) return _languages;
        if (!_settings.IsConfigured)
        {
            throw new ServiceFailure(FailureKind.Stop, "It is not configured.",
                "Set PRESSKIT_AZURE_KEY and PRESSKIT_AZURE_REGION in the environment, or sign in to Entra ID and set PRESSKIT_AZURE_RESOURCE_ID.");
        }

        var codes = await AskAsync(RequestMethod.Get, "languages", [new("scope", "translation")], null,
            (_, answer) => answer.GetProperty("translation").EnumerateObject().Select(l => l.Name).ToArray(), cancellation);
        return _languages = new ServiceLanguages(codes);
    }

    private async Task<T> AskAsync<T>(RequestMethod method, string operation, IEnumerable<KeyValuePair<string, string>> query,
        BinaryData? body, Func<Response, JsonElement, T> read, CancellationToken cancellation)
    {
        using var message = _pipeline.CreateMessage();
        Fill(message.Request, method, operation, query, body);
        using var limit = new CancellationTokenSource(_options.RequestTimeout, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, limit.Token);
        try
        {
            await _pipeline.SendAsync(message, either.Token);
            if (message.Response.Status != 200) throw Failure(message.Response);
            using var json = JsonDocument.Parse(message.Response.Content);
            return read(message.Response, json.RootElement);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw ServiceFailure.Connection("The service did not answer in time.");
        }
        catch (AuthenticationFailedException)
        {
            // Its message may hold what the identity provider said about the credentials.
            throw AzureErrors.Failure(401000, "Signing in to Entra ID failed", null);
        }
        catch (Exception e) when (e is RequestFailedException or IOException)
        {
            throw ServiceFailure.Connection("The connection to the service could not be made or broke.");
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or IndexOutOfRangeException)
        {
            throw ServiceFailure.Unreadable();
        }
    }

    private void Fill(Request request, RequestMethod method, string operation, IEnumerable<KeyValuePair<string, string>> query, BinaryData? body)
    {
        request.Method = method;
        request.Uri.Reset(new Uri(_settings.Base, operation));
        request.Uri.AppendQuery("api-version", _settings.Version);
        foreach (var (name, value) in query) request.Uri.AppendQuery(name, value);
        request.Headers.Add("Accept", "application/json");
        if (_settings.Key is { } key) request.Headers.Add("Ocp-Apim-Subscription-Key", key);
        if (_settings.Region is { } region) request.Headers.Add("Ocp-Apim-Subscription-Region", region);
        if (_settings is { Key: null, ResourceId: { } resource }) request.Headers.Add("Ocp-Apim-ResourceId", resource);
        if (body is null) return;
        request.Headers.Add("Content-Type", "application/json; charset=UTF-8");
        request.Content = RequestContent.Create(body);
    }

    private ServiceFailure Failure(Response response)
    {
        // A proxy or gateway answers without the service's code.
        var (code, text) = (response.Status * 1000, response.ReasonPhrase);
        try
        {
            using var json = JsonDocument.Parse(response.Content);
            var error = json.RootElement.GetProperty("error");
            text = error.GetProperty("message").GetString() ?? text;
            var given = error.GetProperty("code");
            code = given.ValueKind == JsonValueKind.String ? int.Parse(given.GetString()!, CultureInfo.InvariantCulture) : given.GetInt32();
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or OverflowException)
        {
            // Then the status has to do.
        }

        return AzureErrors.Failure(code, _key.Hide(text), RetryAfter(response));
    }

    private TimeSpan? RetryAfter(Response response)
    {
        if (!response.Headers.TryGetValue("Retry-After", out var value)) return null;
        if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)) return TimeSpan.FromSeconds(seconds);
        if (!DateTimeOffset.TryParseExact(value, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)) return null;
        var wait = at - _time.GetUtcNow();
        return wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
    }

    [GeneratedRegex("""^\s*<p\s+[^<>]*\bid\s*=\s*["']?s(?<id>[0-9]{1,9})\b[^<>]*>|</p\s*>\s*$""",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Wrapper();
}
