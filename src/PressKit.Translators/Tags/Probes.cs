using System.Collections.Immutable;

namespace PressKit.Translators.Tags;

/// <summary>Twenty sentences that show what a service does to tags: one code, several, nested, adjacent and empty ones, codes
/// at both ends, around figures and within quotations, breaks, notes, code spans and names.</summary>
internal static class Probes
{
    /// <summary>A way is good enough when so many of the probes come back with every code once.</summary>
    public const int Enough = 19;

    // A subject, a verb, an object, a place and a quotation, so that a sentence can be put together in each language.
    private static readonly ImmutableDictionary<string, string[]> Phrases = ImmutableDictionary.CreateRange(StringComparer.Ordinal,
    [
        Of("en", "The museum", "opens", "a new exhibition", "in the city", "we are happy"),
        Of("it", "Il museo", "apre", "una nuova mostra", "nella città", "siamo felici"),
        Of("fr", "Le musée", "ouvre", "une nouvelle exposition", "dans la ville", "nous sommes heureux"),
        Of("de", "Das Museum", "eröffnet", "eine neue Ausstellung", "in der Stadt", "wir freuen uns"),
        Of("es", "El museo", "abre", "una nueva exposición", "en la ciudad", "estamos contentos"),
        Of("pt", "O museu", "abre", "uma nova exposição", "na cidade", "estamos felizes"),
        Of("ca", "El museu", "obre", "una nova exposició", "a la ciutat", "estem contents"),
        Of("ja", "美術館は", "市内で", "新しい展覧会を", "開きます", "うれしいです"),
        Of("zh", "博物馆", "在市内", "举办", "一个新展览", "我们很高兴"),
        Of("ar", "المتحف", "يفتتح", "معرضا جديدا", "في المدينة", "نحن سعداء"),
    ]);

    // Letters stand for the phrases, S V O P Q; the rest as Inline content is written in tests.
    private static readonly string[] Patterns =
    [
        "S V [a:O] P.", "[b:S] V O P.", "S V O [a:P].", "S V [i:O] [b:P].", "S V [a:O][b:P].", "S [b:V [i:O] P].",
        "[a:[b:S]] V O P.", "S V [a:[i:O] P].", "S V O P[n].", "[m]S V O P.", "S V O[r]P.", "S V [i:4.600] O P.",
        "S V O P: “[i:Q]”.", "S V “[a:O]” P.", "[@] V O P.", "S V O [a:[@]] P.", "S V [c] P.", "[b:S V O P.]",
        "S [i] V O P.", "[b:S] [i:V] [a:O] P[n].",
    ];

    /// <summary>The probes in a language; in English for one that has none.</summary>
    public static ImmutableArray<InlineContent> In(Language language)
    {
        var phrases = Phrases.GetValueOrDefault(language.Primary, Phrases["en"]);
        return [.. Patterns.Select(p => new Reader(p, phrases).Read())];
    }

    /// <summary>Whether a translation has each code of its source once, and no other, around some text where the source's is.</summary>
    public static bool IsWhole(InlineContent source, InlineContent target)
    {
        var wanted = source.Where(p => p.Kind is PieceKind.Open or PieceKind.Alone).Select(p => p.Code!.Id).Order();
        var found = target.Where(p => p.Kind is PieceKind.Open or PieceKind.Alone).Select(p => p.Code!.Id).Order();
        return wanted.SequenceEqual(found) && Full(target).IsSupersetOf(Full(source)) && !target.IsBlank;
    }

    private static HashSet<int> Full(InlineContent content) => [.. Projection.Spans(content).Select(s => s.Code.Id)];

    private static KeyValuePair<string, string[]> Of(string language, params string[] phrases) => KeyValuePair.Create(language, phrases);

    private sealed class Reader(string pattern, string[] phrases)
    {
        private int _at;
        private int _id;

        public InlineContent Read() => InlineContent.Of(Pieces());

        private List<Piece> Pieces()
        {
            var pieces = new List<Piece>();
            while (_at < pattern.Length && pattern[_at] != ']')
            {
                var c = pattern[_at++];
                if (c == '[') pieces.AddRange(Code());
                else pieces.Add(Piece.Run("SVOPQ".IndexOf(c, StringComparison.Ordinal) is >= 0 and var phrase ? phrases[phrase] : c.ToString()));
            }

            return pieces;
        }

        private List<Piece> Code()
        {
            var letter = pattern[_at++];
            var kind = letter switch
            {
                'a' => CodeKind.Link,
                'b' => CodeKind.Strong,
                'i' => CodeKind.Emphasis,
                'n' => CodeKind.Footnote,
                'm' => CodeKind.Image,
                'r' => CodeKind.Break,
                'c' => CodeKind.Code,
                _ => CodeKind.Name,
            };
            var spans = kind is CodeKind.Link or CodeKind.Strong or CodeKind.Emphasis;
            var code = new InlineCode(++_id, kind, "<" + letter + ">", spans ? "</" + letter + ">" : null,
                kind switch { CodeKind.Name => "Kling AI", CodeKind.Code => "run --all", _ => "" });
            if (!spans)
            {
                _at++;
                return [Piece.Alone(code)];
            }

            if (pattern[_at] == ':') _at++;
            List<Piece> pieces = [Piece.Open(code), .. Pieces(), Piece.Close(code)];
            _at++;
            return pieces;
        }
    }
}
