using Microsoft.AspNetCore.Http;

namespace PressKit.Review.Pages;

/// <summary>The style sheet and the scripts of the desk's pages, which are part of the program.</summary>
internal sealed class Assets
{
    private const string Prefix = "PressKit.Review.Assets.";
    private const string Year = "public, max-age=31536000, immutable";

    private readonly Dictionary<string, byte[]> _files = Read();
    private readonly string _version;

    /// <summary>Reads them.</summary>
    public Assets() => _version = Hash.Of([.. _files.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => f.Key + Convert.ToHexString(f.Value))])[..10];

    /// <summary>Where a file stands: in a folder that is another one for every version, so that it may be kept for ever, scripts that
    /// other scripts import included.</summary>
    public string Address(string name) => _files.ContainsKey(name) ? $"/assets/{_version}/{name}" : throw new ArgumentException($"There is no {name}.", nameof(name));

    /// <summary>Answers with a file.</summary>
    public IResult File(HttpContext context, string version, string name)
    {
        if (!_files.TryGetValue(name, out var bytes)) return Results.NotFound();
        context.Response.Headers.CacheControl = version == _version ? Year : "no-cache";
        return Results.Bytes(bytes, Path.GetExtension(name) switch { ".js" => "text/javascript; charset=utf-8", ".css" => "text/css; charset=utf-8", _ => "image/svg+xml" });
    }

    /// <summary>Answers with the picture of a code.</summary>
    public static IResult Chip(HttpContext context, string label)
    {
        if (!CodeLabel.Is(label)) return Results.NotFound();
        context.Response.Headers.CacheControl = Year;
        // A picture that is opened by itself loads and runs nothing; its own style is part of it.
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'";
        return Results.Content(CodeLabel.Svg(label), "image/svg+xml; charset=utf-8");
    }

    private static Dictionary<string, byte[]> Read()
    {
        var assembly = typeof(Assets).Assembly;
        return assembly.GetManifestResourceNames().Where(n => n.StartsWith(Prefix, StringComparison.Ordinal)).ToDictionary(n => n[Prefix.Length..], n =>
        {
            using var stream = assembly.GetManifestResourceStream(n)!;
            using var copy = new MemoryStream();
            stream.CopyTo(copy);
            return copy.ToArray();
        }, StringComparer.Ordinal);
    }
}
