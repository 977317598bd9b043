using Microsoft.AspNetCore.Http;
using PressKit.Editions.Reviewing;
using PressKit.Review.Desk;

namespace PressKit.Review.Host;

/// <summary>Who may see and do what. What somebody may not see does not exist for them: no answer differs from that for something that is
/// not there.</summary>
/// <param name="desk">The desk.</param>
/// <param name="time">The clock.</param>
internal sealed class Access(ReviewDesk desk, TimeProvider time)
{
    /// <summary>Who asks, and what they may in an edition; null where they may not even see it.</summary>
    public Reviewer? Who(HttpContext context, EditionName name) =>
        Visitor.Of(context) is { } visitor && MaySee(visitor, name.Release) ? visitor.In(name.Language) : null;

    /// <summary>Whether somebody may see an edition.</summary>
    public bool MaySee(HttpContext context, EditionName name) => Who(context, name) is not null;

    /// <summary>Whether somebody may see a release: while it is under embargo, only those who are named for it.</summary>
    public bool MaySee(Visitor visitor, string release) => visitor.Person.MaySeeEmbargoed(release) || !IsSecret(release);

    /// <summary>Whether somebody may see what stands in a release's folder, or in an imported file.</summary>
    public bool MaySeeDocument(HttpContext context, string document) =>
        Visitor.Of(context) is { } visitor && (ReleaseOf(document) is not { } release || MaySee(visitor, release));

    /// <summary>Whether a release is under embargo; one that cannot be read is treated as if it were.</summary>
    public bool IsSecret(string release) => desk.Release(release) is not { } read || read.Embargo > time.GetUtcNow();

    private static string? ReleaseOf(string document)
    {
        const string Releases = "content/releases/";
        const string Pages = "content/pages/";
        return document.StartsWith(Releases, StringComparison.Ordinal) ? document[Releases.Length..]
            : document.StartsWith(Pages, StringComparison.Ordinal) ? document[Pages.Length..] : null;
    }
}
