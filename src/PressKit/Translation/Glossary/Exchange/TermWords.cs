using System.Collections.Immutable;

namespace PressKit.Translation.Glossary.Exchange;

/// <summary>The words of TBX, and what PressKit adds to them in a note that other tools leave as it is:
/// <c>presskit translate=false; case=exact</c>.</summary>
internal static class TermWords
{
    public const string Core = "urn:iso:std:iso:30042:ed-2";

    /// <summary>The language of a name that is the same in all (ISO 639-2, multiple languages).</summary>
    public const string AllLanguages = "mul";

    private const string Mark = "presskit ";

    /// <summary>A status as TBX-Basic writes it.</summary>
    public static string Of(TermStatus status) => status switch
    {
        TermStatus.Preferred => "preferredTerm-admn-sts",
        TermStatus.Admitted => "admittedTerm-admn-sts",
        _ => "deprecatedTerm-admn-sts",
    };

    /// <summary>A status as TBX or a person writes it; null for none.</summary>
    public static TermStatus? StatusOf(string? word) => word?.Trim().Replace("-admn-sts", "", StringComparison.Ordinal).ToLowerInvariant() switch
    {
        "preferredterm" or "preferred" => TermStatus.Preferred,
        "admittedterm" or "admitted" or "proposedterm" or "proposed" => TermStatus.Admitted,
        "deprecatedterm" or "deprecated" or "supersededterm" or "superseded" or "forbidden" or "obsolete" or "notrecommended" => TermStatus.Forbidden,
        _ => null,
    };

    /// <summary>A part of speech; null where nothing is said, and other for what has no name here.</summary>
    public static PartOfSpeech? PartOf(string? word)
    {
        if (string.IsNullOrWhiteSpace(word)) return null;
        return Enum.TryParse<PartOfSpeech>(word.Trim(), ignoreCase: true, out var part) && Enum.IsDefined(part) ? part
            : word.Contains("noun", StringComparison.OrdinalIgnoreCase) ? PartOfSpeech.Noun : PartOfSpeech.Other;
    }

    /// <summary>What else PressKit knows, as one note; null for nothing.</summary>
    public static string? NoteOf(IEnumerable<(string Key, string? Value)> properties)
    {
        var known = properties.Where(p => p.Value is not null).Select(p => $"{p.Key}={p.Value}").ToList();
        return known.Count == 0 ? null : Mark + string.Join("; ", known);
    }

    /// <summary>What a note says that PressKit wrote; null for a note of anybody else.</summary>
    public static Dictionary<string, string>? PropertiesOf(string note) => !note.StartsWith(Mark, StringComparison.Ordinal) ? null
        : note[Mark.Length..].Split("; ").Select(p => p.Split('=', 2)).Where(p => p.Length == 2)
            .DistinctBy(p => p[0], StringComparer.Ordinal).ToDictionary(p => p[0], p => p[1], StringComparer.Ordinal);

    /// <summary>An entry's own properties.</summary>
    public static IEnumerable<(string Key, string? Value)> PropertiesOf(Term term)
    {
        yield return ("language", term.Language?.Tag ?? AllLanguages);
        yield return ("translate", term.Translate ? null : "false");
        yield return ("case", CaseOf(term));
        yield return ("titles", term.Kind == TermKind.Title ? LowerCase(term.Titles) : null);
    }

    /// <summary>The letter cases of a term, where they are not what it would have anyway.</summary>
    public static string? CaseOf(Term term) => term.Case switch
    {
        TermCase.Any => "any",
        TermCase.Exact when term.Translate => "exact",
        _ => null,
    };

    /// <summary>A word of an enumeration as it is written.</summary>
    public static string LowerCase<T>(T value) where T : struct, Enum => value.ToString().ToLowerInvariant();

    /// <summary>The term with properties that a file gives it.</summary>
    public static Term With(Term term, IReadOnlyDictionary<string, string> properties)
    {
        var translate = properties.GetValueOrDefault("translate") != "false";
        return term with
        {
            Translate = translate,
            Kind = Enum.TryParse<TermKind>(properties.GetValueOrDefault("kind"), ignoreCase: true, out var kind) && Enum.IsDefined(kind) ? kind : term.Kind,
            Case = properties.GetValueOrDefault("case") switch { "any" => TermCase.Any, "exact" => TermCase.Exact, _ => translate ? TermCase.Capitals : TermCase.Exact },
            Titles = Enum.TryParse<TitlePolicy>(properties.GetValueOrDefault("titles"), ignoreCase: true, out var titles) ? titles : term.Titles,
        };
    }

    /// <summary>The entry of forms that a file gives by language.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="own">Its own language; null for a name that is the same in all.</param>
    /// <param name="forms">The forms, by the tags of their languages.</param>
    /// <param name="properties">What else the file says.</param>
    /// <returns>Null where there is no form in the entry's own language.</returns>
    public static Term? Entry(string id, Language? own, IReadOnlyList<(string Tag, TermForm Form)> forms, IReadOnlyDictionary<string, string> properties)
    {
        var ownTag = own?.Tag ?? AllLanguages;
        ImmutableArray<TermForm> ownForms = [.. forms.Where(f => f.Tag == ownTag).Select(f => f.Form)];
        if (ownForms.IsEmpty) return null;
        var term = With(new Term(id, ownForms[0].Text) { Language = own, Forms = ownForms }, properties);
        var others = forms.Where(f => f.Tag != ownTag).ToList();
        var isName = !term.Translate;
        return term with
        {
            Transliterations = others.Where(f => isName && f.Form.Status != TermStatus.Forbidden).DistinctBy(f => f.Tag, StringComparer.Ordinal)
                .ToImmutableSortedDictionary(f => f.Tag.Replace("und-", "", StringComparison.Ordinal), f => f.Form.Text, StringComparer.Ordinal),
            Translations = others.Where(f => (!isName || f.Form.Status == TermStatus.Forbidden) && Language.TryParse(f.Tag, out _)).GroupBy(f => Language.Parse(f.Tag))
                .ToImmutableSortedDictionary(g => g.Key, g => g.Select(f => f.Form).ToImmutableArray()),
        };
    }

    /// <summary>Every form of an entry with the tag of its language, its own language first.</summary>
    public static IEnumerable<(string Tag, TermForm Form)> FormsOf(Term term)
    {
        foreach (var form in term.Forms) yield return (term.Language?.Tag ?? AllLanguages, form);
        foreach (var (key, text) in term.Transliterations) yield return (key.Length == 4 ? "und-" + key : key, new TermForm(text));
        foreach (var (language, forms) in term.Translations)
        {
            foreach (var form in forms) yield return (language.Tag, form);
        }
    }
}
