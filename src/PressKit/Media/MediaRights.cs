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

    private void Check(SourceText text)
    {
        for (var i = 0; i < text.FrontMatter.Media.Length; i++)
        {
            var (item, place) = (text.FrontMatter.Media[i], text.Places[FormattableString.Invariant($"media.{i}.file")]);
            if (item.Alt is null && FileKind.Named(item.File) is { IsShown: true })
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
