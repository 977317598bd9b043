using System.Collections.Immutable;

namespace PressKit.Content;

/// <summary>Finds entries of a glossary that say the same twice, or one thing and its opposite: nothing could follow both.</summary>
internal sealed class GlossaryCheck(Problems problems)
{
    /// <summary>Reports them.</summary>
    public void Check(ImmutableArray<Term> terms)
    {
        foreach (var term in terms) CheckAlone(term);
        foreach (var (text, entries) in ByText(terms).OrderBy(e => e.Key, StringComparer.Ordinal)) CheckTogether(text, entries);
    }

    private void CheckAlone(Term term)
    {
        if (!term.Translate && !term.Translations.IsEmpty && term.Translations.Values.Any(f => f.Any(x => x.Status != TermStatus.Forbidden)))
        {
            Contradiction(term, $"'{term.Text}' is not to be translated, and has translations.",
                "Take out 'translate: false' or the translations; how a name is written in another script goes below 'transliterations'.");
        }

        if (term.Translate && !term.Transliterations.IsEmpty)
            Contradiction(term, $"'{term.Text}' has transliterations, and is to be translated.", "Add 'translate: false'.");
        var languages = term.Translations.Select(t => (Of: " in " + t.Key, Forms: t.Value)).Append((Of: "", Forms: term.Forms));
        foreach (var (of, forms) in languages)
        {
            foreach (var same in forms.GroupBy(f => f.Text, StringComparer.Ordinal).Where(g => g.Count() > 1))
            {
                if (same.Select(f => f.Status == TermStatus.Forbidden).Distinct().Count() > 1)
                    Contradiction(term, $"'{same.Key}' is both forbidden and allowed for '{term.Text}'{of}.", "Keep one of the two.");
                else
                    Duplicate(term, $"'{same.Key}' stands twice for '{term.Text}'{of}.");
            }
        }
    }

    /// <summary>Entries by the words that stand for them in their own language.</summary>
    private static Dictionary<string, List<Term>> ByText(ImmutableArray<Term> terms)
    {
        var entries = new Dictionary<string, List<Term>>(StringComparer.Ordinal);
        foreach (var term in terms)
        {
            foreach (var form in term.Forms.Select(f => f.Text).Distinct(StringComparer.Ordinal))
            {
                if (!entries.TryGetValue(form, out var known)) entries.Add(form, known = []);
                known.Add(term);
            }
        }

        return entries;
    }

    private void CheckTogether(string text, List<Term> entries)
    {
        for (var i = 1; i < entries.Count; i++)
        {
            // Words that mean two things are told apart by what they mean.
            if (entries.Find(e => IsEarlier(e, entries[i]) && ShareALanguage(e, entries[i]) && !AreToldApart(e, entries[i])) is not { } first) continue;
            var line = FormattableString.Invariant($"line {first.Place.Line}");
            var allowed = (first.Forms.First(f => f.Text == text).Status, entries[i].Forms.First(f => f.Text == text).Status);
            if (allowed is (TermStatus.Forbidden, not TermStatus.Forbidden) or (not TermStatus.Forbidden, TermStatus.Forbidden))
                Contradiction(entries[i], $"'{text}' is forbidden in one of two entries, and not in the other, in {line}.", "Keep one of the two.");
            else if (SayTheSame(first, entries[i]))
                Duplicate(entries[i], $"'{text}' stands in {line} already.");
            else
                Contradiction(entries[i], $"'{text}' is settled otherwise in {line}.", "Keep one of the two; if they mean different things, give each a 'definition'.");
        }

        bool IsEarlier(Term one, Term other) => entries.IndexOf(one) < entries.IndexOf(other);
    }

    private static bool ShareALanguage(Term one, Term other) =>
        one.Language is null || other.Language is null || one.Language.Primary == other.Language.Primary;

    private static bool AreToldApart(Term one, Term other) =>
        one.Definition is not null && other.Definition is not null && one.Definition != other.Definition;

    private static bool SayTheSame(Term one, Term other) => one.Translate == other.Translate
        && one.Translations.Keys.Intersect(other.Translations.Keys).All(l => one.Wanted(l) == other.Wanted(l));

    private void Duplicate(Term term, string message) =>
        problems.Error("glossary.duplicate", term.Place, message, "Keep one of the two.");

    private void Contradiction(Term term, string message, string remedy) =>
        problems.Error("glossary.contradiction", term.Place, message, remedy);
}
