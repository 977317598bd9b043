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
        var begins = marks.Length == 0;
        var light = Escaped(text, begins, Addresses().Matches(text));
        if (IsShown(marks + light, text)) return light;
        var unlinked = Escaped(text, begins, null);
        return IsShown(marks + unlinked, text) ? unlinked : EveryMarkEscaped(text);
    }

    private static string EveryMarkEscaped(string text) => EveryMark().Replace(text, @"\$0");

    // An address would take a backslash that follows at once for a part of itself.
    private static string Broken(string[] lines) =>
        string.Join('\n', lines.Select((line, i) => line + (i == lines.Length - 1 ? "" : EndsInAddress(line) ? @" \" : @"\")));

    private static bool EndsInAddress(string line)
    {
        var word = line.AsSpan(line.AsSpan().LastIndexOfAny(" \u00a0\u3000") + 1);
        return word.Contains("://", StringComparison.Ordinal) || word.Contains("www.", StringComparison.Ordinal);
    }

    private bool IsShown(string markdown, string text) =>
        Nesting.TooDeepAt(markdown) is null
        && parser.Parse(markdown) is { Blocks: [var block], RawHtml: var html } && !html.Any()
        && block.Role is UnitRole.Paragraph or UnitRole.Heading
        && WithoutSpace(block.Content.ReadingText) == WithoutSpace(text)
        && block.Content.Codes.All(c => c.Kind is CodeKind.Link or CodeKind.Break);

    private static string WithoutSpace(string text) => text.Replace(" ", "", StringComparison.Ordinal);

    // The addresses are left as they are; null stands for none, and then none becomes a link.
    private static string Escaped(string text, bool begins, MatchCollection? addresses)
    {
        var start = Start().Match(text);
        var escaped = new StringBuilder();
        var nextAddress = 0;
        var end = text.TrimEnd('#').Length;
        var i = 0;
        if (begins && start.Success)
        {
            // "1." keeps its figure: only the mark behind it makes a list.
            escaped.Append(text, 0, start.Length - 1).Append('\\').Append(text[start.Length - 1]);
            i = start.Length;
        }

        for (; i < text.Length; i++)
        {
            while (nextAddress < addresses?.Count && addresses[nextAddress].Index < i) nextAddress++;
            if (nextAddress < addresses?.Count && addresses[nextAddress] is var address && address.Index == i)
            {
                escaped.Append(address.Value);
                i += address.Length - 1;
                continue;
            }

            if (IsMark(text, i, end) || (addresses is null && Scheme().IsMatch(text, i))) escaped.Append('\\');
            escaped.Append(text[i]);
        }

        return escaped.ToString();
    }

    // Where the text ends but for the marks that may close a heading.
    private static bool IsMark(string text, int at, int end)
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
            '#' => at == end && before == ' ',
            // mailto: and tel: would not be shown, and ftp: is not published.
            ':' => !char.IsWhiteSpace(after) && Hidden().IsMatch(text.AsSpan(Math.Max(0, at - 6), Math.Min(at, 6) + 1)),
            _ => false,
        };
    }

    // What makes a block of a line: a heading, quotation, list, definition, rule, underline or fence.
    [GeneratedRegex(@"\A(#(?=\#{0,5}(\s|\z))|[>:~<]|[-+*](?=\s|\z)|[-=](?=[-=\s]*\z)|\d{1,9}[.)](?=\s|\z))", Options, 1000)]
    private static partial Regex Start();

    [GeneratedRegex(@"(?<![^\s(])(https?://|www\.)[^\s<|`\[\\]+", Options, 1000)]
    private static partial Regex Addresses();

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
