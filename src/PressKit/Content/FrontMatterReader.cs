using System.Collections.Immutable;

namespace PressKit.Content;

/// <summary>Reads an edition's file: front matter between two lines of three hyphens, and the Markdown below.</summary>
internal sealed class FrontMatterReader(Instants instants, Problems problems)
{
    private const string Fence = "---";

    /// <summary>The edition that a file holds; null, and problems, where its front matter cannot be read at all.</summary>
    public SourceText? Read(string text, string file, Language language)
    {
        if (Split(text, file) is not { } parts) return null;
        if (YamlReader.ReadMap(parts.Yaml, file, 2, problems) is not { } map) return null;
        var keys = new MapReader(map, problems);
        if (FrontMatter(keys) is not { } frontMatter) return null;
        var places = new KeyPlaces(file, keys.Places.ToImmutableDictionary(StringComparer.Ordinal));
        return new SourceText(file, language, frontMatter, parts.Markdown, parts.FirstLine, Hash.Of(text), places);
    }

    private (string Yaml, string Markdown, int FirstLine)? Split(string text, string file)
    {
        var first = text.IndexOf('\n', StringComparison.Ordinal);
        if (text.AsSpan(..(first < 0 ? text.Length : first)).TrimEnd() is not Fence)
        {
            problems.Error("front-matter.missing", new Place(file, 1, 1), "The file does not begin with front matter.",
                "Begin it with a line of three hyphens, the keys (at least 'headline: …'), and three hyphens again.");
            return null;
        }

        for (var (at, line) = (first + 1, 2); first >= 0 && at <= text.Length; line++)
        {
            var length = text.AsSpan(at).IndexOf('\n');
            var end = length < 0 ? text.Length : at + length;
            if (text.AsSpan(at..end).TrimEnd() is Fence) return (text[(first + 1)..Math.Max(first + 1, at - 1)], text[Math.Min(end + 1, text.Length)..], line + 1);
            at = end + 1;
        }

        problems.Error("front-matter.not-closed", new Place(file, 1, 1), "The front matter that begins here never ends.",
            "Put a line of three hyphens below the last key.");
        return null;
    }

    /// <summary>Null where it is not certain when the release may be public, or it has no headline.</summary>
    private FrontMatter? FrontMatter(MapReader keys)
    {
        var headline = keys.Required("headline", "front-matter.missing-headline", "Give the release a headline: 'headline: …'.");
        var published = Instant(keys, "published");
        var embargo = Instant(keys, "embargo");
        var state = keys.Choice("state", "draft", "ready");
        var certain = (keys.Text("published") is null || published is not null)
            && (keys.Text("embargo") is null || embargo is not null)
            && (keys.Text("state") is null || state is not null);
        var frontMatter = new FrontMatter
        {
            Headline = headline ?? "",
            Subhead = keys.Text("subhead"),
            Summary = keys.Text("summary"),
            Dateline = Dateline(keys),
            Published = published,
            Embargo = embargo,
            Topics = keys.Texts("topics"),
            Contacts = keys.Texts("contacts"),
            Boilerplate = keys.Text("boilerplate"),
            Media = [.. keys.Maps("media").Select(Media).OfType<MediaItem>()],
            Quotes = [.. keys.Maps("quotes").Select(Quote).OfType<Quote>()],
            Notes = keys.Text("notes"),
            Related = keys.Texts("related"),
            Series = keys.Text("series"),
            Languages = Languages(keys),
            Slug = Slug(keys),
            State = state == "draft" ? ReleaseState.Draft : ReleaseState.Ready,
            Extra = keys.Map("extra")?.AllTexts() ?? ImmutableSortedDictionary<string, string>.Empty,
        };
        keys.ReportUnknownKeys("front-matter.unknown-key");
        return headline is null || !certain ? null : frontMatter;
    }

    private Dateline? Dateline(MapReader keys)
    {
        if (keys.Map("dateline") is not { } map) return null;
        var place = map.Text("place");
        DateOnly? date = map.Text("date") is { } text ? Instants.Date(text, map.PlaceOf("date"), problems) : null;
        map.ReportUnknownKeys("front-matter.unknown-key");
        return place is null && date is null ? null : new Dateline(place, date);
    }

    private MediaItem? Media(MapReader map)
    {
        var file = map.Required("file", "front-matter.missing-file", "Name the file: 'file: media/stage.png'.");
        var item = new MediaItem(file ?? "", map.Text("alt"), map.Text("caption"), map.Text("credit"), map.Text("licence"));
        map.ReportUnknownKeys("front-matter.unknown-key");
        return file is null ? null : item;
    }

    private static Quote? Quote(MapReader map)
    {
        var text = map.Required("text", "front-matter.missing-quote", "Write what was said: 'text: …'.");
        var quote = new Quote(text ?? "", map.Text("speaker"), map.Text("role"), map.Text("person"));
        map.ReportUnknownKeys("front-matter.unknown-key");
        return text is null ? null : quote;
    }

    private static ImmutableArray<Language> Languages(MapReader keys)
    {
        var tags = keys.Texts("languages");
        return [.. tags.Select((tag, i) => keys.LanguageOf(tag, keys.PlaceOf(FormattableString.Invariant($"languages.{i}")))).OfType<Language>()];
    }

    private string? Slug(MapReader keys)
    {
        if (keys.Text("slug") is not { } slug) return null;
        if (IsSlug(slug)) return slug;
        problems.Error("front-matter.bad-slug", keys.PlaceOf("slug"), $"'{slug}' cannot stand in an address.",
            "Use lower-case letters a to z, digits and single hyphens.");
        return null;
    }

    private static bool IsSlug(string text) =>
        text.Split('-').All(part => part.Length > 0 && part.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c)));

    private DateTimeOffset? Instant(MapReader keys, string key) =>
        keys.Text(key) is { } text ? instants.Instant(text, keys.PlaceOf(key), problems) : null;
}
