using System.Globalization;
using System.Text;
using System.Text.Json;
using PressKit.Translation;
using PressKit.Translators.Requests;
using PressKit.Translators.Tags;

namespace PressKit.Translators;

/// <summary>A language model behind any server that speaks OpenAI's chat completions, in a cloud or on this machine. Texts go
/// as data in JSON, and as data come back; an answer counts only when the model ended by itself, with each id once and in the
/// script of the language.</summary>
internal sealed class OpenAIService : IService, IDisposable
{
    private const string ServiceName = "openai";
    private static readonly Uri PublicEndpoint = new("https://api.openai.com/v1/");

    private readonly Secret _key;
    private readonly Uri _endpoint;
    private readonly Http _http;
    private readonly string? _model;
    private readonly Lock _lock = new();
    private OpenAIDialect _dialect;

    /// <summary>The model and server that the setup names.</summary>
    public OpenAIService(ServiceSetup setup)
    {
        _key = Secret.From(setup.Environment, "PRESSKIT_OPENAI_KEY");
        _endpoint = setup.Endpoint(ServiceName, "PRESSKIT_OPENAI_ENDPOINT") ?? PublicEndpoint;
        _model = setup.Settings.Model;
        _http = new Http(_endpoint, setup.Time, TimeSpan.FromMinutes(5));
        // Azure's deployments take their key in a header of its own.
        var isAzure = _endpoint.Host.EndsWith(".azure.com", StringComparison.OrdinalIgnoreCase);
        if (_key.IsGiven) _http.Add(isAzure ? "api-key" : "Authorization", isAzure ? _key.Value : "Bearer " + _key.Value);
        _dialect = new OpenAIDialect { NamesCompletionTokens = isAzure || _endpoint.Host == PublicEndpoint.Host };
        Profile = new ServiceProfile(ServiceName, $"{_model} {_endpoint.Host} {OpenAIPrompt.Revision}", [new NumberedWay(), .. SentinelWay.Forms, new DetaggedWay()])
        {
            Limits = new ServiceLimits { Texts = 40, Characters = 8000 },
            Pace = setup.Pace(concurrency: _endpoint.IsLoopback ? 1 : 4),
            Price = setup.Price,
            TakesContext = true,
            TakesTerms = true,
            TakesExamples = true,
            MendsTags = true,
        };
    }

    /// <inheritdoc/>
    public ServiceProfile Profile { get; }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    /// <inheritdoc/>
    public Task<TranslatorRoute?> RouteAsync(Language source, Language target, CancellationToken cancellation)
    {
        if (_model is null)
        {
            throw new ServiceFailure(FailureKind.Stop, "It is not configured.",
                "Name a model under translation: services: openai: model: in newsroom.yml, and for a server of your own its endpoint.");
        }

        if (!_key.IsGiven && !_endpoint.IsLoopback) throw new ServiceFailure(FailureKind.Stop, "There is no key.", "Set PRESSKIT_OPENAI_KEY in the environment.");
        return Task.FromResult<TranslatorRoute?>(new TranslatorRoute(_model, _endpoint == PublicEndpoint ? null : _endpoint.Host));
    }

    /// <inheritdoc/>
    public Charge Measure(ServiceRequest request) => new()
    {
        // A token has at least a byte; the model's own frame around the messages is small.
        InputTokens = Encoding.UTF8.GetByteCount(OpenAIPrompt.System(request)) + Encoding.UTF8.GetByteCount(OpenAIPrompt.User(request)) + OpenAIDialect.SchemaBytes + 100,
        OutputTokens = MostTokens(request),
        IsAtMost = true,
    };

    /// <inheritdoc/>
    public async Task<ServiceAnswer> SendAsync(ServiceRequest request, CancellationToken cancellation)
    {
        while (true)
        {
            var dialect = Dialect;
            var body = dialect.Body(_model!, OpenAIPrompt.System(request), OpenAIPrompt.User(request), MostTokens(request));
            var reply = await _http.SendAsync(HttpMethod.Post, "chat/completions", Http.Json(body), cancellation);
            if (reply.Status == 200) return Read(reply, request);
            if (IsFilter(reply)) return Refused(request, "its content filter stopped it");
            if (dialect.Without(reply) is not { } simpler) throw Failure(reply);
            // The server does not know an option; it is not offered it again in this run.
            Dialect = simpler;
        }
    }

    private OpenAIDialect Dialect
    {
        get { lock (_lock) return _dialect; }
        set { lock (_lock) _dialect = value; }
    }

    // A translation is rarely twice as long as its source, and a token is rarely less than a byte.
    private static int MostTokens(ServiceRequest request) => 500 + request.Texts.Sum(t => 40 + 4 * Encoding.UTF8.GetByteCount(t.Text));

    private ServiceAnswer Read(HttpReply reply, ServiceRequest request) => reply.Read(answer =>
    {
        var usage = answer.TryGetProperty("usage", out var u) && u.ValueKind == JsonValueKind.Object
            ? new Charge { InputTokens = Number(u, "prompt_tokens"), OutputTokens = Number(u, "completion_tokens") }
            : Measure(request) with { IsAtMost = false };
        var choice = answer.GetProperty("choices")[0];
        var finish = choice.TryGetProperty("finish_reason", out var f) ? f.GetString() : null;
        var message = choice.GetProperty("message");
        if (finish == "content_filter") return Refused(request, "its content filter stopped it") with { Charge = usage };
        if (message.TryGetProperty("refusal", out var refusal) && refusal.GetString() is { Length: > 0 } words)
            return Refused(request, $"it says “{_key.Hide(words)}”") with { Charge = usage };
        // Whatever was cut off is asked for again in parts.
        var texts = finish == "stop" && message.TryGetProperty("content", out var content) && content.ValueKind == JsonValueKind.String
            ? OpenAIAnswer.Texts(content.GetString()!, request)
            : [.. new TextAnswer[request.Texts.Length]];
        return new ServiceAnswer(texts, usage);
    });

    private static long Number(JsonElement usage, string name) =>
        usage.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetInt64() : 0;

    private static ServiceAnswer Refused(ServiceRequest request, string reason) =>
        new([.. request.Texts.Select(_ => new TextAnswer(null, reason))], Charge.Nothing);

    private static bool IsFilter(HttpReply reply) => reply.Status == 400
        && (reply.Find("error", "code") == "content_filter" || reply.Find("error", "innererror", "code") == "ResponsibleAIPolicyViolation");

    private ServiceFailure Failure(HttpReply reply)
    {
        var said = _key.Hide(reply.Find("error", "message") ?? reply.Find("error"));
        var code = reply.Find("error", "code");
        var sentence = string.Create(CultureInfo.InvariantCulture, $"The service answered with status {reply.Status}{(said.Length == 0 ? "" : ": " + said)}.");
        return reply.Status switch
        {
            401 or 403 => new ServiceFailure(FailureKind.Stop, sentence, "Check PRESSKIT_OPENAI_KEY."),
            404 => new ServiceFailure(FailureKind.Stop, sentence, "Check endpoint and model under translation: services: openai: in newsroom.yml."),
            402 => new ServiceFailure(FailureKind.Stop, sentence, "The account has no credit left: add some, or wait. What is finished is kept."),
            429 when code is "insufficient_quota" => new ServiceFailure(FailureKind.Stop, sentence, "The account has no credit left: add some, or wait. What is finished is kept."),
            429 => new ServiceFailure(FailureKind.Retry, sentence, "Wait some minutes and run it again: what is finished is kept.") { RetryAfter = reply.RetryAfter },
            413 => new ServiceFailure(FailureKind.Split, sentence, "Write shorter sentences, or use another service."),
            400 when code is "context_length_exceeded" => new ServiceFailure(FailureKind.Split, sentence, "Use a model that takes longer texts."),
            408 or 409 or >= 500 => new ServiceFailure(FailureKind.Retry, sentence, "Run it again later: what is finished is kept.") { RetryAfter = reply.RetryAfter, MayBeCharged = reply.Status is 408 or 504 },
            _ => new ServiceFailure(FailureKind.Permanent, sentence, "Check endpoint and model under translation: services: openai: in newsroom.yml."),
        };
    }
}
