using System.Collections.Immutable;
using System.Globalization;

namespace PressKit.Content;

/// <summary>Reads newsroom.yml.</summary>
internal sealed class SettingsReader(string root, Problems problems)
{
    private const string File = NewsroomReader.SettingsFile;
    private const int LargestCard = 16 * 1024 * 1024;

    /// <summary>The newsroom with its settings and nothing else; null where the file cannot be read.</summary>
    public Newsroom? Read()
    {
        if (TextFile.Read(Path.Combine(root, File), File, problems) is not { } text) return null;
        if (YamlReader.ReadMap(text, File, 1, problems) is not { } map) return null;
        var keys = new MapReader(map, problems);
        var name = keys.Required("name", "newsroom.missing-name", "Name the organisation: 'name: …'.");
        var url = Url(keys);
        var languages = Languages(keys);
        var zone = Zone(keys);
        var fallback = keys.Text("language") is { } tag ? keys.LanguageOf(tag, keys.PlaceOf("language")) : languages.FirstOrDefault();
        if (fallback is not null && !languages.IsEmpty && !languages.Contains(fallback))
        {
            problems.Error("newsroom.bad-language", keys.PlaceOf("language"), $"'{fallback}' is not among the newsroom's languages.",
                "Name one of those under 'languages'.");
            fallback = languages[0];
        }

        var tagline = keys.Localised("tagline", fallback);
        var fallbacks = Fallbacks(keys, languages);
        var policy = Policy(keys);
        var review = Review(keys);
        var memory = Memory(keys);
        var formats = keys.Texts("formats");
        var feeds = Feeds(keys);
        var images = keys.Choice("images", "as-is", "vips") == "vips" ? ImageTool.Vips : ImageTool.AsIs;
        var card = Card(keys);
        var search = keys.Choice("search", "none", "pagefind") == "pagefind" ? SearchTool.Pagefind : SearchTool.None;
        var theme = keys.Text("theme") ?? "press";
        var hosts = new DeploymentReader(keys, problems);
        var (deployment, security) = (hosts.Deployment(), hosts.Security(zone));
        keys.ReportUnknownKeys("newsroom.unknown-key");
        if (name is null || url is null || zone is null || fallback is null || languages.IsEmpty) return null;
        return new Newsroom
        {
            Folder = root, Name = name, Url = url, TimeZone = zone, Languages = languages, DefaultLanguage = fallback,
            Fallbacks = fallbacks, Tagline = tagline, Policy = policy, Review = review, Memory = memory, Formats = formats.IsEmpty ? Newsroom.AllFormats : formats,
            Feeds = feeds, Images = images, Card = card, Search = search, Theme = theme, Deployment = deployment, Security = security,
            Places = new KeyPlaces(File, keys.Places),
        };
    }

    private Uri? Url(MapReader keys)
    {
        if (keys.Required("url", "newsroom.missing-url", "Give the site's address: 'url: https://press.example.org/'.") is not { } text)
            return null;
        if (Uri.TryCreate(text.EndsWith('/') ? text : text + "/", UriKind.Absolute, out var url)
            && url.Scheme is "https" or "http" && url.Query.Length == 0 && url.Fragment.Length == 0)
            return url;
        problems.Error("newsroom.bad-url", keys.PlaceOf("url"), $"'{text}' is not the address of a site.",
            "Write it whole: https://press.example.org/.");
        return null;
    }

    private ImmutableArray<Language> Languages(MapReader keys)
    {
        var tags = keys.Texts("languages");
        if (tags.IsEmpty)
        {
            problems.Error("newsroom.missing-languages", keys.PlaceOf("languages"), "The newsroom has no languages.",
                "List them: 'languages: [it, en]'.");
        }

        return [.. tags.Select((tag, i) => keys.LanguageOf(tag, keys.PlaceOf(FormattableString.Invariant($"languages.{i}"))))
            .OfType<Language>().Distinct()];
    }

    private ReviewSettings Review(MapReader keys)
    {
        if (keys.Map("review") is not { } review) return ReviewSettings.None;
        var desk = new DeskSettingsReader(review, problems);
        var settings = new ReviewSettings
        {
            SecondPerson = review.Choice("secondPerson", "true", "false") == "true",
            ApproverDiffers = review.Choice("approverDiffers", "true", "false") == "true",
            Commits = review.Choice("commits", "true", "false") == "true",
            Address = desk.Address(),
            Proxy = desk.Proxy(),
            Webhooks = desk.Webhooks(),
        };
        review.ReportUnknownKeys("newsroom.unknown-key");
        return settings;
    }

    private MemorySettings Memory(MapReader keys)
    {
        if (keys.Map("memory") is not { } memory) return MemorySettings.Default;
        var isShared = memory.Choice("store", "sqlite", "postgresql") == "postgresql";
        var penalties = ImmutableSortedDictionary.CreateBuilder<string, int>(StringComparer.Ordinal);
        if (memory.Map("penalties") is { } files)
        {
            foreach (var (file, text) in files.AllTexts())
            {
                if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var points) && points <= 100) penalties[file] = points;
                else problems.Error("memory.bad-penalty", files.PlaceOf(file), $"'{text}' is no number of points.", "Write a number from 0 to 100.");
            }
        }

        memory.ReportUnknownKeys("newsroom.unknown-key");
        return new MemorySettings(isShared, penalties.ToImmutable());
    }

    private MediaFile? Card(MapReader keys)
    {
        if (keys.Text("card") is not { } name) return null;
        var (file, place) = ($"content/{name}", keys.PlaceOf("card"));
        if (!name.StartsWith("media/", StringComparison.Ordinal) || name.Split('/', '\\').Contains("..", StringComparer.Ordinal))
            problems.Error("content.path-outside", place, $"'{name}' is not in the newsroom's media folder.", "Copy the image into content/media and name it media/….");
        else if (!System.IO.File.Exists(Path.Combine(root, file)))
            problems.Error("content.missing-media", place, $"There is no file '{file}'.", "Put it into content/media.");
        else if (TextFile.ReadBytes(Path.Combine(root, file), file, LargestCard, problems) is { } bytes)
            return new MediaFile(file, name, Path.Combine(root, file), bytes.Length, Hash.Of(bytes));
        return null;
    }

    private FeedSettings Feeds(MapReader keys)
    {
        var feeds = keys.Map("feeds");
        var hubs = (feeds?.Texts("hubs") ?? []).Select((text, i) => Hub(text, feeds!.PlaceOf(FormattableString.Invariant($"hubs.{i}"))));
        var settings = new FeedSettings([.. hubs.OfType<Uri>()], feeds?.Choice("archives", "month", "none") != "none");
        feeds?.ReportUnknownKeys("newsroom.unknown-key");
        return settings;
    }

    private Uri? Hub(string text, Place place)
    {
        if (Uri.TryCreate(text, UriKind.Absolute, out var hub) && hub.Scheme is "https" or "http" && hub.UserInfo.Length == 0) return hub;
        problems.Error("newsroom.bad-hub", place, $"'{text}' is not the address of a WebSub hub.", "Write it whole: https://hub.example.org/.");
        return null;
    }

    private ImmutableSortedDictionary<Language, Fallback> Fallbacks(MapReader keys, ImmutableArray<Language> languages)
    {
        var fallbacks = ImmutableSortedDictionary.CreateBuilder<Language, Fallback>();
        if (keys.IsText("fallback"))
        {
            if (Fallback(keys, "fallback") is { } all) fallbacks.AddRange(languages.Select(l => KeyValuePair.Create(l, all)));
            return fallbacks.ToImmutable();
        }

        var map = keys.Map("fallback");
        foreach (var (tag, place) in map?.Keys ?? [])
        {
            if (map!.LanguageOf(tag, place) is not { } language || Fallback(map, tag) is not { } fallback) continue;
            if (languages.Contains(language)) fallbacks[language] = fallback;
            else
            {
                problems.Error("newsroom.bad-language", place, $"'{language}' is not among the newsroom's languages.",
                    "Name one of those under 'languages'.");
            }
        }

        return fallbacks.ToImmutable();
    }

    private static Fallback? Fallback(MapReader keys, string key) => keys.Choice(key, "hide", "list", "redirect") switch
    {
        "hide" => PressKit.Fallback.Hide,
        "list" => PressKit.Fallback.List,
        "redirect" => PressKit.Fallback.Redirect,
        _ => null,
    };

    private string? Zone(MapReader keys)
    {
        if (keys.Required("timezone", "newsroom.missing-timezone", "Name its time zone: 'timezone: Europe/Rome'.") is not { } zone)
            return null;
        if (Instants.In(zone) is not null) return zone;
        problems.Error("newsroom.bad-timezone", keys.PlaceOf("timezone"), $"'{zone}' is not a zone of the tz database.",
            "Write a name such as Europe/Rome or Asia/Tokyo.");
        return null;
    }

    private Policy Policy(MapReader keys)
    {
        var publication = keys.Map("publication");
        var machine = publication?.Choice("machine", "label", "hold");
        var terms = publication?.Choice("terms", "hold", "publish");
        var checks = publication?.Choice("checks", "hold", "report");
        var lengths = publication?.Map("lengths");
        var most = ImmutableSortedDictionary.CreateBuilder<string, int>(StringComparer.Ordinal);
        foreach (var field in (ReadOnlySpan<string>)["headline", "subhead", "summary"])
        {
            if (lengths?.Text(field) is { } text && Length(text, lengths.PlaceOf(field)) is { } length) most[field] = length;
        }

        lengths?.ReportUnknownKeys("newsroom.unknown-key");
        var stale = publication?.Choice("stale", "hold", "earlier");
        var repaired = publication?.Choice("repaired", "keep", "hold");
        var approver = publication?.Choice("approver", "anyone", "second-person");
        var responsible = publication?.Text("responsible");
        publication?.ReportUnknownKeys("newsroom.unknown-key");
        var translation = keys.Map("translation");
        var services = translation?.Texts("with") ?? [];
        var embargoed = translation?.Texts("embargoed") ?? [];
        var settings = translation?.Map("services")?.NamedMaps().ToImmutableSortedDictionary(
            s => s.Key, s => new ServiceReader(s.Map, problems).Read(), StringComparer.Ordinal);
        translation?.ReportUnknownKeys("newsroom.unknown-key");
        var policy = new Policy(machine == "label" ? MachinePolicy.Label : MachinePolicy.Hold, services, embargoed)
        {
            Checks = checks == "report" ? ChecksPolicy.Report : ChecksPolicy.Hold, Lengths = most.ToImmutable(),
            Terms = terms == "publish" ? TermPolicy.Publish : TermPolicy.Hold,
            Stale = stale == "earlier" ? StalePolicy.Earlier : StalePolicy.Hold,
            Repaired = repaired == "hold" ? RepairedPolicy.Hold : RepairedPolicy.Keep,
            Approver = approver == "second-person" ? ApproverPolicy.SecondPerson : ApproverPolicy.Anyone,
            Responsible = responsible,
        };
        return settings is null ? policy : policy with { Settings = settings };
    }

    private int? Length(string text, Place place)
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var length) && length > 0) return length;
        problems.Error("newsroom.bad-length", place, $"'{text}' is not a number of characters.", "Write a whole number such as 110.");
        return null;
    }
}
