using System.Diagnostics;

namespace PressKit.Benchmarks.Search;

/// <summary>Watches how much memory programs of a name hold, as Linux says it.</summary>
internal sealed class PeakMemory : IDisposable
{
    private readonly string _name;
    private readonly Timer _timer;
    private long _most;

    public PeakMemory(string name) => (_name, _timer) = (name, new Timer(_ => Look(), null, TimeSpan.Zero, TimeSpan.FromMilliseconds(100)));

    /// <summary>The most that one of them held, in KiB.</summary>
    public long Most() => Interlocked.Read(ref _most);

    public void Dispose() => _timer.Dispose();

    private void Look()
    {
        foreach (var process in Process.GetProcesses())
        {
            using (process)
            {
                try
                {
                    if (process.ProcessName.StartsWith(_name, StringComparison.Ordinal)) Interlocked.Exchange(ref _most, Math.Max(_most, process.PeakWorkingSet64 / 1024));
                }
                catch (InvalidOperationException)
                {
                    // It ended in the meantime.
                }
            }
        }
    }
}
