using System.Collections.Immutable;
using PressKit.Templates.Models;
using PressKit.Templates.Rendering;

namespace PressKit.Templates;

/// <summary>How the site looks: a template for each kind of page, the partials that they share, and assets. It is <c>press</c>,
/// with each file replaced that the newsroom's theme brings: another that ships with PressKit, the newsroom's
/// <c>templates/&lt;theme&gt;/</c>, or both.
/// <c>docs/templates.md</c> is its reference.</summary>
public sealed class Theme
{
    /// <summary>The templates and the models that they are given.</summary>
    internal static readonly ImmutableSortedDictionary<string, Type> Kinds = ImmutableSortedDictionary.CreateRange(
        StringComparer.Ordinal,
        [
            KeyValuePair.Create("home", typeof(HomeModel)), KeyValuePair.Create("archive", typeof(ArchiveModel)),
            KeyValuePair.Create("topic", typeof(TopicModel)), KeyValuePair.Create("release", typeof(ReleaseModel)),
            KeyValuePair.Create("page", typeof(StandingModel)), KeyValuePair.Create("not-found", typeof(NotFoundModel)),
            KeyValuePair.Create("year", typeof(YearModel)), KeyValuePair.Create("month", typeof(MonthModel)),
            KeyValuePair.Create("series", typeof(SeriesModel)), KeyValuePair.Create("media", typeof(MediaModel)),
            KeyValuePair.Create("spokespeople", typeof(SpokespeopleModel)), KeyValuePair.Create("spokesperson", typeof(SpokespersonModel)),
            KeyValuePair.Create("contacts", typeof(ContactsModel)), KeyValuePair.Create("feeds", typeof(FeedsModel)),
            KeyValuePair.Create("search", typeof(SearchModel)),
            KeyValuePair.Create("accessibility", typeof(AccessibilityModel)), KeyValuePair.Create("gone", typeof(GoneModel)),
            KeyValuePair.Create("root", typeof(RootModel)), KeyValuePair.Create("redirect", typeof(RedirectModel)),
            KeyValuePair.Create("withdrawn", typeof(WithdrawnModel)),
        ]);

    private readonly ModelTypes _types = new();
    private readonly ImmutableDictionary<Type, Lazy<Step[]>> _templates;

    internal Theme(
        string key, ImmutableArray<ThemeAsset> assets, Func<ModelTypes, TemplateCompiler> compiler,
        IReadOnlyDictionary<string, string> pages)
    {
        (Key, Assets) = (key, assets);
        var lazyCompiler = new Lazy<TemplateCompiler>(() => compiler(_types));
        _templates = Kinds.ToImmutableDictionary(
            k => k.Value, k => new Lazy<Step[]>(() => lazyCompiler.Value.Compile(pages[k.Key])));
    }

    /// <summary>The hash of every template and partial that makes a page, of the assets' addresses and of the site's path.</summary>
    public string Key { get; }

    /// <summary>The files to publish: what templates and their style sheets name, and the icons.</summary>
    public ImmutableArray<ThemeAsset> Assets { get; }

    /// <summary>Its colours, for those who do not read its style sheet.</summary>
    public ThemeColours Colours { get; init; } = ThemeColours.None;

    /// <summary>Reads and checks a newsroom's theme; null, with its problems reported, where it has errors.</summary>
    public static Theme? Load(Newsroom newsroom, Problems problems)
    {
        var found = new Problems();
        var theme = new ThemeReader(newsroom, found).Read();
        problems.AddAll(found);
        return found.HasErrors ? null : theme;
    }

    /// <summary>Writes a page, in UTF-8.</summary>
    public void Render(PageModel model, Stream stream)
    {
        using var output = new HtmlOutput(stream);
        Step.WriteAll(_templates[model.GetType()].Value, output, new Frame(model, null, null));
    }
}
