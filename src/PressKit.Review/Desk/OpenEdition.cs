using System.Collections.Immutable;
using PressKit.Content;
using PressKit.Editions;
using PressKit.Editions.Reviewing;

namespace PressKit.Review.Desk;

/// <summary>An edition that people work on: its state in memory, which is its files' and what was saved since they were written. One
/// thing happens in it at a time; nobody waits for the disk of another edition. What all languages of a release write, its record, is
/// written by one of them at a time.</summary>
internal sealed class OpenEdition(EditionName name, string newsroom, Func<ReleaseRoom> room, DeskIds ids, Journal journal, Lock files) : IDisposable
{
    private readonly Lock _lock = new();
    private readonly SemaphoreSlim _storing = new(1);
    private readonly List<HistoryEvent> _unwritten = [];
    private readonly HashSet<string> _touched = new(StringComparer.Ordinal);
    private EditionState? _state;
    private ImmutableArray<FileStamp> _stamps = [];
    private FileStamp _history;
    private Task<FileStamp> _last = Task.FromResult(default(FileStamp));
    private bool _listed;
    private bool _isStoring;
    private bool _isBehind;
    private bool _hasFailed;

    /// <summary>Which one.</summary>
    public EditionName Name => name;

    /// <summary>Whether the file holds all that the history says.</summary>
    public bool IsStored
    {
        get
        {
            lock (_lock) return _unwritten.Count == 0 && _last.IsCompleted;
        }
    }

    /// <summary>The edition as it is now; null where there is none.</summary>
    /// <param name="settled">Whether what the gate says of it has to be of the file as it is now.</param>
    public EditionState? State(bool settled = false)
    {
        lock (_lock) return Current(settled);
    }

    /// <summary>Does something, and says so when it is on the disk.</summary>
    public async Task<Outcome> DoAsync(Func<EditionState, Decision> decide)
    {
        Task<FileStamp> durable;
        Outcome outcome;
        lock (_lock)
        {
            if (Current(settled: false) is not { } state) return Outcome.NoEdition(name);
            var decision = decide(state);
            if (decision.Refusal is { } refusal) return Outcome.Refused(state, refusal);
            if (decision.Events.IsEmpty) return new Outcome(state, [], null);
            durable = Append(ref state, decision.Events);
            _state = state;
            outcome = new Outcome(state, state.History[^decision.Events.Length..], null);
        }

        return await IsWrittenAsync(durable) ? outcome : Outcome.Refused(null, NotWritten);
    }

    /// <summary>Writes the translation's file, if it is behind.</summary>
    /// <returns>Whether it was written.</returns>
    public async Task<bool> StoreAsync()
    {
        await _storing.WaitAsync();
        try
        {
            return await StoreNowAsync();
        }
        finally
        {
            _storing.Release();
        }
    }

    /// <summary>Does something with the files themselves, while nothing else happens in the edition: they hold everything before, and are
    /// read again behind it.</summary>
    public async Task<Outcome> AloneAsync(Func<EditionState, Outcome> action)
    {
        await _storing.WaitAsync();
        try
        {
            while (true)
            {
                var isWritten = await StoreNowAsync();
                lock (_lock)
                {
                    if (_unwritten.Count > 0 && !isWritten) return Outcome.Refused(_state, NotWritten);
                    if (_unwritten.Count > 0 || !_last.IsCompleted) continue;
                    if (Current(settled: true) is not { } state) return Outcome.NoEdition(name);
                    Outcome outcome;
                    lock (files) outcome = action(state);
                    (_state, _stamps) = (null, []);
                    return outcome.IsDone ? outcome with { State = Current(settled: true) } : outcome;
                }
            }
        }
        finally
        {
            _storing.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _storing.Dispose();

    private static Refusal NotWritten { get; } = new("review.not-written", "It could not be written to the disk, and is not saved.", "Keep the text, see to the disk, and save again.");

    private Task<FileStamp> Append(ref EditionState state, ImmutableArray<HistoryEvent> events)
    {
        var at = state.History.Length;
        foreach (var happened in events) state = state.With(happened with { Id = ids.Next(), Tool = ids.Tool }).State;
        var added = state.History[at..];
        _last = journal.AppendAsync(History, added, _listed ? null : name);
        _listed = true;
        foreach (var happened in added.Where(Happening.IsStored))
        {
            _unwritten.Add(happened);
            _touched.Add(happened.Unit!);
        }

        return _last;
    }

    /// <summary>Whether something came to the disk; if not, the state is what the disk says.</summary>
    private async Task<bool> IsWrittenAsync(Task<FileStamp> durable)
    {
        try
        {
            await durable;
            return true;
        }
        catch (IOException)
        {
            lock (_lock) (_state, _stamps, _listed, _hasFailed) = (null, [], false, true);
            return false;
        }
    }

    private async Task<bool> StoreNowAsync()
    {
        EditionState state;
        int count;
        while (true)
        {
            Task<FileStamp> last;
            lock (_lock) last = _last;
            if (!await IsWrittenAsync(last)) return false;
            lock (_lock)
            {
                if (!_last.IsCompleted) continue;
                if (_unwritten.Count == 0 || Current(settled: false) is not { } current) return false;
                // To take up what others changed may have said something.
                if (!_last.IsCompleted) continue;
                (state, count, _isStoring) = (current, _unwritten.Count, true);
                break;
            }
        }

        var store = new TranslationStore(newsroom) { IsDurable = true };
        try
        {
            // A thread that waits for the disk must not be one that requests need.
            var release = await Task.Factory.StartNew(() => Write(store, state), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
            lock (_lock)
            {
                _unwritten.RemoveRange(0, count);
                _stamps = Stamps(release);
                _isBehind = true;
                // Somebody may have written it between the two.
                if (!IsWhatWasStored(release)) _stamps = [];
                if (_state is { } present) _state = present with { Release = present.Release with { Release = release } };
            }

            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
        finally
        {
            lock (_lock) _isStoring = false;
        }
    }

    private Release Write(TranslationStore store, EditionState state)
    {
        lock (files)
        {
            if (state.Translation is { } translation) store.KeepApproved(state.Release.Release, translation);
            return store.Store(state.Release.Release, state.Stored);
        }
    }

    /// <summary>The state, with what others did to the files.</summary>
    private EditionState? Current(bool settled)
    {
        if (_isStoring && _state is not null) return _state;
        if (_last is { IsCompletedSuccessfully: true, Result: var stamp } && stamp.Length > _history.Length) _history = stamp;
        var isSame = _state is { } known && _stamps.SequenceEqual(Stamps(known.Release.Release)) && !(settled && _isBehind);
        if (isSame && (!_last.IsCompleted || _history == FileStamp.Of(History.Path))) return _state;
        return _state = isSame ? WithHistory(_state!) : TakeUp();
    }

    /// <summary>The state of the files, with what was saved since they were written.</summary>
    private EditionState? TakeUp()
    {
        var reader = room();
        if (_hasFailed) Reconsider();
        if (_state is { } held && _unwritten.Count > 0 && IsOnlyTheSource(held)) StoreAsItWas(held);
        if (reader.Read(name.Release, new Problems()) is not { } release || !reader.Languages(release).Contains(name.Language)) return null;
        _stamps = Stamps(release.Release);
        _isBehind = false;
        var before = _state;
        var state = Completion.Of(WithHistory(reader.State(release, name.Language), before), _unwritten);
        if (before is null) return state;
        var changed = state.Units.Where(u => _touched.Contains(u.Id) && before.Unit(u.Id) is { } was && Versions.Of(was) != Versions.Of(u))
            .Select(u => new HistoryEvent(ids.Now, "PressKit", Happening.Changed, release.Source.Text.Hash) { Unit = u.Id, From = Versions.Of(before.Unit(u.Id)!), Version = Versions.Of(u) }).ToImmutableArray();
        if (!changed.IsEmpty) _ = Append(ref state, changed);
        return state;
    }

    /// <summary>Whether others changed the source and not the translation.</summary>
    private bool IsOnlyTheSource(EditionState held) =>
        _stamps is [var source, var file, ..] && Stamps(held.Release.Release) is [var now, var same, ..] && source != now && file == same;

    /// <summary>Writes the translation of the source as it was, so that it is carried over to the source as it is like any other.</summary>
    private void StoreAsItWas(EditionState held)
    {
        lock (files) new TranslationStore(newsroom) { IsDurable = true }.Store(held.Release.Release, held.Stored);
        _unwritten.Clear();
    }

    /// <summary>After something could not be written: only what the history holds was saved.</summary>
    private void Reconsider()
    {
        // The journal never waits for an edition.
        if (!_last.IsCompleted) ((IAsyncResult)_last).AsyncWaitHandle.WaitOne();
        var there = History.Read().Select(e => e.Id).OfType<string>().ToHashSet(StringComparer.Ordinal);
        _unwritten.RemoveAll(e => !there.Contains(e.Id!));
        (_state, _hasFailed) = (null, false);
    }

    private bool IsWhatWasStored(Release release) => release.Translations.FirstOrDefault(t => t.Language == name.Language) is { } file
        && File.ReadAllBytes(Path.Combine(newsroom, file.File)).AsSpan().SequenceEqual(file.Bytes.Span);

    private EditionState WithHistory(EditionState state) => WithHistory(state with { History = History.Read() }, state);

    /// <summary>The history of the file, with what is on the way to it, or was lost from it when another file took its place.</summary>
    private EditionState WithHistory(EditionState state, EditionState? before)
    {
        _history = FileStamp.Of(History.Path);
        if (before is null) return state;
        var there = state.History.Select(e => e.Id).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var missing = before.History.Where(e => e.Id is { } id && ids.AreMine(id) && !there.Contains(id)).ToImmutableArray();
        if (missing.IsEmpty) return state;
        if (_last.IsCompleted) _last = journal.AppendAsync(History, missing, null);
        return state with { History = state.History.AddRange(missing) };
    }

    private HistoryFile History => field ??= HistoryFile.Of(newsroom, Folder, name.Language);

    private string Folder => name.Release.Contains('/', StringComparison.Ordinal) ? $"content/releases/{name.Release}" : $"content/pages/{name.Release}";

    private ImmutableArray<FileStamp> Stamps(Release release)
    {
        var folder = Path.Combine(newsroom, release.Folder);
        return [FileStamp.Of(Path.Combine(newsroom, release.Source.File)), FileStamp.Of(Path.Combine(folder, $"{name.Language}.xlf")),
            FileStamp.Of(Path.Combine(folder, RecordFile.Name)), FileStamp.Of(Path.Combine(folder, DismissalFile.Name)), FileStamp.Of(Path.Combine(folder, $"{name.Language}.md"))];
    }
}
