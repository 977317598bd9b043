using System.Collections.Immutable;
using PressKit.Content;
using PressKit.Content.Markdown;
using PressKit.Languages;
using PressKit.Segmentation;
using PressKit.Translation.Checks;
using PressKit.Translation.Glossary;
using PressKit.Translation.Repairs;

namespace PressKit.Editions.Reviewing;

/// <summary>Reads single releases of a newsroom as the whole program would: their texts, translations, histories, and what the gate
/// says of them. It holds no state but the newsroom's settings, and is safe for any thread.</summary>
public sealed class ReleaseRoom
{
    private readonly Pairing _pairing;
    private readonly RevisionFolder _revisions;
    private readonly Joining _joining;

    /// <summary>A room for a newsroom's releases.</summary>
    /// <param name="newsroom">The newsroom, as far as <see cref="NewsroomReader.ReadSettings"/> reads it.</param>
    /// <param name="locales">How languages are written.</param>
    public ReleaseRoom(Newsroom newsroom, Locales locales)
    {
        var parser = new MarkdownParser();
        (Newsroom, Repair, Terminology, Checks) = (newsroom, new SoftRepair(locales), new Terminology(newsroom.Glossary), new TranslationChecks(locales));
        _pairing = new Pairing(new Splitter(parser, new MarkdownChecks(), new SentenceRules(newsroom.Sentences)), Repair);
        (_revisions, _joining, Blocking) = (new RevisionFolder(newsroom), new Joining(parser), new Blocking(Terminology));
    }

    /// <summary>The newsroom.</summary>
    public Newsroom Newsroom { get; }

    /// <summary>The glossary at work.</summary>
    public Terminology Terminology { get; }

    /// <summary>The checks of translations.</summary>
    public TranslationChecks Checks { get; }

    /// <summary>What the glossary blocks.</summary>
    public Blocking Blocking { get; }

    /// <summary>Repairs what follows from figures, marks and markup.</summary>
    public SoftRepair Repair { get; }

    /// <summary>A release, or a standing page; null where there is none, or where it cannot be read.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public PairedRelease? Read(string id, Problems problems) =>
        NewsroomReader.ReadRelease(Newsroom, id, problems) is { } release ? _pairing.Pair(release, _revisions, problems) : null;

    /// <summary>The state of a release's translation, as its files hold it.</summary>
    public EditionState State(PairedRelease release, Language language) =>
        EditionState.Of(release, language, HistoryFile.Of(Newsroom.Folder, release.Release, language).Read(), Repair);

    /// <summary>What the gate says of a release's editions at an instant.</summary>
    public Admission Admit(PairedRelease release, DateTimeOffset now)
    {
        var checks = new EditionChecks(Newsroom, Checks);
        var translations = release.Translations.ToDictionary(t => t.File.File, StringComparer.Ordinal);
        return new Gate(Newsroom.Policy, (edition, unit) => !translations.TryGetValue(edition.File, out var translation) ? 0
            : unit is null ? checks.Errors(release, translation)
            : checks.Errors(release, translation, release.Source.Events.Select(e => e.Unit).Where(u => u.Id == unit)))
            .Admit(_joining.Editions(release, Blocking, new Problems()), now);
    }

    /// <summary>An edition as it would be published, whatever the gate says: what has no translation yet stands there in the source's
    /// language.</summary>
    public Edition Preview(EditionState state)
    {
        var file = state.Translation?.File ?? new TranslationFile($"{state.Release.Release.Folder}/{state.Language}.xlf", state.Language, default);
        var translation = new PairedTranslation(file, state.Stored, state.Units.ToImmutableDictionary(u => u.Id, StringComparer.Ordinal));
        return _joining.Editions(state.Release with { Authored = [], Translations = [translation] }, Blocking, new Problems()).Last();
    }

    /// <summary>The languages that a release can be translated into: the newsroom's, but for its own, those that it is not meant
    /// for, and those in which a person wrote it freely.</summary>
    public ImmutableArray<Language> Languages(PairedRelease release)
    {
        var meant = release.Source.Text.FrontMatter.Languages;
        return [.. Newsroom.Languages.Where(l => l != release.Source.Text.Language && (meant.IsEmpty || meant.Contains(l)) && release.Release.Authored.All(a => a.Language != l))];
    }
}
