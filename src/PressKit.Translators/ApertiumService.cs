using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using PressKit.Translation;
using PressKit.Translators.Requests;
using PressKit.Translators.Tags;

namespace PressKit.Translators;

/// <summary>Apertium: rule-based translation, through the shortest chain of its pairs, as it is installed on this machine or
/// behind APy, its server. Texts travel as the paragraphs of one HTML document; each pair of the chain is one run.</summary>
internal sealed partial class ApertiumService : IService, IDisposable
{
    private readonly IApertium _apertium;
    private readonly Lock _lock = new();
    private Task<Installation>? _installation;

    /// <summary>The service.</summary>
    /// <param name="apertium">The tool, or the server.</param>
    /// <param name="setup">Pace and price.</param>
    public ApertiumService(IApertium apertium, ServiceSetup setup)
    {
        _apertium = apertium;
        Profile = new ServiceProfile("apertium", apertium.Kind, [new MarkupWay(TextFormat.Html, withNames: false), new FlatWay(unescapes: false), .. SentinelWay.Forms, new DetaggedWay()])
        {
            Limits = new ServiceLimits { Texts = apertium.TextsARun },
            Pace = setup.Pace(concurrency: 1),
            Price = setup.Price,
            Attempts = apertium.Attempts,
            // Asking again costs nothing, and newer data of a pair translate better.
            KeepsAnswers = false,
        };
    }

    /// <inheritdoc/>
    public ServiceProfile Profile { get; }

    /// <inheritdoc/>
    public void Dispose() => (_apertium as IDisposable)?.Dispose();

    /// <inheritdoc/>
    public async Task<TranslatorRoute?> RouteAsync(Language source, Language target, CancellationToken cancellation)
    {
        var (version, pairs) = await InstallationAsync(cancellation);
        return pairs.Chain(source, target) is { } chain
            ? new TranslatorRoute(version, string.Join(", ", chain))
            : null;
    }

    /// <inheritdoc/>
    public Charge Measure(ServiceRequest request) => Charge.Nothing;

    /// <inheritdoc/>
    public async Task<ServiceAnswer> SendAsync(ServiceRequest request, CancellationToken cancellation)
    {
        var (_, pairs) = await InstallationAsync(cancellation);
        if (pairs.Chain(request.Source, request.Target) is not { } chain)
            throw new ServiceFailure(FailureKind.Permanent, $"No chain of installed pairs leads from {request.Source} to {request.Target}.", "See apertium -l.");
        var isPlain = request.Format == TextFormat.Plain;
        var document = new StringBuilder();
        for (var i = 0; i < request.Texts.Length; i++)
            document.Append(CultureInfo.InvariantCulture, $"<p id=\"s{i}\">{(isPlain ? TaggedHtml.Escape(request.Texts[i].Text) : request.Texts[i].Text)}</p>\n");
        var html = document.ToString();
        foreach (var pair in chain) html = await _apertium.TranslateAsync(pair, html, cancellation);
        var answers = new TextAnswer[request.Texts.Length];
        foreach (var (id, text) in Answers(html))
        {
            if (id < answers.Length) answers[id] = new TextAnswer(isPlain ? System.Net.WebUtility.HtmlDecode(text) : text);
        }

        return new ServiceAnswer([.. answers], Charge.Nothing);
    }

    /// <summary>The paragraphs that came back whole: exactly once, with no other paragraph's tag inside.</summary>
    private static IEnumerable<(int Id, string Text)> Answers(string html) =>
        Paragraph().Matches(html)
            .Where(m => !m.Groups["html"].Value.Contains("<p ", StringComparison.Ordinal))
            .GroupBy(m => int.Parse(m.Groups["id"].Value, CultureInfo.InvariantCulture), m => m.Groups["html"].Value)
            .Where(g => g.Count() == 1).Select(g => (g.Key, g.Single()));

    private Task<Installation> InstallationAsync(CancellationToken cancellation)
    {
        // One question for all languages; a failure is not remembered, for the tool may be installed meanwhile.
        lock (_lock)
        {
            if (_installation is null or { IsFaulted: true } or { IsCanceled: true }) _installation = AskAsync(cancellation);
            return _installation;
        }

        async Task<Installation> AskAsync(CancellationToken cancellation)
        {
            var (version, modes) = await _apertium.InstallationAsync(cancellation);
            return new Installation(version, new ApertiumPairs(modes));
        }
    }

    [GeneratedRegex("<p id=\"s(?<id>[0-9]{1,9})\">(?<html>.*?)</p>",
        RegexOptions.CultureInvariant | RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10000)]
    private static partial Regex Paragraph();

    private sealed record Installation(string Version, ApertiumPairs Pairs);
}

/// <summary>Apertium, wherever it is.</summary>
internal interface IApertium
{
    /// <summary>What it is: the tool, or a server.</summary>
    string Kind { get; }

    /// <summary>How many texts one run takes.</summary>
    int TextsARun { get; }

    /// <summary>How often a run is tried.</summary>
    int Attempts { get; }

    /// <summary>Its version and its modes.</summary>
    /// <exception cref="ServiceFailure">It is not there.</exception>
    Task<(string Version, IReadOnlyList<string> Modes)> InstallationAsync(CancellationToken cancellation);

    /// <summary>Translates an HTML document with one mode.</summary>
    /// <exception cref="ServiceFailure">It failed.</exception>
    Task<string> TranslateAsync(string mode, string html, CancellationToken cancellation);
}
