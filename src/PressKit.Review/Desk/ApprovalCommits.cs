using System.ComponentModel;
using System.Diagnostics;
using PressKit.Content;
using PressKit.Editions.Reviewing;

namespace PressKit.Review.Desk;

/// <summary>Makes each approval a commit of its own, with the reviewer as its author: the translation, its history, the release's record
/// and what was kept of the approved text, and nothing else that lies about. Where the newsroom is under no version control, or git
/// refuses, the approval holds all the same; the files say so.</summary>
/// <param name="setup">The desk.</param>
internal sealed class ApprovalCommits(DeskSetup setup)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly Lock OneAtATime = new();

    /// <summary>Commits an edition.</summary>
    /// <returns>Whether there is a commit.</returns>
    public bool Commit(EditionState state, Reviewer by, string subject, string? note)
    {
        var folder = state.Release.Release.Folder;
        string[] files = [$"{folder}/{state.Language}.xlf", $"{folder}/{state.Language}.history.jsonl", $"{folder}/{RecordFile.Name}", $"{folder}/{RevisionFolder.Name}"];
        string[] paths = [.. files.Where(f => Path.Exists(Path.Combine(setup.Folder, f))).Select(f => $":(literal){f}")];
        lock (OneAtATime)
        {
            return Run(["add", "--", .. paths])
                && Run(["commit", "--quiet", "--no-verify", "--author", Author(by), "--message", subject, .. note is null ? [] : new[] { "--message", note }, "--only", "--", .. paths]);
        }
    }

    /// <summary>The author as git writes one; what would end a name or an address early is left out.</summary>
    private static string Author(Reviewer by) => $"{Plain(by.Name)} <{Plain(by.Email ?? "")}>";

    private static string Plain(string text) => string.Concat(text.Where(c => !char.IsControl(c) && c is not ('<' or '>'))).Trim();

    private bool Run(IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("git", ["-C", setup.Folder, .. arguments])
        {
            UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true,
        };
        start.Environment["GIT_TERMINAL_PROMPT"] = "0";
        try
        {
            using var git = Process.Start(start)!;
            git.StandardInput.Close();
            git.OutputDataReceived += (_, _) => { };
            git.ErrorDataReceived += (_, _) => { };
            git.BeginOutputReadLine();
            git.BeginErrorReadLine();
            if (git.WaitForExit(Patience)) return git.ExitCode == 0;
            git.Kill(entireProcessTree: true);
            return false;
        }
        catch (Win32Exception)
        {
            // There is no git on this machine.
            return false;
        }
    }
}
