using System.Collections.Immutable;

namespace PressKit.Translation.Checks;

/// <summary>The kinds of <see cref="Quantity"/>.</summary>
internal enum QuantityKind
{
    /// <summary>A number in digits.</summary>
    Number,

    /// <summary>A number in words.</summary>
    Word,

    /// <summary>A date: a day or a year with a month, or a year of an era.</summary>
    Date,

    /// <summary>A month alone.</summary>
    Month,

    /// <summary>A day of the week alone.</summary>
    Weekday,

    /// <summary>A time of day.</summary>
    Time,
}

/// <summary>A number, a date or a time, with what it says whatever the language.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Span">Where it stands.</param>
/// <param name="Value">Of a number its value; of a time the minutes since midnight; else 0.</param>
internal sealed record Quantity(QuantityKind Kind, TextSpan Span, decimal Value = 0)
{
    /// <summary>As it is written, digits in ASCII.</summary>
    public string Raw { get; init; } = "";

    /// <summary>Where its digits stand, without what belongs to them.</summary>
    public TextSpan Digits { get; init; }

    /// <summary>Whether its separators are not those of the language.</summary>
    public bool IsForeign { get; init; }

    /// <summary>Whether it names a version or a part, as <c>XLIFF 2.1</c>: a point divides it in every language.</summary>
    public bool IsVersion { get; init; }

    /// <summary>Whether it is a decade: <c>’80</c>, <c>1980s</c>, <c>80年代</c>.</summary>
    public bool IsDecade { get; init; }

    /// <summary>Whether a word such as <c>million</c> belongs to it.</summary>
    public bool IsScaled { get; init; }

    /// <summary>Whether it counts hundredths.</summary>
    public bool IsPercent { get; init; }

    /// <summary>The currency's code of ISO 4217; null where it is no amount of money.</summary>
    public string? Currency { get; init; }

    /// <summary>The unit's symbol; null where there is none.</summary>
    public string? Unit { get; init; }

    /// <summary>A date's day; 0 where it has none.</summary>
    public int Day { get; init; }

    /// <summary>A date's or month's number; 0 where it has none.</summary>
    public int Month { get; init; }

    /// <summary>A date's year, negative before Christ; 0 where it has none.</summary>
    public int Year { get; init; }

    /// <summary>The day of the week from 0 for Sunday; -1 where it has none.</summary>
    public int Weekday { get; init; } = -1;

    /// <summary>Whether a time says which half of the day it is in, or needs not.</summary>
    public bool IsHalfKnown { get; init; }

    /// <summary>A time's offset from UTC in minutes; null where none is named.</summary>
    public int? Zone { get; init; }
}

/// <summary>All quantities of a text, in order, and its literals.</summary>
internal sealed record QuantityList(ImmutableArray<Quantity> All, ImmutableArray<Literal> Literals)
{
    /// <summary>Those of some kinds.</summary>
    public IEnumerable<Quantity> Of(params QuantityKind[] kinds) => All.Where(q => kinds.Contains(q.Kind));
}
