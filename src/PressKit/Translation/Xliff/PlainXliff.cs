using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;

namespace PressKit.Translation.Xliff;

/// <summary>Reads a translation that stands as <see cref="XliffWriter"/> writes it, in one pass over its bytes: the writer the other way
/// round. Of a file that has anything else, matches and what is gone among it, or anything wrong, it makes nothing: the general reader
/// reads that, and says what is wrong.</summary>
internal ref struct PlainXliff
{
    // No element that is read here is shorter than eight bytes, so the general reader's limit on their number holds.
    private const int MostBytes = XliffReader.MaxElements * 8;
    private const int DeepestPair = 32;

    private static readonly SearchValues<byte> IdBytes = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.:"u8);

    private readonly ReadOnlySpan<byte> _xml;
    private readonly Dictionary<string, Provenance> _makers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _data = new(StringComparer.Ordinal);
    private readonly Dictionary<int, (InlineCode Code, Range Tag)> _codes = [];
    private readonly HashSet<int> _inTargets = [];
    private readonly Stack<InlineCode> _open = new();
    private readonly List<Piece> _pieces = [];
    private ReadOnlySpan<byte> _makerXml;
    private Provenance? _maker;
    private int _at;
    private bool _differs;

    private PlainXliff(ReadOnlySpan<byte> xml) => _xml = xml;

    /// <summary>The translation; null where the general reader has to read the file.</summary>
    public static StoredTranslation? Read(ReadOnlySpan<byte> xml)
    {
        if (xml.Length > MostBytes || !PlainXml.IsPlain(xml)) return null;
        var reader = new PlainXliff(xml);
        var translation = reader.Translation();
        return reader._differs || reader._at != xml.Length ? null : translation;
    }

    private StoredTranslation? Translation()
    {
        Expect("""
            <?xml version="1.0" encoding="UTF-8"?>
            <xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" xmlns:mda="urn:oasis:names:tc:xliff:metadata:2.0" xmlns:mtc="urn:oasis:names:tc:xliff:matches:2.0" version="2.1" srcLang="
            """u8);
        var source = Value();
        Expect(" trgLang=\""u8);
        var target = Value();
        Expect(">\n  <file id=\"f1\" original=\""u8);
        var original = Value();
        Expect(" canResegment=\"no\" xml:space=\"preserve\">\n    <skeleton href=\"revisions/"u8);
        var revision = Value();
        Expect("/>\n"u8);
        var units = Units();
        Expect("  </file>\n</xliff>\n"u8);
        if (!revision.EndsWith(".md", StringComparison.Ordinal) || !revision[..^3].All(char.IsAsciiLetterOrDigit)
            || !Language.TryParse(source, out var from) || !Language.TryParse(target, out var to)) return null;
        return new StoredTranslation(original, revision[..^3], from, to, units);
    }

    private ImmutableArray<TranslatedUnit> Units()
    {
        var units = ImmutableArray.CreateBuilder<TranslatedUnit>(32);
        var ids = new HashSet<string>(StringComparer.Ordinal);
        while (Skip("    <unit id=\""u8))
        {
            var unit = Unit();
            if (!ids.Add(unit.Id)) _differs = true;
            units.Add(unit);
        }

        if (units.Count == 0) _differs = true;
        return units.DrainToImmutable();
    }

    private TranslatedUnit Unit()
    {
        var length = _xml[_at..].IndexOfAnyExcept(IdBytes);
        var id = Value();
        if (length == 0 || length != id.Length) _differs = true;
        Expect(" type=\""u8);
        var role = UnitReader.RoleOf(Value());
        Expect(">\n"u8);
        Makers();
        var note = Note();
        Data();
        _codes.Clear();
        _inTargets.Clear();
        var segments = ImmutableArray.CreateBuilder<SegmentTranslation>(4);
        while (Skip("      <segment id=\""u8)) segments.Add(Segment(segments.Count));
        if (segments.Count == 0) _differs = true;
        Expect("    </unit>\n"u8);
        return new TranslatedUnit(id, role, segments.DrainToImmutable()) { Note = note };
    }

    private void Makers()
    {
        _makers.Clear();
        if (!Skip("      <mda:metadata>\n"u8)) return;
        while (Skip("        <mda:metaGroup category=\"pk:provenance\">\n          <mda:meta type=\"segments\">"u8))
        {
            var segments = Text();
            Expect("</mda:meta>\n"u8);
            if (Maker() is not { } maker)
            {
                _differs = true;
                return;
            }

            foreach (var segment in segments.Split(' ')) _makers[segment] = maker;
        }

        Expect("      </mda:metadata>\n"u8);
    }

    /// <summary>Who is named here. It is nearly always whoever was named last.</summary>
    private Provenance? Maker()
    {
        if (!_makerXml.IsEmpty && Skip(_makerXml)) return _maker;
        var from = _at;
        var meta = new Dictionary<string, string>(StringComparer.Ordinal);
        while (Skip("          <mda:meta type=\""u8))
        {
            var type = Value();
            meta.TryAdd(type, Skip("/>\n"u8) ? "" : Leaf(">"u8, "</mda:meta>\n"u8));
        }

        Expect("        </mda:metaGroup>\n"u8);
        if (_differs) return null;
        _makerXml = _xml[from.._at];
        return _maker = UnitReader.MakerOf(meta);
    }

    private string? Note() => Skip("      <notes>\n        <note category=\"pk:author\""u8) ? Leaf(">"u8, "</note>\n      </notes>\n"u8) : null;

    private void Data()
    {
        _data.Clear();
        if (!Skip("      <originalData>\n"u8)) return;
        // Those that begin with another letter are no markup.
        while (Skip("        <data id=\"d"u8))
        {
            var id = Value();
            if (!_data.TryAdd(id, Skip("/>\n"u8) ? "" : Leaf(">"u8, "</data>\n"u8))) _differs = true;
        }

        Expect("      </originalData>\n"u8);
    }

    private SegmentTranslation Segment(int index)
    {
        var id = Value();
        if (id != XliffWriter.SegmentId(index)) _differs = true;
        Expect(" state=\""u8);
        if (!XliffNames.TryParse(Value(), out SegmentState state)) _differs = true;
        var subState = Skip(" subState=\""u8) ? Value() : null;
        Expect(">\n        <source>"u8);
        var source = Content("</source>\n"u8, isTarget: false);
        var target = Skip("        <target>"u8) ? Content("</target>\n"u8, isTarget: true) : null;
        // What an empty one means depends on who wrote it.
        if (target is { Count: 0 }) _differs = true;
        if (target is null) state = SegmentState.Initial;
        Expect("      </segment>\n"u8);
        var space = Skip("      <ignorable>\n        <source"u8) ? Leaf(">"u8, "</source>\n      </ignorable>\n"u8) : "";
        return new SegmentTranslation(new Segment(source, space), target, state, _makers.GetValueOrDefault(id))
        {
            IsRepaired = state != SegmentState.Initial && subState == XliffNames.Repaired,
        };
    }

    private InlineContent Content(scoped ReadOnlySpan<byte> end, bool isTarget)
    {
        var text = Text();
        if (Skip(end)) return InlineContent.Of(text);
        _pieces.Clear();
        _open.Clear();
        _pieces.Add(Piece.Run(text));
        while (!_differs && !Skip(end))
        {
            if (Skip("</pc>"u8))
            {
                if (_open.TryPop(out var innermost)) _pieces.Add(Piece.Close(innermost));
                else _differs = true;
            }
            else if ((isTarget ? CodeOfTarget() : CodeOfSource()) is { } code)
            {
                _pieces.Add(code.Spans ? Piece.Open(code) : Piece.Alone(code));
                if (code.Spans) _open.Push(code);
            }

            _pieces.Add(Piece.Run(Text()));
            if (_open.Count > DeepestPair) _differs = true;
        }

        if (_open.Count > 0) _differs = true;
        return _differs ? InlineContent.Empty : InlineContent.Of(_pieces);
    }

    private InlineCode? CodeOfSource()
    {
        var (from, spans) = (_at, Skip("<pc id=\""u8));
        if (!spans) Expect("<ph id=\""u8);
        var id = Number();
        Expect(" type=\""u8);
        var type = Value();
        var subType = Skip(" subType=\""u8) ? Value() : null;
        Expect(" canCopy=\"no\""u8);
        _ = Skip(" canDelete=\"no\""u8);
        _ = Skip(" canReorder=\"no\""u8) || Skip(" canReorder=\"firstNo\""u8);
        Expect(spans ? " dataRefStart=\"d"u8 : " dataRef=\"d"u8);
        var open = Original();
        if (spans) Expect(" dataRefEnd=\"d"u8);
        var close = spans ? Original() : null;
        if (!spans && Skip(" disp=\""u8)) Value();
        var equivalent = !spans && Skip(" equiv=\""u8) ? Value() : "";
        Expect(spans ? ">"u8 : "/>"u8);
        var code = new InlineCode(id, XliffNames.KindOf(type, subType), open, close, equivalent);
        if (!_codes.TryAdd(id, (code, new Range(from, _at)))) _differs = true;
        return _differs ? null : code;
    }

    /// <summary>The source's code whose tag stands here again. One that is copied, or that only a later source has, is left to the general
    /// reader.</summary>
    private InlineCode? CodeOfTarget()
    {
        var from = _at;
        if (!Skip("<pc id=\""u8)) Expect("<ph id=\""u8);
        var id = Number();
        _at = from;
        if (_differs || !_codes.TryGetValue(id, out var known) || !_inTargets.Add(id) || !Skip(_xml[known.Tag]))
        {
            _differs = true;
            return null;
        }

        return known.Code;
    }

    private string Original()
    {
        if (_data.TryGetValue(Value(), out var markup)) return markup;
        _differs = true;
        return "";
    }

    private int Number()
    {
        var digits = Value();
        if (digits.StartsWith('0') || !int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) _differs = true;
        else return number;
        return 0;
    }

    private string Leaf(scoped ReadOnlySpan<byte> begin, scoped ReadOnlySpan<byte> end)
    {
        Expect(begin);
        var text = Text();
        Expect(end);
        return text;
    }

    /// <summary>The text up to the next tag.</summary>
    private string Text() => Decoded(_xml[_at..].IndexOf((byte)'<'));

    /// <summary>The rest of an attribute's value, and its quotation mark.</summary>
    private string Value()
    {
        var value = Decoded(_xml[_at..].IndexOfAny("\"<\n\t"u8));
        Expect("\""u8);
        return value;
    }

    private string Decoded(int length)
    {
        var text = length < 0 ? null : PlainXml.Text(_xml.Slice(_at, length));
        if (text is null) _differs = true;
        else _at += length;
        return text ?? "";
    }

    private bool Skip(scoped ReadOnlySpan<byte> xml)
    {
        if (_differs || !_xml[_at..].StartsWith(xml)) return false;
        _at += xml.Length;
        return true;
    }

    private void Expect(scoped ReadOnlySpan<byte> xml)
    {
        if (!Skip(xml)) _differs = true;
    }
}
