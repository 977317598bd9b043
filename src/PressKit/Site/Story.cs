using System.Collections.Immutable;

namespace PressKit.Site;

/// <summary>What a feed has to say of one edition: its page, or the notice that it was withdrawn.</summary>
internal sealed class Story(ReleasePage? page, WithdrawnPage? notice)
{
    /// <summary>The page; null for a notice.</summary>
    public ReleasePage? Page { get; } = page;

    /// <summary>The notice; null for a page.</summary>
    public WithdrawnPage? Notice { get; } = notice;

    /// <summary>The release's id.</summary>
    public string Release { get; } = page?.Entry.Edition.Release.Id ?? notice!.Edition.Release;

    /// <summary>The language.</summary>
    public Language Language { get; } = (page as LocalPage ?? notice!).Language;

    /// <summary>The topics of the release.</summary>
    public ImmutableArray<string> Topics { get; } = page?.Entry.Edition.FrontMatter.Topics ?? notice!.Edition.Topics;

    /// <summary>When it was published.</summary>
    public DateTimeOffset? Published { get; } = page is null ? notice!.Edition.Published : page.Entry.Edition.FrontMatter.Published;

    /// <summary>When it was published, corrected, withdrawn or reinstated, whichever was last.</summary>
    public DateTimeOffset? Changed { get; } = page is null ? notice!.Edition.Withdrawal.Event.At : page.Entry.Edition.Modified;
}
