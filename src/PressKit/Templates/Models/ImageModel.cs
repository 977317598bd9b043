using System.Collections.Immutable;
using System.Globalization;
using PressKit.Languages;
using PressKit.Media;

namespace PressKit.Templates.Models;

/// <summary>An image.</summary>
public sealed record ImageModel
{
    private readonly MediaFile _file;
    private readonly Lazy<ImageSize?> _size;
    private readonly Locale _locale;

    /// <summary>An image whose size is read when it is written.</summary>
    public ImageModel(MediaFile file, Lazy<ImageSize?> size, Locale locale) => (_file, _size, _locale) = (file, size, locale);

    /// <summary>The hash of the file; its first digits are a name for this very image.</summary>
    public string Hash => _file.Hash;

    /// <summary>The address of the image itself, for downloads.</summary>
    public required string Url { get; init; }

    /// <summary>The address of what a page shows in <c>img</c>: the image itself, or the one for browsers that know none of
    /// <see cref="Sources"/>.</summary>
    public required string Display { get; init; }

    /// <summary>The image in newer formats, each in several widths, the smallest files first; empty where there is nothing but the image
    /// itself. They belong into <c>picture</c>, before <c>img</c>.</summary>
    public ImmutableArray<ImageSourceModel> Sources { get; init; } = [];

    /// <summary>The kind of file, as people call it: <c>JPG</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The size of the file in words: <c>1,2 Mo</c>.</summary>
    public string FileSize => _locale.FileSize(_file.Length);

    /// <summary>The name of the file that the author gave it, for downloads.</summary>
    public required string FileName { get; init; }

    /// <summary>What it shows, for those who cannot see it; empty for an image that only decorates.</summary>
    public required string Alt { get; init; }

    /// <summary>The caption, if any.</summary>
    public string? Caption { get; init; }

    /// <summary>Who made it, if anybody is named.</summary>
    public string? Credit { get; init; }

    /// <summary>Under what terms it may be used, if that is said.</summary>
    public string? Licence { get; init; }

    /// <summary>Whether there is a caption, a credit or a licence.</summary>
    public bool HasText => Caption is not null || Credit is not null || Licence is not null;

    /// <summary>Its width in pixels; null where the file does not say.</summary>
    public string? Width => _size.Value?.Width.ToString(CultureInfo.InvariantCulture);

    /// <summary>Its height in pixels; null where the file does not say.</summary>
    public string? Height => _size.Value?.Height.ToString(CultureInfo.InvariantCulture);
}

/// <summary>An image in a newer format.</summary>
/// <param name="Type">Its media type: <c>image/avif</c>.</param>
/// <param name="Srcset">Its addresses with their widths, as <c>srcset</c> wants them.</param>
public sealed record ImageSourceModel(string Type, string Srcset);
