using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;

namespace PressKit.Cli.Commands;

/// <summary><c>memory</c>: earlier translations, and what is imported.</summary>
internal static class MemoryCommand
{
    public static Command Create(CommonOptions common, MemoryAccess memory) => new("memory", "The translation memory: search it, exchange it as TMX, make it again.")
    {
        MemorySearchCommand.Create(common, memory), MemoryImportCommand.Create(common), MemoryExportCommand.Create(common),
        MemoryRejectCommand.Create(common), MemoryRebuildCommand.Create(common, memory),
    };

    /// <summary>The options of a pair of languages.</summary>
    public static (Option<string> From, Option<string> To) Pair() => (
        new Option<string>("--from") { Description = "The language of the source.", HelpName = "TAG", Required = true },
        new Option<string>("--to") { Description = "The language of the translation.", HelpName = "TAG", Required = true });

    /// <summary>A language that was typed; null, after an explanation, where it is none.</summary>
    public static Language? Parse(string tag, string option, Session session)
    {
        if (Language.TryParse(tag, out var language)) return language;
        session.Terminal.Note($"presskit: {option} {tag}: write a language tag such as it, pt-BR or zh-Hans.");
        return null;
    }

    /// <summary>Answers with an object of texts and numbers.</summary>
    public static void SayJson(Terminal terminal, params ReadOnlySpan<(string Name, object Value)> values)
    {
        var answer = new JsonObject();
        foreach (var (name, value) in values) answer.Add(name, value is string text ? text : Convert.ToInt64(value, CultureInfo.InvariantCulture));
        terminal.SayJson(json => answer.WriteTo(json));
    }
}
