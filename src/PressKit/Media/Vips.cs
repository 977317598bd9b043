using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace PressKit.Media;

/// <summary>libvips' command, <c>vips</c>, which makes images in other sizes and formats. It runs as a process of its own, that has a
/// limited time, opens nothing but the image that it is given, and cannot take anything else down with it.</summary>
/// <param name="version">What it says of its version.</param>
public sealed class Vips(string version)
{
    private const string Command = "vips";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Its version: with the same one, the same image makes the same bytes.</summary>
    public string Version { get; } = version;

    /// <summary>The command of this machine; null where there is none.</summary>
    public static Vips? Find()
    {
        try
        {
            return Run(["--version"], null, CancellationToken.None) is { ExitCode: 0 } answer ? new Vips(answer.Output.Trim()) : null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    /// <summary>Makes an image of another.</summary>
    /// <param name="input">The other.</param>
    /// <param name="output">Where to; its ending says which format.</param>
    /// <param name="derivation">How.</param>
    /// <param name="isForPrint">Whether its colours are those of printers: cyan, magenta, yellow and black.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>Null, or why it could not.</returns>
    internal static string? Make(string input, string output, Derivation derivation, bool isForPrint, CancellationToken cancellation)
    {
        string[] arguments =
        [
            "thumbnail", input, output + derivation.Options, Text(derivation.Width), "--height", Text(derivation.IsCropped ? derivation.Height : 10_000_000),
            "--size", derivation.IsCropped ? "both" : "down", "--fail-on", "error",
            .. derivation.IsCropped ? ["--crop", "attention"] : Array.Empty<string>(),
            // Colours stay in the space that the image names, which browsers know; none of them knows that of printers.
            .. isForPrint ? ["--export-profile", "srgb"] : Array.Empty<string>(),
        ];
        try
        {
            var answer = Run(arguments, Path.GetDirectoryName(output), cancellation);
            if (answer is null) return "it took longer than two minutes";
            if (answer.ExitCode == 0 && File.Exists(output)) return null;
            var said = answer.Errors.Split('\n').Select(l => l.Trim()).FirstOrDefault(l => l.Length > 0 && !l.Contains("WARNING", StringComparison.Ordinal)) ?? "it does not say why";
            return said.Replace(input, "it", StringComparison.Ordinal).Replace(output, "what it makes", StringComparison.Ordinal);
        }
        catch (Win32Exception)
        {
            return "the command is not there any more";
        }
    }

    /// <summary>Runs the command to its end; null where it took too long.</summary>
    private static Answer? Run(string[] arguments, string? temporaries, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(Command, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true, UseShellExecute = false };
        // One thread, for several run at once; no instructions that only some processors have; no decoder that is not made for strangers' files.
        start.Environment["VIPS_CONCURRENCY"] = "1";
        start.Environment["VIPS_NOVECTOR"] = "1";
        start.Environment["VIPS_BLOCK_UNTRUSTED"] = "1";
        start.Environment["LC_ALL"] = "C";
        if (temporaries is not null) start.Environment["TMPDIR"] = temporaries;
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(CancellationToken.None), process.StandardError.ReadToEndAsync(CancellationToken.None));
        using var stopping = cancellation.Register(() => Kill(process));
        var isDone = process.WaitForExit(Patience);
        if (!isDone) Kill(process);
        process.WaitForExit();
        cancellation.ThrowIfCancellationRequested();
        return isDone ? new Answer(process.ExitCode, output.GetAwaiter().GetResult(), errors.GetAwaiter().GetResult()) : null;
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

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private sealed record Answer(int ExitCode, string Output, string Errors);
}
