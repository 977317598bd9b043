using System.Collections.Immutable;
using PressKit.Editions;

namespace PressKit.Site;

/// <summary>Composes the notices of withdrawn releases: at the address of each edition, and at those from which readers were led to
/// it.</summary>
internal sealed class Withdrawals(
    Newsroom newsroom, Addresses addresses, IReadOnlyList<WithdrawnEdition> withdrawn, ImmutableDictionary<Language, Frame> frames)
{
    /// <summary>The notices, each address once; one that a public edition has is a problem.</summary>
    /// <param name="entries">The public editions.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public IEnumerable<WithdrawnPage> Compose(Entries entries, Problems problems)
    {
        var own = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var pages = new List<WithdrawnPage>();
        foreach (var page in withdrawn.Where(w => frames.ContainsKey(w.Language)).GroupBy(w => w.Release, StringComparer.Ordinal).SelectMany(Own))
        {
            if (entries.At(page.Address) is { } entry)
            {
                problems.Error("site.address-taken", new Place(entry.Edition.File), $"At '{page.Address}' stands the notice that {page.Edition.Release} was withdrawn.",
                    "Give the new release another 'slug'.");
            }
            else if (own.Add(page.Address.Path))
            {
                pages.Add(page);
            }
        }

        // What is public, or gone, comes before an address that only led to it.
        var others = pages.GroupBy(p => p.Edition.Release, StringComparer.Ordinal).SelectMany(g => Former(g).Concat(Redirected([.. g])));
        return pages.Concat(others.Where(p => Addresses.ListAt(p.Address) is null && entries.At(p.Address) is null && own.Add(p.Address.Path)).ToList());
    }

    private IEnumerable<WithdrawnPage> Own(IEnumerable<WithdrawnEdition> editions)
    {
        var all = editions.ToDictionary(e => e.Language);
        ImmutableArray<Alternate> alternates =
            [.. newsroom.Languages.Select(all.GetValueOrDefault).OfType<WithdrawnEdition>().Select(e => new Alternate(e.Language, AddressOf(e, e.Slug)))];
        return alternates.Select(a => new WithdrawnPage(a.Address, frames[a.Language], alternates, all[a.Language], IsOwn: true));
    }

    private IEnumerable<WithdrawnPage> Former(IEnumerable<WithdrawnPage> pages) =>
        from page in pages
        from slug in page.Edition.Former
        select page with { Address = AddressOf(page.Edition, slug), IsOwn = false };

    /// <summary>Where readers of a language were led on by the name of the release's folder.</summary>
    private IEnumerable<WithdrawnPage> Redirected(ImmutableArray<WithdrawnPage> pages) =>
        from language in newsroom.Languages
        where newsroom.Fallbacks.GetValueOrDefault(language) == Fallback.Redirect
        let edition = pages[0].Edition
        where edition.Meant.IsEmpty || edition.Meant.Contains(language)
        let page = pages.FirstOrDefault(p => p.Language == language) ?? pages[0]
        let name = edition.Release[(edition.Release.IndexOf('/', StringComparison.Ordinal) + 1)..]
        select page with { Address = addresses.OfRelease(edition.Release, language, name), Frame = frames[language], IsOwn = false };

    private Address AddressOf(WithdrawnEdition edition, string slug) => addresses.OfRelease(edition.Release, edition.Language, slug);
}
