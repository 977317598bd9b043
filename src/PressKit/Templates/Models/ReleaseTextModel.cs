using System.Collections.Immutable;

namespace PressKit.Templates.Models;

/// <summary>A release, or a standing page, in the page's language.</summary>
public sealed record ReleaseTextModel
{
    /// <summary>Its address.</summary>
    public required string Url { get; init; }

    /// <summary>Its headline.</summary>
    public required string Headline { get; init; }

    /// <summary>The line under the headline, if any.</summary>
    public string? Subhead { get; init; }

    /// <summary>One or two sentences, if anybody wrote any.</summary>
    public string? Summary { get; init; }

    /// <summary>When it was published; null for a standing page.</summary>
    public DateModel? Date { get; init; }

    /// <summary>When it was corrected or reinstated last; null where it never was.</summary>
    public DateModel? Updated { get; init; }

    /// <summary>Its corrections, and its return after a withdrawal, the newest first.</summary>
    public ImmutableArray<EventModel> Events { get; init; } = [];

    /// <summary>Place and date as the press of the language writes them: <c>Tokyo, 3 novembre 2025 –</c>.</summary>
    public string? Dateline { get; init; }

    /// <summary>How long it takes to read, in words; null for a standing page.</summary>
    public string? ReadingTime => Reading?.Value;

    /// <summary>The address of the same as a plain-text file; null where none is published.</summary>
    public string? PlainText { get; init; }

    /// <summary>A name for that file.</summary>
    public string? PlainTextName { get; init; }

    /// <summary>Its place in the series that it belongs to, if any.</summary>
    public SeriesPlaceModel? Series { get; init; }

    /// <summary>Its topics.</summary>
    public ImmutableArray<LinkModel> Topics { get; init; } = [];

    /// <summary>How its text was made; null where a person wrote it in this language.</summary>
    public LabelModel? Label { get; init; }

    /// <summary>The lead image, if any.</summary>
    public ImageModel? Image { get; init; }

    /// <summary>The text, without the dateline.</summary>
    public required Markup Body { get; init; }

    /// <summary>The text, with the dateline at the beginning of its first paragraph.</summary>
    public required Markup BodyWithDateline { get; init; }

    /// <summary>Quotations that journalists may lift.</summary>
    public ImmutableArray<QuotationModel> Quotations { get; init; } = [];

    /// <summary>The language's quotation marks and the inner ones, for scripts: <c>«|»|“|”</c>.</summary>
    public required string QuotationMarks { get; init; }

    /// <summary>A note to editors, if any.</summary>
    public string? Notes { get; init; }

    /// <summary>The paragraph about the organisation, if any.</summary>
    public BoilerplateModel? Boilerplate { get; init; }

    /// <summary>Whom journalists may ask.</summary>
    public ImmutableArray<ContactModel> Contacts { get; init; } = [];

    /// <summary>Images to download, the lead image first.</summary>
    public ImmutableArray<ImageModel> Images { get; init; } = [];

    /// <summary>Other files to download.</summary>
    public ImmutableArray<DownloadModel> Downloads { get; init; } = [];

    /// <summary>All files, the text and a sheet of rights in one file; null where there are none, or the newsroom makes none.</summary>
    public KitModel? Kit { get; init; }

    /// <summary>Related releases in the same language.</summary>
    public ImmutableArray<EntryModel> Related { get; init; } = [];

    /// <summary>The newsroom's own names and texts from the front matter's <c>extra</c>.</summary>
    public ImmutableSortedDictionary<string, string> Extra { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Counts the words when they are asked for.</summary>
    internal Lazy<string>? Reading { get; init; }
}

/// <summary>A correction, a withdrawal, or the return of a release after one.</summary>
/// <param name="Title">Which of these it is, in a word or two.</param>
/// <param name="Date">When.</param>
/// <param name="Text">Why.</param>
/// <param name="Language">The language of the text where that is not the page's, for it is not translated yet; else null.</param>
/// <param name="Mark">That there is nothing but that language, or that nobody has revised a machine's translation of it, in a few
/// words; null where neither is so.</param>
public sealed record EventModel(string Title, DateModel Date, string Text, LanguageModel? Language, string? Mark);

/// <summary>The place of a release in its series.</summary>
/// <param name="Url">The address of the series' page.</param>
/// <param name="Text">That the release is a part of the series, with its name.</param>
/// <param name="Previous">The release before it in time; null for the first.</param>
/// <param name="Next">The release after it in time; null for the newest.</param>
public sealed record SeriesPlaceModel(string Url, string Text, EntryModel? Previous, EntryModel? Next);

/// <summary>A ZIP of all that a release offers.</summary>
/// <param name="Url">Its address.</param>
/// <param name="FileName">Its name.</param>
/// <param name="FileSize">About how large it is, in words.</param>
public sealed record KitModel(string Url, string FileName, string FileSize);

/// <summary>A file to download.</summary>
/// <param name="Url">Its address.</param>
/// <param name="Name">What it is.</param>
/// <param name="FileName">The name of the file that the author gave it.</param>
/// <param name="Kind">The kind of file, as people call it: <c>PDF</c>.</param>
/// <param name="FileSize">Its size in words: <c>1,2 Mo</c>.</param>
/// <param name="Duration">How long a sound or film is: <c>3:20</c>; null for anything else, and where that is not known.</param>
/// <param name="Credit">Who made it, if anybody is named.</param>
/// <param name="Licence">Under what terms it may be used, if that is said.</param>
public sealed record DownloadModel(string Url, string Name, string FileName, string Kind, string FileSize, string? Duration, string? Credit, string? Licence);

/// <summary>How a translated text was made, in the reader's language.</summary>
/// <param name="IsMachine">Whether it is a machine's translation that nobody has revised.</param>
/// <param name="Text">Who or what made it, and from which language; whether its source has changed since.</param>
/// <param name="Original">The source edition; null where it is not public.</param>
public sealed record LabelModel(bool IsMachine, string Text, OriginalModel? Original);

/// <summary>The source edition of a translation.</summary>
/// <param name="Url">Its address.</param>
/// <param name="Tag">Its language's tag.</param>
/// <param name="Text">The link's text, in the reader's language.</param>
public sealed record OriginalModel(string Url, string Tag, string Text);

/// <summary>A quotation.</summary>
/// <param name="Text">What was said, in the quotation marks of the language.</param>
/// <param name="Speaker">Who said it, if that is known.</param>
/// <param name="Role">What they are, if that is said.</param>
/// <param name="Url">The address of the speaker's page; null where they have none.</param>
public sealed record QuotationModel(string Text, string? Speaker, string? Role, string? Url);

/// <summary>The paragraph about the organisation.</summary>
/// <param name="Heading">Its heading.</param>
/// <param name="Body">Its text.</param>
/// <param name="Tag">The tag of its language where it is not the page's; else null.</param>
/// <param name="Direction">The direction of that language; else null.</param>
public sealed record BoilerplateModel(
    string Heading, Markup Body, string? Tag, string? Direction);

/// <summary>Whom journalists may ask.</summary>
/// <param name="Name">Their name.</param>
/// <param name="Role">What they are, if that is said.</param>
/// <param name="Email">Their address, if any.</param>
/// <param name="MailLink">A link that writes to that address.</param>
/// <param name="Phone">Their number as it is written, if any.</param>
/// <param name="PhoneLink">A link that calls it.</param>
/// <param name="Languages">The languages that they speak, in words; null where that is not said.</param>
/// <param name="NameTag">The tag of the name's language where it is not the page's; else null.</param>
/// <param name="RoleTag">The tag of the role's language where it is not the page's; else null.</param>
public sealed record ContactModel(
    string Name, string? Role, string? Email, string? MailLink, string? Phone, string? PhoneLink, string? Languages,
    string? NameTag, string? RoleTag);
