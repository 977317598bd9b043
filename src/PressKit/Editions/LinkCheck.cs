using System.Collections.Frozen;
using PressKit.Segmentation;

namespace PressKit.Editions;

/// <summary>Checks that what releases say of each other is there. A build renders a link to what is not public as plain text
/// and cannot tell a name that was never right from one that is only not public yet; this can.</summary>
public sealed class LinkCheck(Newsroom newsroom, Problems problems)
{
    private readonly FrozenSet<string> _releases = newsroom.Releases.Select(r => r.Id).ToFrozenSet(StringComparer.Ordinal);
    private readonly FrozenSet<string> _pages = newsroom.Pages.Select(r => r.Id).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Reports links and related releases that lead to no release of the newsroom.</summary>
    public void Check(IEnumerable<PairedRelease> releases)
    {
        foreach (var text in releases.SelectMany(r => r.Authored.Prepend(r.Source))) Check(text);
    }

    private void Check(SplitText split)
    {
        var text = split.Text;
        foreach (var target in split.Targets)
        {
            var place = new Place(text.File, text.FirstLine + target.Line - 1, target.Column);
            if (target.Target.StartsWith("release:", StringComparison.Ordinal)) Check(target.Target[8..], _releases, "link.unknown-release", "release", "content/releases", () => place);
            if (target.Target.StartsWith("page:", StringComparison.Ordinal)) Check(target.Target[5..], _pages, "link.unknown-page", "page", "content/pages", () => place);
        }

        for (var i = 0; i < text.FrontMatter.Related.Length; i++)
            Check(text.FrontMatter.Related[i], _releases, "link.unknown-release", "release", "content/releases", () => text.Places[FormattableString.Invariant($"related.{i}")]);
    }

    private void Check(string id, FrozenSet<string> known, string code, string what, string folder, Func<Place> place)
    {
        if (known.Contains(id) || IsUnread($"{folder}/{id}")) return;
        var nearest = Nearest.Of(id, known);
        problems.Error(code, place(), $"There is no {what} '{id}'.",
            nearest is not null ? $"Did you mean '{nearest}'?"
            : what == "page" ? "Name it by its folder in content/pages."
            : "Name it by the folder that it stands in, such as 2026/name.");
    }

    /// <summary>Whether there is something that could not be read, and was reported for itself: links to it are right.</summary>
    private bool IsUnread(string folder) => problems.All.Any(p =>
        p.Place.File == folder || p.Place.File.StartsWith(folder + "/", StringComparison.Ordinal));
}
