using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Win32.SafeHandles;
using PressKit.Translation;

namespace PressKit.Translators.Requests;

/// <summary>What was sent to a service, answered and charged, so that nothing that was answered is ever paid twice, whenever a
/// run is killed. A file of lines of JSON, only ever appended to and each time flushed to the disk:
/// <code>
/// {"sent":7,"at":"2026-11-20T09:00:00Z","characters":120,"input":0,"output":0,"money":0.0024}   before a request, with what it can cost at most
/// {"text":"0f…","answer":"…"}    {"text":"0f…","refusal":"…"}                                     its answers, by the hash of all that they depend on
/// {"answered":7,"characters":118,"input":0,"output":0,"money":0.00236}                          behind them, with what was charged
/// {"failed":7}                                                                                  it was not charged
/// </code>
/// Answers and charge are one write. A request with neither line behind it counts as charged in full: a run was killed, or a
/// connection broke, before the answer was here. A last line without its end never happened.</summary>
internal sealed class Journal : IDisposable
{
    private static readonly JsonWriterOptions Written = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Lock _lock = new();
    private readonly TimeProvider _time;
    private readonly SafeFileHandle? _file;
    private readonly Dictionary<string, (long Offset, int Length)> _places = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TextAnswer> _kept = new(StringComparer.Ordinal);
    private readonly Dictionary<long, (string Month, Charge Charge)> _open = [];
    private readonly Dictionary<string, Charge> _months = new(StringComparer.Ordinal);
    private long _length;
    private long _last;

    /// <summary>Opens a journal.</summary>
    /// <param name="path">Its file; null for one that ends with the run.</param>
    /// <param name="time">The clock that months are told by.</param>
    /// <exception cref="IOException">Another run has it open.</exception>
    public Journal(string? path, TimeProvider time)
    {
        _time = time;
        if (path is null) return;
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        _file = File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        Load();
    }

    /// <summary>What was charged in this run.</summary>
    public Charge Charged { get; private set; } = Charge.Nothing;

    /// <summary>What may have been charged in this run for requests that were never answered.</summary>
    public Charge Unanswered { get; private set; } = Charge.Nothing;

    /// <inheritdoc/>
    public void Dispose() => _file?.Dispose();

    /// <summary>The answer to a text, by the hash of all that it depends on; null where there is none.</summary>
    public TextAnswer? Find(string key)
    {
        (long Offset, int Length) place;
        lock (_lock)
        {
            if (_kept.TryGetValue(key, out var kept)) return kept;
            if (!_places.TryGetValue(key, out place)) return null;
        }

        var bytes = new byte[place.Length];
        RandomAccess.Read(_file!, bytes, place.Offset);
        using var line = JsonDocument.Parse(bytes);
        return new TextAnswer(TextOf(line.RootElement, "answer"), TextOf(line.RootElement, "refusal"));
    }

    /// <summary>Notes that a request is about to be sent, unless it could pass the month's budget.</summary>
    /// <param name="most">What it can cost at most.</param>
    /// <param name="price">The budget.</param>
    /// <returns>The request's number; null where the budget does not allow it.</returns>
    public long? Begin(Charge most, ServicePrice price)
    {
        lock (_lock)
        {
            var month = Month();
            var spent = Spent(month) + most;
            if (spent.Money > (price.Budget ?? decimal.MaxValue) || spent.Characters > (price.CharacterBudget ?? long.MaxValue)) return null;
            var id = ++_last;
            _open[id] = (month, most);
            Append([Line(json =>
            {
                json.WriteNumber("sent", id);
                json.WriteString("at", _time.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
                Write(json, most);
            })]);
            return id;
        }
    }

    /// <summary>Notes a request's answers and what it was charged, in one write.</summary>
    public void Answer(long id, Charge charge, IReadOnlyList<(string Key, TextAnswer Answer)> answers)
    {
        lock (_lock)
        {
            Append([.. answers.Select(a => Line(json =>
            {
                json.WriteString("text", a.Key);
                if (a.Answer.Text is { } text) json.WriteString("answer", text);
                if (a.Answer.Refusal is { } refusal) json.WriteString("refusal", refusal);
            })), Line(json =>
            {
                json.WriteNumber("answered", id);
                Write(json, charge);
            })]);
            foreach (var (key, answer) in answers) _kept[key] = answer;
            Charged += charge;
            Settle(id, charge);
        }
    }

    /// <summary>Notes that a request failed.</summary>
    /// <param name="id">Its number.</param>
    /// <param name="mayBeCharged">Whether it may have been charged all the same.</param>
    public void Fail(long id, bool mayBeCharged)
    {
        lock (_lock)
        {
            if (mayBeCharged)
            {
                Unanswered += _open[id].Charge;
                return;
            }

            Append([Line(json => json.WriteNumber("failed", id))]);
            _open.Remove(id);
        }
    }

    /// <summary>What was spent in this month, requests without an answer included.</summary>
    public Charge Spent()
    {
        lock (_lock) return Spent(Month());
    }

    private Charge Spent(string month) => _open.Values.Where(o => o.Month == month).Select(o => o.Charge)
        .Aggregate(_months.GetValueOrDefault(month, Charge.Nothing), (a, b) => a + b);

    private string Month() => _time.GetUtcNow().UtcDateTime.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    private void Settle(long id, Charge charge)
    {
        if (!_open.Remove(id, out var open)) return;
        _months[open.Month] = _months.GetValueOrDefault(open.Month, Charge.Nothing) + charge;
    }

    private void Append(IReadOnlyList<byte[]> lines)
    {
        if (_file is null) return;
        var bytes = lines.SelectMany(l => l).ToArray();
        RandomAccess.Write(_file, bytes, _length);
        RandomAccess.FlushToDisk(_file);
        _length += bytes.Length;
    }

    private static byte[] Line(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Written))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }

    private static void Write(Utf8JsonWriter json, Charge charge)
    {
        json.WriteNumber("characters", charge.Characters);
        json.WriteNumber("input", charge.InputTokens);
        json.WriteNumber("output", charge.OutputTokens);
        json.WriteNumber("money", charge.Money);
    }

    private void Load()
    {
        var bytes = new byte[RandomAccess.GetLength(_file!)];
        for (var read = 0; read < bytes.Length;) read += RandomAccess.Read(_file!, bytes.AsSpan(read), read);
        for (var start = 0; start < bytes.Length;)
        {
            var length = Array.IndexOf(bytes, (byte)'\n', start) - start;
            if (length < 0) break;
            Read(bytes.AsMemory(start, length), start);
            start += length + 1;
            _length = start;
        }

        RandomAccess.SetLength(_file!, _length);
    }

    private void Read(ReadOnlyMemory<byte> bytes, long offset)
    {
        try
        {
            using var document = JsonDocument.Parse(bytes);
            var line = document.RootElement;
            if (TextOf(line, "text") is { } key) _places[key] = (offset, bytes.Length);
            else if (line.TryGetProperty("sent", out var sent)) _open[_last = sent.GetInt64()] = (TextOf(line, "at")![..7], ChargeOf(line));
            else if (line.TryGetProperty("answered", out var answered)) Settle(answered.GetInt64(), ChargeOf(line));
            else if (line.TryGetProperty("failed", out var failed)) _open.Remove(failed.GetInt64());
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            // A damaged line tells nothing; its text is asked for again.
        }
    }

    private static Charge ChargeOf(JsonElement line) => new()
    {
        Characters = line.GetProperty("characters").GetInt64(),
        InputTokens = line.GetProperty("input").GetInt64(),
        OutputTokens = line.GetProperty("output").GetInt64(),
        Money = line.GetProperty("money").GetDecimal(),
    };

    private static string? TextOf(JsonElement line, string name) => line.TryGetProperty(name, out var value) ? value.GetString() : null;
}
