using System.Collections.Immutable;

namespace PressKit.Translation;

/// <summary>The state of a segment's translation, in XLIFF's own terms (core, 4.3.1.29).</summary>
public enum SegmentState
{
    /// <summary>Not translated, or drafted by a machine (subState <c>pk:mt</c>).</summary>
    Initial,

    /// <summary>Translated by a person, or edited from a draft.</summary>
    Translated,

    /// <summary>Revised by a second person.</summary>
    Reviewed,

    /// <summary>Signed off.</summary>
    Final,
}

/// <summary>What made a translation.</summary>
public enum Origin
{
    /// <summary>A machine-translation service.</summary>
    Machine,

    /// <summary>The translation memory.</summary>
    Memory,

    /// <summary>Whoever is named as the maker.</summary>
    Author,
}

/// <summary>Who or what made a translated segment, how, and when. It names the true maker, always.</summary>
/// <param name="Origin">What kind of maker.</param>
/// <param name="Maker">The service with its version, or a name.</param>
/// <param name="Method">How, where that matters: the chain of language pairs, the way of working.</param>
/// <param name="At">When.</param>
public sealed record Provenance(Origin Origin, string Maker, string? Method, DateTimeOffset At)
{
    /// <summary>The hash of the glossary that the service was given; null for none.</summary>
    public string? Glossary { get; init; }

    /// <summary>Who revised it last; null where nobody did.</summary>
    public Revisal? Revised { get; init; }

    /// <summary>When PressKit repaired it after its source, last; null where it never did.</summary>
    public DateTimeOffset? Repaired { get; init; }
}

/// <summary>A person compared a translation with its source, and answers for it.</summary>
public sealed record Revisal(string By, DateTimeOffset At);

/// <summary>A segment with what is stored of its translation.</summary>
/// <param name="Segment">The source's sentence.</param>
/// <param name="Target">The translation, with codes of the source only; null where there is none yet.</param>
/// <param name="State">Its state.</param>
/// <param name="Provenance">Its maker; null where there is no target, or where another tool did not say.</param>
/// <param name="Previous">What it was translated as before its source changed; else null.</param>
public sealed record SegmentTranslation(
    Segment Segment, InlineContent? Target, SegmentState State, Provenance? Provenance, PreviousTranslation? Previous = null)
{
    /// <summary>Whether PressKit repaired it after a change of figures, marks or markup in its source, and nobody has looked at
    /// it since (subState <c>pk:repaired</c>). <see cref="Previous"/> is what it was.</summary>
    public bool IsRepaired { get; init; }

    /// <summary>What others made of it meanwhile, until somebody settles which holds; never published.</summary>
    public ImmutableArray<ConflictingTranslation> Conflicts { get; init; } = [];

    /// <summary>Whether it is a machine's, with no person's hand in it.</summary>
    public bool IsMachineDraft => Target is not null && State == SegmentState.Initial;

    /// <summary>Whether a person made the translation, or looked at it: what must not be lost.</summary>
    public bool IsPersons => Target is not null && (State != SegmentState.Initial || Provenance?.Origin == Origin.Author);
}

/// <summary>An earlier source and translation of a sentence that was changed since: a suggestion, never published.</summary>
public sealed record PreviousTranslation(InlineContent Source, InlineContent Target)
{
    /// <summary>How like the sentence the memory's is that was put in its place, in percent, where it is not the sentence's own
    /// earlier one; else null.</summary>
    public int? Similarity { get; init; }
}

/// <summary>A translation that came back from outside after the one in force had been changed as well. The one in force stays
/// until somebody settles it.</summary>
/// <param name="Source">What it translates: the segment's source, or that of several from this one on.</param>
/// <param name="Target">What it says, with codes of its own source.</param>
/// <param name="State">The state that came with it.</param>
/// <param name="Provenance">Its maker; null where nobody said.</param>
public sealed record ConflictingTranslation(InlineContent Source, InlineContent Target, SegmentState State, Provenance? Provenance);

/// <summary>A unit with what is stored of its translation.</summary>
/// <param name="Id">The unit's id.</param>
/// <param name="Role">The unit's role.</param>
/// <param name="Segments">Its segments, as they were cut when the file was written.</param>
public sealed record TranslatedUnit(string Id, UnitRole Role, ImmutableArray<SegmentTranslation> Segments)
{
    /// <summary>What the author tells whoever translates it; null where there is nothing to tell.</summary>
    public string? Note { get; init; }

    /// <summary>The unit as it was when it was translated.</summary>
    public Unit Unit => new(Id, Role, [.. Segments.Select(s => s.Segment)]) { Note = Note };

    /// <summary>Whether every segment has a target.</summary>
    public bool IsComplete => Segments.All(s => s.Target is not null);
}

/// <summary>All that is stored of a document's translation into one language: what an XLIFF file of the newsroom holds.</summary>
/// <param name="Original">The source file, from the newsroom's folder (XLIFF <c>original</c>).</param>
/// <param name="Revision">The hash of the source file that it was made from (XLIFF <c>skeleton href</c>).</param>
/// <param name="SourceLanguage">The language of the source.</param>
/// <param name="TargetLanguage">The language of the translation.</param>
/// <param name="Units">The units, in the order of the document.</param>
public sealed record StoredTranslation(
    string Original, string Revision, Language SourceLanguage, Language TargetLanguage, ImmutableArray<TranslatedUnit> Units)
{
    /// <summary>Translations by persons of sentences that the source no longer has. They come back with the sentence.</summary>
    public ImmutableArray<TranslatedUnit> Gone { get; init; } = [];
}
