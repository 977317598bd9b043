using System.Collections.Immutable;
using System.Globalization;

namespace PressKit.Formats.Hosting;

/// <summary>What hosts say with every answer.</summary>
internal static class SiteHeaders
{
    /// <summary>Nothing runs, loads or looks in any way but from the site's own files, and no other site shows a page in itself.</summary>
    public const string ContentSecurityPolicy =
        "default-src 'none'; base-uri 'none'; connect-src 'self'; font-src 'self'; form-action 'self'; frame-ancestors 'none'; img-src 'self'; "
        + "manifest-src 'self'; media-src 'self'; script-src 'self'; style-src 'self'";

    /// <summary>The same where readers search: Pagefind's script runs WebAssembly, which no page can be made to load from elsewhere.</summary>
    private static readonly string PolicyWithSearch = ContentSecurityPolicy.Replace("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'", StringComparison.Ordinal);

    /// <summary>The headers of a newsroom's site, by name.</summary>
    public static ImmutableArray<(string Name, string Value)> Of(Newsroom newsroom)
    {
        ImmutableArray<(string, string)> headers =
        [
            ("Content-Security-Policy", newsroom.Search == SearchTool.None ? ContentSecurityPolicy : PolicyWithSearch), ("X-Content-Type-Options", "nosniff"),
            ("Referrer-Policy", "strict-origin-when-cross-origin"), ("Cross-Origin-Opener-Policy", "same-origin"),
        ];
        return newsroom.Deployment.StrictTransport is { } seconds
            ? headers.Add(("Strict-Transport-Security", string.Create(CultureInfo.InvariantCulture, $"max-age={seconds}")))
            : headers;
    }
}
