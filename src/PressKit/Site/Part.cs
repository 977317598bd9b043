using System.Collections.Immutable;

namespace PressKit.Site;

/// <summary>A page's place in a list that goes over several. Pages are numbered from the oldest, so that what is new changes only
/// the newest, which stands at the list's own address and never has only a few; entries stand newest first.</summary>
/// <param name="Address">Where it stands.</param>
/// <param name="Number">Its number, from 1, the oldest.</param>
/// <param name="Older">The page before it in time; null for the first.</param>
/// <param name="Newer">The page after it in time; null for the newest.</param>
/// <param name="Total">How many entries the whole list has; null for all pages but the newest, which would change with it.</param>
public sealed record Part(Address Address, int Number, Address? Older, Address? Newer, int? Total)
{
    /// <summary>Whether it is the newest.</summary>
    public bool IsNewest => Newer is null;

    /// <summary>Entries on the newest page of a language's lists, at least, where it is not the only one. Languages begin new pages at
    /// different times, so that a release that is new in all of them does not fill pages in all of them.</summary>
    internal static int Least(Newsroom newsroom, Language language) => 10 + (newsroom.Languages.IndexOf(language) % 10);

    /// <summary>Puts a list on pages, the oldest first; an empty one on one.</summary>
    /// <param name="newestFirst">What is listed.</param>
    /// <param name="size">Entries on a page; on the newest, fewer or more.</param>
    /// <param name="least">Entries on the newest page, at least, where it is not the only one.</param>
    /// <param name="at">The address of a numbered page, or, for null, of the newest.</param>
    internal static IEnumerable<(Part Part, ImmutableArray<T> Entries)> Of<T>(ImmutableArray<T> newestFirst, int size, int least, Func<int?, Address> at)
    {
        var count = Math.Max(0, (newestFirst.Length - least) / size) + 1;
        for (var number = 1; number <= count; number++)
        {
            var end = newestFirst.Length - ((number - 1) * size);
            var isNewest = number == count;
            yield return (
                new Part(At(number), number, number == 1 ? null : At(number - 1), isNewest ? null : At(number + 1), isNewest ? newestFirst.Length : null),
                newestFirst[(isNewest ? 0 : end - size)..end]);
        }

        Address At(int number) => at(number == count ? null : number);
    }
}
