using System.Collections.Immutable;
using PressKit.Languages;

namespace PressKit.Content;

/// <summary>Reads <c>content/glossary.yml</c>, and says where its entries repeat or contradict each other.
/// docs/glossary.md explains the keys.</summary>
/// <param name="single">The language of a text that is given without one.</param>
/// <param name="problems">Takes what is wrong.</param>
internal sealed class GlossaryReader(Language single, Problems problems)
{
    /// <summary>The file, from the newsroom's folder.</summary>
    public const string File = "content/glossary.yml";

    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private TitlePolicy _titles;

    /// <summary>The entries, in the order of the file.</summary>
    public ImmutableArray<Term> Read(MapReader file)
    {
        _titles = Titles(file) ?? TitlePolicy.Official;
        var items = file.Maps("terms");
        // What is written by hand goes first: no id that PressKit makes may take its place.
        foreach (var map in items) CheckId(map);
        var terms = items.Select(Entry).OfType<Term>().ToImmutableArray();
        file.ReportUnknownKeys("register.unknown-key");
        new GlossaryCheck(problems).Check(terms);
        return terms;
    }

    private Term? Entry(MapReader map)
    {
        var text = map.Required("term", "register.missing-term", "Write the term: 'term: …'.");
        var language = map.Text("language") is { } tag ? map.LanguageOf(tag, map.PlaceOf("language")) : null;
        var kind = map.Choice("kind", "term", "person", "place", "organisation", "product", "title") is { } word ? Enum.Parse<TermKind>(word, ignoreCase: true) : TermKind.Term;
        var translate = map.Choice("translate", "true", "false") != "false";
        var own = new TermForm(text ?? "", StatusOf(map) ?? TermStatus.Preferred) { PartOfSpeech = PartOf(map), Inflections = map.Texts("inflections") };
        var letters = map.Choice("case", "exact", "any");
        var titles = Titles(map);
        var id = map.Text("id");
        var term = new Term(id is { Length: > 0 } ? id : Id(text ?? "", language), text ?? "")
        {
            Language = language,
            Kind = kind,
            Translate = translate,
            Case = letters == "any" ? TermCase.Any : letters == "exact" || !translate ? TermCase.Exact : TermCase.Capitals,
            Titles = titles ?? _titles,
            Forms = [own, .. Forms(map, "forms", TermStatus.Admitted)],
            Translations = Translations(map),
            Transliterations = Transliterations(map),
            Definition = map.Text("definition"),
            Note = map.Text("note"),
            Place = map.PlaceOf("term"),
        };
        map.ReportUnknownKeys("register.unknown-key");
        return text is null ? null : term;
    }

    private void CheckId(MapReader map)
    {
        if (map.Text("id") is not { Length: > 0 } id) return;
        if (!id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.') || !char.IsAsciiLetter(id[0]))
        {
            problems.Error("glossary.bad-id", map.PlaceOf("id"), $"'{id}' cannot be an id.",
                "Begin with a letter, and use letters a to z, digits, hyphens, full stops and underscores.");
        }

        if (_ids.Add(id)) return;
        problems.Error("glossary.duplicate-id", map.PlaceOf("id"), $"The id '{id}' stands here a second time.", "Give each entry an id of its own.");
    }

    /// <summary>The id of an entry that gives none: made of its words, and the same as long as they are.</summary>
    private string Id(string text, Language? language)
    {
        var id = Slug.Of(text, language ?? single) ?? "";
        if (id.Length == 0 || !char.IsAsciiLetter(id[0])) id = $"t-{Hash.Of(text)[..8]}";
        if (_ids.Add(id)) return id;
        for (var i = 2; ; i++)
        {
            if (_ids.Add(FormattableString.Invariant($"{id}-{i}"))) return FormattableString.Invariant($"{id}-{i}");
        }
    }

    private ImmutableSortedDictionary<Language, ImmutableArray<TermForm>> Translations(MapReader map)
    {
        var translations = ImmutableSortedDictionary.CreateBuilder<Language, ImmutableArray<TermForm>>();
        if (!map.IsText("translations") && map.Map("translations") is { } languages)
        {
            foreach (var (key, place) in languages.Keys)
            {
                if (languages.LanguageOf(key, place) is { } language && Forms(languages, key, TermStatus.Preferred) is { IsEmpty: false } forms)
                    translations[language] = forms;
            }
        }
        else if (map.Text("translations") is { Length: > 0 } text)
        {
            translations[single] = [new TermForm(text)];
        }

        return translations.ToImmutable();
    }

    private ImmutableSortedDictionary<string, string> Transliterations(MapReader map)
    {
        var texts = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        if (map.Map("transliterations") is not { } scripts) return texts.ToImmutable();
        foreach (var (key, place) in scripts.Keys)
        {
            var isScript = key.Length == 4 && key.All(char.IsAsciiLetter);
            if (scripts.Text(key) is not { Length: > 0 } text) continue;
            if (isScript) texts[char.ToUpperInvariant(key[0]) + key[1..].ToLowerInvariant()] = text;
            else if (scripts.LanguageOf(key, place) is { } language) texts[language.Tag] = text;
        }

        return texts.ToImmutable();
    }

    /// <summary>The forms of a key: a text, keys, or a list of either. The first without a status has the one given, the others
    /// are admitted.</summary>
    private static ImmutableArray<TermForm> Forms(MapReader map, string key, TermStatus first)
    {
        var forms = ImmutableArray.CreateBuilder<TermForm>();
        foreach (var (text, keys, _) in map.Items(key))
        {
            var status = forms.Any(f => f.Status == TermStatus.Preferred) ? TermStatus.Admitted : first;
            if (text is { Length: > 0 }) forms.Add(new TermForm(text, status));
            else if (keys is not null && Form(keys, status) is { } form) forms.Add(form);
        }

        return forms.ToImmutable();
    }

    private static TermForm? Form(MapReader keys, TermStatus status)
    {
        var text = keys.Required("term", "register.missing-term", "Write the term: 'term: …'.");
        var form = new TermForm(text ?? "", StatusOf(keys) ?? status)
        {
            PartOfSpeech = PartOf(keys),
            Note = keys.Text("note"),
            Inflections = keys.Texts("inflections"),
        };
        keys.ReportUnknownKeys("register.unknown-key");
        return text is null ? null : form;
    }

    private static TermStatus? StatusOf(MapReader map) =>
        map.Choice("status", "preferred", "admitted", "forbidden") is { } status ? Enum.Parse<TermStatus>(status, ignoreCase: true) : null;

    private static PartOfSpeech? PartOf(MapReader map) =>
        map.Choice("partOfSpeech", "noun", "verb", "adjective", "adverb", "other") is { } part
            ? Enum.Parse<PartOfSpeech>(part, ignoreCase: true) : null;

    private static TitlePolicy? Titles(MapReader map) =>
        map.Choice("titles", "official", "bracketed", "original") is { } policy ? Enum.Parse<TitlePolicy>(policy, ignoreCase: true) : null;
}
