using System.Threading.Channels;

namespace PressKit.Cli.Serving;

/// <summary>Notices that files below folders are saved, moved or deleted. It only hints: whoever asks looks for himself what changed,
/// and is woken now and then in any case, since a system may lose events or have too few to give.</summary>
internal sealed class SaveWatch : IDisposable
{
    // Editors save in several steps, and a checkout touches a thousand files: what follows at once belongs to it.
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(8);
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(300);

    private readonly TimeProvider _time;
    private readonly List<FileSystemWatcher> _watchers = [];
    private readonly Channel<bool> _hints = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>A watch over those of the folders that there are.</summary>
    public SaveWatch(IEnumerable<string> folders, TimeProvider time)
    {
        _time = time;
        foreach (var folder in folders.Where(Directory.Exists)) IsWhole &= TryAdd(folder);
    }

    /// <summary>Whether the system tells of every folder; if not, changes are noticed when whoever asks looks again.</summary>
    public bool IsWhole { get; private set; } = true;

    /// <summary>Waits until something was saved and no more follows, or until it is time to look in any case.</summary>
    public async Task NextAsync(TimeSpan atMost, CancellationToken cancellation)
    {
        if (!await HintAsync(atMost, cancellation)) return;
        var since = _time.GetTimestamp();
        while (_time.GetElapsedTime(since) < Patience && await HintAsync(Quiet, cancellation))
        {
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var watcher in _watchers) watcher.Dispose();
    }

    private bool TryAdd(string folder)
    {
        try
        {
            var watcher = new FileSystemWatcher(folder)
            {
                IncludeSubdirectories = true,
                NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite | NotifyFilters.Size,
                InternalBufferSize = 64 * 1024,
            };
            _watchers.Add(watcher);
            watcher.Changed += (_, _) => Hint();
            watcher.Created += (_, _) => Hint();
            watcher.Deleted += (_, _) => Hint();
            watcher.Renamed += (_, _) => Hint();
            watcher.Error += (_, _) =>
            {
                IsWhole = false;
                Hint();
            };
            watcher.EnableRaisingEvents = true;
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private void Hint() => _hints.Writer.TryWrite(true);

    private async Task<bool> HintAsync(TimeSpan atMost, CancellationToken cancellation)
    {
        if (_hints.Reader.TryRead(out _)) return true;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var waiting = _hints.Reader.WaitToReadAsync(limit.Token).AsTask();
        if (await Task.WhenAny(waiting, Task.Delay(atMost, _time, limit.Token)) != waiting)
        {
            await limit.CancelAsync();
            cancellation.ThrowIfCancellationRequested();
            return false;
        }

        await waiting;
        await limit.CancelAsync();
        return _hints.Reader.TryRead(out _);
    }
}
