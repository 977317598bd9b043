using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace PressKit.Translation.Checks;

/// <summary>Characters that nobody sees or that nobody meant.</summary>
internal sealed partial class CharacterCheck : ICheck
{
    private static readonly CheckRule ZeroWidth = new("check.zero-width", Severity.Error, "characters", "A character without width that the source does not have.");
    private static readonly CheckRule Control = new("check.control", Severity.Error, "characters", "A control character, or a mark that writes letters backwards.");
    private static readonly CheckRule Bidi = new("check.bidi-balance", Severity.Error, "characters", "A mark that turns the direction of the text is not ended, or ends nothing.");
    private static readonly CheckRule Damage = new("check.encoding-damage", Severity.Error, "characters", "Characters were damaged on the way: a wrong encoding, an entity, a replacement character.");
    private static readonly CheckRule Allowed = new("check.allowed-characters", Severity.Error, "characters", "A private or unassigned character that the source does not have.");

    public ImmutableArray<CheckRule> Rules => [ZeroWidth, Control, Bidi, Damage, Allowed];

    public IEnumerable<Finding> Check(CheckedUnit unit)
    {
        foreach (var segment in unit.Segments)
        {
            foreach (var finding in Invisible(segment).Concat(Damaged(segment))) yield return finding;
        }
    }

    private static IEnumerable<Finding> Invisible(CheckedSegment segment)
    {
        var (source, text) = (segment.Source.Text, segment.Target.Text);
        var depth = new Stack<int>();
        for (var i = 0; i < text.Length; i++)
        {
            var (c, span) = (text[i], new TextSpan(i, 1));
            if (c is '\u200b' or '\u2060' or '\ufeff' or '\u00ad' || (c is '\u200c' or '\u200d' && !Joins(text, i)))
            {
                if (!source.Contains(c, StringComparison.Ordinal))
                    yield return segment.Finding(ZeroWidth, $"{Name(c)} stands in the translation.", "Take it out.", span, fix: new TextEdit(span, ""));
            }
            else if (c is '\u202a' or '\u202b' or '\u202d' or '\u202e' or '\u2066' or '\u2067' or '\u2068') depth.Push(i);
            else if (c is '\u202c' or '\u2069')
            {
                if (depth.Count > 0 && text[depth.Peek()] >= '\u2066' == (c == '\u2069'))
                {
                    var start = depth.Pop();
                    if (text[start] is not ('\u202d' or '\u202e')) continue;
                    yield return segment.Finding(Control, $"{Name(text[start])} writes letters backwards.", "Take it out.", new TextSpan(start, 1), fix: new TextEdit(new TextSpan(start, 1), ""));
                }
                else yield return segment.Finding(Bidi, $"{Name(c)} ends nothing.", "Take it out.", span, fix: new TextEdit(span, ""));
            }
            else if (char.IsControl(c) && c is not ('\n' or '\t' or '\r'))
            {
                yield return segment.Finding(Control, $"{Name(c)} stands in the translation.", "Take it out.", span, fix: new TextEdit(span, ""));
            }
        }

        if (depth.Count > 0)
            yield return segment.Finding(Bidi, $"{Name(text[depth.Peek()])} is not ended.", "Take it out, or end it.", new TextSpan(depth.Peek(), 1));
    }

    // Arabic and Indic writing joins and parts letters with them, and emoji are joined.
    private static bool Joins(string text, int i) =>
        i > 0 && (text[i - 1] >= '\u0590' && text[i - 1] <= '\u0fff' || char.IsSurrogate(text[i - 1]) || text[i - 1] is '\ufe0f' || text[i - 1] is >= '\u2600' and <= '\u27bf');

    private static IEnumerable<Finding> Damaged(CheckedSegment segment)
    {
        var (source, text) = (segment.Source.Text, segment.Target.Text);
        foreach (Match match in Mojibake().Matches(text))
        {
            if (source.Contains(match.Value, StringComparison.Ordinal)) continue;
            var span = new TextSpan(match.Index, match.Length);
            yield return segment.Finding(Damage, $"“{match.Value}” looks damaged.", "Write what it should be.", span, fix: Entity(match.Value) is { } meant ? new TextEdit(span, meant) : null);
        }

        var at = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            if (rune.Value != CheckedText.Code && rune.Value != 0xfffd && !source.Contains(rune.ToString(), StringComparison.Ordinal)
                && (category == UnicodeCategory.PrivateUse || (category == UnicodeCategory.OtherNotAssigned && rune.Value < 0x1F000)))
            {
                yield return segment.Finding(Allowed, $"{Name(rune)} stands in the translation.", "Write what it should be.", new TextSpan(at, rune.Utf16SequenceLength));
            }

            at += rune.Utf16SequenceLength;
        }
    }

    private static string? Entity(string text) => text switch
    {
        "&amp;" => "&",
        "&quot;" => "\"",
        "&#39;" or "&apos;" => "’",
        "&nbsp;" => "\u00a0",
        "&lt;" => "<",
        "&gt;" => ">",
        _ => null,
    };

    private static string Name(char c) => Name(new Rune(c));

    private static string Name(Rune rune) => string.Create(CultureInfo.InvariantCulture, $"U+{rune.Value:X4}");

    // UTF-8 read as Latin-1 or Windows-1252, HTML's entities, JSON's escapes, lost letters.
    [GeneratedRegex(@"\ufffd+|[ÃÂ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|[ÄÅÆ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ•–—˜™š›œžŸ]|â€.|ã[\u0080-\u00bf‚ƒ„…†‡].|[ÐÑ][\u0080-\u00bf‚ƒ„…†‡ˆ‰Š‹Œ][ÐÑ]|[ØÙ][\u0080-\u00bf‚ƒ„…†‡ˆ‰Š‹Œ][ØÙ]|&(amp|quot|apos|nbsp|lt|gt|#\d{2,5}|#x[0-9a-fA-F]{2,5}|[a-z]{1,2}(acute|grave|uml|circ|tilde|cedil));|\\u[0-9a-fA-F]{4}|(?<=\p{L})\?(?=\p{Ll})",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Mojibake();
}
