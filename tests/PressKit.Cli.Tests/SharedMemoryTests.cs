using System.Diagnostics;
using System.Text.RegularExpressions;
using PressKit.Testing;

namespace PressKit.Cli.Tests;

/// <summary>Two people with a checkout of the newsroom each, every command a process of its own, and one PostgreSQL server.</summary>
public sealed class SharedMemoryTests
{
    private const string Sentence = "Il teatro apre alle otto.";

    [SkippableFact]
    public async Task What_one_person_approves_is_offered_to_another_at_the_next_look_up()
    {
        using var server = new PostgresServer();
        Skip.If(server.Missing is not null, server.Missing);
        var connection = server.NewDatabase("team");
        using var here = Checkout("hours", connection);
        using var there = Checkout("evening", connection);
        // Whoever is first makes the tables, and nobody is.
        (await Task.WhenAll(RunAsync(here, "memory", "rebuild"), RunAsync(there, "memory", "rebuild"))).ShouldAllBe(a => a.Code == ExitCode.Done);
        await RunAsync(here, "translate", "hours", "--to", "en");
        (await SearchAsync(there)).ShouldContain("nothing like it");

        (await RunAsync(here, "approve", "2026/hours", "--language", "en", "--by", "Ada Neri")).Output.ShouldContain("approved by Ada Neri");

        (await SearchAsync(there)).ShouldContain($" 99  {Sentence}");
        (await RunAsync(there, "translate", "evening", "--to", "en")).Errors.ShouldContain("1 segment from memory");
        there.Read("content/releases/2026/evening/en.xlf").ShouldContain("<mda:meta type=\"origin\">memory</mda:meta>");
        File.Exists(Path.Combine(there.Folder, "content/releases/2026/hours/en.xlf")).ShouldBeFalse();
    }

    [SkippableFact]
    public async Task What_translators_send_back_is_offered_to_another_at_the_next_look_up()
    {
        using var server = new PostgresServer();
        Skip.If(server.Missing is not null, server.Missing);
        var connection = server.NewDatabase("team");
        using var here = Checkout("hours", connection);
        using var there = Checkout("evening", connection);
        await RunAsync(here, "exchange", "export", "hours", "--to", "en");
        var file = Path.GetRelativePath(here.Folder, Directory.EnumerateFiles(Path.Combine(here.Folder, "exchange")).Single());
        here.Write(file, Regex.Replace(here.Read(file), $"state=\"initial\"([^>]*>\\s*<source[^>]*>{Regex.Escape(Sentence)}</source>)",
            "state=\"reviewed\"$1<target>The theatre opens at eight.</target>", RegexOptions.None, TimeSpan.FromSeconds(10)));

        var answer = await RunAsync(here, "exchange", "import", file, "--by", "Ada Neri");

        answer.Code.ShouldBe(ExitCode.Done, answer.Errors);
        (await SearchAsync(there)).ShouldContain("The theatre opens at eight.");
    }

    private static TestNewsroom Checkout(string release, string connection)
    {
        var newsroom = new TestNewsroom();
        newsroom.Write("content/newsroom.yml", newsroom.Read("content/newsroom.yml") + "\nmemory:\n  store: postgresql\n");
        newsroom.Write($"content/releases/2026/{release}/it.md", $"---\nheadline: Orari di {release}\npublished: 2026-01-10T09:00\nlanguages: [it, en]\n---\n\n{Sentence}\n");
        newsroom.Environment["PRESSKIT_MEMORY"] = connection;
        return newsroom;
    }

    private static async Task<string> SearchAsync(TestNewsroom newsroom) =>
        (await RunAsync(newsroom, "memory", "search", Sentence, "--from", "it", "--to", "en")).Output;

    // The program as it was built: what lies beside the tests has only the libraries that they need.
    private static string Program => Path.Combine(AppContext.BaseDirectory, "..", "..", "PressKit.Cli", new DirectoryInfo(AppContext.BaseDirectory).Name, "PressKit.Cli.dll");

    private static async Task<TestNewsroom.Answer> RunAsync(TestNewsroom newsroom, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Program, .. arguments, "--now", "2026-01-20T12:00Z"])
        {
            WorkingDirectory = newsroom.Folder, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        foreach (var (name, value) in newsroom.Environment) start.Environment[name] = value;
        start.Environment["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "1";
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return new TestNewsroom.Answer(process.ExitCode, await output, await errors);
    }
}
