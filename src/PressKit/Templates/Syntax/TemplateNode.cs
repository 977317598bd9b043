using System.Collections.Immutable;

namespace PressKit.Templates.Syntax;

/// <summary>A piece of a template that means something; plain text is left out.</summary>
/// <param name="Offset">Where its tag begins in the template, in UTF-16 units from 0.</param>
internal abstract record TemplateNode(int Offset);

/// <summary>A value: <c>{{release.headline}}</c>.</summary>
/// <param name="Offset">Where the tag begins.</param>
/// <param name="Path">The value's path.</param>
/// <param name="InTag">Whether it stands inside an HTML tag, hence in an attribute.</param>
internal sealed record ValueNode(int Offset, TemplatePath Path, bool InTag) : TemplateNode(Offset);

/// <summary>The address of a file in the theme's <c>assets/</c>: <c>{{asset "press.css"}}</c>.</summary>
internal sealed record AssetNode(int Offset, int Length, string Name) : TemplateNode(Offset);

/// <summary>The kinds of <see cref="BlockNode"/>.</summary>
internal enum BlockKind
{
    /// <summary><c>{{#if path}}</c>.</summary>
    If,

    /// <summary><c>{{#unless path}}</c>.</summary>
    Unless,

    /// <summary><c>{{#each path}}</c>.</summary>
    Each,

    /// <summary><c>{{#with path}}</c>.</summary>
    With,
}

/// <summary>A block: what is written when its value is there, and what otherwise.</summary>
internal sealed record BlockNode(
    int Offset, BlockKind Kind, TemplatePath Path, ImmutableArray<TemplateNode> Body, ImmutableArray<TemplateNode> Otherwise)
    : TemplateNode(Offset);

/// <summary>Another file's content: <c>{{> card}}</c>, <c>{{> card lead}}</c>, or around what the caller writes:
/// <c>{{#> layout}} … {{/layout}}</c>.</summary>
/// <param name="Offset">Where the tag begins.</param>
/// <param name="Name">The partial's name.</param>
/// <param name="NameOffset">Where the name begins.</param>
/// <param name="Context">What it is about; null for what the caller is about.</param>
/// <param name="Block">What the caller writes; default where it is not a block.</param>
internal sealed record PartialNode(
    int Offset, string Name, int NameOffset, TemplatePath? Context, ImmutableArray<TemplateNode> Block) : TemplateNode(Offset)
{
    /// <summary>The name that stands for what the caller writes.</summary>
    public const string CallersBlock = "@partial-block";
}

/// <summary>A path to a value, as written and in its parts.</summary>
/// <param name="Offset">Where it begins in the template.</param>
/// <param name="Text">As written.</param>
/// <param name="Up">How many contexts it climbs: the number of <c>../</c>.</param>
/// <param name="Names">The names to follow; none for the context itself (<c>this</c>, <c>..</c>).</param>
/// <param name="LoopName">For <c>@index</c>, <c>@first</c>, <c>@last</c> and <c>@key</c>, that name; else null.</param>
internal sealed record TemplatePath(int Offset, string Text, int Up, ImmutableArray<string> Names, string? LoopName);
