using PressKit.Editions.Reviewing;

namespace PressKit.Review.Api;

/// <summary>A translation, with the numbered placeholders of its source.</summary>
public sealed record TextWish(string Text);

/// <summary>Why.</summary>
public sealed record ReasonWish(string Reason);

/// <summary>The beginnings of a sentence and of its translation, up to where it is to be cut.</summary>
public sealed record SplitWish(string Source, string? Target = null);

/// <summary>The event of the history whose text is to come back.</summary>
public sealed record RevertWish(string Event);

/// <summary>What somebody says: a <c>comment</c>, a <c>question</c>, an <c>answer</c> to the event that <c>of</c> names, or a <c>rejection</c> of the
/// whole edition.</summary>
public sealed record RemarkWish(string Kind, string Text, string? Of = null);

/// <summary>Who takes over, and what they should know.</summary>
public sealed record HandOverWish(string To, string? Note = null);

/// <summary>What is approved: the sentences of a unit, each in the version that was read.</summary>
public sealed record ApprovalWish(IReadOnlyList<VersionedWish> Sentences);

/// <summary>A sentence in the version that was read.</summary>
public sealed record VersionedWish(string Unit, int Segment, string Version);

/// <summary>What whoever signs an edition off says of it.</summary>
public sealed record SignOffWish(string? Note = null);

/// <summary>Replacements as they were shown.</summary>
public sealed record ReplaceWish(IReadOnlyList<Replacement> Replacements);

/// <summary>The finding that is kept, and why.</summary>
public sealed record DismissalWish(string Fingerprint, string Reason);
