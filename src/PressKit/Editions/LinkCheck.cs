using System.Collections.Immutable;
using PressKit.Segmentation;

namespace PressKit.Editions;

/// <summary>Checks that what releases say of each other is there. A build renders a link to what is not public as plain text
/// and cannot tell a name that was never right from one that is only not public yet; this can.</summary>
public sealed class LinkCheck(Newsroom newsroom, Problems problems)
{
    private readonly ImmutableArray<string> _releases = [.. newsroom.Releases.Select(r => r.Id)];
    private readonly ImmutableArray<string> _pages = [.. newsroom.Pages.Select(r => r.Id)];

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
            if (target.Target.StartsWith("release:", StringComparison.Ordinal)) Check(target.Target[8..], _releases, "release", place);
            if (target.Target.StartsWith("page:", StringComparison.Ordinal)) Check(target.Target[5..], _pages, "page", place);
        }

        for (var i = 0; i < text.FrontMatter.Related.Length; i++)
            Check(text.FrontMatter.Related[i], _releases, "release", text.Places[FormattableString.Invariant($"related.{i}")]);
    }

    private void Check(string id, ImmutableArray<string> known, string what, Place place)
    {
        if (known.Contains(id, StringComparer.Ordinal)) return;
        var nearest = Nearest.Of(id, known);
        problems.Error($"link.unknown-{what}", place, $"There is no {what} '{id}'.",
            nearest is null ? "Name it by the folder that it stands in, such as 2026/name." : $"Did you mean '{nearest}'?");
    }
}
