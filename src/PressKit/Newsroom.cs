using System.Collections.Immutable;

namespace PressKit;

/// <summary>A text in several languages.</summary>
public sealed record LocalisedText(ImmutableSortedDictionary<Language, string> Texts)
{
    /// <summary>No text in any language.</summary>
    public static LocalisedText Empty { get; } = new(ImmutableSortedDictionary<Language, string>.Empty);

    /// <summary>The language of what <see cref="In"/> answers, where that is another than the one asked for; else null.</summary>
    public Language? Foreign(Language language, Language fallback)
    {
        if (Texts.IsEmpty || Texts.ContainsKey(language)) return null;
        return Texts.ContainsKey(fallback) ? fallback : Texts.Keys.First();
    }

    /// <summary>The text in a language, or in the first of <paramref name="fallbacks"/> that has one; null where none has.</summary>
    public string? In(Language language, params ReadOnlySpan<Language> fallbacks)
    {
        if (Texts.TryGetValue(language, out var text)) return text;
        foreach (var fallback in fallbacks)
        {
            if (Texts.TryGetValue(fallback, out text)) return text;
        }

        return Texts.Values.FirstOrDefault();
    }
}

/// <summary>A subject that releases are filed under.</summary>
public sealed record Topic(string Id, LocalisedText Name)
{
    /// <summary>Its code in IPTC's Media Topics, eight digits; null where nobody gave one.</summary>
    public string? MediaTopic { get; init; }
}

/// <summary>Whom journalists may ask.</summary>
public sealed record Contact(
    string Id, LocalisedText Name, LocalisedText Role, string? Email, string? Phone, ImmutableArray<Language> Languages)
{
    /// <summary>How many stand before it in the register: the newsroom's own order.</summary>
    public int Rank { get; init; }
}

/// <summary>Releases that belong together.</summary>
public sealed record Series(string Id, LocalisedText Name, LocalisedText Text);

/// <summary>Somebody who speaks for the organisation.</summary>
/// <param name="Id">The id.</param>
/// <param name="Name">Their name.</param>
/// <param name="Role">What they are.</param>
/// <param name="Biography">A paragraph or two about them, as plain text; a blank line parts paragraphs.</param>
/// <param name="Portrait">Their picture; null where there is none.</param>
/// <param name="Contact">The id of the contact through whom they are reached; null where none is named.</param>
public sealed record Spokesperson(
    string Id, LocalisedText Name, LocalisedText Role, LocalisedText Biography, Portrait? Portrait, string? Contact)
{
    /// <summary>Whether the newsroom presents them in a language: their role or their biography is written in it.</summary>
    public bool IsIn(Language language) => Role.Texts.ContainsKey(language) || Biography.Texts.ContainsKey(language);
}

/// <summary>A picture of a person.</summary>
/// <param name="File">The file.</param>
/// <param name="Alt">What it shows, for those who cannot see it.</param>
/// <param name="Credit">Who made it.</param>
/// <param name="Licence">Under what terms it may be used.</param>
public sealed record Portrait(MediaFile File, LocalisedText Alt, string? Credit, string? Licence);

/// <summary>The paragraph about the organisation, as Markdown in each language.</summary>
public sealed record Boilerplate(string Id, LocalisedText Markdown);

/// <summary>What a newsroom adds to the rules by which sentences of a language are cut; each with its full stop.</summary>
/// <param name="Abbreviations">What never ends a sentence.</param>
/// <param name="BeforeNumbers">What does not end one in front of a number.</param>
/// <param name="Words">What ends one, though PressKit takes it for an abbreviation.</param>
public sealed record SentenceWords(
    ImmutableArray<string> Abbreviations, ImmutableArray<string> BeforeNumbers, ImmutableArray<string> Words)
{
    /// <summary>How many words an abbreviation may have.</summary>
    public const int MostWords = 3;
}

/// <summary>What becomes of machine drafts.</summary>
public enum MachinePolicy
{
    /// <summary>They are public, with a label that says what they are.</summary>
    Label,

    /// <summary>They wait for a person.</summary>
    Hold,
}

/// <summary>What a language's readers find of a release that is public in other languages only.</summary>
public enum Fallback
{
    /// <summary>Nothing.</summary>
    Hide,

    /// <summary>It stands in the lists, marked with the language that it is in, and leads to that edition.</summary>
    List,

    /// <summary>Its address in the language leads on to that edition; lists have nothing.</summary>
    Redirect,
}

/// <summary>What becomes of machine drafts in which checks find errors.</summary>
public enum ChecksPolicy
{
    /// <summary>They wait for a person.</summary>
    Hold,

    /// <summary>They are reported, and nothing else.</summary>
    Report,
}

/// <summary>What becomes of translations that do not follow the glossary.</summary>
public enum TermPolicy
{
    /// <summary>They wait until they do.</summary>
    Hold,

    /// <summary>They are public all the same, and <c>status</c> says so.</summary>
    Publish,
}

/// <summary>What becomes of an approved edition whose source, or whose translation, has changed since.</summary>
public enum StalePolicy
{
    /// <summary>It waits for a new approval.</summary>
    Hold,

    /// <summary>What was approved stays public, whole, with a notice where the source has changed.</summary>
    Earlier,
}

/// <summary>What becomes of the approval of a sentence that was repaired after its source.</summary>
public enum RepairedPolicy
{
    /// <summary>It holds, and the page says how many sentences were repaired.</summary>
    Keep,

    /// <summary>The edition is one that has changed since it was approved.</summary>
    Hold,
}

/// <summary>Who may sign a translation off.</summary>
public enum ApproverPolicy
{
    /// <summary>Anybody with a name.</summary>
    Anyone,

    /// <summary>Nobody may sign off what they wrote themselves, unless a second person revised it (ISO 17100).</summary>
    SecondPerson,
}

/// <summary>What may be public, and which services may see what.</summary>
/// <param name="Machine">What becomes of machine drafts.</param>
/// <param name="Services">The translators allowed, in the order in which they are tried.</param>
/// <param name="EmbargoedServices">Those of them that may see text before its embargo lifts.</param>
public sealed record Policy(
    MachinePolicy Machine, ImmutableArray<string> Services, ImmutableArray<string> EmbargoedServices)
{
    /// <summary>What is said of services, by name.</summary>
    public ImmutableSortedDictionary<string, ServiceSettings> Settings { get; init; } =
        ImmutableSortedDictionary.Create<string, ServiceSettings>(StringComparer.Ordinal);

    /// <summary>What becomes of machine drafts in which checks find errors.</summary>
    public ChecksPolicy Checks { get; init; }

    /// <summary>The most characters of fields in any language, by the last part of a unit's id; a full-width character counts
    /// as two.</summary>
    public ImmutableSortedDictionary<string, int> Lengths { get; init; } = ImmutableSortedDictionary.Create<string, int>(StringComparer.Ordinal);

    /// <summary>What becomes of translations that do not follow the glossary.</summary>
    public TermPolicy Terms { get; init; }

    /// <summary>What becomes of approved editions that have changed since.</summary>
    public StalePolicy Stale { get; init; } = StalePolicy.Hold;

    /// <summary>What becomes of the approval of repaired sentences.</summary>
    public RepairedPolicy Repaired { get; init; } = RepairedPolicy.Keep;

    /// <summary>Who may sign off.</summary>
    public ApproverPolicy Approver { get; init; } = ApproverPolicy.Anyone;

    /// <summary>Who holds editorial responsibility for what is published; null for the organisation.</summary>
    public string? Responsible { get; init; }
}

/// <summary>What makes the sizes and formats in which a site has its images.</summary>
public enum ImageTool
{
    /// <summary>Nothing: images are published as they are.</summary>
    AsIs,

    /// <summary>libvips' command.</summary>
    Vips,
}

/// <summary>What makes the index in which readers search.</summary>
public enum SearchTool
{
    /// <summary>Nothing: there is no search.</summary>
    None,

    /// <summary>Pagefind's command.</summary>
    Pagefind,
}

/// <summary>How feeds are made.</summary>
/// <param name="Hubs">WebSub hubs, which tell subscribers of what is new.</param>
/// <param name="Archives">Whether a language's whole feed can be had by the month (RFC 5005).</param>
public sealed record FeedSettings(ImmutableArray<Uri> Hubs, bool Archives);

/// <summary>One organisation's press site and its sources, as read.</summary>
public sealed record Newsroom
{
    /// <summary>The folder that holds <c>content/</c>.</summary>
    public required string Folder { get; init; }

    /// <summary>The organisation's name.</summary>
    public required string Name { get; init; }

    /// <summary>The site's address, with a slash at the end.</summary>
    public required Uri Url { get; init; }

    /// <summary>The tz database's name of its time zone.</summary>
    public required string TimeZone { get; init; }

    /// <summary>Its languages, in the order in which they are shown.</summary>
    public required ImmutableArray<Language> Languages { get; init; }

    /// <summary>The language of the root page and of <c>x-default</c>.</summary>
    public required Language DefaultLanguage { get; init; }

    /// <summary>What becomes of a release in a language that it is not public in; a language that is not here hides it.</summary>
    public ImmutableSortedDictionary<Language, Fallback> Fallbacks { get; init; } = ImmutableSortedDictionary<Language, Fallback>.Empty;

    /// <summary>One line about it.</summary>
    public LocalisedText Tagline { get; init; } = LocalisedText.Empty;

    /// <summary>What may be public.</summary>
    public required Policy Policy { get; init; }

    /// <summary>What it asks of its reviewers.</summary>
    public ReviewSettings Review { get; init; } = ReviewSettings.None;

    /// <summary>Where its translation memory is kept.</summary>
    public MemorySettings Memory { get; init; } = MemorySettings.Default;

    /// <summary>The names of all formats, which are published where newsroom.yml names none.</summary>
    public static ImmutableArray<string> AllFormats { get; } =
        ["html", "rss", "atom", "json-feed", "ninjs", "newsml-g2", "text", "sitemap", "news-sitemap", "oembed", "web-manifest", "kit"];

    /// <summary>The formats to publish, by name.</summary>
    public ImmutableArray<string> Formats { get; init; } = [];

    /// <summary>How feeds are made.</summary>
    public FeedSettings Feeds { get; init; } = new([], Archives: true);

    /// <summary>Where the site is served, and how.</summary>
    public DeploymentSettings Deployment { get; init; } = DeploymentSettings.None;

    /// <summary>Whom to tell of a weakness of the site; null where nothing is said.</summary>
    public SecuritySettings? Security { get; init; }

    /// <summary>Whether any feed is published, or a list for newsrooms' systems.</summary>
    public bool HasFeeds => Formats.Any(format => format is "rss" or "atom" or "json-feed" or "ninjs" or "newsml-g2");

    /// <summary>What makes its images' sizes and formats.</summary>
    public ImageTool Images { get; init; } = ImageTool.AsIs;

    /// <summary>The image for where pages without one of their own are shared; null for none.</summary>
    public MediaFile? Card { get; init; }

    /// <summary>Whether any feed is published that readers subscribe to.</summary>
    public bool IsSubscribable => Formats.Any(format => format is "rss" or "atom" or "json-feed");

    /// <summary>Whether every release is published as plain text too.</summary>
    public bool HasPlainText => Formats.Contains("text", StringComparer.Ordinal);

    /// <summary>What makes the index in which readers search.</summary>
    public SearchTool Search { get; init; } = SearchTool.None;

    /// <summary>The theme: a folder of <c>templates/</c>, or <c>press</c>, which ships with PressKit.</summary>
    public string Theme { get; init; } = "press";

    /// <summary>Subjects by id.</summary>
    public ImmutableSortedDictionary<string, Topic> Topics { get; init; } = Named<Topic>();

    /// <summary>Contacts by id.</summary>
    public ImmutableSortedDictionary<string, Contact> Contacts { get; init; } = Named<Contact>();

    /// <summary>Series by id.</summary>
    public ImmutableSortedDictionary<string, Series> Series { get; init; } = Named<Series>();

    /// <summary>Those who speak for it, in the order in which the register has them.</summary>
    public ImmutableArray<Spokesperson> Spokespeople { get; init; } = [];

    /// <summary>Boilerplates by id.</summary>
    public ImmutableSortedDictionary<string, Boilerplate> Boilerplates { get; init; } = Named<Boilerplate>();

    /// <summary>The glossary.</summary>
    public ImmutableArray<Term> Glossary { get; init; } = [];

    /// <summary>Its own rules for translations.</summary>
    public ImmutableArray<HouseRule> HouseRules { get; init; } = [];

    /// <summary>What it adds to the rules of sentences, by language.</summary>
    public ImmutableSortedDictionary<Language, SentenceWords> Sentences { get; init; } =
        ImmutableSortedDictionary<Language, SentenceWords>.Empty;

    /// <summary>Releases, by id.</summary>
    public ImmutableArray<Release> Releases { get; init; } = [];

    /// <summary>Standing pages, by id.</summary>
    public ImmutableArray<Release> Pages { get; init; } = [];

    /// <summary>Where the keys of newsroom.yml stand.</summary>
    public required KeyPlaces Places { get; init; }

    private static ImmutableSortedDictionary<string, T> Named<T>() =>
        ImmutableSortedDictionary.Create<string, T>(StringComparer.Ordinal);
}
