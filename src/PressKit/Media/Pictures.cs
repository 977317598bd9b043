using System.Collections.Immutable;
using PressKit.Media.Cleaning;
using PressKit.Site;

namespace PressKit.Media;

/// <summary>The sizes and formats in which a site has its images: those that newsroom.yml's tool makes, or none. Which ones there are
/// follows from what is known of an image, before any of them is made.</summary>
public sealed class Pictures
{
    private readonly Vips? _tool;
    private readonly DerivativeStore? _store;

    private Pictures(Vips? tool, string folder) => (_tool, _store) = (tool, tool is null ? null : new DerivativeStore(folder));

    /// <summary>Images as they are.</summary>
    public static Pictures AsTheyAre { get; } = new(null, "");

    /// <summary>What decides, beside an image itself, which others there are of it; null where there are none.</summary>
    public string? Tool => _tool?.Version;

    /// <summary>The pictures of a newsroom; a problem where it has chosen a tool that is not there.</summary>
    public static Pictures Of(Newsroom newsroom, Problems problems)
    {
        if (newsroom.Images == ImageTool.AsIs) return AsTheyAre;
        if (Vips.Find() is { } vips) return new Pictures(vips, newsroom.Folder);
        problems.Error("tool.missing", newsroom.Places["images"], "'images: vips' asks for libvips' command 'vips', and it is not installed.",
            "Install it: sudo apt-get install --yes libvips-tools. Or publish images as they are: 'images: as-is'.");
        return AsTheyAre;
    }

    /// <summary>What browsers choose from in the place of an image; the last is for those that know no newer format. Empty where the
    /// image itself is shown.</summary>
    public ImmutableArray<Derivation> Shown(MediaFile file) => _tool is null ? [] : Derivation.Shown(file, _tool.Version);

    /// <summary>The image cut for where links are shared; null where it is shared as it is, if at all.</summary>
    public Derivation? Card(MediaFile file) => _tool is null ? null : Derivation.Card(file, _tool.Version);

    /// <summary>All that is made of a page's file.</summary>
    public IEnumerable<Derivation> Of(MediaPage page) =>
        page.IsCard && Card(page.File) is { } card ? Shown(page.File).Append(card) : Shown(page.File);

    /// <summary>Makes what is not there yet, several at a time. What cannot be made is a problem.</summary>
    public void Make(IEnumerable<MediaPage> pages, Problems problems, CancellationToken cancellation)
    {
        if (_store is null) return;
        var missing = pages.Select(page => (page.File, Wanted: Of(page).Where(d => !_store.Has(d)).ToList())).Where(m => m.Wanted.Count > 0).ToList();
        if (missing.Count == 0) return;
        Parallel.ForEach(missing, new ParallelOptions { CancellationToken = cancellation, MaxDegreeOfParallelism = Environment.ProcessorCount }, work =>
        {
            foreach (var why in Make(work.File, work.Wanted, cancellation).Take(1))
            {
                problems.Error("media.not-made", new Place(work.File.File), $"libvips cannot make an image of the file: {why}.",
                    "Open it in an image editor and export it again; or publish images as they are: 'images: as-is'.");
            }
        });
        _store.Clean();
    }

    /// <summary>Writes one of the images; one that was damaged in the store is made again.</summary>
    public void Write(Derivation derivation, Stream to)
    {
        if (_store is null) throw new InvalidOperationException("Images as they are have no others.");
        if (_store.Read(derivation) is not { } bytes)
        {
            if (Make(derivation.Source, [derivation], CancellationToken.None).FirstOrDefault() is { } why)
                throw new IOException($"libvips cannot make an image of {derivation.Source.File}: {why}.");
            _store.Clean();
            bytes = _store.Read(derivation) ?? throw new IOException($"What libvips made of {derivation.Source.File} cannot be read.");
        }

        to.Write(bytes);
    }

    private IEnumerable<string> Make(MediaFile file, List<Derivation> wanted, CancellationToken cancellation)
    {
        var input = Path.Combine(_store!.Temporaries(), $"{wanted[0].Key}.in{Path.GetExtension(file.Path)}");
        try
        {
            var source = MediaCleaner.ForDerivation(file.FullPath);
            var isForPrint = JpegFile.HasFourColours(source);
            File.WriteAllBytes(input, source);
            foreach (var derivation in wanted)
            {
                var output = Path.Combine(_store.Temporaries(), $"{derivation.Key}.out{derivation.Extension}");
                try
                {
                    if (Vips.Make(input, output, derivation, isForPrint, cancellation) is { } why)
                    {
                        yield return why;
                        continue;
                    }

                    _store.Save(derivation, File.ReadAllBytes(output));
                }
                finally
                {
                    File.Delete(output);
                }
            }
        }
        finally
        {
            File.Delete(input);
        }
    }
}
