using Microsoft.AspNetCore.Http;

namespace PressKit.Review.Pages;

/// <summary>What all pages of the desk share: head, navigation, sheet of keys.</summary>
internal sealed class Shell(PagesSetup setup, Assets assets)
{
    /// <summary>A page.</summary>
    /// <param name="context">The request.</param>
    /// <param name="title">Its title.</param>
    /// <param name="kind">Which page it is: the class of its body, and the name of its script.</param>
    /// <param name="body">What it shows below its head.</param>
    /// <param name="bar">What it shows in its head.</param>
    public IResult Page(HttpContext context, string title, string kind, Html body, Html bar = default)
    {
        var links = setup.Links(context).Select(l => Html.Of($"""<a href="{l.Address}" {Current(context.Request.Path == l.Address)}>{l.Label}</a>"""));
        var token = setup.FormToken(context);
        var page = Html.Of($"""
            <!doctype html>
            <html lang="en" dir="ltr">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta name="form-token" content="{token ?? ""}">
            <title>{title} · {Words.Desk}</title>
            <link rel="icon" href="{assets.Address("desk.svg")}" type="image/svg+xml">
            <link rel="stylesheet" href="{assets.Address("desk.css")}">
            <script type="module" src="{assets.Address(kind == "editor" ? "editor.js" : "desk.js")}"></script>
            </head>
            <body class="{kind}">
            <a class="skip" href="#main">Skip to the {(kind == "editor" ? "text" : "list")}</a>
            <header class="head">
            <nav aria-label="Desk"><a class="home" href="/" {Current(kind == "queue")}>{Words.Queue}</a><a href="/releases" {Current(kind == "grid")}>{Words.Grid}</a>{links}</nav>
            {bar}
            {Html.If(setup.CanSignOut(context), () => Html.Of($"""<form method="post" action="/sign-out" class="out">{Token(context)}<button class="quiet" title="What is not saved yet is deleted from this browser">Sign out</button></form>"""))}
            <button type="button" class="quiet keys-button" data-do="keys" aria-keyshortcuts="?" hidden>{Words.Keys} <kbd>?</kbd></button>
            </header>
            {body}
            <p class="unseen" id="announcer" role="status"></p>
            {KeySheet.Of(kind)}
            </body>
            </html>
            """);
        return Results.Content(page.Text, "text/html; charset=utf-8");
    }

    /// <summary>The field that a form carries so that it is known to be the desk's own.</summary>
    public Html Token(HttpContext context) => setup.FormToken(context) is { } token ? Html.Of($"""<input type="hidden" name="form-token" value="{token}">""") : Html.Nothing;

    private static Html Current(bool isCurrent) => new(isCurrent ? "aria-current=\"page\"" : "");
}
