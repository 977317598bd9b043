using System.Collections.Immutable;

namespace PressKit.Translators;

/// <summary>The languages that a service says it translates, by its own codes.</summary>
internal sealed class ServiceLanguages(IEnumerable<string> codes)
{
    private readonly ImmutableSortedSet<string> _codes = codes.ToImmutableSortedSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The service's code of a language: the same tag, else the one with the script that the region implies, else
    /// the language alone unless its script is named and another may be meant; null where it has none.</summary>
    public string? CodeOf(Language language)
    {
        var script = language.Tag.Split('-').Skip(1).FirstOrDefault(s => s.Length == 4);
        string?[] candidates =
        [
            language.Tag,
            script is null ? null : $"{language.Primary}-{script}",
            script is null ? ImpliedScript(language) : null,
            script is null ? language.Primary : null,
        ];
        foreach (var candidate in candidates)
        {
            if (candidate is not null && _codes.TryGetValue(candidate, out var code)) return code;
        }

        return null;
    }

    private static string? ImpliedScript(Language language) => language.Primary switch
    {
        "zh" => language.Tag is "zh-TW" or "zh-HK" or "zh-MO" ? "zh-Hant" : "zh-Hans",
        "sr" => language.Tag is "sr-ME" ? "sr-Latn" : "sr-Cyrl",
        "mn" => language.Tag is "mn-CN" ? "mn-Mong" : "mn-Cyrl",
        "no" => "nb",
        _ => null,
    };
}
