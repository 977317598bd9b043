using System.Collections.Immutable;

namespace PressKit.Translators.Requests;

/// <summary>The marks that end a sentence, cut off before a service sees it and set again as the target's language writes
/// them.</summary>
internal static class EndMarks
{
    private const string Marks = ".!?…:;。！？：；؟؛।";

    private static readonly ImmutableDictionary<char, char> Plain = Pairs("。.！!？?：:；;؟?؛;।.");
    private static readonly ImmutableDictionary<char, char> Wide = Pairs(".。!！?？:：;；");
    private static readonly ImmutableDictionary<char, char> Arabic = Pairs("?؟;؛");
    private static readonly ImmutableDictionary<char, char> Danda = Pairs(".।");

    /// <summary>A text without its end marks, and the marks.</summary>
    public static (string Text, string End) Cut(string text)
    {
        var body = text.TrimEnd().TrimEnd(Marks.ToCharArray());
        // Marks alone are no sentence.
        return string.IsNullOrWhiteSpace(body) ? (text, "") : (body.TrimEnd(), text[body.TrimEnd().Length..].TrimEnd());
    }

    /// <summary>A translation with the source's end marks, as the language writes them.</summary>
    public static string Restore(string text, string end, Language target)
    {
        if (end.Length == 0) return text;
        var own = target.Primary switch
        {
            "ja" or "zh" => Wide,
            "ar" or "fa" or "ur" => Arabic,
            "hi" or "mr" or "ne" => Danda,
            _ => ImmutableDictionary<char, char>.Empty,
        };
        var marks = string.Concat(end.Trim().Select(c => Plain.GetValueOrDefault(c, c)).Select(c => own.GetValueOrDefault(c, c)));
        if (target.Primary == "fr" && marks[0] is '!' or '?' or ':' or ';') marks = "\u202f" + marks;
        return text.TrimEnd().TrimEnd(Marks.ToCharArray()).TrimEnd() + marks;
    }

    private static ImmutableDictionary<char, char> Pairs(string pairs) =>
        pairs.Chunk(2).ToImmutableDictionary(p => p[0], p => p[1]);
}
