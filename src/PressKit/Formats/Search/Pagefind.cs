using System.Buffers.Text;
using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PressKit.Formats.Search;

/// <summary>Pagefind's command, <c>pagefind</c>, which makes an index that a browser searches by itself: it loads the few parts of it
/// that a question needs. It is spoken to as its own packages for other languages do (<c>--service</c>): messages in JSON, each in
/// Base64 and ended by a comma, each answered before the next.</summary>
/// <param name="version">What it says of its version.</param>
public sealed class Pagefind(string version)
{
    /// <summary>The file of an index that browsers read first.</summary>
    internal const string Entrance = "pagefind-entry.json";

    private const string Command = "pagefind";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(20);

    /// <summary>Its version: with the same one, the same texts make the same bytes.</summary>
    public string Version { get; } = version;

    /// <summary>Whether a file is the same in all parts of an index and stands above them: the script, and what it runs.</summary>
    internal static bool IsShared(string path) => path == SearchIndexes.Script || path.StartsWith("wasm.", StringComparison.Ordinal);

    /// <summary>The command of this machine; null where there is none.</summary>
    public static Pagefind? Find()
    {
        try
        {
            using var process = Process.Start(Start("--version"))!;
            process.StandardInput.Close();
            var errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
            var output = process.StandardOutput.ReadToEnd().Trim();
            process.WaitForExit();
            errors.GetAwaiter().GetResult();
            return process.ExitCode == 0 && output.Length > 0 ? new Pagefind(output) : null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    /// <summary>Makes an index of releases in a language.</summary>
    /// <returns>Its files by their paths, those that a page of ours never loads left out.</returns>
    /// <exception cref="PagefindException">It answered with an error, broke off, or took longer than twenty minutes.</exception>
    internal static SortedDictionary<string, byte[]> Index(Language language, IEnumerable<SearchRecord> records, CancellationToken cancellation)
    {
        using var process = Begin();
        var errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Patience);
        using var stopping = limit.Token.Register(() => Kill(process));
        try
        {
            var number = 0;
            var index = Ask(process, ++number, new JsonObject { ["type"] = "NewIndex" })["index_id"]!.GetValue<int>();
            foreach (var record in records)
            {
                Ask(process, ++number, new JsonObject
                {
                    ["type"] = "AddRecord", ["index_id"] = index, ["url"] = record.Url, ["content"] = record.Text(), ["language"] = Tag(language),
                    ["meta"] = new JsonObject { ["title"] = record.Title, ["date"] = record.Date, ["when"] = record.When },
                });
            }

            return Files(Ask(process, ++number, new JsonObject { ["type"] = "GetFiles", ["index_id"] = index })["files"]!.AsArray());
        }
        catch (Exception e) when (e is IOException or JsonException or FormatException)
        {
            cancellation.ThrowIfCancellationRequested();
            throw new PagefindException(limit.IsCancellationRequested ? "it took longer than twenty minutes" : e.Message);
        }
        finally
        {
            Kill(process);
            process.WaitForExit();
            errors.GetAwaiter().GetResult();
        }
    }

    private static Process Begin()
    {
        try
        {
            return Process.Start(Start("--service"))!;
        }
        catch (Win32Exception)
        {
            throw new PagefindException("the command is not there any more");
        }
    }

    private static ProcessStartInfo Start(string argument) => new(Command, [argument])
    {
        RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
    };

    private static JsonObject Ask(Process process, int number, JsonObject payload)
    {
        var message = new JsonObject { ["message_id"] = number, ["payload"] = payload }.ToJsonString();
        process.StandardInput.Write(Convert.ToBase64String(Encoding.UTF8.GetBytes(message)) + ",");
        process.StandardInput.Flush();
        var answer = JsonNode.Parse(Answer(process.StandardOutput.BaseStream))!["payload"]!.AsObject();
        return answer["type"]!.GetValue<string>() != "Error" ? answer
            : throw new PagefindException(answer["message"]?.GetValue<string>() ?? "it does not say why");
    }

    /// <summary>The bytes of the answer, up to its comma.</summary>
    private static byte[] Answer(Stream stream)
    {
        using var answer = new MemoryStream();
        var buffer = new byte[1 << 16];
        for (int count; (count = stream.Read(buffer)) > 0;)
        {
            if (buffer[count - 1] != ',')
            {
                answer.Write(buffer, 0, count);
                continue;
            }

            answer.Write(buffer, 0, count - 1);
            var text = answer.GetBuffer().AsSpan(0, (int)answer.Length);
            var decoded = new byte[Base64.GetMaxDecodedFromUtf8Length(text.Length)];
            return Base64.DecodeFromUtf8(text, decoded, out _, out var length) == System.Buffers.OperationStatus.Done
                ? decoded[..length] : throw new FormatException("its answer cannot be read");
        }

        throw new IOException("it broke off");
    }

    private static SortedDictionary<string, byte[]> Files(JsonArray files)
    {
        var result = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            var path = file!["path"]!.GetValue<string>();
            if (path.Contains("ui.", StringComparison.Ordinal) || path.StartsWith("pagefind-highlight", StringComparison.Ordinal)) continue;
            result.Add(path, Convert.FromBase64String(file["content"]!.GetValue<string>()));
        }

        Share(result);
        return result;
    }

    /// <summary>Has the entrance say that the WebAssembly stands in the folder above: the script puts its name between "wasm." and
    /// ".pagefind", and a browser takes the dots out of an address. Without that, each part would load the same 70 KB again.</summary>
    private static void Share(SortedDictionary<string, byte[]> files)
    {
        var entrance = JsonNode.Parse(files[Entrance])!.AsObject();
        var used = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (_, language) in entrance["languages"]!.AsObject())
        {
            var name = language!["wasm"]?.GetValue<string>() ?? "unknown";
            used.Add($"wasm.{name}.pagefind");
            language["wasm"] = $"/../../wasm.{name}";
        }

        foreach (var path in files.Keys.Where(path => path.StartsWith("wasm.", StringComparison.Ordinal) && !used.Contains(path)).ToList()) files.Remove(path);
        files[Entrance] = Encoding.UTF8.GetBytes(entrance.ToJsonString());
    }

    /// <summary>The language as Pagefind's script compares it with the page's.</summary>
    private static string Tag(Language language) => language.Tag.ToLowerInvariant();

    private static void Kill(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It ended by itself in the meantime.
        }
    }
}
