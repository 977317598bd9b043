using System.Collections.Immutable;
using PressKit.Testing;

namespace PressKit.Tests.Publishing;

/// <summary>A newsroom that is edited and published again and again; the same files are published beside it by a publisher that knows
/// nothing, into a folder that does not exist. In memory, where the system has such a folder.</summary>
internal sealed class EditedNewsroom : IDisposable
{
    private static readonly DateTimeOffset Start = new(2026, 1, 20, 12, 0, 0, TimeSpan.Zero);
    private readonly TemporaryFolder _root = new(inMemory: true);
    // In memory a file's time is right to a tick of the system's clock, and steps follow each other faster than any person's.
    private static readonly TimeSpan Coarsest = TimeSpan.FromMilliseconds(30);

    private readonly Publisher _lasting = new() { Coarsest = Coarsest };
    private readonly List<ImmutableSortedDictionary<string, byte[]>> _states = [];

    public EditedNewsroom()
    {
        var site = Repository.PathTo("tests", "PressKit.Cli.Tests", "Sites", "good");
        foreach (var path in Directory.EnumerateFiles(site, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(Folder, Path.GetRelativePath(site, path));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(path, copy);
        }

        // The clean one has its own .presskit/, which is deleted each time.
        Directory.CreateDirectory(CleanFolder);
        foreach (var part in new[] { "content", "templates" }) Directory.CreateSymbolicLink(Path.Combine(CleanFolder, part), Path.Combine(Folder, part));
        Random = new Random(0);
        Remember();
    }

    public string Folder => Path.Combine(_root.Path, "warm");

    public string Output => Path.Combine(Folder, "output");

    /// <summary>The instant that the newsroom is published for; it moves as edits want.</summary>
    public DateTimeOffset Now { get; set; } = Start;

    /// <summary>What the present edit draws from.</summary>
    public Random Random { get; set; }

    /// <summary>How often nothing but texts were published, since nothing else had changed.</summary>
    public int TextsAlone { get; private set; }

    /// <summary>Whether the last publishing ended with an error, which leaves the site as it was.</summary>
    public bool IsBroken { get; private set; }

    private string CleanFolder => Path.Combine(_root.Path, "clean");

    public string Full(string path) => Path.Combine(Folder, path);

    public bool Has(string path) => File.Exists(Full(path));

    public string Read(string path) => File.ReadAllText(Full(path));

    /// <summary>The files below a folder of the newsroom whose names end so, by their paths within it.</summary>
    public ImmutableArray<string> Files(string folder, string ending = "") => !Directory.Exists(Full(folder)) ? []
        : [.. Directory.EnumerateFiles(Full(folder), "*", SearchOption.AllDirectories).Select(p => Path.GetRelativePath(Folder, p))
            .Where(p => p.EndsWith(ending, StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    /// <summary>One of some; null where there is none.</summary>
    public T? One<T>(IReadOnlyList<T> of) => of.Count == 0 ? default : of[Random.Next(of.Count)];

    /// <summary>Saves a file in one of the ways in which programs do.</summary>
    public void Write(string path, string text) => Write(path, System.Text.Encoding.UTF8.GetBytes(text));

    /// <inheritdoc cref="Write(string, string)"/>
    public void Write(string path, byte[] bytes)
    {
        var full = Full(path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        DateTime? time = File.Exists(full) ? File.GetLastWriteTimeUtc(full) : null;
        var isAtomic = Random.Next(2) == 0;
        var saved = isAtomic ? full + "~" : full;
        File.WriteAllBytes(saved, bytes);
        if (SavedTime(time) is { } kept) File.SetLastWriteTimeUtc(saved, kept);
        if (isAtomic) File.Move(saved, full, overwrite: true);
    }

    /// <summary>Changes a text that is there.</summary>
    public void Change(string path, Func<string, string> change)
    {
        if (Has(path)) Write(path, change(Read(path)));
    }

    public void Delete(string path)
    {
        if (Directory.Exists(Full(path))) Directory.Delete(Full(path), recursive: true);
        else if (Has(path)) File.Delete(Full(path));
    }

    /// <summary>Brings back the files of an earlier step, as a checkout does.</summary>
    /// <param name="back">How many steps to go back, as far as there are so many.</param>
    /// <param name="isMeant">Which files.</param>
    public void CheckOut(int back, Func<string, bool> isMeant)
    {
        var state = _states[Math.Max(0, _states.Count - 1 - back)];
        foreach (var path in Sources().Where(p => isMeant(p) && !state.ContainsKey(p))) File.Delete(Full(path));
        foreach (var (path, bytes) in state.Where(s => isMeant(s.Key) && (!Has(s.Key) || !File.ReadAllBytes(Full(s.Key)).AsSpan().SequenceEqual(s.Value)))) Write(path, bytes);
    }

    /// <summary>Publishes, and compares with a clean site and with what was there before.</summary>
    /// <param name="goesOn">Whether a process publishes that has published before.</param>
    /// <returns>What is wrong; null where nothing is.</returns>
    public string? Publish(bool goesOn)
    {
        var before = SiteSnapshot.Of(Output);
        var (warm, clean) = (new Problems(), new Problems());
        var publisher = goesOn ? _lasting : new Publisher { Coarsest = Coarsest };
        var written = publisher.Publish(Folder, Output, Now, warm, CancellationToken.None);
        if (publisher.TextsAlone is not null) TextsAlone++;
        var after = SiteSnapshot.Of(Output);
        foreach (var made in new[] { "output", ".presskit" })
            if (Directory.Exists(Path.Combine(CleanFolder, made))) Directory.Delete(Path.Combine(CleanFolder, made), recursive: true);
        var whole = new Publisher().Publish(CleanFolder, Path.Combine(CleanFolder, "output"), Now, clean, CancellationToken.None);

        IsBroken = whole is null;
        if (!IsBroken) Remember();
        if (Told(warm) != Told(clean)) return $"It reports something else.\n  warm:\n{Told(warm)}\n  clean:\n{Told(clean)}";
        if ((written is null) != IsBroken) return IsBroken ? "It published what has errors." : "It did not publish what has no error.";
        if (after.WrittenForNothingSince(before).FirstOrDefault() is { } same) return $"{same} was written though it holds what it held.";
        if (written is null) return after.DifferenceFrom(before) is { } touched ? $"There are errors, and yet the site changed: {touched}" : null;
        var expected = SiteSnapshot.Of(Path.Combine(CleanFolder, "output"));
        // Who does not know what was published may leave what is published no more (docs/problems.md), and nothing else.
        var left = warm.All.Any(p => p.Code == "output.manifest-damaged") ? after.AsIn(before).Where(path => !expected.Files.ContainsKey(path)).ToList() : [];
        foreach (var path in left) Delete(Path.Combine("output", path));
        foreach (var path in left) after.Files.Remove(path);
        if (after.DifferenceFrom(expected) is { } difference) return difference;
        var (changed, gone) = (after.NewSince(before).Count(), after.GoneSince(before).Count() - left.Count);
        return written.Written == changed && written.Deleted == gone && written.Unchanged == after.Files.Count - changed ? null
            : $"It says {written}, but {changed} files have other bytes, {gone} are gone and {after.Files.Count - changed} are as they were.";
    }

    public void Dispose() => _root.Dispose();

    /// <summary>What was reported, but for the state of the output folder, in which a clean one is not.</summary>
    private static string Told(Problems problems) =>
        string.Join('\n', problems.All.Where(p => !p.Code.StartsWith("output.", StringComparison.Ordinal)).Select(p => $"    {p.Severity} {p}"));

    /// <summary>The time of a saved file: the present, or that of what was there, that of a coarse clock, or that of a clock which is wrong.</summary>
    private DateTime? SavedTime(DateTime? before) => Random.Next(8) switch
    {
        0 or 1 => before,
        2 => DateTime.UnixEpoch.AddSeconds(2 * Random.Next(800_000_000, 1_000_000_000)),
        3 => new DateTime(2040, 1, 1, 0, 0, 0, DateTimeKind.Utc),
        _ => null,
    };

    private IEnumerable<string> Sources() => Files("content").Concat(Files("templates"));

    private void Remember() => _states.Add(Sources().ToImmutableSortedDictionary(p => p, p => File.ReadAllBytes(Full(p)), StringComparer.Ordinal));
}
