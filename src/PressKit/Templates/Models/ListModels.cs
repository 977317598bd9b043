using System.Collections.Immutable;

namespace PressKit.Templates.Models;

/// <summary>A page of a list that may go over several.</summary>
public abstract record ListModel(PageHead Head) : PageModel(Head)
{
    /// <summary>Its number in words; null for the newest, which has no need of one.</summary>
    public string? Number { get; init; }

    /// <summary>The address of the page before it in time; null for the first.</summary>
    public string? Older { get; init; }

    /// <summary>The address of the page after it in time; null for the newest.</summary>
    public string? Newer { get; init; }

    /// <summary>Whether there is another page.</summary>
    public bool HasOthers => Older is not null || Newer is not null;
}

/// <summary>A page of the archive: <c>archive.hbs</c>.</summary>
public sealed record ArchiveModel(PageHead Head) : ListModel(Head)
{
    /// <summary>Its releases, the newest first.</summary>
    public ImmutableArray<EntryModel> Entries { get; init; } = [];

    /// <summary>The years that there are, the newest first; empty for all pages but the newest.</summary>
    public ImmutableArray<PeriodModel> Years { get; init; } = [];
}

/// <summary>A year of the archive: <c>year.hbs</c>.</summary>
public sealed record YearModel(PageHead Head) : PageModel(Head)
{
    /// <summary>The year, as the language writes it.</summary>
    public required string Name { get; init; }

    /// <summary>How many releases there are, in words; null for the newest year, whose page would change with every release.</summary>
    public required string? Count { get; init; }

    /// <summary>Its months that have a release, the newest first.</summary>
    public ImmutableArray<PeriodModel> Months { get; init; } = [];
}

/// <summary>A month of the archive: <c>month.hbs</c>.</summary>
public sealed record MonthModel(PageHead Head) : ListModel(Head)
{
    /// <summary>The month and its year, as the language writes them.</summary>
    public required string Name { get; init; }

    /// <summary>Its year.</summary>
    public required LinkModel Year { get; init; }

    /// <summary>How many releases there are, in words; null for all pages but the newest.</summary>
    public string? Count { get; init; }

    /// <summary>Its releases, the newest first.</summary>
    public ImmutableArray<EntryModel> Entries { get; init; } = [];
}

/// <summary>A year or a month of the archive.</summary>
/// <param name="Url">The address of its page.</param>
/// <param name="Name">The year, or the month with its year.</param>
/// <param name="Count">How many releases there are, in words; null for the newest month.</param>
/// <param name="Entries">The newest of them; empty for a year and for the newest month.</param>
/// <param name="HasMore">Whether its page has more than these.</param>
public sealed record PeriodModel(string Url, string Name, string? Count, ImmutableArray<EntryModel> Entries, bool HasMore);

/// <summary>A topic's page: <c>topic.hbs</c>.</summary>
public sealed record TopicModel(PageHead Head) : ListModel(Head)
{
    /// <summary>The topic's name.</summary>
    public required string Name { get; init; }

    /// <summary>The tag of the name's language where it is not the page's; else null.</summary>
    public string? NameTag { get; init; }

    /// <summary>How many releases there are, in words; null for all pages but the newest.</summary>
    public string? Count { get; init; }

    /// <summary>Its releases, the newest first.</summary>
    public ImmutableArray<EntryModel> Entries { get; init; } = [];
}

/// <summary>The page of a series: <c>series.hbs</c>.</summary>
public sealed record SeriesModel(PageHead Head) : ListModel(Head)
{
    /// <summary>The series' name.</summary>
    public required string Name { get; init; }

    /// <summary>The tag of the name's language where it is not the page's; else null.</summary>
    public string? NameTag { get; init; }

    /// <summary>What the series is about; null where nobody wrote it in this language.</summary>
    public string? Text { get; init; }

    /// <summary>How many releases there are, in words; null for all pages but the newest.</summary>
    public string? Count { get; init; }

    /// <summary>Its releases, the newest first.</summary>
    public ImmutableArray<EntryModel> Entries { get; init; } = [];
}

/// <summary>A page of the media library: <c>media.hbs</c>.</summary>
public sealed record MediaModel(PageHead Head) : ListModel(Head)
{
    /// <summary>Its images and documents, the newest first.</summary>
    public ImmutableArray<LibraryItemModel> Items { get; init; } = [];
}

/// <summary>An image or document of the media library.</summary>
/// <param name="Url">The address of the file.</param>
/// <param name="FileName">The name of the file that the author gave it.</param>
/// <param name="Image">The image; null for a document.</param>
/// <param name="Name">What it is: its caption, or else what it shows, or else the name of the file.</param>
/// <param name="Kind">What kind of file it is: <c>PDF</c>.</param>
/// <param name="Size">How large the file is, in words.</param>
/// <param name="Credit">Who made it, if anybody is named.</param>
/// <param name="Licence">Under what terms it may be used, if that is said.</param>
/// <param name="Release">The release that offers it.</param>
/// <param name="Date">When that was published.</param>
/// <param name="Language">The language of the texts, where that is not the page's; else null.</param>
/// <param name="LanguageNotice">That the release is there in no language but that, in a few words of this page's; null where it is.</param>
public sealed record LibraryItemModel(
    string Url, string FileName, ImageModel? Image, string Name, string Kind, string Size, string? Credit, string? Licence,
    LinkModel Release, DateModel? Date, LanguageModel? Language, string? LanguageNotice);
