using System.Collections.Immutable;
using PressKit.Translation.Checks;

namespace PressKit.Tests.Translation.Checks;

/// <summary>Faults of names, terms, addresses and codes.</summary>
internal static class NameFaults
{
    public static ImmutableArray<Fault> All { get; } =
    [
        new("url", (s, r) => Altered(s, r, s.TargetQuantities.Literals.Where(l => l.Kind == LiteralKind.Url && l.Text.StartsWith("http", StringComparison.Ordinal)), 12)),
        new("email", (s, r) => Altered(s, r, s.TargetQuantities.Literals.Where(l => l.Kind == LiteralKind.Email), 0)),
        new("phone-and-codes", (s, r) => Altered(s, r, s.TargetQuantities.Literals.Where(l => l.Kind is LiteralKind.Phone or LiteralKind.Code), 0)),
        new("file-path", (s, r) => Altered(s, r, s.TargetQuantities.Literals.Where(l => l.Kind == LiteralKind.Path), 0), (t, _) => Fault.Before(t, "docs/opening.pdf")),
        new("social-handle-hashtag", (s, r) => Altered(s, r, s.TargetQuantities.Literals.Where(l => l.Kind == LiteralKind.Handle), 0), (t, _) => Fault.Before(t, "@museoapre")),
        new("placeholder", (s, _) => Replaced(s, "{visitors}", "{visitatori}"), (t, _) => Fault.Before(t, "{visitors}")),
        new("place-name", (s, _) => s.Unit.Unit.Id == "dateline.place" ? null : s.Unit.Context.Places.Where(p => s.Source.Text.Contains(p.Source, StringComparison.Ordinal) && !s.Unit.Context.Terms.Any(t => t.Contains(p.Source, StringComparison.Ordinal) && s.Source.Text.Contains(t, StringComparison.Ordinal)))
            .Select(p => Replaced(s, p.Target, "Oslo")).FirstOrDefault(e => e is not null)),
        new("camel-case", (s, _) => Replaced(s, "OpenStage", "Openstage"), (t, _) => Fault.Before(t, "OpenStage")),
        new("do-not-translate", (s, r) => Glossary(s).Where(t => !t.Translate && t.Wanted(s.Unit.To.Language) == t.Text).Select(t => Replaced(s, t.Text, Misspelt(t.Text, r))).FirstOrDefault(e => e is not null)),
        new("person-name", (s, r) => !s.Unit.From.IsLatin || !s.Unit.To.IsLatin ? null : new[] { "Rossi", "Mori", "Jansen", "Weber", "Serra", "Haddad" }
            .Select(n => s.Target.Text.IndexOf(n, StringComparison.Ordinal) is >= 0 and var at ? Fault.Edit(s, at, n.Length, Misspelt(n, r)) : null).FirstOrDefault(e => e is not null)),
        new("term-missing", (s, _) => Glossary(s).Where(Single).Select(t => Replaced(s, t.Wanted(s.Unit.To.Language), "xxxx")).FirstOrDefault(e => e is not null)),
        new("must-translate", (s, _) => Glossary(s).Where(t => Single(t) && t.Wanted(s.Unit.To.Language) != t.Text).Select(t => Replaced(s, t.Wanted(s.Unit.To.Language), t.Text)).FirstOrDefault(e => e is not null)),
        new("work-title", (s, _) => Glossary(s).Where(t => t.Translate && !Single(t)).Select(t => Replaced(s, t.Wanted(s.Unit.To.Language), "Xxxxx")).FirstOrDefault(e => e is not null)),
        new("acronym", (s, r) => !s.Unit.From.IsLatin || !s.Unit.To.IsLatin ? null : Words.Of(s.Source.Text).Select(w => w.Word)
            .Where(w => w.Length is 2 or 3 or 4 && w.All(char.IsAsciiLetterUpper) && w.Any(c => !"IVXLCDM".Contains(c, StringComparison.Ordinal)) && Count(s.Unit.TargetText, w) == 1
                && !s.Unit.Context.Names.Concat(s.Unit.Context.Terms).Any(n => n.Contains(w, StringComparison.Ordinal)) && !s.Unit.From.Common.Acronyms.Any(g => g.Contains(w, StringComparer.Ordinal)))
            .Select(w => Replaced(s, w, w[..^1] + (w[^1] == 'Q' ? 'X' : 'Q'))).FirstOrDefault(e => e is not null)),
    ];

    /// <summary>The terms in a source, each standing there alone.</summary>
    private static IEnumerable<Term> Glossary(CheckedSegment s) => s.Unit.Context.Terminology.Find(s.Source.Content, s.Unit.From.Language).Select(m => m.Term).Distinct();

    private static bool Single(Term term) => term.Translate && !term.Text.StartsWith("La tigre", StringComparison.Ordinal);

    private static int Count(string text, string part) => Fault.Places(text, (t, i) => string.CompareOrdinal(t, i, part, 0, part.Length) == 0).Count;

    private static InlineContent? Replaced(CheckedSegment s, string? wanted, string text)
    {
        if (wanted is null) return null;
        // Every occurrence in the unit would have to go, so only those are taken that stand once.
        var places = Fault.Places(s.Target.Text, (t, i) => string.Compare(t, i, wanted, 0, wanted.Length, StringComparison.OrdinalIgnoreCase) == 0);
        return places.Count == 1 && Count(s.Unit.TargetText.ToLowerInvariant(), wanted.ToLowerInvariant()) == 1 ? Fault.Edit(s, places[0], wanted.Length, text) : null;
    }

    private static InlineContent? Altered(CheckedSegment s, Random r, IEnumerable<Literal> literals, int from)
    {
        if (literals.Where(l => l.Text.Length > from + 2 && Count(s.Unit.TargetText, l.Text) == 1).Select(l => (TextSpan?)l.Span).FirstOrDefault() is not { } span) return null;
        var places = Enumerable.Range(span.Start + from, span.Length - from - 1).Where(i => char.IsAsciiLetterOrDigit(s.Target.Text[i])).ToList();
        if (Fault.AnyOf(places, r) is not { } at) return null;
        var c = s.Target.Text[at];
        return Fault.Edit(s, at, 1, (char.IsAsciiDigit(c) ? (char)('0' + (c - '0' + 1) % 10) : c == 'q' ? 'x' : char.IsAsciiLetterUpper(c) ? 'Q' == c ? 'X' : 'Q' : 'q').ToString());
    }

    private static string Misspelt(string name, Random r)
    {
        var places = Fault.Places(name, (t, i) => i > 0 && char.IsAsciiLetterLower(t[i]));
        if (Fault.AnyOf(places, r) is not { } at) return name[1..];
        return name[..at] + (name[at] == 'q' ? 'x' : 'q') + name[(at + 1)..];
    }
}
