using System.Text.RegularExpressions;
using Markdig;
using Markdig.Extensions.Mathematics;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace PressKit.Content.Markdown;

/// <summary>Formulas between dollar signs. Prices are none: a formula has no white space behind its first and before its last
/// sign, no digit follows, and one that begins with a digit has no white space at all.</summary>
internal sealed partial class Formulas : IMarkdownExtension
{
    private readonly MathExtension _mathematics = new();

    public void Setup(MarkdownPipelineBuilder pipeline)
    {
        _mathematics.Setup(pipeline);
        pipeline.InlineParsers.ReplaceOrAdd<MathInlineParser>(new NoPrices());
    }

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer) => _mathematics.Setup(pipeline, renderer);

    /// <summary>Makes text of the formulas in images' texts, where there is no place for anything else.</summary>
    public static void Flatten(MarkdownDocument document)
    {
        foreach (var formula in document.Descendants<LinkInline>().Where(l => l.IsImage).SelectMany(l => l.FindDescendants<MathInline>()).ToList())
            formula.ReplaceBy(new LiteralInline(formula.Content) { Line = formula.Line, Column = formula.Column });
    }

    private sealed class NoPrices : MathInlineParser
    {
        public override bool Match(InlineProcessor processor, ref StringSlice slice) =>
            Formula().IsMatch(slice.AsSpan()) && base.Match(processor, ref slice);
    }

    [GeneratedRegex(@"\A(\$\$|\$(?!\d[^$\s]*\s)[^\s$]([^$]*[^\s$])?\$(?!\d))", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Formula();
}
