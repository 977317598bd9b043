using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace PressKit;

/// <summary>A language by its BCP 47 tag: language, script, region and variants, in the canonical letter case of
/// RFC 5646 section 2.1.1 (<c>zh-Hans</c>, <c>pt-BR</c>). Underscores, extensions and private use are refused.</summary>
public sealed partial record Language : IComparable<Language>
{
    private Language(string tag) => (Tag, Primary) = (tag, tag.Split('-')[0]);

    /// <summary>The canonical tag.</summary>
    public string Tag { get; }

    /// <summary>The first subtag: <c>zh</c> of <c>zh-Hans</c>.</summary>
    public string Primary { get; }

    /// <summary>Whether sentences follow each other without a space: Chinese and Japanese.</summary>
    public bool Unspaced => Primary is "zh" or "ja";

    /// <summary>The language of a tag that is known to be well-formed.</summary>
    /// <exception cref="FormatException">It is not.</exception>
    public static Language Parse(string tag) =>
        TryParse(tag, out var language) ? language : throw new FormatException($"'{tag}' is not a BCP 47 language tag.");

    /// <summary>Reads a tag in any letter case.</summary>
    public static bool TryParse(string? tag, [NotNullWhen(true)] out Language? language)
    {
        language = null;
        if (tag is null || !Tagged().IsMatch(tag)) return false;
        var subtags = tag.Split('-');
        for (var i = 0; i < subtags.Length; i++)
        {
            subtags[i] = subtags[i].Length switch
            {
                4 when i > 0 && char.IsAsciiLetter(subtags[i][0]) =>
                    char.ToUpperInvariant(subtags[i][0]) + subtags[i][1..].ToLowerInvariant(),
                2 when i > 0 => subtags[i].ToUpperInvariant(),
                _ => subtags[i].ToLowerInvariant(),
            };
        }

        language = new Language(string.Join('-', subtags));
        return true;
    }

    /// <inheritdoc/>
    public bool Equals(Language? other) => Tag == other?.Tag;

    /// <inheritdoc/>
    public override int GetHashCode() => Tag.GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc/>
    public int CompareTo(Language? other) => string.CompareOrdinal(Tag, other?.Tag);

    /// <summary>The tag.</summary>
    public override string ToString() => Tag;

    [GeneratedRegex("^[a-zA-Z]{2,3}(-[a-zA-Z]{4})?(-([a-zA-Z]{2}|[0-9]{3}))?(-([a-zA-Z0-9]{5,8}|[0-9][a-zA-Z0-9]{3}))*$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Tagged();
}
