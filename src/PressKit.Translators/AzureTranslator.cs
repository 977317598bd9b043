using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using Azure.Core;
using PressKit.Translation;

namespace PressKit.Translators;

/// <summary>Azure AI Translator: the Text Translation REST API, version 3.0, in HTML mode. The answers of this version carry
/// no ids, only an order; so each segment travels in a <c>p</c> element with its number, some fifteen characters that prove
/// which answer belongs to which segment, however many come back and in whatever order.</summary>
public sealed partial class AzureTranslator : ITranslator
{
    /// <summary>The name of the service.</summary>
    internal const string ServiceName = "azure";

    // The service allows 1,000 elements; its containers, and older versions of it, 100.
    private const int ElementsARequest = 100;

    // Summed over all targets; there is one a request.
    private const int CharactersARequest = 50_000;

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly AzureSettings _settings;
    private readonly AzureClient _client;
    private AzureLanguages? _languages;

    /// <summary>The service.</summary>
    /// <param name="settings">Where it is, and how to sign in.</param>
    /// <param name="time">The clock of time-outs and waits.</param>
    /// <param name="options">How to talk; null for the usual way.</param>
    /// <param name="credential">Whom to sign in as where there is no key; null for Azure.Identity's default chain.</param>
    public AzureTranslator(
        AzureSettings settings, TimeProvider time, AzureClientOptions? options = null, TokenCredential? credential = null)
    {
        _settings = settings;
        _client = new AzureClient(settings, time, options ?? new AzureClientOptions(), credential);
    }

    /// <inheritdoc/>
    public string Name => ServiceName;

    /// <summary>The characters charged so far, as the service counts them (<c>X-metered-usage</c>).</summary>
    public Charge Charged => new() { Characters = _client.Metered };

    /// <inheritdoc/>
    public async Task<TranslatorRoute?> RouteAsync(Language source, Language target, CancellationToken cancellation)
    {
        var languages = await LanguagesAsync(cancellation);
        return languages.CodeOf(source) is not null && languages.CodeOf(target) is not null
            ? new TranslatorRoute("Azure AI Translator 3.0", null)
            : null;
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<TranslatorAnswer> TranslateAsync(
        TranslationBatch batch, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var elements = batch.Segments.Select(Element).ToArray();
        foreach (var request in Cut(elements))
        {
            var found = new Dictionary<int, string>();
            ExceptionDispatchInfo? failure = null;
            try
            {
                // What no request can hold is not sent, and stays without an answer.
                if (Size(elements[request[0]]) <= CharactersARequest)
                    await Salvage.AskAsync(request, found, ids => AskAsync(batch, elements, ids, cancellation));
            }
            catch (Exception e) when (e is TranslatorException or OperationCanceledException)
            {
                failure = ExceptionDispatchInfo.Capture(e);
            }

            var last = failure is null ? request[^1] : found.Keys.DefaultIfEmpty(-1).Max();
            foreach (var id in request.TakeWhile(id => id <= last))
                yield return found.TryGetValue(id, out var html) ? TaggedHtml.Read(html, batch.Segments[id].Codes) : null;
            failure?.Throw();
        }
    }

    private static string Element(InlineContent segment, int id) =>
        string.Create(CultureInfo.InvariantCulture, $"<p id=\"s{id}\">{TaggedHtml.Write(segment, withProtectedText: true)}</p>");

    // The service counts Unicode code points, markup included.
    private static int Size(string element) => element.EnumerateRunes().Count();

    private static IEnumerable<int[]> Cut(string[] elements)
    {
        var request = new List<int>();
        var size = 0;
        for (var id = 0; id < elements.Length; id++)
        {
            var own = Size(elements[id]);
            if (request.Count > 0 && (request.Count == ElementsARequest || size + own > CharactersARequest))
            {
                yield return [.. request];
                request.Clear();
                size = 0;
            }

            request.Add(id);
            size += own;
        }

        if (request.Count > 0) yield return [.. request];
    }

    private async Task<IReadOnlyDictionary<int, string>> AskAsync(
        TranslationBatch batch, string[] elements, IReadOnlyList<int> ids, CancellationToken cancellation)
    {
        var languages = await LanguagesAsync(cancellation);
        var texts = await _client.SendAsync(RequestMethod.Post, "translate",
            [
                new("from", languages.CodeOf(batch.Source) ?? batch.Source.Tag),
                new("to", languages.CodeOf(batch.Target) ?? batch.Target.Tag),
                new("textType", "html"),
                new("profanityAction", "NoAction"),
            ],
            BinaryData.FromBytes(JsonSerializer.SerializeToUtf8Bytes(ids.Select(id => new { Text = elements[id] }), Json)),
            $"{batch.Source} to {batch.Target}", Texts, cancellation);
        return ByNumber(texts, ids);
    }

    private static string[] Texts(JsonElement answer) =>
        [.. answer.EnumerateArray().Select(e => e.GetProperty("translations")[0].GetProperty("text").GetString() ?? "")];

    /// <summary>The answers by the number that they carry. One that lost its number counts by its place, if as many came back
    /// as were sent and all others stand in theirs; the rest is asked for again.</summary>
    private static Dictionary<int, string> ByNumber(string[] texts, IReadOnlyList<int> ids)
    {
        var found = new Dictionary<int, string>();
        var numbers = texts.Select(Number).ToArray();
        var known = numbers.Count(n => n is not null);
        var inPlace = texts.Length == ids.Count && (known > 0 || ids.Count == 1)
            && numbers.Zip(ids).All(p => p.First is null || p.First == p.Second);
        for (var i = 0; i < texts.Length; i++)
        {
            var id = numbers[i] ?? (inPlace ? ids[i] : -1);
            if (ids.Contains(id)) found.TryAdd(id, Wrapper().Replace(texts[i], ""));
        }

        return found;
    }

    private static int? Number(string text) =>
        Wrapper().Match(text) is { Success: true } match && match.Groups["id"].Success
            ? int.Parse(match.Groups["id"].Value, CultureInfo.InvariantCulture)
            : null;

    private async Task<AzureLanguages> LanguagesAsync(CancellationToken cancellation)
    {
        if (_languages is not null) return _languages;
        if (!_settings.IsConfigured)
        {
            throw new TranslatorException(Name, "It is not configured.",
                "Set PRESSKIT_AZURE_KEY and PRESSKIT_AZURE_REGION in the environment, or sign in to Entra ID and set PRESSKIT_AZURE_RESOURCE_ID.");
        }

        return _languages = await _client.SendAsync(RequestMethod.Get, "languages", [new("scope", "translation")], null, "languages",
            answer => new AzureLanguages(answer.GetProperty("translation").EnumerateObject().Select(l => l.Name).ToArray()), cancellation);
    }

    [GeneratedRegex("""^\s*<p\s+[^<>]*\bid\s*=\s*["']?s(?<id>[0-9]{1,9})\b[^<>]*>|</p\s*>\s*$""",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Wrapper();
}
