using System.CommandLine;

namespace PressKit.Cli.Commands;

/// <summary><c>exchange</c>: files for translators' own tools, out and in.</summary>
internal static class ExchangeCommand
{
    public static Command Create(CommonOptions common, Services services) => new("exchange", "Files for translators' own tools: XLIFF 2.1 and 1.2, out and in.")
    {
        ExchangeExportCommand.Create(common, services.Memory), ExchangeImportCommand.Create(common, services.Memory),
    };
}
