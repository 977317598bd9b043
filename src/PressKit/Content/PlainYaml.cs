using System.Buffers;
using System.Collections.Immutable;
using System.Text;

namespace PressKit.Content;

/// <summary>Reads YAML as nearly every front matter has it, twenty times as fast as a general parser: one mapping of plain keys, with
/// values on the line of their key or folded, lists, and mappings and lists below. Of anything else, and of all that is wrong, it makes nothing:
/// the general parser reads that.</summary>
internal ref struct PlainYaml
{
    private const int Deepest = 8;

    // Characters that are none of a plain text's, or that count otherwise: controls, other line ends, pairs of surrogates.
    private static readonly SearchValues<char> Odd = SearchValues.Create(string.Concat(Enumerable.Range(0, 0xA0).Select(c => (char)c)
        .Where(c => char.IsControl(c) && c != '\n').Concat(Enumerable.Range(0xD800, 0x800).Select(c => (char)c)).Concat(['\u2028', '\u2029', '\uFEFF', '\uFFFE', '\uFFFF'])));

    private static readonly SearchValues<char> KeyCharacters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");
    private static readonly SearchValues<char> IdCharacters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_/");

    private readonly ReadOnlySpan<char> _yaml;
    private readonly string _file;
    private readonly int _firstLine;
    private int _next;
    private int _line = -1;
    private int _indent;
    private bool _endsInSpace;
    private ReadOnlySpan<char> _rest;

    private PlainYaml(ReadOnlySpan<char> yaml, string file, int firstLine)
    {
        _yaml = yaml;
        _file = file;
        _firstLine = firstLine;
    }

    /// <summary>The mapping; null where the general parser has to read it.</summary>
    public static YamlMap? Read(string yaml, string file, int firstLine)
    {
        if (yaml.AsSpan().ContainsAny(Odd)) return null;
        var reader = new PlainYaml(yaml, file, firstLine);
        return reader.Advance() && reader._indent == 0 && reader.Map(0, 0) is { } map && reader._rest.IsEmpty ? map : null;
    }

    private readonly Place Here => new(_file, _firstLine + _line, _indent + 1);

    /// <summary>Goes to the next line that is not blank; at the end nothing is left.</summary>
    private bool Advance()
    {
        while (_next <= _yaml.Length)
        {
            var line = _yaml[_next..];
            var end = line.IndexOf('\n');
            if (end >= 0) line = line[..end];
            _next += line.Length + 1;
            _line++;
            _rest = line.Trim(' ');
            _endsInSpace = line.EndsWith(' ');
            if (_rest.IsEmpty) continue;
            _indent = line.IndexOfAnyExcept(' ');
            return true;
        }

        _rest = [];
        return false;
    }

    private YamlMap? Map(int indent, int depth)
    {
        if (depth > Deepest) return null;
        var place = Here;
        var entries = ImmutableArray.CreateBuilder<YamlEntry>();
        while (!_rest.IsEmpty && _indent == indent && _rest[0] != '-')
        {
            var at = Here;
            var colon = _rest.IndexOf(':');
            if (colon <= 0 || _rest[..colon].ContainsAnyExcept(KeyCharacters) || (colon + 1 < _rest.Length && _rest[colon + 1] != ' ')) return null;
            var key = _rest[..colon].ToString();
            foreach (var entry in entries)
            {
                if (entry.Key == key) return null;
            }

            Skip(colon + 1);
            if ((_rest.IsEmpty ? Below(indent, depth) : _rest is ">-" ? Folded(indent) : Value(indent)) is not { } value) return null;
            entries.Add(new YamlEntry(key, at, value));
        }

        return entries.Count == 0 || (!_rest.IsEmpty && _indent > indent) ? null : new YamlMap(place, entries.DrainToImmutable());
    }

    /// <summary>What stands below a key: a list, as deep as the key or deeper, or a mapping.</summary>
    private YamlNode? Below(int indent, int depth)
    {
        if (!Advance()) return null;
        if (_rest[0] == '-') return _indent >= indent ? List(_indent, depth + 1) : null;
        return _indent > indent ? Map(_indent, depth + 1) : null;
    }

    private YamlList? List(int indent, int depth)
    {
        if (depth > Deepest) return null;
        var place = Here;
        var items = ImmutableArray.CreateBuilder<YamlNode>();
        while (!_rest.IsEmpty && _indent == indent && _rest[0] == '-')
        {
            if (_rest.Length < 3 || _rest[1] != ' ') return null;
            Skip(1);
            var colon = _rest.IndexOf(':');
            var isMap = colon > 0 && (colon + 1 == _rest.Length || _rest[colon + 1] == ' ') && !_rest[..colon].ContainsAnyExcept(KeyCharacters);
            if ((isMap ? Map(_indent, depth + 1) : Value(indent)) is not { } item) return null;
            items.Add(item);
        }

        return items.Count == 0 || (!_rest.IsEmpty && _indent > indent) ? null : new YamlList(place, items.DrainToImmutable());
    }

    /// <summary>A value that ends with its line; none of a text that goes on in the next.</summary>
    private YamlNode? Value(int indent)
    {
        YamlNode? value = _rest[0] == '[' ? Flow() : Scalar();
        return value is null || (Advance() && _indent > indent) ? null : value;
    }

    /// <summary>A long text below its key, one paragraph of it.</summary>
    private YamlScalar? Folded(int indent)
    {
        var place = Here;
        if (!Advance() || _indent <= indent) return null;
        var (text, deep, last) = (new StringBuilder(), _indent, _line - 1);
        while (!_rest.IsEmpty && _indent > indent)
        {
            if (_indent != deep || _line != last + 1 || _endsInSpace || _firstLine + _line == place.Line + 1 != (text.Length == 0)) return null;
            text.Append(text.Length == 0 ? "" : " ").Append(_rest);
            last = _line;
            Advance();
        }

        return new YamlScalar(place, text.ToString(), IsPlain: false);
    }

    private readonly YamlScalar? Scalar()
    {
        if (_rest[0] is '"' or '\'')
        {
            var quoted = _rest[1..^1];
            return _rest.Length > 2 && _rest[^1] == _rest[0] && !quoted.ContainsAny(_rest[0], '\\') && quoted[^1] != ' '
                ? new YamlScalar(Here, quoted.ToString(), IsPlain: false) : null;
        }

        return char.IsLetterOrDigit(_rest[0]) && _rest[^1] != ':' && _rest.IndexOf(": ") < 0 && _rest.IndexOf(" #") < 0
            ? new YamlScalar(Here, _rest.ToString(), IsPlain: true) : null;
    }

    /// <summary>A list between brackets, of words.</summary>
    private YamlList? Flow()
    {
        if (_rest[^1] != ']') return null;
        var (place, line) = (Here, _indent);
        var items = ImmutableArray.CreateBuilder<YamlNode>();
        var list = _rest[1..^1];
        for (var at = 1; ;)
        {
            var comma = list.IndexOf(',');
            var item = comma < 0 ? list : list[..comma];
            var text = item.Trim(' ');
            var isQuoted = text.Length > 2 && text[0] == '"' && text[^1] == '"';
            var word = isQuoted ? text[1..^1] : text;
            if (word.IsEmpty || !char.IsLetterOrDigit(word[0]) || word.ContainsAnyExcept(isQuoted ? IdCharacters : KeyCharacters)) return null;
            items.Add(new YamlScalar(new Place(_file, _firstLine + _line, line + at + item.IndexOfAnyExcept(' ') + 1), word.ToString(), !isQuoted));
            if (comma < 0) return new YamlList(place, items.DrainToImmutable());
            at += comma + 1;
            list = list[(comma + 1)..];
        }
    }

    /// <summary>Passes over characters of the line, and the spaces behind them.</summary>
    private void Skip(int count)
    {
        var rest = _rest[count..];
        var space = Math.Max(rest.IndexOfAnyExcept(' '), 0);
        _indent += count + space;
        _rest = rest[space..];
    }
}
