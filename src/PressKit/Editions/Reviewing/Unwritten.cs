using System.Collections.Immutable;
using System.Text;
using PressKit.Content;
using PressKit.Languages;

namespace PressKit.Editions.Reviewing;

/// <summary>The list of the editions that a desk works on, <c>private/review/unwritten</c>: a line each, with the desk's session, the
/// release and the language, and tabs between them. An edition is on it before the first save in it is confirmed, and the list goes
/// when every file holds what its history says. So whoever reads a newsroom looks for one file, and completes what a crash left
/// behind.</summary>
/// <param name="folder">The newsroom's folder.</param>
public sealed class Unwritten(string folder)
{
    private readonly string _file = Path.Combine(folder, "private", "review", "unwritten");

    /// <summary>Holds the place of the newsroom's one desk until it is disposed of; null where another process has it.</summary>
    public IDisposable? TakePlace()
    {
        var path = Path.Combine(Path.GetDirectoryName(_file)!, "desk");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        // What stands here is nobody else's business, wherever version control is told otherwise.
        var ignored = Path.Combine(folder, "private", ".gitignore");
        if (!File.Exists(ignored)) File.WriteAllText(ignored, "*\n");
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>Puts editions on the list, before anything is confirmed in them.</summary>
    public void Add(string session, IEnumerable<EditionName> editions)
    {
        using var file = new FileStream(_file, FileMode.Append, FileAccess.Write, FileShare.Read, bufferSize: 0);
        file.Write(Encoding.UTF8.GetBytes(string.Concat(editions.Select(e => $"{session}\t{e.Release}\t{e.Language}\n"))));
        file.Flush(flushToDisk: true);
        FolderFlush.Of(_file);
    }

    /// <summary>Ends the list, when every file holds what its history says.</summary>
    public void Clear() => File.Delete(_file);

    /// <summary>Whether every file holds what its history says.</summary>
    public bool IsEmpty => !File.Exists(_file);

    /// <summary>Completes every file that is behind its history, wherever a desk was ended before it could; costs a look for one file
    /// where there is nothing to do.</summary>
    public void Complete(Problems problems)
    {
        if (!File.Exists(_file) || NewsroomReader.ReadSettings(folder, new Problems()) is not { } newsroom) return;
        using var place = TakePlace();
        var room = new ReleaseRoom(newsroom, new Locales());
        var whole = true;
        foreach (var edition in Read().GroupBy(l => l.Edition, l => l.Session)) whole &= Complete(room, edition.Key, [.. edition.Distinct(StringComparer.Ordinal)], problems);
        if (place is not null && whole) Clear();
    }

    /// <summary>An edition whose file may be behind its history, completed.</summary>
    /// <param name="room">Reads the edition.</param>
    /// <param name="name">Which one.</param>
    /// <param name="sessions">The sessions whose events may be missing.</param>
    /// <param name="problems">Takes what keeps it from being completed.</param>
    private bool Complete(ReleaseRoom room, EditionName name, ImmutableArray<string> sessions, Problems problems)
    {
        if (room.Read(name.Release, new Problems()) is not { } release)
        {
            problems.Warn("review.unfinished", new Place(name.Release.Contains('/', StringComparison.Ordinal) ? $"content/releases/{name.Release}" : $"content/pages/{name.Release}"),
                $"Reviewers have saved work on {name} that is not in its file yet, and the release cannot be read.", "Mend the release; the work stands in its history, and is put in its place with the next command.");
            return false;
        }

        ImmutableArray<HistoryEvent> events = [.. HistoryFile.Of(folder, release.Release, name.Language).Read().Where(e => e.Id is { } id && sessions.Any(s => id.StartsWith(s + "-", StringComparison.Ordinal)))];
        Dismissing.Store(folder, release.Release.Folder, name.Language, events);
        var store = new TranslationStore(folder) { IsDurable = true };
        if (release.Translations.FirstOrDefault(t => t.File.Language == name.Language) is { } translation)
        {
            // The source may have been edited since: the file is completed as it is before it is carried over.
            store.KeepApproved(release.Release, translation);
            var (units, left) = Completion.Resume(translation.Stored.Units, events, release.Source.Text.Language, name.Language);
            if (Versions.Of(units) != Versions.Of(translation.Stored.Units)) store.Store(release.Release, translation.Stored with { Units = units });
            if (left.IsEmpty) return true;
            events = left;
            release = room.Read(name.Release, new Problems())!;
        }

        var state = room.State(release, name.Language);
        var complete = Completion.Of(state, events);
        if (complete.Version != state.Version || complete.Gone.Length != state.Gone.Length) store.Store(release.Release, complete.Stored);
        return true;
    }

    private IEnumerable<(string Session, EditionName Edition)> Read()
    {
        foreach (var line in File.ReadAllText(_file).Split('\n')[..^1])
        {
            if (line.Split('\t') is [var session, var release, var tag] && Language.TryParse(tag, out var language)) yield return (session, new EditionName(release, language));
        }
    }
}
