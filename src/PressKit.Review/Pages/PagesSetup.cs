using Microsoft.AspNetCore.Http;
using PressKit.Editions.Reviewing;
using PressKit.Languages;
using PressKit.Review.Desk;
using PressKit.Translation;

namespace PressKit.Review.Pages;

/// <summary>What the desk's pages are made with.</summary>
/// <param name="Desk">The desk.</param>
/// <param name="Locales">How languages are written.</param>
/// <param name="Time">The clock.</param>
public sealed record PagesSetup(ReviewDesk Desk, Locales Locales, TimeProvider Time)
{
    /// <summary>Who asks, and what they may in an edition; null where they may not even see it.</summary>
    public required Func<HttpContext, EditionName, Reviewer?> Who { get; init; }

    /// <summary>Whether whoever asked some time ago may still see an edition: sessions end, and roles and embargoes change.</summary>
    public Func<HttpContext, EditionName, bool> MayStay { get; init; } = (_, _) => true;

    /// <summary>Whether somebody may see what stands in a release's folder, or in an imported file: the memory answers with sentences of
    /// other releases.</summary>
    public Func<HttpContext, string, bool> MaySeeDocument { get; init; } = (_, _) => true;

    /// <summary>What a form has to send back so that it is known to be the desk's own; null where nothing is asked.</summary>
    public Func<HttpContext, string?> FormToken { get; init; } = _ => null;

    /// <summary>Links for the head of every page: one's account, people.</summary>
    public Func<HttpContext, IEnumerable<(string Label, string Address)>> Links { get; init; } = _ => [];

    /// <summary>Whether newsroom.yml says something by now that the desk takes up when it is started again.</summary>
    public Func<bool> NeedsRestart { get; init; } = () => false;

    /// <summary>Whether whoever asks can sign out here: a session let them in, and no proxy or program's token.</summary>
    public Func<HttpContext, bool> CanSignOut { get; init; } = _ => false;

    /// <summary>The services that may be asked for a suggestion for a release, in the order in which they are tried.</summary>
    public Func<Release, IReadOnlyList<ITranslator>> Translators { get; init; } = _ => [];
}
