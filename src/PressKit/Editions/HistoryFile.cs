using System.Collections.Immutable;

namespace PressKit.Editions;

/// <summary>A translation's <c>LANGUAGE.history.jsonl</c>: an object a line (<see cref="HistoryLine"/>). It is only ever added to; git
/// merges it line by line (<c>merge=union</c>); no build reads it, and a line that cannot be read, such as one that was broken off,
/// is passed over.</summary>
/// <param name="path">The file.</param>
public sealed class HistoryFile(string path)
{
    private const int Attempts = 2000;

    /// <summary>The file.</summary>
    public string Path { get; } = path;

    /// <summary>The history of a release's translation.</summary>
    public static HistoryFile Of(string newsroomFolder, Release release, Language language) => Of(newsroomFolder, release.Folder, language);

    /// <summary>The history of a translation in a release's folder.</summary>
    public static HistoryFile Of(string newsroomFolder, string releaseFolder, Language language) =>
        new(System.IO.Path.Combine(newsroomFolder, releaseFolder, $"{language}.history.jsonl"));

    /// <summary>Adds events, all at once.</summary>
    public void Add(IEnumerable<HistoryEvent> events) => Append(HistoryLine.Write(events), isDurable: false);

    /// <summary>Adds lines behind whatever others wrote meanwhile.</summary>
    /// <param name="lines">Whole lines.</param>
    /// <param name="isDurable">Whether they are to be on the disk, and found there under the file's name, before this returns.</param>
    /// <exception cref="IOException">They cannot be written.</exception>
    public void Append(ReadOnlySpan<byte> lines, bool isDurable)
    {
        if (lines.IsEmpty) return;
        // Version control may put another file in the place of the one that is being written to.
        for (var attempt = 0; attempt < 10; attempt++)
        {
            var at = AppendOnce(lines, isDurable);
            if (!isDurable || IsThere(lines, at)) return;
        }

        throw new IOException($"{System.IO.Path.GetFileName(Path)} is being replaced by others all the time.");
    }

    /// <summary>What is on record, in the order of the file.</summary>
    public ImmutableArray<HistoryEvent> Read()
    {
        if (!File.Exists(Path)) return [];
        try
        {
            return HistoryLine.Read(ReadBytes());
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private long AppendOnce(ReadOnlySpan<byte> lines, bool isDurable)
    {
        using var file = Alone(FileMode.OpenOrCreate, FileAccess.ReadWrite);
        var at = file.Length;
        if (at > 0)
        {
            file.Seek(-1, SeekOrigin.End);
            // A line that was broken off must not take the next one with it.
            if (file.ReadByte() != '\n')
            {
                file.WriteByte((byte)'\n');
                at++;
            }
        }

        file.Write(lines);
        file.Flush(isDurable);
        if (isDurable && at == 0) FolderFlush.Of(Path);
        return at;
    }

    private bool IsThere(ReadOnlySpan<byte> lines, long at)
    {
        using var file = Alone(FileMode.Open, FileAccess.Read);
        if (file.Length < at + lines.Length) return false;
        var found = new byte[lines.Length];
        file.Seek(at, SeekOrigin.Begin);
        file.ReadExactly(found);
        return lines.SequenceEqual(found);
    }

    private byte[] ReadBytes()
    {
        using var file = Alone(FileMode.Open, FileAccess.Read);
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return bytes;
    }

    /// <summary>Opens the file for one at a time; whoever else has it open is done in a moment.</summary>
    private FileStream Alone(FileMode mode, FileAccess access)
    {
        var wait = new SpinWait();
        while (true)
        {
            try
            {
                return new FileStream(Path, mode, access, access == FileAccess.Read ? FileShare.Read : FileShare.None, bufferSize: 0);
            }
            catch (IOException e) when (wait.Count < Attempts && e is not (FileNotFoundException or DirectoryNotFoundException) && File.Exists(Path))
            {
                wait.SpinOnce();
            }
        }
    }
}
