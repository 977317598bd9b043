using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PressKit.Review.People;

/// <summary>Keeps people in a file: an object with <c>people</c>, each with name, roles, and the hashes of what lets them in. Several
/// processes may use it at once (the desk, and the command that invites): whoever writes holds <c>FILE.lock</c>, and puts a whole new
/// file in the place of the old one; whoever reads sees a change at once.</summary>
/// <param name="path">The file.</param>
internal sealed class PeopleFile(string path)
{
    private const int Attempts = 500;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    private static readonly JsonSerializerOptions Written = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true, Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) }, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly Lock _lock = new();
    private (long Length, DateTime Written) _stamp;
    private ImmutableArray<Person>? _people;

    /// <summary>Everybody, in the order in which they came.</summary>
    public ImmutableArray<Person> People
    {
        get
        {
            lock (_lock)
            {
                var file = new FileInfo(path);
                var stamp = file.Exists ? (file.Length, file.LastWriteTimeUtc) : default;
                if (_people is { } known && stamp == _stamp) return known;
                (_people, _stamp) = (Read(), stamp);
                return _people.Value;
            }
        }
    }

    /// <summary>Changes something.</summary>
    /// <param name="change">Everybody as they are in, everybody as they are to be out.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    public void Change(Func<ImmutableArray<Person>, ImmutableArray<Person>> change)
    {
        lock (_lock)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            using var held = Hold();
            var before = Read();
            var after = change(before);
            if (after == before) return;
            Write(after);
            _people = null;
        }
    }

    private ImmutableArray<Person> Read() => File.Exists(path) ? JsonSerializer.Deserialize<Content>(File.ReadAllBytes(path), Written)?.People ?? [] : [];

    private void Write(ImmutableArray<Person> people)
    {
        var temporary = path + ".new";
        using (var file = new FileStream(temporary, Private()))
        {
            JsonSerializer.Serialize(file, new Content(people), Written);
            file.Flush(flushToDisk: true);
        }

        File.Move(temporary, path, overwrite: true);
    }

    /// <summary>A file that only its owner reads, where the system knows owners.</summary>
    internal static FileStreamOptions Private(FileMode mode = FileMode.Create)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.Write, Share = FileShare.Read };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return options;
    }

    private FileStream Hold()
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return new FileStream(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (attempt < Attempts)
            {
                Task.Delay(Pause).Wait();
            }
        }
    }

    private sealed record Content(ImmutableArray<Person> People);
}
