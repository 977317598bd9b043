using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PressKit.Output.Standing;

/// <summary>What is remembered of a run that left a site whole, or answered.</summary>
/// <param name="Inputs">What that was made of.</param>
/// <param name="Tools">The versions of the other programs that had a part in it, by their names.</param>
/// <param name="Horizon">How long it stays so.</param>
/// <param name="Left">The hash of the manifest, or the answer.</param>
/// <param name="Problems">What was reported, none of it an error.</param>
internal sealed record LastRunFile(
    Inputs Inputs, ImmutableSortedDictionary<string, string> Tools, Horizon Horizon, string Left, ImmutableArray<Problem> Problems)
{
    /// <summary>Reads one; null where there is none, it is damaged, or other code wrote it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="code">The identity of this code.</param>
    public static LastRunFile? Read(string path, string code)
    {
        if (!File.Exists(path)) return null;
        var bytes = File.ReadAllBytes(path).AsSpan();
        var head = Encoding.UTF8.GetBytes(Head(code, ""));
        if (!bytes.StartsWith(head) || bytes.Length < head.Length + HashLength + 1) return null;
        var below = bytes[(head.Length + HashLength + 1)..];
        if (!bytes.StartsWith(Encoding.UTF8.GetBytes(Head(code, Hash.Of(below) + "\n")))) return null;
        return JsonSerializer.Deserialize(below, LastRunJson.Default.LastRunFile);
    }

    /// <summary>Writes it, whole or not at all.</summary>
    public void Write(string path, string code)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(this, LastRunJson.Default.LastRunFile);
        var temporary = FormattableString.Invariant($"{path}.{Environment.ProcessId}");
        File.WriteAllBytes(temporary, [.. Encoding.UTF8.GetBytes(Head(code, Hash.Of(bytes) + "\n")), .. bytes]);
        File.Move(temporary, path, overwrite: true);
    }

    private const int HashLength = 32;

    private static string Head(string code, string hash) => $"presskit last run, by {code}\n{hash}";
}

/// <summary>How it is written.</summary>
[JsonSerializable(typeof(LastRunFile))]
internal sealed partial class LastRunJson : JsonSerializerContext;
