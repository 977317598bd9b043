using System.Collections.Immutable;
using System.Text.RegularExpressions;
using PressKit.Translators.Requests;

namespace PressKit.Translators.Tags;

/// <summary>Codes as elements of HTML or XML, nested as they are; with names and code spans in elements that the service
/// leaves alone, or empty.</summary>
internal sealed class MarkupWay(TextFormat format, bool withNames) : Way
{
    /// <inheritdoc/>
    public override string Name => format == TextFormat.Xml ? (withNames ? "xml" : "xml-empty") : withNames ? "html" : "html-empty";

    /// <inheritdoc/>
    public override TextFormat Format => format;

    /// <inheritdoc/>
    public override ImmutableArray<string> Write(InlineContent content) => [TaggedHtml.Write(content, withNames, format == TextFormat.Xml)];

    /// <inheritdoc/>
    public override InlineContent Read(InlineContent content, IReadOnlyList<string?> answers) => TaggedHtml.Read(answers[0]!, content.Codes);
}

/// <summary>Only the outermost codes as elements, for services that translate the text of each nested element by itself; the
/// inner ones are found again by the text that they stand around.</summary>
/// <param name="unescapes">Whether the service answers with entities resolved, so that text and tags cannot be told apart where
/// the text has their characters.</param>
internal sealed class FlatWay(bool unescapes) : Way
{
    /// <inheritdoc/>
    public override string Name => "flat";

    /// <inheritdoc/>
    public override TextFormat Format => TextFormat.Html;

    /// <inheritdoc/>
    public override bool CanCarry(InlineContent content) =>
        !unescapes || content.PlainText.AsSpan().IndexOfAny('<', '>', '&') < 0;

    /// <inheritdoc/>
    public override ImmutableArray<string> Write(InlineContent content)
    {
        var inner = Inner(content);
        return [TaggedHtml.Write(Outer(content)), .. inner.Select(i => i.Text)];
    }

    /// <inheritdoc/>
    public override InlineContent Read(InlineContent content, IReadOnlyList<string?> answers)
    {
        var outer = TaggedHtml.Read(answers[0]!, Outer(content).Codes, onlyCodes: unescapes);
        return Projection.Into(outer, content, [.. Inner(content).Zip(answers.Skip(1)).Select(p => (p.First.Code, p.Second))]);
    }

    private static InlineContent Outer(InlineContent content)
    {
        var depth = 0;
        return InlineContent.Of(content.Where(p => p.Kind switch
        {
            PieceKind.Open => depth++ == 0,
            PieceKind.Close => --depth == 0,
            _ => true,
        }));
    }

    private static ImmutableArray<(InlineCode Code, string Text)> Inner(InlineContent content)
    {
        var outer = Outer(content).Codes.Select(c => c.Id).ToHashSet();
        return [.. Projection.Spans(content).Where(s => !outer.Contains(s.Code.Id))];
    }
}

/// <summary>Numbered tags, as language models copy them best: <c>&lt;1&gt;…&lt;/1&gt;</c>, <c>&lt;2/&gt;</c>. Names carry
/// their text.</summary>
internal sealed partial class NumberedWay : Way
{
    /// <inheritdoc/>
    public override string Name => "numbered";

    /// <inheritdoc/>
    public override TextFormat Format => TextFormat.Numbered;

    /// <inheritdoc/>
    public override ImmutableArray<string> Write(InlineContent content) => [Text(content)];

    /// <inheritdoc/>
    public override InlineContent Read(InlineContent content, IReadOnlyList<string?> answers) =>
        TaggedHtml.Read(Tag().Replace(answers[0]!, "<${end}x id=\"c${id}\"${alone}>"), content.Codes);

    /// <summary>The text with its tags.</summary>
    public static string Text(InlineContent content) => string.Concat(content.Select(p => p.Kind switch
    {
        PieceKind.Text => TaggedHtml.Escape(p.Text),
        PieceKind.Open => FormattableString.Invariant($"<{p.Code!.Id}>"),
        PieceKind.Close => FormattableString.Invariant($"</{p.Code!.Id}>"),
        _ => p.Code!.Equivalent.Length > 0
            ? FormattableString.Invariant($"<{p.Code.Id}>{TaggedHtml.Escape(p.Code.Equivalent)}</{p.Code.Id}>")
            : FormattableString.Invariant($"<{p.Code.Id}/>"),
    }));

    /// <summary>The text without its tags.</summary>
    public static string WithoutTags(string text) => Tag().Replace(text, "");

    [GeneratedRegex("<(?<end>/)?(?<id>[0-9]{1,9}) *(?<alone>/)?>", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Tag();
}
