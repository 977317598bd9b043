using System.Collections.Immutable;
using System.ComponentModel;
using System.Diagnostics;

namespace PressKit.Cli;

/// <summary>Installs what a service needs on a Debian machine where that is allowed; otherwise says the one command that does,
/// and what is left out without it.</summary>
internal sealed class Prerequisites(Terminal terminal)
{
    private static readonly ImmutableArray<string> Apertium =
    [
        "apertium", "apertium-spa-ita", "apertium-cat-ita", "apertium-spa-cat", "apertium-es-pt", "apertium-por-cat",
        "apertium-fra-cat", "apertium-fr-es", "apertium-eng-spa", "apertium-eng-cat",
    ];

    /// <summary>Sees to it that the tools of these services are there, as far as it can.</summary>
    /// <param name="services">The services.</param>
    /// <param name="elsewhere">Those of them that are on a server, and need no tool here.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>The services whose tools are there.</returns>
    public async Task<ImmutableArray<string>> EnsureAsync(
        ImmutableArray<string> services, ImmutableArray<string> elsewhere, CancellationToken cancellation)
    {
        if (!services.Contains("apertium", StringComparer.Ordinal) || elsewhere.Contains("apertium", StringComparer.Ordinal) || IsInstalled("apertium")) return services;
        await InstallAsync(cancellation);
        return IsInstalled("apertium") ? services : services.RemoveAll(s => s == "apertium");
    }

    private async Task InstallAsync(CancellationToken cancellation)
    {
        var install = "apt-get install --yes --no-install-recommends " + string.Join(' ', Apertium);
        if (!IsInstalled("apt-get"))
        {
            terminal.Note("presskit: Apertium is not installed; what it would draft is left out.");
            return;
        }

        if (!string.Equals(Environment.UserName, "root", StringComparison.Ordinal))
        {
            terminal.Note($"presskit: Apertium is not installed; what it would draft is left out. To have it: sudo {install}");
            return;
        }

        terminal.Note("presskit: installing Apertium …");
        if (await RunAsync(["update"], cancellation) && await RunAsync(["install", "--yes", "--no-install-recommends", .. Apertium], cancellation)) return;
        terminal.Note($"presskit: Apertium could not be installed; what it would draft is left out. To try again: {install}");
    }

    /// <summary>Whether a command is on the path.</summary>
    private static bool IsInstalled(string command) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Any(folder => File.Exists(Path.Combine(folder, command)));

    private static async Task<bool> RunAsync(string[] arguments, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo("apt-get", arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment["DEBIAN_FRONTEND"] = "noninteractive";
        try
        {
            using var process = Process.Start(start)!;
            var output = process.StandardOutput.ReadToEndAsync(cancellation);
            var errors = process.StandardError.ReadToEndAsync(cancellation);
            await process.WaitForExitAsync(cancellation);
            await Task.WhenAll(output, errors);
            return process.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
