namespace PressKit.Importing;

/// <summary>How wide a text is: a Chinese or Japanese character takes two columns.</summary>
internal static class Columns
{
    public static int Of(ReadOnlySpan<char> text)
    {
        var columns = 0;
        foreach (var c in text) columns += IsWide(c) ? 2 : 1;
        return columns;
    }

    /// <summary>Kana, ideographs and full-width forms.</summary>
    public static bool IsWide(char c) =>
        c is (>= '\u2e80' and <= '\u312f') or (>= '\u3190' and <= '\u9fff') or (>= '\uf900' and <= '\ufaff') or (>= '\uff00' and <= '\uff60');
}
