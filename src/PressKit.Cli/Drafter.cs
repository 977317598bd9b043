using System.Collections.Immutable;
using PressKit.Editions;
using PressKit.Translation;
using PressKit.Translation.Checks;
using PressKit.Translation.Glossary;
using PressKit.Translation.Memory;
using PressKit.Translation.Repairs;
using PressKit.Translators;

namespace PressKit.Cli;

/// <summary>Drafts the missing translations of releases, as many at once as a service takes, and stores each as soon as it is
/// done, so that nothing is lost or paid twice whenever the work ends.</summary>
internal sealed class Drafter(Session session, Services services, TimeProvider time, Newsroom newsroom)
{
    private readonly TranslationStore _store = new(session.Folder);
    private readonly Terminology _terminology = new(newsroom.Glossary);
    private readonly TranslationChecks _checks = new(session.Locales);
    private readonly SoftRepair _repair = new(session.Locales);

    /// <summary>What became of it.</summary>
    /// <param name="Drafted">How many segments were drafted.</param>
    /// <param name="Failed">Whether a service failed.</param>
    public sealed record Result(int Drafted, bool Failed)
    {
        /// <summary>Whether the same files would leave as little to do the next time, whatever else has changed.</summary>
        public bool IsSettled { get; init; }
    }

    /// <summary>Drafts what is missing.</summary>
    /// <param name="releases">The releases.</param>
    /// <param name="languages">The languages wanted.</param>
    /// <param name="names">The services, in the order in which they are tried.</param>
    /// <param name="dryRun">Whether only to say what would be sent.</param>
    /// <param name="cancellation">Stops the work; what is finished is kept.</param>
    public async Task<Result> DraftAsync(ImmutableArray<PairedRelease> releases, ImmutableArray<Language> languages,
        ImmutableArray<string> names, bool dryRun, CancellationToken cancellation)
    {
        if (session.Problems.HasErrors) return new Result(0, false);
        var requests = releases.SelectMany(r => languages.Where(l => !r.Finished.Contains(l) && IsMeant(r, l)).Select(l => (Release: r, Request: RequestOf(r, l)))).ToList();
        var drafting = new Drafting([], _terminology, time);
        var remembered = Recall(requests, drafting, dryRun);
        var plans = requests.Select(r => drafting.Plan(r.Request)).ToList();
        var segments = plans.Sum(p => p.Segments);
        if (dryRun)
        {
            Say(requests.Select(r => r.Request).Zip(plans));
            return new Result(0, segments > 0 && await QuoteAsync(requests, names, cancellation));
        }

        if (segments > 0 && !names.IsEmpty)
        {
            names = await new Prerequisites(session.Terminal).EnsureAsync(names, services.AreElsewhere(newsroom), cancellation);
            if (names.IsEmpty) return LeftOut(requests.Select(r => r.Request).Zip(plans)) with { Drafted = remembered };
        }

        using var progress = new DraftProgress(session.Terminal, time, segments, () => string.Join(", ", services.Receipt()));
        var result = await DraftAsync(requests, segments > 0 ? names : [], progress, cancellation);
        return result with { Drafted = result.Drafted + remembered, IsSettled = result.Drafted + remembered == 0 && IsSettled(requests.Zip(plans, (r, p) => (r.Release, p.Segments)), names) };
    }

    /// <summary>Fills with the memory what it is certain of, and stores that before any service is asked.</summary>
    /// <returns>How many segments were filled.</returns>
    private int Recall(List<(PairedRelease Release, DraftRequest Request)> requests, Drafting drafting, bool dryRun)
    {
        if (requests.TrueForAll(r => drafting.Plan(r.Request).Segments == 0)) return 0;
        using var memory = services.Memory.Open(newsroom, session);
        if (memory is null) return 0;
        var recall = new Recall(memory, time, Withheld.In(newsroom, session.Now));
        var all = 0;
        for (var i = 0; i < requests.Count; i++)
        {
            var release = requests[i].Release;
            var (request, filled) = recall.Fill(requests[i].Request);
            requests[i] = (release, request);
            if (filled == 0 || dryRun) continue;
            all += filled;
            _store.Store(release.Release, request.Stored!);
            session.Terminal.Note($"{request.Release} in {request.Target}: {Terminal.Counted(filled, "segment")} from memory");
        }

        return all;
    }

    private async Task<Result> DraftAsync(IEnumerable<(PairedRelease Release, DraftRequest Request)> requests, ImmutableArray<string> names,
        IProgress<int> progress, CancellationToken cancellation)
    {
        var known = Known(names);
        var round = new Round { Failed = known.Length < names.Length };
        // As many documents at once as a service takes requests; a document rarely needs more than one.
        var documents = known.OfType<ServiceTranslator>().Select(s => s.Concurrency).DefaultIfEmpty(1).Max();
        await Parallel.ForEachAsync(requests, new ParallelOptions { MaxDegreeOfParallelism = documents }, async (document, _) =>
        {
            if (cancellation.IsCancellationRequested) return;
            var allowed = Allowed(document.Release, known);
            var drafting = new Drafting(allowed, _terminology, time) { Answered = progress };
            var draft = await drafting.DraftAsync(document.Request, session.Problems, cancellation);
            var isWithheld = draft.HasNoRoute && allowed.Length < known.Length && allowed.IsEmpty;
            if (isWithheld) ReportSecret(document.Release);
            lock (round) Keep(round, document.Release, document.Request, draft, hasNoRoute: draft.HasNoRoute && !isWithheld && known.Length == names.Length);
        });

        ReportWithoutRoute(round.WithoutRoute);
        foreach (var line in services.Receipt()) session.Terminal.Note(line);
        return new Result(round.Drafted, round.Failed);
    }

    /// <summary>Stores a draft, and says what became of it.</summary>
    private void Keep(Round round, PairedRelease release, DraftRequest request, Draft draft, bool hasNoRoute)
    {
        if (hasNoRoute) round.WithoutRoute.Add(request);
        if (draft.Failure is { } failure)
        {
            round.Failed = true;
            session.Terminal.Note($"presskit: {failure}");
        }

        History(release, request);
        if (!draft.IsNew) return;
        round.Drafted += draft.Drafted + draft.Repaired;
        if (release.Translations.FirstOrDefault(t => t.File.Language == request.Target) is { } earlier) _store.KeepApproved(release.Release, earlier);
        // The record of a release grows with each of its languages.
        round.Releases[request.Release] = _store.Store(round.Releases.GetValueOrDefault(request.Release, release.Release), draft.Translation);
        _store.Log(release.Release, request.Target, DraftEvents.Of(draft, request, time.GetUtcNow()));
        var made = new[] { (draft.Drafted, "drafted"), (draft.Repaired, "repaired") }.Where(m => m.Item1 > 0).Select(m => $"{Terminal.Counted(m.Item1, "segment")} {m.Item2}");
        session.Terminal.Note($"{request.Release} in {request.Target}: {string.Join(", ", made)}");
        SayFindings(request, draft.Translation);
    }

    /// <summary>Says what each service would be sent and charge.</summary>
    /// <returns>Whether a service could not be asked.</returns>
    private async Task<bool> QuoteAsync(
        IEnumerable<(PairedRelease Release, DraftRequest Request)> requests, ImmutableArray<string> names, CancellationToken cancellation)
    {
        var known = Known(names);
        var failed = known.Length < names.Length;
        var totals = new SortedDictionary<string, (ITranslator Service, Charge Charge)>(StringComparer.Ordinal);
        foreach (var (release, request) in requests)
        {
            try
            {
                var drafting = new Drafting(Allowed(release, known), _terminology, time);
                if (await drafting.QuoteAsync(request, cancellation) is not { } quote) continue;
                var sum = totals.GetValueOrDefault(quote.Service.Name, (Service: quote.Service, Charge: Charge.Nothing));
                totals[quote.Service.Name] = (quote.Service, sum.Charge + quote.Charge);
            }
            catch (TranslatorException e)
            {
                failed = true;
                session.Terminal.Note($"presskit: {e.Service}: {request.Release} in {request.Target}: {e.Message} {e.Remedy}");
            }
        }

        foreach (var (name, (service, charge)) in totals.Where(t => !t.Value.Charge.IsNothing))
            session.Terminal.Say($"{name}: {(charge.IsAtMost ? "at most " : "")}{Amount.Of(charge, Services.CurrencyOf(service))} would be charged");
        return failed;
    }

    /// <summary>Says what checks find in what was drafted just now.</summary>
    private void SayFindings(DraftRequest request, StoredTranslation drafted)
    {
        var before = (request.Stored?.Units ?? []).SelectMany(u => u.Segments).ToHashSet();
        var units = _checks.Read(request.Source, request.Target, drafted.Units, _terminology, newsroom.Policy.Lengths, newsroom.HouseRules);
        var findings = _checks.Check(units).Where(f => f.Rule.Severity != Severity.Information
            && !before.Contains(drafted.Units.First(u => u.Id == f.Unit).Segments[f.Segment])).ToList();
        if (findings.Count == 0) return;
        var errors = findings.Count(f => f.Rule.Severity == Severity.Error);
        session.Terminal.Note($"{request.Release} in {request.Target}: checks found {Terminal.Counted(findings.Count, "thing")} to look at, of which {Terminal.Counted(errors, "error")}: presskit check {request.Release}");
    }

    /// <summary>Notes once that an approved edition has become stale, and of which source.</summary>
    private void History(PairedRelease release, DraftRequest request)
    {
        if (release.Translations.FirstOrDefault(t => t.File.Language == request.Target) is not { Approval: null, Approved: not null }) return;
        var known = HistoryFile.Of(session.Folder, release.Release, request.Target).Read();
        if (known.LastOrDefault(e => e.Event is "stale" or "approved") is { Event: "stale" }) return;
        _store.Log(release.Release, request.Target, [new HistoryEvent(time.GetUtcNow(), "PressKit", "stale", request.Revision) { Tool = Session.Tool }]);
    }

    /// <summary>Without a single service at hand, what is there is published all the same.</summary>
    private Result LeftOut(IEnumerable<(DraftRequest Request, DraftPlan Plan)> plans)
    {
        foreach (var release in plans.Where(p => p.Plan.Segments > 0).GroupBy(p => p.Request.Release, StringComparer.Ordinal))
            session.Terminal.Note($"presskit: left out: {release.Key} in {string.Join(", ", release.Select(p => p.Request.Target))}");
        return new Result(0, false);
    }

    /// <summary>Puts the address of every edition on record that has none yet, or another one on purpose.</summary>
    /// <returns>Whether there was any.</returns>
    public bool Reserve(Prepared prepared)
    {
        var missing = prepared.Admission.Admitted.Select(a => a.Edition).Concat(prepared.Admission.Held.Select(h => h.Edition))
            .Where(e => e.Release.Record.Editions.GetValueOrDefault(e.Language)?.Slug != e.Slug).ToList();
        foreach (var editions in missing.GroupBy(e => e.Release.Folder, StringComparer.Ordinal))
        {
            var release = editions.First().Release;
            foreach (var edition in editions)
                release = _store.Reserve(release, edition.Language, edition.FrontMatter.Headline, edition.Slug);
        }

        return missing.Count > 0;
    }

    /// <summary>Whether a language is to be drafted: it is meant for the release, nobody wrote it freely, and what is stored of
    /// it, if anything, could be read; a file that could not be read is never written over.</summary>
    private static bool IsMeant(PairedRelease release, Language language)
    {
        var meant = release.Release.Source.FrontMatter.Languages;
        return language != release.Release.Source.Language
            && release.Release.Authored.All(a => a.Language != language)
            && release.Release.Translations.Count(t => t.Language == language) == release.Translations.Count(t => t.File.Language == language)
            && (meant.IsEmpty || meant.Contains(language))
            && (release.Release.Record.Withdrawn is null || release.Translations.Any(t => t.File.Language == language));
    }

    private DraftRequest RequestOf(PairedRelease release, Language language)
    {
        var source = release.Source.Text;
        var stored = release.Translations.FirstOrDefault(t => t.File.Language == language)?.Stored;
        return new DraftRequest(release.Release.Id, $"{release.Release.Folder}/{language}.xlf", source.File, source.Hash,
            source.Language, language, release.Source.UnitsIn(language), stored) { Repair = _repair, Only = Only(release) };
    }

    /// <summary>Of a withdrawn release, what readers are told of it is drafted, and nothing else leaves the house.</summary>
    private static ImmutableHashSet<string>? Only(PairedRelease release) => release.Release.Record.Withdrawn is { } withdrawn
        ? [.. release.Source.Events.Where(e => ReferenceEquals(e.Event, withdrawn)).Select(e => e.Unit.Id)] : null;

    /// <summary>Whether all that is missing is withheld from every service, and no memory but this newsroom's own could fill it.</summary>
    private bool IsSettled(IEnumerable<(PairedRelease Release, int Missing)> requests, ImmutableArray<string> names)
    {
        var open = requests.Where(r => r.Missing > 0).ToList();
        return open.Count == 0 || (!newsroom.Memory.IsShared && open.TrueForAll(r => IsSecret(r.Release)) && !names.Intersect(newsroom.Policy.EmbargoedServices, StringComparer.Ordinal).Any());
    }

    /// <summary>The services of these names, but for those whose settings cannot be right.</summary>
    private ImmutableArray<ITranslator> Known(ImmutableArray<string> names)
    {
        var known = ImmutableArray.CreateBuilder<ITranslator>();
        foreach (var name in names)
        {
            try
            {
                if (services.Named(name, newsroom) is { } service) known.Add(service);
            }
            catch (TranslatorException e)
            {
                session.Terminal.Note($"presskit: {e.Service}: {e.Message} {e.Remedy}");
            }
        }

        return known.ToImmutable();
    }

    /// <summary>Before its embargo lifts, or its time has come, a text goes only to services that may see such texts.</summary>
    private ImmutableArray<ITranslator> Allowed(PairedRelease release, ImmutableArray<ITranslator> known)
    {
        return IsSecret(release) ? known.RemoveAll(s => !newsroom.Policy.EmbargoedServices.Contains(s.Name, StringComparer.Ordinal)) : known;
    }

    private bool IsSecret(PairedRelease release) =>
        release.Release.Embargo > session.Now || release.Source.Text.FrontMatter.Published > session.Now;

    private void ReportSecret(PairedRelease release) => session.Problems.Warn(
        "translation.embargoed", new Place(release.Source.Text.File),
        "The text is not public yet, and no service may see such texts; it is not drafted.",
        "Name the services that may, under translation: embargoed: in newsroom.yml.");

    /// <summary>Says once for each source language what could not be drafted from it.</summary>
    private void ReportWithoutRoute(List<DraftRequest> requests)
    {
        foreach (var from in requests.GroupBy(r => r.Source))
        {
            session.Problems.Add(new Problem("translation.no-route", Severity.Information,
                $"None of the services allowed translates from {from.Key} to {string.Join(", ", from.Select(r => r.Target).Distinct().Order())}.",
                newsroom.Places["translation.with"],
                "Add one that does under translation: with: in newsroom.yml, or translate by hand."));
        }
    }

    private void Say(IEnumerable<(DraftRequest Request, DraftPlan Plan)> plans)
    {
        var (segments, characters) = (0L, 0L);
        foreach (var (request, plan) in plans.Where(p => p.Plan.Segments > 0))
        {
            session.Terminal.Say($"{request.Release} in {request.Target}: {Terminal.Counted(plan.Segments, "segment")}, {Terminal.Counted(plan.Characters, "character")}");
            (segments, characters) = (segments + plan.Segments, characters + plan.Characters);
        }

        session.Terminal.Say($"{Terminal.Counted(segments, "segment")} and {Terminal.Counted(characters, "character")} would be sent.");
    }

    /// <summary>What has become of the documents so far.</summary>
    private sealed class Round
    {
        public int Drafted { get; set; }

        public bool Failed { get; set; }

        public List<DraftRequest> WithoutRoute { get; } = [];

        public Dictionary<string, Release> Releases { get; } = new(StringComparer.Ordinal);
    }
}
