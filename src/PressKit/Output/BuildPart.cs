using System.Globalization;

namespace PressKit.Output;

/// <summary>Which part of a site one of several processes writes: every process composes the whole site, and writes the files of its
/// languages. The parts have no file in common, and together are the site to the byte.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Total">How many there are.</param>
public sealed record BuildPart(int Number, int Total)
{
    /// <summary>The whole site.</summary>
    public static BuildPart Whole { get; } = new(1, 1);

    /// <summary>Whether it is the whole site.</summary>
    public bool IsWhole => Total == 1;

    /// <summary>Reads <c>2/4</c>; null for anything else.</summary>
    public static BuildPart? Parse(string text) =>
        text.Split('/') is [var number, var total] && Read(number) is { } n && Read(total) is { } t && n <= t ? new BuildPart(n, t) : null;

    /// <summary>Whether it has the pages of a language. Languages are dealt out in the newsroom's order.</summary>
    public bool Has(Newsroom newsroom, Language language) => IsDealt(newsroom.Languages.IndexOf(language));

    /// <summary>Whether it has a file. What belongs to no language (media, theme, sitemaps) is dealt out as one language more.</summary>
    /// <param name="newsroom">The newsroom.</param>
    /// <param name="path">The file's path from the site's root.</param>
    public bool Has(Newsroom newsroom, string path)
    {
        if (IsWhole) return true;
        var topmost = path.AsSpan(0, Math.Max(0, path.IndexOf('/', StringComparison.Ordinal)));
        for (var i = 0; i < newsroom.Languages.Length; i++)
        {
            if (topmost.SequenceEqual(newsroom.Languages[i].Tag)) return IsDealt(i);
        }

        return IsDealt(newsroom.Languages.Length);
    }

    /// <summary>As it is written: <c>2/4</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Number}/{Total}");

    private bool IsDealt(int place) => place % Total == Number - 1;

    private static int? Read(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;
}
