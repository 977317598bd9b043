using System.Collections.Immutable;

namespace PressKit.Translation.Exchange;

/// <summary>What a translator who sees only sentences has to know of them: where each unit stands, and how it will look.</summary>
internal static class Surroundings
{
    /// <summary>Where each unit stands, in their order: its kind, and the headings above it.</summary>
    /// <param name="units">The units.</param>
    /// <param name="frontMatter">The front matter that fields stand in, for the names of images and speakers; null where it is not at hand.</param>
    public static ImmutableArray<string> Of(ImmutableArray<Unit> units, FrontMatter? frontMatter = null)
    {
        var path = new List<(int Level, string Text)>();
        var places = ImmutableArray.CreateBuilder<string>(units.Length);
        foreach (var unit in units)
        {
            if (unit.Role == UnitRole.Field)
            {
                places.Add(FieldNames.Of(unit.Id, frontMatter));
                continue;
            }

            if (unit.Level > 0) path.RemoveAll(h => h.Level >= unit.Level);
            places.Add(string.Join(" › ", path.Select(h => h.Text).Append(Kind(unit))));
            if (unit.Level > 0) path.Add((unit.Level, unit.Source.ReadingText));
        }

        return places.DrainToImmutable();
    }

    /// <summary>What the codes of a text stand for, by their ids; null where it has none.</summary>
    public static string? Rendering(InlineContent content) => content.Codes.IsEmpty ? null
        : string.Join(" · ", content.Codes.Select(c => FormattableString.Invariant($"{c.Id}: {Name(c.Kind)} {c.Open}{(c.Spans ? "…" : "")}{c.Close}").TrimEnd()));

    private static string Kind(Unit unit) => unit.Role switch
    {
        UnitRole.Heading => FormattableString.Invariant($"heading {unit.Level}"),
        UnitRole.Paragraph => "paragraph",
        UnitRole.Item => "item of a list",
        UnitRole.Quotation => "quotation",
        UnitRole.Cell => "cell of a table",
        UnitRole.Footnote => "footnote",
        UnitRole.Alt => "text in place of an image",
        UnitRole.Title => "title of a link or image",
        _ => "text",
    };

    private static string Name(CodeKind kind) => kind switch
    {
        CodeKind.Emphasis => "emphasis",
        CodeKind.Strong => "strong emphasis",
        CodeKind.Formatting => "formatting",
        CodeKind.Link => "link",
        CodeKind.Image => "image",
        CodeKind.Code => "code",
        CodeKind.Break => "line break",
        CodeKind.Html => "HTML",
        CodeKind.Footnote => "footnote",
        CodeKind.Name => "name",
        _ => "markup",
    };
}
