using System.Collections.Immutable;
using PressKit.Content;
using PressKit.Translation;
using PressKit.Translation.Exchange;
using PressKit.Translation.Xliff;

namespace PressKit.Editions;

/// <summary>Stores translations in a release's folder, reserves their addresses and records approvals. Only commands use it;
/// a build stores nothing.</summary>
public sealed class TranslationStore(string newsroomFolder)
{
    /// <summary>Whether what is written is on the disk before it takes the place of what was there.</summary>
    public bool IsDurable { get; init; }

    /// <summary>Writes a translation in place of what is there, and reserves the edition's address; what says the same is not
    /// written again. What persons have changed in the file since the release was read stays.</summary>
    /// <returns>The release with what is now on record, and in the file.</returns>
    public Release Store(Release release, StoredTranslation translation)
    {
        var path = PathOf(release, translation.TargetLanguage);
        var present = File.Exists(path) ? File.ReadAllBytes(path) : [];
        var known = release.Translations.FirstOrDefault(t => t.Language == translation.TargetLanguage);
        if (known is not null && !present.AsSpan().SequenceEqual(known.Bytes.Span)) translation = LaterWork.Keep(translation, known.Bytes, present);
        var bytes = XliffKeeping.Write(translation, present, out var isKept);
        // What cannot be carried over is kept whole, under a name that no approval has.
        if (!isKept) Keep(release, $"{Hash.Of(present)}.before.xlf", present);
        Write(path, present, bytes);
        var file = new TranslationFile(known?.File ?? $"{release.Folder}/{translation.TargetLanguage}.xlf", translation.TargetLanguage, bytes);
        release = release with { Translations = known is null ? release.Translations.Add(file) : release.Translations.Replace(known, file) };

        var headline = translation.Units.FirstOrDefault(u => u.Id == "headline") is { IsComplete: true } unit
            ? Joining.Target(unit, translation.SourceLanguage, translation.TargetLanguage).PlainText
            : null;
        return headline is null ? release : Reserve(release, translation.TargetLanguage, headline, null);
    }

    /// <summary>Takes over what a file that came back says besides translations, such as its translators' notes.</summary>
    public void Adopt(Release release, ReturnedFile file, ReadOnlyMemory<byte> bytes)
    {
        var path = PathOf(release, file.Target.Language);
        if (!File.Exists(path)) return;
        var present = File.ReadAllBytes(path);
        var notes = file.Units.SelectMany(u => u.Notes.Select(n => (u.Id, Note: n))).ToLookup(n => n.Id, n => n.Note, StringComparer.Ordinal);
        Write(path, present, file.Format == ExchangeFormat.Xliff12 ? XliffAdoption.Write(present, notes) : XliffAdoption.Write(present, bytes));
    }

    /// <summary>Puts the address of an edition on record. One that is on record stays, unless the author names another: then it
    /// becomes a former one.</summary>
    public Release Reserve(Release release, Language language, string headline, string? slug)
    {
        return Save(release, language, present => Slugs.Record(present, language, headline, slug));
    }

    /// <summary>Puts an event on record, once for every language.</summary>
    /// <returns>The release with what is now on record; null, and a problem, where its record is damaged.</returns>
    public Release? Add(Release release, ReleaseEvent happened, Problems problems)
    {
        if (!release.Record.IsDamaged)
            return Save(release, present => present.Record with { Source = present.Record.Source ?? release.Source.Language, Events = present.Record.Events.Add(happened) });
        problems.Error("record.damaged", new Place($"{release.Folder}/{RecordFile.Name}"), "The record cannot be read, and nothing is entered in it.",
            "Mend it: 'presskit check' says where.");
        return null;
    }

    /// <summary>Signs a translation off: every segment becomes final, the source's text is kept as the revision that it was
    /// made from, and the record names who approved exactly what.</summary>
    /// <returns>The release with what is now on record; null, and a problem, where the translation is not complete.</returns>
    /// <param name="paired">The release.</param>
    /// <param name="language">The language of the translation.</param>
    /// <param name="signature">Who signs it off, when, and what they say of it.</param>
    /// <param name="newsroom">What it asks of whoever signs off.</param>
    /// <param name="blocking">Knows what the glossary asks.</param>
    /// <param name="problems">Takes what keeps it from being signed off.</param>
    public Release? Approve(PairedRelease paired, Language language, Signature signature, Newsroom newsroom, Blocking blocking, Problems problems)
    {
        if (ApprovalRules.MayBe(paired, language, signature, newsroom, problems) is not { } translation) return null;
        var release = paired.Release;
        // What the record tells is signed off as far as it is translated, and waits for nobody.
        var (carried, gone) = Carrying.Of(paired.Source.UnitsIn(language), translation.Stored);
        var units = paired.Source.UnitsIn(language).Zip(carried, (u, stored) => translation.Of(u) is { IsComplete: true } whole ? Signed(whole) : stored);
        var events = paired.Source.Events.Where(e => e.IsFor(language) && translation.Of(e.Unit) is { IsComplete: true })
            .ToImmutableSortedDictionary(e => e.Unit.Id, e => Joining.ContentOf([e.Unit], translation.Of), StringComparer.Ordinal);
        var approved = translation.Stored with { Revision = paired.Source.Text.Hash, Units = [.. units], Gone = gone };
        var content = Joining.ContentOf(paired.Source.Units, translation.Of);
        KeepRevision(paired.Source.Text, release);
        Keep(release, $"{content}.xlf", XliffWriter.Write(approved with { Gone = [] }));
        release = Store(release, approved);
        var entry = release.Record.Editions[language];
        var approval = blocking.Sign(new Approval(signature.By, signature.At, content, signature.Note) { Revision = paired.Source.Text.Hash, Events = events },
            paired.Source.Units, paired.Source.Text.Language, language);
        if (entry.Approvals.LastOrDefault() is { } last && last.Content == approval.Content && last.By == approval.By && last.Glossary == approval.Glossary
            && last.Events.SequenceEqual(approval.Events) && last.TakenBack is null) return release;
        Log(release, language, [new HistoryEvent(signature.At, signature.By, "approved", content) { Tool = signature.Tool, Role = signature.Role, Id = signature.Id }]);
        return Save(release, language, present => present.Record.Editions[language] is var known ? known with { Approvals = known.Approvals.Add(approval) } : known);

        TranslatedUnit Signed(TranslatedUnit unit) => unit with { Segments = [.. unit.Segments.Select(signature.On)] };
    }

    /// <summary>Takes back what was approved of an edition, though it says what it said.</summary>
    /// <returns>The release with what is now on record; null, and a problem, where nothing is approved, or its record is damaged.</returns>
    public Release? TakeBack(Release release, Language language, TakenBack takenBack, Problems problems)
    {
        var known = release.Record.Editions.GetValueOrDefault(language);
        if (release.Record.IsDamaged || known?.Approvals.LastOrDefault() is not { TakenBack: null } last)
        {
            problems.Error("approval.none", new Place($"{release.Folder}/{RecordFile.Name}"), "There is no approval to take back.", "Look at what is on record.");
            return null;
        }

        return Save(release, language, present => present.Record.Editions[language] is var entry
            ? entry with { Approvals = [.. entry.Approvals.Select(a => a.Content == last.Content ? a with { TakenBack = takenBack } : a)] } : entry);
    }

    private string PathOf(Release release, Language language) => Path.Combine(newsroomFolder, release.Folder, $"{language}.xlf");

    private void Write(string path, byte[] present, byte[] bytes)
    {
        if (present.AsSpan().SequenceEqual(bytes)) return;
        // A name of its own: commands and a desk may write the same file at once, each the whole of it.
        var temporary = $"{path}.{Path.GetRandomFileName()}.new";
        using (var file = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.Read, bufferSize: 0))
        {
            file.Write(bytes);
            file.Flush(IsDurable);
        }

        File.Move(temporary, path, overwrite: true);
        if (IsDurable) FolderFlush.Of(path);
    }

    /// <summary>Keeps what was approved before anything else is written in its place, if it was not kept when it was approved.</summary>
    public void KeepApproved(Release release, PairedTranslation translation)
    {
        if (translation is { Approved: null, Approval: { } own }) KeepOnce(release, own.Content, translation.Stored);
        if (translation.Approved is not { } approved) return;
        KeepOnce(release, approved.Approval.Content, translation.Stored with { Units = approved.Units, Revision = approved.Source.Text.Hash });
    }

    private void KeepOnce(Release release, string content, StoredTranslation approved)
    {
        var name = $"{content}.xlf";
        if (!content.All(char.IsAsciiLetterOrDigit) || File.Exists(Path.Combine(newsroomFolder, release.Folder, RevisionFolder.Name, name))) return;
        Keep(release, name, XliffWriter.Write(approved with { Gone = [] }));
    }

    /// <summary>Adds to the history of a translation, which no build reads.</summary>
    public void Log(Release release, Language language, IEnumerable<HistoryEvent> events) =>
        HistoryFile.Of(newsroomFolder, release, language).Append(HistoryLine.Write(events), IsDurable);

    private void KeepRevision(SourceText source, Release release) =>
        Keep(release, $"{source.Hash}.md", File.ReadAllBytes(Path.Combine(newsroomFolder, source.File)));

    /// <summary>Keeps a file among the revisions; one that is there says the same by its name, unless it was damaged.</summary>
    private void Keep(Release release, string name, byte[] bytes)
    {
        var folder = Path.Combine(newsroomFolder, release.Folder, RevisionFolder.Name);
        var path = Path.Combine(folder, name);
        if (File.Exists(path) && File.ReadAllBytes(path).AsSpan().SequenceEqual(bytes)) return;
        Directory.CreateDirectory(folder);
        File.WriteAllBytes(path + ".new", bytes);
        File.Move(path + ".new", path, overwrite: true);
    }

    /// <summary>Puts what is said of one edition on record.</summary>
    private Release Save(Release release, Language language, Func<Release, EditionRecord> entry) => Save(release, present => present.Record with
    {
        Source = present.Record.Source ?? release.Source.Language, Editions = present.Record.Editions.SetItem(language, entry(present)),
    });

    /// <summary>Changes the record as it is now: others may have written it since the release was read.</summary>
    private Release Save(Release release, Func<Release, ReleaseRecord> change)
    {
        var file = new RecordFile(newsroomFolder, release.Folder);
        var record = change(release with { Record = file.Read(new Problems()) });
        file.Write(record, IsDurable);
        return release with { Record = record };
    }
}
