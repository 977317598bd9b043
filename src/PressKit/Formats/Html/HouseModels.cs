using System.Collections.Immutable;
using PressKit.Formats.Search;
using PressKit.Languages;
using PressKit.Site;
using PressKit.Templates.Models;

namespace PressKit.Formats.Html;

/// <summary>Makes the models of the pages about the organisation and its site.</summary>
/// <param name="urls">Writes addresses.</param>
/// <param name="shared">Makes what all pages show.</param>
/// <param name="entries">Makes links and dates.</param>
/// <param name="images">Makes portraits.</param>
internal sealed class HouseModels(SiteUrls urls, SharedModels shared, EntryModels entries, ImageModels images)
{
    /// <summary>The model of such a page; null for a page of any other kind.</summary>
    public PageModel? Of(LocalPage page, Locale locale) => page switch
    {
        SpokespeoplePage people => Spokespeople(people, locale),
        SpokespersonPage person => Spokesperson(person, locale),
        ContactsPage contacts => Contacts(contacts, locale),
        SubscribingPage subscribing => Feeds(subscribing, locale),
        SearchPage search => Search(search, locale),
        AccessibilityPage accessibility => Accessibility(accessibility, locale),
        _ => null,
    };

    private SpokespeopleModel Spokespeople(SpokespeoplePage page, Locale locale) => new(shared.Head(page, locale, locale.Strings.Spokespeople))
    {
        People = [.. page.Frame.People.Select(p => Person(p, page.Frame, locale))],
    };

    private SpokespersonModel Spokesperson(SpokespersonPage page, Locale locale)
    {
        var person = Person(page.Person, page.Frame, locale);
        return new SpokespersonModel(shared.Head(page, locale, ListModels.Title(person.Name, page.Part, locale), person.Role))
        {
            Number = ListModels.Number(page.Part, locale),
            Older = page.Part.Older is { } older ? urls.Local(older) : null,
            Newer = page.Part.Newer is { } newer ? urls.Local(newer) : null,
            Person = person,
            Statements =
            [
                .. page.Statements.Select(s => new StatementModel(
                    locale.Quote(s.Quote.Text), entries.Link(s.Entry, page.Frame), EntryModels.Date(s.Entry.Edition.FrontMatter.Published, locale))),
            ],
        };
    }

    private PersonModel Person(PersonLink link, Frame frame, Locale locale)
    {
        var person = link.Person;
        var contact = person.Contact is { } id ? frame.Newsroom.Contacts.GetValueOrDefault(id) : null;
        return new PersonModel(
            urls.Local(link.Address), person.Name.In(frame.Language, frame.Newsroom.DefaultLanguage) ?? person.Id,
            person.Name.Foreign(frame.Language, frame.Newsroom.DefaultLanguage)?.Tag, person.Role.Texts.GetValueOrDefault(frame.Language),
            Paragraphs(person.Biography.Texts.GetValueOrDefault(frame.Language)), link.Portrait is { } portrait ? images.Image(portrait, locale) : null,
            contact is null ? null : ContactModels.Of(contact, frame, locale));
    }

    private static ImmutableArray<string> Paragraphs(string? text) =>
        [.. (text ?? "").Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    private ContactsModel Contacts(ContactsPage page, Locale locale) => new(shared.Head(page, locale, locale.Strings.ContactPress))
    {
        Contacts = ContactModels.Of(page.Frame.Newsroom.Contacts.Values.OrderBy(c => c.Rank), page.Frame, locale),
    };

    private FeedsModel Feeds(SubscribingPage page, Locale locale)
    {
        var (frame, newsroom) = (page.Frame, page.Frame.Newsroom);
        var site = shared.Site(frame, locale);
        var topics = frame.Topics.Select(t => (Link: entries.TopicLink(t, frame), t.Topic)).OrderBy(t => t.Link.Name, locale.Order);
        return new FeedsModel(shared.Head(page, locale, locale.Strings.Feeds, locale.Strings.FeedsText))
        {
            Subscriptions =
            [
                new SubscriptionModel(locale.Strings.AllReleases, null, site.Feeds),
                .. topics.Select(t => new SubscriptionModel(
                    t.Link.Name, t.Link.Tag, shared.Feeds(newsroom, Addresses.Feed(page.Language, t.Topic), $"{newsroom.Name} – {t.Link.Name}"))),
                new SubscriptionModel(
                    locale.Strings.AllLanguages, null, shared.Feeds(newsroom, Addresses.FeedOfAllLanguages, $"{newsroom.Name} – {locale.Strings.AllLanguages}")),
            ],
            List = urls.Local(Addresses.FeedList),
        };
    }

    private SearchModel Search(SearchPage page, Locale locale) => new(shared.Head(page, locale, locale.Strings.Search, locale.Strings.SearchLabel))
    {
        Index = urls.Local(Addresses.SearchIndex(page.Language)) + SearchIndexes.Script,
        None = locale.Strings.SearchNone.With(locale.Quote("{0}")),
        Counts =
        [
            .. Enum.GetValues<PluralCategory>().Select(c => (Category: c, Text: locale.Strings.SearchResults.Given(c))).Where(c => c.Text is not null)
                .Select(c => new CountModel(c.Category.ToString().ToLowerInvariant(), c.Text!.With("{0}"))),
        ],
    };

    private AccessibilityModel Accessibility(AccessibilityPage page, Locale locale) => new(shared.Head(page, locale, locale.Strings.AccessibilityStatement))
    {
        Contacts = ContactModels.Of(page.Frame.Newsroom.Contacts.Values.OrderBy(c => c.Rank), page.Frame, locale),
    };
}
