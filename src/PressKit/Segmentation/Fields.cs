using System.Collections.Immutable;

namespace PressKit.Segmentation;

/// <summary>The fields of front matter that can be translated. A field's id is its path in the front matter; in a list, what
/// is told apart by a file or by its own text, so that an item keeps its id when the list is reordered.</summary>
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
        return frontMatter with
        {
            Headline = text("headline", frontMatter.Headline),
            Subhead = Optional("subhead", frontMatter.Subhead),
            Summary = Optional("summary", frontMatter.Summary),
            Dateline = frontMatter.Dateline is { } dateline ? dateline with { Place = Optional("dateline.place", dateline.Place) } : null,
            Media = [.. frontMatter.Media.Select(m => m with
            {
                Alt = Optional($"media.{Name(m.File)}.alt", m.Alt),
                Caption = Optional($"media.{Name(m.File)}.caption", m.Caption),
            })],
            Quotes = [.. frontMatter.Quotes.Select(q => new Quote(
                text($"quotes.{Name(q.Text)}.text", q.Text), Optional($"quotes.{Name(q.Text)}.speaker", q.Speaker),
                Optional($"quotes.{Name(q.Text)}.role", q.Role)))],
            Notes = Optional("notes", frontMatter.Notes),
        };

        string? Optional(string id, string? value) => string.IsNullOrWhiteSpace(value) ? value : text(id, value);
    }

    private static string Name(string item) => Hash.Of(item)[..8];
}
