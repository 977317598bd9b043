using System.Collections.Immutable;
using System.CommandLine;
using PressKit.Editions;

namespace PressKit.Cli.Commands;

/// <summary>What the commands take that put an event on record.</summary>
internal sealed class EventOptions
{
    public Argument<string> Release { get; } = new("RELEASE") { Description = "The release's id, such as 2025/tokyo-contest." };

    public Option<string> Reason { get; } = new("--reason")
    {
        Description = "What readers are told, in the language of the source. It is translated as the text is.", HelpName = "TEXT", Required = true,
    };

    public Option<string[]> In { get; } = new("--in")
    {
        Description = "The reason in another language, as you want it told there: fr=TEXT. For an edition that a person wrote there is no other way.",
        HelpName = "TAG=TEXT",
    };

    public Option<string?> By { get; } = new("--by") { Description = "Who does it. The record says so, and no page.", HelpName = "NAME" };

    public Option<bool> DryRun { get; } = new("--dry-run") { Description = "Say what would become of which page, and put nothing on record." };

    public Option<bool> Json { get; } = new("--json") { Description = "Answer in JSON." };

    /// <summary>The release that is meant, and the event; null, after an explanation, where the command line makes no sense.</summary>
    public (PairedRelease Release, ReleaseEvent Event)? Read(ParseResult parsed, EventKind kind, Prepared prepared, Session session)
    {
        if (ReleaseNames.One(parsed.GetRequiredValue(Release), prepared, session.Terminal) is not { } paired) return null;
        if (paired.Release.Standing)
        {
            session.Terminal.Note($"presskit: '{paired.Release.Id}' is a standing page: edit it, or delete its folder.");
            return null;
        }

        var reason = OneLine(parsed.GetRequiredValue(Reason));
        if (reason.Length == 0)
        {
            session.Terminal.Note("presskit: --reason: write what readers are to be told.");
            return null;
        }

        var texts = ImmutableSortedDictionary.CreateBuilder<Language, string>();
        foreach (var typed in parsed.GetValue(In) ?? [])
        {
            var (tag, text) = typed.IndexOf('=', StringComparison.Ordinal) is > 0 and var mark ? (typed[..mark], OneLine(typed[(mark + 1)..])) : (typed, "");
            if (LanguageNames.Parse(tag, prepared.Newsroom, session.Terminal) is not [var language]) return null;
            if (text.Length == 0 || language == paired.Source.Text.Language)
            {
                session.Terminal.Note($"presskit: --in {typed}: write another language than the source's, and the reason in it: fr=TEXT.");
                return null;
            }

            texts[language] = text;
        }

        var by = parsed.GetValue(By)?.Trim();
        var at = new DateTimeOffset(session.Now.Ticks - session.Now.Ticks % TimeSpan.TicksPerSecond, session.Now.Offset);
        return (paired, new ReleaseEvent(kind, at, string.IsNullOrEmpty(by) ? null : by, reason) { Texts = texts.ToImmutable(), Revision = paired.Source.Text.Hash });
    }

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
