using System.Collections.Immutable;
using PressKit.Editions;
using PressKit.Languages;
using PressKit.Site;
using PressKit.Testing;
using PressKit.Translation;

namespace PressKit.Tests.Formats;

/// <summary>A small press site with real text in three languages, as the composer would give it to a format.</summary>
internal static class SomeSite
{
    public static readonly Uri Url = new("https://press.example/");
    public static readonly Language Italian = Language.Parse("it");
    public static readonly Language English = Language.Parse("en");
    public static readonly Language Japanese = Language.Parse("ja");
    public static readonly Language Arabic = Language.Parse("ar");

    private static readonly ImmutableArray<Language> Wanted = [Italian, English, Japanese, Arabic];

    /// <summary>The languages of the site: those that PressKit has data for.</summary>
    public static ImmutableArray<Language> Languages { get; } = [.. Wanted.Where(l => new Locales().Find(l) is not null)];

    public static Newsroom Newsroom(string? folder = null, Uri? url = null, string theme = "press") => new()
    {
        Folder = folder ?? Repository.PathTo("tests"),
        Name = "Kaleidos",
        Url = url ?? Url,
        TimeZone = "Europe/Rome",
        Languages = Languages,
        DefaultLanguage = English,
        Theme = theme,
        Formats = ["html", "rss", "atom", "json-feed", "text", "sitemap"],
        Tagline = In((Italian, "Il comunicato si scrive una volta sola e si pubblica in ogni lingua."),
            (English, "A release is written once and published in every language."),
            (Japanese, "一度書けば、すべての言語で届くプレスリリース。"), (Arabic, "يُكتب البيان مرة واحدة ويُنشر بكل اللغات.")),
        Policy = new Policy(MachinePolicy.Label, [], []),
        Topics = ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal,
        [
            KeyValuePair.Create("cinema", new Topic("cinema", In((Italian, "Cinema"), (English, "Cinema"), (Japanese, "映画"), (Arabic, "السينما")))),
            KeyValuePair.Create("ai", new Topic("ai", In((Italian, "Intelligenza artificiale"), (English, "Artificial intelligence"),
                (Japanese, "人工知能"), (Arabic, "الذكاء الاصطناعي")))),
        ]),
        Contacts = ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal,
        [
            KeyValuePair.Create("press", new Contact("press", In((English, "Press office")),
                In((Italian, "Relazioni con la stampa"), (English, "Media relations"), (Japanese, "広報"), (Arabic, "العلاقات الإعلامية")),
                "press@press.example", "+39 06 0000 0000", [Italian, English])),
        ]),
        Boilerplates = ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal,
        [
            KeyValuePair.Create("about", new Boilerplate("about", In(
                (Italian, "Kaleidos pubblica la stessa notizia in ogni lingua, nello stesso momento."),
                (English, "Kaleidos publishes the same story in every language at the same moment.")))),
        ]),
        Places = new KeyPlaces("content/newsroom.yml", new Dictionary<string, Place>(StringComparer.Ordinal)
        {
            ["theme"] = new Place("content/newsroom.yml", 7, 8),
        }),
    };

    public static LocalisedText In(params (Language Language, string Text)[] texts) =>
        new(texts.ToImmutableSortedDictionary(t => t.Language, t => t.Text));

    public static Body Body(string html, string key = "body", params string[] targets) => new(key, [.. targets], _ => html);

    public static FrontMatter FrontMatter(Language language) => Texts.FrontMatter(language);

    public static Edition Edition(Language language, FrontMatter? front = null, Body? body = null) => new()
    {
        Release = Release,
        Language = language,
        Making = language == Italian ? Making.Source : Making.Translated,
        FrontMatter = front ?? FrontMatter(language),
        Body = body ?? Body(Texts.Html(language), "body-" + language.Tag),
        Slug = "tokyo",
        File = $"content/releases/2025/tokyo/{language.Tag}.md",
        Content = "content",
        Translation = language == Italian ? TranslationSummary.None : TranslationSummary.Of([Segment(language == Arabic ? "Apertium 3.8.3" : "Kaleidos")]),
    };

    /// <summary>A page whose release was corrected, translated as far as Japanese.</summary>
    public static ReleasePage Corrected(Language language)
    {
        var entry = Entry(language);
        var correction = new ReleaseEvent(EventKind.Correction, new DateTimeOffset(2025, 11, 5, 9, 30, 0, TimeSpan.FromHours(1)), "Ada", "Sono <5.000> euro.");
        var told = new EventText(correction, "events.1.reason", language == Japanese ? "5,000ユーロ & です。" : correction.Reason, language == Japanese ? Japanese : Italian) { IsMachine = language == Japanese };
        var release = entry.Edition.Release with { Record = new ReleaseRecord { Events = [correction] } };
        return ReleasePage(language, entry: entry with { Edition = entry.Edition with { Release = release, Events = [told] } });
    }

    /// <summary>The notice that an edition was withdrawn.</summary>
    public static WithdrawnPage Withdrawn(Language language, Newsroom? newsroom = null)
    {
        var withdrawal = new ReleaseEvent(EventKind.Withdrawal, new DateTimeOffset(2025, 11, 6, 9, 30, 0, TimeSpan.FromHours(1)), "Ada", "Non <è> vero & basta.");
        var edition = new WithdrawnEdition("2025/withdrawn", language, "withdrawn", [], "content/releases/2025/withdrawn/it.md",
            FrontMatter(language).Published!.Value, new EventText(withdrawal, "events.2.reason", withdrawal.Reason, Italian)) { Topics = ["cinema"], Version = 2 };
        return new WithdrawnPage(new Address($"{language.Tag}/2025/withdrawn/"), Frame(language, newsroom), Alternates(l => $"{l.Tag}/2025/withdrawn/"), edition, IsOwn: true);
    }

    private static SegmentTranslation Segment(string maker) => new(new Segment(InlineContent.Of("Tokyo")), InlineContent.Of("Tokyo"),
        SegmentState.Final, new Provenance(Origin.Author, maker, null, DateTimeOffset.UnixEpoch));

    public static Release Release { get; } = new()
    {
        Id = "2025/tokyo",
        Folder = "content/releases/2025/tokyo",
        Standing = false,
        Source = new SourceText("content/releases/2025/tokyo/it.md", Italian, Texts.FrontMatter(Italian), "", 1, "hash",
            new KeyPlaces("content/releases/2025/tokyo/it.md", new Dictionary<string, Place>(StringComparer.Ordinal))),
    };

    public static MediaFile Image { get; } = new(
        "content/releases/2025/tokyo/media/stage.svg", "media/stage.svg",
        Repository.PathTo("tests", "PressKit.Tests", "Formats", "stage.svg"), 1, "imagehash");

    public static Entry Entry(Language language, string slug = "tokyo", Label? label = null, FrontMatter? front = null, Body? body = null) => new(
        Edition(language, front, body),
        label ?? (language == Italian ? Label.None : language == Arabic ? Label.Machine : Label.Translation),
        new Address($"{language.Tag}/2025/{slug}/"))
    {
        Media = [.. (front ?? FrontMatter(language)).Media.Select(m => new PublishedMedia(m, Image, new Address($"media/2025/{slug}/{Path.GetFileName(m.File)}")))],
    };

    public static Frame Frame(Language language, Newsroom? newsroom = null)
    {
        newsroom ??= Newsroom();
        var about = Entry(language, "about", Label.None, FrontMatter(language) with { Headline = Texts.About(language), Media = [], Topics = [] });
        return new Frame(newsroom, language, new Address($"{language.Tag}/"), new Address($"{language.Tag}/feed"),
            new Address($"{language.Tag}/archive/"),
            [.. newsroom.Topics.Values.Select(t => new TopicLink(t, new Address($"{language.Tag}/topics/{t.Id}/")))],
            [about with { Address = new Address($"{language.Tag}/about/") }])
        {
            Series = [new SeriesLink(new Series("festivals", In((English, "Festivals")), In((Italian, "Un festival alla volta."))), new Address($"{language.Tag}/series/festivals/"))],
            People = [new PersonLink(Person, new Address($"{language.Tag}/spokespeople/ada/"), new PublishedMedia(
                new MediaItem("portraits/ada.svg", "Ada Neri", null, "Kaleidos", "CC-BY-4.0"), Image, new Address("media/ada.svg")))],
            MediaLibrary = new Address($"{language.Tag}/media/"),
            Contacts = new Address($"{language.Tag}/contacts/"),
            Subscribing = new Address($"{language.Tag}/feeds/"),
        };
    }

    /// <summary>Somebody who speaks for the organisation in every language.</summary>
    public static Spokesperson Person { get; } = new("ada", In((English, "Ada Neri"), (Japanese, "アーダ・ネーリ"), (Arabic, "آدا نيري")),
        In((Italian, "Direttrice"), (English, "Director"), (Japanese, "館長"), (Arabic, "المديرة")),
        In((English, "Ada Neri has directed the festival since 2019.\n\nBefore that she worked in Tokyo.")), null, "press");

    /// <summary>The place of a list that has a single page.</summary>
    public static Part Whole(string address) => new(new Address(address), 1, null, null, 5);

    public static ImmutableArray<Alternate> Alternates(Func<Language, string> path) =>
        [.. Languages.Select(l => new Alternate(l, new Address(path(l))))];

    public static ReleasePage ReleasePage(Language language, Newsroom? newsroom = null, Entry? entry = null) => new(
        new Address($"{language.Tag}/2025/tokyo/"), Frame(language, newsroom), Alternates(l => $"{l.Tag}/2025/tokyo/"),
        entry ?? Entry(language), language == Italian ? null : Entry(Italian), [Entry(language, "gate") with { Media = [] }, Entry(language, "feeds")],
        [new ResolvedLink("../gate/it.md", $"{language.Tag}/2025/gate/"), new ResolvedLink("https://example.org/", "https://example.org/"), new ResolvedLink("secret", null)]);

    /// <summary>A language's feed.</summary>
    public static FeedPage Feed(Language language, params ReadOnlySpan<ReleasePage> pages) => new(
        new Address($"{language.Tag}/feed"), pages.IsEmpty ? Frame(language) : pages[0].Frame, Alternates(l => $"{l.Tag}/feed"),
        new Address($"{language.Tag}/"), [.. pages]);

    /// <summary>One page of every kind in every language.</summary>
    public static IEnumerable<Page> Pages(Newsroom? newsroom = null)
    {
        yield return new ThemePage();
        yield return new RootPage(Frame(English, newsroom), Alternates(l => $"{l.Tag}/"));
        yield return new NotFoundPage(new Address("404.html"), Frame(English, newsroom), Alternates(l => $"{l.Tag}/404.html"));
        foreach (var language in Languages)
        {
            var frame = Frame(language, newsroom);
            var others = new[] { "gate", "feeds", "names", "one-command" };
            ImmutableArray<Entry> entries =
            [
                Entry(language),
                .. others.Select((slug, i) => Entry(language, slug, front: FrontMatter(language) with
                {
                    Headline = Texts.Headline(language, i),
                    Published = new DateTimeOffset(2025, 10, 21 - i, 9, 0, 0, TimeSpan.FromHours(1)),
                    Media = i % 2 == 0 ? FrontMatter(language).Media : [],
                })),
            ];
            yield return new HomePage(frame.Home, frame, Alternates(l => $"{l.Tag}/"), entries);
            var newest = new Part(new Address($"{language.Tag}/archive/"), 2, new Address($"{language.Tag}/archive/page/1/"), null, 25);
            var oldest = new Part(new Address($"{language.Tag}/archive/page/1/"), 1, null, newest.Address, null);
            yield return new ArchivePage(newest, frame, Alternates(l => $"{l.Tag}/archive/"), entries,
                [new YearLink(2025, new Address($"{language.Tag}/archive/2025/"), 25)]);
            yield return new ArchivePage(oldest, frame, [new Alternate(language, oldest.Address)], [.. entries.Skip(2)], []);
            yield return new YearPage(new Address($"{language.Tag}/archive/2025/"), frame, Alternates(l => $"{l.Tag}/archive/2025/"), 2025,
                [new MonthOverview(new DateOnly(2025, 11, 1), new Address($"{language.Tag}/archive/2025/11/"), 25, entries)]);
            yield return new MonthPage(Whole($"{language.Tag}/archive/2025/11/"), frame, Alternates(l => $"{l.Tag}/archive/2025/11/"),
                new DateOnly(2025, 11, 1), new Address($"{language.Tag}/archive/2025/"), entries);
            yield return new TopicPage(Whole($"{language.Tag}/topics/cinema/"), frame, Alternates(l => $"{l.Tag}/topics/cinema/"),
                frame.Newsroom.Topics["cinema"], entries);
            yield return new SeriesPage(Whole($"{language.Tag}/series/festivals/"), frame, Alternates(l => $"{l.Tag}/series/festivals/"),
                frame.Series[0].Series, entries);
            yield return new MediaLibraryPage(Whole($"{language.Tag}/media/"), frame, Alternates(l => $"{l.Tag}/media/"),
                [.. entries.SelectMany(e => e.Media.Select(m => new LibraryItem(m, e)))]);
            yield return new SpokespeoplePage(new Address($"{language.Tag}/spokespeople/"), frame, Alternates(l => $"{l.Tag}/spokespeople/"));
            yield return new SpokespersonPage(Whole($"{language.Tag}/spokespeople/ada/"), frame, Alternates(l => $"{l.Tag}/spokespeople/ada/"),
                frame.People[0], [new Statement(new Quote(Texts.Headline(language, 0), "Ada Neri", null, "ada"), entries[0])]);
            yield return new ContactsPage(new Address($"{language.Tag}/contacts/"), frame, Alternates(l => $"{l.Tag}/contacts/"));
            yield return new SubscribingPage(new Address($"{language.Tag}/feeds/"), frame, Alternates(l => $"{l.Tag}/feeds/"));
            yield return new AccessibilityPage(frame.Accessibility, frame, Alternates(l => $"{l.Tag}/accessibility/"));
            yield return new GonePage(new Address($"{language.Tag}/410.html"), frame, Alternates(l => $"{l.Tag}/410.html"));
            yield return ReleasePage(language, newsroom);
            yield return new StandingPage(new Address($"{language.Tag}/about/"), frame, Alternates(l => $"{l.Tag}/about/"), frame.Standing[0], null, []);
            yield return Withdrawn(language, newsroom);
            yield return new NotFoundPage(new Address($"{language.Tag}/404.html"), frame, Alternates(l => $"{l.Tag}/404.html"));
        }
    }
}
