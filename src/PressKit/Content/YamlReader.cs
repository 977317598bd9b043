using System.Collections.Immutable;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace PressKit.Content;

/// <summary>Reads the part of YAML that a newsroom uses: mappings, lists and scalars. Anchors, aliases, tags and several
/// documents in one file are problems: they can make a small file unboundedly large, and nobody needs them here.</summary>
internal sealed class YamlReader
{
    private const int DeepestNesting = 20;

    private readonly string _file;
    private readonly int _lineOffset;
    private readonly Problems _problems;
    private readonly Parser _parser;
    private readonly string _yaml;
    private Mark _last = Mark.Empty;

    private YamlReader(string yaml, string file, int firstLine, Problems problems)
    {
        _file = file;
        _lineOffset = firstLine - 1;
        _problems = problems;
        _yaml = yaml;
        _parser = new Parser(new StringReader(yaml));
    }

    /// <summary>Reads a document whose root is a mapping; an empty document is an empty mapping.</summary>
    /// <param name="yaml">The text.</param>
    /// <param name="file">Its file, for places.</param>
    /// <param name="firstLine">The line of the file at which the text begins.</param>
    /// <param name="problems">Takes what is wrong.</param>
    /// <returns>Null where it cannot be read.</returns>
    public static YamlMap? ReadMap(string yaml, string file, int firstLine, Problems problems) =>
        PlainYaml.Read(yaml, file, firstLine) ?? Parse(yaml, file, firstLine, problems);

    /// <summary>The same of any YAML.</summary>
    internal static YamlMap? Parse(string yaml, string file, int firstLine, Problems problems)
    {
        var reader = new YamlReader(yaml, file, firstLine, problems);
        try
        {
            return reader.Document();
        }
        catch (YamlException e)
        {
            return reader.Syntax(e.Start, Reason(e));
        }
        catch (InvalidOperationException)
        {
            // The parser's way to say that a bracket or brace is never closed.
            return reader.Syntax(reader._last, "did not find expected ',' or ']'");
        }
    }

    private YamlMap? Syntax(in Mark mark, string reason)
    {
        var (message, remedy, line) = YamlMistakes.Explain(reason, _yaml.Split('\n'), (int)mark.Line);
        _problems.Error("yaml.syntax", line == mark.Line ? At(mark) : new Place(_file, _lineOffset + line, 1), message, remedy);
        return null;
    }

    private static string Reason(YamlException e)
    {
        var innermost = e.InnerException as YamlException ?? e;
        var message = innermost.Message;
        var detail = message.LastIndexOf("): ", StringComparison.Ordinal);
        message = detail < 0 ? message : message[(detail + 3)..];
        return message.TrimEnd('.') + ".";
    }

    private Place At(in Mark mark) => new(_file, _lineOffset + (int)mark.Line, (int)mark.Column);

    private YamlMap? Document()
    {
        _parser.Consume<StreamStart>();
        if (_parser.Accept<StreamEnd>(out _)) return new YamlMap(new Place(_file, _lineOffset + 1, 1), []);
        _parser.Consume<DocumentStart>();
        var root = Node(0);
        if (root is null) return null;
        _parser.Consume<DocumentEnd>();
        if (!_parser.Accept<StreamEnd>(out var more))
        {
            _problems.Error("yaml.several-documents", At(_parser.Current!.Start), "A second YAML document begins here.",
                "Keep one document: remove the line with three hyphens.");
            return null;
        }

        switch (root)
        {
            case YamlMap map: return map;
            case YamlScalar { IsNull: true }: return new YamlMap(root.Place, []);
            default:
                _problems.Error("yaml.not-a-map", root.Place, "Keys with values are expected here.",
                    "Write each setting as 'key: value' on a line of its own.");
                return null;
        }
    }

    private YamlNode? Node(int depth)
    {
        _last = _parser.Current?.Start ?? _last;
        if (depth > DeepestNesting)
        {
            _problems.Error("yaml.too-deep", At(_parser.Current!.Start), $"More than {DeepestNesting} levels of nesting.",
                "Nothing in a newsroom nests so deep: look for a stray bracket.");
            return null;
        }

        if (_parser.Accept<AnchorAlias>(out var alias)) return Refused(alias.Start, "an alias (*)");
        if (_parser.Accept<NodeEvent>(out var node))
        {
            if (!node.Anchor.IsEmpty) return Refused(node.Start, "an anchor (&)");
            if (!node.Tag.IsEmpty && !node.Tag.IsNonSpecific) return Refused(node.Start, "a tag (!)");
        }

        if (_parser.TryConsume<Scalar>(out var scalar))
            return new YamlScalar(At(scalar.Start), Text(scalar), scalar.Style == ScalarStyle.Plain);
        if (_parser.TryConsume<SequenceStart>(out var sequence)) return List(sequence, depth);
        return Map(_parser.Consume<MappingStart>(), depth);
    }

    /// <summary>The text of a scalar, which can have any character behind a backslash.</summary>
    private string Text(Scalar scalar) => StrayCharacters.TakeOut(
        scalar.Value.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n'), _ => At(scalar.Start), _problems);

    private YamlList? List(SequenceStart start, int depth)
    {
        var items = ImmutableArray.CreateBuilder<YamlNode>();
        while (!_parser.TryConsume<SequenceEnd>(out _))
        {
            if (Node(depth + 1) is not { } item) return null;
            items.Add(item);
        }

        return new YamlList(At(start.Start), items.ToImmutable());
    }

    private YamlMap? Map(MappingStart start, int depth)
    {
        var entries = ImmutableArray.CreateBuilder<YamlEntry>();
        var keys = new HashSet<string>(StringComparer.Ordinal);
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            if (!_parser.TryConsume<Scalar>(out var key))
            {
                _problems.Error("yaml.syntax", At(_parser.Current!.Start), "A key is expected here.",
                    "Write 'key: value'; put text that begins with a bracket or brace in quotation marks.");
                return null;
            }

            if (Node(depth + 1) is not { } value) return null;
            if (keys.Add(Text(key)))
            {
                entries.Add(new YamlEntry(Text(key), At(key.Start), value));
                continue;
            }

            _problems.Error("yaml.duplicate-key", At(key.Start), $"'{key.Value}' stands here a second time.",
                "Keep one of the two.");
        }

        return new YamlMap(At(start.Start), entries.ToImmutable());
    }

    private YamlNode? Refused(in Mark mark, string what)
    {
        _problems.Error("yaml.not-supported", At(mark), $"YAML takes this for {what}, and a newsroom has none.",
            "Put the text into quotation marks, or write the value out.");
        return null;
    }
}
