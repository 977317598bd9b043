namespace PressKit.Templates.Syntax;

/// <summary>What stands between <c>{{</c> and <c>}}</c>.</summary>
/// <param name="Offset">Where <c>{{</c> begins.</param>
/// <param name="Length">From <c>{{</c> to behind <c>}}</c>.</param>
/// <param name="Content">What stands between, without the tildes that swallow white space.</param>
/// <param name="ContentOffset">Where that begins.</param>
/// <param name="TrimsBefore">Whether it swallows the white space before it.</param>
internal readonly record struct TemplateTag(int Offset, int Length, string Content, int ContentOffset, bool TrimsBefore)
{
    /// <summary>Where the text behind it begins.</summary>
    public int End => Offset + Length;

    /// <summary>Whether it is a comment.</summary>
    public bool IsComment => Content.StartsWith('!');

    /// <summary>Its words, with where each begins; a text in quotes is one word.</summary>
    public List<(string Text, int Offset)> Words(int from)
    {
        var words = new List<(string, int)>();
        var i = from;
        while (i < Content.Length)
        {
            if (char.IsWhiteSpace(Content[i])) { i++; continue; }
            var start = i;
            if (Content[i] is '"' or '\'')
            {
                var close = Content.IndexOf(Content[i], i + 1);
                i = close < 0 ? Content.Length : close + 1;
            }
            else
            {
                while (i < Content.Length && !char.IsWhiteSpace(Content[i])) i++;
            }

            words.Add((Content[start..i], ContentOffset + start));
        }

        return words;
    }

    /// <summary>The tags of a template, comments included.</summary>
    /// <exception cref="TemplateSyntaxException">One is not closed, or has a form that PressKit's templates do without.</exception>
    public static IEnumerable<TemplateTag> In(string template)
    {
        var at = 0;
        while ((at = template.IndexOf("{{", at, StringComparison.Ordinal)) >= 0)
        {
            var tag = Read(template, at);
            yield return tag;
            at = tag.End;
        }
    }

    private static TemplateTag Read(string template, int at)
    {
        if (at > 0 && template[at - 1] == '\\')
            throw new TemplateSyntaxException("template.syntax", at - 1, "'\\{{' is not supported.", "Write &#123;&#123; for two braces.");
        if (template.AsSpan(at).StartsWith("{{{", StringComparison.Ordinal))
        {
            throw new TemplateSyntaxException("template.raw", at, "'{{{' would write a value without escaping it.",
                "Write {{ and }}: a value that is markup is written as it is anyway.");
        }

        var isLongComment = template.AsSpan(at).StartsWith("{{!--", StringComparison.Ordinal)
            || template.AsSpan(at).StartsWith("{{~!--", StringComparison.Ordinal);
        var closing = isLongComment ? "--}}" : "}}";
        var close = template.IndexOf(closing, at + 2, StringComparison.Ordinal);
        if (isLongComment)
        {
            var trimming = template.IndexOf("--~}}", at + 2, StringComparison.Ordinal);
            if (trimming >= 0 && (close < 0 || trimming < close)) (close, closing) = (trimming, "--~}}");
        }

        if (close < 0)
            throw new TemplateSyntaxException("template.syntax", at, "'{{' is not closed.", $"Write {closing} where the tag ends.");
        var start = at + 2;
        var end = close;
        var trimsBefore = start < end && template[start] == '~';
        if (trimsBefore) start++;
        if (end > start && template[end - 1] == '~') end--;
        return new TemplateTag(at, close + closing.Length - at, template[start..end], start, trimsBefore);
    }
}
