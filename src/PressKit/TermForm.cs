using System.Collections.Immutable;

namespace PressKit;

/// <summary>Whether a form of a term is to be used (TBX <c>administrativeStatus</c>).</summary>
public enum TermStatus
{
    /// <summary>The one to use.</summary>
    Preferred,

    /// <summary>One that may be used.</summary>
    Admitted,

    /// <summary>One that must not be used.</summary>
    Forbidden,
}

/// <summary>What kind of word a form is (TBX <c>partOfSpeech</c>).</summary>
public enum PartOfSpeech
{
    /// <summary>A noun.</summary>
    Noun,

    /// <summary>A verb.</summary>
    Verb,

    /// <summary>An adjective.</summary>
    Adjective,

    /// <summary>An adverb.</summary>
    Adverb,

    /// <summary>Anything else.</summary>
    Other,
}

/// <summary>What a thing is called in one language, or one of the things that it is called.</summary>
/// <param name="Text">The words, in the form in which a dictionary has them.</param>
/// <param name="Status">Whether to use it.</param>
public sealed record TermForm(string Text, TermStatus Status = TermStatus.Preferred)
{
    /// <summary>What kind of word it is; null where nobody said.</summary>
    public PartOfSpeech? PartOfSpeech { get; init; }

    /// <summary>Why it is used, or not.</summary>
    public string? Note { get; init; }

    /// <summary>Inflected forms that no rule of the language makes of it.</summary>
    public ImmutableArray<string> Inflections { get; init; } = [];
}
