using System.Collections.Immutable;
using System.Runtime.InteropServices;

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
            var segments = unit.Segments.AsSpan();
            var kind = Wording.Kind(unit.Role, unit.Id);
            Kinds[i] = keys.Of(kind);
            (UnitWords[i], UnitMarkup[i]) = keys.Of(kind, segments);
            if (unit.Role == UnitRole.Heading) section = UnitWords[i];
            Sections[i] = section;
            Placed[i] = keys.Of(section, UnitWords[i]);
            PlacedMarkup[i] = keys.Of(section, UnitMarkup[i]);
            for (var s = 0; s < segments.Length; s++)
            {
                Owner[First[i] + s] = i;
                (Words[First[i] + s], Markup[First[i] + s]) =
                    segments.Length == 1 ? (UnitWords[i], UnitMarkup[i]) : keys.Of(kind, segments.Slice(s, 1));
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
        private readonly Dictionary<(int, int), int> _pairs = [];
        private readonly List<char> _text = [];

        public int Of(ReadOnlySpan<char> text)
        {
            ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(_numbers.GetAlternateLookup<ReadOnlySpan<char>>(), text, out var known);
            return known ? number : number = _numbers.Count;
        }

        public int Of(int first, int second)
        {
            ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(_pairs, (first, second), out var known);
            return known ? number : number = _pairs.Count;
        }

        /// <summary>A number for what sentences of a kind of unit say, and one for that and their markup.</summary>
        public (int Words, int Markup) Of(string kind, ReadOnlySpan<Segment> segments)
        {
            _text.Clear();
            _text.AddRange(kind.AsSpan());
            _text.Add('\n');
            var (start, hasCodes) = (_text.Count, false);
            foreach (var segment in segments)
            {
                for (var i = 0; i < segment.Source.Count; i++)
                {
                    Wording.Append(_text, start, segment.Source[i]);
                    hasCodes |= segment.Source[i].Code is not null;
                }

                Wording.Append(_text, start, Piece.Run(segment.Space));
            }

            Wording.Trim(_text, start);
            var words = Of(CollectionsMarshal.AsSpan(_text));
            return (words, hasCodes ? Of(FormattableString.Invariant($"{words}\0{MarkupOf(segments)}")) : words);
        }

        private static string MarkupOf(ReadOnlySpan<Segment> segments)
        {
            var content = new List<Piece>();
            foreach (var segment in segments) content.AddRange(segment.Source);
            return Wording.Markup(content);
        }
    }
}
