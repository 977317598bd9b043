using PressKit.Segmentation;

namespace PressKit.Media;

/// <summary>Checks that everything which is offered says who made it and under what terms it may be used, and every image what it
/// shows.</summary>
public sealed class MediaRights(Problems problems)
{
    /// <summary>Reports what is not said.</summary>
    public void Check(Newsroom newsroom)
    {
        foreach (var text in newsroom.Releases.Concat(newsroom.Pages).SelectMany(r => r.Authored.Prepend(r.Source))) Check(text);
    }

    /// <summary>Reports images of texts that are offered nowhere, so that nobody learns whose they are.</summary>
    public void Check(IEnumerable<SplitText> texts)
    {
        foreach (var split in texts)
        {
            var offered = split.Text.FrontMatter.Media.Select(m => m.File).ToHashSet(StringComparer.Ordinal);
            foreach (var target in split.Targets.Where(t => FileKind.Named(t.Target) is { IsShown: true } && t.Target.StartsWith("media/", StringComparison.Ordinal)))
            {
                if (offered.Contains(target.Target)) continue;
                problems.Warn("media.unlisted", new Place(split.Text.File, split.Text.FirstLine + target.Line - 1, target.Column),
                    $"'{target.Target}' stands in the text and not under 'media': nobody learns who made it, and it cannot be downloaded.",
                    "List it under 'media' with its credit and licence.");
            }
        }
    }

    private void Check(SourceText text)
    {
        for (var i = 0; i < text.FrontMatter.Media.Length; i++)
        {
            var item = text.FrontMatter.Media[i];
            var saysNothing = item.Alt is null && FileKind.Named(item.File) is { IsShown: true };
            if (!saysNothing && !string.IsNullOrWhiteSpace(item.Credit) && !string.IsNullOrWhiteSpace(item.Licence)) continue;
            var place = text.Places[FormattableString.Invariant($"media.{i}.file")];
            if (saysNothing)
            {
                problems.Error("media.missing-alt", place, $"Nothing says what '{item.File}' shows.",
                    "Write it for those who cannot see it: 'alt: …'. For an image that only decorates, write alt: \"\".");
            }

            if (string.IsNullOrWhiteSpace(item.Credit))
                problems.Error("media.missing-credit", place, $"Nothing says who made '{item.File}'.", "Name them: 'credit: …'.");
            if (string.IsNullOrWhiteSpace(item.Licence))
                problems.Error("media.missing-licence", place, $"Nothing says under what terms '{item.File}' may be used.", "Say it: 'licence: CC-BY-4.0', or in words.");
        }
    }
}
