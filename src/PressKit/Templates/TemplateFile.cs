using System.Collections.Immutable;
using PressKit.Templates.Syntax;

namespace PressKit.Templates;

/// <summary>A template or partial that parses.</summary>
/// <param name="Name">Its name: its path below the theme, or below <c>partials/</c>, without <c>.hbs</c>.</param>
/// <param name="File">Where it stands, for problems.</param>
/// <param name="Text">Its text.</param>
/// <param name="Nodes">What it means.</param>
internal sealed record TemplateFile(string Name, string File, string Text, ImmutableArray<TemplateNode> Nodes)
{
    /// <summary>The line and column of an offset.</summary>
    public Place At(int offset)
    {
        var (line, column) = TemplateParser.LineOf(Text, offset);
        return new Place(File, line, column);
    }
}
