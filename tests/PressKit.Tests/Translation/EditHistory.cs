using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace PressKit.Tests.Translation;

/// <summary>A document and its edits, made by chance, in which every sentence knows who it is: a sentence that is moved or
/// copied stays who it was, one whose text is changed becomes another. So what a translation was given for is known by
/// construction. One whose figure, mark or markup is changed stays who it was, too; so does what was put in the place of its like.
/// Short cells repeat, each with a translation of its own, which is harder than life.</summary>
internal sealed class EditHistory
{
    private static readonly string[] Repeated = ["Sì", "No", "—", "10 €", "Gratis", "Da definire", "Ingresso libero."];
    private static readonly string[] Syllables = ["ma", "ri", "to", "le", "na", "so", "vi", "do", "per", "con", "gra", "fi", "lu", "ce", "stro", "à"];
    private readonly Random _random;
    private readonly HashSet<string> _used = new(StringComparer.Ordinal);
    private readonly Dictionary<int, HistorySentence> _was = [];
    private readonly List<HistoryBlock> _removed = [];
    private readonly List<HistoryBlock> _blocks = [];
    private int _last;

    public EditHistory(int seed)
    {
        _random = new Random(seed);
        var sections = _random.Next(2, 6);
        for (var section = 0; section < sections; section++)
        {
            _blocks.Add(new HistoryBlock(UnitRole.Heading, [Fresh(1, 4)]));
            for (var i = _random.Next(1, 5); i > 0; i--) _blocks.Add(Paragraph());
            if (_random.Next(2) == 0) continue;
            for (var row = _random.Next(2, 7); row > 0; row--) _blocks.AddRange(Row());
        }
    }

    public List<HistoryBlock> Blocks => _blocks;

    /// <summary>How many sentences the edits have touched so far.</summary>
    public int Touched { get; private set; }

    /// <summary>How many of them in nothing but figures, marks and markup.</summary>
    public int Soft { get; private set; }

    public ImmutableArray<Unit> Units()
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        return [.. _blocks.Select(block =>
        {
            var code = 0;
            var segments = block.Sentences.Select((s, i) => new Segment(s.Content(ref code), i < block.Sentences.Count - 1 ? " " : "")).ToImmutableArray();
            var key = block.Role + string.Concat(segments.Select(s => s.Source.ToString()));
            var occurrence = seen[key] = seen.GetValueOrDefault(key) + 1;
            return new Unit("u" + Hash.Of(key, occurrence.ToString(CultureInfo.InvariantCulture))[..12], block.Role, segments);
        })];
    }

    /// <summary>Edits the document once.</summary>
    public void Edit()
    {
        Action edit = _random.Next(125) switch
        {
            >= 117 => ChangeMark,
            >= 113 => ChangeMarkup,
            >= 103 => ChangeFigure,
            >= 100 => AddLookAlike,
            < 30 => Correct,
            < 36 => ChangeLink,
            < 44 => InsertSentence,
            < 50 => DeleteSentence,
            < 60 => Move,
            < 67 => Split,
            < 74 => Merge,
            < 78 => Repeat,
            < 83 => () => Insert([Paragraph()]),
            < 87 => () => Insert(Row()),
            < 93 => Delete,
            < 97 => Restore,
            _ => Revert,
        };
        edit();
    }

    /// <summary>Which sentence a sentence was before its text was changed.</summary>
    public int? Earlier(HistorySentence sentence) => _was.TryGetValue(sentence.Who, out var was) ? was.Who : null;

    /// <summary>The beginning of that one's translation.</summary>
    public string? Was(HistorySentence sentence) => _was.TryGetValue(sentence.Who, out var was) ? was.Beginning : null;

    // A word more, a letter less, a syllable more: never what any sentence ever said.
    private void Correct()
    {
        var (block, at) = AnySentence();
        var old = block.Sentences[at];
        string text;
        do
        {
            var words = old.Text.Split(' ').ToList();
            var word = _random.Next(words.Count);
            if (_random.Next(3) == 0 || !words[word].All(char.IsLetter)) words.Insert(word, Word());
            else if (_random.Next(2) == 0 && words[word].Length > 2) words[word] = words[word].Remove(_random.Next(words[word].Length), 1);
            else words[word] += Syllables[_random.Next(Syllables.Length)];
            text = string.Join(' ', words);
        }
        while (!_used.Add(text));
        var now = old with { Who = ++_last, Text = text };
        _was[now.Who] = old;
        block.Sentences[at] = now;
        Touched++;
    }

    private void ChangeFigure()
    {
        var (block, at) = AnySentence();
        if (WithAnotherFigure(block.Sentences[at]) is not { } now) return;
        block.Sentences[at] = now;
        Touched++;
        Soft++;
    }

    private void AddLookAlike()
    {
        var (block, at) = AnySentence();
        if (WithAnotherFigure(block.Sentences[at]) is not { } now) return;
        Insert([new HistoryBlock(block.Role, [now with { Who = ++_last }])]);
    }

    private HistorySentence? WithAnotherFigure(HistorySentence sentence)
    {
        if (!HistorySentence.Figures().IsMatch(sentence.Text)) return null;
        string text;
        do text = HistorySentence.Figures().Replace(sentence.Text, _ => Figure(), 1);
        while (!_used.Add(text));
        return sentence with { Text = text };
    }

    private void ChangeMark()
    {
        var (block, at) = AnySentence();
        var old = block.Sentences[at];
        if (old.Text[^1] is not ('.' or '!') || old.Text.Length < 20) return;
        var text = _random.Next(2) == 0 ? old.Text[..^1] + (old.Text[^1] == '.' ? "!" : ".") : old.Text.Insert(old.Text.IndexOf(' ', StringComparison.Ordinal) is > 0 and var space ? space : 0, ",");
        if (!_used.Add(text)) return;
        block.Sentences[at] = old with { Text = text };
        Touched++;
        Soft++;
    }

    private void ChangeMarkup()
    {
        var (block, at) = AnySentence();
        if (block.Sentences[at].Text is not { Length: >= 20 } text || text.IndexOf(' ', StringComparison.Ordinal) < 1) return;
        block.Sentences[at] = block.Sentences[at] with { IsEmphasised = !block.Sentences[at].IsEmphasised };
        Touched++;
        Soft++;
    }

    private void Revert()
    {
        var changed = _blocks.SelectMany(b => b.Sentences.Select((s, i) => (b, s, i))).Where(x => _was.ContainsKey(x.s.Who)).ToList();
        if (changed.Count == 0) return;
        var (block, sentence, at) = changed[_random.Next(changed.Count)];
        block.Sentences[at] = _was[sentence.Who];
        Touched++;
    }

    private void ChangeLink()
    {
        var (block, at) = AnySentence();
        if (!block.Sentences[at].HasLink) return;
        block.Sentences[at] = block.Sentences[at] with { Address = block.Sentences[at].Address + 1 };
        Touched++;
    }

    private void InsertSentence()
    {
        var block = AnyBlock(UnitRole.Paragraph);
        block?.Sentences.Insert(_random.Next(block.Sentences.Count + 1), Fresh(4, 16));
        Touched++;
    }

    private void DeleteSentence()
    {
        if (AnyBlock(UnitRole.Paragraph) is not { Sentences.Count: > 1 } block) return;
        block.Sentences.RemoveAt(_random.Next(block.Sentences.Count));
        Touched++;
    }

    private void Move()
    {
        var (at, count) = AnyRun();
        var moved = _blocks.GetRange(at, count);
        _blocks.RemoveRange(at, count);
        Insert(moved);
    }

    private void Split()
    {
        if (AnyBlock(UnitRole.Paragraph) is not { Sentences.Count: > 1 } block) return;
        Touched += block.Sentences.Count;
        var at = _random.Next(1, block.Sentences.Count);
        _blocks.Insert(_blocks.IndexOf(block) + 1, new HistoryBlock(block.Role, block.Sentences[at..]));
        block.Sentences.RemoveRange(at, block.Sentences.Count - at);
    }

    private void Merge()
    {
        for (var i = _random.Next(_blocks.Count); i < _blocks.Count - 1; i++)
        {
            if (_blocks[i].Role != UnitRole.Paragraph || _blocks[i + 1].Role != UnitRole.Paragraph) continue;
            _blocks[i].Sentences.AddRange(_blocks[i + 1].Sentences);
            Touched += _blocks[i].Sentences.Count;
            _blocks.RemoveAt(i + 1);
            return;
        }
    }

    private void Repeat()
    {
        var (at, count) = AnyRun();
        Insert(_blocks.GetRange(at, count).ConvertAll(b => new HistoryBlock(b.Role, [.. b.Sentences])));
    }

    private void Delete()
    {
        if (_blocks.Count < 6) return;
        var (at, count) = AnyRun();
        _removed.AddRange(_blocks.GetRange(at, count));
        Touched += _blocks.GetRange(at, count).Sum(b => b.Sentences.Count);
        _blocks.RemoveRange(at, count);
    }

    private void Restore()
    {
        if (_removed.Count == 0) return;
        var block = _removed[_random.Next(_removed.Count)];
        _removed.Remove(block);
        Insert([block]);
    }

    private void Insert(List<HistoryBlock> blocks)
    {
        Touched += blocks.Sum(b => b.Sentences.Count);
        _blocks.InsertRange(_random.Next(_blocks.Count + 1), blocks);
    }

    /// <summary>A block, or a label with the cells behind it.</summary>
    private (int At, int Count) AnyRun()
    {
        var at = _random.Next(_blocks.Count);
        var count = 1;
        if (_blocks[at].Role == UnitRole.Cell && _random.Next(4) > 0)
            while (at + count < _blocks.Count && _blocks[at + count].Role == UnitRole.Cell && count < 3) count++;
        return (at, count);
    }

    private HistoryBlock? AnyBlock(UnitRole role)
    {
        var blocks = _blocks.FindAll(b => b.Role == role);
        return blocks.Count == 0 ? null : blocks[_random.Next(blocks.Count)];
    }

    private (HistoryBlock Block, int At) AnySentence()
    {
        var block = _blocks[_random.Next(_blocks.Count)];
        return (block, _random.Next(block.Sentences.Count));
    }

    private HistoryBlock Paragraph() => new(_random.Next(4) == 0 ? UnitRole.Item : UnitRole.Paragraph,
        [.. Enumerable.Range(0, _random.Next(1, 6)).Select(_ => _random.Next(20) == 0 ? Cell() : Fresh(4, 16))]);

    private List<HistoryBlock> Row() => [new(UnitRole.Cell, [Fresh(1, 2)]), .. Enumerable.Range(0, 2).Select(_ => new HistoryBlock(UnitRole.Cell, [Cell()]))];

    private HistorySentence Cell() => new(++_last, Repeated[_random.Next(Repeated.Length)], HasLink: false, 0);

    private HistorySentence Fresh(int least, int most)
    {
        string text;
        do
        {
            text = _random.Next(12) == 0
                ? string.Concat(Enumerable.Range(0, _random.Next(6, 40)).Select(_ => (char)_random.Next('一', '一' + 3000))) + "。"
                : string.Join(' ', Enumerable.Range(0, _random.Next(least, most)).Select(_ => _random.Next(15) == 0 ? Figure() : Word())) + (least > 1 ? "." : "");
        }
        while (!_used.Add(text));
        return new HistorySentence(++_last, text, _random.Next(5) == 0 && text.Contains(' ', StringComparison.Ordinal), 0);
    }

    private string Figure() => _random.Next(5) switch
    {
        0 => _random.Next(1, 100).ToString(CultureInfo.InvariantCulture),
        1 => _random.Next(1990, 2040).ToString(CultureInfo.InvariantCulture),
        2 => FormattableString.Invariant($"{_random.Next(1, 900)},{_random.Next(1, 100)}"),
        3 => FormattableString.Invariant($"{_random.Next(1, 900)}.{_random.Next(0, 1000):000}"),
        _ => FormattableString.Invariant($"{_random.Next(1, 900)}.{_random.Next(0, 1000):000}.{_random.Next(0, 1000):000}"),
    };

    private string Word()
    {
        var word = new StringBuilder();
        for (var i = _random.Next(1, 5); i > 0; i--) word.Append(Syllables[_random.Next(Syllables.Length)]);
        return word.ToString();
    }
}
