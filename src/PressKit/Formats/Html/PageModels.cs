using System.Collections.Immutable;
using PressKit.Languages;
using PressKit.Site;
using PressKit.Templates.Models;

namespace PressKit.Formats.Html;

/// <summary>Makes the model of each kind of page: all that its template will see, in the reader's language.</summary>
/// <param name="urls">Writes addresses.</param>
/// <param name="shared">Makes what all pages show.</param>
/// <param name="entries">Makes entries.</param>
/// <param name="images">Makes images.</param>
/// <param name="releases">Makes a release's text.</param>
/// <param name="data">Says to machines what a page is.</param>
/// <param name="locales">How the site's languages are written.</param>
internal sealed class PageModels(
    SiteUrls urls, SharedModels shared, EntryModels entries, ImageModels images, ReleaseModels releases, StructuredData data, Locales locales)
{
    private readonly ListModels _lists = new(urls, shared, entries);
    private readonly HouseModels _house = new(urls, shared, entries, images);

    /// <summary>The model of a page of any kind that is HTML.</summary>
    public PageModel Of(LocalPage page)
    {
        var locale = shared.LocaleOf(page.Language);
        return page switch
        {
            HomePage home => Home(home, locale),
            ReleasePage release => Release(release, locale),
            StandingPage standing => Standing(standing, locale),
            RedirectPage redirect => Redirect(redirect, locale),
            WithdrawnPage withdrawn => Withdrawn(withdrawn, locale),
            NotFoundPage missing => NotFound(missing, locale),
            GonePage gone => Gone(gone, locale),
            RootPage root => RootOf(root, locale),
            _ => _lists.Of(page, locale) ?? _house.Of(page, locale) ?? throw new NotSupportedException($"A {page.GetType().Name} is no HTML."),
        };
    }

    private HomeModel Home(HomePage page, Locale locale)
    {
        var all = entries.Of(page.Entries, page.Frame, locale);
        var head = shared.Front(page, locale, page.Entries.FirstOrDefault());
        return new HomeModel(head with { StructuredData = data.Of(page, head.Description) })
        {
            Lead = all.FirstOrDefault(),
            Entries = [.. all.Skip(1)],
        };
    }

    private ReleaseModel Release(ReleasePage page, Locale locale)
    {
        var release = releases.Of(page, locale);
        var head = shared.Head(page, locale, release.Headline, release.Summary ?? release.Subhead, page.Entry);
        var card = head.Card with { Published = release.Date?.Iso, Modified = release.Updated?.Iso, Topics = [.. release.Topics.Select(t => t.Name)] };
        return new ReleaseModel(head with { StructuredData = data.Of(page, locale), Embeds = Embeds(page), Card = card }) { Release = release };
    }

    private StandingModel Standing(StandingPage page, Locale locale)
    {
        var text = releases.Of(page, locale);
        return new StandingModel(shared.Head(page, locale, text.Headline, text.Summary ?? text.Subhead, page.Entry))
        {
            Page = text,
        };
    }

    private RedirectModel Redirect(RedirectPage page, Locale locale)
    {
        var head = shared.Apart(page, locale, locale.Strings.MovedTitle);
        return new RedirectModel(head with { Canonical = urls.Absolute(page.Target.Address), Feeds = [] })
        {
            Url = urls.Local(page.Target.Address),
            Refresh = $"0; url={urls.Local(page.Target.Address)}",
            Headline = page.Target.Edition.FrontMatter.Headline,
            Target = SharedModels.Language(shared.LocaleOf(page.Target.Edition.Language)),
        };
    }

    private WithdrawnModel Withdrawn(WithdrawnPage page, Locale locale) => new(shared.Apart(page, locale, locale.Strings.GoneTitle))
    {
        Withdrawal = entries.Event(EventNotice.Of(page.Edition.Withdrawal, locale, locales), locale),
    };

    private NotFoundModel NotFound(NotFoundPage page, Locale locale) => new(shared.Apart(page, locale, locale.Strings.NotFoundTitle));

    private GoneModel Gone(GonePage page, Locale locale) => new(shared.Apart(page, locale, locale.Strings.GoneTitle));

    private RootModel RootOf(RootPage page, Locale locale)
    {
        var taglines = page.Frame.Newsroom.Tagline.Texts;
        return new RootModel(shared.Front(page, locale))
        {
            Choices =
            [
                .. shared.Languages(page).Zip(page.Alternates, (link, alternate) => new ChoiceModel(
                    link.Tag, link.Name, link.Direction, link.Url, taglines.GetValueOrDefault(alternate.Language))),
            ],
        };
    }

    private ImmutableArray<FeedModel> Embeds(ReleasePage page) => SharedModels.Publishes(page.Frame, "oembed")
        ? [.. OEmbedFormat.Kinds.Select(kind => new FeedModel(
            urls.Absolute(new Address(page.Address.Path + kind.Ending)), page.Entry.Edition.FrontMatter.Headline, "oEmbed", kind.Type))]
        : [];
}
