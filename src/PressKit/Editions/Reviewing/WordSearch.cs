using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace PressKit.Editions.Reviewing;

/// <summary>A sentence in which words would be replaced.</summary>
/// <param name="Sentence">The sentence.</param>
/// <param name="Version">The version in which they were found.</param>
/// <param name="Before">What its translation says, with placeholders.</param>
/// <param name="After">What it would say.</param>
public sealed record Replacement(SentenceName Sentence, string Version, string Before, string After);

/// <summary>Looks for words in translations, and puts others in their place. Words are never looked for across codes, and what is put
/// in is text.</summary>
/// <param name="Find">What is looked for.</param>
/// <param name="Put">What takes its place.</param>
public sealed record WordSearch(string Find, string Put)
{
    /// <summary>Whether capitals matter.</summary>
    public bool MatchCase { get; init; } = true;

    /// <summary>Whether only whole words are meant.</summary>
    public bool WholeWords { get; init; }

    /// <summary>The sentences of an edition that would change.</summary>
    public ImmutableArray<Replacement> In(EditionState state) => Find.Length == 0 ? [] :
    [
        .. state.Units.SelectMany(u => u.Segments.Select((s, i) => (Name: new SentenceName(u.Id, i + 1), Segment: s)))
            .Where(s => s.Segment.Target is not null)
            .Select(s => new Replacement(s.Name, Versions.Of(s.Segment), PlaceholderText.Write(s.Segment.Target!), PlaceholderText.Write(s.Segment.Target!.MapText(Replaced))))
            .Where(r => r.Before != r.After),
    ];

    private string Replaced(string text)
    {
        var result = new StringBuilder();
        var at = 0;
        while (at <= text.Length - Find.Length && text.IndexOf(Find, at, MatchCase ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase) is >= 0 and var found)
        {
            var isMeant = !WholeWords || (!IsInWord(text, found) && !IsInWord(text, found + Find.Length));
            result.Append(text, at, found - at).Append(isMeant ? Put : text.Substring(found, Find.Length));
            at = found + Find.Length;
        }

        return result.Append(text, at, text.Length - at).ToString();
    }

    /// <summary>Whether a word goes on at a position.</summary>
    private static bool IsInWord(string text, int position) =>
        position > 0 && position < text.Length && IsWord(text, position - 1) && IsWord(text, position);

    private static bool IsWord(string text, int position) =>
        char.IsLetterOrDigit(text, position) || char.GetUnicodeCategory(text, position) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
