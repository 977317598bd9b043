using System.Collections.Immutable;

namespace PressKit.Translation.Memory;

/// <summary>Earlier segments and their translations. What it knows comes from the newsroom's files and can be learnt from them
/// again at any time.</summary>
public interface ITranslationMemory : IDisposable
{
    /// <summary>The best matches for a segment, the best first; none where nothing is like it.</summary>
    ImmutableArray<Match> LookUp(MemoryQuery query);

    /// <summary>Takes over what a file of the newsroom says now, in place of what it said earlier.</summary>
    void Learn(MemoryDocument document);
}
