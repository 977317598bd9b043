using System.Collections.Immutable;

namespace PressKit.Segmentation;

/// <summary>One of the two revisions that are aligned: its units and, one after the other, their sentences, with keys, and
/// with what each is paired with in the other revision.</summary>
internal sealed class Revision
{
    private readonly Likeness?[] _likeness;

    public Revision(ImmutableArray<Unit> units, Keys keys)
    {
        Units = units;
        First = new int[units.Length + 1];
        for (var i = 0; i < units.Length; i++) First[i + 1] = First[i] + units[i].Segments.Length;
        (UnitWords, UnitMarkup, Kinds) = (new int[units.Length], new int[units.Length], new int[units.Length]);
        (Sections, Placed, PlacedMarkup) = (new int[units.Length], new int[units.Length], new int[units.Length]);
        (Words, Markup, Owner) = (new int[First[^1]], new int[First[^1]], new int[First[^1]]);
        var section = 0;
        for (var i = 0; i < units.Length; i++)
        {
            var unit = units[i];
            var kind = Wording.Kind(unit.Role, unit.Id);
            Kinds[i] = keys.Of(kind);
            (UnitWords[i], UnitMarkup[i]) = KeysOf(unit.Segments.SelectMany(s => s.Source.Append(Piece.Run(s.Space))));
            if (unit.Role == UnitRole.Heading) section = UnitWords[i];
            Sections[i] = section;
            Placed[i] = keys.Of(FormattableString.Invariant($"{section} {UnitWords[i]}"));
            PlacedMarkup[i] = keys.Of(FormattableString.Invariant($"{section} {UnitMarkup[i]}"));
            for (var s = 0; s < unit.Segments.Length; s++)
            {
                var (at, content) = (First[i] + s, unit.Segments[s].Source);
                Owner[at] = i;
                (Words[at], Markup[at]) = unit.Segments.Length == 1 ? (UnitWords[i], UnitMarkup[i]) : KeysOf(content);
            }

            (int Words, int Markup) KeysOf(IEnumerable<Piece> content)
            {
                var words = keys.Of(string.Concat(kind, "\n", Wording.Of(content)));
                var markup = Wording.Markup(content);
                return (words, markup.Length == 0 ? words : keys.Of(FormattableString.Invariant($"{words}\0{markup}")));
            }
        }

        UnitPair = Filled(units.Length);
        Pair = Filled(First[^1]);
        Linked = new bool[First[^1]];
        _likeness = new Likeness?[First[^1]];
    }

    public ImmutableArray<Unit> Units { get; }

    /// <summary>The number of each unit's first sentence, and of the one behind the last.</summary>
    public int[] First { get; }

    public int[] UnitWords { get; }

    public int[] UnitMarkup { get; }

    /// <summary>The words of each unit and of the heading that it stands under.</summary>
    public int[] Placed { get; }

    /// <summary>The words and the markup of each unit, and the words of the heading that it stands under.</summary>
    public int[] PlacedMarkup { get; }

    public int[] Kinds { get; }

    /// <summary>The words of the heading that each unit stands under.</summary>
    public int[] Sections { get; }

    public int[] Words { get; }

    public int[] Markup { get; }

    /// <summary>The unit of each sentence.</summary>
    public int[] Owner { get; }

    /// <summary>The unit of the other revision that says the same; -1 for none.</summary>
    public int[] UnitPair { get; }

    /// <summary>The sentence of the other revision that says the same; -1 for none.</summary>
    public int[] Pair { get; }

    /// <summary>Whether a sentence was changed into one of the other revision, or from one.</summary>
    public bool[] Linked { get; }

    /// <summary>Whether nothing is known yet of what became of a sentence.</summary>
    public bool IsOpen(int sentence) => Pair[sentence] < 0 && !Linked[sentence] && UnitPair[Owner[sentence]] < 0;

    public IEnumerable<int> OpenSentences(int unit) =>
        Enumerable.Range(First[unit], First[unit + 1] - First[unit]).Where(IsOpen);

    public Segment Sentence(int sentence) => Units[Owner[sentence]].Segments[sentence - First[Owner[sentence]]];

    public SegmentPlace Place(int sentence) => new(Owner[sentence], sentence - First[Owner[sentence]]);

    public Likeness LikenessOf(int sentence) => _likeness[sentence] ??= new Likeness(Sentence(sentence).Source.ReadingText);

    private static int[] Filled(int length)
    {
        var result = new int[length];
        Array.Fill(result, -1);
        return result;
    }

    /// <summary>Numbers for texts, so that they compare at once.</summary>
    public sealed class Keys
    {
        private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

        public int Of(string text)
        {
            if (!_numbers.TryGetValue(text, out var number)) _numbers.Add(text, number = _numbers.Count + 1);
            return number;
        }
    }
}
