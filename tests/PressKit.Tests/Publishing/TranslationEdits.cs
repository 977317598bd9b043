using PressKit.Editions;
using PressKit.Translation;
using PressKit.Translation.Glossary;

namespace PressKit.Tests.Publishing;

/// <summary>What translators, reviewers and the record's commands do.</summary>
internal static class TranslationEdits
{
    public static IReadOnlyList<Edit> All { get; } =
    [
        new("a machine drafts", n => Translate(n, Origin.Machine)),
        new("somebody translates", n => Translate(n, Origin.Author)),
        new("a sentence of a translation changes", n => Target(n, (t, i) => t.Replace("<target>", $"<target>{n.One(["", i.ToString(System.Globalization.CultureInfo.InvariantCulture)])}", StringComparison.Ordinal))),
        new("a file of translations is broken", n => { if (n.Random.Next(3) == 0) Target(n, (t, _) => t[..(t.Length / 2)]); }),
        new("a translation is deleted", n => { if (n.One(n.Files("content", ".xlf")) is { } file && !file.Contains("revisions", StringComparison.Ordinal)) n.Delete(file); }),
        new("a translation is approved", Approve),
        new("another translation is approved", Approve),
        new("an approval is taken back", n => With(n, (prepared, paired) =>
            new TranslationStore(n.Folder).TakeBack(paired.Release, LanguageOf(n), new TakenBack("Ada Neri", prepared.Now, "Un motivo"), new Problems()))),
        new("a release is corrected", n => Event(n, EventKind.Correction)),
        new("an edition is corrected", n => Event(n, EventKind.Correction, LanguageOf(n))),
        new("a release is withdrawn", n => Event(n, EventKind.Withdrawal)),
        new("a release is put back", n => Event(n, EventKind.Reinstatement)),
        new("an address is reserved", n => With(n, (_, paired) =>
            new TranslationStore(n.Folder).Reserve(paired.Release, LanguageOf(n), $"Riservato {n.Random.Next(9)}", n.One([null, $"riservato-{n.Random.Next(3)}"])))),
        new("a record is lost", n => { if (n.Random.Next(3) == 0 && n.One(n.Files("content/releases", "record.yml")) is { } file) n.Delete(file); }),
        new("revisions are lost", n => { if (n.Random.Next(3) == 0 && n.One([.. n.Files("content/releases").Where(f => f.Contains("/revisions/", StringComparison.Ordinal))]) is { } file) n.Delete(file); }),
    ];

    private static Language LanguageOf(EditedNewsroom newsroom) => Language.Parse(newsroom.One(["en", "ja", "ar"])!);

    private static void With(EditedNewsroom newsroom, Action<Prepared, PairedRelease> act)
    {
        if (new Publisher().Prepare(newsroom.Folder, newsroom.Now, new Problems()) is { } prepared && newsroom.One(prepared.Releases) is { } paired) act(prepared, paired);
    }

    private static void Translate(EditedNewsroom newsroom, Origin origin) => With(newsroom, (prepared, paired) =>
    {
        var (source, language, number) = (paired.Source, LanguageOf(newsroom), newsroom.Random.Next(100));
        if (language == source.Text.Language || paired.Authored.Any(a => a.Text.Language == language)) return;
        var provenance = new Provenance(origin, origin == Origin.Machine ? "pseudo 1" : "Anna Rossi", null, DateTimeOffset.UnixEpoch);
        new TranslationStore(newsroom.Folder).Store(paired.Release, new StoredTranslation(source.Text.File, source.Text.Hash, source.Text.Language, language,
            [.. source.UnitsIn(language).Select(u => new TranslatedUnit(u.Id, u.Role, [.. u.Segments.Select(s => new SegmentTranslation(
                s, s.Source.MapText(t => Word(t, number)), origin == Origin.Machine ? SegmentState.Initial : SegmentState.Translated, provenance))]))]));
    });

    private static string Word(string text, int number) => text.Replace("o", number % 3 == 0 ? "oh" : "ö", StringComparison.Ordinal);

    private static void Target(EditedNewsroom newsroom, Func<string, int, string> change)
    {
        var number = newsroom.Random.Next(100);
        if (newsroom.One([.. newsroom.Files("content", ".xlf").Where(f => !f.Contains("revisions", StringComparison.Ordinal))]) is { } file) newsroom.Change(file, t => change(t, number));
    }

    private static void Approve(EditedNewsroom newsroom) => With(newsroom, (prepared, paired) =>
    {
        if (newsroom.One(paired.Translations) is not { } translation) return;
        new TranslationStore(newsroom.Folder).Approve(paired, translation.File.Language, new Signature(newsroom.One(["Ada Neri", "Ken Sato"])!, prepared.Now, null),
            prepared.Newsroom, new Blocking(new Terminology(prepared.Newsroom.Glossary)), new Problems());
    });

    private static void Event(EditedNewsroom newsroom, EventKind kind, Language? language = null) => With(newsroom, (prepared, paired) =>
    {
        var isWithdrawn = paired.Release.Record.Withdrawn is not null;
        if (paired.Release.Standing || isWithdrawn != (kind == EventKind.Reinstatement)) return;
        new TranslationStore(newsroom.Folder).Add(paired.Release, new ReleaseEvent(kind, prepared.Now, "Ada Neri", $"Motivo {newsroom.Random.Next(100)}")
        {
            Revision = paired.Source.Text.Hash, Languages = language is { } meant ? [meant] : [],
        }, new Problems());
    });
}
