using PressKit.Templates.Syntax;

namespace PressKit.Templates.Rendering;

/// <summary>The texts between a template's tags as they are written: a tag that stands alone on its line and is no value takes the
/// line with it, and a tilde all white space beside it, as Handlebars has it.</summary>
internal sealed class TemplateTexts
{
    private readonly List<TemplateTag> _tags;
    private readonly string[] _texts;

    private TemplateTexts(List<TemplateTag> tags, string[] texts) => (_tags, _texts) = (tags, texts);

    /// <summary>The texts of a template.</summary>
    public static TemplateTexts Of(string template)
    {
        var tags = TemplateTag.In(template).ToList();
        var original = new string[tags.Count + 1];
        var at = 0;
        foreach (var (i, tag) in tags.Index()) (original[i], at) = (template[at..tag.Offset], tag.End);
        original[^1] = template[at..];
        var texts = original.ToArray();
        foreach (var (i, tag) in tags.Index())
        {
            var isAlone = StandsAlone(tag) && EndsLine(original[i], i == 0) && BeginsLine(original[i + 1], i == tags.Count - 1);
            var trimsAfter = template[tag.End - 3] == '~';
            if (tag.TrimsBefore) texts[i] = texts[i].TrimEnd();
            else if (isAlone) texts[i] = texts[i].TrimEnd(' ', '\t');
            if (trimsAfter) texts[i + 1] = texts[i + 1].TrimStart();
            else if (isAlone) texts[i + 1] = WithoutLineEnd(texts[i + 1]);
        }

        return new TemplateTexts(tags, texts);
    }

    /// <summary>The text in front of a tag, by its number; behind the last one, that to the end.</summary>
    public string Before(int tag) => _texts[tag];

    /// <summary>Whether a tag is a comment.</summary>
    public bool IsComment(int tag) => tag < _tags.Count && _tags[tag].IsComment;

    /// <summary>Whether a tag begins the other part of a block, and whether it asks again.</summary>
    public bool IsElse(int tag, out bool isElseIf)
    {
        var words = _tags[tag].Words(0);
        isElseIf = words.Count > 1;
        return words.Count > 0 && words[0].Text == "else";
    }

    private static bool StandsAlone(TemplateTag tag) =>
        tag.IsComment || tag.Content.TrimStart() is ['#' or '/' or '>', ..] || tag.Words(0) is [("else", _), ..];

    private static bool EndsLine(string text, bool isFirst)
    {
        var space = text.AsSpan(text.AsSpan().TrimEnd().Length);
        return space.Contains('\n') || (isFirst && space.Length == text.Length);
    }

    private static bool BeginsLine(string text, bool isLast)
    {
        var rest = text.AsSpan().TrimStart(" \t");
        return rest.StartsWith("\n") || rest.StartsWith("\r\n") || (isLast && rest.IsEmpty);
    }

    private static string WithoutLineEnd(string text)
    {
        var rest = text.AsSpan().TrimStart(" \t");
        if (rest.StartsWith("\r")) rest = rest[1..];
        if (rest.StartsWith("\n")) rest = rest[1..];
        return rest.ToString();
    }
}
