using System.Diagnostics;
using PressKit.Testing.Servers;

namespace PressKit.Cli.Tests;

/// <summary>Runs that are really killed, as by a power cut.</summary>
public sealed class KilledRunTests
{
    [SkippableTheory]
    [InlineData("azure", 2)]
    [InlineData("azure", 3)]
    [InlineData("deepl", 2)]
    [InlineData("openai", 4)]
    public async Task Whenever_a_run_is_killed_nothing_that_was_answered_is_paid_again(string service, int every)
    {
        Skip.If(OperatingSystem.IsWindows(), "There is no SIGKILL.");
        await using var server = await ServicesTests.StartAsync(service);
        using var newsroom = ServicesTests.Newsroom(server, service, "concurrency: 1");
        newsroom.Write("content/releases/2025/altro/it.md", ServicesTests.Release(350));
        Process? process = null;
        var (asked, kills) = (0, 0);
        server.Asking = _ =>
        {
            // The first runs are killed while a request is under way; nobody ever gets its answer.
            if (++asked % every != 0 || kills == 5) return;
            kills++;
            process!.Kill();
            process.WaitForExit();
            server.Faults.Enqueue(Fault.Broken);
        };
        var code = 0;
        for (var run = 0; run < 12; run++)
        {
            process = Start(newsroom, "dotnet");
            await process.WaitForExitAsync();
            code = process.ExitCode;
            process.Dispose();
            if (code == 0) break;
        }

        code.ShouldBe(0);
        kills.ShouldBeGreaterThan(0);
        server.Answered.SelectMany(a => a.Texts).GroupBy(t => t, StringComparer.Ordinal).ShouldAllBe(g => g.Count() == 1);
        server.Answered.SelectMany(a => a.Texts).Count(t => t.Contains("Frase numero", StringComparison.Ordinal)).ShouldBe(350);
        newsroom.Read("content/releases/2025/altro/en.xlf").Split("FRASE NUMERO").Length.ShouldBe(351);
        File.ReadAllText(Path.Combine(newsroom.Folder, ".presskit/translators", service + ".jsonl")).ShouldNotContain("secret");
    }

    [SkippableFact]
    public async Task A_run_that_is_interrupted_waits_for_its_answer_stores_it_and_says_what_was_charged()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "Neither kill nor 'env --default-signal' is everywhere.");
        await using var server = await ServicesTests.StartAsync("deepl");
        using var newsroom = ServicesTests.Newsroom(server, "deepl", "concurrency: 1");
        newsroom.Write("content/releases/2025/altro/it.md", ServicesTests.Release(350));
        Process? process = null;
        var asked = 0;
        server.Asking = _ =>
        {
            if (++asked != 4) return;
            using (var kill = Process.Start("kill", ["-INT", FormattableString.Invariant($"{process!.Id}")])) kill.WaitForExit();
            // A busy machine hands the signal over late: the answer waits for it, as a run that has heard it waits for the answer.
            using var never = new ManualResetEventSlim();
            never.Wait(TimeSpan.FromSeconds(2));
        };
        // Whoever runs these tests in the background may have them ignore interrupts, and what they start would, too.
        process = Start(newsroom, "env", "--default-signal=INT", "dotnet");
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(ExitCode.Service);
        process.Dispose();
        // Another request may have gone out before the signal arrived.
        var answered = server.Answered.SelectMany(a => a.Texts).Count(t => t.Contains("Frase numero", StringComparison.Ordinal));
        answered.ShouldBeInRange(1, 349);
        newsroom.Read("content/releases/2025/altro/en.xlf").Split("FRASE NUMERO").Length.ShouldBe(answered + 1);
        await newsroom.SucceedAsync("translate", "altro", "--to", "en");
        server.Answered.SelectMany(a => a.Texts).ShouldBeUnique();
    }

    private static Process Start(TestNewsroom newsroom, params string[] program)
    {
        var start = new ProcessStartInfo(program[0], [.. program[1..], Path.Combine(AppContext.BaseDirectory, "PressKit.Cli.dll"), "translate", "altro", "--to", "en"])
        {
            WorkingDirectory = newsroom.Folder, UseShellExecute = false,
        };
        foreach (var (name, value) in newsroom.Environment) start.Environment[name] = value;
        start.Environment["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "1";
        return Process.Start(start)!;
    }
}
