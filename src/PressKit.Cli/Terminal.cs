using System.Globalization;
using System.Text.Json;

namespace PressKit.Cli;

/// <summary>Answers to whoever runs the command: results to the output, everything else to the errors.</summary>
/// <param name="output">The output.</param>
/// <param name="errors">The errors.</param>
/// <param name="isWatched">Whether a person watches the errors as they come.</param>
public sealed class Terminal(TextWriter output, TextWriter errors, bool isWatched = false)
{
    private readonly Lock _lock = new();
    private bool _hasProgress;

    /// <summary>Whether a person watches.</summary>
    public bool IsWatched => isWatched;

    /// <summary>A line of the result.</summary>
    public void Say(string line)
    {
        lock (_lock)
        {
            Clear();
            output.WriteLine(line);
        }
    }

    /// <summary>A line about what is going on.</summary>
    public void Note(string line)
    {
        lock (_lock)
        {
            Clear();
            errors.WriteLine(line);
        }
    }

    /// <summary>A line about how far the work is, in place of the last such line; null for none. Only a person who watches gets
    /// it.</summary>
    public void Progress(string? line)
    {
        if (!isWatched) return;
        lock (_lock)
        {
            Clear();
            if (line is null) return;
            errors.Write(line);
            errors.Flush();
            _hasProgress = true;
        }
    }

    private void Clear()
    {
        if (!_hasProgress) return;
        // To the line's start, and away with all behind it.
        errors.Write("\r\u001b[K");
        _hasProgress = false;
    }

    /// <summary>Lists problems, each on a line that editors understand, with its remedy below.</summary>
    public void Report(Problems problems)
    {
        foreach (var problem in problems.All)
        {
            errors.WriteLine(Visible($"{problem.Place}: {Word(problem.Severity)}: {problem.Message} [{problem.Code}]"));
            errors.WriteLine(Visible($"    {problem.Remedy}"));
        }

        var count = problems.All.Count(p => p.Severity == Severity.Error);
        if (count > 0) errors.WriteLine(Counted(count, "error"));
    }

    /// <summary>The text on one line: what a content says of itself must neither steer the terminal nor look like another problem.</summary>
    private static string Visible(string text) => text.Any(IsHidden)
        ? string.Concat(text.Select(c => IsHidden(c) ? FormattableString.Invariant($"\\u{(int)c:X4}") : c.ToString()))
        : text;

    /// <summary>Control characters, those that turn the direction of writing, and the separators of lines.</summary>
    private static bool IsHidden(char c) => char.IsControl(c) || c is '\u2028' or '\u2029' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    /// <summary>Lists problems as JSON: an array of objects with code, severity, message, file, line, column and remedy.</summary>
    public void ReportJson(Problems problems) => SayJson(json =>
    {
        json.WriteStartArray();
        foreach (var problem in problems.All)
        {
            json.WriteStartObject();
            json.WriteString("code", problem.Code);
            json.WriteString("severity", Word(problem.Severity));
            json.WriteString("message", problem.Message);
            json.WriteString("file", problem.Place.File);
            json.WriteNumber("line", problem.Place.Line);
            json.WriteNumber("column", problem.Place.Column);
            json.WriteString("remedy", problem.Remedy);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    /// <summary>Answers in JSON.</summary>
    public void SayJson(Action<Utf8JsonWriter> write) => Say(Json(write));

    /// <summary>An answer in JSON.</summary>
    public static string Json(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Written)) write(json);
        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <summary>How JSON is written: indented, and with every letter as itself.</summary>
    internal static JsonWriterOptions Written { get; } = new()
    {
        Indented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>A number with its noun: <c>1 error</c>, <c>2 errors</c>.</summary>
    public static string Counted(long count, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {noun}{(count == 1 ? "" : "s")}");

    private static string Word(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "information",
    };
}
