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

    /// <summary>The feed's name.</summary>
    public required string Feed { get; init; }

    /// <summary>The link to the feed.</summary>
    public required string SubscribeFeed { get; init; }

    /// <summary>What a list says of a release that a machine translated and nobody has revised, in a word or two.</summary>
    public required string MachineDraft { get; init; }

    /// <summary>The label of a machine draft; {0} is who made it, {1} <see cref="Locale.FromLanguage"/> of the source.</summary>
    public required Pattern MachineTranslation { get; init; }

    /// <summary>The label of a signed-off translation; {0} is who made it, {1} <see cref="Locale.FromLanguage"/> of the source.</summary>
    public required Pattern TranslationLabel { get; init; }

    /// <summary>The same where nobody is named; {0} is <see cref="Locale.FromLanguage"/> of the source.</summary>
    public required Pattern TranslationLabelUnnamed { get; init; }

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
}
