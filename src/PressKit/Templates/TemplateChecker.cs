using System.Collections.Immutable;
using PressKit.Templates.Syntax;

namespace PressKit.Templates;

/// <summary>Resolves every path of a theme's templates against the models' types, following partials with whatever they
/// are called about. What passes here cannot fail when it is rendered.</summary>
internal sealed class TemplateChecker(
    ModelTypes types, IReadOnlyDictionary<string, TemplateFile> partials, IReadOnlyCollection<string> assets, Problems problems)
{
    private const string Reference = "All variables stand in docs/templates.md.";
    private readonly HashSet<(string Partial, Type About, bool HasBlock)> _checked = [];
    private readonly List<string> _open = [];
    private readonly HashSet<string> _reached = new(StringComparer.Ordinal);
    private readonly HashSet<string> _named = new(StringComparer.Ordinal);

    /// <summary>The names of the partials to which the templates checked so far lead.</summary>
    public IReadOnlySet<string> Partials => _reached;

    /// <summary>The names of the assets that those templates and partials name.</summary>
    public IReadOnlySet<string> Assets => _named;

    /// <summary>Checks a page's template.</summary>
    /// <param name="template">The template.</param>
    /// <param name="model">The type of the model that it is given.</param>
    public void Check(TemplateFile template, Type model) => Nodes(template.Nodes, template, new Scope(types.Of(model)), hasBlock: false);

    private void Nodes(ImmutableArray<TemplateNode> nodes, TemplateFile file, Scope scope, bool hasBlock)
    {
        foreach (var node in nodes)
        {
            switch (node)
            {
                case ValueNode value:
                    Value(value, file, scope);
                    break;
                case AssetNode asset:
                    Asset(asset, file);
                    break;
                case BlockNode block:
                    Block(block, file, scope, hasBlock);
                    break;
                case PartialNode partial:
                    Partial(partial, file, scope, hasBlock);
                    break;
            }
        }
    }

    private void Value(ValueNode value, TemplateFile file, Scope scope)
    {
        if (value.Path.LoopName is not null || Resolve(value.Path, file, scope) is not { } type)
        {
            if (value.Path.LoopName is "@first" or "@last" && Resolve(value.Path, file, scope) is not null)
                Wrong(value.Path, file, "is either true or false", "Ask for it with {{#if}}.");
            else if (value.Path.LoopName is not null)
                Resolve(value.Path, file, scope);
            return;
        }

        switch (type.Kind)
        {
            case ModelKind.Flag:
                Wrong(value.Path, file, "is either true or false", "Ask for it with {{#if}}.");
                break;
            case ModelKind.Group:
                Wrong(value.Path, file, "is a group of variables", $"Write one of them: {Names(type)}.");
                break;
            case ModelKind.List or ModelKind.Names:
                Wrong(value.Path, file, "is a list", "Go through it with {{#each}}.");
                break;
            case ModelKind.Markup when value.InTag:
                Wrong(value.Path, file, "is markup and cannot stand in an attribute", "Write it between tags.");
                break;
        }
    }

    private void Asset(AssetNode asset, TemplateFile file)
    {
        _named.Add(asset.Name);
        if (assets.Contains(asset.Name, StringComparer.Ordinal)) return;
        problems.Error("template.unknown-asset", file.At(asset.Offset), $"The theme has no asset '{asset.Name}'.",
            Hint(asset.Name, assets) + "Assets stand in the theme's folder assets/.");
    }

    private void Block(BlockNode block, TemplateFile file, Scope scope, bool hasBlock)
    {
        var type = Resolve(block.Path, file, scope);
        var inner = block.Kind switch
        {
            BlockKind.If or BlockKind.Unless => scope,
            BlockKind.Each => Each(block, type, file, scope),
            _ => With(block, type, file, scope),
        };
        if (inner is not null) Nodes(block.Body, file, inner, hasBlock);
        Nodes(block.Otherwise, file, scope, hasBlock);
    }

    private Scope? Each(BlockNode block, ModelType? type, TemplateFile file, Scope scope)
    {
        if (type?.Kind == ModelKind.List) return scope.Inside(types.Of(type.Element!), "@index", "@first", "@last");
        if (type?.Kind == ModelKind.Names) return scope.Inside(types.Of(typeof(string)), "@key", "@index", "@first", "@last");
        if (type is not null) Wrong(block.Path, file, "is not a list", "Use {{#with}} or {{#if}} for a single value.");
        return null;
    }

    private Scope? With(BlockNode block, ModelType? type, TemplateFile file, Scope scope)
    {
        if (type?.Kind is ModelKind.Group or ModelKind.Names) return scope.Inside(type);
        if (type is not null) Wrong(block.Path, file, "has no variables of its own", "Use {{#each}} for a list, {{#if}} for a text.");
        return null;
    }

    private void Partial(PartialNode partial, TemplateFile file, Scope scope, bool hasBlock)
    {
        if (!partial.Block.IsDefault)
            Nodes(partial.Block, file, new Scope(scope.About), hasBlock);
        if (partial.Name == PartialNode.CallersBlock)
        {
            if (hasBlock && scope.Outer is null && partial.Context is null) return;
            problems.Error("template.syntax", file.At(partial.Offset),
                "'@partial-block' stands for what a caller wrote in {{#> name}} … {{/name}}; here is none.",
                "Use it outside of blocks in a partial that is called like that.");
            return;
        }

        if (!partials.TryGetValue(partial.Name, out var called))
        {
            problems.Error("template.unknown-partial", file.At(partial.NameOffset), $"There is no partial '{partial.Name}'.",
                Hint(partial.Name, partials.Keys) + $"It would be the file partials/{partial.Name}.hbs.");
            return;
        }

        _reached.Add(partial.Name);
        var about = partial.Context is null ? scope.About : Resolve(partial.Context, file, scope);
        if (about is null) return;
        if (_open.Contains(partial.Name, StringComparer.Ordinal))
        {
            problems.Error("template.recursion", file.At(partial.NameOffset), $"The partial '{partial.Name}' calls itself.",
                "Break the circle: a partial may not lead back to itself.");
            return;
        }

        if (!_checked.Add((partial.Name, about.Type, !partial.Block.IsDefault))) return;
        _open.Add(partial.Name);
        Nodes(called.Nodes, called, new Scope(about), !partial.Block.IsDefault);
        _open.RemoveAt(_open.Count - 1);
    }

    private ModelType? Resolve(TemplatePath path, TemplateFile file, Scope scope)
    {
        if (path.LoopName is { } loop)
        {
            if (scope.HasLoopName(loop)) return types.Of(loop is "@first" or "@last" ? typeof(bool) : typeof(string));
            return Unknown(path, file, $"'{loop}' has a meaning inside {{{{#each}}}} only.", "");
        }

        var at = scope;
        for (var i = 0; i < path.Up; i++)
        {
            if (at.Outer is null)
                return Unknown(path, file, $"'{path.Text}' climbs out of the template.", "Remove a '../'. if and unless do not count. ");
            at = at.Outer;
        }

        var type = at.About;
        foreach (var name in path.Names)
        {
            if (type.Kind == ModelKind.Names)
            {
                type = types.Of(typeof(string));
                continue;
            }

            if (!type.Variables.TryGetValue(name, out var variable))
            {
                return Unknown(path, file, $"'{path.Text}' is not known: {Describe(type)} has no '{name}'.",
                    Hint(name, type.Variables.Keys));
            }

            type = types.Of(variable.Property.PropertyType);
        }

        return type;
    }

    private ModelType? Unknown(TemplatePath path, TemplateFile file, string message, string hint)
    {
        problems.Error("template.unknown-variable", file.At(path.Offset), message, hint + Reference);
        return null;
    }

    private void Wrong(TemplatePath path, TemplateFile file, string what, string remedy) =>
        problems.Error("template.wrong-kind", file.At(path.Offset), $"'{path.Text}' {what}.", remedy);

    private static string Hint(string written, IEnumerable<string> known) =>
        Nearest.Of(written, known) is { } name ? $"Did you mean '{name}'? " : "";

    private static string Describe(ModelType type) => type.Kind == ModelKind.Group ? type.Type.Name : "a " + type.Kind.ToString().ToLowerInvariant();

    private static string Names(ModelType type) => string.Join(", ", type.Variables.Keys);

    /// <summary>What a place of a template is about, with the contexts around it.</summary>
    private sealed record Scope(ModelType About, Scope? Outer = null, string[]? LoopNames = null)
    {
        public Scope Inside(ModelType about, params string[] loopNames) => new(about, this, loopNames);

        public bool HasLoopName(string name) => LoopNames?.Contains(name, StringComparer.Ordinal) == true;
    }
}
