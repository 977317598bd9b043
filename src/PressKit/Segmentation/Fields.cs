using System.Collections.Immutable;

namespace PressKit.Segmentation;

/// <summary>The fields of front matter that can be translated. A field's id is its path in the front matter; in a list, what
/// is told apart by a file or by its own text, so that an item keeps its id when the list is reordered; the same one a second
/// time is counted.</summary>
public static class Fields
{
    /// <summary>The fields that are given, with their ids.</summary>
    public static ImmutableArray<(string Id, string Text)> Of(FrontMatter frontMatter)
    {
        var fields = ImmutableArray.CreateBuilder<(string, string)>();
        Map(frontMatter, (id, text) =>
        {
            fields.Add((id, text));
            return text;
        });
        return fields.DrainToImmutable();
    }

    /// <summary>The front matter with each field's text replaced by what <paramref name="text"/> gives for its id.</summary>
    public static FrontMatter Map(FrontMatter frontMatter, Func<string, string, string> text)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        return frontMatter with
        {
            Headline = text("headline", frontMatter.Headline),
            Subhead = Optional("subhead", frontMatter.Subhead),
            Summary = Optional("summary", frontMatter.Summary),
            Dateline = frontMatter.Dateline is { } dateline ? dateline with { Place = Optional("dateline.place", dateline.Place) } : null,
            Media = [.. frontMatter.Media.Select(m => (Item: m, Id: Id("media", m.File))).Select(m => m.Item with
            {
                Alt = Optional($"{m.Id}.alt", m.Item.Alt),
                Caption = Optional($"{m.Id}.caption", m.Item.Caption),
            })],
            Quotes = [.. frontMatter.Quotes.Select(q => (Item: q, Id: Id("quotes", q.Text))).Select(q => q.Item with
            {
                Text = text($"{q.Id}.text", q.Item.Text),
                Speaker = Optional($"{q.Id}.speaker", q.Item.Speaker),
                Role = Optional($"{q.Id}.role", q.Item.Role),
            })],
            Notes = Optional("notes", frontMatter.Notes),
        };

        string? Optional(string id, string? value) => string.IsNullOrWhiteSpace(value) ? value : text(id, value);

        string Id(string list, string item) => IdIn(list, item, seen);
    }

    /// <summary>The id of an item of a list.</summary>
    /// <param name="list">The list.</param>
    /// <param name="item">What tells the item apart.</param>
    /// <param name="seen">Counts those that are the same.</param>
    internal static string IdIn(string list, string item, Dictionary<string, int> seen)
    {
        var id = $"{list}.{Hash.Of(item)[..8]}";
        var count = seen[id] = seen.GetValueOrDefault(id) + 1;
        return count == 1 ? id : FormattableString.Invariant($"{id}-{count}");
    }
}
