using System.Text.RegularExpressions;
using Markdig;
using Markdig.Extensions.GenericAttributes;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace PressKit.Content.Markdown;

/// <summary>Attributes in braces behind a heading, link, image or code, or on a line before a block:
/// <c>{#anchor .class lang=ja dir=rtl}</c>. Anything else in braces is text, and attributes that could do harm are taken out.</summary>
internal sealed partial class Attributes : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline)
    {
        pipeline.InlineParsers.Insert(0, new InBraces());
        foreach (var parser in pipeline.BlockParsers.OfType<IAttributesParseable>()) parser.TryParseAttributes = AtTheEnd;
    }

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer) { }

    /// <summary>Takes every attribute out that may not be, and reports it.</summary>
    public static IEnumerable<MarkdownMistake> TakeOut(MarkdownDocument document)
    {
        foreach (var node in document.Descendants())
        {
            if (node.TryGetAttributes() is not { } attributes) continue;
            foreach (var property in attributes.Properties?.Where(p => !IsSafe(p.Key, p.Value)).ToList() ?? [])
            {
                attributes.Properties!.Remove(property);
                yield return Refused(property.Key, node);
            }
        }
    }

    private static bool IsSafe(string name, string? value) => name switch
    {
        "lang" => Language.TryParse(value, out _),
        "dir" => value is "ltr" or "rtl" or "auto",
        _ => false,
    };

    private static MarkdownMistake Refused(string name, MarkdownObject node) => new("markdown.attribute",
        $"The attribute '{name}' is not published.", "Write #id, .class, lang=… or dir=…, or take it out.", node.Line + 1);

    /// <summary>Reads the attributes at the end of a line into a block, and takes them off the line.</summary>
    public static bool AtTheEnd(BlockProcessor processor, ref StringSlice line, IBlock block)
    {
        if (line.IsEmpty) return false;
        var match = InBracesAtTheEnd().Match(line.Text.Substring(line.Start, line.Length));
        if (!match.Success) return false;
        var braces = new StringSlice(line.Text, line.Start + match.Index, line.End);
        if (!GenericAttributesParser.TryParse(ref braces, out var attributes)) return false;
        attributes.CopyTo(((MarkdownObject)block).GetAttributes());
        line.End = line.Start + match.Index - 1;
        return true;
    }

    private sealed class InBraces : GenericAttributesParser
    {
        public override bool Match(InlineProcessor processor, ref StringSlice slice) =>
            slice.Length > 2 && Braces().IsMatch(slice.Text.AsSpan(slice.Start, Math.Min(slice.Length, 200))) && base.Match(processor, ref slice);
    }

    private const string Pattern = @"\{[ \t]*(([#.][^\s{}""'<>&]+|[A-Za-z_][\w:.-]*=(""[^""{}]*""|'[^'{}]*'|[^\s{}""'<>&]+))[ \t]*)+\}";

    [GeneratedRegex(@"\A" + Pattern, Options, 1000)]
    private static partial Regex Braces();

    [GeneratedRegex(Pattern + @"\s*\z", Options | RegexOptions.RightToLeft, 1000)]
    private static partial Regex InBracesAtTheEnd();

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
}
