using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace PressKit.Content;

/// <summary>Writes front matter as a person would: keys in one order, plain words where YAML takes them for text, quotation
/// marks where it would not, long texts folded. <see cref="FrontMatterReader"/> reads the same back, white space at the
/// ends of texts excepted.</summary>
internal sealed class FrontMatterWriter(Instants instants)
{
    private const int LongestLine = 110;

    /// <summary>The front matter with its two lines of hyphens.</summary>
    /// <param name="frontMatter">What to write.</param>
    /// <param name="comments">By key, what to say in a comment above it, or in its place where the key has no value.</param>
    public string Write(FrontMatter frontMatter, ImmutableDictionary<string, string> comments)
    {
        var yaml = new StringBuilder("---\n");
        foreach (var (key, value) in Entries(frontMatter))
        {
            if (comments.GetValueOrDefault(key) is { } comment) yaml.Append("# ").Append(comment).Append('\n');
            if (value is not null) yaml.Append(key).Append(':').Append(value).Append('\n');
        }

        return yaml.Append("---\n").ToString();
    }

    /// <summary>An instant as the newsroom's clocks show it, and with its offset where that is not enough to know it by.</summary>
    public string Instant(DateTimeOffset instant)
    {
        var pattern = instant.Ticks % TimeSpan.TicksPerMinute == 0 ? "yyyy-MM-dd'T'HH:mm" : "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF";
        var local = instant.ToString(pattern, CultureInfo.InvariantCulture);
        return instants.Instant(local, new Place(""), new Problems()) == instant
            ? local
            : instant.ToString(pattern + "zzz", CultureInfo.InvariantCulture);
    }

    private IEnumerable<(string Key, string? Value)> Entries(FrontMatter frontMatter)
    {
        yield return ("headline", OneLine(frontMatter.Headline));
        yield return ("subhead", OneLine(frontMatter.Subhead));
        yield return ("summary", Text(frontMatter.Summary));
        yield return ("dateline", Dateline(frontMatter.Dateline));
        yield return ("published", frontMatter.Published is { } published ? ' ' + Instant(published) : null);
        yield return ("embargo", frontMatter.Embargo is { } embargo ? ' ' + Instant(embargo) : null);
        yield return ("topics", List(frontMatter.Topics));
        yield return ("contacts", List(frontMatter.Contacts));
        yield return ("boilerplate", OneLine(frontMatter.Boilerplate));
        yield return ("media", Maps(frontMatter.Media.Select(Media)));
        yield return ("quotes", Maps(frontMatter.Quotes.Select(Quote)));
        yield return ("notes", Text(frontMatter.Notes));
        yield return ("related", List(frontMatter.Related));
        yield return ("series", OneLine(frontMatter.Series));
        yield return ("languages", List([.. frontMatter.Languages.Select(l => l.Tag)]));
        yield return ("slug", OneLine(frontMatter.Slug));
        yield return ("state", frontMatter.State == ReleaseState.Draft ? " draft" : null);
        yield return ("extra", frontMatter.Extra.IsEmpty
            ? null
            : string.Concat(frontMatter.Extra.Select(e => $"\n  {YamlScalars.WriteKey(e.Key)}: {YamlScalars.Write(e.Value)}")));
    }

    private static (string Key, string? Value)[] Media(MediaItem item) =>
        [("file", item.File), ("alt", item.Alt), ("caption", item.Caption), ("credit", item.Credit), ("licence", item.Licence)];

    private static (string Key, string? Value)[] Quote(Quote quote) =>
        [("text", quote.Text), ("speaker", quote.Speaker), ("role", quote.Role), ("person", quote.Person)];

    private static string? Dateline(Dateline? dateline)
    {
        if (dateline is null) return null;
        var yaml = new StringBuilder();
        if (dateline.Place is { } place) yaml.Append("\n  place: ").Append(YamlScalars.Write(place));
        if (dateline.Date is { } date) yaml.Append("\n  date: ").Append(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        return yaml.Length == 0 ? null : yaml.ToString();
    }

    private static string? OneLine(string? text) => text is null ? null : ' ' + YamlScalars.Write(text);

    private static string? Text(string? text)
    {
        if (text is null) return null;
        return YamlScalars.Folded(text, LongestLine) is { } folded ? $" >-\n{folded}" : OneLine(text);
    }

    private static string? List(ImmutableArray<string> items) =>
        items.IsEmpty ? null : $" [{string.Join(", ", items.Select(YamlScalars.WriteInList))}]";

    private static string? Maps(IEnumerable<(string Key, string? Value)[]> maps)
    {
        var yaml = new StringBuilder();
        foreach (var map in maps)
        {
            var lead = "\n  - ";
            foreach (var (key, value) in map)
            {
                if (value is null) continue;
                yaml.Append(lead).Append(key).Append(": ").Append(YamlScalars.Write(value));
                lead = "\n    ";
            }
        }

        return yaml.Length == 0 ? null : yaml.ToString();
    }
}
