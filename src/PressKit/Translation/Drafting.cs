using System.Collections.Immutable;
using System.Text;
using PressKit.Translation.Glossary;

namespace PressKit.Translation;

/// <summary>Fills what is missing in a translation with machine drafts: names are protected before any service sees the
/// text, and codes are verified after it. What is translated already and whose source is unchanged stays as it is; what
/// a person translated is never overwritten, but kept as the suggestion when its source has changed.</summary>
/// <param name="translators">The services, in the order in which they are tried.</param>
/// <param name="terminology">Names and settled terms.</param>
/// <param name="time">The clock of the provenance.</param>
public sealed class Drafting(ImmutableArray<ITranslator> translators, Terminology terminology, TimeProvider time)
{
    /// <summary>Is told how many segments were answered, each time that some are.</summary>
    public IProgress<int>? Answered { get; init; }

    /// <summary>The first service that translates the pair, with what it would be sent and charge; null where there is none, or
    /// where nothing has to be sent. A service that is not there says so.</summary>
    /// <exception cref="TranslatorException">None is there.</exception>
    public async Task<(ITranslator Service, Charge Charge)?> QuoteAsync(DraftRequest request, CancellationToken cancellation)
    {
        var gaps = Gaps.Of(request, terminology);
        var sent = gaps.Contents.Keys.Where(Gaps.NeedsService).ToArray();
        if (sent.Length == 0) return null;
        foreach (var translator in translators)
        {
            if (await translator.RouteAsync(request.Source, request.Target, cancellation) is null) continue;
            return (translator, await translator.QuoteAsync(gaps.Batch(sent, translator.TakesTerms), cancellation));
        }

        return null;
    }

    /// <summary>How many segments and characters would be sent.</summary>
    public DraftPlan Plan(DraftRequest request)
    {
        var sent = Gaps.Of(request, terminology).Contents.Keys.Where(Gaps.NeedsService).ToArray();
        return new DraftPlan(sent.Length, sent.Sum(c => (long)c.ReadingText.EnumerateRunes().Count()));
    }

    /// <summary>Drafts what is missing or changed. Where nothing is, no service is called, and where nothing could be
    /// drafted, the answer is the stored translation itself.</summary>
    /// <param name="request">The document.</param>
    /// <param name="problems">Gets what a person has to look at: lost codes, segments that failed.</param>
    /// <param name="cancellation">Breaks off the work; what is finished is kept, as when a service fails.</param>
    public async Task<Draft> DraftAsync(DraftRequest request, Problems problems, CancellationToken cancellation)
    {
        var gaps = Gaps.Of(request, terminology);
        if (gaps.IsUnchanged) return new Draft(request.Stored!, 0, 0, null);
        var run = new Run(request, gaps, problems, Answered);
        await run.AskAsync(translators, cancellation);
        return run.Finish(time.GetUtcNow());
    }

    /// <summary>One document's drafting.</summary>
    private sealed class Run(DraftRequest request, Gaps gaps, Problems problems, IProgress<int>? answered)
    {
        private readonly Dictionary<InlineContent, (RepairedContent Answer, TranslatorRoute Route)> _answers = [];
        private readonly Dictionary<InlineContent, (string Service, string Reason)> _refusals = [];
        private readonly List<DraftFailure> _failures = [];
        private bool _hasRoute;

        public async Task AskAsync(ImmutableArray<ITranslator> translators, CancellationToken cancellation)
        {
            foreach (var translator in translators)
            {
                var open = gaps.Contents.Keys.Where(c => Gaps.NeedsService(c) && !_answers.ContainsKey(c) && !_refusals.ContainsKey(c)).ToArray();
                if (open.Length == 0) return;
                try
                {
                    await AskAsync(translator, open, cancellation);
                }
                catch (TranslatorException e)
                {
                    Fail(e.Service, e.Message, e.Remedy, e.CanRetry);
                }
                catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
                {
                    Fail(translator.Name, "It was stopped before it was done.", "Run it again: what is finished is kept.", canRetry: true);
                    return;
                }
            }
        }

        public Draft Finish(DateTimeOffset now)
        {
            var at = new DateTimeOffset(now.Ticks - now.Ticks % TimeSpan.TicksPerSecond, now.Offset);
            var sendable = gaps.Contents.Keys.Count(Gaps.NeedsService);
            var copies = sendable == 0 || _answers.Count > 0;
            var units = gaps.Units
                .Select(u => u.Segments.All(s => s is { Target: not null, IsRepaired: false })
                    ? u : u with { Segments = [.. u.Segments.Select(s => Fill(Stamped(s, at), at, copies))] })
                .ToImmutableArray();
            var drafted = gaps.Units.Zip(units).Sum(p => Open(p.First) - Open(p.Second)) - units.Sum(u => u.Segments.Count(gaps.IsEarlier));
            Report();
            var failure = Failure(units.Sum(Open));
            var hasNoRoute = !_hasRoute && _failures.Count == 0 && sendable > 0;
            // A document of which nothing could be drafted keeps its earlier edition whole.
            return drafted == 0 && gaps.Contents.Count > 0 && request.Stored is { } stored
                ? new Draft(stored, 0, units.Sum(Open), failure, hasNoRoute)
                : new Draft(new StoredTranslation(request.Original, request.Revision, request.Source, request.Target, units) { Gone = gaps.Gone },
                    drafted, units.Sum(Open), failure, hasNoRoute) { Repaired = gaps.Repaired };
        }

        private static SegmentTranslation Stamped(SegmentTranslation segment, DateTimeOffset at) =>
            segment is { IsRepaired: true, Provenance: { Repaired: null } maker } ? segment with { Provenance = maker with { Repaired = at } } : segment;

        private static int Open(TranslatedUnit unit) => unit.Segments.Count(s => s.Target is null);

        private async Task AskAsync(ITranslator translator, InlineContent[] open, CancellationToken cancellation)
        {
            if (await translator.RouteAsync(request.Source, request.Target, cancellation) is not { } route) return;
            _hasRoute = true;
            var next = 0;
            var batch = gaps.Batch(open, translator.TakesTerms);
            await foreach (var answer in translator.TranslateAsync(batch, cancellation))
            {
                var (sent, source) = (batch.Segments[next], open[next++]);
                if (answer.Refusal is { } refusal) _refusals.Add(source, (translator.Name, refusal));
                if (answer.Content is { } content && Verification.Verify(sent, content, request.Target) is { } verified)
                    _answers.Add(source, (verified, route));
                answered?.Report(1);
            }
        }

        private SegmentTranslation Fill(SegmentTranslation segment, DateTimeOffset at, bool copies)
        {
            if (segment.Target is not null) return segment;
            var content = gaps.Protected(segment);
            if (_answers.TryGetValue(content, out var answer))
            {
                return segment with
                {
                    Target = answer.Answer.Content,
                    State = SegmentState.Initial,
                    Provenance = new Provenance(Origin.Machine, answer.Route.Maker, answer.Route.Method, at) { Glossary = gaps.Revision },
                };
            }

            // Nobody translated what needs no translation, so it has no maker.
            return copies && !Gaps.NeedsService(content)
                ? segment with { Target = NameProtection.Unprotect(content), State = SegmentState.Initial, Provenance = null }
                : gaps.Earlier(segment);
        }

        private void Fail(string service, string message, string remedy, bool canRetry) =>
            _failures.Add(new DraftFailure(service, request.Release, request.Target, message, remedy, canRetry));

        private DraftFailure? Failure(int open)
        {
            if (open > 0 && _failures.Count > 0) return _failures[0];
            foreach (var failure in _failures)
            {
                problems.Warn("translation.service-failed", new Place(request.File),
                    $"{failure.Service} failed for {failure.Release} in {failure.Language}, and another service took over: {failure.Message}",
                    failure.Remedy);
            }

            return null;
        }

        private void Report()
        {
            var place = new Place(request.File);
            foreach (var (content, units) in gaps.Contents)
            {
                foreach (var unit in units) Report(content, unit, place);
            }
        }

        private void Report(InlineContent content, string unit, Place place)
        {
            if (_answers.TryGetValue(content, out var answer))
            {
                foreach (var (code, fate) in answer.Answer.Mended) Report(code, fate, unit, place, answer.Route.Maker);
                foreach (var finding in gaps.Compare(content, answer.Answer.Content)) Report(finding, unit, place, answer.Route.Maker);
            }
            else if (_refusals.TryGetValue(content, out var refusal))
            {
                problems.Warn("translation.refused", place,
                    $"Unit {unit}: {refusal.Service} refuses to translate “{Excerpt(content)}”: {refusal.Reason}.",
                    "Read the text, and translate it by hand or with another service; it is sent to no other by itself.");
            }
            else if (_hasRoute && _failures.Count == 0 && Gaps.NeedsService(content))
            {
                problems.Warn("translation.failed", place, $"Unit {unit}: no service could translate “{Excerpt(content)}”.",
                    "Translate it by hand, or write it more simply and draft again.");
            }
        }

        private void Report(InlineCode code, CodeFate fate, string unit, Place place, string maker)
        {
            var what = code.Kind == CodeKind.Name ? $"the name “{code.Equivalent}”" : $"the code {code.Open}";
            if (fate == CodeFate.Dropped)
            {
                problems.Warn("translation.code-dropped", place, $"Unit {unit}: {maker} lost {what}; the draft does without it.",
                    "Set it again by hand if it matters.");
            }
            else
            {
                problems.Warn("translation.code-restored", place, $"Unit {unit}: {maker} lost {what}; it was put back where it probably belongs.",
                    "Look whether it stands in the right place.");
            }
        }

        private void Report(TermFinding finding, string unit, Place place, string maker)
        {
            if (finding.Fault == TermFault.Forbidden)
            {
                problems.Warn("translation.term-forbidden", place, $"Unit {unit}: {maker} wrote “{finding.Target!.Form.Text}”, which the glossary forbids.",
                    finding.Wanted is { } better ? $"Write “{better}”." : "Write something else.");
            }
            else
            {
                problems.Warn("translation.term-missing", place, $"Unit {unit}: {maker} did not write “{finding.Wanted}” for “{finding.Source!.Form.Text}”.",
                    "Correct the draft; until then the glossary blocks it.");
            }
        }

        private static string Excerpt(InlineContent content)
        {
            var text = new StringBuilder();
            foreach (var rune in content.ReadingText.EnumerateRunes().Take(60)) text.Append(rune);
            return text.ToString();
        }
    }
}
