using System.Net;
using Microsoft.AspNetCore.Http;
using PressKit.Review.People;

namespace PressKit.Review.Host;

/// <summary>What people see before they are in, and when they have gone.</summary>
internal static class FrontDoorPages
{
    /// <summary>Somebody's invitation, with a button that makes it a session on this device: what only looks at links does not use it
    /// up.</summary>
    public static IResult Invitation(Person? invited) => invited is null
        ? Page("This invitation does not hold", "<p>It was used already, or it is older than a week. Ask whoever sent it for another one.</p>", StatusCodes.Status410Gone)
        : Page($"Welcome, {WebUtility.HtmlEncode(invited.Name)}", "<p>This signs you in on this device, once. Do not use it on a machine that others use too.</p><form method=\"post\"><button class=\"primary\" autofocus>Sign in here</button></form>");

    /// <summary>A link that was used.</summary>
    public static IResult NoLink() => Page("This link was used already", "<p>It lets one browser in, once. End <code>presskit review</code> and start it again for another one.</p>", StatusCodes.Status410Gone);

    /// <summary>Somebody has gone.</summary>
    public static IResult SignedOut() => Page("You are signed out", "<p>Nothing of yours is left in this browser.</p>");

    /// <summary>Nobody is signed in.</summary>
    public static IResult NobodyThere() => Page("You are not signed in",
        "<p>Open your invitation on this device, or ask whoever runs the desk for another one. On your own machine, open the link that <code>presskit review</code> printed.</p>", StatusCodes.Status401Unauthorized);

    private static IResult Page(string title, string body, int status = StatusCodes.Status200OK) => Results.Content($"""
        <!doctype html>
        <html lang="en">
        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><title>{title} · Review desk</title><link rel="stylesheet" href="/assets/desk.css"></head>
        <body class="door"><main><h1>{title}</h1>{body}</main></body>
        </html>
        """, "text/html; charset=utf-8", System.Text.Encoding.UTF8, status);
}
