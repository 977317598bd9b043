using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace PressKit.Segmentation;

/// <summary>Cuts content into sentences by UAX #29, with CLDR's abbreviations and the house's rules: never inside a code, an
/// address, a quotation or a bracket, nor in front of a small letter. docs/segmentation.md lists where the rules depart from
/// Unicode's.</summary>
public static partial class Sentences
{
    /// <summary>The sentences of a unit by the rules that PressKit brings, in order; at least one.</summary>
    public static ImmutableArray<Segment> Of(InlineContent content, Language language) => Of(content, language, SentenceRules.Default);

    /// <summary>The sentences of a unit, in order; at least one.</summary>
    public static ImmutableArray<Segment> Of(InlineContent content, Language language, SentenceRules rules)
    {
        var tokens = new Tokens(content);
        var segments = ImmutableArray.CreateBuilder<Segment>();
        var start = 0;
        foreach (var (end, next) in new Cutting(tokens, language, rules.Of(language)).Cuts())
        {
            segments.Add(new Segment(tokens.Slice(start, end), tokens.Text[end..next]));
            start = next;
        }

        segments.Add(new Segment(tokens.Slice(start, tokens.Text.Length)));
        return segments.DrainToImmutable();
    }

    [GeneratedRegex(@"(?:https?://|www\.)\S*[^\s\p{P}]/?", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Addresses();

    /// <summary>One unit's cutting.</summary>
    private sealed class Cutting
    {
        private readonly Tokens _tokens;
        private readonly string _text;
        private readonly Language _language;
        private readonly LanguageRules _rules;
        private readonly SentenceClass[] _classes;
        private readonly Enclosures _enclosures;

        public Cutting(Tokens tokens, Language language, LanguageRules rules)
        {
            (_tokens, _text, _language, _rules) = (tokens, tokens.Text, language, rules);
            _classes = SentenceClasses.Known.Of(_text);
            _enclosures = new Enclosures(_text);
            for (var i = 0; i < _text.Length; i++)
                _classes[i] = _enclosures.Opens(i) ? SentenceClass.Open : _tokens.ClassOf(i) ?? HouseClass(_classes[i], _text[i]);
            // The blank of a French quotation belongs to its mark: « Oui. »
            for (var i = 1; i < _text.Length; i++)
            {
                if (_classes[i - 1] == SentenceClass.Sp && _enclosures.Closes(i)) _classes[i - 1] = SentenceClass.Close;
            }

            foreach (var address in Addresses().EnumerateMatches(_text)) _classes.AsSpan(address.Index, address.Length).Fill(SentenceClass.OLetter);
        }

        public IEnumerable<(int End, int Next)> Cuts()
        {
            var start = 0;
            foreach (var found in SentenceBreaks.Of(_classes))
            {
                // A code that opens, and what cannot be seen, belongs to the next sentence.
                var (end, next) = (found.End, found.Next);
                while (_text[end - 1] == Tokens.Open) end--;
                while (next > end && !char.IsWhiteSpace(_text[next - 1])) next--;
                if (!MayCut(end, next) || !EndsSentence(start, found.Mark, end, next)) continue;
                yield return (end, next);
                start = next;
            }
        }

        /// <summary>A line's end is a blank here, and an ellipsis ends a sentence like three full stops.</summary>
        private static SentenceClass HouseClass(SentenceClass value, char c) => value switch
        {
            SentenceClass.CR or SentenceClass.LF or SentenceClass.Sep => SentenceClass.Sp,
            _ when c == '…' => SentenceClass.ATerm,
            _ => value,
        };

        private bool MayCut(int end, int next) => end > 0 && _tokens.Depth(end) == 0 && _tokens.Depth(next) == 0
            && _enclosures.Depth(end) == 0 && _text.AsSpan(end..next).IsWhiteSpace();

        private bool EndsSentence(int start, int mark, int end, int next)
        {
            var first = next;
            while (first < _text.Length && _classes[first] is SentenceClass.Format or SentenceClass.Extend or SentenceClass.Open or SentenceClass.Close) first++;
            if (first == _text.Length) return false;
            if (_enclosures.Depth(mark) > 0) return EndsQuotation(end, next, first);
            if (next == end && NeedsBlank(mark, next)) return false;
            if (_classes[first] == SentenceClass.Lower) return false;
            return _text[mark] is not ('.' or '．') || !IsAbbreviation(start, mark, _classes[first] == SentenceClass.Numeric);
        }

        /// <summary>A quotation that ends like a sentence may go on: «…?» chiese.</summary>
        private bool EndsQuotation(int end, int next, int first)
        {
            var last = end - 1;
            while (Tokens.IsCode(_text[last])) last--;
            if (!_enclosures.ClosesQuotation(last)) return false;
            return _rules.BeginsAfterQuotation(_text[_enclosures.Opens(next) ? next : first]) ?? (next > end && _classes[first] == SentenceClass.Upper);
        }

        /// <summary>Marks that stand in names, addresses and numbers too end a sentence only in front of a blank, or of a
        /// script that has none.</summary>
        private bool NeedsBlank(int mark, int next) =>
            _text[mark] is '.' or '…'
            || (char.IsAscii(_text[mark]) && !(_language.Unspaced && _classes[next] is SentenceClass.OLetter or SentenceClass.Open));

        private bool IsAbbreviation(int start, int mark, bool beforeNumber)
        {
            if (mark > start && _text[mark - 1] == '.') return false;
            var words = Words(start, mark);
            if (words.Length == 0) return false;
            var word = words[^1].AsSpan(0, words[^1].Length - 1);
            // The number of a heading or of an item.
            if (words.Length == 1 && start + words[0].Length == mark + 1 && IsNumber(word)) return true;
            if (word.Length == 1 && char.IsUpper(word[0])) return true;
            if (_rules.HasInitials && IsOneLetter(word)) return true;
            if (_rules.HasOrdinals && word.Length is 1 or 2 && IsNumber(word)) return true;
            return _rules.IsAbbreviation(words, beforeNumber, _text.AsSpan(mark + 1));
        }

        /// <summary>The last words in front of a full stop, and it.</summary>
        private string[] Words(int start, int mark)
        {
            var words = new List<string>();
            for (var (to, count) = (mark + 1, 0); to > start && count < 3; count++)
            {
                var from = to;
                while (from > start && !BeginsWord(from)) from--;
                if (from < to) words.Insert(0, Visible(from, to));
                if (from == start || !char.IsWhiteSpace(_text[from - 1])) break;
                to = from - 1;
            }

            return [.. words];
        }

        /// <summary>Whether a place is in front of a word, not inside it. Latin letters behind Japanese ones are a word of their
        /// own: 次はNo. 5です.</summary>
        private bool BeginsWord(int at) => char.IsWhiteSpace(_text[at - 1]) || Tokens.IsCode(_text[at - 1])
            || _classes[at - 1] is SentenceClass.Open or SentenceClass.Close
            || (_classes[at - 1] == SentenceClass.OLetter && _classes[at] is SentenceClass.Upper or SentenceClass.Lower);

        private string Visible(int from, int to) => _classes.AsSpan(from..to).Contains(SentenceClass.Format)
            ? string.Concat(_text[from..to].Where((_, i) => _classes[from + i] != SentenceClass.Format))
            : _text[from..to];

        private static bool IsNumber(ReadOnlySpan<char> word)
        {
            foreach (var c in word)
            {
                if (!char.IsDigit(c)) return false;
            }

            return true;
        }

        private static bool IsOneLetter(ReadOnlySpan<char> word) =>
            word.Length is > 0 and <= 3 && char.IsLetter(word[0]) && !char.IsAscii(word[0]) && !(word.Length > 1 && char.IsLetter(word[1]))
            && !(word.Length > 2 && char.IsLetter(word[2]));
    }
}
