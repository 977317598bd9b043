using System.Collections.Immutable;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using PressKit.Translation;
using PressKit.Translators.Requests;
using PressKit.Translators.Tags;

namespace PressKit.Translators;

/// <summary>DeepL's API, version 2: XML in its strict handling, each text a sentence by itself, and the passage that the texts
/// stand in as context, which is not charged.</summary>
internal sealed class DeepLService : IService, IDisposable
{
    private const string ServiceName = "deepl";
    private const int ContextBytes = 16 * 1024;

    private static readonly DeepLJson Json = new(new JsonSerializerOptions
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    });

    private readonly Secret _key;
    private readonly Http _http;
    private readonly string? _model;
    private ServiceLanguages? _sources;
    private ServiceLanguages? _targets;

    /// <summary>The service, at the address that its key is for: a free account's ends in <c>:fx</c>.</summary>
    public DeepLService(ServiceSetup setup)
    {
        (_key, _model) = (Secret.From(setup.Environment, "PRESSKIT_DEEPL_KEY"), setup.Settings.Model);
        var own = _key.IsGiven && _key.Value.EndsWith(":fx", StringComparison.Ordinal) ? "https://api-free.deepl.com/" : "https://api.deepl.com/";
        _http = new Http(setup.Endpoint(ServiceName, "PRESSKIT_DEEPL_ENDPOINT") ?? new Uri(own), setup.Time, TimeSpan.FromSeconds(60));
        if (_key.IsGiven) _http.Add("Authorization", "DeepL-Auth-Key " + _key.Value);
        Profile = new ServiceProfile(ServiceName, $"2 {setup.Settings.Model}".Trim(),
            [new MarkupWay(TextFormat.Xml, withNames: true), new MarkupWay(TextFormat.Html, withNames: true), .. SentinelWay.Forms, new DetaggedWay()])
        {
            // A request may have 128 KiB.
            Limits = new ServiceLimits { Texts = 50, Bytes = 128 * 1024 - ContextBytes - 2048 },
            Pace = setup.Pace(concurrency: 4),
            Price = setup.Price,
            TakesContext = true,
        };
    }

    /// <inheritdoc/>
    public ServiceProfile Profile { get; }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    /// <inheritdoc/>
    public async Task<TranslatorRoute?> RouteAsync(Language source, Language target, CancellationToken cancellation)
    {
        await LanguagesAsync(cancellation);
        return SourceCode(source) is not null && TargetCode(target) is not null ? new TranslatorRoute("DeepL API 2", _model) : null;
    }

    /// <inheritdoc/>
    public Charge Measure(ServiceRequest request) => new()
    {
        Characters = request.Texts.Sum(t => (long)t.Size),
        // Whether tags are charged, only the answer says.
        IsAtMost = request.Texts.Any(t => t.Text.Contains('<', StringComparison.Ordinal) || t.Text.Contains('&', StringComparison.Ordinal)),
    };

    /// <inheritdoc/>
    public async Task<ServiceAnswer> SendAsync(ServiceRequest request, CancellationToken cancellation)
    {
        await LanguagesAsync(cancellation);
        var isXml = request.Format == TextFormat.Xml;
        var body = new DeepLRequest([.. request.Texts.Select(t => t.Text)], SourceCode(request.Source) ?? request.Source.Tag, TargetCode(request.Target) ?? request.Target.Tag)
        {
            Context = Passage(request),
            TagHandling = isXml ? "xml" : request.Format == TextFormat.Html ? "html" : null,
            TagHandlingVersion = isXml ? "v2" : null,
            OutlineDetection = isXml ? false : null,
            NonSplittingTags = isXml ? ["g", "x", "n"] : null,
            IgnoreTags = isXml ? ["n"] : null,
            ModelType = _model,
        };
        var reply = await _http.SendAsync(HttpMethod.Post, "v2/translate", Http.Json(JsonSerializer.SerializeToUtf8Bytes(body, Json.DeepLRequest)), cancellation);
        if (reply.Status != 200) throw Failure(reply);
        return reply.Read(answer =>
        {
            var items = answer.GetProperty("translations").EnumerateArray().ToArray();
            var billed = items.Sum(t => t.TryGetProperty("billed_characters", out var n) ? n.GetInt64() : 0);
            var texts = items.Length == request.Texts.Length ? items.Select(t => new TextAnswer(t.GetProperty("text").GetString())) : new TextAnswer[request.Texts.Length];
            return new ServiceAnswer([.. texts], new Charge { Characters = billed });
        });
    }

    /// <summary>The headline and the passage that the texts stand in, each sentence once; null where there is none. The texts
    /// of a request do not see each other, so it is given to all of them.</summary>
    private static string? Passage(ServiceRequest request)
    {
        var sentences = new List<string>();
        foreach (var sentence in request.Texts.SelectMany(t => (string[])[t.Context.Before, t.Plain, t.Context.After]).Prepend(request.Headline))
        {
            if (!string.IsNullOrWhiteSpace(sentence) && !sentences.Contains(sentence)) sentences.Add(sentence);
        }

        if (request.Texts.All(t => t.Context == SegmentContext.None) && request.Headline.Length == 0) return null;
        while (sentences.Count > 1 && JsonEncodedText.Encode(string.Join(' ', sentences), JavaScriptEncoder.UnsafeRelaxedJsonEscaping).EncodedUtf8Bytes.Length > ContextBytes) sentences.RemoveAt(sentences.Count - 1);
        var passage = string.Join(' ', sentences);
        return JsonEncodedText.Encode(passage, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).EncodedUtf8Bytes.Length > ContextBytes ? null : passage;
    }

    private string? SourceCode(Language language) => _sources!.CodeOf(language);

    // English and Portuguese have to be of a country.
    private string? TargetCode(Language language) => language.Tag switch
    {
        "en" => _targets!.CodeOf(Language.Parse("en-US")),
        "pt" => _targets!.CodeOf(Language.Parse("pt-BR")),
        _ => _targets!.CodeOf(language),
    };

    private async Task LanguagesAsync(CancellationToken cancellation)
    {
        if (!_key.IsGiven) throw new ServiceFailure(FailureKind.Stop, "It is not configured.", "Set PRESSKIT_DEEPL_KEY in the environment.");
        _sources ??= await LanguagesAsync("source", cancellation);
        _targets ??= await LanguagesAsync("target", cancellation);
    }

    private async Task<ServiceLanguages> LanguagesAsync(string type, CancellationToken cancellation)
    {
        var reply = await _http.SendAsync(HttpMethod.Get, $"v2/languages?type={type}", null, cancellation);
        if (reply.Status != 200) throw Failure(reply);
        return new ServiceLanguages(reply.Read(answer => answer.EnumerateArray().Select(l => l.GetProperty("language").GetString()!).ToArray()));
    }

    private ServiceFailure Failure(HttpReply reply)
    {
        var said = _key.Hide(reply.Find("message") is { } message && reply.Find("detail") is { } detail ? $"{message}: {detail}" : reply.Find("message"));
        var sentence = string.Create(CultureInfo.InvariantCulture, $"The service answered with status {reply.Status}{(said.Length == 0 ? "" : ": " + said)}.");
        return reply.Status switch
        {
            403 => new ServiceFailure(FailureKind.Stop, sentence, "Check PRESSKIT_DEEPL_KEY; a key of a free account ends in :fx."),
            456 => new ServiceFailure(FailureKind.Stop, sentence, "The account's quota is spent: wait until it is renewed, or raise it. What is finished is kept."),
            413 or 414 => new ServiceFailure(FailureKind.Split, sentence, "Please report it: PressKit sent more than the service takes."),
            429 or 529 => new ServiceFailure(FailureKind.Retry, sentence, "Wait some minutes and run it again: what is finished is kept.") { RetryAfter = reply.RetryAfter },
            >= 500 => new ServiceFailure(FailureKind.Retry, sentence, "Run it again later: what is finished is kept.") { RetryAfter = reply.RetryAfter, MayBeCharged = reply.Status == 504 },
            404 => new ServiceFailure(FailureKind.Stop, sentence, "Check PRESSKIT_DEEPL_ENDPOINT, or the endpoint in newsroom.yml."),
            _ => new ServiceFailure(FailureKind.Permanent, sentence, "Please report it: PressKit sent what the service does not accept."),
        };
    }
}

/// <summary>The body of a request to DeepL.</summary>
internal sealed record DeepLRequest(
    [property: JsonPropertyName("text")] ImmutableArray<string> Text, [property: JsonPropertyName("source_lang")] string SourceLang,
    [property: JsonPropertyName("target_lang")] string TargetLang)
{
    [JsonPropertyName("context")]
    public string? Context { get; init; }

    [JsonPropertyName("split_sentences")]
    public string SplitSentences { get; init; } = "0";

    [JsonPropertyName("preserve_formatting")]
    public bool PreserveFormatting { get; init; } = true;

    [JsonPropertyName("model_type")]
    public string? ModelType { get; init; }

    [JsonPropertyName("show_billed_characters")]
    public bool ShowBilledCharacters { get; init; } = true;

    [JsonPropertyName("tag_handling")]
    public string? TagHandling { get; init; }

    [JsonPropertyName("tag_handling_version")]
    public string? TagHandlingVersion { get; init; }

    [JsonPropertyName("outline_detection")]
    public bool? OutlineDetection { get; init; }

    [JsonPropertyName("non_splitting_tags")]
    public string[]? NonSplittingTags { get; init; }

    [JsonPropertyName("ignore_tags")]
    public string[]? IgnoreTags { get; init; }
}

[JsonSerializable(typeof(DeepLRequest))]
internal sealed partial class DeepLJson : JsonSerializerContext;
