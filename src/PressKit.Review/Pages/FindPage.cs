using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using PressKit.Editions.Reviewing;
using PressKit.Review.Desk;
using PressKit.Translation;

namespace PressKit.Review.Pages;

/// <summary>Find and replace in all languages of a release at once: every place is shown before anything is done, each sentence can be left
/// out, and what was replaced can be taken back. Forms do everything; no script is needed.</summary>
/// <param name="setup">What the pages are made with.</param>
/// <param name="shell">What all pages share.</param>
internal sealed class FindPage(PagesSetup setup, Shell shell)
{
    // As many as a form may carry.
    private const int Most = 800;

    /// <summary>The address of the page of a release.</summary>
    public static string Address(string release) => $"/find/{release}";

    /// <summary>The page; null where there is no such release, or none that whoever asks may see.</summary>
    public IResult? Show(HttpContext context) => Seen(context) is { IsEmpty: false } seen ? Page(context, seen, Wanted.Of(context.Request.Query), Html.Nothing) : null;

    /// <summary>Replaces what was ticked, or takes it back.</summary>
    public async Task<IResult?> DoAsync(HttpContext context)
    {
        if (Seen(context) is not { IsEmpty: false } seen) return null;
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var wanted = Wanted.Of(form);
        var did = form["do"] == "undo" ? await UndoAsync(seen, form["event"]) : await ReplaceAsync(seen, wanted, form["hit"]);
        return Page(context, seen, wanted, Message(context, did, wanted, isUndone: form["do"] == "undo"));
    }

    private async Task<List<Done>> ReplaceAsync(ImmutableArray<(EditionName Name, Reviewer By)> seen, Wanted wanted, IEnumerable<string?> ticked)
    {
        var hits = ticked.Select(t => (t ?? "").Split(' ')).Where(t => t.Length == 3 && EditorPage.Read(t[1]) is not null).ToLookup(t => t[0], t => (Name: EditorPage.Read(t[1])!.Value, Version: t[2]), StringComparer.Ordinal);
        var did = new List<Done>();
        foreach (var (name, by) in seen.Where(s => s.By.Role >= ReviewRole.Translator && hits.Contains(s.Name.Language.Tag)))
        {
            var now = setup.Desk.Hits(name, wanted.Search).ToDictionary(h => h.Sentence);
            var chosen = hits[name.Language.Tag].ToList();
            // What a sentence would say is worked out anew; a form can only choose.
            var replacements = chosen.Where(h => now.TryGetValue(h.Name, out var hit) && hit.After is not null).Select(h => new Replacement(h.Name, h.Version, PlaceholderText.Write(now[h.Name].Translation.Target!), now[h.Name].After!)).ToList();
            var (outcome, left) = await setup.Desk.ReplaceAsync(name, by, replacements);
            did.Add(new Done(name, outcome, left.Length + chosen.Count - replacements.Count));
        }

        return did;
    }

    private async Task<List<Done>> UndoAsync(ImmutableArray<(EditionName Name, Reviewer By)> seen, IEnumerable<string?> named)
    {
        var events = named.Select(e => (e ?? "").Split(' ')).Where(e => e.Length == 2).ToLookup(e => e[0], e => e[1], StringComparer.Ordinal);
        var did = new List<Done>();
        foreach (var (name, by) in seen.Where(s => events.Contains(s.Name.Language.Tag)))
        {
            var (outcome, left) = await setup.Desk.UndoAsync(name, by, events[name.Language.Tag]);
            did.Add(new Done(name, outcome, left.Length));
        }

        return did;
    }

    /// <summary>What became of it, in sentences, with the way back.</summary>
    private Html Message(HttpContext context, List<Done> did, Wanted wanted, bool isUndone)
    {
        var (changed, left) = (did.Sum(d => d.Outcome.Events.Length), did.Sum(d => d.Left));
        var taken = did.SelectMany(d => d.Outcome.Events).Count(e => e.Was is not null);
        var failed = did.Where(d => d.Outcome.Refusal is not null).Select(d => Html.Of($"<p><b>{NameOf(d.Name.Language)}: {d.Outcome.Refusal!.Message}</b> {d.Outcome.Refusal.Remedy}</p>")).ToList();
        return Html.Of($"""
            <div class="message {(failed.Count == 0 ? "good" : "")}" id="done" role="status" tabindex="-1" autofocus><p><b>{(isUndone ? "Taken back" : "Replaced")} in {Words.Count(changed, "sentence", "sentences")}</b>{Html.If(changed > 0, () => Html.Of($": {Html.Of(did.Where(d => d.Outcome.Events.Length > 0).Select((d, i) => Html.Of($"{(i > 0 ? ", " : "")}<bdi>{NameOf(d.Name.Language)}</bdi> {d.Outcome.Events.Length}")))}"))}.
            {Html.If(taken > 0, () => Html.Of($"{Words.Count(taken, "approval was", "approvals were")} taken back: what was approved says something else now."))}
            {Html.If(left > 0, () => Html.Of($"{Words.Count(left, "sentence was", "sentences were")} changed since and left alone."))}</p>{Html.Of(failed)}
            {Html.If(!isUndone && changed > 0, () => Html.Of($"""
                <form method="post" action="{context.Request.Path.ToString()}">{shell.Token(context)}{wanted.Fields}{did.SelectMany(d => d.Outcome.Events.Select(e => Html.Of($"""<input type="hidden" name="event" value="{d.Name.Language.Tag} {e.Id ?? ""}">""")))}<button name="do" value="undo">Undo: bring back what they said</button></form>
                """))}</div>
            """);
    }

    private IResult Page(HttpContext context, ImmutableArray<(EditionName Name, Reviewer By)> seen, Wanted wanted, Html message)
    {
        var (address, release) = (context.Request.Path.ToString(), seen[0].Name.Release);
        var headline = setup.Desk.State(seen[0].Name)?.Release.Source.Text.FrontMatter.Headline ?? release;
        return shell.Page(context, $"{Words.Find}: {headline}", "account find", Html.Of($"""
            <main id="main" class="list" tabindex="-1"><h1>{Words.Find}</h1><p class="lead"><bdi>{headline}</bdi>, in every language in which you work on it.</p>{message}
            <form method="get" action="{address}#found" role="search" class="stack">
            <div class="fields"><label>In the translation <input name="find" value="{wanted.Search.Find}" dir="auto" autocomplete="off" {new Html(wanted.IsAny ? "" : "autofocus")}></label>
            <label>In the source <input name="source" value="{wanted.Search.Source}" dir="auto" autocomplete="off"></label>
            <label>Replace with <input name="put" value="{wanted.Search.Put}" dir="auto" autocomplete="off"></label></div>
            <div class="line"><label class="tick"><input type="checkbox" name="case" value="1" {Checked(wanted.Search.MatchCase)}> Match capitals</label><label class="tick"><input type="checkbox" name="whole" value="1" {Checked(wanted.Search.WholeWords)}> Whole words only</label></div>
            {Html.If(seen.Length > 1, () => Html.Of($"""<fieldset><legend>Languages (none ticked: all)</legend><div class="line">{seen.Select(s => Html.Of($"""<label class="tick"><input type="checkbox" name="language" value="{s.Name.Language.Tag}" {Checked(wanted.Languages.Contains(s.Name.Language.Tag))}> <bdi lang="{s.Name.Language.Tag}">{NameOf(s.Name.Language)}</bdi></label>"""))}</div></fieldset>"""))}
            <div class="line"><button class="primary">Find</button></div></form>
            {Html.If(wanted.IsAny, () => Found(context, [.. seen.Where(s => wanted.Languages.Count == 0 || wanted.Languages.Contains(s.Name.Language.Tag))], wanted))}
            </main>
            """));
    }

    private Html Found(HttpContext context, ImmutableArray<(EditionName Name, Reviewer By)> seen, Wanted wanted)
    {
        var left = Most;
        var found = seen.Select(s => (s.Name, s.By, Hits: setup.Desk.Hits(s.Name, wanted.Search))).Where(f => !f.Hits.IsEmpty).ToList();
        var all = found.Sum(f => f.Hits.Length);
        var sections = new List<Html>();
        foreach (var (name, by, hits) in found.Where(_ => left > 0))
        {
            sections.Add(Section(name, by, hits[..Math.Min(left, hits.Length)], hits.Length, wanted));
            left -= hits.Length;
        }

        var canReplace = found.Any(f => f.By.Role >= ReviewRole.Translator && f.Hits.Any(h => h.After is not null));
        return Html.Of($"""
            <form method="post" action="{context.Request.Path.ToString()}">{shell.Token(context)}{wanted.Fields}
            <div role="status"><h2 id="found" tabindex="-1">{(all == 0 ? "Nothing found" : $"Found in {Words.Count(all, "sentence", "sentences")}, {Words.Count(found.Count, "language", "languages")}")}</h2></div>
            {Html.If(all > Most, () => Html.Of($"""<p class="note">The first {Most} are shown. Replace in these, and find again.</p>"""))}
            {sections}
            {Html.If(canReplace, () => Html.Of($"""<div class="deeds"><button name="do" value="replace" class="primary">Replace in what is ticked</button> <span class="note">{(wanted.Search.Put.Length == 0 ? "Nothing takes the place of the words: they go." : "What others change meanwhile is left alone.")}</span></div>"""))}
            </form>
            """);
    }

    private Html Section(EditionName name, Reviewer by, ImmutableArray<WordHit> hits, int all, Wanted wanted)
    {
        var (from, places) = (setup.Desk.State(name)?.SourceLanguage ?? name.Language, Places(name));
        return Html.Of($"""
            <section aria-labelledby="in-{name.Language.Tag}"><h2 id="in-{name.Language.Tag}"><bdi lang="{name.Language.Tag}">{NameOf(name.Language)}</bdi>: {Words.Count(all, "sentence", "sentences")}</h2>
            {Html.If(by.Role < ReviewRole.Translator, () => new Html("<p class=\"note\">You read this language, and change nothing in it.</p>"))}
            <ol class="hits">{hits.Select(h => Html.Of($"""
                <li><label><input type="checkbox" name="hit" value="{name.Language.Tag} {EditorPage.At(h.Sentence)} {h.Version}" {(h.After is null || by.Role < ReviewRole.Translator ? new Html("disabled") : Checked(true))}>
                <span lang="{from.Tag}" dir="{Direction(from)}">{Contents.Marked(h.Translation.Segment.Source, h.InSource, Mark)}</span>
                <span lang="{name.Language.Tag}" dir="{Direction(name.Language)}">{(h.Translation.Target is { } target ? Contents.Marked(target, h.InTarget, h.After is null ? Mark : Changed(wanted)) : new Html("<i>not translated</i>"))}</span>
                <span class="by">{places.GetValueOrDefault(h.Sentence.Unit) ?? ""} · {Words.Of(h.Translation)}{(h.After is not null && h.Translation.State > SegmentState.Translated ? ": replacing takes the approval back" : "")}</span></label></li>
                """))}</ol></section>
            """);
    }

    private Dictionary<string, string> Places(EditionName name) => setup.Desk.Places(name).ToDictionary(p => p.Unit, p => p.Place, StringComparer.Ordinal);

    private static Html Mark(string words) => Html.Of($"<mark>{words}</mark>");

    private static Func<string, Html> Changed(Wanted wanted) => words => Html.Of($"<del>{words}</del>{Html.If(wanted.Search.Put.Length > 0, () => Html.Of($"<ins>{wanted.Search.Put}</ins>"))}");

    private static Html Checked(bool isChecked) => new(isChecked ? "checked" : "");

    /// <summary>The editions of the release that somebody may see, with what they may do in each.</summary>
    private ImmutableArray<(EditionName Name, Reviewer By)> Seen(HttpContext context)
    {
        var release = context.Request.RouteValues["release"] as string ?? "";
        return [.. setup.Desk.Languages(release).Select(l => new EditionName(release, l)).Select(e => (Name: e, By: setup.Who(context, e))).Where(e => e.By is not null).Select(e => (e.Name, e.By!))];
    }

    private string Direction(Language language) => setup.Locales.Find(language)?.Direction ?? "ltr";

    private string NameOf(Language language) => setup.Locales.Find(language)?.Autonym ?? language.Tag;

    private sealed record Done(EditionName Name, Outcome Outcome, int Left);

    /// <summary>What somebody looks for, and where.</summary>
    private sealed record Wanted(WordSearch Search, ImmutableHashSet<string> Languages)
    {
        public bool IsAny => Search.Find.Length > 0 || Search.Source.Length > 0;

        /// <summary>The same as hidden fields.</summary>
        public Html Fields => Html.Of(new[] { ("find", Search.Find), ("source", Search.Source), ("put", Search.Put), ("case", Search.MatchCase ? "1" : ""), ("whole", Search.WholeWords ? "1" : "") }
            .Concat(Languages.Order(StringComparer.Ordinal).Select(l => ("language", l))).Where(f => f.Item2.Length > 0).Select(f => Html.Of($"""<input type="hidden" name="{f.Item1}" value="{f.Item2}">""")));

        public static Wanted Of(IEnumerable<KeyValuePair<string, Microsoft.Extensions.Primitives.StringValues>> fields)
        {
            var all = fields.ToDictionary(f => f.Key, f => f.Value, StringComparer.Ordinal);
            return new Wanted(new WordSearch(Of("find"), Of("put")) { Source = Of("source"), MatchCase = Of("case").Length > 0, WholeWords = Of("whole").Length > 0 },
                [.. all.GetValueOrDefault("language").OfType<string>()]);

            string Of(string name) => all.GetValueOrDefault(name).ToString();
        }
    }
}
