using System.Collections.Immutable;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using PressKit.Translation;
using PressKit.Translators.Requests;
using PressKit.Translators.Tags;

namespace PressKit.Translators;

/// <summary>A LibreTranslate server, one's own or another's. It translates the text of each nested element by itself and answers
/// with entities resolved, so codes travel flat, and a text with the characters of markup travels plain. Of plain text it
/// changes the last character to the source's, so a text goes without its end mark, which comes back as the target's; and the
/// case, so a text without a capital is given one.</summary>
internal sealed class LibreTranslateService : IService, IDisposable
{
    private const string ServiceName = "libretranslate";

    private static readonly LibreTranslateJson Json = new(new JsonSerializerOptions
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    });

    private readonly Secret _key;
    private readonly Http? _http;
    private Server? _server;

    /// <summary>The server that the setup names.</summary>
    public LibreTranslateService(ServiceSetup setup)
    {
        _key = Secret.From(setup.Environment, "PRESSKIT_LIBRETRANSLATE_KEY");
        if (setup.Endpoint(ServiceName, "PRESSKIT_LIBRETRANSLATE_ENDPOINT") is { } endpoint) _http = new Http(endpoint, setup.Time, TimeSpan.FromMinutes(2));
        Profile = new ServiceProfile(ServiceName, "1", [new FlatWay(unescapes: true), .. SentinelWay.Forms, new DetaggedWay()])
        {
            Limits = new ServiceLimits { Texts = 25 },
            // A server counts each text of a batch against its rate.
            Pace = setup.Pace(concurrency: 1) with { CountsTexts = true },
            Price = setup.Price,
        };
    }

    /// <inheritdoc/>
    public ServiceProfile Profile { get; }

    /// <inheritdoc/>
    public void Dispose() => _http?.Dispose();

    /// <inheritdoc/>
    public async Task<TranslatorRoute?> RouteAsync(Language source, Language target, CancellationToken cancellation)
    {
        var server = await ServerAsync(cancellation);
        return server.CodeOf(source) is { } from && server.CodeOf(target) is { } to && server.Knows(from, to)
            ? new TranslatorRoute("LibreTranslate", null)
            : null;
    }

    /// <inheritdoc/>
    public Charge Measure(ServiceRequest request) => new() { Characters = request.Texts.Sum(t => (long)t.Size) };

    /// <inheritdoc/>
    public async Task<ServiceAnswer> SendAsync(ServiceRequest request, CancellationToken cancellation)
    {
        var server = await ServerAsync(cancellation);
        var isHtml = request.Format == TextFormat.Html;
        var ends = request.Texts.Select(t => isHtml ? (t.Text, End: "", IsRaised: false) : Plain(t.Text, request.Target)).ToArray();
        // The limit is of all texts together; what exceeds it is not worth a request.
        if (server.Limit is { } limit && ends.Sum(e => (long)e.Text.Length) > limit)
            throw new ServiceFailure(FailureKind.Split, $"The server takes {limit.ToString(CultureInfo.InvariantCulture)} characters at once.", "Write shorter sentences, or use another service.");
        var body = new LibreTranslateRequest([.. ends.Select(e => e.Text)], server.CodeOf(request.Source) ?? request.Source.Tag,
            server.CodeOf(request.Target) ?? request.Target.Tag, isHtml ? "html" : "text", _key.IsGiven ? _key.Value : null);
        var reply = await _http!.SendAsync(HttpMethod.Post, "translate", Http.Json(JsonSerializer.SerializeToUtf8Bytes(body, Json.LibreTranslateRequest)), cancellation);
        if (reply.Status != 200) throw Failure(reply);
        var texts = reply.Read(answer => answer.GetProperty("translatedText") is { ValueKind: JsonValueKind.Array } many
            ? many.EnumerateArray().Select(t => t.GetString() ?? "").ToArray()
            : [answer.GetProperty("translatedText").GetString() ?? ""]);
        RefuseSigns(request, texts);
        var answers = texts.Length == ends.Length
            ? texts.Select((t, i) => new TextAnswer(isHtml ? t : EndMarks.Restore(FirstLetters.Lower(t, ends[i].IsRaised, request.Target), ends[i].End, request.Target)))
            : new TextAnswer[ends.Length];
        return new ServiceAnswer([.. answers], Measure(request));
    }

    private static (string Text, string End, bool IsRaised) Plain(string text, Language target)
    {
        var (body, end) = EndMarks.Cut(text);
        var (raised, isRaised) = FirstLetters.Raise(body, target);
        return (raised, end, isRaised);
    }

    /// <summary>A server answers with a sign, and all is well, where it dislikes the client.</summary>
    private static void RefuseSigns(ServiceRequest request, string[] texts)
    {
        if (texts.Any(t => t.Any(char.IsLetter)) || !request.Texts.Any(t => t.Plain.Any(char.IsLetter))) return;
        throw new ServiceFailure(FailureKind.Stop, "The server answers with a sign in place of a translation: it wants no program as its client.",
            "Use a server of your own, or a key for this one.");
    }

    private async Task<Server> ServerAsync(CancellationToken cancellation)
    {
        if (_server is not null) return _server;
        if (_http is null)
        {
            throw new ServiceFailure(FailureKind.Stop, "It is not configured.",
                "Give the server's address under translation: services: libretranslate: endpoint: in newsroom.yml, or in PRESSKIT_LIBRETRANSLATE_ENDPOINT.");
        }

        var settings = await GetAsync("frontend/settings", cancellation);
        var languages = await GetAsync("languages", cancellation);
        var needsKey = settings.Read(s => s.TryGetProperty("keyRequired", out var r) && r.ValueKind == JsonValueKind.True);
        if (needsKey && !_key.IsGiven) throw new ServiceFailure(FailureKind.Stop, "The server asks for a key.", "Set PRESSKIT_LIBRETRANSLATE_KEY in the environment.");
        var limit = settings.Read(s => s.TryGetProperty("charLimit", out var l) && l.ValueKind == JsonValueKind.Number && l.GetInt64() > 0 ? l.GetInt64() : (long?)null);
        return _server = new Server(limit, languages.Read(l => l.EnumerateArray().ToImmutableDictionary(
            x => x.GetProperty("code").GetString()!,
            x => x.TryGetProperty("targets", out var t) ? t.EnumerateArray().Select(c => c.GetString()!).ToImmutableHashSet(StringComparer.OrdinalIgnoreCase) : [],
            StringComparer.OrdinalIgnoreCase)));
    }

    private async Task<HttpReply> GetAsync(string path, CancellationToken cancellation)
    {
        var reply = await _http!.SendAsync(HttpMethod.Get, path, null, cancellation);
        return reply.Status == 200 ? reply : throw Failure(reply);
    }

    private ServiceFailure Failure(HttpReply reply)
    {
        var said = _key.Hide(reply.Find("error"));
        var sentence = string.Create(CultureInfo.InvariantCulture, $"The server answered with status {reply.Status}{(said.Length == 0 ? "" : ": " + said)}.");
        // A missing key and a text that is too long have the same status.
        if (reply.Status == 400 && said.Contains("API key", StringComparison.OrdinalIgnoreCase) || reply.Status == 403)
            return new ServiceFailure(FailureKind.Stop, sentence, "Check PRESSKIT_LIBRETRANSLATE_KEY, or ask who runs the server.");
        if (reply.Status == 413 || (reply.Status == 400 && said.Contains("limit", StringComparison.OrdinalIgnoreCase)))
            return new ServiceFailure(FailureKind.Split, sentence, "Write shorter sentences, or use another service.");
        if (reply.Status == 429)
            return new ServiceFailure(FailureKind.Retry, sentence, "Wait some minutes and run it again: what is finished is kept.") { RetryAfter = reply.RetryAfter ?? TimeSpan.FromSeconds(30) };
        return reply.Status >= 500
            ? new ServiceFailure(FailureKind.Retry, sentence, "Run it again later: what is finished is kept.") { RetryAfter = reply.RetryAfter }
            : new ServiceFailure(FailureKind.Permanent, sentence, "Check the server's address; it should be that of LibreTranslate itself.");
    }

    private sealed record Server(long? Limit, ImmutableDictionary<string, ImmutableHashSet<string>> Targets)
    {
        private readonly ServiceLanguages _codes = new(Targets.Keys);

        public string? CodeOf(Language language) => language.Tag switch
        {
            // Older servers have codes of their own for these.
            "zh-Hant" or "zh-TW" or "zh-HK" => _codes.CodeOf(language) is { } code && code != "zh" ? code : Own("zt"),
            "zh-Hans" or "zh-CN" => _codes.CodeOf(language) ?? Own("zh"),
            "pt-BR" => Own("pt-BR") ?? Own("pb") ?? Own("pt"),
            _ => _codes.CodeOf(language),
        };

        public bool Knows(string from, string to) => from != to && (Targets[from].IsEmpty || Targets[from].Contains(to));

        private string? Own(string code) => Targets.ContainsKey(code) ? code : null;
    }
}

/// <summary>The body of a request to LibreTranslate.</summary>
internal sealed record LibreTranslateRequest(
    [property: JsonPropertyName("q")] ImmutableArray<string> Texts, [property: JsonPropertyName("source")] string Source,
    [property: JsonPropertyName("target")] string Target, [property: JsonPropertyName("format")] string Format,
    [property: JsonPropertyName("api_key")] string? Key);

[JsonSerializable(typeof(LibreTranslateRequest))]
internal sealed partial class LibreTranslateJson : JsonSerializerContext;
