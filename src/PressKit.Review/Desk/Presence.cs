using System.Collections.Concurrent;
using System.Collections.Immutable;
using PressKit.Editions.Reviewing;

namespace PressKit.Review.Desk;

/// <summary>Who is where: it informs people of each other, and keeps nobody from anything.</summary>
public sealed class Presence(TimeProvider time)
{
    /// <summary>For how long somebody counts as present after they were heard of.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(60);

    private readonly ConcurrentDictionary<(string Person, EditionName Edition), (SentenceName? At, DateTimeOffset Seen)> _seen = new();

    /// <summary>Somebody is in an edition, at a sentence or nowhere in particular.</summary>
    public void Seen(string person, EditionName edition, SentenceName? at) => _seen[(person, edition)] = (at, time.GetUtcNow());

    /// <summary>Somebody has left an edition.</summary>
    public void Left(string person, EditionName edition) => _seen.TryRemove((person, edition), out _);

    /// <summary>Who is in an edition, by name, and where in it.</summary>
    public ImmutableArray<(string Person, SentenceName? At)> In(EditionName edition)
    {
        var since = time.GetUtcNow() - Lease;
        foreach (var gone in _seen.Where(s => s.Value.Seen <= since)) _seen.TryRemove(gone);
        return [.. _seen.Where(s => s.Key.Edition == edition).Select(s => (s.Key.Person, s.Value.At)).OrderBy(s => s.Person, StringComparer.Ordinal)];
    }
}
