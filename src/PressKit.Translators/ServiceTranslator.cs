using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using PressKit.Translation;
using PressKit.Translators.Requests;
using PressKit.Translators.Tags;

namespace PressKit.Translators;

/// <summary>A service as the library sees it: segments are written in the way that carries their codes best, sent through cache,
/// batching, retries, pace and budget, and read again.</summary>
public sealed class ServiceTranslator : ITranslator, IDisposable
{
    private readonly IService _service;
    private readonly ServiceProfile _profile;
    private readonly Journal _journal;
    private readonly Paced _paced;
    private readonly Retrying _retrying;
    private readonly Cached _client;
    private readonly Probing _probing;
    private readonly HashSet<string> _quoted = new(StringComparer.Ordinal);
    private readonly int _window;
    private TranslatorException? _stopped;

    /// <summary>A service with all that stands around it.</summary>
    /// <param name="service">The service.</param>
    /// <param name="time">The clock of waits and of the budget's month.</param>
    /// <param name="folder">Where answers, charges and choices are kept; null for nowhere.</param>
    /// <param name="way">How tags are carried; null to let the probe choose.</param>
    internal ServiceTranslator(IService service, TimeProvider time, string? folder = null, Way? way = null)
    {
        _service = service;
        _profile = service.Profile;
        _journal = Open(folder, time);
        _paced = new Paced(new Booked(service, _journal, time), _profile.Pace, time);
        _retrying = new Retrying(_paced, new RetryLimits { Attempts = _profile.Attempts }, time);
        var batching = new Batching(_retrying, _profile.Limits, _profile.Pace.Concurrency);
        _client = new Cached(batching, _profile, _journal);
        _probing = new Probing(way is null ? _profile : _profile with { Ladder = [way] }, _client, folder);
        _window = (int)Math.Min(1000, Math.Min(_profile.Limits.Texts, 200) * (long)_profile.Pace.Concurrency);
    }

    /// <inheritdoc/>
    public string Name => _profile.Name;

    /// <inheritdoc/>
    public bool TakesTerms => _profile.TakesTerms;

    /// <inheritdoc/>
    public Charge Charged => _journal.Charged;

    /// <summary>How many requests it takes at the same time.</summary>
    public int Concurrency => _profile.Pace.Concurrency;

    /// <summary>What may have been charged for requests that were never answered.</summary>
    public Charge Unanswered => _journal.Unanswered;

    /// <summary>The currency of what is charged; null where the service charges no money.</summary>
    public string? Currency => _profile.Price is { Characters: 0, Input: 0, Output: 0 } ? null : _profile.Price.Currency;

    /// <inheritdoc/>
    public void Dispose()
    {
        _probing.Dispose();
        _paced.Dispose();
        _journal.Dispose();
        (_service as IDisposable)?.Dispose();
    }

    /// <inheritdoc/>
    public async Task<TranslatorRoute?> RouteAsync(Language source, Language target, CancellationToken cancellation)
    {
        if (_stopped is { } stopped) throw stopped;
        try
        {
            return await _retrying.RunAsync(c => _service.RouteAsync(source, target, c), cancellation);
        }
        catch (ServiceFailure e)
        {
            throw Failure(e, source, target);
        }
    }

    /// <inheritdoc/>
    public async Task<Charge> QuoteAsync(TranslationBatch batch, CancellationToken cancellation)
    {
        if (_probing.Remembered(batch.Source, batch.Target) is { } way) return Quote(batch, way);
        // Which way the probe will choose nobody knows yet, nor how far down the ladder it has to go.
        var dearest = _profile.Ladder.Select(w => Quote(batch, w)).MaxBy(q => (q.Money, q.Characters, q.InputTokens))!;
        if (dearest.Segments == 0) return dearest;
        var probe = _probing.Requests(batch.Source, batch.Target).Select(QuoteOf).Aggregate((a, b) => a + b);
        await Task.CompletedTask;
        return (dearest + probe) with { Segments = dearest.Segments, IsAtMost = dearest.IsAtMost || !probe.IsNothing };
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<TranslatorAnswer> TranslateAsync(
        TranslationBatch batch, [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (_stopped is { } stopped) throw stopped;
        var way = await WayAsync(batch, cancellation);
        foreach (var window in Enumerable.Range(0, batch.Segments.Count).Chunk(_window))
        {
            var (answers, failure) = await AskAsync(batch, way, window, cancellation);
            var last = failure is null ? window.Length - 1 : Array.FindLastIndex(answers, a => a.Content is not null || a.Refusal is not null);
            foreach (var answer in answers.Take(last + 1)) yield return answer;
            failure?.Throw();
        }
    }

    private async Task<Way> WayAsync(TranslationBatch batch, CancellationToken cancellation)
    {
        try
        {
            return await _probing.WayAsync(batch.Source, batch.Target, cancellation);
        }
        catch (ServiceFailure e)
        {
            throw Failure(e, batch.Source, batch.Target);
        }
    }

    private async Task<(TranslatorAnswer[] Answers, ExceptionDispatchInfo? Failure)> AskAsync(
        TranslationBatch batch, Way way, int[] window, CancellationToken cancellation)
    {
        var answers = new TranslatorAnswer[window.Length];
        ExceptionDispatchInfo? failure = null;
        foreach (var letters in window.Select(i => Letter.Of(batch, i, way, _profile)).GroupBy(l => l.Way))
        {
            var request = RequestOf(batch, letters);
            ImmutableArray<TextAnswer> texts;
            try
            {
                texts = (await _client.SendAsync(request, cancellation)).Texts;
            }
            catch (Exception e) when (e is ServiceFailure or OperationCanceledException)
            {
                // What was answered until then is known.
                failure ??= ExceptionDispatchInfo.Capture(e is ServiceFailure f ? Failure(f, batch.Source, batch.Target) : e);
                texts = _client.Known(request);
            }

            var next = 0;
            foreach (var letter in letters)
            {
                var own = texts.AsSpan(next, letter.Texts.Length);
                next += letter.Texts.Length;
                answers[letter.Index - window[0]] = letter.Read(own);
            }
        }

        if (failure is null && _profile.MendsTags) failure = await MendAsync(batch, way, window, answers, cancellation);
        return (answers, failure);
    }

    /// <summary>Asks the service to put the tags that it lost back into its own translation. What it makes of it counts only if
    /// it changed no letter.</summary>
    private async Task<ExceptionDispatchInfo?> MendAsync(
        TranslationBatch batch, Way way, int[] window, TranslatorAnswer[] answers, CancellationToken cancellation)
    {
        var broken = window.Where(i => answers[i - window[0]].Content is { } c && !Probes.IsWhole(batch.Segments[i], c)).ToArray();
        if (broken.Length == 0) return null;
        var letters = broken.Select(i => Letter.Of(batch, i, way, _profile).Mending(answers[i - window[0]].Content!)).ToArray();
        try
        {
            var texts = (await _client.SendAsync(RequestOf(batch, letters), cancellation)).Texts;
            for (var i = 0; i < broken.Length; i++)
            {
                if (letters[i].ReadMended(texts[i].Text) is { } mended) answers[broken[i] - window[0]] = mended;
            }

            return null;
        }
        catch (ServiceFailure e) when (e.Kind != FailureKind.Stop)
        {
            // Then the codes are mended without the service.
            return null;
        }
        catch (Exception e) when (e is ServiceFailure or OperationCanceledException)
        {
            return ExceptionDispatchInfo.Capture(e is ServiceFailure f ? Failure(f, batch.Source, batch.Target) : e);
        }
    }

    private ServiceRequest RequestOf(TranslationBatch batch, IEnumerable<Letter> letters)
    {
        var all = letters.ToArray();
        return new ServiceRequest(batch.Source, batch.Target, all[0].Way.Format, [.. all.SelectMany(l => l.Texts)])
        {
            Headline = _profile.TakesContext ? batch.Headline : "",
        };
    }

    private Charge Quote(TranslationBatch batch, Way way)
    {
        var letters = Enumerable.Range(0, batch.Segments.Count).Select(i => Letter.Of(batch, i, way, _profile));
        return letters.Chunk(_window).SelectMany(w => w.GroupBy(l => l.Way)).Select(g => QuoteOf(RequestOf(batch, g)))
            .Aggregate(Charge.Nothing, (a, b) => a + b);
    }

    private Charge QuoteOf(ServiceRequest request)
    {
        var open = request.Of(_client.Unknown(request).Where(i => Quoted(request, i)));
        return Batching.Packs(open.Texts, _profile.Limits)
            .Select(p => _profile.Price.Of(_service.Measure(open.Of(p))) with { Segments = p.Length })
            .Aggregate(Charge.Nothing, (a, b) => a + b);
    }

    /// <summary>Whether a text is quoted for the first time: a run sends it once, however many documents have it.</summary>
    private bool Quoted(ServiceRequest request, int text)
    {
        lock (_quoted) return _quoted.Add(Cached.Key(_profile, request, request.Texts[text]));
    }

    private TranslatorException Failure(ServiceFailure failure, Language source, Language target)
    {
        var exception = failure.ToException(Name, $"{source} to {target}");
        if (failure.Kind == FailureKind.Stop) _stopped = exception;
        return exception;
    }

    private Journal Open(string? folder, TimeProvider time)
    {
        try
        {
            return new Journal(folder is null || !_profile.KeepsAnswers ? null : Path.Combine(folder, Name + ".jsonl"), time);
        }
        catch (IOException)
        {
            throw new TranslatorException(Name, "Another run is drafting with this service.", "Let it finish, and run it again.", retry: true);
        }
    }
}
