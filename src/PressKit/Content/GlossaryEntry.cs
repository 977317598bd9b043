using System.Collections.Immutable;

namespace PressKit.Content;

/// <summary>An entry of the glossary as lines of YAML, key by key: in one form, whoever wrote it.</summary>
internal static class GlossaryEntry
{
    /// <summary>The keys of an entry that say something, in the order in which they are written, each with its lines. Lines after
    /// the first are indented from the key.</summary>
    /// <param name="term">The entry.</param>
    /// <param name="titles">The policy for titles that holds anyway.</param>
    public static IEnumerable<(string Key, ImmutableArray<string> Lines)> Keys(Term term, TitlePolicy titles)
    {
        var own = term.Forms[0];
        if (term.Id.Length > 0) yield return Line("id", term.Id);
        yield return Line("term", term.Text);
        if (term.Language is { } language) yield return Line("language", language.Tag);
        if (term.Kind != TermKind.Term) yield return Line("kind", Lower(term.Kind));
        if (own.PartOfSpeech is { } part) yield return Line("partOfSpeech", Lower(part));
        if (own.Status != TermStatus.Preferred) yield return Line("status", Lower(own.Status));
        if (!term.Translate) yield return ("translate", ["translate: false"]);
        if (term.Case == TermCase.Any || (term.Case == TermCase.Exact && term.Translate)) yield return Line("case", Lower(term.Case));
        if (term.Kind == TermKind.Title && term.Titles != titles) yield return Line("titles", Lower(term.Titles));
        if (!own.Inflections.IsEmpty) yield return ("inflections", [$"inflections: {List(own.Inflections)}"]);
        if (term.Forms.Length > 1) yield return ("forms", Forms("forms", term.Forms[1..], isOwn: true));
        if (!term.Transliterations.IsEmpty)
            yield return ("transliterations", ["transliterations:", .. term.Transliterations.Select(t => $"  {t.Key}: {YamlScalars.Write(t.Value)}")]);
        if (!term.Translations.IsEmpty)
            yield return ("translations", ["translations:", .. term.Translations.SelectMany(t => Translation(t.Key, t.Value)).Select(l => "  " + l)]);
        if (term.Definition is { } definition) yield return Line("definition", definition);
        if (Note(term) is { } note) yield return Line("note", note);
    }

    /// <summary>What a thing is called in one language.</summary>
    public static ImmutableArray<string> Translation(Language language, ImmutableArray<TermForm> forms) => Forms(language.Tag, forms, isOwn: false);

    /// <summary>The reason of an entry's own form stands with the entry.</summary>
    private static string? Note(Term term) => term.Note ?? term.Forms[0].Note;

    private static ImmutableArray<string> Forms(string key, ImmutableArray<TermForm> forms, bool isOwn)
    {
        if (forms is [var only] && Form(only, isOwn ? TermStatus.Admitted : TermStatus.Preferred) is var text) return [$"{key}: {text}"];
        var lines = ImmutableArray.CreateBuilder<string>();
        lines.Add($"{key}:");
        for (var i = 0; i < forms.Length; i++)
        {
            var usual = isOwn || forms[..i].Any(f => f.Status == TermStatus.Preferred) ? TermStatus.Admitted : TermStatus.Preferred;
            lines.Add("  - " + Form(forms[i], usual));
        }

        return lines.ToImmutable();
    }

    private static string Form(TermForm form, TermStatus usual)
    {
        if (form.Status == usual && form.PartOfSpeech is null && form.Note is null && form.Inflections.IsEmpty) return YamlScalars.Write(form.Text);
        var keys = new List<string> { "term: " + YamlScalars.WriteInList(form.Text) };
        if (form.Status != usual) keys.Add("status: " + Lower(form.Status));
        if (form.PartOfSpeech is { } part) keys.Add("partOfSpeech: " + Lower(part));
        if (form.Note is { } note) keys.Add("note: " + YamlScalars.WriteInList(note));
        if (!form.Inflections.IsEmpty) keys.Add("inflections: " + List(form.Inflections));
        return $"{{ {string.Join(", ", keys)} }}";
    }

    private static (string Key, ImmutableArray<string> Lines) Line(string key, string value) => (key, [$"{key}: {YamlScalars.Write(value)}"]);

    private static string List(IEnumerable<string> texts) => $"[{string.Join(", ", texts.Select(YamlScalars.WriteInList))}]";

    private static string Lower<T>(T value) where T : struct, Enum => value.ToString().ToLowerInvariant();
}
