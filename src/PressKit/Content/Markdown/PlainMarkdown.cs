using System.Text;
using System.Text.RegularExpressions;

namespace PressKit.Content.Markdown;

/// <summary>Writes text that is not Markdown as Markdown that shows just that text. It escapes what would be markup by
/// accident and no more, so that a person can still read it; web addresses stay as they are and become links.</summary>
public sealed partial class PlainMarkdown(MarkdownParser parser)
{
    /// <summary>A line of text, as a paragraph, a line of one, or an item of a list.</summary>
    /// <param name="text">No line ends, control characters, or white space at the ends.</param>
    public string Line(string text) => Shown(text, "");

    /// <summary>Lines of text that stay lines, as one paragraph.</summary>
    public string Lines(IReadOnlyList<string> texts)
    {
        var markdown = Broken([.. texts.Select(Line)]);
        // What an address leaves of its line may find a partner in another.
        return IsShown(markdown, string.Concat(texts)) ? markdown : Broken([.. texts.Select(EveryMarkEscaped)]);
    }

    /// <summary>A line of text, as a heading of a level from 1 to 6.</summary>
    public string Heading(string text, int level)
    {
        var marks = new string('#', level) + ' ';
        return marks + Shown(text, marks);
    }

    /// <summary>The lightest escaping that the parser reads as this very text.</summary>
    private string Shown(string text, string marks)
    {
        var light = Escaped(text, Addresses().Matches(text));
        if (IsShown(marks + light, text)) return light;
        var unlinked = Escaped(text, null);
        return IsShown(marks + unlinked, text) ? unlinked : EveryMarkEscaped(text);
    }

    private static string EveryMarkEscaped(string text) => EveryMark().Replace(text, @"\$0");

    // An address would take a backslash that follows at once for a part of itself.
    private static string Broken(string[] lines) =>
        string.Join('\n', lines.Select((line, i) => line + (i == lines.Length - 1 ? "" : EndsInAddress().IsMatch(line) ? @" \" : @"\")));

    private bool IsShown(string markdown, string text) =>
        Nesting.TooDeepAt(markdown) is null
        && parser.Parse(markdown) is { Blocks: [var block], RawHtml: var html } && !html.Any()
        && block.Role is UnitRole.Paragraph or UnitRole.Heading
        && WithoutSpace(block.Content.ReadingText) == WithoutSpace(text)
        && block.Content.Codes.All(c => c.Kind is CodeKind.Link or CodeKind.Break);

    private static string WithoutSpace(string text) => text.Replace(" ", "", StringComparison.Ordinal);

    private static string Escaped(string text, MatchCollection? addresses)
    {
        var start = Start().Match(text);
        var escaped = new StringBuilder();
        var i = 0;
        if (start.Success)
        {
            // "1." keeps its figure: only the mark behind it makes a list.
            escaped.Append(text, 0, start.Length - 1).Append('\\').Append(text[start.Length - 1]);
            i = start.Length;
        }

        for (; i < text.Length; i++)
        {
            if (addresses?.FirstOrDefault(a => a.Index == i) is { } address)
            {
                escaped.Append(address.Value);
                i += address.Length - 1;
                continue;
            }

            if (IsMark(text, i) || (addresses is null && Scheme().IsMatch(text, i))) escaped.Append('\\');
            escaped.Append(text[i]);
        }

        return escaped.ToString();
    }

    private static bool IsMark(string text, int at)
    {
        var before = at > 0 ? text[at - 1] : ' ';
        var after = at + 1 < text.Length ? text[at + 1] : ' ';
        return text[at] switch
        {
            '\\' or '`' or '*' or '[' or '|' => true,
            '_' => !char.IsAsciiLetterOrDigit(before) || !char.IsAsciiLetterOrDigit(after),
            '~' => before == '~' || after == '~',
            '<' => char.IsAsciiLetter(after) || after is '/' or '!' or '?',
            '&' => Entity().IsMatch(text.AsSpan(at)),
            // A heading may end in marks of its own.
            '#' => at == text.TrimEnd('#').Length && before == ' ',
            // mailto: and tel: would not be shown, and ftp: is not published.
            ':' => Hidden().IsMatch(text.AsSpan(0, at + 1)),
            _ => false,
        };
    }

    // What makes a block of a line: a heading, quotation, list, definition, rule, underline or fence.
    [GeneratedRegex(@"\A(#(?=\#{0,5}(\s|\z))|[>:~<]|[-+*](?=\s|\z)|[-=](?=[-=\s]*\z)|\d{1,9}[.)](?=\s|\z))", Options, 1000)]
    private static partial Regex Start();

    [GeneratedRegex(@"(?<![^\s(])(https?://|www\.)[^\s<|`\[\\]+", Options, 1000)]
    private static partial Regex Addresses();

    [GeneratedRegex(@"(://|www\.)\S*\z", Options, 1000)]
    private static partial Regex EndsInAddress();

    [GeneratedRegex(@"\G(:(?=//)|\.(?<=www\.))", Options, 1000)]
    private static partial Regex Scheme();

    [GeneratedRegex(@"\A&(#[0-9]+|#[xX][0-9a-fA-F]+|[a-zA-Z][a-zA-Z0-9]*);", Options, 1000)]
    private static partial Regex Entity();

    [GeneratedRegex(@"(mailto|tel|ftp):\z", Options | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Hidden();

    [GeneratedRegex(@"[!-/:-@\[-`{-~]", Options, 1000)]
    private static partial Regex EveryMark();

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
}
