using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using PressKit.Translation;
using PressKit.Translation.Checks;

namespace PressKit.Editions.Reviewing;

/// <summary>A sentence in which words would be replaced.</summary>
/// <param name="Sentence">The sentence.</param>
/// <param name="Version">The version in which they were found.</param>
/// <param name="Before">What its translation says, with placeholders.</param>
/// <param name="After">What it would say.</param>
public sealed record Replacement(SentenceName Sentence, string Version, string Before, string After);

/// <summary>A sentence in which words were found.</summary>
/// <param name="Sentence">The sentence.</param>
/// <param name="Version">The version in which they were found.</param>
/// <param name="Translation">What is stored of it.</param>
public sealed record WordHit(SentenceName Sentence, string Version, SegmentTranslation Translation)
{
    /// <summary>Where the source has what is looked for in sources, in its text without codes (<see cref="InlineContent.PlainText"/>).</summary>
    public ImmutableArray<TextSpan> InSource { get; init; } = [];

    /// <summary>Where the translation has what is looked for in translations, in its text without codes.</summary>
    public ImmutableArray<TextSpan> InTarget { get; init; } = [];

    /// <summary>What the translation would say, with placeholders; null where nothing would be another.</summary>
    public string? After { get; init; }
}

/// <summary>Looks for words in translations, and puts others in their place. Words are never looked for across codes, and what is put
/// in is text.</summary>
/// <param name="Find">What is looked for in translations; empty for sentences whatever their translations say.</param>
/// <param name="Put">What takes its place.</param>
public sealed record WordSearch(string Find, string Put)
{
    /// <summary>What the source of a sentence has to say; empty for any.</summary>
    public string Source { get; init; } = "";

    /// <summary>Whether capitals matter.</summary>
    public bool MatchCase { get; init; } = true;

    /// <summary>Whether only whole words are meant. In a language that writes without spaces any place is.</summary>
    public bool WholeWords { get; init; }

    /// <summary>The sentences of an edition that would change.</summary>
    public ImmutableArray<Replacement> In(EditionState state) =>
        [.. Hits(state).Where(h => h.After is not null).Select(h => new Replacement(h.Sentence, h.Version, PlaceholderText.Write(h.Translation.Target!), h.After!))];

    /// <summary>The sentences of an edition that have what is looked for, in the order of the text.</summary>
    public ImmutableArray<WordHit> Hits(EditionState state) => Find.Length == 0 && Source.Length == 0 ? [] :
        [.. state.Units.SelectMany(u => u.Segments.Select((s, i) => Hit(state, new SentenceName(u.Id, i + 1), s))).OfType<WordHit>()];

    private WordHit? Hit(EditionState state, SentenceName name, SegmentTranslation segment)
    {
        var inSource = Places(segment.Segment.Source, Source, state.SourceLanguage);
        if (Source.Length > 0 && inSource.IsEmpty) return null;
        var inTarget = segment.Target is { } target ? Places(target, Find, state.Language) : [];
        if (Find.Length > 0 && inTarget.IsEmpty) return null;
        var after = inTarget.IsEmpty ? null : segment.Target!.MapText(text => Replaced(text, state.Language));
        return new WordHit(name, Versions.Of(segment), segment)
        {
            InSource = inSource, InTarget = inTarget, After = after is null || after.Equals(segment.Target) ? null : PlaceholderText.Write(after),
        };
    }

    private ImmutableArray<TextSpan> Places(InlineContent content, string words, Language language)
    {
        var places = ImmutableArray.CreateBuilder<TextSpan>();
        var at = 0;
        foreach (var piece in content.Where(p => p.Kind == PieceKind.Text))
        {
            foreach (var place in Places(piece.Text, words, language)) places.Add(new TextSpan(at + place, words.Length));
            at += piece.Text.Length;
        }

        return places.DrainToImmutable();
    }

    private IEnumerable<int> Places(string text, string words, Language language)
    {
        var at = 0;
        while (words.Length > 0 && text.IndexOf(words, at, MatchCase ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase) is >= 0 and var found)
        {
            if (WholeWords && !language.Unspaced && (IsInWord(text, found) || IsInWord(text, found + words.Length)))
            {
                at = found + 1;
                continue;
            }

            yield return found;
            at = found + words.Length;
        }
    }

    private string Replaced(string text, Language language)
    {
        var result = new StringBuilder();
        var at = 0;
        foreach (var place in Places(text, Find, language))
        {
            result.Append(text, at, place - at).Append(Put);
            at = place + Find.Length;
        }

        return result.Append(text, at, text.Length - at).ToString();
    }

    /// <summary>Whether a word goes on at a position.</summary>
    private static bool IsInWord(string text, int position) =>
        position > 0 && position < text.Length && IsWord(text, position - 1) && IsWord(text, position);

    private static bool IsWord(string text, int position) =>
        char.IsLetterOrDigit(text, position) || char.GetUnicodeCategory(text, position) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
