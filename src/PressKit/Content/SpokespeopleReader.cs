using System.Collections.Immutable;

namespace PressKit.Content;

/// <summary>Reads those who speak for the organisation; their pictures stand in <c>content/portraits/</c>.</summary>
/// <param name="root">The newsroom's folder.</param>
/// <param name="single">The language of a text that names none.</param>
/// <param name="problems">Takes what is wrong.</param>
internal sealed class SpokespeopleReader(string root, Language single, Problems problems)
{
    /// <summary>The register, from the newsroom's folder.</summary>
    public const string File = "content/spokespeople.yml";

    private const string Portraits = "portraits";
    private readonly Lazy<ImmutableArray<MediaFile>> _portraits =
        new(() => new MediaFolder(root, problems).In(Path.Combine(root, "content"), Portraits, "content"));

    /// <summary>The people, in the order of the file.</summary>
    public ImmutableArray<Spokesperson> Read(MapReader file)
    {
        var people = ImmutableArray.CreateBuilder<Spokesperson>();
        foreach (var (id, map) in file.NamedMaps())
        {
            people.Add(new Spokesperson(id, map.Localised("name", single), map.Localised("role", single), map.Localised("biography", single),
                Portrait(map), map.Text("contact")));
            map.ReportUnknownKeys("register.unknown-key");
        }

        return people.ToImmutable();
    }

    private Portrait? Portrait(MapReader person)
    {
        if (person.Map("portrait") is not { } map) return null;
        var file = map.Required("file", "register.missing-portrait", $"Name the file: 'file: {Portraits}/….jpg'.");
        var (alt, credit, licence) = (map.Localised("alt", single), map.Text("credit"), map.Text("licence"));
        map.ReportUnknownKeys("register.unknown-key");
        if (file is null) return null;
        if (alt.Texts.IsEmpty)
            problems.Error("media.missing-alt", map.PlaceOf("file"), $"Nothing says what '{file}' shows.", "Write it for those who cannot see it: 'alt: …'.");
        if (string.IsNullOrWhiteSpace(credit))
            problems.Error("media.missing-credit", map.PlaceOf("file"), $"Nothing says who made '{file}'.", "Name them: 'credit: …'.");
        if (string.IsNullOrWhiteSpace(licence))
            problems.Error("media.missing-licence", map.PlaceOf("file"), $"Nothing says under what terms '{file}' may be used.", "Say it: 'licence: CC-BY-4.0', or in words.");
        if (_portraits.Value.FirstOrDefault(p => p.Path == file) is { } found) return new Portrait(found, alt, credit, licence);
        problems.Error("register.missing-portrait", map.PlaceOf("file"), $"There is no file '{file}' in content.",
            Nearest.Of(file, _portraits.Value.Select(p => p.Path)) is { } near ? $"Did you mean '{near}'?" : $"Put it into content/{Portraits}.");
        return null;
    }
}
