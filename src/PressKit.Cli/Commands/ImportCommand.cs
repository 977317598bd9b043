using System.CommandLine;

namespace PressKit.Cli.Commands;

/// <summary><c>import</c>: a release from a file of another kind.</summary>
internal static class ImportCommand
{
    public static Command Create(CommonOptions common)
    {
        var files = new Argument<string[]>("FILE") { Description = "Plain text, as it was pasted.", Arity = ArgumentArity.OneOrMore };
        var language = new Option<string>("--language") { Description = "The language of the text.", HelpName = "TAG", Required = true };
        var command = new Command("import", """
            Makes a release of a text: recognises headings and the dateline, keeps every quotation mark, proposes a headline.

            Example: presskit import tokyo.txt --language it
            """) { files, language };
        command.SetAction(_ => ExitCode.Usage);
        return command;
    }
}
