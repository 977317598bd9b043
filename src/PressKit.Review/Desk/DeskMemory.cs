using System.Collections.Concurrent;
using System.Collections.Immutable;
using PressKit.Translation.Memory;

namespace PressKit.Review.Desk;

/// <summary>A memory that many ask: one at a time, and what was answered is kept for a moment, for people look at the same sentences
/// again and again. What is learnt ends that.</summary>
/// <param name="memory">The memory; it is not disposed of.</param>
/// <param name="time">The clock.</param>
internal sealed class DeskMemory(ITranslationMemory memory, TimeProvider time) : ITranslationMemory
{
    private const int MostKept = 50_000;

    // What others approve in a shared memory is offered within this time.
    private static readonly TimeSpan Moment = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();
    private readonly ConcurrentDictionary<string, (DateTimeOffset Until, ImmutableArray<Match> Matches)> _kept = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public ImmutableArray<Match> LookUp(MemoryQuery query)
    {
        var key = Hash.Of(query.From.Tag, query.To.Tag, query.Source.ToString(), Segmentation.Wording.Markup(query.Source), query.Document, query.Unit, query.Kind, query.Previous, query.Next);
        var now = time.GetUtcNow();
        if (_kept.TryGetValue(key, out var known) && known.Until > now) return known.Matches;
        ImmutableArray<Match> matches;
        lock (_lock) matches = memory.LookUp(query);
        if (_kept.Count > MostKept) _kept.Clear();
        _kept[key] = (now + Moment, matches);
        return matches;
    }

    /// <inheritdoc/>
    public void Learn(MemoryDocument document)
    {
        lock (_lock) memory.Learn(document);
        _kept.Clear();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // Whoever opened the memory closes it.
    }
}
