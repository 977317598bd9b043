using PressKit.Segmentation;

namespace PressKit.Editions;

/// <summary>What an earlier edition takes from its revision and what from the present source: all that is text comes from the
/// revision, so that old and new are never mixed; all that is fact holds now.</summary>
internal static class EarlierText
{
    /// <summary>The revision's texts with the present dates, topics, contacts, boilerplate and links to other releases. Of the
    /// images and documents, those that the source still offers, with their present credits and terms.</summary>
    public static FrontMatter FrontMatter(FrontMatter was, FrontMatter now) => now with
    {
        Headline = was.Headline,
        Subhead = was.Subhead,
        Summary = was.Summary,
        Dateline = was.Dateline is { } dateline ? dateline with { Date = now.Dateline?.Date ?? dateline.Date } : null,
        Media = [.. was.Media.Join(now.Media, m => m.File, m => m.File,
            (then, present) => present with { Alt = then.Alt, Caption = then.Caption }, StringComparer.Ordinal)],
        Quotes = was.Quotes,
        Notes = was.Notes,
    };

    /// <summary>Whether nothing was changed in the source that a translation would follow.</summary>
    public static bool SaysTheSame(SplitText was, SplitText now) =>
        was.Units.Length == now.Units.Length && was.Units.Zip(now.Units).All(p => p.First.Id == p.Second.Id && p.First.SaysTheSameAs(p.Second));
}
