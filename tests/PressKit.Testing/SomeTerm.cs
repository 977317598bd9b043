using System.Collections.Immutable;

namespace PressKit.Testing;

/// <summary>Entries of a glossary for tests.</summary>
public static class SomeTerm
{
    /// <summary>A name that stays as it is.</summary>
    public static Term Name(string text) => new(text, text) { Translate = false, Case = TermCase.Exact, Kind = TermKind.Organisation };

    /// <summary>A word of one language.</summary>
    public static Term In(string language, string text, params string[] forbidden) => new(text, text)
    {
        Language = Language.Parse(language),
        Forms = [new TermForm(text), .. forbidden.Select(f => new TermForm(f, TermStatus.Forbidden))],
    };

    /// <summary>A word with its translation, and words that must not be used for it.</summary>
    public static Term Settled(string from, string text, string to, string translation, params string[] forbidden) => In(from, text) with
    {
        Translations = ImmutableSortedDictionary<Language, ImmutableArray<TermForm>>.Empty.Add(
            Language.Parse(to), [new TermForm(translation), .. forbidden.Select(f => new TermForm(f, TermStatus.Forbidden))]),
    };

    /// <summary>A name with the forms that it has in other scripts, by script or language.</summary>
    public static Term Person(string text, params (string Script, string Text)[] forms) => Name(text) with
    {
        Kind = TermKind.Person,
        Transliterations = forms.ToImmutableSortedDictionary(f => f.Script, f => f.Text, StringComparer.Ordinal),
    };

    /// <summary>The title of a work.</summary>
    public static Term Title(TitlePolicy policy, string from, string text, params (string Language, string Text)[] official) => In(from, text) with
    {
        Kind = TermKind.Title,
        Titles = policy,
        Translations = official.ToImmutableSortedDictionary(t => Language.Parse(t.Language), t => ImmutableArray.Create(new TermForm(t.Text))),
    };
}
