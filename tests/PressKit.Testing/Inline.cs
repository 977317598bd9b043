using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace PressKit.Testing;

/// <summary>Inline content for tests: written by hand, or made by chance.</summary>
public static partial class Inline
{
    private static readonly string[] Texts =
    [
        "La mostra", "apre ", " a ", "domani.", " ", "\n", "\u00a0", "<b>&amp;\"'", "a < b > c & d", "日本語。", "👩‍👩‍👧", "&lt;", "مرحبا",
        "]]>", "<!--", "</p>", "l'arte", "5 €", "\u202eabc\u202c", "{1} %s", "c1",
    ];

    /// <summary>Content as it is written: <c>see &lt;a1&gt;this&lt;/a1&gt;, &lt;img2/&gt;</c>. The letters are the kind (em, st,
    /// del, a, img, code, br, html, fn, name), the digits the id.</summary>
    public static InlineContent Parse(string text)
    {
        var pieces = new List<Piece>();
        var at = 0;
        foreach (var tag in Tag().Matches(text).Cast<Match>())
        {
            pieces.Add(Piece.Run(text[at..tag.Index]));
            at = tag.Index + tag.Length;
            var alone = tag.Groups["alone"].Success;
            var code = Code(Kind(tag.Groups["kind"].Value), int.Parse(tag.Groups["id"].Value, CultureInfo.InvariantCulture), !alone);
            pieces.Add(alone ? Piece.Alone(code) : tag.Groups["end"].Success ? Piece.Close(code) : Piece.Open(code));
        }

        pieces.Add(Piece.Run(text[at..]));
        return InlineContent.Of(pieces);
    }

    /// <summary>The opposite of <see cref="Parse"/>.</summary>
    public static string Show(InlineContent content)
    {
        var text = new StringBuilder();
        foreach (var piece in content)
        {
            _ = piece.Kind switch
            {
                PieceKind.Text => text.Append(piece.Text),
                PieceKind.Open => text.Append(CultureInfo.InvariantCulture, $"<{Word(piece.Code!.Kind)}{piece.Code.Id}>"),
                PieceKind.Close => text.Append(CultureInfo.InvariantCulture, $"</{Word(piece.Code!.Kind)}{piece.Code.Id}>"),
                _ => text.Append(CultureInfo.InvariantCulture, $"<{Word(piece.Code!.Kind)}{piece.Code.Id}/>"),
            };
        }

        return text.ToString();
    }

    /// <summary>Any content: each code once, nested and empty ones too, and texts that trip up what reads markup.</summary>
    public static InlineContent Any(int seed)
    {
        var random = new Random(seed);
        var pieces = new List<Piece>();
        var open = new Stack<InlineCode>();
        var kinds = Enum.GetValues<CodeKind>();
        var id = 0;
        for (var steps = random.Next(0, 14); steps > 0; steps--)
        {
            switch (random.Next(0, 5))
            {
                case 0 when open.Count < 4:
                    open.Push(Code(kinds[random.Next(kinds.Length)], ++id, spans: true));
                    pieces.Add(Piece.Open(open.Peek()));
                    break;
                case 1 when open.Count > 0:
                    pieces.Add(Piece.Close(open.Pop()));
                    break;
                case 2:
                    pieces.Add(Piece.Alone(Code(kinds[random.Next(kinds.Length)], ++id, spans: false)));
                    break;
                default:
                    pieces.Add(Piece.Run(Texts[random.Next(Texts.Length)]));
                    break;
            }
        }

        while (open.TryPop(out var code)) pieces.Add(Piece.Close(code));
        return InlineContent.Of(pieces);
    }

    /// <summary>The codes of a content, each as often as it stands there.</summary>
    public static IEnumerable<string> CodesOf(InlineContent content) =>
        content.Where(p => p.Kind is PieceKind.Open or PieceKind.Alone).Select(p => p.Code!.ToString())
            .Order(StringComparer.Ordinal);

    private static InlineCode Code(CodeKind kind, int id, bool spans)
    {
        var word = Word(kind);
        return new InlineCode(id, kind, $"<{word}>", spans ? $"</{word}>" : null, spans || kind is not (CodeKind.Code or CodeKind.Name) ? "" : $"Kling {id} & Co");
    }

    private static CodeKind Kind(string word) => Array.Find(Enum.GetValues<CodeKind>(), k => Word(k) == word);

    private static string Word(CodeKind kind) => kind switch
    {
        CodeKind.Emphasis => "em",
        CodeKind.Strong => "st",
        CodeKind.Formatting => "del",
        CodeKind.Link => "a",
        CodeKind.Image => "img",
        CodeKind.Code => "code",
        CodeKind.Break => "br",
        CodeKind.Html => "html",
        CodeKind.Footnote => "fn",
        CodeKind.Name => "name",
        _ => "other",
    };

    [GeneratedRegex("<(?<end>/)?(?<kind>em|st|del|a|img|code|br|html|fn|name|other)(?<id>[0-9]+)(?<alone>/)?>",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Tag();
}
