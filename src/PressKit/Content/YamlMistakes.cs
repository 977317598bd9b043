using System.Collections.Immutable;

namespace PressKit.Content;

/// <summary>What people who write YAML by hand get wrong most often, in their words instead of the parser's.</summary>
internal static class YamlMistakes
{
    private const string Tab = "tab";
    private const string Anywhere = "Look at the line and the one above it: brackets, indentation, quotation marks and the colon behind a key.";

    // By what the parser's message contains; the first that does counts.
    private static readonly ImmutableArray<(string Found, string Message, string Remedy)> Known =
    [
        ("found invalid mapping", "A text with a colon in it stands without quotation marks.", "Put the text into quotation marks: key: \"one: two\"."),
        (Tab, "A tab stands where spaces belong.", "Indent with spaces."),
        ("quoted scalar, found", "A text in quotation marks is not closed, or has a sign in it that YAML reads otherwise.",
            "Close it at its end. If the text has \" or \\ in it, put it into '…' instead."),
        ("cannot start any token", "A text cannot begin with this sign.", "Put the text into quotation marks."),
        ("',' or", "A bracket or brace is not closed, or a comma is missing.", "Close it behind the last item: [one, two]."),
        ("'-' indicator", "An item of a list is expected here.", "Begin each item with a hyphen, or indent this line like the one above it."),
        ("expected key", "A key is expected here.", "Write 'key: value', at the column of the keys above. Text after a closing quotation mark belongs inside it."),
        ("could not find expected ':'", "A key has no colon.", "Write 'key: value'. A text over several lines is indented, below 'key: >-'."),
    ];

    /// <summary>What is wrong, the remedy, and the line, from 1, at which it stands.</summary>
    /// <param name="reason">What the parser says.</param>
    /// <param name="lines">The document.</param>
    /// <param name="line">The line, from 1, that the parser names. For a tab that is where the keys begin around it.</param>
    public static (string Message, string Remedy, int Line) Explain(string reason, string[] lines, int line)
    {
        if (line <= lines.Length && IsMerge(lines[line - 1]))
            return ("A merge is not settled here.", "Keep one of the two sides, and delete the lines of <, = and >.", line);
        foreach (var (found, message, remedy) in Known)
        {
            if (!reason.Contains(found, StringComparison.Ordinal)) continue;
            var tab = found == Tab ? Array.FindIndex(lines, line - 1, IsIndentedByTab) + 1 : 0;
            return (message, remedy, tab > 0 ? tab : line);
        }

        return ($"The YAML cannot be read: {reason}", Anywhere, line);
    }

    private static bool IsMerge(string line) =>
        line.StartsWith("<<<<<<<", StringComparison.Ordinal) || line.StartsWith("=======", StringComparison.Ordinal)
        || line.StartsWith(">>>>>>>", StringComparison.Ordinal);

    private static bool IsIndentedByTab(string line) => line.AsSpan(0, line.Length - line.AsSpan().TrimStart().Length).Contains('\t');
}
