using System.Collections.Frozen;

namespace PressKit.Content;

/// <summary>Checks that what front matter names is there: topics, contacts, boilerplates, languages and files, the last
/// inside the release's own folder.</summary>
internal sealed class References(Newsroom newsroom, Problems problems)
{
    private readonly FrozenSet<string> _topics = Set(newsroom.Topics.Keys);
    private readonly FrozenSet<string> _contacts = Set(newsroom.Contacts.Keys);
    private readonly FrozenSet<string> _people = Set(newsroom.Spokespeople.Select(s => s.Id));
    private readonly FrozenSet<string> _series = Set(newsroom.Series.Keys);
    private readonly FrozenSet<string> _boilerplates = Set(newsroom.Boilerplates.Keys);

    /// <summary>Reports every name that leads nowhere.</summary>
    public void Check()
    {
        foreach (var release in newsroom.Releases.Concat(newsroom.Pages))
        {
            foreach (var text in release.Authored.Prepend(release.Source)) Check(release, text);
        }

        foreach (var person in newsroom.Spokespeople)
        {
            if (person.Contact is { } contact)
                Named(contact, _contacts, "content.unknown-contact", "contact", "content/contacts.yml", () => new Place(SpokespeopleReader.File));
        }
    }

    private void Check(Release release, SourceText text)
    {
        var frontMatter = text.FrontMatter;
        for (var i = 0; i < frontMatter.Topics.Length; i++)
            Named(frontMatter.Topics[i], _topics, "content.unknown-topic", "topic", "content/topics.yml", () => text.Places[FormattableString.Invariant($"topics.{i}")]);
        for (var i = 0; i < frontMatter.Contacts.Length; i++)
            Named(frontMatter.Contacts[i], _contacts, "content.unknown-contact", "contact", "content/contacts.yml", () => text.Places[FormattableString.Invariant($"contacts.{i}")]);
        for (var i = 0; i < frontMatter.Quotes.Length; i++)
        {
            if (frontMatter.Quotes[i].Person is { } person)
                Named(person, _people, "content.unknown-person", "spokesperson", "content/spokespeople.yml", () => text.Places[FormattableString.Invariant($"quotes.{i}.person")]);
        }

        if (frontMatter.Series is { } series)
            Named(series, _series, "content.unknown-series", "series", "content/series.yml", () => text.Places["series"]);
        if (frontMatter.Boilerplate is { } boilerplate)
            Named(boilerplate, _boilerplates, "content.unknown-boilerplate", "boilerplate", "content/boilerplates", () => text.Places["boilerplate"]);
        for (var i = 0; i < frontMatter.Languages.Length; i++)
            Meant(frontMatter.Languages[i], () => text.Places[FormattableString.Invariant($"languages.{i}")]);
        for (var i = 0; i < frontMatter.Media.Length; i++)
            File(release, frontMatter.Media[i].File, () => text.Places[FormattableString.Invariant($"media.{i}.file")]);
    }

    private static FrozenSet<string> Set(IEnumerable<string> ids) => ids.ToFrozenSet(StringComparer.Ordinal);

    private void Named(string id, FrozenSet<string> known, string code, string what, string where, Func<Place> place)
    {
        if (known.Contains(id) || IsUnread(where)) return;
        var several = id.Split(',', StringSplitOptions.TrimEntries);
        var nearest = Nearest.Of(id, known);
        problems.Error(code, place(), $"There is no {what} '{id}'.",
            several.Length > 1 ? $"Write a list: [{string.Join(", ", several)}]."
            : nearest is null ? $"Add it to {where}."
            : $"Did you mean '{nearest}'? Else add it to {where}.");
    }

    /// <summary>Whether a file could not be read, which is reported for itself: the name may well stand in it.</summary>
    private bool IsUnread(string file) => problems.All.Any(p =>
        p.Place.File == file && (p.Code.StartsWith("yaml.", StringComparison.Ordinal) || p.Code.StartsWith("content.", StringComparison.Ordinal)));

    private void Meant(Language language, Func<Place> place)
    {
        if (newsroom.Languages.Contains(language)) return;
        var nearest = Nearest.Of(language.Tag, newsroom.Languages.Select(l => l.Tag));
        problems.Error("content.unknown-language", place(), $"'{language}' is not a language of the newsroom.",
            nearest is null ? $"It has {string.Join(", ", newsroom.Languages)}." : $"Did you mean '{nearest}'? Else add it to newsroom.yml.");
    }

    private void File(Release release, string file, Func<Place> place)
    {
        if (file.Split('/', '\\').Contains("..", StringComparer.Ordinal) || Path.IsPathRooted(file) || file.Contains(':', StringComparison.Ordinal))
        {
            problems.Error("content.path-outside", place(), $"'{file}' leaves the release's folder.",
                "Copy the file into the release's media folder and name it media/….");
            return;
        }

        if (release.Media.Any(m => m.Path == file)) return;
        var nearest = Nearest.Of(file, release.Media.Select(m => m.Path));
        problems.Error("content.missing-media", place(), $"There is no file '{file}' in {release.Folder}.",
            nearest is null ? "Put it into the release's media folder." : $"Did you mean '{nearest}'?");
    }
}
