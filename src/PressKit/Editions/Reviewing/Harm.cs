using System.Buffers;
using System.Numerics;
using PressKit.Translation.Glossary;

namespace PressKit.Editions.Reviewing;

/// <summary>What in a sentence does harm when it is translated wrongly.</summary>
[Flags]
public enum Harm
{
    /// <summary>Nothing in particular.</summary>
    None = 0,

    /// <summary>A number, a date, an amount.</summary>
    Number = 1,

    /// <summary>A name.</summary>
    Name = 2,

    /// <summary>What somebody said.</summary>
    Quotation = 4,

    /// <summary>The headline, or what stands beside it.</summary>
    Headline = 8,
}

/// <summary>Finds what weighs in a sentence.</summary>
public static class Harms
{
    private static readonly SearchValues<char> Marks = SearchValues.Create("«»“”„‟\"「」『』‹›");

    /// <summary>What weighs in a sentence of a unit.</summary>
    public static Harm Of(string unit, UnitRole role, InlineContent source, Language language, Terminology terminology)
    {
        var text = source.ReadingText;
        var harm = Harm.None;
        if (text.Any(char.IsDigit)) harm |= Harm.Number;
        if (terminology.Find(source, language).Any(m => !m.Term.Translate) || unit.EndsWith(".speaker", StringComparison.Ordinal) || HasName(text)) harm |= Harm.Name;
        if (role == UnitRole.Quotation || unit.StartsWith("quotes.", StringComparison.Ordinal) || text.AsSpan().ContainsAny(Marks)) harm |= Harm.Quotation;
        if (unit is "headline" or "subhead" or "summary" || role == UnitRole.Heading) harm |= Harm.Headline;
        return harm;
    }

    /// <summary>How much several kinds of harm weigh together: each kind once.</summary>
    public static int Weight(Harm harm) => BitOperations.PopCount((uint)harm);

    /// <summary>Two capitalised words side by side, behind the beginning: Maria Bianchi.</summary>
    private static bool HasName(string text)
    {
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return words.Skip(1).Zip(words.Skip(2)).Any(p => char.IsUpper(p.First[0]) && char.IsUpper(p.Second[0]));
    }
}
