using System.Collections.Immutable;
using System.Globalization;

namespace PressKit.Media;

/// <summary>An image that is made of a published one: in another size, another format, or cut for where links are shared.</summary>
/// <param name="Source">The image that it is made of, as it is published.</param>
/// <param name="Type">Its media type.</param>
/// <param name="Width">Its width in pixels.</param>
/// <param name="Height">Its height in pixels.</param>
/// <param name="IsCropped">Whether it is cut to that height, rather than having the shape of its source.</param>
/// <param name="Options">How vips saves it.</param>
/// <param name="Key">The hash of all that its bytes depend on: the source's, how, and the version of the tool.</param>
public sealed record Derivation(MediaFile Source, string Type, int Width, int Height, bool IsCropped, string Options, string Key)
{
    /// <summary>The shape of an image where links are shared, as Open Graph's readers want it.</summary>
    public const int CardWidth = 1200;

    /// <summary>Its height.</summary>
    public const int CardHeight = 630;

    /// <summary>To be raised when the same image is to be made in another way.</summary>
    private const string Recipe = "2";

    // From a telephone's column to the widest picture of a page on a screen with two pixels to the point.
    private static readonly ImmutableArray<int> Widths = [400, 800, 1200, 1920];

    /// <summary>The ending of its file.</summary>
    public string Extension => Type switch { "image/avif" => ".avif", "image/webp" => ".webp", "image/png" => ".png", _ => ".jpg" };

    /// <summary>Where it stands on the site.</summary>
    public Address Address => new($"media/{Key[..16]}{Extension}");

    /// <summary>What browsers choose from: AVIF and WebP in several widths, and one image for those that know neither, which is the
    /// last. None for an image that moves, is drawn in lines, or is small already.</summary>
    internal static ImmutableArray<Derivation> Shown(MediaFile source, string tool)
    {
        if (source.Facts is not { IsMoving: false, Width: { } width, Height: { } height } facts || width < Widths[0] || height < 16) return [];
        if (facts.Type is not ("image/jpeg" or "image/png" or "image/webp" or "image/avif")) return [];
        var largest = Math.Min(width, Widths[^1]);
        ImmutableArray<int> widths = [.. Widths.Where(w => w * 10 <= largest * 9), largest];
        var isPhoto = facts.Type == "image/jpeg";
        var fallback = widths.Last(w => w <= Math.Max(Widths[2], widths[0]));
        return
        [
            .. widths.Select(w => Of("image/avif", w, isPhoto ? "[Q=55,effort=2]" : "[Q=70,effort=2,subsample_mode=off]")),
            .. widths.Select(w => Of("image/webp", w, isPhoto ? "[Q=78]" : "[Q=88,smart_subsample]")),
            isPhoto ? Of("image/jpeg", fallback, "[Q=80,optimize_coding,interlace]") : Of("image/png", fallback, "[compression=9]"),
        ];

        Derivation Of(string type, int w, string options) => Make(source, tool, type, w, Math.Max(1, (int)Math.Round((double)w * height / width)), false, options);
    }

    /// <summary>The image for where links are shared; null where the source is too small to be cut to its shape.</summary>
    internal static Derivation? Card(MediaFile source, string tool)
    {
        if (source.Facts is not { IsMoving: false, IsCard: true, Width: { } width, Height: { } height } || width < CardWidth / 2 || height < CardHeight / 2) return null;
        var w = Math.Min(CardWidth, Math.Min(width, height * CardWidth / CardHeight));
        return Make(source, tool, "image/jpeg", w, w * CardHeight / CardWidth, true, "[Q=82,optimize_coding,interlace,background=255]");
    }

    private static Derivation Make(MediaFile source, string tool, string type, int width, int height, bool isCropped, string options)
    {
        var key = Hash.Of(Recipe, tool, source.Hash, type, width.ToString(CultureInfo.InvariantCulture), height.ToString(CultureInfo.InvariantCulture), isCropped ? "cropped" : "", options);
        return new Derivation(source, type, width, height, isCropped, options, key);
    }
}
