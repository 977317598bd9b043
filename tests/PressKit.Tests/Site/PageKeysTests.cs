using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.CompilerServices;
using PressKit.Editions;
using PressKit.Site;
using PressKit.Tests.Formats;

namespace PressKit.Tests.Site;

public sealed class PageKeysTests
{
    /// <summary>What a page holds and no format shows, by type: it has done its part before a page is made, or stands in the page
    /// itself as well.</summary>
    private static readonly Dictionary<Type, string[]> Unseen = new()
    {
        [typeof(Newsroom)] = ["Folder", "TimeZone", "Fallbacks", "Policy", "Review", "Memory", "Security", "Theme", "Series", "Spokespeople", "Glossary", "HouseRules", "Sentences", "Releases", "Pages", "Places"],
        [typeof(Edition)] = ["File", "Content", "Segments", "Untranslated", "IsSound", "Approval", "Blocked", "Earlier", "Former"],
        [typeof(TranslationSummary)] = ["Weakest", "Shares"],
        [typeof(Release)] = ["Folder", "Standing", "Authored", "Translations", "Record", "Dismissals", "Media"],
        [typeof(SourceText)] = ["File", "FrontMatter", "Markdown", "FirstLine", "Hash", "Places"],
        [typeof(FrontMatter)] = ["Embargo", "Related", "Series", "Languages", "Slug", "State"],
        [typeof(Body)] = ["Html", "Targets"],
        [typeof(EventText)] = ["Unit", "Translation"],
        [typeof(ReleaseEvent)] = ["By", "Reason", "Languages", "Texts", "Revision"],
        [typeof(WithdrawnEdition)] = ["Former", "File", "Meant"],
        [typeof(MediaFile)] = ["File", "FullPath"],
        [typeof(Spokesperson)] = ["Portrait"],
        [typeof(Boilerplate)] = ["Id"],
        [typeof(Part)] = ["Address"],
    };

    // Of all other editions a page sees everything but the text.
    private static readonly string[] WholeEditions = ["ReleasePage.Entry.Edition", "StandingPage.Entry.Edition", "FeedPage.Pages.Entry.Edition"];

    public static TheoryData<string> Kinds => new(typeof(Page).Assembly.GetTypes()
        .Where(t => t.IsSubclassOf(typeof(Page)) && !t.IsAbstract && t != typeof(ThemePage) && t != typeof(MediaPage) && t != typeof(SitePage)).Select(t => t.Name));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void All_that_formats_see_of_a_page_is_in_its_key(string kind)
    {
        var type = typeof(Page).Assembly.GetType("PressKit.Site." + kind)!;
        var page = (Page)Make(type, 1);
        var key = new PageKeys().Of(page);

        new PageKeys().Of((Page)Make(type, 1)).ShouldBe(key);
        var changes = Changes(page, kind).ToList();
        changes.ShouldNotBeEmpty();
        changes.Where(change => new PageKeys().Of((Page)change.Changed) == key).Select(change => change.Path).ShouldBeEmpty();
    }

    [Fact]
    public void A_list_does_not_see_the_text_of_an_edition()
    {
        var page = SomeSite.Pages().OfType<HomePage>().First();
        var other = page.Entries[0] with { Edition = page.Entries[0].Edition with { Body = SomeSite.Body("", "other") } };

        new PageKeys().Of(page with { Entries = page.Entries.SetItem(0, other) }).ShouldBe(new PageKeys().Of(page));
    }

    [Fact]
    public void An_image_in_the_text_is_in_the_key_and_one_beside_it_is_not()
    {
        string Key(string target, string hash)
        {
            var entry = SomeSite.Entry(SomeSite.Italian, body: SomeSite.Body("", "body", target));
            var release = entry.Edition.Release with { Media = [SomeSite.Image with { Hash = hash }] };
            return new PageKeys().Of(SomeSite.ReleasePage(SomeSite.Italian, entry: entry with { Edition = entry.Edition with { Release = release } }));
        }

        Key("media/stage.svg", "other").ShouldNotBe(Key("media/stage.svg", "hash"));
        Key("media/none.svg", "other").ShouldBe(Key("media/none.svg", "hash"));
    }

    [Fact]
    public void Who_translated_a_text_is_in_the_key()
    {
        string Key(Language language, Func<Edition, Edition> change)
        {
            var entry = SomeSite.Entry(language);
            return new PageKeys().Of(SomeSite.ReleasePage(SomeSite.English, entry: entry with { Edition = change(entry.Edition) }));
        }

        Key(SomeSite.Japanese, e => e with { Translation = TranslationSummary.None }).ShouldNotBe(Key(SomeSite.Japanese, e => e));
        Key(SomeSite.Japanese, e => e with { Translation = e.Translation with { Repaired = 1 } }).ShouldNotBe(Key(SomeSite.Japanese, e => e));
        Key(SomeSite.Japanese, e => e with { Translation = e.Translation with { Makers = ["Ada"] } }).ShouldNotBe(Key(SomeSite.Japanese, e => e));
    }

    /// <summary>The data with one value changed, for each value that formats see, however deep.</summary>
    private static IEnumerable<(string Path, object Changed)> Changes(object data, string path)
    {
        foreach (var property in Settable(data.GetType()).Where(p => p.PropertyType != typeof(Body) || WholeEditions.Contains(path, StringComparer.Ordinal)))
        {
            var (name, value) = ($"{path}.{property.Name}", property.GetValue(data));
            if (property.PropertyType.IsGenericType && property.PropertyType.GetGenericTypeDefinition() == typeof(ImmutableArray<>) && IsData(property.PropertyType.GetGenericArguments()[0]))
            {
                yield return (name + " without any", With(data, property, Make(property.PropertyType, 0)));
                var element = ((System.Collections.IEnumerable)value!).Cast<object>().Single();
                foreach (var (inner, changed) in Changes(element, name)) yield return (inner, With(data, property, ArrayOf(changed.GetType(), changed)));
            }
            else if (IsData(property.PropertyType))
            {
                if (new NullabilityInfoContext().Create(property).WriteState == NullabilityState.Nullable) yield return (name + " = null", With(data, property, null));
                foreach (var (inner, changed) in Changes(value!, name)) yield return (inner, With(data, property, changed));
            }
            else
            {
                yield return (name, With(data, property, Make(property.PropertyType, 2)));
            }
        }
    }

    private static bool IsData(Type type) => type.GetMethod("<Clone>$") is not null && type != typeof(Language) && type != typeof(LocalisedText);

    private static IEnumerable<PropertyInfo> Settable(Type type) => type.GetProperties()
        .Where(p => p.SetMethod is not null && !Unseen.GetValueOrDefault(p.DeclaringType!, []).Contains(p.Name, StringComparer.Ordinal));

    private static object With(object record, PropertyInfo property, object? value)
    {
        var copy = record.GetType().GetMethod("<Clone>$")!.Invoke(record, null)!;
        property.SetValue(copy, value);
        return copy;
    }

    private static object Make(Type type, int seed)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(string)) return "text" + seed;
        if (type == typeof(bool)) return seed == 1;
        if (type == typeof(int)) return seed;
        if (type == typeof(long)) return (long)seed;
        if (type.IsEnum) return Enum.ToObject(type, seed % 2);
        if (type == typeof(DateOnly)) return new DateOnly(2026, 1, seed);
        if (type == typeof(TimeSpan)) return TimeSpan.FromSeconds(seed);
        if (type == typeof(DateTimeOffset)) return new DateTimeOffset(2026, 1, seed, 9, 0, 0, TimeSpan.FromHours(1));
        if (type == typeof(Uri)) return new Uri(FormattableString.Invariant($"https://example.org/{seed}/"));
        if (type == typeof(Language)) return seed == 1 ? SomeSite.Italian : SomeSite.English;
        if (type == typeof(Address)) return new Address("text" + seed);
        if (type == typeof(LocalisedText)) return SomeSite.In((SomeSite.Italian, "text" + seed));
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>))
        {
            var element = type.GetGenericArguments()[0];
            return seed == 0 ? ArrayOf(element) : ArrayOf(element, Make(element, seed));
        }

        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableSortedDictionary<,>)) return Register(type.GetGenericArguments()[1], seed);
        var instance = RuntimeHelpers.GetUninitializedObject(type);
        foreach (var property in Settable(type)) property.SetValue(instance, Make(property.PropertyType, seed));
        return instance switch
        {
            Release release => release with { Record = ReleaseRecord.Empty, Media = [] },
            Body body => body with { Targets = [] },
            _ => instance,
        };
    }

    private static object ArrayOf(Type element, params object[] elements)
    {
        var array = Array.CreateInstance(element, elements.Length);
        elements.CopyTo(array, 0);
        return typeof(PageKeysTests).GetMethod(nameof(Immutable), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(element).Invoke(null, [array])!;
    }

    private static object Register(Type element, int seed) => typeof(PageKeysTests)
        .GetMethod(nameof(Named), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(element).Invoke(null, [Make(element, seed)])!;

    private static ImmutableArray<T> Immutable<T>(T[] elements) => [.. elements];

    private static ImmutableSortedDictionary<string, T> Named<T>(T value) => ImmutableSortedDictionary.Create<string, T>(StringComparer.Ordinal).Add("name", value);
}
