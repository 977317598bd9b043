using System.Collections.Immutable;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PressKit.Editions.Reviewing;
using PressKit.Review.Desk;

namespace PressKit.Review.Pages;

/// <summary>The pages that people review on: queue, releases, editor. They work without scripts, by forms; scripts send the same forms
/// and ask for parts of the same pages. Whoever hosts them decides who may come in, and checks form tokens.</summary>
public sealed class DeskPages
{
    private readonly PagesSetup _setup;
    private readonly Assets _assets = new();
    private readonly Shell _shell;
    private readonly EditorPage _editor;
    private readonly SentenceHelp _help;
    private readonly Acts _acts;
    private readonly EditionPreview _preview;
    private readonly ListPages _lists;

    private DeskPages(PagesSetup setup)
    {
        _setup = setup;
        (_shell, _editor, _help, _acts) = (new Shell(setup, _assets), new EditorPage(setup.Locales), new SentenceHelp(setup.Locales), new Acts(setup.Desk));
        (_preview, _lists) = (new EditionPreview(setup.Locales, setup.Time), new ListPages(setup));
    }

    /// <summary>Serves the pages.</summary>
    public static void Map(IEndpointRouteBuilder app, PagesSetup setup)
    {
        var pages = new DeskPages(setup);
        app.MapGet("/assets/chip/{label}.svg", Assets.Chip).AllowAnonymous();
        app.MapGet("/assets/{version}/{name}", pages._assets.File).AllowAnonymous();
        app.MapGet("/assets/{name}", (HttpContext context, string name) => pages._assets.File(context, "", name)).AllowAnonymous();
        app.MapGet("/favicon.ico", context => Send(context, pages._assets.File(context, "", "desk.svg"))).AllowAnonymous();
        app.MapGet("/", context => Send(context, pages._shell.Page(context, Words.Queue, "queue", pages._lists.Queue(context))));
        app.MapGet("/releases", context => Send(context, pages._shell.Page(context, Words.Grid, "grid", pages._lists.Grid(context))));
        app.MapGet("/edit/{language}/{**release}", context => Send(context, pages.Edition(context)));
        app.MapPost("/edit/{language}/{**release}", pages.DoAsync);
        var find = new FindPage(setup, pages._shell);
        app.MapGet("/find/{**release}", context => Send(context, find.Show(context) ?? pages.NoEdition(context)));
        app.MapPost("/find/{**release}", async context => await Send(context, await find.DoAsync(context) ?? pages.NoEdition(context)));
        app.MapGet("/page/{language}/{**release}", context => Send(context, pages.Page(context, [])));
        app.MapPost("/page/{language}/{**release}", async context => await Send(context, pages.Page(context, Written(await context.Request.ReadFormAsync()))));
        app.MapGet(EditionPreview.Root + "{**path}", context => Send(context, pages.PageFile(context)));
        app.MapGet("/live/{language}/{**release}", async context =>
        {
            if (pages.Asked(context) is var (name, by)) await new Live(setup.Desk, setup.Time).FollowAsync(context, name, by, () => setup.MayStay(context, name));
            else context.Response.StatusCode = StatusCodes.Status404NotFound;
        });
    }

    private static Task Send(HttpContext context, IResult result) => result.ExecuteAsync(context);

    /// <summary>Which edition is asked for, and by whom; null where there is none, or where they may not see it.</summary>
    private (EditionName Name, Reviewer By)? Asked(HttpContext context)
    {
        if (context.GetRouteValue("release") is not string release || !Language.TryParse(context.GetRouteValue("language") as string, out var language)) return null;
        var name = new EditionName(release, language);
        return _setup.Who(context, name) is { } by ? (name, by) : null;
    }

    private IResult Edition(HttpContext context)
    {
        if (Asked(context) is not var (name, by)) return NoEdition(context);
        // Help is asked for with every sentence that somebody goes to.
        if (context.Request.Query["part"] == "help" && EditorPage.Read(context.Request.Query["at"]) is { } wanted) return Part(Help(context, name, wanted, by));
        if (_setup.Desk.View(name, matches: false) is not { } view) return NoEdition(context);
        var at = EditorPage.Read(context.Request.Query["at"]) ?? AtFirst(view);
        return (string?)context.Request.Query["part"] switch
        {
            "help" => Part(Help(context, name, at, by)),
            "unit" => view.Units.FirstOrDefault(u => u.Id == at.Unit) is { } unit ? Part(_editor.Unit(view, unit, EditorPage.First(view, unit.Id), null, Html.Nothing)) : Results.NotFound(),
            "text" => Part(_editor.Units(view, null, Html.Nothing)),
            "summary" => Part(_editor.Summary(view)),
            "whole" => Part(EditionHelp.Of(view, _shell.Token(context), by)),
            _ => Whole(context, view, at, by, Html.Nothing),
        };
    }

    private IResult Whole(HttpContext context, EditionView view, SentenceName at, Reviewer by, Html message) =>
        _shell.Page(context, $"{view.Headline} ({view.Name.Language})", "editor", _editor.Body(view, at, Help(context, view.Name, at, by), _shell.Token(context), by, message), _editor.Bar(view));

    private static IResult Part(Html html) => Results.Content(html.Text, "text/html; charset=utf-8");

    private Html Help(HttpContext context, EditionName name, SentenceName at, Reviewer by)
    {
        if (_setup.Desk.State(name) is not { } state || _setup.Desk.Unit(name, at.Unit) is not { } unit || _setup.Desk.Sentence(name, at) is not { } sentence) return Html.Nothing;
        sentence = sentence with { Matches = sentence.Matches.RemoveAll(m => !_setup.MaySeeDocument(context, m.Document)) };
        var number = state.Units.TakeWhile(u => u.Id != unit.Id).Sum(u => u.Segments.Length) + at.Segment;
        return _help.Of(new SentenceHelp.Edition(name, state.SourceLanguage), unit, sentence, number, _shell.Token(context), by, _setup.Translators(state.Release.Release).Count > 0);
    }

    /// <summary>The first sentence that waits for somebody, or the first of all.</summary>
    private static SentenceName AtFirst(EditionView view)
    {
        var all = view.Units.SelectMany(u => u.Sentences).ToList();
        return all.Find(s => s.Translation.State < Translation.SegmentState.Reviewed)?.Name ?? (all.Count > 0 ? all[0].Name : default);
    }

    private async Task DoAsync(HttpContext context)
    {
        if (Asked(context) is not var (name, by))
        {
            await Send(context, NoEdition(context));
            return;
        }

        var form = await context.Request.ReadFormAsync();
        var at = EditorPage.Read(form["at"]);
        if (form["do"] == "look") await Send(context, Look(context, name, at, form["text"].ToString()));
        else if (form["do"] == "suggest") await Send(context, await SuggestAsync(context, name, at, by));
        else if (form["do"] == "here") await Send(context, Here(name, by, at));
        else await Send(context, Answer(context, name, by, at, await _acts.DoAsync(name, by, at, form)));
    }

    private IResult Answer(HttpContext context, EditionName name, Reviewer by, SentenceName? at, Outcome outcome)
    {
        if (IsScript(context)) return new Answers(_editor).Of(_setup.Desk, name, at, outcome);
        if (outcome.Refusal is null) return Results.Redirect($"{EditorPage.Address(name)}{(at is { } there ? $"?at={Uri.EscapeDataString(EditorPage.At(there))}#s-{EditorPage.At(there)}" : "")}");
        if (_setup.Desk.View(name, matches: false) is not { } view) return NoEdition(context);
        context.Response.StatusCode = Answers.StatusOf(outcome.Refusal);
        return Whole(context, view, at ?? AtFirst(view), by, Html.Of($"""
            <div class="message" role="alert"><p><b>{outcome.Refusal.Message}</b> {outcome.Refusal.Remedy}</p>
            {Html.If(outcome.Refusal.Theirs is not null, () => Html.Of($"""<p>It says now: <q><bdi>{outcome.Refusal.Theirs!.Text ?? ""}</bdi></q></p><p>You wrote: <q><bdi>{context.Request.Form["text"].ToString()}</bdi></q></p>"""))}</div>
            """));
    }

    /// <summary>What checks find in what somebody is writing.</summary>
    private IResult Look(HttpContext context, EditionName name, SentenceName? at, string text)
    {
        if (at is not { } there || _setup.Desk.State(name) is not { } state || state.Sentence(there) is null) return Results.NotFound();
        var written = Drafts.With(state, [(there, text)], out var fault);
        if (fault is not null) return Results.Json(new { fault = fault.Message, code = fault.Code });
        var sentence = _setup.Desk.Sentence(written, there)!;
        var form = new SentenceHelp.Form(EditorPage.Address(name), _shell.Token(context), _setup.Desk.Sentence(state, there)!);
        return Results.Json(new { checks = SentenceHelp.Checks(form, sentence.Findings, sentence.Translation.Target).Text, count = sentence.Findings.Length });
    }

    private async Task<IResult> SuggestAsync(HttpContext context, EditionName name, SentenceName? at, Reviewer by)
    {
        if (at is not { } there || by.Role < ReviewRole.Translator || _setup.Desk.State(name) is not { } state || state.Sentence(there) is null) return Results.NotFound();
        var suggestion = await new Suggesting(_setup.Desk.Newsroom.Glossary, _setup.Time).AskAsync(state, there, _setup.Translators(state.Release.Release), context.RequestAborted);
        return Results.Json(suggestion.Content is { } content
            ? new { text = PlaceholderText.Write(content), html = Contents.Of(content).Text, maker = suggestion.Maker, message = (string?)null }
            : new { text = "", html = "", maker = suggestion.Maker, message = suggestion.Message });
    }

    private IResult Here(EditionName name, Reviewer by, SentenceName? at)
    {
        _setup.Desk.Presence.Seen(by.Name, name, at);
        return Results.NoContent();
    }

    private IResult Page(HttpContext context, ImmutableArray<(SentenceName Name, string Text)> drafts)
    {
        if (Asked(context) is not var (name, _) || _setup.Desk.State(name) is not { } state) return NoEdition(context);
        using var page = new MemoryStream();
        var headers = context.Response.Headers;
        headers.CacheControl = "no-store";
        headers.ContentSecurityPolicy = "default-src 'none'; img-src 'self'; style-src 'self'; font-src 'self'; media-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'self'; sandbox allow-same-origin";
        headers.XFrameOptions = "SAMEORIGIN";
        return _preview.Render(_setup.Desk.Newsroom, Drafts.With(state, drafts, out _), page)
            ? Results.Bytes(page.ToArray(), "text/html; charset=utf-8")
            : Results.Content("<!doctype html><title>No page</title><p>This text has no page of its own.</p>", "text/html; charset=utf-8");
    }

    private IResult PageFile(HttpContext context)
    {
        if (_preview.File((context.GetRouteValue("path") as string) ?? "") is not { } file) return Results.NotFound();
        using var bytes = new MemoryStream();
        file.Write(bytes);
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; sandbox";
        return Results.Bytes(bytes.ToArray(), FileTypes.Of(file.Path));
    }

    /// <summary>The drafts of a form: a field a sentence.</summary>
    private static ImmutableArray<(SentenceName, string)> Written(IFormCollection form) =>
        [.. form.Where(f => EditorPage.Read(f.Key) is not null).Select(f => (EditorPage.Read(f.Key)!.Value, f.Value.ToString()))];

    private static bool IsScript(HttpContext context) => context.Request.Headers.Accept.ToString().Contains("application/json", StringComparison.Ordinal);

    private IResult NoEdition(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return _shell.Page(context, "Not found", "list", new Html("""<main id="main" class="list"><h1>There is no such edition</h1><p>Its release may have another name by now. <a href="/releases">All releases</a></p></main>"""));
    }
}
