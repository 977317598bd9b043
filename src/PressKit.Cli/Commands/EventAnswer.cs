using System.Collections.Immutable;
using PressKit.Content;
using PressKit.Editions;
using PressKit.Formats;
using PressKit.Site;

namespace PressKit.Cli.Commands;

/// <summary>Says what an event means for the pages of a release.</summary>
/// <param name="release">The release.</param>
/// <param name="happened">The event.</param>
/// <param name="isDryRun">Whether it is not on record.</param>
internal sealed class EventAnswer(Release release, ReleaseEvent happened, bool isDryRun)
{
    /// <summary>The addresses of the public editions that an event concerns, or of the notices in their place.</summary>
    public static ImmutableArray<(Language Language, string Url)> Pages(Prepared prepared, Release release, ReleaseEvent happened)
    {
        var urls = new SiteUrls(prepared.Newsroom.Url);
        return
        [
            .. new Composer(prepared.Newsroom).Compose(prepared.Admission, new Problems()).OfType<LocalPage>()
                .Where(p => p is ReleasePage page ? page.Entry.Edition.Release.Id == release.Id : p is WithdrawnPage { IsOwn: true } notice && notice.Edition.Release == release.Id)
                .Where(p => happened.Concerns(p.Language)).Select(p => (p.Language, urls.Absolute(p.Address))),
        ];
    }

    /// <summary>Says it.</summary>
    public void Say(Terminal terminal, ImmutableArray<(Language Language, string Url)> pages, bool json)
    {
        if (json)
        {
            WriteJson(terminal, pages);
            return;
        }

        var did = happened.Kind switch { EventKind.Withdrawal => "withdrawn", EventKind.Reinstatement => "put back", _ => "corrected" };
        terminal.Say($"{release.Id}: {(isDryRun ? "would be " : "")}{did} in {Terminal.Counted(pages.Length, "language")}");
        foreach (var (language, url) in pages) terminal.Say($"  {language.Tag,-8} {url}");
        if (!isDryRun) terminal.Note("presskit: 'presskit publish' translates the reason and puts it on the site.");
    }

    private void WriteJson(Terminal terminal, ImmutableArray<(Language Language, string Url)> pages) => terminal.SayJson(json =>
    {
        json.WriteStartObject();
        json.WriteString("release", release.Id);
        json.WriteString("event", RecordFile.WordOf(happened.Kind));
        json.WriteString("at", EditionEvidence.Written(happened.At));
        json.WriteString("by", happened.By);
        json.WriteString("reason", happened.Reason);
        json.WriteBoolean("recorded", !isDryRun);
        json.WriteStartArray("pages");
        foreach (var (language, url) in pages)
        {
            json.WriteStartObject();
            json.WriteString("language", language.Tag);
            json.WriteString("url", url);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });
}
