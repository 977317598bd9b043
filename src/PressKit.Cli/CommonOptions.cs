using System.CommandLine;
using System.Globalization;
using PressKit.Content;

namespace PressKit.Cli;

/// <summary>The options that every command takes.</summary>
public sealed class CommonOptions(TimeProvider time, string workingFolder, TextWriter output, TextWriter errors, bool isWatched = false)
{
    private readonly Option<string?> _newsroom = new("--newsroom")
    {
        Description = "The folder that holds content/newsroom.yml. By default the nearest one upwards.",
        HelpName = "DIR",
        Recursive = true,
    };

    private readonly Option<string?> _now = new("--now")
    {
        Description = "The instant to work for, such as 2026-11-20T09:00+01:00. By default the present one.",
        HelpName = "INSTANT",
        Recursive = true,
    };

    /// <summary>The clock of the machine, for what really happens now.</summary>
    public TimeProvider Time => time;

    /// <summary>The folder that the command was typed in.</summary>
    public string WorkingFolder => workingFolder;

    /// <summary>Whether the instant to work for was given, and does not move.</summary>
    public bool IsNowGiven(ParseResult parsed) => parsed.GetValue(_now) is not null;

    /// <summary>Adds them to the root, from which every command has them.</summary>
    public void AddTo(Command root)
    {
        root.Options.Add(_newsroom);
        root.Options.Add(_now);
    }

    /// <summary>What a command works with; null, after an explanation, where the options make no sense.</summary>
    public Session? Open(ParseResult parsed)
    {
        var now = time.GetUtcNow();
        if (parsed.GetValue(_now) is { } text
            && !DateTimeOffset.TryParseExact(text, ["yyyy-MM-dd'T'HH:mmzzz", "yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm'Z'", "yyyy-MM-dd'T'HH:mm:ss'Z'"],
                CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out now))
        {
            errors.WriteLine($"presskit: --now {text}: write an instant with its offset, such as 2026-11-20T09:00+01:00.");
            return null;
        }

        var folder = parsed.GetValue(_newsroom) is { } named ? Path.GetFullPath(named, workingFolder) : Nearest();
        return new Session(folder, now, new Terminal(output, errors, isWatched));
    }

    private string Nearest()
    {
        for (var folder = new DirectoryInfo(workingFolder); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, NewsroomReader.SettingsFile))) return folder.FullName;
        }

        return workingFolder;
    }
}
