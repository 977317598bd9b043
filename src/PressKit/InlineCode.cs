namespace PressKit;

/// <summary>What an inline code stands for; each has a type in XLIFF's terms (core, 4.3.1.26).</summary>
public enum CodeKind
{
    /// <summary>Emphasis (XLIFF <c>fmt</c>, <c>xlf:i</c>).</summary>
    Emphasis,

    /// <summary>Strong emphasis (<c>fmt</c>, <c>xlf:b</c>).</summary>
    Strong,

    /// <summary>Any other formatting of a run of text: struck out, inserted, marked (<c>fmt</c>).</summary>
    Formatting,

    /// <summary>A link with its text (<c>link</c>).</summary>
    Link,

    /// <summary>An image; its alternative text is a unit of its own (<c>image</c>).</summary>
    Image,

    /// <summary>A code span, copied as it is (<c>other</c>).</summary>
    Code,

    /// <summary>A hard line break (<c>fmt</c>, <c>xlf:lb</c>).</summary>
    Break,

    /// <summary>An HTML tag, comment or declaration (<c>other</c>).</summary>
    Html,

    /// <summary>A reference to a footnote (<c>link</c>).</summary>
    Footnote,

    /// <summary>A name that stays as it is, put in by PressKit while a service works (never stored).</summary>
    Name,

    /// <summary>Whatever else the Markdown pipeline knows (<c>other</c>).</summary>
    Other,
}

/// <summary>What stands for markup inside a segment (XLIFF <c>pc</c> and <c>ph</c>).</summary>
/// <param name="Id">Its number, from 1, unique in its unit.</param>
/// <param name="Kind">What it stands for.</param>
/// <param name="Open">The markup that it stands for, or that opens it: shown to people, never parsed again.</param>
/// <param name="Close">The markup that closes a pair; null for a code that stands alone.</param>
/// <param name="Equivalent">The text that a code standing alone shows to a reader, such as a code span's; else empty.</param>
public sealed record InlineCode(int Id, CodeKind Kind, string Open, string? Close = null, string Equivalent = "")
{
    /// <summary>Whether it spans text (<c>pc</c>) or stands alone (<c>ph</c>).</summary>
    public bool Spans => Close is not null;

    /// <summary>Whether a translation may do without it: formatting, yes; links, images, code, notes and breaks, no.</summary>
    public bool CanDelete => Kind is CodeKind.Emphasis or CodeKind.Strong or CodeKind.Formatting;

    /// <summary>Whether it may stand elsewhere in a translation; HTML tags keep their order.</summary>
    public bool CanReorder => Kind is not CodeKind.Html;
}
