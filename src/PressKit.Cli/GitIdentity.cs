using System.ComponentModel;
using System.Diagnostics;

namespace PressKit.Cli;

/// <summary>What git calls whoever works in a folder.</summary>
internal static class GitIdentity
{
    /// <summary>Name and address; null for what git does not know, or where there is no git.</summary>
    public static async Task<(string? Name, string? Email)> OfAsync(string folder, CancellationToken cancellation) =>
        (await AskAsync(folder, "user.name", cancellation), await AskAsync(folder, "user.email", cancellation));

    private static async Task<string?> AskAsync(string folder, string key, CancellationToken cancellation)
    {
        try
        {
            using var git = Process.Start(new ProcessStartInfo("git", ["config", "--get", key])
            {
                WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
            })!;
            var answer = await git.StandardOutput.ReadToEndAsync(cancellation);
            await git.WaitForExitAsync(cancellation);
            return git.ExitCode == 0 && answer.Trim() is { Length: > 0 } text ? text : null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
