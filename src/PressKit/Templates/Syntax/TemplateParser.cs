using System.Collections.Immutable;

namespace PressKit.Templates.Syntax;

/// <summary>Reads the part of Handlebars that PressKit's templates are written in: values, <c>if</c>, <c>unless</c>,
/// <c>each</c>, <c>with</c>, <c>else</c>, partials, partial blocks, assets and comments. Everything else is refused here,
/// with its place, so that nothing surprises when the template runs.</summary>
internal sealed class TemplateParser
{
    private const int DeepestBlock = 60;
    private readonly string _template;
    private readonly List<TemplateTag> _tags;
    private int _next;
    private int _depth;

    private TemplateParser(string template)
    {
        _template = template;
        _tags = [.. TemplateTag.In(template).Where(t => !t.IsComment)];
    }

    /// <summary>The template's nodes.</summary>
    /// <exception cref="TemplateSyntaxException">It does not parse.</exception>
    public static ImmutableArray<TemplateNode> Parse(string template)
    {
        var parser = new TemplateParser(template);
        var nodes = parser.Nodes();
        if (parser._next == parser._tags.Count) return nodes;
        var stray = parser._tags[parser._next];
        throw Broken(stray.Offset, $"'{{{{{stray.Content}}}}}' belongs to no block.", "Remove it, or open its block before it.");
    }

    private ImmutableArray<TemplateNode> Nodes()
    {
        if (++_depth > DeepestBlock)
            throw Broken(_tags[_next - 1].Offset, "Blocks stand too deep in each other.", "Move the inner ones into a partial.");
        var nodes = ImmutableArray.CreateBuilder<TemplateNode>();
        while (_next < _tags.Count)
        {
            var tag = _tags[_next];
            var content = tag.Content.TrimStart();
            if (content.StartsWith('/') || IsElse(tag)) break;
            _next++;
            nodes.Add(Node(tag, content));
        }

        _depth--;
        return nodes.ToImmutable();
    }

    private TemplateNode Node(TemplateTag tag, string content)
    {
        if (content.StartsWith("#>", StringComparison.Ordinal)) return PartialBlock(tag);
        return content.Length == 0 ? throw Broken(tag.Offset, "The tag is empty.", "Write a variable's name into it.") : content[0] switch
        {
            '#' => Block(tag),
            '>' => Partial(tag, tag.Content.IndexOf('>', StringComparison.Ordinal) + 1, default),
            '&' => throw new TemplateSyntaxException("template.raw", tag.Offset, "'{{&' would write a value without escaping it.",
                "Write {{: a value that is markup is written as it is anyway."),
            '^' => throw Broken(tag.Offset, "'{{^' is not supported.", "Write {{else}}, or {{#unless}} … {{/unless}}."),
            '*' => throw Broken(tag.Offset, "Decorators are not supported.", "Put the text into a partial of its own."),
            _ => Value(tag),
        };
    }

    private TemplateNode Value(TemplateTag tag)
    {
        if (tag.Offset > 0 && _template[tag.Offset - 1] == '=' && IsInTag(tag.Offset))
        {
            throw new TemplateSyntaxException("template.unquoted", tag.Offset, "An attribute's value has no quotation marks.",
                "Write \" before and behind the value.");
        }

        var words = tag.Words(0);
        if (words[0].Text == "asset")
        {
            if (words.Count == 2 && words[1].Text.Length > 2 && words[1].Text[0] is '"' or '\'')
                return new AssetNode(tag.Offset, tag.Length, words[1].Text[1..^1]);
            throw Broken(tag.Offset, "'asset' takes the name of a file.", "Write {{asset \"press.css\"}}.");
        }

        if (words.Count > 1)
        {
            throw new TemplateSyntaxException("template.unknown-helper", words[0].Offset, $"There is no helper '{words[0].Text}'.",
                "Helpers are if, unless, each, with and asset.");
        }

        return new ValueNode(tag.Offset, Path(words[0]), IsInTag(tag.Offset));
    }

    private BlockNode Block(TemplateTag tag)
    {
        var words = tag.Words(tag.Content.IndexOf('#', StringComparison.Ordinal) + 1);
        if (words.Count == 0) throw Broken(tag.Offset, "The block has no name.", "Write {{#if name}} or {{#each names}}.");
        if (Kind(words[0].Text) is not { } kind)
        {
            throw new TemplateSyntaxException("template.unknown-helper", words[0].Offset,
                $"There is no block helper '{words[0].Text}'.", "Block helpers are if, unless, each and with.");
        }

        var path = Argument(tag, words);
        var body = Nodes();
        var otherwise = Otherwise(tag, kind, words[0].Text);
        return new BlockNode(tag.Offset, kind, path, body, otherwise);
    }

    /// <summary>What follows a block's body: <c>else</c>, <c>else if</c>, and the closing tag, which is consumed.</summary>
    private ImmutableArray<TemplateNode> Otherwise(TemplateTag open, BlockKind kind, string name)
    {
        if (_next == _tags.Count)
            throw Broken(open.Offset, $"'{{{{#{name}}}}}' is not closed.", $"Write {{{{/{name}}}}} where the block ends.");
        var tag = _tags[_next];
        if (!IsElse(tag))
        {
            Close(tag, open, name);
            return [];
        }

        _next++;
        var words = tag.Words(0);
        if (words.Count == 1)
        {
            var nodes = Nodes();
            if (_next == _tags.Count)
                throw Broken(open.Offset, $"'{{{{#{name}}}}}' is not closed.", $"Write {{{{/{name}}}}} where the block ends.");
            Close(_tags[_next], open, name);
            return nodes;
        }

        if (words[1].Text != "if" || kind != BlockKind.If)
            throw Broken(tag.Offset, $"'{{{{{tag.Content.Trim()}}}}}' is not supported.", "Write {{else}}, or {{else if name}} inside an if.");
        var path = Argument(tag, words[1..]);
        var body = Nodes();
        return [new BlockNode(tag.Offset, BlockKind.If, path, body, Otherwise(open, kind, name))];
    }

    private void Close(TemplateTag tag, TemplateTag open, string name)
    {
        var closes = tag.Content.Trim().TrimStart('/').Trim();
        if (tag.Content.TrimStart().StartsWith('/') && closes == name)
        {
            _next++;
            return;
        }

        var (line, _) = LineOf(_template, open.Offset);
        throw Broken(tag.Offset, $"'{{{{{tag.Content.Trim()}}}}}' closes nothing here: '{name}' of line {line.ToString(System.Globalization.CultureInfo.InvariantCulture)} is open.",
            $"Write {{{{/{name}}}}} before it.");
    }

    private PartialNode PartialBlock(TemplateTag tag)
    {
        var from = tag.Content.IndexOf('>', StringComparison.Ordinal) + 1;
        var words = tag.Words(from);
        var nodes = Nodes();
        var name = words.Count > 0 ? words[0].Text : "";
        if (_next == _tags.Count)
            throw Broken(tag.Offset, $"'{{{{#> {name}}}}}' is not closed.", $"Write {{{{/{name}}}}} where the block ends.");
        Close(_tags[_next], tag, name);
        if (words.Count > 1)
            throw Broken(words[1].Offset, "A partial block has no context of its own.", "Put it into {{#with}} … {{/with}}.");
        return Partial(tag, from, nodes);
    }

    private PartialNode Partial(TemplateTag tag, int from, ImmutableArray<TemplateNode> block)
    {
        var words = tag.Words(from);
        if (words.Count == 0) throw Broken(tag.Offset, "The partial has no name.", "Write {{> name}}.");
        if (words.Count > 2 || words.Exists(w => w.Text.Contains('=', StringComparison.Ordinal)))
            throw Broken(tag.Offset, "A partial takes a name and at most one variable.", "Write {{> card}} or {{> card lead}}.");
        return new PartialNode(tag.Offset, words[0].Text, words[0].Offset, words.Count == 2 ? Path(words[1]) : null, block);
    }

    private TemplatePath Argument(TemplateTag tag, List<(string Text, int Offset)> words) => words.Count == 2
        ? Path(words[1])
        : throw Broken(tag.Offset, $"'{words[0].Text}' takes exactly one variable.", $"Write {{{{#{words[0].Text} name}}}}.");

    private static TemplatePath Path((string Text, int Offset) word)
    {
        var (text, offset) = word;
        var rest = text;
        var up = 0;
        while (rest.StartsWith("../", StringComparison.Ordinal)) (rest, up) = (rest[3..], up + 1);
        if (rest == "..") (rest, up) = ("", up + 1);
        if (rest.StartsWith("./", StringComparison.Ordinal)) rest = rest[2..];
        if (rest is "@index" or "@first" or "@last" or "@key" && up == 0) return new TemplatePath(offset, text, 0, [], rest);
        if (rest is "" or "." or "this") return new TemplatePath(offset, text, up, [], null);
        if (rest.StartsWith("this.", StringComparison.Ordinal)) rest = rest[5..];
        ImmutableArray<string> names = [.. rest.Split('.')];
        if (!names.All(IsName))
        {
            throw Broken(offset, $"'{text}' is not a variable's path.",
                "A path is made of names with dots between them: release.headline, ../title, @index.");
        }

        return new TemplatePath(offset, text, up, names, null);
    }

    private static bool IsName(string name) =>
        name.Length > 0 && !char.IsAsciiDigit(name[0]) && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-');

    private static bool IsElse(TemplateTag tag) =>
        tag.Content.AsSpan().Trim() is var content
        && content.StartsWith("else", StringComparison.Ordinal) && (content.Length == 4 || char.IsWhiteSpace(content[4]));

    private static BlockKind? Kind(string name) => name switch
    {
        "if" => BlockKind.If,
        "unless" => BlockKind.Unless,
        "each" => BlockKind.Each,
        "with" => BlockKind.With,
        _ => null,
    };

    /// <summary>Whether a place is between <c>&lt;</c> and <c>&gt;</c>, as far as the template's own text tells.</summary>
    private bool IsInTag(int offset)
    {
        for (var i = offset - 1; i >= 0; i--)
        {
            if (_template[i] == '<') return true;
            if (_template[i] == '>') return false;
            if (_template[i] != '}' || i == 0 || _template[i - 1] != '}') continue;
            i = Math.Max(0, _template.LastIndexOf("{{", i, StringComparison.Ordinal));
        }

        return false;
    }

    /// <summary>Line and column, from 1.</summary>
    internal static (int Line, int Column) LineOf(string template, int offset)
    {
        var before = template.AsSpan(0, offset);
        var lineStart = before.LastIndexOf('\n') + 1;
        return (before.Count('\n') + 1, offset - lineStart + 1);
    }

    private static TemplateSyntaxException Broken(int offset, string message, string remedy) =>
        new("template.syntax", offset, message, remedy);
}
