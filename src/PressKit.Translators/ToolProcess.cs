using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace PressKit.Translators;

/// <summary>Runs a tool of this machine: arguments as they are, UTF-8 in and out, no shell.</summary>
internal static class ToolProcess
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Runs the tool to its end. When <paramref name="cancellation"/> is signalled, it is killed with all that it
    /// started.</summary>
    /// <exception cref="Win32Exception">There is no such tool.</exception>
    /// <exception cref="OperationCanceledException">It was killed.</exception>
    public static async Task<ToolAnswer> RunAsync(string tool, IEnumerable<string> arguments,
        IEnumerable<KeyValuePair<string, string>> environment, string input, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(tool, arguments)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = Utf8,
            StandardOutputEncoding = Utf8,
            StandardErrorEncoding = Utf8,
        };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        cancellation.ThrowIfCancellationRequested();
        using var process = Process.Start(start)!;
        await using var kill = cancellation.Register(() => Kill(process));
        var output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        var errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        try
        {
            await process.StandardInput.WriteAsync(input.AsMemory(), cancellation);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // The tool ended before it had read everything; its exit code and output say why.
        }

        await process.WaitForExitAsync(CancellationToken.None);
        var answer = new ToolAnswer(process.ExitCode, await output, await errors);
        cancellation.ThrowIfCancellationRequested();
        return answer;
    }

    private static void Kill(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It ended by itself in the meantime.
        }
    }
}

/// <summary>What a tool answered.</summary>
internal sealed record ToolAnswer(int ExitCode, string Output, string Errors);
