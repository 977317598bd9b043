namespace PressKit.Translation.Glossary;

/// <summary>How a translation departs from the glossary.</summary>
public enum TermFault
{
    /// <summary>The source has a term, and the translation has none of the forms that it may have.</summary>
    Missing,

    /// <summary>The translation has a form that must not be used.</summary>
    Forbidden,

    /// <summary>The source has a name that stays as it is, and it does not stand in the translation.</summary>
    NameChanged,
}

/// <summary>A place where a translation does not follow the glossary.</summary>
/// <param name="Fault">What is wrong.</param>
/// <param name="Term">The term.</param>
/// <param name="Source">Where it stands in the source; null for a forbidden form of a term that the source does not have.</param>
/// <param name="Target">Where a forbidden form stands in the translation; null for what is not there.</param>
/// <param name="Wanted">What should stand there; null where the glossary only says what should not.</param>
public sealed record TermFinding(TermFault Fault, Term Term, TermMatch? Source, TermMatch? Target, string? Wanted);
