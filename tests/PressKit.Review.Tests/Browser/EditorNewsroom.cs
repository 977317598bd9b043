using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using PressKit.Review.Desk;
using PressKit.Testing;
using PressKit.Translation;
using PressKit.Translation.Memory;

namespace PressKit.Review.Tests.Browser;

/// <summary>A newsroom of one release from Italian into English, Japanese and Arabic, with codes of several kinds, terms, and a machine
/// to ask.</summary>
internal sealed class EditorNewsroom : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly bool _hasMemory;
    private TranslationMemory? _memory;

    public EditorNewsroom(string review, bool hasMemory = false)
    {
        _hasMemory = hasMemory;
        Write("content/newsroom.yml", $"""
            name: Teatro
            url: https://press.example.org/
            timezone: Europe/Rome
            languages: [it, en, ja, ar]
            translation:
              with: []
            review: {review}
            """);
        Write("content/glossary.yml", """
            terms:
              - term: prima
                language: it
                translations: { en: opening night, ja: 初日, ar: ليلة الافتتاح }
                note: never “premiere”
            """);
        Write("content/memory/old.tmx", """
            <?xml version="1.0" encoding="UTF-8"?>
            <tmx version="1.4"><header creationtool="old" creationtoolversion="1" segtype="sentence" o-tmf="x" adminlang="en" srclang="it" datatype="plaintext"/><body>
            <tu><tuv xml:lang="it"><seg>Il museo resta aperto la domenica fino alle 18.</seg></tuv><tuv xml:lang="en"><seg>The museum stays open on Sundays until 6 p.m.</seg></tuv><tuv xml:lang="ja"><seg>美術館は日曜日、18時まで開館します。</seg></tuv></tu>
            </body></tmx>
            """);
        Write("content/releases/2026/stagione/it.md", """
            ---
            headline: La stagione comincia il 3 marzo
            published: 2026-02-01T09:00:00+01:00
            ---

            Il teatro apre **domani** alle 20. La prima è di Maria Bianchi. Il programma è [in rete](https://example.org) e in sala.

            Biglietti da 12 euro, in vendita da lunedì.

            - *Amleto*, dal 3 marzo
            - *Otello*, dal 9 aprile
            """);
    }

    public string Folder => _folder.Path;

    /// <summary>What the machine answers; each sentence gets it.</summary>
    public Func<Release, IReadOnlyList<ITranslator>> Translators => _ => [new Machine()];

    public void Write(string file, string text)
    {
        var path = Path.Combine(Folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    public string Read(string file) => File.ReadAllText(Path.Combine(Folder, file));

    public ReviewDesk Open(string session)
    {
        var problems = new Problems();
        if (_hasMemory) _memory ??= TranslationMemory.Open(new MemoryPlace(Folder) { Languages = Languages }, new Ranking([], Rejections.None, new Dictionary<string, int>(StringComparer.Ordinal)), TimeProvider.System);
        var desk = ReviewDesk.Open(new DeskSetup(Folder, TimeProvider.System) { Session = session, Tool = "test", Memory = _memory }, problems);
        problems.All.ShouldBeEmpty();
        return desk.ShouldNotBeNull();
    }

    public void Dispose()
    {
        _memory?.Dispose();
        _folder.Dispose();
    }

    private static ImmutableArray<Language> Languages { get; } = [.. new[] { "it", "en", "ja", "ar" }.Select(Language.Parse)];

    /// <summary>Writes every text backwards into capitals: nobody takes it for a person's.</summary>
    private sealed class Machine : ITranslator
    {
        public string Name => "capitals";

        public Task<TranslatorRoute?> RouteAsync(Language source, Language target, CancellationToken cancellation) => Task.FromResult<TranslatorRoute?>(new TranslatorRoute("Capitals 1.0", null));

        public async IAsyncEnumerable<TranslatorAnswer> TranslateAsync(TranslationBatch batch, [EnumeratorCancellation] CancellationToken cancellation)
        {
            foreach (var segment in batch.Segments)
            {
                await Task.Yield();
                yield return new TranslatorAnswer(segment.MapText(t => t.ToUpperInvariant()));
            }
        }
    }
}
