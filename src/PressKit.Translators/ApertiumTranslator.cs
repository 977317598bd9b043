using System.Collections.Immutable;
using System.ComponentModel;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using System.Text;
using System.Text.RegularExpressions;
using PressKit.Translation;

namespace PressKit.Translators;

/// <summary>Apertium as it is installed on this machine: rule-based translation without a network, through the shortest
/// chain of its pairs. Segments travel as the paragraphs of one HTML document; each pair of the chain is one run.</summary>
/// <param name="time">The clock of the time-out.</param>
/// <param name="tool">The command.</param>
public sealed partial class ApertiumTranslator(TimeProvider time, string tool = "apertium") : ITranslator
{
    private const int SegmentsARun = 200;
    private const string Packages =
        "apt-get install apertium apertium-spa-ita apertium-cat-ita apertium-spa-cat apertium-es-pt apertium-por-cat "
        + "apertium-fra-cat apertium-fr-es apertium-eng-spa apertium-eng-cat";

    // Transfuse, where it is installed, would take HTML apart in another way; the same text shall give the same draft.
    private static readonly ImmutableDictionary<string, string> Environment = ImmutableDictionary.CreateRange(
        StringComparer.Ordinal,
        [KeyValuePair.Create("LC_ALL", "C.UTF-8"), KeyValuePair.Create("APERTIUM_TRANSFUSE", "no")]);

    private readonly Lock _lock = new();
    private Task<Installation>? _installation;

    /// <inheritdoc/>
    public string Name => "apertium";

    /// <summary>How long one run may take.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(5);

    /// <inheritdoc/>
    public async Task<TranslatorRoute?> RouteAsync(Language source, Language target, CancellationToken cancellation)
    {
        var (version, pairs) = await InstallationAsync(cancellation);
        return pairs.Chain(source, target) is { } chain
            ? new TranslatorRoute(version, string.Join(", ", chain))
            : null;
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<TranslatorAnswer> TranslateAsync(
        TranslationBatch batch, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var (_, pairs) = await InstallationAsync(cancellation);
        if (pairs.Chain(batch.Source, batch.Target) is not { } chain)
            throw Failure($"No chain of installed pairs leads from {batch.Source} to {batch.Target}.", "See apertium -l.");
        foreach (var ids in Enumerable.Range(0, batch.Segments.Count).Chunk(SegmentsARun))
        {
            var found = new Dictionary<int, InlineContent>();
            ExceptionDispatchInfo? failure = null;
            try
            {
                await Salvage.AskAsync(ids, found, wanted => AskAsync(batch.Segments, wanted, chain, cancellation));
            }
            catch (Exception e) when (e is TranslatorException or OperationCanceledException)
            {
                failure = ExceptionDispatchInfo.Capture(e);
            }

            var last = failure is null ? ids[^1] : found.Keys.DefaultIfEmpty(-1).Max();
            foreach (var id in ids.TakeWhile(id => id <= last)) yield return found.GetValueOrDefault(id);
            failure?.Throw();
        }
    }

    private async Task<IReadOnlyDictionary<int, InlineContent>> AskAsync(IReadOnlyList<InlineContent> segments,
        IReadOnlyList<int> wanted, ImmutableArray<string> chain, CancellationToken cancellation)
    {
        var document = new StringBuilder();
        foreach (var id in wanted)
            document.Append(CultureInfo.InvariantCulture, $"<p id=\"s{id}\">{TaggedHtml.Write(segments[id])}</p>\n");
        var html = document.ToString();
        foreach (var pair in chain) html = await RunAsync(["-f", "html", "-u", pair], html, cancellation);
        return Answers(html, wanted).ToDictionary(a => a.Key, a => TaggedHtml.Read(a.Value, segments[a.Key].Codes));
    }

    /// <summary>The paragraphs that came back whole: exactly once, with no other paragraph's tag inside.</summary>
    private static IEnumerable<KeyValuePair<int, string>> Answers(string html, IReadOnlyList<int> wanted)
    {
        var answers = Paragraph().Matches(html)
            .Where(m => !m.Groups["html"].Value.Contains("<p ", StringComparison.Ordinal))
            .Select(m => KeyValuePair.Create(int.Parse(m.Groups["id"].Value, CultureInfo.InvariantCulture), m.Groups["html"].Value))
            .ToLookup(a => a.Key, a => a.Value);
        return wanted.Where(id => answers[id].Count() == 1).Select(id => KeyValuePair.Create(id, answers[id].Single()));
    }

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
            var version = (await RunAsync(["-V"], "", cancellation)).Trim();
            var modes = await RunAsync(["-l"], "", cancellation);
            return new Installation(
                version.StartsWith("Apertium", StringComparison.Ordinal) ? version : "Apertium " + version,
                new ApertiumPairs(modes.Split('\n')));
        }
    }

    private async Task<string> RunAsync(IReadOnlyList<string> arguments, string input, CancellationToken cancellation)
    {
        using var limit = new CancellationTokenSource(Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, limit.Token);
        var command = $"{Path.GetFileName(tool)} {string.Join(' ', arguments)}";
        try
        {
            var answer = await ToolProcess.RunAsync(tool, arguments, Environment, input, either.Token);
            if (answer.ExitCode == 0) return answer.Output;
            throw Failure(
                string.Create(CultureInfo.InvariantCulture, $"'{command}' ended with exit code {answer.ExitCode}. {FirstLine(answer.Errors)}").Trim(),
                $"Run it by hand to see what is wrong, or install it anew: {Packages}.");
        }
        catch (Win32Exception e)
        {
            throw Failure("The command apertium is not installed.", $"Install it: {Packages}.", inner: e);
        }
        catch (OperationCanceledException e) when (!cancellation.IsCancellationRequested)
        {
            throw Failure(
                string.Create(CultureInfo.InvariantCulture, $"'{command}' did not end within {Timeout.TotalSeconds:0} seconds."),
                "Try again; the machine may be busy.", retry: true, e);
        }
    }

    private static string FirstLine(string text) => text.Trim().Split('\n')[0].Trim();

    private TranslatorException Failure(string message, string remedy, bool retry = false, Exception? inner = null) =>
        new(Name, message, remedy, retry, inner);

    [GeneratedRegex("<p id=\"s(?<id>[0-9]{1,9})\">(?<html>.*?)</p>",
        RegexOptions.CultureInvariant | RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10000)]
    private static partial Regex Paragraph();

    private sealed record Installation(string Version, ApertiumPairs Pairs);
}
