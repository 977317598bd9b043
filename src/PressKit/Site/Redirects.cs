using System.Collections.Immutable;

namespace PressKit.Site;

/// <summary>Composes the addresses from which readers are led on: those that editions had before, and those of releases that are not
/// public in a language, where the newsroom redirects its readers. A page always comes before a redirect to another.</summary>
internal sealed class Redirects(
    Newsroom newsroom, Addresses addresses, Entries entries, ImmutableDictionary<Language, Frame> frames)
{
    /// <summary>The redirects, each address once.</summary>
    /// <param name="notices">Where a notice of a withdrawal stands.</param>
    /// <param name="problems">Takes editions that stand where readers of another release would be led on from: these would read another
    /// story.</param>
    public IEnumerable<RedirectPage> Compose(IEnumerable<Address> notices, Problems problems)
    {
        Report(problems);
        var taken = notices.Select(a => a.Path).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return Former().Concat(Missing()).Where(page => Addresses.ListAt(page.Address) is null && entries.At(page.Address) is null && taken.Add(page.Address.Path));
    }

    private void Report(Problems problems)
    {
        foreach (var page in Former())
        {
            if (entries.At(page.Address) is not { } other || other.Edition.Release == page.Target.Edition.Release) continue;
            problems.Error("site.address-taken", new Place(other.Edition.File),
                $"'{page.Address}' was the address of {page.Target.Edition.Release.Id}, and leads its readers on.",
                "Give this release another 'slug', or change it in record.yml if it is on record there.");
        }
    }

    private IEnumerable<RedirectPage> Former() =>
        from language in newsroom.Languages
        from entry in entries.Releases(language)
        from slug in entry.Edition.Former
        select new RedirectPage(addresses.Of(entry.Edition.Release, language, slug), frames[language], entry);

    /// <summary>A release is looked for by the name of its folder: no address is reserved in a language that it is not in. When it is
    /// public there one day, that name leads to it.</summary>
    private IEnumerable<RedirectPage> Missing() =>
        from language in newsroom.Languages
        where newsroom.Fallbacks.GetValueOrDefault(language) == Fallback.Redirect
        from release in newsroom.Releases
        let target = entries.Find(release, language) ?? entries.Following(release, language)
        where target is not null
        select new RedirectPage(addresses.Of(release, language, NameOf(release)), frames[language], target);

    private static string NameOf(Release release) => release.Id[(release.Id.IndexOf('/', StringComparison.Ordinal) + 1)..];
}
