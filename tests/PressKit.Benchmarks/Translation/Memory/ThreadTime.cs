using System.Runtime.InteropServices;

namespace PressKit.Benchmarks.Translation.Memory;

/// <summary>The time that this thread has worked, without what it waited while others had the processor (Linux).</summary>
internal static partial class ThreadTime
{
    private const int ThreadClock = 3;

    /// <summary>In nanoseconds; 0 where the system does not say.</summary>
    public static long Now() => OperatingSystem.IsLinux() && GetTime(ThreadClock, out var time) == 0 ? time.Seconds * 1_000_000_000 + time.Nanoseconds : 0;

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    private static partial int GetTime(int clock, out Time time);

    [StructLayout(LayoutKind.Sequential)]
    private struct Time
    {
        public long Seconds;
        public long Nanoseconds;
    }
}
