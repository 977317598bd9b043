using System.Collections.Concurrent;
using System.Collections.Immutable;
using PressKit.Content;
using PressKit.Editions;
using PressKit.Editions.Reviewing;

namespace PressKit.Review.Desk;

/// <summary>The desk on which people review a newsroom's translations, many at once. What is confirmed is on the disk, in the edition's
/// history; the translation's file follows within <see cref="DeskSetup.Behind"/>, and where it could not, whoever reads it next
/// completes it. Safe for any thread. Of a newsroom there is one desk at a time.</summary>
public sealed class ReviewDesk : IAsyncDisposable
{
    private readonly DeskSetup _setup;
    private readonly IDisposable _place;
    private readonly Unwritten _unwritten;
    private readonly DeskIds _ids;
    private readonly Journal _journal;
    private readonly ReviewRoom _room;
    private readonly ConcurrentDictionary<EditionName, OpenEdition> _open = new();
    private readonly ConcurrentDictionary<string, Lock> _files = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<EditionName, bool> _lessons = new();
    private readonly Summaries _summaries;
    private readonly ConcurrentDictionary<object, Action<DeskChange>> _watchers = new(ReferenceEqualityComparer.Instance);
    private readonly CancellationTokenSource _closing = new();
    private readonly Task _following;

    private ReviewDesk(DeskSetup setup, IDisposable place, Unwritten unwritten, ReviewRoom room)
    {
        (_setup, _place, _unwritten, _room) = (setup, place, unwritten, room);
        (_ids, _journal, Presence) = (new DeskIds(setup), new Journal(unwritten, setup.Session), new Presence(setup.Time));
        _summaries = new Summaries(room, setup);
        _following = FollowAsync();
    }

    /// <summary>Who is where.</summary>
    public Presence Presence { get; }

    /// <summary>The newsroom's settings, glossary and registers, without its releases.</summary>
    public Newsroom Newsroom => _room.Present.Newsroom;

    /// <summary>Opens the desk of a newsroom; completes first what an earlier one left behind.</summary>
    /// <param name="setup">What it works with.</param>
    /// <param name="problems">Takes what is wrong.</param>
    /// <returns>Null where newsroom.yml cannot be read, or where another process has the desk.</returns>
    public static ReviewDesk? Open(DeskSetup setup, Problems problems)
    {
        setup = setup with { Folder = Path.GetFullPath(setup.Folder) };
        var unwritten = new Unwritten(setup.Folder);
        unwritten.Complete(problems);
        if (NewsroomReader.ReadSettings(setup.Folder, problems) is not { } newsroom) return null;
        if (unwritten.TakePlace() is { } place) return new ReviewDesk(setup, place, unwritten, new ReviewRoom(newsroom, setup));
        problems.Error("review.busy", new Place("private/review/desk"), "Another desk of this newsroom is at work.", "Use that one, or end it first.");
        return null;
    }

    /// <summary>The ids of all releases and standing pages.</summary>
    public IEnumerable<string> Releases() => NewsroomReader.Ids(Newsroom.Folder);

    /// <summary>A release, or a standing page, as its files are; null where there is none, or where it cannot be read.</summary>
    public Release? Release(string id) => NewsroomReader.IsId(id) ? NewsroomReader.ReadRelease(Newsroom, id, new Problems()) : null;

    /// <summary>The languages that a release is to be translated into; none where there is no such release.</summary>
    public ImmutableArray<Language> Languages(string release) =>
        _room.Present.Read(release, new Problems()) is { } read ? _room.Present.Languages(read) : [];

    /// <summary>An edition as a reviewer sees it; null where there is none.</summary>
    /// <param name="name">Which one.</param>
    /// <param name="matches">Whether the memory is to be asked for each sentence.</param>
    public EditionView? View(EditionName name, bool matches = true) =>
        Edition(name)?.State(settled: true) is { } state ? _room.Views.View(state, _setup.Time.GetUtcNow(), matches) : null;

    /// <summary>A unit as a reviewer sees it, without matches; null where there is none. It costs what the unit does, whatever else the
    /// edition has.</summary>
    public UnitView? Unit(EditionName name, string unit) => Edition(name)?.State() is { } state ? _room.Views.Unit(state, unit) : null;

    /// <summary>A sentence as a reviewer sees it; null where there is none.</summary>
    public SentenceView? Sentence(EditionName name, SentenceName sentence) =>
        Edition(name)?.State() is { } state ? _room.Views.Sentence(state, sentence) : null;

    /// <summary>A sentence of a state that nobody has saved: of what somebody is writing.</summary>
    public SentenceView? Sentence(EditionState state, SentenceName sentence) => _room.Views.Sentence(state, sentence);

    /// <summary>The edition as it would be published now, whatever the gate says; null where there is none.</summary>
    public Edition? Preview(EditionName name) => Edition(name)?.State() is { } state ? _room.Present.Preview(state) : null;

    /// <summary>The edition as it is stored and was saved since; null where there is none.</summary>
    public EditionState? State(EditionName name) => Edition(name)?.State();

    /// <summary>Saves the translation of a sentence.</summary>
    /// <param name="name">The edition.</param>
    /// <param name="by">Who saves it.</param>
    /// <param name="sentence">The sentence.</param>
    /// <param name="version">The version that they have seen; against another one the save is refused, with the present text.</param>
    /// <param name="text">What they wrote, with placeholders (<see cref="PlaceholderText"/>).</param>
    public Task<Outcome> SaveAsync(EditionName name, Reviewer by, SentenceName sentence, string version, string text) =>
        DoAsync(name, state => ReviewRules.Edit(state, by, Now, sentence, version, text));

    /// <summary>Approves sentences, or all of a paragraph: they are reviewed.</summary>
    public Task<Outcome> ReviewAsync(EditionName name, Reviewer by, IEnumerable<(SentenceName Sentence, string Version)> sentences) =>
        DoAsync(name, state => Rules.Review(state, by, Now, sentences));

    /// <summary>Refuses a sentence, and says why.</summary>
    public Task<Outcome> RejectAsync(EditionName name, Reviewer by, SentenceName sentence, string version, string reason) =>
        DoAsync(name, state => ReviewRules.Reject(state, by, Now, sentence, version, reason));

    /// <summary>Cuts a sentence in two: these are the beginnings, up to the cut.</summary>
    public Task<Outcome> SplitAsync(EditionName name, Reviewer by, SentenceName sentence, string version, string source, string? target) =>
        DoAsync(name, state => ReviewRules.Split(state, by, Now, sentence, version, source, target));

    /// <summary>Joins a sentence with the next one of its paragraph.</summary>
    public Task<Outcome> JoinAsync(EditionName name, Reviewer by, SentenceName sentence, string version) =>
        DoAsync(name, state => ReviewRules.Join(state, by, Now, sentence, version));

    /// <summary>Of two translations of a sentence, chooses one, or writes a third.</summary>
    public Task<Outcome> SettleAsync(EditionName name, Reviewer by, SentenceName sentence, string version, string text) =>
        DoAsync(name, state => ReviewRules.Settle(state, by, Now, sentence, version, text));

    /// <summary>Brings back what a sentence said after an event of its history.</summary>
    public Task<Outcome> RevertAsync(EditionName name, Reviewer by, SentenceName sentence, string version, string id) =>
        DoAsync(name, state => ReviewRules.Revert(state, by, Now, sentence, version, id));

    /// <summary>Comments, asks or answers: <see cref="Happening.Commented"/>, <see cref="Happening.Asked"/>, <see cref="Happening.Answered"/>; or
    /// refuses a whole edition (<see cref="Happening.Rejected"/>).</summary>
    /// <param name="name">The edition.</param>
    /// <param name="by">Who.</param>
    /// <param name="kind">What it is.</param>
    /// <param name="sentence">The sentence; null for the edition as a whole.</param>
    /// <param name="text">What they say.</param>
    /// <param name="of">The question that is answered.</param>
    public Task<Outcome> SayAsync(EditionName name, Reviewer by, string kind, SentenceName? sentence, string text, string? of = null) =>
        DoAsync(name, state => ReviewRules.Say(state, by, Now, kind, sentence, text, of: of));

    /// <summary>Hands an edition over to somebody.</summary>
    public Task<Outcome> HandOverAsync(EditionName name, Reviewer by, string to, string note) =>
        DoAsync(name, state => ReviewRules.Say(state, by, Now, Happening.HandedOver, null, note, to));

    /// <summary>Keeps what a check found in a sentence, and says why.</summary>
    public async Task<Outcome> DismissAsync(EditionName name, Reviewer by, SentenceName sentence, string fingerprint, string reason)
    {
        var outcome = await DoAsync(name, state => ReviewRules.Dismiss(state, by, Now, sentence,
            _room.Views.Sentence(state, sentence)?.Findings.FirstOrDefault(f => f.Finding.Fingerprint == fingerprint)?.Finding, reason));
        if (outcome is { State: { } state, Events: [var happened] })
        {
            lock (_files.GetOrAdd(name.Release, _ => new Lock()))
                Dismissing.Store(_setup.Folder, state.Release.Release.Folder, name.Language, [happened]);
        }

        return outcome;
    }

    /// <summary>Where each unit of an edition stands, in words.</summary>
    public ImmutableArray<(string Unit, string Place)> Places(EditionName name) => Edition(name)?.State() is { } state ? EditionViews.Places(state) : [];

    /// <summary>The sentences of an edition that have what is looked for.</summary>
    public ImmutableArray<WordHit> Hits(EditionName name, WordSearch search) => Edition(name)?.State() is { } state ? search.Hits(state) : [];

    /// <summary>Shows what replacing words in an edition would come to.</summary>
    public ImmutableArray<Replacement> Replacements(EditionName name, WordSearch search) => Edition(name)?.State() is { } state ? search.In(state) : [];

    /// <summary>Replaces words in sentences, as it was shown; sentences that were changed since are left alone.</summary>
    /// <returns>What became of it, and the sentences that were left alone.</returns>
    public async Task<(Outcome Outcome, ImmutableArray<SentenceName> Left)> ReplaceAsync(EditionName name, Reviewer by, IEnumerable<Replacement> replacements)
    {
        var left = ImmutableArray.CreateBuilder<SentenceName>();
        var outcome = await DoAsync(name, state =>
        {
            var decisions = replacements.DistinctBy(r => r.Sentence).Select(r => (r.Sentence, Decision: ReviewRules.Edit(state, by, Now, r.Sentence, r.Version, r.After, Happening.Replaced))).ToList();
            left.AddRange(decisions.Where(d => d.Decision.Refusal is not null).Select(d => d.Sentence));
            return new Decision([.. decisions.SelectMany(d => d.Decision.Events)], null);
        });
        return (outcome, left.ToImmutable());
    }

    /// <summary>Takes replacements back; sentences that were changed or approved since are left alone.</summary>
    /// <param name="name">The edition.</param>
    /// <param name="by">Who takes them back.</param>
    /// <param name="events">The events that say what was replaced.</param>
    /// <returns>What became of it, and the events that were left as they are.</returns>
    public async Task<(Outcome Outcome, ImmutableArray<string> Left)> UndoAsync(EditionName name, Reviewer by, IEnumerable<string> events)
    {
        var left = ImmutableArray.CreateBuilder<string>();
        var outcome = await DoAsync(name, state =>
        {
            var decisions = events.Distinct(StringComparer.Ordinal).Select(id => (Id: id, Decision: ReviewRules.Undo(state, by, Now, id))).ToList();
            left.AddRange(decisions.Where(d => d.Decision.Refusal is not null).Select(d => d.Id));
            return new Decision([.. decisions.SelectMany(d => d.Decision.Events)], null);
        });
        return (outcome, left.ToImmutable());
    }

    /// <summary>Signs an edition off: its text as it is becomes final, and the record names who approved exactly what.</summary>
    /// <param name="name">The edition.</param>
    /// <param name="by">Who signs it off.</param>
    /// <param name="version">The version of the edition that they have seen.</param>
    /// <param name="note">What they say of it; null for nothing.</param>
    public Task<Outcome> ApproveAsync(EditionName name, Reviewer by, string version, string? note = null) => AloneAsync(name, state =>
        ReviewRules.MayApprove(state, by, version) is { } refusal ? Outcome.Refused(state, refusal) : SigningOff.Approve(_setup, _room.Present, state, by,
            new Signature(by.Name, Now, note) { Tool = _ids.Tool, Role = ReviewRules.WordOf(by.Role), Id = _ids.Next() }));

    /// <summary>Takes an approval back, though the text says what it said.</summary>
    public Task<Outcome> TakeBackAsync(EditionName name, Reviewer by, string reason) => AloneAsync(name, state =>
        ReviewRules.MayTakeBack(by, reason) is { } refusal ? Outcome.Refused(state, refusal) : SigningOff.TakeBack(_setup, state, by, _ids, reason.Trim()));

    /// <summary>The grid of releases and languages: where every edition stands. What has not changed since the last time is not read
    /// again.</summary>
    public ImmutableArray<EditionSummary> Grid() => _summaries.Of(NewsroomReader.Ids(_setup.Folder), name => _open.TryGetValue(name, out var open) ? open.State(settled: true) : null);

    /// <summary>What there is to do, by what matters: what is due next, and of that what does most harm.</summary>
    public ImmutableArray<EditionSummary> Queue() => ReviewQueue.Of(Grid(), _setup.Time.GetUtcNow());

    /// <summary>Tells somebody of everything that happens, from when this returns until the answer is disposed of.</summary>
    public IDisposable Watch(Action<DeskChange> watcher)
    {
        var watch = new Watching(_watchers);
        _watchers[watch] = watcher;
        return watch;
    }

    /// <summary>Writes every file that is behind its history.</summary>
    public async Task StoreAsync()
    {
        foreach (var edition in _open.Values)
        {
            await edition.StoreAsync();
            if (_lessons.ContainsKey(edition.Name) && edition.IsStored && edition.State(settled: true)?.Translation is { } translation && _lessons.TryRemove(edition.Name, out _))
                _room.Teach(translation.File);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        await _following;
        await StoreAsync();
        await _journal.DisposeAsync();
        if (_open.Values.All(e => e.IsStored)) _unwritten.Clear();
        foreach (var edition in _open.Values) edition.Dispose();
        _place.Dispose();
        _closing.Dispose();
    }

    /// <summary>Leaves everything as a process leaves it that is killed: for tests.</summary>
    internal void Abandon()
    {
        _closing.Cancel();
        _place.Dispose();
    }

    private ReviewRules Rules => _room.Rules;

    private DateTimeOffset Now => _ids.Now;

    private OpenEdition? Edition(EditionName name)
    {
        if (_open.TryGetValue(name, out var open)) return open;
        return NewsroomReader.IsId(name.Release) && Newsroom.Languages.Contains(name.Language)
            ? _open.GetOrAdd(name, n => new OpenEdition(n, _setup.Folder, () => _room.Present, _ids, _journal, _files.GetOrAdd(n.Release, _ => new Lock()))) : null;
    }

    private async Task<Outcome> DoAsync(EditionName name, Func<EditionState, Decision> decide)
    {
        if (Edition(name) is not { } edition) return Outcome.NoEdition(name);
        var outcome = await edition.DoAsync(decide);
        Tell(name, outcome.Events);
        return outcome;
    }

    private async Task<Outcome> AloneAsync(EditionName name, Func<EditionState, Outcome> action)
    {
        if (Edition(name) is not { } edition) return Outcome.NoEdition(name);
        var outcome = await edition.AloneAsync(action);
        Tell(name, outcome.Events);
        return outcome;
    }

    private void Tell(EditionName name, ImmutableArray<HistoryEvent> events)
    {
        if (events.IsEmpty) return;
        // What somebody answers for, or does not any more, is news for all who translate.
        if (events.Any(e => e.Was is not null || e.Event is Happening.Reviewed or "approved")) _lessons[name] = true;
        foreach (var watcher in _watchers.Values) watcher(new DeskChange(name, events));
    }

    /// <summary>Has the files follow their histories.</summary>
    private async Task FollowAsync()
    {
        using var timer = new PeriodicTimer(_setup.Behind, _setup.Time);
        try
        {
            while (await timer.WaitForNextTickAsync(_closing.Token)) await StoreAsync();
        }
        catch (OperationCanceledException)
        {
            // The desk closes.
        }
    }

    private sealed class Watching(ConcurrentDictionary<object, Action<DeskChange>> watchers) : IDisposable
    {
        public void Dispose() => watchers.TryRemove(this, out _);
    }
}
