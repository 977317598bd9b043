using System.Collections.Frozen;
using System.Collections.Immutable;

namespace PressKit.Translation.Checks;

/// <summary>Letters of a script that the language is not written in, and a whole sentence in another language, told by its
/// commonest words.</summary>
/// <param name="rules">The rules of all languages, by whose words a language is told.</param>
internal sealed class ScriptCheck(KnownRules rules) : ICheck
{
    private static readonly CheckRule Script = new("check.wrong-script", Severity.Error, "characters", "Letters of a script that neither the language nor the source is written in.");
    private static readonly CheckRule Wrong = new("check.wrong-language", Severity.Error, "locale-violation", "The sentence is in another language.");

    // The spaced languages, and each common word with those that have it, as bits.
    private readonly Lazy<(ImmutableArray<LanguageRules> Languages, FrozenDictionary<string, uint> Words)> _common = new(() =>
    {
        var languages = rules.Languages.Select(rules.Of).Where(l => !l.Unspaced).Take(32).ToImmutableArray();
        return (languages, languages.Index().SelectMany(l => l.Item.CommonWords.Select(w => (Word: w, Bit: 1u << l.Index)))
            .GroupBy(w => w.Word, StringComparer.OrdinalIgnoreCase).ToFrozenDictionary(g => g.Key, g => g.Aggregate(0u, (bits, w) => bits | w.Bit), StringComparer.OrdinalIgnoreCase));
    });

    public ImmutableArray<CheckRule> Rules => [Script, Wrong];

    public IEnumerable<Finding> Check(CheckedUnit unit)
    {
        if (!unit.To.IsKnown) yield break;
        foreach (var segment in unit.Segments)
        {
            if (segment.IsCopy) continue;
            if (OfOtherScript(segment) is { } foreign)
                yield return segment.Finding(Script, $"“{segment.Target[foreign]}” is not in the script of {unit.To.Language}.", "Write it in the script of the language.", foreign);
            else if (OtherLanguage(segment) is { } other)
                yield return segment.Finding(Wrong, other.Tag == "und" ? "The sentence is in another language." : $"The sentence seems to be in {other}.", $"Translate it into {unit.To.Language}.");
        }
    }

    /// <summary>The first run of letters of another script; null where there is none.</summary>
    private static TextSpan? OfOtherScript(CheckedSegment segment)
    {
        var (text, to) = (segment.Target.Text, segment.Unit.To);
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsLetter(text[i]) || IsOwn(text[i], to.House.Script)) continue;
            var end = i;
            while (end < text.Length && char.IsLetter(text[end]) && !IsOwn(text[end], to.House.Script)) end++;
            var run = text[i..end];
            var inWord = (i > 0 && char.IsLetter(text[i - 1]) && ScriptOf(text[i - 1]) == "Latn" && ScriptOf(text[i]) is "Cyrl" or "Grek") || (end < text.Length && char.IsAsciiLetter(text[end]) && ScriptOf(text[i]) is "Cyrl" or "Grek");
            // A sign such as µ, and words that the source shows in their own script.
            var isShown = segment.Source.Text.Contains(run, StringComparison.Ordinal) && ScriptOf(text[i]) != Main(segment.Unit.From.House.Script);
            var isTerm = segment.Unit.Context.Names.Concat(segment.Unit.Context.Terms).Any(n => n.Contains(run, StringComparison.Ordinal));
            if ((inWord || !isShown) && !isTerm && !(run.Length == 1 && ScriptOf(run[0]) == "Grek" && !inWord)) return new TextSpan(i, run.Length);
            i = end;
        }

        return Traditional(text, to);
    }

    private static TextSpan? Traditional(string text, LanguageRules to)
    {
        if (to.House.Traditional.Length == 0) return null;
        var found = Enumerable.Range(0, text.Length).Where(i => to.House.Traditional.Contains(text[i], StringComparison.Ordinal)).Take(2).ToList();
        return found.Count > 1 ? new TextSpan(found[0], 1) : null;
    }

    private static bool IsOwn(char c, string script) => ScriptOf(c) is var s && (s is "Latn" or "Zyyy" || script switch
    {
        "Jpan" => s is "Hani" or "Kana",
        "Hans" => s == "Hani",
        "Kore" => s is "Hang" or "Hani",
        _ => s == script,
    });

    private static string Main(string script) => script switch
    {
        "Jpan" or "Hans" => "Hani",
        "Kore" => "Hang",
        _ => script,
    };

    private static string ScriptOf(char c) => c switch
    {
        < '\u0250' or (>= '\u1e00' and <= '\u1eff') or (>= '\uff21' and <= '\uff5a') => "Latn",
        >= '\u0370' and <= '\u03ff' or (>= '\u1f00' and <= '\u1fff') => "Grek",
        >= '\u0400' and <= '\u052f' => "Cyrl",
        >= '\u0530' and <= '\u058f' => "Armn",
        >= '\u0590' and <= '\u05ff' => "Hebr",
        >= '\u0600' and <= '\u077f' or (>= '\ufb50' and <= '\ufdff') or (>= '\ufe70' and <= '\ufeff') => "Arab",
        >= '\u0900' and <= '\u097f' => "Deva",
        >= '\u0e00' and <= '\u0e7f' => "Thai",
        '\u30fb' or '\u30fc' or '\u3005' or '\u3006' or '\u3007' => "Zyyy",
        >= '\u3040' and <= '\u30ff' or (>= '\uff66' and <= '\uff9f') => "Kana",
        >= '\u3400' and <= '\u9fff' or (>= '\uf900' and <= '\ufaff') => "Hani",
        >= '\u1100' and <= '\u11ff' or (>= '\uac00' and <= '\ud7af') => "Hang",
        _ => "Zyyy",
    };

    /// <summary>The language that a sentence is in, where it is certainly not the one wanted.</summary>
    private Language? OtherLanguage(CheckedSegment segment)
    {
        var (text, to) = (segment.Target.Text, segment.Unit.To);
        var letters = text.Where(char.IsLetter).ToList();
        if (letters.Count < 12) return null;
        var own = letters.Count(c => ScriptOf(c) is not ("Latn" or "Zyyy"));
        if (!to.IsLatin)
        {
            // Japanese without kana is Chinese, and a long text in Latin letters is not in any other script's language.
            if (to.House.Script == "Jpan" && letters.Count(c => ScriptOf(c) == "Hani") > 16 && !letters.Exists(c => ScriptOf(c) == "Kana")) return Language.Parse("zh");
            if (own * 5 > letters.Count || segment.Unit.Context.Names.Any(n => n.Length * 2 > text.Length)) return null;
        }

        return ByWords(segment) ?? (!to.IsLatin && Words.Of(text).Count(w => char.IsAsciiLetterLower(w.Word[0]) && w.Word.Length > 1) > 3 ? Language.Parse("und") : null);
    }

    private Language? ByWords(CheckedSegment segment)
    {
        var to = segment.Unit.To;
        var words = OwnWords(segment);
        if (words.Count < 4) return null;
        var (languages, common) = _common.Value;
        var own = 0u;
        Span<int> counts = stackalloc int[languages.Length];
        for (var i = 0; i < languages.Length; i++) own |= languages[i].Language.Primary == to.Language.Primary ? 1u << i : 0;
        var bits = words.ConvertAll(w => common.GetValueOrDefault(w));
        // Words that both languages have say nothing.
        foreach (var bit in bits.Where(b => (b & own) == 0))
        {
            for (var i = 0; i < languages.Length; i++) counts[i] += (int)(bit >> i) & 1;
        }

        var (best, most, mine) = (default(LanguageRules), 0, 0);
        for (var i = 0; i < languages.Length; i++)
        {
            if (counts[i] > most) (best, most, mine) = (languages[i], counts[i], bits.Count(b => (b & own) != 0 && (b & (1u << i)) == 0));
        }

        if (best is not null && ((most >= 3 && most > 2 * mine) || (!to.IsLatin && most >= 2))) return best.Language;
        var letters = words.Sum(w => w.Length);
        if (letters < 24 || rules.Trigrams.Best(string.Join(' ', words), to.Language.Primary) is not var (like, ratio)) return null;
        if (best is null) return ratio > 1.2 ? Language.Parse(like) : null;
        // One word may be chance: «nous» is Catalan too.
        if (most == 1 && ratio <= 1) return null;
        // A common word more counts as much as a tenth of the likeness of letters, and short texts say less: measured.
        return ratio + 0.1 * (most - mine) > 0.86 + 4.0 / letters ? best.Language : null;
    }

    /// <summary>The words that say what language it is: not names, which the source has too, nor addresses and codes.</summary>
    private static List<string> OwnWords(CheckedSegment segment)
    {
        var literals = segment.TargetQuantities.Literals;
        return [.. Words.Of(segment.Target.Text)
            .Where(w => !literals.Any(l => l.Span.Overlaps(w.Span)) && !(char.IsUpper(w.Word[0]) && segment.Source.Text.Contains(w.Word, StringComparison.Ordinal)))
            .Select(w => w.Word)];
    }
}
