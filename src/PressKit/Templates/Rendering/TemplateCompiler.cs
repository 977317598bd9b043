using System.Collections.Immutable;
using PressKit.Templates.Syntax;

namespace PressKit.Templates.Rendering;

/// <summary>Makes steps of templates. They have been checked, so that nothing in them is unknown.</summary>
internal sealed class TemplateCompiler
{
    private readonly ModelTypes _types;
    private readonly Dictionary<string, Lazy<Step[]>> _partials;

    /// <summary>A compiler that knows a theme's partials.</summary>
    /// <param name="types">Describes the models.</param>
    /// <param name="partials">The partials' texts by name.</param>
    public TemplateCompiler(ModelTypes types, IEnumerable<KeyValuePair<string, string>> partials)
    {
        _types = types;
        _partials = partials.ToDictionary(p => p.Key, p => new Lazy<Step[]>(() => Compile(p.Value)), StringComparer.Ordinal);
    }

    /// <summary>Compiles a template; the result may be used from any thread.</summary>
    public Step[] Compile(string template) => new Compilation(this, template).Steps(TemplateParser.Parse(template));

    /// <summary>Goes through a template's tags and nodes side by side: a node knows what it means, the tags what text is between.</summary>
    private sealed class Compilation(TemplateCompiler compiler, string template)
    {
        private readonly TemplateTexts _texts = TemplateTexts.Of(template);
        private int _next;

        public Step[] Steps(ImmutableArray<TemplateNode> nodes)
        {
            var steps = new List<Step>();
            Text(steps);
            foreach (var node in nodes)
            {
                _next++;
                steps.Add(Step(node));
                Text(steps);
            }

            return [.. steps];
        }

        /// <summary>The text from here to the next tag that is not a comment.</summary>
        private void Text(List<Step> steps)
        {
            var text = _texts.Before(_next);
            while (_texts.IsComment(_next)) text += _texts.Before(++_next);
            if (text.Length > 0) steps.Add(new TextStep(text));
        }

        private Step Step(TemplateNode node) => node switch
        {
            ValueNode value => new ValueStep(Path(value.Path)),
            BlockNode block => Block(block, isOpening: true),
            PartialNode { Name: PartialNode.CallersBlock } => new CallersBlockStep(),
            PartialNode partial => Partial(partial),
            _ => throw new ArgumentException($"{node} is no step.", nameof(node)),
        };

        /// <summary>A block. <c>else if</c> is one inside the other's rest, without a closing tag of its own.</summary>
        private Step Block(BlockNode block, bool isOpening)
        {
            var (path, body) = (Path(block.Path), Steps(block.Body));
            Step[] otherwise = [];
            if (_texts.IsElse(_next, out var isElseIf))
            {
                _next++;
                otherwise = isElseIf ? [Block((BlockNode)block.Otherwise[0], isOpening: false)] : Steps(block.Otherwise);
            }

            if (isOpening) _next++;
            return block.Kind switch
            {
                BlockKind.If => new IfStep(path, body, otherwise),
                BlockKind.Unless => new IfStep(path, otherwise, body),
                BlockKind.With => new WithStep(path, body, otherwise),
                _ => new EachStep(path, body, otherwise),
            };
        }

        private PartialStep Partial(PartialNode partial)
        {
            Step[]? block = null;
            if (!partial.Block.IsDefault)
            {
                block = Steps(partial.Block);
                _next++;
            }

            return new PartialStep(compiler._partials[partial.Name], partial.Context is { } about ? Path(about) : null, block);
        }

        private PathValue Path(TemplatePath path) => new(path, compiler._types);
    }
}
