using System.Text;

namespace PressKit.Translation.Checks;

/// <summary>Inline content as checks read it: its text, in which a code that stands alone is one <see cref="Code"/> and the ends
/// of spanning codes are nothing.</summary>
public sealed class CheckedText
{
    /// <summary>What stands for a code (U+FFFC, object replacement character).</summary>
    public const char Code = '\ufffc';

    /// <summary>Reads content.</summary>
    public CheckedText(InlineContent content)
    {
        Content = content;
        var text = new StringBuilder();
        foreach (var piece in content) text.Append(TextOf(piece));
        Text = text.ToString();
    }

    /// <summary>The content.</summary>
    public InlineContent Content { get; }

    /// <summary>Its text.</summary>
    public string Text { get; }

    /// <summary>The text without white space and codes at its ends.</summary>
    public string Trimmed => Text.Trim().Trim(Code).Trim();

    /// <summary>A part of the text.</summary>
    public string this[TextSpan span] => Text.Substring(span.Start, span.Length);

    /// <summary>The text with numbered digits and punctuation in one form, of the same length: Arabic-Indic and full-width
    /// digits are ASCII, as are full-width signs that stand beside digits.</summary>
    public string Plain => field ??= Digits.Plain(Text);

    /// <summary>A part of the text by its place in the text without codes (<see cref="InlineContent.PlainText"/>).</summary>
    public TextSpan SpanOf(int plainStart, int plainLength)
    {
        var start = At(plainStart);
        return new TextSpan(start, At(plainStart + plainLength - 1) + 1 - start);

        int At(int plain)
        {
            for (var i = 0; i < Text.Length; i++)
            {
                if (Text[i] != Code && plain-- == 0) return i;
            }

            return Text.Length - 1;
        }
    }

    /// <summary>The content after an edit. A text that is put in at the very end stands behind every code.</summary>
    public InlineContent With(TextEdit edit)
    {
        var pieces = new List<Piece>();
        var at = 0;
        var placed = false;
        foreach (var piece in Content)
        {
            var length = TextOf(piece).Length;
            if (piece.Kind != PieceKind.Text)
            {
                pieces.Add(piece);
                at += length;
                continue;
            }

            var from = Math.Clamp(edit.Span.Start - at, 0, length);
            var to = Math.Clamp(edit.Span.End - at, from, length);
            var here = !placed && edit.Span.Start >= at && edit.Span.Start < at + length;
            pieces.Add(Piece.Run(piece.Text[..from] + (here ? edit.Text : "") + piece.Text[to..]));
            placed |= here;
            at += length;
        }

        if (!placed) pieces.Add(Piece.Run(edit.Text));
        return InlineContent.Of(pieces);
    }

    private static string TextOf(Piece piece) => piece.Kind switch
    {
        PieceKind.Text => piece.Text,
        PieceKind.Alone => "\ufffc",
        _ => "",
    };
}
