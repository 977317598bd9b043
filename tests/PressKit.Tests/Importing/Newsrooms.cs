using System.Collections.Immutable;

namespace PressKit.Tests.Importing;

/// <summary>Newsrooms to import into.</summary>
internal static class Newsrooms
{
    public static Newsroom Empty(string folder) => new()
    {
        Folder = folder,
        Name = "Test",
        Url = new Uri("https://press.example/"),
        TimeZone = "Europe/Rome",
        Languages = [.. "it en fr de es pt ca ja zh-Hans ar".Split(' ').Select(Language.Parse)],
        DefaultLanguage = Language.Parse("en"),
        Policy = new Policy(MachinePolicy.Label, [], []),
        Places = new KeyPlaces("content/newsroom.yml", ImmutableDictionary<string, Place>.Empty),
    };
}
