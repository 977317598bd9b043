namespace PressKit.Formats.Html;

/// <summary>Writes a language as Open Graph wants it: <c>it_IT</c>.</summary>
internal static class OpenGraphLocale
{
    /// <summary>Language and territory with an underscore; the territory is the tag's own, or the one that Open Graph's
    /// consumers take the language's name for where a tag has none. Without either, the language alone.</summary>
    public static string Of(Language language)
    {
        var subtags = language.Tag.Split('-');
        if (Array.Find(subtags[1..], s => s.Length == 2) is { } region) return $"{subtags[0]}_{region}";
        return Territory(language) is { } territory ? $"{subtags[0]}_{territory}" : subtags[0];
    }

    private static string? Territory(Language language) => language.Tag switch
    {
        "zh-Hant" => "TW",
        _ => language.Primary switch
        {
            "ar" => "AR",
            "ca" => "ES",
            "cs" => "CZ",
            "da" => "DK",
            "de" => "DE",
            "el" => "GR",
            "en" => "US",
            "es" => "ES",
            "eu" => "ES",
            "fa" => "IR",
            "fi" => "FI",
            "fr" => "FR",
            "gl" => "ES",
            "he" => "IL",
            "hi" => "IN",
            "hu" => "HU",
            "id" => "ID",
            "it" => "IT",
            "ja" => "JP",
            "ko" => "KR",
            "nl" => "NL",
            "no" or "nb" => "NO",
            "pl" => "PL",
            "pt" => "PT",
            "ro" => "RO",
            "ru" => "RU",
            "sv" => "SE",
            "th" => "TH",
            "tr" => "TR",
            "uk" => "UA",
            "vi" => "VN",
            "zh" => "CN",
            _ => null,
        },
    };
}
