using System.Diagnostics;

namespace PressKit.Cli.Tests;

/// <summary>A tool of translators, as Debian has it.</summary>
internal static class TranslatorsTool
{
    /// <summary>Runs it, and gives what it printed; the test is skipped where it is not installed.</summary>
    public static async Task<string> RunAsync(string folder, string command, params string[] arguments)
    {
        Skip.IfNot(File.Exists(command), $"{command} is not installed: run ./test.");
        var start = new ProcessStartInfo(command, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = folder,
        };
        start.Environment["LANG"] = "C.UTF-8";
        start.Environment["HOME"] = folder;
        start.Environment["JAVA_TOOL_OPTIONS"] = "-Djava.awt.headless=true -Dfile.encoding=UTF-8 -Duser.home=" + folder;
        using var process = Process.Start(start)!;
        var answers = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0, string.Concat(answers));
        return string.Concat(answers);
    }
}
