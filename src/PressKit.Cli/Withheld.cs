using System.Collections.Immutable;

namespace PressKit.Cli;

/// <summary>The releases that are not public yet, or were withdrawn: what they say goes to nobody through the memory.</summary>
internal static class Withheld
{
    /// <summary>Their folders. A standing page needs no time to be public.</summary>
    public static ImmutableHashSet<string> In(Newsroom newsroom, DateTimeOffset now)
    {
        var drafts = newsroom.Releases.Where(r => r.Source.FrontMatter.Published is null);
        return [.. newsroom.Releases.Concat(newsroom.Pages).Where(r => r.Embargo > now || r.Source.FrontMatter.Published > now || r.Record.Withdrawn is not null).Concat(drafts).Select(r => r.Folder)];
    }
}
