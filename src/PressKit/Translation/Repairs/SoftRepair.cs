using PressKit.Languages;

namespace PressKit.Translation.Repairs;

/// <summary>Repairs a translation whose source was changed in nothing but figures, marks and markup. It does what is certain
/// and nothing else: a figure is replaced where it can be told for sure which one it is and where the words beside it stay
/// right; a mark where there is only one of its kind; markup where its place is known.</summary>
public sealed class SoftRepair(Locales locales)
{
    /// <summary>The translation of the present sentence, with the present codes; null where it takes a person.</summary>
    /// <param name="earlier">The sentence as it was.</param>
    /// <param name="present">The sentence as it is.</param>
    /// <param name="target">The translation of the earlier one.</param>
    /// <param name="from">The language of the sentence.</param>
    /// <param name="to">The language of the translation.</param>
    public InlineContent? Of(InlineContent earlier, InlineContent present, InlineContent target, Language from, Language to)
    {
        if (locales.Find(from)?.Notation is not { } source || locales.Find(to)?.Notation is not { } own) return null;
        var (was, now, text) = (new TokenText(earlier, source), new TokenText(present, source), new TokenText(target, own));
        if (!SayTheSame(was, now)) return null;
        var edits = new TextEdits(text);
        return FigureRepair.Repair(was, now, text, source, own, edits)
            && MarkRepair.Repair(was, now, text, own, edits)
            && CodeRepairs.Repair(was, now, text, edits)
            ? edits.Apply() : null;
    }

    /// <summary>Whether the words are the same, letter by letter, and figures stand where figures stood.</summary>
    private static bool SayTheSame(TokenText was, TokenText now) =>
        was.Anchors.Length == now.Anchors.Length && was.Anchors.Zip(now.Anchors).All(p => p.First.Kind == p.Second.Kind
            && (p.First.Kind == TokenKind.Figure || string.Equals(p.First.Text, p.Second.Text, StringComparison.Ordinal)));
}
