using System.Collections.Immutable;
using PressKit.Editions;

namespace PressKit.Site;

/// <summary>Finds public editions by release and by language, the newest first, and what else a language has.</summary>
internal sealed class Entries
{
    private readonly Newsroom _newsroom;
    private readonly Dictionary<(string Folder, Language Language), Entry> _byEdition = [];
    private readonly Dictionary<string, Entry> _byAddress = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Release> _byFolder;
    private readonly Dictionary<string, ImmutableArray<Alternate>> _alternates = new(StringComparer.Ordinal);
    private readonly Dictionary<MediaFile, Address> _media = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Language, ImmutableArray<Entry>> _releases = [];
    private readonly Dictionary<Language, ImmutableArray<Entry>> _listed = [];
    private readonly Dictionary<Language, ImmutableArray<Entry>> _standing = [];
    private readonly Dictionary<Language, ImmutableArray<Topic>> _topics = [];
    private readonly Dictionary<Language, ImmutableArray<Series>> _series = [];
    private readonly Dictionary<Language, ImmutableArray<PersonLink>> _people = [];
    private readonly Dictionary<Language, ImmutableArray<LibraryItem>> _libraries = [];
    private readonly Dictionary<Language, Holdings> _holdings = [];

    public Entries(Newsroom newsroom, Addresses addresses, IReadOnlyList<Admitted> admitted, Problems problems)
    {
        _newsroom = newsroom;
        _byFolder = newsroom.Releases.Concat(newsroom.Pages).ToDictionary(r => r.Folder, StringComparer.Ordinal);
        foreach (var (edition, label) in admitted)
        {
            var address = addresses.Of(edition);
            if (!IsSound(address))
            {
                problems.Error("site.bad-address", new Place(edition.File), $"'{address}' cannot be an address.",
                    "Give the release a 'slug', or its folder a name without the characters / \\ : * ? \" < > | # %.");
                continue;
            }

            if (Addresses.ListAt(address) is { } list)
            {
                problems.Error("site.address-taken", new Place(edition.File), $"'{address}' belongs to the site's own {list}.",
                    "Give the folder another name.");
                continue;
            }

            if (At(address) is { } other)
            {
                problems.Error("site.address-taken", new Place(edition.File), $"{other.Edition.File} has the address '{address}' already.",
                    "Give one of the two another 'slug', or change it in record.yml if it is on record there.");
                continue;
            }

            var entry = new Entry(Attributed(edition), label, address) { Media = Offered(edition) };
            _byAddress.Add(address.Path, entry);
            _byEdition[(edition.Release.Folder, edition.Language)] = entry;
        }

        var newestFirst = NewestFirst(_byEdition.Values).ToLookup(e => (e.Edition.Release.Standing, e.Edition.Language));
        foreach (var language in newsroom.Languages)
        {
            _releases[language] = [.. newestFirst[(false, language)]];
            _standing[language] = [.. newestFirst[(true, language)].OrderBy(e => e.Edition.Release.Id, StringComparer.Ordinal)];
            _listed[language] = newsroom.Fallbacks.GetValueOrDefault(language) == Fallback.List
                ? [.. NewestFirst(newsroom.Releases.Select(r => Listed(r, language)).OfType<Entry>())]
                : _releases[language];
            var used = _listed[language].SelectMany(e => e.Edition.FrontMatter.Topics).ToHashSet(StringComparer.Ordinal);
            _topics[language] = [.. newsroom.Topics.Values.Where(t => used.Contains(t.Id) && IsNamed(t.Id, "content/topics.yml", problems))];
            var running = _listed[language].Select(e => e.Edition.FrontMatter.Series).OfType<string>().ToHashSet(StringComparer.Ordinal);
            _series[language] = [.. newsroom.Series.Values.Where(s => running.Contains(s.Id) && IsNamed(s.Id, "content/series.yml", problems))];
            _people[language] = [.. newsroom.Spokespeople.Where(p => p.IsIn(language) && IsNamed(p.Id, "content/spokespeople.yml", problems)).Select(p => Link(p, language))];
            _libraries[language] = LibraryOf(_listed[language]);
            _holdings[language] = new Holdings(_releases[language]);
        }
    }

    /// <summary>The images and documents of public editions, each once.</summary>
    public IEnumerable<MediaPage> Media
    {
        get
        {
            var cards = _byEdition.Values.Select(e => e.Media.FirstOrDefault(m => m.File.Facts is { IsCard: true })?.File)
                .Append(_newsroom.Card).OfType<MediaFile>().Select(AddressOf).ToHashSet();
            return _byEdition.Values
                .SelectMany(e => e.Media.Select(m => m.File).Concat(e.Edition.Body.Targets.Select(t => MediaOf(e.Edition, t)).OfType<MediaFile>()))
                .Concat(_people.Values.SelectMany(people => people).Select(p => p.Portrait?.File).OfType<MediaFile>())
                .Concat(_newsroom.Card is { } card ? [card] : [])
                .DistinctBy(AddressOf).Select(f => new MediaPage(AddressOf(f), f) { IsCard = cards.Contains(AddressOf(f)) })
                .OrderBy(p => p.Address.Path, StringComparer.Ordinal);
        }
    }

    /// <summary>A language's releases, the newest first.</summary>
    public ImmutableArray<Entry> Releases(Language language) => _releases[language];

    /// <summary>What a language's lists have: its releases, and those of other languages where the newsroom lists these; the newest
    /// first.</summary>
    public ImmutableArray<Entry> Listed(Language language) => _listed[language];

    /// <summary>A release as a language's lists have it; null where they do not.</summary>
    public Entry? Listed(Release release, Language language) => Find(release, language)
        ?? (_newsroom.Fallbacks.GetValueOrDefault(language) == Fallback.List ? Following(release, language) : null);

    /// <summary>The same of a release known by its id.</summary>
    public Entry? Listed(string id, Language language) =>
        _byFolder.TryGetValue($"content/releases/{id}", out var release) ? Listed(release, language) : null;

    /// <summary>What readers are given of a release that is not public in their language: its source, or else the edition in the
    /// newsroom's language, or else the first that is public. Null where none is, or where the release is not meant for them.</summary>
    public Entry? Following(Release release, Language language)
    {
        var meant = release.Source.FrontMatter.Languages;
        if (!meant.IsEmpty && !meant.Contains(language)) return null;
        return Find(release, release.Source.Language) ?? Find(release, _newsroom.DefaultLanguage)
            ?? _newsroom.Languages.Select(l => Find(release, l)).OfType<Entry>().FirstOrDefault();
    }

    /// <summary>The edition at an address, whatever its letter case; null where there is none.</summary>
    public Entry? At(Address address) => _byAddress.GetValueOrDefault(address.Path);

    /// <summary>What a language has releases of its own on.</summary>
    public Holdings Holdings(Language language) => _holdings[language];

    /// <summary>The series that a language's lists have releases of.</summary>
    public ImmutableArray<Series> Series(Language language) => _series[language];

    /// <summary>Those whom the newsroom presents in a language.</summary>
    public ImmutableArray<PersonLink> People(Language language) => _people[language];

    /// <summary>What the releases in a language's lists offer, each file once, the newest first.</summary>
    public ImmutableArray<LibraryItem> Library(Language language) => _libraries[language];

    /// <summary>Whether a language has a standing page of a name.</summary>
    public bool HasStanding(string name, Language language) => _byEdition.ContainsKey(($"content/pages/{name}", language));

    /// <summary>A language's standing pages.</summary>
    public ImmutableArray<Entry> Standing(Language language) => _standing[language];

    /// <summary>The topics that a language's lists have releases on.</summary>
    public ImmutableArray<Topic> Topics(Language language) => _topics[language];

    /// <summary>A release's edition in a language; null where it is not public.</summary>
    public Entry? Find(Release release, Language language) => _byEdition.GetValueOrDefault((release.Folder, language));

    /// <summary>The edition in a language of a release known by its id.</summary>
    public Entry? Find(string id, Language language) => _byEdition.GetValueOrDefault(($"content/releases/{id}", language));

    /// <summary>A release's public editions, in the newsroom's order: the same for the pages of all of them.</summary>
    public ImmutableArray<Alternate> Alternates(Release release)
    {
        if (_alternates.TryGetValue(release.Folder, out var known)) return known;
        return _alternates[release.Folder] =
            [.. _newsroom.Languages.Select(l => Find(release, l)).OfType<Entry>().Select(e => new Alternate(e.Edition.Language, e.Address))];
    }

    /// <summary>Where the targets of an edition's text lead.</summary>
    public ImmutableArray<ResolvedLink> Links(Entry entry) =>
        [.. entry.Edition.Body.Targets.Select(target => new ResolvedLink(target, Leads(entry.Edition, target)))];

    private static IOrderedEnumerable<Entry> NewestFirst(IEnumerable<Entry> entries) => entries
        .OrderByDescending(e => e.Edition.FrontMatter.Published).ThenBy(e => e.Edition.Release.Id, StringComparer.Ordinal);

    /// <summary>A link to a release leads to its edition in the same language, else to its source, else nowhere.</summary>
    private string? Leads(Edition edition, string target)
    {
        if (MediaOf(edition, target) is { } file) return AddressOf(file).Path;
        if (target.StartsWith("media/", StringComparison.Ordinal)) return null;
        if (Named(target, "release:") is { } release) return Page($"content/releases/{release}", edition.Language);
        if (Named(target, "page:") is { } page) return Page($"content/pages/{page}", edition.Language);
        return target;
    }

    private string? Page(string folder, Language language)
    {
        if (_byEdition.TryGetValue((folder, language), out var entry)) return entry.Address.Path;
        return _byFolder.TryGetValue(folder, out var named) && _byEdition.TryGetValue((folder, named.Source.Language), out entry) ? entry.Address.Path : null;
    }

    private static bool IsSound(Address address)
    {
        var path = address.Path.AsSpan().TrimEnd('/');
        foreach (var part in path.Split('/'))
        {
            if (!Address.IsPart(path[part])) return false;
        }

        return true;
    }

    private static bool IsNamed(string name, string file, Problems problems)
    {
        if (Address.IsPart(name)) return true;
        problems.Error("site.bad-address", new Place(file), $"'{name}' cannot stand in an address.",
            "Give it a name without the characters / \\ : * ? \" < > | # %.");
        return false;
    }

    private static string? Named(string target, string scheme) =>
        target.StartsWith(scheme, StringComparison.Ordinal) ? target[scheme.Length..] : null;

    private static MediaFile? MediaOf(Edition edition, string path) => edition.Release.Media.FirstOrDefault(m => m.Path == path);

    /// <summary>Where a file stands: one address for all that show it.</summary>
    private Address AddressOf(MediaFile file)
    {
        if (_media.TryGetValue(file, out var known)) return known;
        return _media[file] = Addresses.Media(file);
    }

    /// <summary>The edition with its spokespeople named, as the register names them in its language.</summary>
    private Edition Attributed(Edition edition)
    {
        var front = edition.FrontMatter;
        if (front.Quotes.All(q => q.Person is null)) return edition;
        return edition with { FrontMatter = front with { Quotes = [.. front.Quotes.Select(Attributed)] } };

        Quote Attributed(Quote quote)
        {
            if (_newsroom.Spokespeople.FirstOrDefault(p => p.Id == quote.Person) is not { } person) return quote;
            return quote with
            {
                Speaker = quote.Speaker ?? person.Name.In(edition.Language, _newsroom.DefaultLanguage),
                Role = quote.Role ?? person.Role.Texts.GetValueOrDefault(edition.Language),
            };
        }
    }

    private PersonLink Link(Spokesperson person, Language language)
    {
        var portrait = person.Portrait is not { } p ? null : new PublishedMedia(
            new MediaItem(p.File.Path, p.Alt.In(language, _newsroom.DefaultLanguage), null, p.Credit, p.Licence), p.File, AddressOf(p.File));
        return new PersonLink(person, Addresses.Spokesperson(language, person), portrait);
    }

    /// <summary>A file belongs to the oldest release that offers it, so that a new one that offers it again moves nothing.</summary>
    private static ImmutableArray<LibraryItem> LibraryOf(ImmutableArray<Entry> newestFirst)
    {
        var oldestFirst = newestFirst.Reverse().SelectMany(e => e.Media.Reverse().Select(m => new LibraryItem(m, e)));
        return [.. oldestFirst.DistinctBy(i => i.Media.Address).Reverse()];
    }

    private ImmutableArray<PublishedMedia> Offered(Edition edition) =>
        [.. edition.FrontMatter.Media.Select(item => MediaOf(edition, item.File) is { } file
            ? new PublishedMedia(item, file, AddressOf(file)) : null).OfType<PublishedMedia>()];
}
