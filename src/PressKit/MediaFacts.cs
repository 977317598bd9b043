namespace PressKit;

/// <summary>What a look into a media file told.</summary>
/// <param name="Type">Its media type, by what it is: <c>image/jpeg</c>.</param>
/// <param name="Width">An image's width in pixels, as it is shown; null for anything else, and where the file does not say.</param>
/// <param name="Height">Its height, likewise.</param>
/// <param name="IsMoving">Whether it is an image that moves.</param>
/// <param name="Duration">How long a sound or film is; null for anything else, and where the file does not say.</param>
public sealed record MediaFacts(string Type, int? Width = null, int? Height = null, bool IsMoving = false, TimeSpan? Duration = null)
{
    /// <summary>Whether it is made of pixels that any program can show beside a link, which knows neither SVG nor AVIF.</summary>
    public bool IsCard => Type is "image/png" or "image/jpeg" or "image/gif" or "image/webp";
}
