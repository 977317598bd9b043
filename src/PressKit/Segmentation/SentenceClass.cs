namespace PressKit.Segmentation;

/// <summary>The values of Unicode's property Sentence_Break (UAX #29, table 4). PressKit adds one: a mark that opens a
/// quotation or a bracket, which begins what follows instead of ending what was before.</summary>
internal enum SentenceClass : byte
{
    /// <summary>None of the others.</summary>
    Other,

    /// <summary>A full stop, which ends sentences, abbreviations and decimals.</summary>
    ATerm,

    /// <summary>Closes, or opens: Unicode makes no difference.</summary>
    Close,

    /// <summary>Carriage return.</summary>
    CR,

    /// <summary>Belongs to the character before.</summary>
    Extend,

    /// <summary>Cannot be seen.</summary>
    Format,

    /// <summary>Line feed.</summary>
    LF,

    /// <summary>A small letter.</summary>
    Lower,

    /// <summary>A digit.</summary>
    Numeric,

    /// <summary>A letter of a script without cases.</summary>
    OLetter,

    /// <summary>Continues a sentence: a comma, a dash.</summary>
    SContinue,

    /// <summary>Ends a paragraph.</summary>
    Sep,

    /// <summary>A blank.</summary>
    Sp,

    /// <summary>Ends a sentence and nothing else.</summary>
    STerm,

    /// <summary>A capital letter.</summary>
    Upper,

    /// <summary>Opens a quotation or a bracket (PressKit's own).</summary>
    Open,
}
