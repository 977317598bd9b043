using System.Collections.Immutable;
using System.Text;

namespace PressKit.Translation.Glossary.Exchange;

/// <summary>A glossary as CSV (RFC 4180, UTF-8): a line for each form of a term. A cell that a spreadsheet would take for a
/// formula has an apostrophe in front, which is taken off again when it is read.</summary>
public static class TermCsv
{
    /// <summary>The largest file that is read, in bytes.</summary>
    public const int MaxBytes = 64 * 1024 * 1024;

    private static readonly string[] Columns =
        ["id", "language", "term", "status", "partOfSpeech", "note", "inflections", "kind", "translate", "case", "titles", "definition", "entryNote"];

    /// <summary>The file's bytes, with a byte order mark, by which spreadsheets know UTF-8.</summary>
    public static byte[] Write(IEnumerable<Term> terms)
    {
        var text = new StringBuilder("\ufeff").AppendJoin(',', Columns).Append("\r\n");
        foreach (var term in terms)
        {
            var isFirst = true;
            foreach (var (tag, form) in TermWords.FormsOf(term))
            {
                string?[] cells =
                [
                    term.Id, tag, form.Text, TermWords.LowerCase(form.Status), form.PartOfSpeech is { } part ? TermWords.LowerCase(part) : null, form.Note,
                    string.Join(" | ", form.Inflections), .. isFirst ? Own(term) : [null, null, null, null, null, null],
                ];
                text.AppendJoin(',', cells.Select(Cell)).Append("\r\n");
                isFirst = false;
            }
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>The entries of a file; null, and a problem, where it cannot be read. A file with a column for each language,
    /// named by its tag, is read too.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="file">What it is called in problems.</param>
    /// <param name="own">The newsroom's languages.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public static ImmutableArray<Term>? Read(ReadOnlyMemory<byte> bytes, string file, ImmutableArray<Language> own, Problems problems)
    {
        if (bytes.Length > MaxBytes)
        {
            problems.Error("glossary.too-large", new Place(file), $"The file has {bytes.Length} bytes, and more than {MaxBytes} are not read.", "Split it into several files.");
            return null;
        }

        if (Text(bytes.Span, file, problems) is not { } text) return null;
        var rows = Rows(text).ToList();
        if (rows.Count == 0) return [];
        var header = rows[0].Cells.ConvertAll(c => c.Trim());
        var lines = rows.Skip(1).Where(r => r.Cells.Exists(c => c.Length > 0)).ToList();
        if (header.Contains("term")) return Entries(header, lines, file, problems);
        if (header.Exists(h => Language.TryParse(h, out _) && h != "id")) return ByLanguage(header, lines, own);
        problems.Error("glossary.no-columns", new Place(file, 1, 1), "The first line names neither a column 'term' nor a language.",
            $"Name the columns: {string.Join(", ", Columns)}; or id, note and a language each, such as it and en.");
        return null;
    }

    private static IEnumerable<string?> Own(Term term) =>
    [
        TermWords.LowerCase(term.Kind), term.Translate ? "true" : "false", TermWords.CaseOf(term), term.Kind == TermKind.Title ? TermWords.LowerCase(term.Titles) : null,
        term.Definition, term.Note,
    ];

    private static ImmutableArray<Term> Entries(List<string> header, List<(int Line, List<string> Cells)> lines, string file, Problems problems)
    {
        var terms = ImmutableArray.CreateBuilder<Term>();
        foreach (var entry in lines.GroupBy(l => Value(l, "id") is { Length: > 0 } id ? id : FormattableString.Invariant($"\n{l.Line}"), StringComparer.Ordinal))
        {
            var first = entry.First();
            var forms = new List<(string Tag, TermForm Form)>();
            foreach (var line in entry)
            {
                var tag = Value(line, "language") is { Length: > 0 } said && said != TermWords.AllLanguages ? Language.TryParse(said, out var known) ? known.Tag : null : TermWords.AllLanguages;
                if (tag is null || Value(line, "term").Length == 0)
                {
                    problems.Warn("glossary.no-term", new Place(file, line.Line, 1), "The line has no term, or no language that can be read, and is left out.", "Write both.");
                    continue;
                }

                var status = TermWords.StatusOf(Value(line, "status")) ?? (forms.Exists(f => f.Tag == tag && f.Form.Status == TermStatus.Preferred) ? TermStatus.Admitted : TermStatus.Preferred);
                forms.Add((tag, new TermForm(Value(line, "term"), status)
                {
                    PartOfSpeech = TermWords.PartOf(Value(line, "partOfSpeech")),
                    Note = Known(Value(line, "note")),
                    Inflections = [.. Value(line, "inflections").Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)],
                }));
            }

            if (forms.Count == 0) continue;
            var properties = new[] { "kind", "translate", "case", "titles" }.Where(k => Value(first, k).Length > 0).ToDictionary(k => k, k => Value(first, k), StringComparer.Ordinal);
            if (forms[0].Tag == TermWords.AllLanguages) properties.TryAdd("translate", "false");
            var own = forms[0].Tag == TermWords.AllLanguages ? null : Language.Parse(forms[0].Tag);
            if (TermWords.Entry(entry.Key[0] == '\n' ? "" : entry.Key, own, forms, properties) is { } term)
                terms.Add(term with { Definition = Known(Value(first, "definition")), Note = Known(Value(first, "entryNote")) });
        }

        return terms.ToImmutable();

        string Value((int Line, List<string> Cells) line, string column) =>
            header.IndexOf(column) is >= 0 and var at && at < line.Cells.Count ? line.Cells[at].Trim() : "";
    }

    private static ImmutableArray<Term> ByLanguage(List<string> header, List<(int Line, List<string> Cells)> lines, ImmutableArray<Language> own)
    {
        var terms = ImmutableArray.CreateBuilder<Term>();
        foreach (var (_, cells) in lines)
        {
            var forms = header.Index().Where(h => h.Item != "id" && Language.TryParse(h.Item, out _) && h.Index < cells.Count && cells[h.Index].Trim().Length > 0)
                .Select(h => (Language.Parse(h.Item).Tag, new TermForm(cells[h.Index].Trim()))).ToList();
            if (forms.Count == 0) continue;
            var tag = own.Select(l => l.Tag).FirstOrDefault(t => forms.Exists(f => f.Tag == t)) ?? forms[0].Tag;
            if (TermWords.Entry(Cell("id") ?? "", Language.Parse(tag), forms, new Dictionary<string, string>(StringComparer.Ordinal)) is { } term)
                terms.Add(term with { Note = Cell("note"), Definition = Cell("definition") });

            string? Cell(string column) => header.IndexOf(column) is >= 0 and var at && at < cells.Count ? Known(cells[at].Trim()) : null;
        }

        return terms.ToImmutable();
    }

    private static string? Known(string text) => text.Length == 0 ? null : text;

    private static string Cell(string? value)
    {
        var text = IsFormula(value ?? "") ? "'" + value : value ?? "";
        return text.AsSpan().IndexOfAny(",\"\r\n") < 0 && text.Trim().Length == text.Length ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    /// <summary>Whether a spreadsheet would compute it, or it has the apostrophe of one that would be computed.</summary>
    private static bool IsFormula(string text)
    {
        var bare = text.AsSpan().TrimStart('\'');
        return bare.Length > 0 && bare[0] is '=' or '+' or '-' or '@' or '\t' or '\r';
    }

    private static string? Text(ReadOnlySpan<byte> bytes, string file, Problems problems)
    {
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes).TrimStart('\ufeff');
        }
        catch (DecoderFallbackException)
        {
            problems.Error("content.invalid-utf8", new Place(file), "The file is not UTF-8.", "Save it as CSV in UTF-8.");
            return null;
        }
    }

    private static IEnumerable<(int Line, List<string> Cells)> Rows(string text)
    {
        var (cells, cell, line, start) = (new List<string>(), new StringBuilder(), 1, 1);
        // Spreadsheets of many countries separate by semicolons.
        var head = text.Split('\n')[0];
        var separator = !head.Contains(',', StringComparison.Ordinal) && head.Contains(';', StringComparison.Ordinal) ? ';' : head.Contains('\t', StringComparison.Ordinal) ? '\t' : ',';
        for (var at = 0; at < text.Length; at++)
        {
            var c = text[at];
            if (c == '\n') line++;
            if (c == '"' && cell.Length == 0)
            {
                for (at++; at < text.Length && (text[at] != '"' || (at + 1 < text.Length && text[at + 1] == '"')); at++)
                {
                    if (text[at] == '"') at++;
                    if (text[at] == '\n') line++;
                    cell.Append(text[at]);
                }
            }
            else if (c == separator)
            {
                End();
            }
            else if (c == '\n')
            {
                End();
                yield return (start, cells);
                (cells, start) = ([], line);
            }
            else if (c != '\r')
            {
                cell.Append(c);
            }
        }

        if (cell.Length > 0 || cells.Count > 0)
        {
            End();
            yield return (start, cells);
        }

        void End()
        {
            var value = cell.ToString();
            cells.Add(value.StartsWith('\'') && IsFormula(value[1..]) ? value[1..] : value);
            cell.Clear();
        }
    }
}
