using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace PressKit.Translators;

/// <summary>The pairs of languages that an Apertium installation knows, and the ways through them.</summary>
internal sealed partial class ApertiumPairs
{
    // ISO 639-1 and 639-3 of the languages that Apertium has data for; modes are named by either.
    private static readonly ImmutableDictionary<string, string> ThreeLetters =
        ("af=afr an=arg ar=ara be=bel bg=bul bn=ben br=bre bs=hbs ca=cat cs=ces cy=cym da=dan de=deu el=ell en=eng eo=epo "
        + "es=spa et=est eu=eus fa=fas fi=fin fo=fao fr=fra ga=gle gd=gla gl=glg gv=glv he=heb hi=hin hr=hbs hu=hun hy=hye "
        + "id=ind is=isl it=ita ja=jpn ka=kat kk=kaz ku=kmr ky=kir lt=lit lv=lav mk=mkd mr=mar ms=zlm mt=mlt nb=nob ne=nep "
        + "nl=nld nn=nno no=nob oc=oci pl=pol pt=por ro=ron ru=rus sc=srd se=sme sh=hbs sk=slk sl=slv sq=sqi sr=hbs sv=swe "
        + "tr=tur tt=tat ug=uig uk=ukr ur=urd uz=uzb vi=vie zh=zho")
        .Split(' ').Select(p => p.Split('=')).ToImmutableDictionary(p => p[0], p => p[1], StringComparer.Ordinal);

    private readonly ILookup<string, Edge> _from;

    /// <summary>The pairs among an installation's modes; variants such as <c>spa-cat_valencia</c> are left out.</summary>
    public ApertiumPairs(IEnumerable<string> modes) =>
        _from = modes.Select(m => Mode().Match(m.Trim())).Where(m => m.Success)
            .Select(m => new Edge(m.Value, Code(m.Groups["from"].Value), Code(m.Groups["to"].Value)))
            .OrderBy(e => e.From, StringComparer.Ordinal).ThenBy(e => e.To, StringComparer.Ordinal)
            .ThenBy(e => e.Mode, StringComparer.Ordinal)
            .ToLookup(e => e.From, StringComparer.Ordinal);

    /// <summary>The shortest chain of modes from one language to the other, and of several the first by the languages'
    /// codes; null where there is none. A region makes no difference; a script does, for no mode says which it writes.</summary>
    public ImmutableArray<string>? Chain(Language source, Language target)
    {
        if (HasScript(source) || HasScript(target)) return null;
        var (start, end) = (Code(source.Primary), Code(target.Primary));
        if (start == end) return null;
        var ways = new Dictionary<string, ImmutableArray<string>>(StringComparer.Ordinal) { [start] = [] };
        var next = new Queue<string>([start]);
        while (next.TryDequeue(out var language))
        {
            foreach (var edge in _from[language])
            {
                if (!ways.TryAdd(edge.To, ways[language].Add(edge.Mode))) continue;
                if (edge.To == end) return ways[end];
                next.Enqueue(edge.To);
            }
        }

        return null;
    }

    private static string Code(string letters) => ThreeLetters.GetValueOrDefault(letters, letters);

    private static bool HasScript(Language language) => language.Tag.Split('-').Skip(1).Any(s => s.Length == 4 && char.IsAsciiLetter(s[0]));

    [GeneratedRegex("^(?<from>[a-z]{2,3})-(?<to>[a-z]{2,3})$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Mode();

    private sealed record Edge(string Mode, string From, string To);
}
