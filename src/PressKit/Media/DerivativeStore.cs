using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace PressKit.Media;

/// <summary>Images that were made already: <c>.presskit/images/</c>, each in a file named after its key, which begins with the hash of
/// what follows. It can be deleted at any time; a damaged file is made again.</summary>
internal sealed class DerivativeStore
{
    private const int HashLength = 32;
    private const string Partial = "partial-";

    private readonly string _folder;

    /// <summary>The store of a newsroom. What runs that were killed left half made is deleted.</summary>
    public DerivativeStore(string newsroom)
    {
        _folder = Path.Combine(newsroom, ".presskit", "images");
        if (!Directory.Exists(_folder)) return;
        foreach (var folder in Directory.EnumerateDirectories(_folder, Partial + "*"))
        {
            if (int.TryParse(Path.GetFileName(folder)[Partial.Length..], CultureInfo.InvariantCulture, out var process) && process != Environment.ProcessId && !IsRunning(process))
                Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Whether an image was made; what it holds is looked at when it is read.</summary>
    public bool Has(Derivation derivation) => File.Exists(PathOf(derivation));

    /// <summary>An image; null where it was not made, or is damaged.</summary>
    public byte[]? Read(Derivation derivation)
    {
        if (!Has(derivation)) return null;
        var file = File.ReadAllBytes(PathOf(derivation));
        return file.Length > HashLength && Encoding.ASCII.GetString(file, 0, HashLength) == Hash.Of(file.AsSpan(HashLength)) ? file[HashLength..] : null;
    }

    /// <summary>Keeps an image, whole or not at all.</summary>
    public void Save(Derivation derivation, byte[] bytes)
    {
        var temporary = Path.Combine(Temporaries(), derivation.Key);
        File.WriteAllBytes(temporary, [.. Encoding.ASCII.GetBytes(Hash.Of(bytes)), .. bytes]);
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(derivation))!);
        File.Move(temporary, PathOf(derivation), overwrite: true);
    }

    /// <summary>A folder for what is half made, this process' own.</summary>
    public string Temporaries() => Directory.CreateDirectory(Path.Combine(_folder, FormattableString.Invariant($"{Partial}{Environment.ProcessId}"))).FullName;

    /// <summary>Deletes what is half made.</summary>
    public void Clean()
    {
        var folder = Path.Combine(_folder, FormattableString.Invariant($"{Partial}{Environment.ProcessId}"));
        if (Directory.Exists(folder) && !Directory.EnumerateFileSystemEntries(folder).Any()) Directory.Delete(folder);
    }

    private string PathOf(Derivation derivation) => Path.Combine(_folder, derivation.Key[..2], derivation.Key);

    private static bool IsRunning(int process)
    {
        try
        {
            using var running = Process.GetProcessById(process);
            return !running.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
