using System.Collections.Immutable;
using System.Threading.Channels;
using PressKit.Content;
using PressKit.Editions;
using PressKit.Editions.Reviewing;

namespace PressKit.Review.Desk;

/// <summary>Writes what happens into histories, and says when it is on the disk. Whatever came in while the disk was busy goes out
/// together, each file once: so many people wait for one turn of the disk, not each for their own. A few threads do nothing else, each
/// for its own files, for a thread that waits for a disk must not be one that others' requests need.</summary>
internal sealed class Journal : IAsyncDisposable
{
    private const int Lanes = 4;

    private readonly ImmutableArray<Channel<Entry>> _lanes;
    private readonly ImmutableArray<Task> _writing;
    private readonly Unwritten _unwritten;
    private readonly string _session;
    private readonly Lock _list = new();

    /// <summary>Begins to write.</summary>
    /// <param name="unwritten">The list of editions with something in their histories that may not be in their files.</param>
    /// <param name="session">The desk's session.</param>
    public Journal(Unwritten unwritten, string session)
    {
        (_unwritten, _session) = (unwritten, session);
        _lanes = [.. Enumerable.Range(0, Lanes).Select(_ => Channel.CreateUnbounded<Entry>(new UnboundedChannelOptions { SingleReader = true }))];
        _writing = [.. _lanes.Select(lane => Task.Factory.StartNew(() => Write(lane.Reader), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default))];
    }

    /// <summary>Adds events to a history, behind everything that was added to it before.</summary>
    /// <param name="history">The history.</param>
    /// <param name="events">The events.</param>
    /// <param name="listed">The edition, where it is not on the list yet; else null.</param>
    /// <returns>Done when they are on the disk; the file as it is then.</returns>
    /// <exception cref="IOException">They could not be written.</exception>
    public Task<FileStamp> AppendAsync(HistoryFile history, ImmutableArray<HistoryEvent> events, EditionName? listed)
    {
        var entry = new Entry(history, HistoryLine.Write(events), listed, new TaskCompletionSource<FileStamp>(TaskCreationOptions.RunContinuationsAsynchronously));
        var lane = _lanes[(int)((uint)string.GetHashCode(history.Path, StringComparison.Ordinal) % Lanes)];
        if (!lane.Writer.TryWrite(entry)) entry.Done.SetException(new IOException("The desk is closing."));
        return entry.Done.Task;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var lane in _lanes) lane.Writer.TryComplete();
        await Task.WhenAll(_writing);
    }

    private void Write(ChannelReader<Entry> entries)
    {
        while (entries.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            var batch = new List<Entry>();
            while (entries.TryRead(out var entry)) batch.Add(entry);
            if (!IsListed(batch)) continue;
            foreach (var file in batch.GroupBy(e => e.History.Path, StringComparer.Ordinal)) WriteFile([.. file]);
        }
    }

    private bool IsListed(List<Entry> batch)
    {
        try
        {
            var listed = batch.Select(e => e.Listed).OfType<EditionName>().Distinct().ToList();
            lock (_list)
            {
                if (listed.Count > 0) _unwritten.Add(_session, listed);
            }

            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            foreach (var entry in batch) entry.Done.SetException(new IOException(e.Message, e));
            return false;
        }
    }

    private static void WriteFile(List<Entry> entries)
    {
        try
        {
            entries[0].History.Append(entries.SelectMany(e => e.Lines).ToArray(), isDurable: true);
            var stamp = FileStamp.Of(entries[0].History.Path);
            foreach (var entry in entries) entry.Done.SetResult(stamp);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            foreach (var entry in entries) entry.Done.SetException(new IOException(e.Message, e));
        }
    }

    private sealed record Entry(HistoryFile History, byte[] Lines, EditionName? Listed, TaskCompletionSource<FileStamp> Done);
}
