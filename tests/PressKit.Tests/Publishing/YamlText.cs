namespace PressKit.Tests.Publishing;

/// <summary>Changes a key at the top of a YAML text, with all that is indented below it.</summary>
internal static class YamlText
{
    /// <summary>The text with a key that has a value, or without it.</summary>
    /// <param name="text">The text.</param>
    /// <param name="key">The key.</param>
    /// <param name="value">What stands behind the colon; null for no such key.</param>
    public static string With(string text, string key, string? value)
    {
        var lines = text.Split('\n').ToList();
        var at = lines.FindIndex(l => l.StartsWith(key + ":", StringComparison.Ordinal));
        if (at >= 0)
        {
            var end = at + 1;
            while (end < lines.Count && lines[end].StartsWith(' ')) end++;
            lines.RemoveRange(at, end - at);
        }

        if (value is not null) lines.Insert(at >= 0 ? at : 0, $"{key}: {value}");
        return string.Join('\n', lines);
    }

    /// <summary>The keys at the top.</summary>
    public static IReadOnlyList<string> Keys(string text) =>
        [.. text.Split('\n').Where(l => l.Length > 0 && char.IsLetter(l[0]) && l.Contains(':', StringComparison.Ordinal)).Select(l => l[..l.IndexOf(':', StringComparison.Ordinal)])];

    /// <summary>A Markdown text with another front matter.</summary>
    public static string Front(string text, Func<string, string> change)
    {
        var end = text.IndexOf("\n---\n", 4, StringComparison.Ordinal);
        return end < 0 ? text : $"---\n{change(text[4..end])}{text[end..]}";
    }

    /// <summary>A Markdown text with another body.</summary>
    public static string Body(string text, Func<string, string> change)
    {
        var end = text.IndexOf("\n---\n", 4, StringComparison.Ordinal) + 5;
        return end < 5 ? text : text[..end] + change(text[end..]);
    }
}
