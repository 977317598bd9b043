using System.Collections.Immutable;

namespace PressKit.Translation;

/// <summary>A document to be drafted in one language.</summary>
/// <param name="Release">The release's id, for messages.</param>
/// <param name="File">The file of the translation, from the newsroom's folder: the place of its problems.</param>
/// <param name="Original">The source file, from the newsroom's folder.</param>
/// <param name="Revision">The hash of the source file.</param>
/// <param name="Source">The language of the source.</param>
/// <param name="Target">The language wanted.</param>
/// <param name="Units">The document's units.</param>
/// <param name="Stored">What is stored of its translation; null where nothing is.</param>
public sealed record DraftRequest(string Release, string File, string Original, string Revision, Language Source,
    Language Target, ImmutableArray<Unit> Units, StoredTranslation? Stored)
{
    /// <summary>The ids of the units to draft, where others are not to be sent anywhere; null for all.</summary>
    public ImmutableHashSet<string>? Only { get; init; }

    /// <summary>What the memory has that is like a sentence, by the sentence, for services that take examples.</summary>
    public ImmutableDictionary<InlineContent, ImmutableArray<TranslationExample>> Examples { get; init; } =
        ImmutableDictionary<InlineContent, ImmutableArray<TranslationExample>>.Empty;

    /// <summary>Repairs what follows from figures, marks and markup; null where nothing is to be repaired.</summary>
    public Repairs.SoftRepair? Repair { get; init; }
}

/// <summary>What drafting brought.</summary>
/// <param name="Translation">The translation to store. It is the stored one itself where nothing changed.</param>
/// <param name="Drafted">How many segments have a target that had none.</param>
/// <param name="Missing">How many segments have no target yet.</param>
/// <param name="Failure">What broke off the work; null where nothing did. What was finished until then is in
/// <paramref name="Translation"/>.</param>
/// <param name="HasNoRoute">Whether something had to be sent, and none of the services translates between the two
/// languages.</param>
public sealed record Draft(
    StoredTranslation Translation, int Drafted, int Missing, DraftFailure? Failure, bool HasNoRoute = false)
{
    /// <summary>How many segments were repaired after their source, without a service.</summary>
    public int Repaired { get; init; }

    /// <summary>Whether there is anything to store.</summary>
    public bool IsNew => Drafted + Repaired > 0;
}

/// <summary>A service or tool that broke off the work.</summary>
/// <param name="Service">Its name.</param>
/// <param name="Release">The release's id.</param>
/// <param name="Language">The language wanted.</param>
/// <param name="Message">What happened.</param>
/// <param name="Remedy">What a person can do about it.</param>
/// <param name="CanRetry">Whether trying again can help.</param>
public sealed record DraftFailure(
    string Service, string Release, Language Language, string Message, string Remedy, bool CanRetry)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Service}: {Release} in {Language}: {Message} {Remedy}";
}

/// <summary>What drafting would send, if no service already fails.</summary>
/// <param name="Segments">How many segments, equal ones once.</param>
/// <param name="Characters">How many characters of text, in Unicode code points; services count markup besides.</param>
public sealed record DraftPlan(int Segments, long Characters);
