using System.Collections.Immutable;

namespace PressKit.Cli.Commands;

/// <summary>The languages that a command is given by their tags, with commas between them.</summary>
internal static class LanguageNames
{
    /// <summary>The newsroom's languages of these tags; null, after an explanation, where one is none of them.</summary>
    public static ImmutableArray<Language>? Parse(string tags, Newsroom newsroom, Terminal terminal)
    {
        var languages = ImmutableArray.CreateBuilder<Language>();
        var unknown = false;
        foreach (var tag in tags.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (Language.TryParse(tag, out var language) && newsroom.Languages.Contains(language))
            {
                languages.Add(language);
                continue;
            }

            unknown = true;
            var nearest = Nearest.Of(tag, newsroom.Languages.Select(l => l.Tag));
            terminal.Note($"presskit: '{tag}' is not a language of the newsroom. "
                + (nearest is null ? $"It has {string.Join(", ", newsroom.Languages)}." : $"Did you mean '{nearest}'?"));
        }

        return unknown ? null : languages.ToImmutable();
    }
}
