using System.Globalization;
using Microsoft.AspNetCore.Http;
using PressKit.Editions.Reviewing;

namespace PressKit.Review.Pages;

/// <summary>The lists of the desk: what waits for somebody, and all releases with their languages.</summary>
/// <param name="setup">What the pages are made with.</param>
internal sealed class ListPages(PagesSetup setup)
{
    private readonly PressKit.Languages.Locale _words = setup.Locales.Find(Language.Parse("en"))!;

    /// <summary>What waits, the most urgent first.</summary>
    public Html Queue(HttpContext context)
    {
        var asked = context.Request.Query["language"].ToString();
        var seen = setup.Desk.Queue().Where(e => MaySee(context, e)).ToList();
        var languages = seen.Select(e => e.Name.Language).Distinct().ToList();
        var waiting = seen.Where(e => asked.Length == 0 || e.Name.Language.Tag == asked).ToList();
        return Html.Of($"""
            <main id="main" class="list" tabindex="-1"><h1>{Words.Queue}</h1>
            <p class="lead">{(waiting.Count == 0 ? "Nothing waits for anybody." : $"{Words.Count(waiting.Count, "edition waits", "editions wait")}: first what is due, of that what does most harm when it is wrong.")}</p>
            {Html.If(languages.Count > 1, () => Html.Of($"""
                <nav class="scope" aria-label="Languages"><a href="/" {Current(asked.Length == 0)}>All</a>{languages.Select(l => Html.Of($"""<a href="/?language={l.Tag}" lang="{l.Tag}" {Current(asked == l.Tag)}>{Autonym(l)}</a>"""))}</nav>
                """))}
            <table class="queue"><caption class="unseen">Editions that wait, the most urgent first</caption>
            <thead><tr><th scope="col">Due</th><th scope="col">Release</th><th scope="col">Into</th><th scope="col">Progress</th><th scope="col">Waits</th><th scope="col">Weighs</th><th scope="col">With</th></tr></thead>
            <tbody>{waiting.Select(Row)}</tbody></table></main>
            """);
    }

    /// <summary>Releases by languages.</summary>
    public Html Grid(HttpContext context)
    {
        var releases = setup.Desk.Grid().Where(e => MaySee(context, e)).GroupBy(e => e.Name.Release, StringComparer.Ordinal).ToList();
        var languages = setup.Desk.Newsroom.Languages.Where(l => releases.Exists(r => r.Any(e => e.Name.Language == l))).ToList();
        return Html.Of($"""
            <main id="main" class="list wide" tabindex="-1"><h1>{Words.Grid}</h1>
            <p class="lead">Each line is a release, each column a language.</p>
            <div class="scroll" tabindex="0" role="region" aria-label="Releases by languages"><table class="grid"><thead><tr><th scope="col">Release</th>{languages.Select(l => Html.Of($"""<th scope="col"><span lang="{l.Tag}">{Autonym(l)}</span></th>"""))}</tr></thead>
            <tbody>{releases.Select(r => Html.Of($"""<tr><th scope="row"><bdi>{r.First().Headline}</bdi></th>{languages.Select(l => Cell(r.FirstOrDefault(e => e.Name.Language == l)))}</tr>"""))}</tbody></table></div></main>
            """);
    }

    private bool MaySee(HttpContext context, EditionSummary edition) => setup.Who(context, edition.Name) is not null;

    private Html Row(EditionSummary edition)
    {
        var due = edition.Due is { } at ? Html.Of($"""<time datetime="{at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)}">{_words.ShortDate(DateOnly.FromDateTime(at.DateTime))}</time>""") : new Html("no date");
        var waits = edition.Sentences - edition.Reviewed - edition.Final;
        var notes = new[]
        {
            (edition.Conflicts, "conflict", "with two translations"), (edition.Rejected, "rejected", "rejected"), (edition.Questions, "asked", edition.Questions == 1 ? "open question" : "open questions"),
        }.Where(n => n.Item1 > 0).Select(n => Html.Of($""" <span class="sign {n.Item2}">{n.Item1} {n.Item3}</span>"""));
        return Html.Of($"""
            <tr><td class="due">{due}{Html.If(edition.Embargo is not null, () => new Html(" <span class=\"sign asked\">embargo</span>"))}</td><th scope="row"><a href="{EditorPage.Address(edition.Name)}"><bdi>{edition.Headline}</bdi></a></th>
            <td><bdi lang="{edition.Name.Language.Tag}">{Autonym(edition.Name.Language)}</bdi></td>
            <td>{EditorPage.Progress(edition.Reviewed + edition.Final, edition.Translated, edition.Machine, edition.Sentences)}</td>
            <td>{(edition.IsTakenBack && waits == 0 ? new Html("approval taken back") : Html.Of($"{(waits == 0 ? "sign-off" : Words.Count(waits, "sentence", "sentences"))}"))}{notes}</td><td class="weighs">{Words.Of(edition.Harm)}</td><td>{edition.AssignedTo ?? ""}</td></tr>
            """);
    }

    private static Html Cell(EditionSummary? edition)
    {
        if (edition is null) return new Html("<td class=\"none\"><span aria-hidden=\"true\">–</span><span class=\"unseen\">not meant for it</span></td>");
        var done = edition.Reviewed + edition.Final;
        var state = edition.Approval is not null ? "final" : done == edition.Sentences ? "reviewed" : edition.Missing > 0 ? "empty" : edition.Machine > 0 ? "draft" : "translated";
        var words = edition.Approval is not null ? "signed off" : done == edition.Sentences ? "to sign off" : FormattableString.Invariant($"{done}/{edition.Sentences}");
        return Html.Of($"""<td class="{state}"><a href="{EditorPage.Address(edition.Name)}" title="{edition.HeldBack ?? "public"}" aria-label="{edition.Name.Language.Tag}: {words}"><span class="state" aria-hidden="true"></span>{words}</a></td>""");
    }

    private string Autonym(Language language) => setup.Locales.Find(language)?.Autonym ?? language.Tag;

    private static Html Current(bool isCurrent) => new(isCurrent ? "aria-current=\"true\"" : "");
}
