using System.Globalization;
using PressKit.Translation.Xliff;

namespace PressKit.Translation.Exchange;

/// <summary>What a translation that came back may not do, whatever its format: leave out or repeat a code, change the order of
/// those that keep it, bring in control characters.</summary>
/// <param name="report">Takes what is wrong.</param>
/// <param name="segment">The sentence.</param>
/// <param name="anywhere">The codes that stand in any translation of its unit.</param>
internal sealed class TargetRules(XliffReport report, ReturnedSegment segment, HashSet<int> anywhere)
{
    private const string Openers = "\u202a\u202b\u202d\u202e";
    private const string Isolates = "\u2066\u2067\u2068";

    public void Check()
    {
        var (source, target) = (segment.Segment.Source, segment.Target!);
        var used = target.Where(p => p.Kind is PieceKind.Open or PieceKind.Alone).Select(p => p.Code!.Id).ToList();
        foreach (var code in source.Codes.Where(c => !c.CanDelete && !anywhere.Contains(c.Id)))
        {
            report.Error("xliff.code-missing", segment.Place, $"The translation lacks code {code.Id} of the source: {code.Open}",
                "Put the code where it belongs in the translation.");
        }

        foreach (var id in used.GroupBy(id => id).Where(g => g.Count() > 1).Select(g => g.Key))
            report.Error("xliff.code-copied", segment.Place, $"Code {id} stands twice in the translation.", "Keep one of the two.");
        var ordered = source.Codes.Where(c => !c.CanReorder).Select(c => c.Id).ToList();
        if (!used.Distinct().Where(ordered.Contains).SequenceEqual(ordered.Where(used.Contains)))
            report.Error("xliff.code-order", segment.Place, "Codes that keep their order stand in another.", "Put the HTML tags into the order of the source.");
        if (target.PlainText.Any(c => IsControl(c) && !source.PlainText.Contains(c, StringComparison.Ordinal)))
            report.Error("xliff.control-character", segment.Place, "The translation has a control character.", "Take it out.");
        if (!IsBalanced(target.PlainText) && IsBalanced(source.PlainText))
        {
            report.Error("xliff.control-character", segment.Place, "A control of the direction of writing does not end in the sentence.",
                "Close it where it ends, or take it out; the page sets the direction by itself.");
        }
    }

    private static bool IsControl(char c) => c is not ('\t' or '\n' or '\r') && char.GetUnicodeCategory(c) == UnicodeCategory.Control;

    private static bool IsBalanced(string text)
    {
        var open = new Stack<bool>();
        foreach (var c in text)
        {
            if (Openers.Contains(c, StringComparison.Ordinal)) open.Push(false);
            else if (Isolates.Contains(c, StringComparison.Ordinal)) open.Push(true);
            else if (c is '\u202c' or '\u2069' && (!open.TryPop(out var isolate) || isolate != (c == '\u2069'))) return false;
        }

        return open.Count == 0;
    }
}
