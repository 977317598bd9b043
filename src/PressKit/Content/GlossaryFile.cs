using System.Collections.Immutable;

namespace PressKit.Content;

/// <summary>What an import does to one entry of the glossary.</summary>
/// <param name="Term">The entry as it is imported.</param>
/// <param name="IsNew">Whether the glossary has none like it yet.</param>
/// <param name="Removed">The lines of the file that go.</param>
/// <param name="Added">The lines that come.</param>
public sealed record GlossaryChange(Term Term, bool IsNew, ImmutableArray<string> Removed, ImmutableArray<string> Added);

/// <summary>Merges entries into the text of <c>content/glossary.yml</c>: what an import says takes the place of what stood
/// there, key by key and language by language; whatever it does not say, order and comments stay. New entries come at the
/// end. An entry is the same by its id, or by its term and language.</summary>
public sealed class GlossaryFile
{
    private readonly List<string> _lines;
    private readonly YamlMap _root;
    private readonly ImmutableArray<Term> _present;
    private readonly TitlePolicy _titles;
    private readonly List<(int Line, int Count, ImmutableArray<string> New)> _edits = [];

    private GlossaryFile(string yaml, YamlMap root, ImmutableArray<Term> present)
    {
        _lines = [.. yaml.Split('\n')];
        if (_lines.Count > 0 && _lines[^1].Length == 0) _lines.RemoveAt(_lines.Count - 1);
        _root = root;
        _present = present;
        var titles = (root.Entries.FirstOrDefault(e => e.Key == "titles")?.Value as YamlScalar)?.Text;
        _titles = Enum.TryParse<TitlePolicy>(titles, ignoreCase: true, out var policy) ? policy : TitlePolicy.Official;
    }

    /// <summary>The text with the entries merged, and what that changes.</summary>
    /// <param name="yaml">The file's text, with LF line ends; it has no errors.</param>
    /// <param name="present">Its entries, as they were read.</param>
    /// <param name="imported">The entries to merge; an empty id is made of the term.</param>
    public static (string Text, ImmutableArray<GlossaryChange> Changes) Merge(string yaml, ImmutableArray<Term> present, ImmutableArray<Term> imported)
    {
        var root = YamlReader.ReadMap(yaml, GlossaryReader.File, 1, new Problems()) ?? new YamlMap(new Place(GlossaryReader.File, 1, 1), []);
        return new GlossaryFile(yaml, root, present).Merge(imported);
    }

    private (string Text, ImmutableArray<GlossaryChange> Changes) Merge(ImmutableArray<Term> imported)
    {
        var changes = ImmutableArray.CreateBuilder<GlossaryChange>();
        var items = _root.Entries.FirstOrDefault(e => e.Key == "terms")?.Value is YamlList list ? list.Items.OfType<YamlMap>().ToList() : [];
        var added = new List<string>();
        foreach (var term in imported.DistinctBy(t => (t.Id.Length > 0 ? t.Id : t.Text, t.Language)))
        {
            if (Find(term) is >= 0 and var at && at < items.Count)
            {
                var before = _edits.Count;
                MergeEntry(_present[at], term, items[at], EndOf(items, at));
                var edits = _edits[before..];
                if (edits.Count > 0)
                    changes.Add(new GlossaryChange(term, false, [.. edits.SelectMany(e => _lines.GetRange(e.Line, e.Count))], [.. edits.SelectMany(e => e.New)]));
                continue;
            }

            ImmutableArray<string> lines = [.. GlossaryEntry.Keys(term, _titles).SelectMany(k => k.Lines).Select((line, i) => (i == 0 ? "  - " : "    ") + line)];
            added.AddRange(lines);
            changes.Add(new GlossaryChange(term, true, [], lines));
        }

        Append(added, items);
        // From the end, so that no line moves before its turn; of two at one line the earlier stands first.
        foreach (var (line, count, text) in _edits.AsEnumerable().Reverse().OrderByDescending(e => e.Line))
        {
            _lines.RemoveRange(line, count);
            _lines.InsertRange(line, text);
        }

        return (string.Join('\n', _lines) + "\n", changes.ToImmutable());
    }

    private int Find(Term term)
    {
        if (term.Id.Length > 0 && _present.Select(t => t.Id).ToList().IndexOf(term.Id) is >= 0 and var byId) return byId;
        var same = _present.Index().Where(t => t.Item.Text == term.Text && t.Item.Language == term.Language).Select(t => t.Index).ToList();
        // A file of another tool has ids of its own; but two things with the same words are told apart by nothing else.
        return same is [var only] ? only : -1;
    }

    /// <summary>The line behind an entry: that of the next one, of the next key of the file, or the end.</summary>
    private int EndOf(List<YamlMap> items, int at)
    {
        if (at + 1 < items.Count) return items[at + 1].Place.Line - 1;
        var next = _root.Entries.Select(e => e.Place.Line - 1).Where(l => l > items[at].Place.Line - 1).DefaultIfEmpty(_lines.Count).Min();
        return next;
    }

    private void MergeEntry(Term present, Term imported, YamlMap map, int end)
    {
        var merged = imported with
        {
            Id = present.Id,
            Forms = Carry(present.Forms, imported.Forms),
            Translations = present.Translations.SetItems(imported.Translations.Select(t => KeyValuePair.Create(t.Key, Carry(present.Translations.GetValueOrDefault(t.Key, []), t.Value)))),
            Transliterations = present.Transliterations.SetItems(imported.Transliterations),
        };
        var was = GlossaryEntry.Keys(present, _titles).ToDictionary(k => k.Key, k => k.Lines, StringComparer.Ordinal);
        var changed = GlossaryEntry.Keys(merged, _titles).Where(k => k.Key != "id" && !(was.TryGetValue(k.Key, out var lines) && lines.SequenceEqual(k.Lines, StringComparer.Ordinal))).ToList();
        if (changed.Count == 0) return;
        if (IsFlow(map))
        {
            Rewrite(present, merged, map, end);
            return;
        }

        var missing = new List<string>();
        var indent = map.Place.Column - 1;
        foreach (var (key, lines) in changed)
        {
            if (map.Entries.FirstOrDefault(e => e.Key == key) is not { } entry) missing.AddRange(lines.Select(l => Blank(indent) + l));
            else if (key == "translations" && entry.Value is YamlMap languages && !IsFlow(languages)) MergeLanguages(present, merged, languages, Next(map, entry, end));
            else Replace(entry, Next(map, entry, end), lines, indent);
        }

        if (missing.Count > 0) _edits.Add((LastLine(map.Place.Line - 1, end) + 1, 0, [.. missing]));
    }

    private void MergeLanguages(Term present, Term merged, YamlMap languages, int end)
    {
        var indent = languages.Place.Column - 1;
        var missing = new List<string>();
        foreach (var (language, forms) in merged.Translations)
        {
            var lines = GlossaryEntry.Translation(language, forms);
            if (present.Translations.TryGetValue(language, out var was) && GlossaryEntry.Translation(language, was).SequenceEqual(lines, StringComparer.Ordinal)) continue;
            if (languages.Entries.FirstOrDefault(e => Language.TryParse(e.Key, out var known) && known == language) is { } entry) Replace(entry, Next(languages, entry, end), lines, indent);
            else missing.AddRange(lines.Select(l => Blank(indent) + l));
        }

        if (missing.Count > 0) _edits.Add((LastLine(languages.Place.Line - 1, end) + 1, 0, [.. missing]));
    }

    /// <summary>An entry between braces is written anew, a key a line.</summary>
    private void Rewrite(Term present, Term merged, YamlMap map, int end)
    {
        var (first, last) = (map.Place.Line - 1, LastLine(map.Place.Line - 1, end));
        var whole = merged with
        {
            Definition = merged.Definition ?? present.Definition,
            Note = merged.Note ?? present.Note,
            Kind = merged.Kind == TermKind.Term ? present.Kind : merged.Kind,
        };
        var prefix = _lines[first][..(map.Place.Column - 1)];
        var hasId = map.Entries.Any(e => e.Key == "id");
        var keys = GlossaryEntry.Keys(whole, _titles).Where(k => hasId || k.Key != "id").SelectMany(k => k.Lines);
        _edits.Add((first, last - first + 1, [.. keys.Select((line, i) => (i == 0 ? prefix : Blank(prefix.Length)) + line)]));
    }

    /// <summary>Puts new lines in the place of a key and its value. Comments that stand among them stay above, one behind the
    /// value stays behind it.</summary>
    private void Replace(YamlEntry entry, int end, ImmutableArray<string> lines, int indent)
    {
        var (first, last) = (entry.Place.Line - 1, LastLine(entry.Place.Line - 1, end));
        var comments = _lines.GetRange(first, last - first + 1).Where(l => l.TrimStart().StartsWith('#'));
        var prefix = _lines[first][..(entry.Place.Column - 1)];
        var text = lines.Select((line, i) => (i == 0 ? prefix : Blank(indent)) + line).ToList();
        if (entry.Value is YamlScalar scalar && first == last && _lines[first].LastIndexOf(" #", StringComparison.Ordinal) is > 0 and var comment
            && comment >= scalar.Place.Column - 1 + scalar.Text.Length) text[^1] += " " + _lines[first][comment..].TrimStart();
        // The hyphen of an entry stands on its first line, so nothing can come before that.
        _edits.Add((first, last - first + 1, prefix.Contains('-', StringComparison.Ordinal) ? [.. text, .. comments] : [.. comments, .. text]));
    }

    private void Append(List<string> added, List<YamlMap> items)
    {
        if (added.Count == 0) return;
        if (items.Count > 0)
        {
            var end = EndOf(items, items.Count - 1);
            var at = LastLine(items[^1].Place.Line - 1, end) + 1;
            var hyphen = _lines[items[^1].Place.Line - 1].IndexOf('-', StringComparison.Ordinal);
            _edits.Add((at, 0, [.. added.Select(l => hyphen == 2 ? l : Blank(hyphen) + l[2..])]));
        }
        else if (_root.Entries.FirstOrDefault(e => e.Key == "terms") is { } terms)
        {
            _edits.Add((terms.Place.Line - 1, 1, ["terms:", .. added]));
        }
        else
        {
            _edits.Add((_lines.Count, 0, ["terms:", .. added]));
        }
    }

    /// <summary>Forms as they are imported, with what the glossary knows of the same ones and the file does not say.</summary>
    private static ImmutableArray<TermForm> Carry(ImmutableArray<TermForm> present, ImmutableArray<TermForm> imported) =>
    [
        .. imported.Select(form => present.FirstOrDefault(p => p.Text == form.Text) is not { } known ? form : form with
        {
            PartOfSpeech = form.PartOfSpeech ?? known.PartOfSpeech,
            Note = form.Note ?? known.Note,
            Inflections = form.Inflections.IsEmpty ? known.Inflections : form.Inflections,
        }),
    ];

    private static int Next(YamlMap map, YamlEntry entry, int end) =>
        map.Entries.Select(e => e.Place.Line - 1).Where(l => l > entry.Place.Line - 1).DefaultIfEmpty(end).Min();

    /// <summary>The last line before another that says something: comments and empty lines behind belong to what follows.</summary>
    private int LastLine(int first, int end)
    {
        var last = Math.Min(end, _lines.Count) - 1;
        while (last > first && (_lines[last].Trim().Length == 0 || _lines[last].TrimStart().StartsWith('#'))) last--;
        return last;
    }

    private bool IsFlow(YamlMap map) => _lines[map.Place.Line - 1][map.Place.Column - 1] == '{';

    private static string Blank(int count) => new(' ', count);
}
