using Microsoft.AspNetCore.StaticFiles;

namespace PressKit.Review.Pages;

/// <summary>The media types of the files that previews show.</summary>
internal static class FileTypes
{
    private static readonly FileExtensionContentTypeProvider Known = new();

    /// <summary>The type of a file by its ending.</summary>
    public static string Of(string path) => Known.TryGetContentType(path, out var type) ? type : "application/octet-stream";
}
