using System.Collections.Concurrent;
using System.Globalization;
using System.Text;

namespace PressKit.Media;

/// <summary>What is known of media files already, so that none is looked into twice: <c>.presskit/media/facts</c>. The first line names
/// the code that found it out; each other line is a file's hash, what was found, and a checksum. It can be deleted at any time; what
/// is damaged, or was found by other code, is found out again.</summary>
internal sealed class FactsFile
{
    private readonly string _path;
    private readonly string _head;
    private readonly ConcurrentDictionary<string, Inspected> _known = new(StringComparer.Ordinal);
    private bool _isChanged;

    /// <summary>The facts of a newsroom.</summary>
    /// <param name="folder">The newsroom's folder.</param>
    /// <param name="code">The identity of the code that looks into files.</param>
    public FactsFile(string folder, string code)
    {
        (_path, _head) = (Path.Combine(folder, ".presskit", "media", "facts"), $"presskit media facts, by {code}");
        if (!File.Exists(_path)) return;
        try
        {
            using var lines = new StreamReader(_path, Encoding.UTF8);
            if (lines.ReadLine() != _head) return;
            while (lines.ReadLine() is { } line)
            {
                if (Read(line) is { } fact) _known[fact.Key] = fact.Value;
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It is only a shortcut.
        }
    }

    /// <summary>What is known of a file; null for nothing. Its ending is part of the question, for it has to be right.</summary>
    public Inspected? Find(MediaFile file) => _known.GetValueOrDefault(KeyOf(file));

    /// <summary>Remembers what was found, from any thread.</summary>
    public void Add(MediaFile file, Inspected found)
    {
        _known[KeyOf(file)] = found;
        _isChanged = true;
    }

    /// <summary>Writes what is new, whole or not at all.</summary>
    public void Save()
    {
        if (!_isChanged) return;
        var temporary = FormattableString.Invariant($"{_path}.{Environment.ProcessId}");
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(_path)!);
            File.WriteAllLines(temporary, _known.OrderBy(k => k.Key, StringComparer.Ordinal).Select(k => Line(k.Key, k.Value)).Prepend(_head));
            File.Move(temporary, _path, overwrite: true);
            _isChanged = false;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The next run looks again.
        }
    }

    private static string KeyOf(MediaFile file) => file.Hash + Path.GetExtension(file.Path).ToLowerInvariant().Replace(' ', '_');

    private static string Line(string key, Inspected found)
    {
        var (facts, text) = (found.Facts, CultureInfo.InvariantCulture);
        var line = string.Join(' ', key, facts.Type, facts.Width?.ToString(text) ?? "-", facts.Height?.ToString(text) ?? "-",
            facts.IsMoving ? "moves" : "still", facts.Duration?.Ticks.ToString(text) ?? "-", found.Length.ToString(text), found.Hash,
            found.LosesCredentials ? "unsigned" : "whole");
        return $"{line} {Hash.Of(line)}";
    }

    private static KeyValuePair<string, Inspected>? Read(string line)
    {
        var end = line.LastIndexOf(' ');
        if (end < 0 || Hash.Of(line[..end]) != line[(end + 1)..]) return null;
        var parts = line[..end].Split(' ');
        var duration = Number(parts[5]) is { } ticks ? TimeSpan.FromTicks(ticks) : (TimeSpan?)null;
        var facts = new MediaFacts(parts[1], (int?)Number(parts[2]), (int?)Number(parts[3]), parts[4] == "moves", duration);
        return KeyValuePair.Create(parts[0], new Inspected(facts, Number(parts[6])!.Value, parts[7], parts[8] == "unsigned"));
    }

    private static long? Number(string text) => text == "-" ? null : long.Parse(text, CultureInfo.InvariantCulture);
}
