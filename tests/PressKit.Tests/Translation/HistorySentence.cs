using System.Globalization;
using System.Text.RegularExpressions;
using PressKit.Translation;

namespace PressKit.Tests.Translation;

/// <summary>A block of such a document.</summary>
internal sealed record HistoryBlock(UnitRole Role, List<HistorySentence> Sentences)
{
    /// <summary>The key of what a sentence in it says.</summary>
    public static string Key(UnitRole role, string text) => $"{role}\n{text}";
}

/// <summary>A sentence of a document whose edits are known.</summary>
/// <param name="Who">Which sentence it is.</param>
/// <param name="Text">What it says.</param>
/// <param name="HasLink">Whether its first word is a link.</param>
/// <param name="Address">Where the link leads.</param>
/// <param name="IsEmphasised">Whether the words behind the first are emphasised.</param>
internal sealed partial record HistorySentence(int Who, string Text, bool HasLink, int Address, bool IsEmphasised = false)
{
    /// <summary>A person made it, or looked at it.</summary>
    public bool IsPersons => Who % 3 > 0;

    public InlineContent Content(ref int code)
    {
        var space = Text.IndexOf(' ', StringComparison.Ordinal);
        if (space < 0) return InlineContent.Of(Text);
        List<Piece> pieces = [Piece.Run(Text[..space]), Piece.Run(Text[space..])];
        if (IsEmphasised) Span(1, new InlineCode(code + (HasLink ? 2 : 1), CodeKind.Emphasis, "*", "*"));
        if (HasLink) Span(0, new InlineCode(code + 1, CodeKind.Link, "[", $"](https://example.com/{Address})"));
        code += (HasLink ? 1 : 0) + (IsEmphasised ? 1 : 0);
        return InlineContent.Of(pieces);

        void Span(int at, InlineCode added)
        {
            pieces.Insert(at + 1, Piece.Close(added));
            pieces.Insert(at, Piece.Open(added));
        }
    }

    private string Name => string.Concat(Who.ToString(CultureInfo.InvariantCulture).Select(c => (char)(c - '0' + 'b')));

    /// <summary>Its figures, the last first and as English writes them, and its last mark.</summary>
    private string Rest => string.Concat(Figures().Matches(Text).Reverse().Select(f => " " + string.Concat(f.Value.Select(c => c == '.' ? ',' : c == ',' ? '.' : c))))
        + (Text[^1] is '!' ? "!" : Text[^1] is '.' or '。' ? "." : "");

    /// <summary>Whose translation it is.</summary>
    public static int WhoOf(string target) =>
        int.Parse(string.Concat(target[3..].TakeWhile(c => c is >= 'b' and <= 'k').Select(c => (char)(c - 'b' + '0'))), CultureInfo.InvariantCulture);

    /// <summary>How its translation begins.</summary>
    public string Beginning => $"to {Name}";

    /// <summary>What its translation says.</summary>
    public string Target => $"to {Name}{Rest}";

    /// <summary>Its own translation, of its own maker.</summary>
    public SegmentTranslation Translate(Segment segment, DateTimeOffset at)
    {
        var name = Who.ToString(CultureInfo.InvariantCulture);
        var target = segment.Source.Codes.FirstOrDefault(c => c.Kind == CodeKind.Link) is { } link
            ? InlineContent.Of([Piece.Run("to "), Piece.Open(link), Piece.Run(Name), Piece.Close(link), Piece.Run(Rest)])
            : InlineContent.Of("to " + Name + Rest);
        var state = IsPersons ? (SegmentState)(1 + Who % 3) : SegmentState.Initial;
        return new SegmentTranslation(segment, target, state, new Provenance(IsPersons ? Origin.Author : Origin.Machine, name, null, at));
    }

    [GeneratedRegex(@"(?<![\p{L}\d])\d+([.,]\d+)*(?![\p{L}\d])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    public static partial Regex Figures();
}
