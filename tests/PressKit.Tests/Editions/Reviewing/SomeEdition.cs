using System.Collections.Immutable;
using PressKit.Content;
using PressKit.Editions;
using PressKit.Editions.Reviewing;
using PressKit.Languages;
using PressKit.Testing;

namespace PressKit.Tests.Editions.Reviewing;

/// <summary>A release that people review, in a folder of its own.</summary>
internal sealed class SomeEdition : IDisposable
{
    public const string Id = "2026/stagione";
    private readonly TemporaryFolder _folder = new();

    public SomeEdition(string review = "{}")
    {
        Write("content/newsroom.yml", $"name: Teatro\nurl: https://press.example.org/\ntimezone: Europe/Rome\nlanguages: [it, en, ja]\nreview: {review}\n");
        Source = """
            ---
            headline: La stagione comincia il 3 marzo
            published: 2026-02-01T09:00:00+01:00
            ---

            Il teatro apre **domani** alle 20. La prima è di Maria Bianchi. Il sito è [qui](https://example.org).

            Biglietti da 12 euro. Si comprano a `Sala 2` e in piazza.

            Biglietti da 12 euro. «Siamo felici», dice Luca Bo.
            """;
        Room = new ReleaseRoom(NewsroomReader.ReadSettings(Folder, new Problems())!, new Locales());
    }

    public static Language English { get; } = Language.Parse("en");

    public static DateTimeOffset Noon { get; } = new(2026, 1, 20, 12, 0, 0, TimeSpan.Zero);

    public static Reviewer Anna { get; } = new("Anna Rossi", ReviewRole.Administrator);

    public static Reviewer Ken { get; } = new("Ken Sato", ReviewRole.Editor);

    public string Folder => _folder.Path;

    public ReleaseRoom Room { get; }

    public ReviewRules Rules => new(Room.Newsroom.Review);

    public string Source
    {
        set => Write($"content/releases/{Id}/it.md", value);
    }

    public void Write(string file, string text)
    {
        var path = Path.Combine(Folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    /// <summary>What the files hold.</summary>
    public EditionState State() => Room.State(Room.Read(Id, new Problems())!, English);

    /// <summary>Stores an edition, and reads it again.</summary>
    public EditionState Stored(EditionState state)
    {
        new TranslationStore(Folder).Store(state.Release.Release, state.Stored);
        return State() with { History = state.History };
    }

    /// <summary>The state after what somebody wants, which must not be refused.</summary>
    public static EditionState After(EditionState state, Decision decision)
    {
        decision.Refusal.ShouldBeNull();
        return decision.Events.Aggregate(state, (s, e) => s.With(e with { Id = $"t-{s.History.Length + 1}" }).State);
    }

    /// <summary>The names and versions of all sentences.</summary>
    public static ImmutableArray<(SentenceName Name, string Version)> Sentences(EditionState state) =>
        [.. state.Units.SelectMany(u => u.Segments.Select((s, i) => (new SentenceName(u.Id, i + 1), Versions.Of(s))))];

    /// <summary>The sentence whose source has a text.</summary>
    public static (SentenceName Name, string Version) Sentence(EditionState state, string text) =>
        Sentences(state).First(s => state.Sentence(s.Name)!.Segment.Source.ToString().Contains(text, StringComparison.Ordinal));

    /// <summary>Somebody saves a sentence.</summary>
    public static EditionState Save(EditionState state, Reviewer by, string source, string text) =>
        Sentence(state, source) is var (name, version) ? After(state, ReviewRules.Edit(state, by, Noon, name, version, text)) : state;

    public void Dispose() => _folder.Dispose();
}
