using System.Collections.Immutable;

namespace PressKit.Site;

/// <summary>Composes a language's pages about the organisation and its site: who speaks for it, whom to ask, its feeds, how
/// accessible it is, and what stands where nothing does.</summary>
/// <param name="newsroom">The newsroom.</param>
/// <param name="entries">What is public.</param>
/// <param name="frames">What the pages of each language share.</param>
internal sealed class House(Newsroom newsroom, Entries entries, ImmutableDictionary<Language, Frame> frames)
{
    /// <summary>Statements on the page of somebody who speaks for the organisation.</summary>
    public const int StatementsPageSize = 20;

    /// <summary>The names of standing pages that take the place of pages made here.</summary>
    public const string Contacts = "contacts";

    /// <inheritdoc cref="Contacts"/>
    public const string Accessibility = "accessibility";

    /// <summary>A language's pages of this kind.</summary>
    public IEnumerable<LocalPage> Of(Frame frame)
    {
        var language = frame.Language;
        foreach (var page in Spokespeople(frame)) yield return page;
        if (frame.Contacts is { } contacts && !entries.HasStanding(Contacts, language))
            yield return new ContactsPage(contacts, frame, Everywhere(l => entries.HasStanding(Contacts, l) ? null : Addresses.Contacts(l)));
        if (frame.Subscribing is { } subscribing)
            yield return new SubscribingPage(subscribing, frame, Everywhere(l => Addresses.Subscribing(l)));
        if (frame.Search is { } search) yield return new SearchPage(search, frame, Everywhere(l => Addresses.Search(l)));
        if (!entries.HasStanding(Accessibility, language))
        {
            yield return new AccessibilityPage(
                frame.Accessibility, frame, Everywhere(l => entries.HasStanding(Accessibility, l) ? null : Addresses.Accessibility(l)));
        }

        yield return new GonePage(Addresses.Gone(language), frame, Everywhere(l => Addresses.Gone(l)));
        yield return new NotFoundPage(Addresses.NotFound(language), frame, Everywhere(l => Addresses.NotFound(l)));
    }

    private IEnumerable<LocalPage> Spokespeople(Frame frame)
    {
        if (frame.People.IsEmpty) yield break;
        var (language, least) = (frame.Language, Part.Least(newsroom, frame.Language));
        var statements = entries.Releases(language)
            .SelectMany(e => e.Edition.FrontMatter.Quotes.Select(q => new Statement(q, e))).ToLookup(s => s.Quote.Person, StringComparer.Ordinal);
        foreach (var link in frame.People)
        {
            foreach (var (part, said) in Part.Of([.. statements[link.Person.Id]], StatementsPageSize, least, n => Addresses.Spokesperson(language, link.Person, n)))
            {
                var alternates = part.IsNewest
                    ? Everywhere(l => link.Person.IsIn(l) ? Addresses.Spokesperson(l, link.Person) : null)
                    : [new Alternate(language, part.Address)];
                yield return new SpokespersonPage(part, frame, alternates, link, said);
            }
        }

        yield return new SpokespeoplePage(
            Addresses.Spokespeople(language), frame, Everywhere(l => frames[l].People.IsEmpty ? null : Addresses.Spokespeople(l)));
    }

    private ImmutableArray<Alternate> Everywhere(Func<Language, Address?> address) =>
        [.. newsroom.Languages.Select(l => address(l) is { } a ? new Alternate(l, a) : null).OfType<Alternate>()];
}
