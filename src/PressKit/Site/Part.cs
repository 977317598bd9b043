using System.Collections.Immutable;

namespace PressKit.Site;

/// <summary>A page's place in a list that goes over several. Pages are numbered from the oldest, so that what is new changes only
/// the newest, which stands at the list's own address; entries stand newest first.</summary>
/// <param name="Address">Where it stands.</param>
/// <param name="Number">Its number, from 1, the oldest.</param>
/// <param name="Older">The page before it in time; null for the first.</param>
/// <param name="Newer">The page after it in time; null for the newest.</param>
/// <param name="Total">How many entries the whole list has; null for all pages but the newest, which would change with it.</param>
public sealed record Part(Address Address, int Number, Address? Older, Address? Newer, int? Total)
{
    /// <summary>Whether it is the newest.</summary>
    public bool IsNewest => Newer is null;

    /// <summary>Puts a list on pages, the oldest first; an empty one on one.</summary>
    /// <param name="newestFirst">What is listed.</param>
    /// <param name="size">Entries on a page.</param>
    /// <param name="at">The address of a numbered page, or, for null, of the newest.</param>
    internal static IEnumerable<(Part Part, ImmutableArray<T> Entries)> Of<T>(ImmutableArray<T> newestFirst, int size, Func<int?, Address> at)
    {
        var count = Math.Max(1, (newestFirst.Length + size - 1) / size);
        for (var number = 1; number <= count; number++)
        {
            var end = newestFirst.Length - ((number - 1) * size);
            var isNewest = number == count;
            yield return (
                new Part(At(number), number, number == 1 ? null : At(number - 1), isNewest ? null : At(number + 1), isNewest ? newestFirst.Length : null),
                newestFirst[Math.Max(0, end - size)..end]);
        }

        Address At(int number) => at(number == count ? null : number);
    }
}
