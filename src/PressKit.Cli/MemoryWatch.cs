using System.Globalization;
using PressKit.Translation.Memory;

namespace PressKit.Cli;

/// <summary>Shows whoever watches how far the memory is, where that takes a while.</summary>
internal sealed class MemoryWatch(Terminal terminal, TimeProvider time) : IProgress<MemoryProgress>
{
    private static readonly TimeSpan Often = TimeSpan.FromMilliseconds(200);

    private long _said = time.GetTimestamp();

    /// <inheritdoc/>
    public void Report(MemoryProgress value)
    {
        if (!terminal.IsWatched || time.GetElapsedTime(_said) < Often) return;
        _said = time.GetTimestamp();
        terminal.Progress(string.Create(CultureInfo.InvariantCulture, $"memory: {value.Done:N0} of {value.Total:N0} {value.What}"));
    }
}
