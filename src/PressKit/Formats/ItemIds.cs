using PressKit.Editions;

namespace PressKit.Formats;

/// <summary>The ids under which the world knows editions: tag URIs (RFC 4151) of what never changes, neither headline nor address,
/// which corrections change.</summary>
/// <param name="site">The site's address.</param>
internal sealed class ItemIds(Uri site)
{
    /// <summary>The id of an edition of a dated release.</summary>
    public string Of(Edition edition)
    {
        var published = edition.FrontMatter.Published
            ?? throw new InvalidOperationException($"{edition.File} is published and has no date; the gate let it through.");
        return Of(edition.Release.Id, edition.Language, published);
    }

    /// <summary>The same of an edition that was withdrawn.</summary>
    public string Of(WithdrawnEdition edition) => Of(edition.Release, edition.Language, edition.Published);

    private string Of(string release, Language language, DateTimeOffset published)
    {
        var name = string.Join('/', release.Split('/').Select(Uri.EscapeDataString));
        return FormattableString.Invariant($"tag:{site.IdnHost},{published.Year:0000}:{name}/{language.Tag}");
    }
}
