using System.ComponentModel;
using System.Diagnostics;
using Microsoft.Extensions.Time.Testing;
using PressKit.Editions.Reviewing;
using PressKit.Review.Desk;
using PressKit.Testing;

namespace PressKit.Review.Tests.Desk;

/// <summary>A newsroom of one release in a folder of its own, and desks in it. The clock stands at noon of 20 January 2026, UTC.</summary>
internal sealed class DeskNewsroom : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    /// <summary>A newsroom.</summary>
    /// <param name="review">What stands below <c>review:</c> in newsroom.yml.</param>
    public DeskNewsroom(string review = "{}")
    {
        Write("content/newsroom.yml", $"""
            name: Teatro
            url: https://press.example.org/
            timezone: Europe/Rome
            languages: [it, en, ja]
            review: {review}
            """);
        Write(File("it.md"), """
            ---
            headline: La stagione comincia il 3 marzo
            published: 2026-02-01T09:00:00+01:00
            ---

            Il teatro apre **domani** alle 20. La prima è di Maria Bianchi. Il sito è [qui](https://example.org).

            Biglietti da 12 euro.
            """);
    }

    public static EditionName English { get; } = new("2026/stagione", Language.Parse("en"));

    public static EditionName Japanese { get; } = new("2026/stagione", Language.Parse("ja"));

    public static Reviewer Anna { get; } = new("Anna Rossi", ReviewRole.Administrator);

    public static Reviewer Ken { get; } = new("Ken Sato", ReviewRole.Editor);

    public string Folder => _folder.Path;

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 1, 20, 12, 0, 0, TimeSpan.Zero));

    public static string File(string name) => $"content/releases/2026/stagione/{name}";

    public void Write(string file, string text)
    {
        var path = Path.Combine(Folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        System.IO.File.WriteAllText(path, text);
    }

    public string Read(string file) => System.IO.File.ReadAllText(Path.Combine(Folder, file));

    public bool Has(string file) => System.IO.File.Exists(Path.Combine(Folder, file));

    /// <summary>Runs git in the newsroom; false where it fails, or is not there.</summary>
    public bool Git(params string[] arguments) => Git(out _, arguments);

    public bool Git(out string output, params string[] arguments)
    {
        output = "";
        try
        {
            using var git = Process.Start(new ProcessStartInfo("git", ["-C", Folder, .. arguments]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
            output = git.StandardOutput.ReadToEnd();
            git.WaitForExit();
            return git.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }

    /// <summary>Opens the desk.</summary>
    public ReviewDesk Open(string session = "a1")
    {
        var problems = new Problems();
        var desk = ReviewDesk.Open(new DeskSetup(Folder, Time) { Session = session, Tool = "test" }, problems);
        problems.All.ShouldBeEmpty();
        return desk.ShouldNotBeNull();
    }

    public void Dispose() => _folder.Dispose();
}
