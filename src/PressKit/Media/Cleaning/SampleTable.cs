namespace PressKit.Media.Cleaning;

/// <summary>Where the samples of a track stand (ISO/IEC 14496-12, 8.7).</summary>
internal static class SampleTable
{
    private const int MostSamples = 5_000_000;

    /// <summary>The chunks of a track, each with its offset and its length.</summary>
    /// <param name="sizes">What <c>stsz</c> holds.</param>
    /// <param name="chunks">What <c>stsc</c> holds.</param>
    /// <param name="offsets">What <c>stco</c> or <c>co64</c> holds.</param>
    /// <param name="areWide">Whether the offsets have eight bytes.</param>
    public static List<(long Offset, long Length)> Chunks(byte[] sizes, byte[] chunks, byte[] offsets, bool areWide)
    {
        var size = new Bytes(sizes);
        var runs = new Bytes(chunks);
        var places = new Bytes(offsets);
        var (one, samples, count) = (size.Long(4), size.Long(8), places.Long(4));
        if (samples > MostSamples || count > MostSamples) throw new DamagedMediaException("has a track of too many samples");
        var (found, sample, run, inChunk) = (new List<(long, long)>(), 0L, 0L, 0L);
        for (var chunk = 1L; chunk <= count; chunk++)
        {
            if (run < runs.Long(4) && runs.Long(8 + (run * 12)) == chunk) inChunk = runs.Long(8 + (run++ * 12) + 4);
            var length = 0L;
            for (var i = 0L; i < inChunk && sample < samples; i++, sample++) length += one > 0 ? one : size.Long(12 + (sample * 4));
            var offset = areWide ? places.Wide(8 + ((chunk - 1) * 8)) : places.Long(8 + ((chunk - 1) * 4));
            if (length > 0) found.Add((offset, length));
        }

        return found;
    }
}
