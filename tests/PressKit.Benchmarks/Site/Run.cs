using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace PressKit.Benchmarks.Site;

/// <summary>What a run took.</summary>
/// <param name="Wall">Seconds from start to end.</param>
/// <param name="Processor">Seconds of all processors, in user code and in the kernel.</param>
/// <param name="Peak">The most memory it held, in MiB; 0 where that says nothing.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Run(double Wall, double Processor, double Peak)
{
    private const int Children = -1;

    /// <summary>Runs a program to its end and measures it.</summary>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    public static Run Of(ProcessStartInfo start)
    {
        (start.RedirectStandardOutput, start.RedirectStandardError, start.UseShellExecute) = (true, true, false);
        var before = ChildrenTime();
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        var peak = 0L;
        while (!process.WaitForExit(10)) peak = Math.Max(peak, PeakOf(process.Id));
        var wall = watch.Elapsed.TotalSeconds;
        process.WaitForExit();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{start.FileName} {string.Join(' ', start.ArgumentList)}: {process.ExitCode}\n{Head(output.Result)}\n{Head(errors.Result)}");
        return new Run(wall, ChildrenTime() - before, peak / 1024.0);
    }

    /// <summary>What a program says when it is asked for its version; null where it is not there.</summary>
    public static string? FirstLine(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
            var line = process.StandardOutput.ReadLine();
            process.WaitForExit();
            return process.ExitCode == 0 ? line : null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    private static string Head(string text) => text.Length <= 2000 ? text : text[..2000];

    private static long PeakOf(int process)
    {
        try
        {
            var line = File.ReadLines($"/proc/{process}/status").FirstOrDefault(l => l.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? 0 : long.Parse(line.AsSpan(6, line.Length - 8), System.Globalization.CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return 0;
        }
    }

    /// <summary>The processor time of all children that have ended, in seconds (POSIX, getrusage).</summary>
    private static double ChildrenTime()
    {
        var usage = new long[18];
        return getrusage(Children, usage) == 0 ? usage[0] + usage[2] + (usage[1] + usage[3]) / 1e6 : 0;
    }

    [DllImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int getrusage(int who, [Out] long[] usage);
}
