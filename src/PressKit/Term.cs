using System.Collections.Immutable;

namespace PressKit;

/// <summary>What kind of thing a term names.</summary>
public enum TermKind
{
    /// <summary>A word with a settled translation.</summary>
    Term,

    /// <summary>A person.</summary>
    Person,

    /// <summary>A place.</summary>
    Place,

    /// <summary>A company, a festival, a prize: whatever acts under a name.</summary>
    Organisation,

    /// <summary>A product.</summary>
    Product,

    /// <summary>A film, a book, a song: whatever has a title of its own in each country.</summary>
    Title,
}

/// <summary>Which letter cases of a term in a text count.</summary>
public enum TermCase
{
    /// <summary>The one in which it is written.</summary>
    Exact,

    /// <summary>Its capitals have to be capitals; its small letters may be capitals too, as where a sentence begins.</summary>
    Capitals,

    /// <summary>Any.</summary>
    Any,
}

/// <summary>How the title of a work stands in a translation.</summary>
public enum TitlePolicy
{
    /// <summary>By its official title in that language; by its original one where it has none.</summary>
    Official,

    /// <summary>By its original title, with the official one in brackets.</summary>
    Bracketed,

    /// <summary>By its original title.</summary>
    Original,
}

/// <summary>A glossary entry: one thing, and what it is called in each language (a concept entry, in TBX's terms).</summary>
/// <param name="Id">Its name among the entries; it stays when everything else changes.</param>
/// <param name="Text">The term, in its own language.</param>
public sealed record Term(string Id, string Text)
{
    /// <summary>The language of <see cref="Text"/>; null for a name that is the same in all.</summary>
    public Language? Language { get; init; }

    /// <summary>What it names.</summary>
    public TermKind Kind { get; init; }

    /// <summary>False for a name that must reach every page as it is, or as it is written in the page's script.</summary>
    public bool Translate { get; init; } = true;

    /// <summary>Which letter cases count.</summary>
    public TermCase Case { get; init; } = TermCase.Capitals;

    /// <summary>How its title stands in a translation, where it is a work's.</summary>
    public TitlePolicy Titles { get; init; }

    /// <summary>What it is called in its own language, <see cref="Text"/> first.</summary>
    public ImmutableArray<TermForm> Forms { get; init; } = [new(Text)];

    /// <summary>What it is called in other languages, the first choice first.</summary>
    public ImmutableSortedDictionary<Language, ImmutableArray<TermForm>> Translations { get; init; } =
        ImmutableSortedDictionary<Language, ImmutableArray<TermForm>>.Empty;

    /// <summary>How a name is written in other scripts, by script (ISO 15924: <c>Arab</c>) or language (<c>ja</c>).</summary>
    public ImmutableSortedDictionary<string, string> Transliterations { get; init; } =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>What it means: what tells it from another entry with the same words.</summary>
    public string? Definition { get; init; }

    /// <summary>Why it is settled so, for whoever translates.</summary>
    public string? Note { get; init; }

    /// <summary>Where it stands.</summary>
    public Place Place { get; init; }

    /// <summary>Everything that it is called in a language, and everything that it must not be called: what stands for it in a
    /// text.</summary>
    public ImmutableArray<TermForm> In(Language language)
    {
        if (Language is not null && Language.Primary != language.Primary)
        {
            var translations = TranslationsIn(language);
            return Kind != TermKind.Title || translations.Any(f => f.Text == Text) ? translations : translations.Add(Forms[0]);
        }

        var forms = Forms.AddRange(TranslationsIn(language));
        return TransliterationIn(language) is { } name ? forms.Insert(0, new TermForm(name)) : forms;
    }

    /// <summary>What stands for it in a translation into a language; null where the glossary does not say.</summary>
    public string? Wanted(Language target)
    {
        if (!Translate) return TransliterationIn(target) ?? Text;
        var official = Official(target)?.Text;
        if (Kind != TermKind.Title || Language?.Primary == target.Primary) return official;
        return Titles switch
        {
            TitlePolicy.Original => Text,
            TitlePolicy.Bracketed when official is not null && official != Text => Bracketed(official, target),
            _ => official ?? Text,
        };
    }

    /// <summary>The texts of which one has to stand in a translation of a text that has the term; none where the glossary
    /// does not say.</summary>
    public ImmutableArray<string> Accepted(Language target)
    {
        if (Wanted(target) is not { } wanted) return [];
        if (Kind == TermKind.Title && Titles != TitlePolicy.Official && Language?.Primary != target.Primary) return [Text];
        // A name that has a form of its own in the script has no other there.
        var own = Translate ? In(target) : TransliterationIn(target) is null ? Forms : TranslationsIn(target);
        var isForeignTitle = Kind == TermKind.Title && Official(target) is not null && Language?.Primary != target.Primary;
        return [.. own.Where(f => f.Status != TermStatus.Forbidden && !(isForeignTitle && f.Text == Text)).Select(f => f.Text)
            .Prepend(wanted).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>How a name is written in a language's script, where the glossary says so; else null.</summary>
    public string? TransliterationIn(Language language) =>
        Scripts.Fallbacks(language).Append(Scripts.Of(language)).OfType<string>()
            .Select(key => Transliterations.GetValueOrDefault(key)).FirstOrDefault(text => text is not null);

    private TermForm? Official(Language target)
    {
        var forms = Language?.Primary == target.Primary ? Forms.AddRange(TranslationsIn(target)) : TranslationsIn(target);
        return forms.FirstOrDefault(f => f.Status == TermStatus.Preferred) ?? forms.FirstOrDefault(f => f.Status == TermStatus.Admitted);
    }

    private ImmutableArray<TermForm> TranslationsIn(Language language) =>
        Scripts.Fallbacks(language).Select(tag => Translations.GetValueOrDefault(PressKit.Language.Parse(tag)))
            .FirstOrDefault(forms => !forms.IsDefault) is { IsDefault: false } forms ? forms : [];

    private string Bracketed(string official, Language target) => target.Unspaced ? $"{Text}（{official}）" : $"{Text} ({official})";
}
