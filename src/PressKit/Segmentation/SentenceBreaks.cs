using System.Runtime.InteropServices;

namespace PressKit.Segmentation;

/// <summary>Where a sentence may end by UAX #29.</summary>
/// <param name="Mark">The place of the last mark that ends it; -1 where a paragraph ends without one.</param>
/// <param name="End">Where the marks end, and what closes behind them.</param>
/// <param name="Next">Where the next sentence begins.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct SentenceBreak(int Mark, int End, int Next);

/// <summary>The rules SB3 to SB998 of UAX #29, section 5.1, over the classes of a text.</summary>
internal static class SentenceBreaks
{
    /// <summary>The breaks inside a text, in order; not the one at its end.</summary>
    public static IEnumerable<SentenceBreak> Of(SentenceClass[] classes)
    {
        var prior = SentenceClass.Other;
        for (var i = 0; i < classes.Length;)
        {
            var (at, value) = (i, classes[i]);
            i++;
            if (IsParagraph(value))
            {
                i = AfterParagraph(classes, at);
                prior = SentenceClass.Other;
                if (i < classes.Length) yield return new SentenceBreak(-1, at, i);
                continue;
            }

            if (value is SentenceClass.Extend or SentenceClass.Format) continue;
            if (value is SentenceClass.ATerm or SentenceClass.STerm && Find(classes, at, prior) is { } found)
            {
                if (found.Next >= classes.Length) yield break;
                yield return found;
                (i, prior) = (found.Next, SentenceClass.Other);
                continue;
            }

            prior = value;
        }
    }

    private static SentenceBreak? Find(SentenceClass[] classes, int mark, SentenceClass prior)
    {
        var end = Past(classes, mark + 1);
        var next = At(classes, end);
        if (classes[mark] == SentenceClass.ATerm)
        {
            if (next == SentenceClass.Numeric) return null; // SB6
            if (next == SentenceClass.Upper && prior is SentenceClass.Upper or SentenceClass.Lower) return null; // SB7
        }

        while (At(classes, end) == SentenceClass.Close) end = Past(classes, end + 1); // SB9
        var at = end;
        while (At(classes, at) == SentenceClass.Sp) at = Past(classes, at + 1); // SB10
        if (classes[mark] == SentenceClass.ATerm && LowerFollows(classes, at)) return null; // SB8
        if (At(classes, at) is SentenceClass.SContinue or SentenceClass.ATerm or SentenceClass.STerm) return null; // SB8a
        return new SentenceBreak(mark, end, IsParagraph(At(classes, at)) ? AfterParagraph(classes, at) : at); // SB11
    }

    /// <summary>Behind what belongs to the character before (SB5).</summary>
    private static int Past(SentenceClass[] classes, int at)
    {
        while (At(classes, at) is SentenceClass.Extend or SentenceClass.Format) at++;
        return at;
    }

    private static bool LowerFollows(SentenceClass[] classes, int at)
    {
        while (at < classes.Length && classes[at] is not (SentenceClass.OLetter or SentenceClass.Upper or SentenceClass.Lower
            or SentenceClass.ATerm or SentenceClass.STerm) && !IsParagraph(classes[at])) at++;
        return At(classes, at) == SentenceClass.Lower;
    }

    private static int AfterParagraph(SentenceClass[] classes, int at) =>
        classes[at] == SentenceClass.CR && At(classes, at + 1) == SentenceClass.LF ? at + 2 : at + 1; // SB3, SB4

    private static bool IsParagraph(SentenceClass value) => value is SentenceClass.CR or SentenceClass.LF or SentenceClass.Sep;

    private static SentenceClass At(SentenceClass[] classes, int at) => at < classes.Length ? classes[at] : SentenceClass.Other;
}
