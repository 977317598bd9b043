using System.Collections.Immutable;
using System.Text;

namespace PressKit.Output.Standing;

/// <summary>What is remembered of a run that left a site whole, or answered: a line with the identity of the code, a line with the hash
/// of what follows, and that as <see cref="BinaryWriter"/> writes it, for nothing is compiled at run time to read it.</summary>
/// <param name="Inputs">What that was made of.</param>
/// <param name="Tools">The versions of the other programs that had a part in it, by their names.</param>
/// <param name="Horizon">How long it stays so.</param>
/// <param name="Left">The hash that the manifest ends with, or the answer.</param>
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
        using var stream = new MemoryStream(below.ToArray());
        using var reader = new BinaryReader(stream);
        return Read(reader);
    }

    /// <summary>Writes it, whole or not at all.</summary>
    public void Write(string path, string code)
    {
        using var stream = new MemoryStream();
        using (var writer = new BinaryWriter(stream)) Write(writer);
        var bytes = stream.ToArray();
        var temporary = FormattableString.Invariant($"{path}.{Environment.ProcessId}");
        File.WriteAllBytes(temporary, [.. Encoding.UTF8.GetBytes(Head(code, Hash.Of(bytes) + "\n")), .. bytes]);
        File.Move(temporary, path, overwrite: true);
    }

    private static LastRunFile Read(BinaryReader reader)
    {
        var inputs = new Inputs(reader.ReadString(), Texts(reader));
        var tools = Texts(reader);
        var horizon = new Horizon(Instant(reader), Instant(reader));
        var left = reader.ReadString();
        var problems = ImmutableArray.CreateBuilder<Problem>();
        for (var count = reader.ReadInt32(); count > 0; count--)
        {
            problems.Add(new Problem(reader.ReadString(), (Severity)reader.ReadInt32(), reader.ReadString(),
                new Place(reader.ReadString(), reader.ReadInt32(), reader.ReadInt32()), reader.ReadString()));
        }

        return new LastRunFile(inputs, tools, horizon, left, problems.ToImmutable());
    }

    private void Write(BinaryWriter writer)
    {
        writer.Write(Inputs.Stamps);
        Write(writer, Inputs.Young);
        Write(writer, Tools);
        writer.Write(Horizon.From.UtcTicks);
        writer.Write(Horizon.Until.UtcTicks);
        writer.Write(Left);
        writer.Write(Problems.Length);
        foreach (var problem in Problems)
        {
            writer.Write(problem.Code);
            writer.Write((int)problem.Severity);
            writer.Write(problem.Message);
            writer.Write(problem.Place.File);
            writer.Write(problem.Place.Line);
            writer.Write(problem.Place.Column);
            writer.Write(problem.Remedy);
        }
    }

    private static ImmutableSortedDictionary<string, string> Texts(BinaryReader reader)
    {
        var texts = Empty;
        for (var count = reader.ReadInt32(); count > 0; count--) texts = texts.Add(reader.ReadString(), reader.ReadString());
        return texts;
    }

    private static void Write(BinaryWriter writer, ImmutableSortedDictionary<string, string> texts)
    {
        writer.Write(texts.Count);
        foreach (var (name, text) in texts)
        {
            writer.Write(name);
            writer.Write(text);
        }
    }

    private static DateTimeOffset Instant(BinaryReader reader) => new(reader.ReadInt64(), TimeSpan.Zero);

    private const int HashLength = 32;

    private static readonly ImmutableSortedDictionary<string, string> Empty = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    private static string Head(string code, string hash) => $"presskit last run, by {code}\n{hash}";
}
