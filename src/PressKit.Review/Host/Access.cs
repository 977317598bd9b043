using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using PressKit.Content;
using PressKit.Editions.Reviewing;
using PressKit.Review.Desk;

namespace PressKit.Review.Host;

/// <summary>Who may see and do what. What somebody may not see does not exist for them: no answer differs from that for something that is
/// not there.</summary>
/// <param name="desk">The desk.</param>
/// <param name="time">The clock.</param>
internal sealed class Access(ReviewDesk desk, TimeProvider time)
{
    private readonly ConcurrentDictionary<string, (string Stamp, DateTimeOffset Until)> _embargoes = new(StringComparer.Ordinal);

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
    public bool IsSecret(string release)
    {
        // Only what reads a release knows its embargo; its texts are read again when one of them is another.
        var stamp = StampOf(release);
        if (stamp is null) return true;
        if (!_embargoes.TryGetValue(release, out var known) || known.Stamp != stamp)
            _embargoes[release] = known = (stamp, desk.Release(release) is { } read ? read.Embargo ?? DateTimeOffset.MinValue : DateTimeOffset.MaxValue);
        return known.Until > time.GetUtcNow();
    }

    private string? StampOf(string release)
    {
        if (!NewsroomReader.IsId(release)) return null;
        var folder = new DirectoryInfo(Path.Combine(desk.Newsroom.Folder, "content", release.Contains('/', StringComparison.Ordinal) ? "releases" : "pages", release));
        return folder.Exists ? string.Join('|', folder.EnumerateFiles("*.md").Select(f => FormattableString.Invariant($"{f.Name} {f.Length} {f.LastWriteTimeUtc.Ticks}")).Order(StringComparer.Ordinal)) : null;
    }

    private static string? ReleaseOf(string document)
    {
        const string Releases = "content/releases/";
        const string Pages = "content/pages/";
        return document.StartsWith(Releases, StringComparison.Ordinal) ? document[Releases.Length..]
            : document.StartsWith(Pages, StringComparison.Ordinal) ? document[Pages.Length..] : null;
    }
}
