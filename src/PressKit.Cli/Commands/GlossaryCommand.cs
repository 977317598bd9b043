using System.CommandLine;

namespace PressKit.Cli.Commands;

/// <summary><c>glossary</c>: terms in and out, and the translations that do not follow them.</summary>
internal static class GlossaryCommand
{
    public static Command Create(CommonOptions common) => new("glossary", "The newsroom's terms: TBX and CSV in and out, and what does not follow them.")
    {
        GlossaryImportCommand.Create(common), GlossaryExportCommand.Create(common), GlossaryCheckCommand.Create(common),
    };
}
