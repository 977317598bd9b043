using System.Collections.Immutable;
using PressKit.Content.Markdown;

namespace PressKit.Content;

/// <summary>Reads what releases refer to: topics, contacts, series, spokespeople, boilerplates and the glossary, and the
/// newsroom's rules of sentences and of translations. A file that is not there is an empty register.</summary>
internal sealed class RegisterReader(string root, Problems problems)
{
    private readonly MarkdownParser _parser = new();
    private readonly MarkdownChecks _checks = new();

    /// <summary>The newsroom with its registers.</summary>
    public Newsroom ReadInto(Newsroom newsroom) => newsroom with
    {
        Topics = Topics(newsroom.DefaultLanguage),
        Contacts = Contacts(newsroom.DefaultLanguage),
        Series = Series(newsroom.DefaultLanguage),
        Spokespeople = Map(SpokespeopleReader.File) is { } people ? new SpokespeopleReader(root, newsroom.DefaultLanguage, problems).Read(people) : [],
        Boilerplates = Boilerplates(newsroom),
        Glossary = Map(GlossaryReader.File) is { } glossary ? new GlossaryReader(newsroom.DefaultLanguage, problems).Read(glossary) : [],
        Sentences = Sentences(),
        HouseRules = Map(HouseRuleReader.File) is { } checks ? new HouseRuleReader(problems).Read(checks) : [],
    };

    private ImmutableSortedDictionary<string, Topic> Topics(Language single)
    {
        var topics = ImmutableSortedDictionary.CreateBuilder<string, Topic>(StringComparer.Ordinal);
        if (Map("content/topics.yml") is not { } file) return topics.ToImmutable();
        foreach (var (id, map) in file.NamedMaps())
        {
            topics[id] = new Topic(id, map.Localised("name", single)) { MediaTopic = MediaTopic(map) };
            map.ReportUnknownKeys("register.unknown-key");
        }

        return topics.ToImmutable();
    }

    private string? MediaTopic(MapReader map)
    {
        if (map.Text("mediatopic") is not { } code || (code.Length == 8 && code.All(char.IsAsciiDigit))) return map.Text("mediatopic");
        problems.Error("register.bad-mediatopic", map.PlaceOf("mediatopic"), $"'{code}' is not a code of IPTC's Media Topics.",
            "Write its eight digits: 'mediatopic: 20000136'.");
        return null;
    }

    private ImmutableSortedDictionary<string, Contact> Contacts(Language single)
    {
        var contacts = ImmutableSortedDictionary.CreateBuilder<string, Contact>(StringComparer.Ordinal);
        if (Map("content/contacts.yml") is not { } file) return contacts.ToImmutable();
        foreach (var (id, map) in file.NamedMaps())
        {
            var languages = map.Texts("languages");
            contacts[id] = new Contact(id, map.Localised("name", single), map.Localised("role", single), map.Text("email"),
                map.Text("phone"), [.. languages.Select(tag => map.LanguageOf(tag, map.PlaceOf("languages"))).OfType<Language>()]) { Rank = contacts.Count };
            map.ReportUnknownKeys("register.unknown-key");
        }

        return contacts.ToImmutable();
    }

    private ImmutableSortedDictionary<string, Series> Series(Language single)
    {
        var series = ImmutableSortedDictionary.CreateBuilder<string, Series>(StringComparer.Ordinal);
        if (Map("content/series.yml") is not { } file) return series.ToImmutable();
        foreach (var (id, map) in file.NamedMaps())
        {
            series[id] = new Series(id, map.Localised("name", single), map.Localised("text", single));
            map.ReportUnknownKeys("register.unknown-key");
        }

        return series.ToImmutable();
    }

    private ImmutableSortedDictionary<Language, SentenceWords> Sentences()
    {
        var languages = ImmutableSortedDictionary.CreateBuilder<Language, SentenceWords>();
        if (Map("content/segmentation.yml") is not { } file) return languages.ToImmutable();
        foreach (var (tag, map) in file.NamedMaps())
        {
            var words = new SentenceWords(Abbreviations(map, "abbreviations"), Abbreviations(map, "beforeNumbers"), Abbreviations(map, "words"));
            if (map.LanguageOf(tag, file.PlaceOf(tag)) is { } language) languages[language] = words;
            map.ReportUnknownKeys("register.unknown-key");
        }

        return languages.ToImmutable();
    }

    private ImmutableArray<string> Abbreviations(MapReader map, string key)
    {
        var texts = map.Texts(key).Select(t => string.Join(' ', t.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        return [.. texts.Where(IsSound)];

        bool IsSound(string text)
        {
            if (text.EndsWith('.') && text.Count(c => c == ' ') < SentenceWords.MostWords) return true;
            problems.Error("register.bad-abbreviation", map.PlaceOf(key), $"'{text}' is not one to three words that end in a full stop.",
                "Write it as it stands in a text, with its full stop: 'rif.'.");
            return false;
        }
    }

    private ImmutableSortedDictionary<string, Boilerplate> Boilerplates(Newsroom newsroom)
    {
        var boilerplates = ImmutableSortedDictionary.CreateBuilder<string, Boilerplate>(StringComparer.Ordinal);
        foreach (var folder in Folders.Of(Path.Combine(root, "content/boilerplates")))
        {
            var texts = ImmutableSortedDictionary.CreateBuilder<Language, string>();
            foreach (var path in Folders.Files(folder, "*.md"))
            {
                var file = $"content/boilerplates/{Path.GetFileName(folder)}/{Path.GetFileName(path)}";
                if (Folders.LanguageOf(path, file, newsroom, problems) is { } language
                    && TextFile.Read(path, file, problems) is { } text && IsSound(text, file))
                    texts[language] = text.Trim();
            }

            var id = Path.GetFileName(folder);
            boilerplates[id] = new Boilerplate(id, new LocalisedText(texts.ToImmutable()));
        }

        return boilerplates.ToImmutable();
    }

    private bool IsSound(string text, string file)
    {
        try
        {
            _checks.Check(file, 1, [], _parser.Parse(text), problems);
            return true;
        }
        catch (MarkdownTooDeepException e)
        {
            problems.Error("markdown.too-deep", new Place(file, e.Line, 1), MarkdownTooDeepException.Sentence, MarkdownTooDeepException.Remedy);
            return false;
        }
    }

    private MapReader? Map(string file)
    {
        var path = Path.Combine(root, file);
        if (!File.Exists(path) || TextFile.Read(path, file, problems) is not { } text) return null;
        return YamlReader.ReadMap(text, file, 1, problems) is { } map ? new MapReader(map, problems) : null;
    }
}
