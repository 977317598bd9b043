namespace PressKit.Cli;

/// <summary>What the process answers with.</summary>
public static class ExitCode
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>There are problems in the content.</summary>
    public const int Problems = 1;

    /// <summary>The command was used wrongly.</summary>
    public const int Usage = 2;

    /// <summary>An outside service or tool failed.</summary>
    public const int Service = 3;
}
