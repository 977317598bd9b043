using System.Globalization;
using System.Text;
using PressKit.Editions.Reviewing;
using PressKit.Translation.Memory;

namespace PressKit.Benchmarks.Review;

/// <summary>A newsroom of many releases, the same on every run, in a folder of its own.</summary>
internal sealed class BusyNewsroom : IDisposable
{
    private static readonly string[] Words =
        "il teatro apre domani una nuova stagione con la prima opera del festival e il coro della città di Torino nella grande sala sul fiume dopo quattro anni di lavori".Split(' ');

    /// <summary>A newsroom.</summary>
    /// <param name="releases">How many releases.</param>
    /// <param name="sentences">How many sentences a release has.</param>
    public BusyNewsroom(int releases, int sentences)
    {
        Directory.CreateDirectory(Path.Combine(Folder, "content"));
        File.WriteAllText(Path.Combine(Folder, "content/newsroom.yml"), "name: Teatro\nurl: https://press.example.org/\ntimezone: Europe/Rome\nlanguages: [it, en, ja]\n");
        var random = new Random(1);
        for (var release = 0; release < releases; release++)
        {
            var text = new StringBuilder($"---\nheadline: Notizia numero {release}\npublished: 2026-01-01T09:00:00+01:00\n---\n");
            for (var i = 1; i < sentences; i++)
            {
                // Newsrooms repeat themselves: one sentence in three is that of another release, or like it.
                var same = random.Next(3) == 0 ? new Random(i + random.Next(3)) : random;
                var words = string.Join(' ', Enumerable.Range(0, same.Next(8, 18)).Select(_ => Words[same.Next(Words.Length)]));
                text.Append(i % 4 == 1 ? "\n" : " ").Append(CultureInfo.InvariantCulture, $"Alle {i} {words}{(i % 5 == 0 ? " **molto**" : "")}{(i % 7 == 0 ? " [qui](https://example.org)" : "")}.");
                if (i % 4 == 0) text.Append('\n');
            }

            var folder = Directory.CreateDirectory(Path.Combine(Folder, "content/releases/2026", Name(release))).FullName;
            File.WriteAllText(Path.Combine(folder, "it.md"), text.Append('\n').ToString());
        }
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("presskit-review-").FullName;

    /// <summary>An edition.</summary>
    public static EditionName Edition(int release, string language) => new($"2026/{Name(release)}", Language.Parse(language));

    /// <summary>The memory of all that the newsroom has approved.</summary>
    public ITranslationMemory Memory() => TranslationMemory.Open(new MemoryPlace(Folder) { Languages = [Language.Parse("it"), Language.Parse("en"), Language.Parse("ja")] },
        new Ranking([], Rejections.None, new Dictionary<string, int>(StringComparer.Ordinal)), TimeProvider.System);

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private static string Name(int release) => string.Create(CultureInfo.InvariantCulture, $"r{release}");
}
