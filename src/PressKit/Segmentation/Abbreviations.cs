using System.Collections.Frozen;

namespace PressKit.Segmentation;

/// <summary>Words that end in a full stop and do not end a sentence, by language; without the stop, in lower case.</summary>
internal static class Abbreviations
{
    private static readonly FrozenDictionary<string, FrozenSet<string>> ByLanguage = new Dictionary<string, FrozenSet<string>>(StringComparer.Ordinal)
    {
        ["it"] = Words("a.c d.c dott dott.ssa avv ing arch prof prof.ssa sig sig.ra sig.na on sen gen col cap s.p.a s.r.l n nn p pp pag pagg cfr es ecc art artt vol voll cit ca fig tab tel n.d.r n.d.t ss s st"),
        ["en"] = Words("mr mrs ms dr prof sr jr st no nos vol vols p pp fig eq cf e.g i.e vs etc inc ltd co corp u.s u.k jan feb mar apr jun jul aug sep sept oct nov dec gen col lt sen rep rev a.m p.m approx ed eds"),
        ["fr"] = Words("m mm mme mmes mlle dr pr me st ste n p pp cf ex etc art vol fig av bd env apr j.-c s.a tél"),
        ["de"] = Words("dr prof hr fr nr nrn s bzw z.b u.a d.h usw ca vgl abb bd st str tel inkl zzgl evtl ggf jh mio mrd u.u z.t i.d.r"),
        ["es"] = Words("sr sra srta dr dra d dña prof núm n p pp pág págs art vol fig cf ej etc ud uds ee.uu s.a aprox tel avda"),
        ["pt"] = Words("sr sra dr dra prof eng n p pp pág art vol fig cf ex etc av s.a aprox tel"),
        ["ca"] = Words("sr sra dr dra prof núm n p pp pàg art vol fig cf ex etc av s.a aprox tel"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Whether a word with a full stop behind it is an abbreviation.</summary>
    public static bool Contain(ReadOnlySpan<char> word, Language language) =>
        ByLanguage.TryGetValue(language.Primary, out var words)
        && words.Contains(word.ToString().ToLowerInvariant());

    private static FrozenSet<string> Words(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
