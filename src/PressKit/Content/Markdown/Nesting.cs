namespace PressKit.Content.Markdown;

/// <summary>Looks at Markdown before it is parsed: a parser spends seconds on ten thousand nested quotations, and then
/// throws. The estimate is coarse, and above anything that a person writes.</summary>
internal static class Nesting
{
    /// <summary>Levels of containers, brackets or emphasis beyond which a text is refused.</summary>
    public const int Deepest = 100;

    /// <summary>The line, from 1, at which the text nests too deeply; null where it does not.</summary>
    public static int? TooDeepAt(ReadOnlySpan<char> markdown)
    {
        var number = 0;
        var brackets = 0;
        var emphasis = 0;
        foreach (var line in markdown.EnumerateLines())
        {
            number++;
            if (line.IsWhiteSpace()) (brackets, emphasis) = (0, 0);
            if (Containers(line) > Deepest) return number;
            for (var i = 0; i < line.Length; i++)
            {
                switch (line[i])
                {
                    case '\\': i++; break;
                    case '[': brackets++; break;
                    case ']': brackets = Math.Max(0, brackets - 1); break;
                    case '*' or '_' or '~':
                        var end = i;
                        while (end + 1 < line.Length && line[end + 1] == line[i]) end++;
                        emphasis = Math.Max(0, emphasis + Runs(line, i, end));
                        i = end;
                        break;
                }

                if (brackets > Deepest || emphasis > Deepest) return number;
            }
        }

        return null;
    }

    /// <summary>How many quotations and list items a line opens or continues: markers, and indentation two columns a level.</summary>
    private static int Containers(ReadOnlySpan<char> line)
    {
        var markers = 0;
        var columns = 0;
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] is ' ') columns++;
            else if (line[i] is '\t') columns += 4;
            else if (line[i] is '>') markers++;
            else if (line[i] is '-' or '+' or '*' && (i + 1 == line.Length || line[i + 1] is ' ' or '\t')) markers++;
            else if (char.IsAsciiDigit(line[i]) || line[i] is '.' or ')' or ':') continue;
            else return markers == 0 && line[i] is not ('-' or '+' or '*') ? 0 : Math.Max(markers, columns / 2);
        }

        return markers == 0 ? 0 : Math.Max(markers, columns / 2);
    }

    /// <summary>How many levels a run of delimiters opens (positive) or closes (negative): two delimiters a level at most.</summary>
    private static int Runs(ReadOnlySpan<char> line, int start, int end)
    {
        var levels = (end - start + 2) / 2;
        var opens = end + 1 < line.Length && !char.IsWhiteSpace(line[end + 1]);
        var closes = start > 0 && !char.IsWhiteSpace(line[start - 1]);
        if (opens == closes) return 0;
        return opens ? levels : -levels;
    }
}
