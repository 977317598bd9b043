using System.Collections.Immutable;
using PressKit.Languages;

namespace PressKit.Templates.Models;

/// <summary>What every page has. Each kind of page adds its own.</summary>
/// <param name="Head">All of it; templates see what it holds.</param>
public abstract record PageModel(PageHead Head)
{
    /// <summary>The language of the page.</summary>
    public LanguageModel Language => Head.Language;

    /// <summary>What all pages in this language share.</summary>
    public SiteModel Site => Head.Site;

    /// <summary>PressKit's own words in this language.</summary>
    public Strings Strings => Head.Strings;

    /// <summary>The title for the browser's tab and for search engines: the page's own and the newsroom's name.</summary>
    public string Title => Head.Title;

    /// <summary>One or two sentences about the page; null where nobody wrote any.</summary>
    public string? Description => Head.Description;

    /// <summary>The page's own address, absolute; null for a page that nobody may link to.</summary>
    public string? Canonical => Head.Canonical;

    /// <summary>The page in every language for search engines, its own included, and <c>x-default</c>.</summary>
    public ImmutableArray<AlternateModel> Alternates => Head.Alternates;

    /// <summary>The page in every language for readers, its own included.</summary>
    public ImmutableArray<LanguageLinkModel> Languages => Head.Languages;

    /// <summary>The page in the languages that are not its own; empty where it has no other.</summary>
    public ImmutableArray<LanguageLinkModel> OtherLanguages => [.. Languages.Where(l => !l.IsCurrent)];

    /// <summary>The feeds that bring what the page shows, the most particular first; empty where no feed is published.</summary>
    public ImmutableArray<FeedModel> Feeds => Head.Feeds;

    /// <summary>What other sites read to show a release where somebody pastes its address (oEmbed); empty for all other pages.</summary>
    public ImmutableArray<FeedModel> Embeds => Head.Embeds;

    /// <summary>What the page says to machines, as JSON-LD; null for a page that is only a way to others.</summary>
    public Markup? StructuredData => Head.StructuredData;

    /// <summary>How the page looks where it is shared.</summary>
    public CardModel Card => Head.Card;
}

/// <summary>A language's first page: <c>home.hbs</c>.</summary>
public sealed record HomeModel(PageHead Head) : PageModel(Head)
{
    /// <summary>The newest release; null where there is none.</summary>
    public EntryModel? Lead { get; init; }

    /// <summary>The releases after it, the newest first.</summary>
    public ImmutableArray<EntryModel> Entries { get; init; } = [];
}

/// <summary>A release's page: <c>release.hbs</c>.</summary>
public sealed record ReleaseModel(PageHead Head) : PageModel(Head)
{
    /// <summary>The release.</summary>
    public required ReleaseTextModel Release { get; init; }
}

/// <summary>A standing page: <c>page.hbs</c>.</summary>
public sealed record StandingModel(PageHead Head) : PageModel(Head)
{
    /// <summary>The page's text, which has of a release's variables those that a standing page has.</summary>
    public required ReleaseTextModel Page { get; init; }
}

/// <summary>An address from which readers are led on: <c>redirect.hbs</c>. Its canonical address is that of the page it leads to.</summary>
public sealed record RedirectModel(PageHead Head) : PageModel(Head)
{
    /// <summary>Where it leads.</summary>
    public required string Url { get; init; }

    /// <summary>The same for the browser, which goes there at once: the content of <c>http-equiv="refresh"</c>.</summary>
    public required string Refresh { get; init; }

    /// <summary>The headline of what stands there.</summary>
    public required string Headline { get; init; }

    /// <summary>The language of what stands there.</summary>
    public required LanguageModel Target { get; init; }
}

/// <summary>What readers find in the place of a withdrawn release, of which nothing is left: <c>withdrawn.hbs</c>.</summary>
public sealed record WithdrawnModel(PageHead Head) : PageModel(Head)
{
    /// <summary>When it was withdrawn, and why.</summary>
    public required EventModel Withdrawal { get; init; }
}

/// <summary>What readers see where there is no page: <c>not-found.hbs</c>.</summary>
public sealed record NotFoundModel(PageHead Head) : PageModel(Head);

/// <summary>What readers see where there was a page, and is none any more: <c>gone.hbs</c>.</summary>
public sealed record GoneModel(PageHead Head) : PageModel(Head);

/// <summary>The page at the site's root, which leads to every language: <c>root.hbs</c>.</summary>
public sealed record RootModel(PageHead Head) : PageModel(Head)
{
    /// <summary>Every language, with the newsroom's line in it.</summary>
    public ImmutableArray<ChoiceModel> Choices { get; init; } = [];
}
