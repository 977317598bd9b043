using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace PressKit.Translation.Memory;

/// <summary>Counts how much of a text each source of one chunk has. The numbers stand upright, a bit of them in each of eight
/// planes, so that one instruction counts for as many sources as a register has bits; the planes are cleared as they are read.</summary>
internal sealed unsafe class Tally
{
    /// <summary>The most that is counted.</summary>
    public const int Most = (1 << Planes) - 1;

    private const int Planes = 8;

    // Pinned: maps are read where the system maps them, and the planes beside them in the same way.
    private readonly ulong[] _planes = GC.AllocateArray<ulong>(IndexChunk.MapSize * Planes, pinned: true);
    private readonly ulong[] _nothing = GC.AllocateArray<ulong>(IndexChunk.MapSize, pinned: true);
    private readonly ulong[] _sums = GC.AllocateArray<ulong>(Vector<ulong>.Count * Planes, pinned: true);
    private readonly List<nint>[] _maps = [.. Enumerable.Range(0, Features.Weights).Select(_ => new List<nint>())];

    /// <summary>How many numbers of 64 bits are counted at once.</summary>
    private static int Width => Vector<ulong>.Count;

    /// <summary>Adds a feature to the sources that have it.</summary>
    /// <param name="places">Their places in the chunk.</param>
    /// <param name="weight">The binary logarithm of its weight.</param>
    public void Add(ReadOnlySpan<ushort> places, int weight)
    {
        fixed (ulong* planes = _planes)
        {
            foreach (var place in places)
            {
                var at = planes + (place / 64 / Width * Planes + weight) * Width + place / 64 % Width;
                var bit = 1UL << (place % 64);
                // A carry goes on to the next plane; none leaves the last, since no more is added than Most.
                for (; ; at += Width)
                {
                    *at ^= bit;
                    if ((*at & bit) != 0) break;
                }
            }
        }
    }

    /// <summary>Adds a feature to the sources whose bits are set in a map.</summary>
    public void Add(ulong* map, int weight) => _maps[weight].Add((nint)map);

    /// <summary>Gives a shortlist the sources that seem like the text, and begins anew.</summary>
    /// <param name="likeness">How what was counted makes a level.</param>
    /// <param name="first">The place of the chunk's first source.</param>
    /// <param name="from">The first source in the chunk that is looked at; nothing was added before it …</param>
    /// <param name="end">… and the end of them.</param>
    /// <param name="into">Takes them.</param>
    public void MoveTo(ref Likeness likeness, int first, int from, int end, Shortlist into)
    {
        // They are counted by twos.
        fixed (ulong* nothing = _nothing)
        {
            foreach (var maps in _maps)
            {
                if (maps.Count % 2 != 0) maps.Add((nint)nothing);
            }
        }

        for (var word = from / 64 / Width * Width; word * 64 < end; word += Width)
        {
            Count(word);
            var least = likeness.Least(first + Math.Max(from, word * 64), into.Least);
            var reached = Reached(least);
            if (reached == Vector<ulong>.Zero) continue;
            for (var i = 0; i < Width; i++)
            {
                for (var bits = reached[i]; bits != 0; bits &= bits - 1)
                {
                    var bit = BitOperations.TrailingZeroCount(bits);
                    var place = (word + i) * 64 + bit;
                    if (place >= from && place < end) likeness.Offer(first + place, Sum(i, bit), into);
                }
            }
        }

        foreach (var maps in _maps) maps.Clear();
    }

    private int Sum(int word, int bit)
    {
        var sum = 0;
        for (var plane = 0; plane < Planes; plane++) sum |= (int)((_sums[plane * Width + word] >> bit) & 1) << plane;
        return sum;
    }

    /// <summary>The sources of which at least so much was counted.</summary>
    private Vector<ulong> Reached(int least)
    {
        if (least > Most) return Vector<ulong>.Zero;
        var (more, equal) = (Vector<ulong>.Zero, Vector<ulong>.AllBitsSet);
        for (var plane = Planes - 1; plane >= 0; plane--)
        {
            var bits = Vector.LoadUnsafe(ref _sums[plane * Width]);
            if (((least >> plane) & 1) != 0)
            {
                equal &= bits;
                continue;
            }

            more |= equal & bits;
            equal = Vector.AndNot(equal, bits);
        }

        return more | equal;
    }

    /// <summary>Adds up what lists and maps say of some words of the chunk.</summary>
    private void Count(int word)
    {
        var ones = CollectionsMarshal.AsSpan(_maps[0]);
        var twos = CollectionsMarshal.AsSpan(_maps[1]);
        var fours = CollectionsMarshal.AsSpan(_maps[2]);
        var eights = CollectionsMarshal.AsSpan(_maps[3]);
        fixed (ulong* planes = &_planes[word * Planes], sums = _sums)
        {
            var (p0, p1, p2, p3) = (Taken(planes, 0), Taken(planes, 1), Taken(planes, 2), Taken(planes, 3));
            var (p4, p5, p6, p7) = (Taken(planes, 4), Taken(planes, 5), Taken(planes, 6), Taken(planes, 7));
            for (var i = 0; i < ones.Length; i += 2)
                p7 ^= Carry(ref p6, Carry(ref p5, Carry(ref p4, Carry(ref p3, Carry(ref p2, Carry(ref p1, Two(ones, i, word, ref p0)))))));
            for (var i = 0; i < twos.Length; i += 2)
                p7 ^= Carry(ref p6, Carry(ref p5, Carry(ref p4, Carry(ref p3, Carry(ref p2, Two(twos, i, word, ref p1))))));
            for (var i = 0; i < fours.Length; i += 2)
                p7 ^= Carry(ref p6, Carry(ref p5, Carry(ref p4, Carry(ref p3, Two(fours, i, word, ref p2)))));
            for (var i = 0; i < eights.Length; i += 2)
                p7 ^= Carry(ref p6, Carry(ref p5, Carry(ref p4, Two(eights, i, word, ref p3))));
            p0.Store(sums);
            p1.Store(sums + Width);
            p2.Store(sums + Width * 2);
            p3.Store(sums + Width * 3);
            p4.Store(sums + Width * 4);
            p5.Store(sums + Width * 5);
            p6.Store(sums + Width * 6);
            p7.Store(sums + Width * 7);
        }
    }

    /// <summary>A plane as lists left it, which is cleared.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<ulong> Taken(ulong* planes, int number)
    {
        var plane = Vector.Load(planes + Width * number);
        Vector<ulong>.Zero.Store(planes + Width * number);
        return plane;
    }

    /// <summary>Adds two maps to a plane: a full adder. What is carried goes to the next plane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<ulong> Two(ReadOnlySpan<nint> maps, int at, int word, ref Vector<ulong> plane)
    {
        var (one, other) = (Vector.Load((ulong*)maps[at] + word), Vector.Load((ulong*)maps[at + 1] + word));
        var either = one ^ other;
        var carry = (one & other) | (either & plane);
        plane ^= either;
        return carry;
    }

    /// <summary>Adds what is carried to a plane, and says what is carried on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<ulong> Carry(ref Vector<ulong> plane, Vector<ulong> carried)
    {
        var next = plane & carried;
        plane ^= carried;
        return next;
    }
}
