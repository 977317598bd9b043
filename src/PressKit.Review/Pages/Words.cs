using PressKit.Editions.Reviewing;
using PressKit.Translation;

namespace PressKit.Review.Pages;

/// <summary>The words of the desk's pages, in English, in one place so that they can be translated. Those that scripts show are handed
/// to them with the page.</summary>
internal static class Words
{
    public const string Desk = "Review desk";
    public const string Queue = "Queue";
    public const string Grid = "Releases";
    public const string Keys = "Keys";
    public const string People = "People";
    public const string Find = "Find and replace";

    /// <summary>A state in a word.</summary>
    public static string Of(SegmentTranslation segment) => segment switch
    {
        { Target: null } => "not translated",
        { IsRepaired: true } => "repaired",
        { State: SegmentState.Initial } => "draft",
        { State: SegmentState.Translated } => "translated",
        { State: SegmentState.Reviewed } => "reviewed",
        _ => "final",
    };

    /// <summary>A state as a class of the style sheet.</summary>
    public static string Class(SegmentTranslation segment) => segment.Target is null ? "empty" : Of(segment);

    /// <summary>What an inline code is called.</summary>
    public static string Of(InlineCode code) => code.Kind switch
    {
        CodeKind.Emphasis => "italics",
        CodeKind.Strong => "bold",
        CodeKind.Formatting => "formatting",
        CodeKind.Link => "link",
        CodeKind.Image => "image",
        CodeKind.Code => "code",
        CodeKind.Break => "line break",
        CodeKind.Footnote => "footnote",
        CodeKind.Html => "HTML tag",
        _ => "code",
    };

    /// <summary>What weighs in a sentence.</summary>
    public static string Of(Harm harm) => string.Join(", ", new[] { (Harm.Headline, "headline"), (Harm.Quotation, "quotation"), (Harm.Name, "name"), (Harm.Number, "number") }
        .Where(h => harm.HasFlag(h.Item1)).Select(h => h.Item2));

    /// <summary>What part of the document a unit is.</summary>
    public static string Of(UnitRole role) => role switch
    {
        UnitRole.Field => "Field",
        UnitRole.Heading => "Heading",
        UnitRole.Item => "List item",
        UnitRole.Quotation => "Quotation",
        UnitRole.Cell => "Table cell",
        UnitRole.Footnote => "Footnote",
        UnitRole.Alt => "Image description",
        UnitRole.Title => "Title of a link",
        UnitRole.Paragraph => "Paragraph",
        _ => "Text",
    };

    /// <summary>An event of the history in a clause.</summary>
    public static string Of(Editions.HistoryEvent happened) => happened.Event switch
    {
        Happening.Edited => happened.Before == happened.Target ? "took it over" : "wrote",
        Happening.Reverted => "brought back",
        Happening.Replaced => "replaced",
        Happening.Reviewed => "approved it",
        Happening.Rejected => "rejected it",
        Happening.Split => "split it",
        Happening.Joined => "joined it with the next",
        Happening.Settled => "settled on",
        Happening.HandedOver => "handed over to " + happened.To,
        Happening.Commented => "said",
        Happening.Asked => "asked the author",
        Happening.Answered => "answered",
        Happening.Dismissed => "keeps what a check found",
        Happening.Changed => "the file was changed outside",
        "drafted" => "drafted it",
        "repaired" => "repaired it",
        "imported" => "brought it in",
        "stale" => "the source changed",
        "approved" => "signed the edition off",
        _ => happened.Event,
    };

    /// <summary>Many of something.</summary>
    public static string Count(int number, string one, string many) => FormattableString.Invariant($"{number} {(number == 1 ? one : many)}");
}
