using System.Collections.Immutable;

namespace PressKit.Templates.Models;

/// <summary>A language, for <c>lang</c>, <c>hreflang</c> and <c>dir</c>.</summary>
/// <param name="Tag">Its tag: <c>zh-Hans</c>.</param>
/// <param name="Name">Its name in itself: <c>日本語</c>.</param>
/// <param name="Direction"><c>ltr</c> or <c>rtl</c>.</param>
public sealed record LanguageModel(string Tag, string Name, string Direction);

/// <summary>What all pages in a language share.</summary>
/// <param name="Name">The newsroom's name.</param>
/// <param name="Tagline">One line about it; null where there is none in this language.</param>
/// <param name="Home">The address of the language's first page.</param>
/// <param name="Archive">The address of the newest page of the archive.</param>
/// <param name="Feeds">The feeds of this language, one a format; empty where none is published.</param>
/// <param name="Topics">Topics with a release in this language.</param>
/// <param name="Series">Series with a release in this language.</param>
/// <param name="Pages">Standing pages in this language, but for the contacts and the accessibility statement.</param>
/// <param name="MediaLibrary">The address of the page of all images and documents; null where there is none in this language.</param>
/// <param name="Spokespeople">The address of the page of those who speak for the organisation; null where nobody is presented.</param>
/// <param name="Contacts">The address of the page of all contacts; null where there are none.</param>
/// <param name="Subscribing">The address of the page about the feeds; null where none is published.</param>
/// <param name="Search">The address of the page where readers search; null where there is none.</param>
/// <param name="Accessibility">The address of the accessibility statement.</param>
/// <param name="Root">The address of the page with all languages.</param>
/// <param name="HasManyLanguages">Whether the newsroom publishes in more than one language.</param>
/// <param name="Credit">The line about PressKit, in words.</param>
public sealed record SiteModel(
    string Name, string? Tagline, string Home, string Archive, ImmutableArray<FeedModel> Feeds, ImmutableArray<LinkModel> Topics,
    ImmutableArray<LinkModel> Series, ImmutableArray<LinkModel> Pages, string? MediaLibrary, string? Spokespeople, string? Contacts,
    string? Subscribing, string? Search, string Accessibility, string Root, bool HasManyLanguages, string Credit)
{
    /// <summary>The address of the web app manifest; null where none is published.</summary>
    public string? Manifest { get; init; }
}

/// <summary>A link.</summary>
/// <param name="Url">Where it leads.</param>
/// <param name="Name">What it says.</param>
/// <param name="Tag">The tag of the language in which it says so, where that is not the page's; else null.</param>
public sealed record LinkModel(string Url, string Name, string? Tag = null);

/// <summary>A feed.</summary>
/// <param name="Url">Its address, absolute, as readers paste it into a feed reader.</param>
/// <param name="Name">Its name: the newsroom's, the language's and the format's.</param>
/// <param name="Format">What readers know the format by: <c>RSS</c>.</param>
/// <param name="Type">Its media type: <c>application/rss+xml</c>.</param>
public sealed record FeedModel(string Url, string Name, string Format, string Type);

/// <summary>The page in a language, for search engines.</summary>
/// <param name="Tag">The language's tag, or <c>x-default</c>.</param>
/// <param name="Url">Its address, absolute.</param>
public sealed record AlternateModel(string Tag, string Url);

/// <summary>The page in a language, for readers.</summary>
/// <param name="Tag">The language's tag.</param>
/// <param name="Name">The language's name in itself.</param>
/// <param name="Direction"><c>ltr</c> or <c>rtl</c>.</param>
/// <param name="Url">Its address.</param>
/// <param name="IsCurrent">Whether it is the page's own language.</param>
public sealed record LanguageLinkModel(string Tag, string Name, string Direction, string Url, bool IsCurrent);

/// <summary>A language to choose on the root page.</summary>
/// <param name="Tag">The language's tag.</param>
/// <param name="Name">The language's name in itself.</param>
/// <param name="Direction"><c>ltr</c> or <c>rtl</c>.</param>
/// <param name="Url">The address of its first page.</param>
/// <param name="Tagline">The newsroom's line in that language; null where there is none.</param>
public sealed record ChoiceModel(string Tag, string Name, string Direction, string Url, string? Tagline);

/// <summary>How a page looks where it is shared: Open Graph.</summary>
/// <param name="Type"><c>article</c> for a release, <c>website</c> for all others.</param>
/// <param name="Title">The title.</param>
/// <param name="Description">One or two sentences; null where nobody wrote any.</param>
/// <param name="Locale">Language and territory with an underscore: <c>it_IT</c>.</param>
/// <param name="OtherLocales">The same for the page's other languages.</param>
/// <param name="Published">When a release was published, in ISO 8601; null for all other pages.</param>
/// <param name="Modified">When it was corrected or reinstated last; null where it never was.</param>
/// <param name="Image">The address of its image, absolute: the release's, cut to 1200 × 630 pixels where a tool makes images, or the
/// newsroom's own; null where there is none that can be shown there.</param>
/// <param name="ImageAlt">What the image shows.</param>
public sealed record CardModel(
    string Type, string Title, string? Description, string Locale, ImmutableArray<string> OtherLocales, string? Published, string? Modified,
    string? Image, string? ImageAlt)
{
    /// <summary>The image's media type; null where it is not known.</summary>
    public string? ImageType { get; init; }

    /// <summary>Its width in pixels; null where it is not known.</summary>
    public string? ImageWidth { get; init; }

    /// <summary>Its height in pixels; null where it is not known.</summary>
    public string? ImageHeight { get; init; }

    /// <summary>The names of a release's topics.</summary>
    public ImmutableArray<string> Topics { get; init; } = [];
}
