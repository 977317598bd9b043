using PressKit.Languages;

namespace PressKit.Cli;

/// <summary>What one run of a command works with.</summary>
/// <param name="Folder">The newsroom's folder.</param>
/// <param name="Now">The instant to work for.</param>
/// <param name="Terminal">Where it answers.</param>
public sealed record Session(string Folder, DateTimeOffset Now, Terminal Terminal)
{
    /// <summary>The tool, as histories name it.</summary>
    public static string Tool { get; } = $"presskit {Publisher.Version}";

    /// <summary>How languages are written.</summary>
    public Locales Locales { get; } = new();

    /// <summary>The problems of the run.</summary>
    public Problems Problems { get; } = new();

    /// <summary>A clock that stands at <see cref="Now"/>.</summary>
    public TimeProvider Clock { get; } = new StandingClock(Now);

    /// <summary>Reports the problems and gives the exit code that they call for.</summary>
    public int Report()
    {
        Terminal.Report(Problems);
        return CodeOf(Problems);
    }

    /// <summary>The exit code that problems call for: a tool that is missing is not the content's fault.</summary>
    public static int CodeOf(Problems problems) =>
        problems.All.Any(p => p.Severity == Severity.Error && p.Code.StartsWith("tool.", StringComparison.Ordinal)) ? ExitCode.Service
        : problems.HasErrors ? ExitCode.Problems : ExitCode.Done;

    private sealed class StandingClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now.ToUniversalTime();
    }
}
