namespace PressKit;

/// <summary>The scripts of languages (ISO 15924), as far as names are written differently in them.</summary>
public static class Scripts
{
    /// <summary>The script of a language: the one that its tag names, or else the usual one; null where that is the Latin
    /// script, or not known.</summary>
    public static string? Of(Language language)
    {
        var subtags = language.Tag.Split('-');
        if (Array.Find(subtags[1..], s => s.Length == 4 && char.IsAsciiLetter(s[0])) is { } script) return script;
        return subtags[0] switch
        {
            "zh" => subtags[^1] is "TW" or "HK" or "MO" ? "Hant" : "Hans",
            "ja" => "Jpan",
            "ko" => "Kore",
            "ar" or "fa" or "ur" or "ps" or "ckb" or "ug" or "sd" => "Arab",
            "he" or "yi" => "Hebr",
            "ru" or "uk" or "be" or "bg" or "mk" or "sr" or "kk" or "ky" or "mn" or "tg" => "Cyrl",
            "el" => "Grek",
            "hy" => "Armn",
            "ka" => "Geor",
            "hi" or "mr" or "ne" => "Deva",
            "bn" => "Beng",
            "ta" => "Taml",
            "te" => "Telu",
            "th" => "Thai",
            "lo" => "Laoo",
            "km" => "Khmr",
            "my" => "Mymr",
            "am" or "ti" => "Ethi",
            _ => null,
        };
    }

    /// <summary>A language's tag, and those that serve it where there is nothing for it: <c>zh-TW</c>, <c>zh-Hant</c>,
    /// <c>zh</c>.</summary>
    public static IEnumerable<string> Fallbacks(Language language)
    {
        yield return language.Tag;
        if (Of(language) is { } script && $"{language.Primary}-{script}" != language.Tag) yield return $"{language.Primary}-{script}";
        if (language.Primary != language.Tag) yield return language.Primary;
    }
}
