namespace PressKit.Languages;

/// <summary>Checks that PressKit knows how each language of a newsroom is written.</summary>
public sealed class LanguageCheck(Locales locales, Problems problems)
{
    /// <summary>Reports each language that has no data.</summary>
    public void Check(Newsroom newsroom)
    {
        var known = locales.Known.Select(l => l.Tag).ToList();
        for (var i = 0; i < newsroom.Languages.Length; i++)
        {
            var language = newsroom.Languages[i];
            if (locales.Find(language) is not null) continue;
            problems.Error("newsroom.unknown-language", newsroom.Places[FormattableString.Invariant($"languages.{i}")],
                $"PressKit does not know how '{language}' writes dates and numbers.",
                Nearest.Of(language.Tag, known) is { } nearest ? $"Did you mean '{nearest}'?" : $"It knows {string.Join(", ", known)}.");
        }
    }
}
