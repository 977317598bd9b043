namespace PressKit.Languages;

/// <summary>PressKit's own words in a language: what its pages say that nobody wrote in a release. A data file that lacks one
/// of them cannot be read.</summary>
public sealed record Strings
{
    /// <summary>The first page.</summary>
    public required string Home { get; init; }

    /// <summary>What the newest releases are headed with in a menu.</summary>
    public required string News { get; init; }

    /// <summary>The heading over the newest releases.</summary>
    public required string LatestReleases { get; init; }

    /// <summary>The archive of all releases.</summary>
    public required string Archive { get; init; }

    /// <summary>All topics.</summary>
    public required string Topics { get; init; }

    /// <summary>One topic.</summary>
    public required string Topic { get; init; }

    /// <summary>The language switcher's label.</summary>
    public required string Languages { get; init; }

    /// <summary>The link to older releases.</summary>
    public required string OlderReleases { get; init; }

    /// <summary>The link to newer releases.</summary>
    public required string NewerReleases { get; init; }

    /// <summary>{0} is the number.</summary>
    public required Pattern PageNumber { get; init; }

    /// <summary>The label of the publication date.</summary>
    public required string Published { get; init; }

    /// <summary>The label of the date of the last correction.</summary>
    public required string Updated { get; init; }

    /// <summary>All contacts.</summary>
    public required string Contacts { get; init; }

    /// <summary>The heading over the contacts of a release.</summary>
    public required string ContactPress { get; init; }

    /// <summary>The heading over the boilerplate; {0} is the organisation's name.</summary>
    public required Pattern AboutOrganisation { get; init; }

    /// <summary>The heading over a note to editors.</summary>
    public required string NotesToEditors { get; init; }

    /// <summary>The heading over related releases.</summary>
    public required string RelatedReleases { get; init; }

    /// <summary>The heading over quotations.</summary>
    public required string Quotations { get; init; }

    /// <summary>The heading over images.</summary>
    public required string Images { get; init; }

    /// <summary>The heading over files to download.</summary>
    public required string Downloads { get; init; }

    /// <summary>The label of an image’s maker.</summary>
    public required string Credit { get; init; }

    /// <summary>The label of the terms of use.</summary>
    public required string Licence { get; init; }

    /// <summary>The link that leads past the navigation.</summary>
    public required string SkipToContent { get; init; }

    /// <summary>What opens the navigation.</summary>
    public required string Menu { get; init; }

    /// <summary>What a list says of a release that a machine translated and nobody has revised, in a word or two.</summary>
    public required string MachineDraft { get; init; }

    /// <summary>The label of a machine draft; {0} is who made it, {1} <see cref="Locale.FromLanguage"/> of the source.</summary>
    public required Pattern MachineTranslation { get; init; }

    /// <summary>The label of a signed-off translation; {0} is who made it, {1} <see cref="Locale.FromLanguage"/> of the source.</summary>
    public required Pattern TranslationLabel { get; init; }

    /// <summary>The same where nobody is named; {0} is <see cref="Locale.FromLanguage"/> of the source.</summary>
    public required Pattern TranslationLabelUnnamed { get; init; }

    /// <summary>What a list says of an edition whose source has changed since, in a word or two.</summary>
    public required string EarlierVersion { get; init; }

    /// <summary>What an approved translation says whose source has changed since.</summary>
    public required string OriginalChanged { get; init; }

    /// <summary>How many sentences of an approved translation were repaired after their source; {0} is the number.</summary>
    public required Pattern RepairedSentences { get; init; }

    /// <summary>The link to the source edition; {0} is <see cref="Locale.InLanguage"/> of the source.</summary>
    public required Pattern ReadOriginal { get; init; }

    /// <summary>The label of the source language.</summary>
    public required string OriginalLanguage { get; init; }

    /// <summary>The headline of the page for a missing address.</summary>
    public required string NotFoundTitle { get; init; }

    /// <summary>Its text.</summary>
    public required string NotFoundText { get; init; }

    /// <summary>The link to the first page.</summary>
    public required string BackToHome { get; init; }

    /// <summary>What an empty listing says.</summary>
    public required string NoReleases { get; init; }

    /// <summary>The link to the archive.</summary>
    public required string AllReleases { get; init; }

    /// <summary>How many releases.</summary>
    public required PluralForms ReleasesCount { get; init; }

    /// <summary>How many minutes a text takes to read.</summary>
    public required PluralForms ReadingTime { get; init; }

    /// <summary>The navigation's name, for those who hear the page.</summary>
    public required string MainNavigation { get; init; }

    /// <summary>The name of the links between pages of a listing.</summary>
    public required string PageNavigation { get; init; }

    /// <summary>The headline of the root page.</summary>
    public required string ChooseLanguage { get; init; }

    /// <summary>The label of a release's topics.</summary>
    public required string TopicsOfRelease { get; init; }

    /// <summary>The line about the tool; {0} is its name.</summary>
    public required Pattern PublishedBy { get; init; }

    // ---- A release's page: corrections, what a reader can do with the text, other languages ----

    /// <summary>The label of one correction, before its date.</summary>
    public required string Correction { get; init; }

    /// <summary>The label of a release's return after a withdrawal, before its date.</summary>
    public required string Reinstated { get; init; }

    /// <summary>The heading over corrections.</summary>
    public required string Corrections { get; init; }

    /// <summary>The button that copies a release's text.</summary>
    public required string CopyText { get; init; }

    /// <summary>The button that copies a release's address.</summary>
    public required string CopyLink { get; init; }

    /// <summary>What such a button says when it has done so.</summary>
    public required string Copied { get; init; }

    /// <summary>The button that prints the page.</summary>
    public required string Print { get; init; }

    /// <summary>The link to a release as a plain-text file.</summary>
    public required string PlainText { get; init; }

    /// <summary>What a release is called, as a label.</summary>
    public required string PressRelease { get; init; }

    /// <summary>The same for several.</summary>
    public required string PressReleases { get; init; }

    /// <summary>The heading over a summary.</summary>
    public required string Summary { get; init; }

    /// <summary>The heading over links to a release's other editions.</summary>
    public required string OtherLanguages { get; init; }

    // ---- Media: kits, the media library, who speaks ----

    /// <summary>The heading over the images and documents of a release.</summary>
    public required string MediaKit { get; init; }

    /// <summary>The link to all of them in one file.</summary>
    public required string DownloadKit { get; init; }

    /// <summary>The link to an image as it was handed in.</summary>
    public required string DownloadOriginal { get; init; }

    /// <summary>The headline of a kit's rights sheet.</summary>
    public required string Rights { get; init; }

    /// <summary>In a table: the file.</summary>
    public required string File { get; init; }

    /// <summary>In a table: what stands below an image.</summary>
    public required string Caption { get; init; }

    /// <summary>In a table: what stands for an image where it is not seen.</summary>
    public required string AltText { get; init; }

    /// <summary>The heading over videos.</summary>
    public required string Videos { get; init; }

    /// <summary>The heading over documents.</summary>
    public required string Documents { get; init; }

    /// <summary>The page of all images, videos and documents.</summary>
    public required string MediaLibrary { get; init; }

    /// <summary>The page of those who speak for the organisation.</summary>
    public required string Spokespeople { get; init; }

    // ---- Series, feeds, the archive by year and month ----

    /// <summary>Releases that belong together.</summary>
    public required string Series { get; init; }

    /// <summary>The link from a release to its series; {0} is the series' name.</summary>
    public required Pattern PartOfSeries { get; init; }

    /// <summary>The page of all feeds.</summary>
    public required string Feeds { get; init; }

    /// <summary>What a feed is and how one is used.</summary>
    public required string FeedsText { get; init; }

    /// <summary>The name of the feed of all languages.</summary>
    public required string AllLanguages { get; init; }

    /// <summary>The link to the list of all feeds.</summary>
    public required string DownloadOpml { get; init; }

    /// <summary>What that list is for.</summary>
    public required string OpmlText { get; init; }

    /// <summary>The label of a year.</summary>
    public required string Year { get; init; }

    /// <summary>The label of a month.</summary>
    public required string Month { get; init; }

    // ---- Search ----

    /// <summary>The search page and its button.</summary>
    public required string Search { get; init; }

    /// <summary>The label of the field to type in.</summary>
    public required string SearchLabel { get; init; }

    /// <summary>What the page says while it looks.</summary>
    public required string Searching { get; init; }

    /// <summary>How many releases were found.</summary>
    public required PluralForms SearchResults { get; init; }

    /// <summary>That nothing was found; {0} is what was searched for, in quotation marks.</summary>
    public required Pattern SearchNone { get; init; }

    /// <summary>The button that shows more of what was found.</summary>
    public required string MoreResults { get; init; }

    /// <summary>What the page says where scripts are switched off.</summary>
    public required string SearchNeedsScript { get; init; }

    // ---- Accessibility ----

    /// <summary>The link to the accessibility statement.</summary>
    public required string Accessibility { get; init; }

    /// <summary>Its headline.</summary>
    public required string AccessibilityStatement { get; init; }

    /// <summary>Its text, where the newsroom has none of its own.</summary>
    public required string AccessibilityText { get; init; }

    /// <summary>What to do where something does not work; contacts follow.</summary>
    public required string AccessibilityContact { get; init; }

    // ---- What is gone, has moved, or is there in another language only ----

    /// <summary>The headline in place of a withdrawn release.</summary>
    public required string GoneTitle { get; init; }

    /// <summary>Its text.</summary>
    public required string GoneText { get; init; }

    /// <summary>The label of the date of the withdrawal.</summary>
    public required string Withdrawn { get; init; }

    /// <summary>The headline at an address from which a page has moved.</summary>
    public required string MovedTitle { get; init; }

    /// <summary>Its text; the link follows.</summary>
    public required string MovedText { get; init; }

    /// <summary>What a list says of a release that its language does not have; {0} is <see cref="Locale.InLanguage"/> of the
    /// edition that follows.</summary>
    public required Pattern OnlyInLanguage { get; init; }

    /// <summary>The mark of the source edition among a release's languages.</summary>
    public required string Original { get; init; }

    // ---- Contacts ----

    /// <summary>The label of an e-mail address.</summary>
    public required string Email { get; init; }

    /// <summary>The label of a telephone number.</summary>
    public required string Phone { get; init; }
}
