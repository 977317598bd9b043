using System.Text.RegularExpressions;

namespace PressKit.Formats;

/// <summary>Where the terms of a licence can be read.</summary>
internal static partial class LicenceUrl
{
    /// <summary>The address that a licence is, or that Creative Commons' licences have by their short names (<c>CC-BY-SA-4.0</c>);
    /// null for terms in words.</summary>
    public static string? Of(string licence)
    {
        if (licence.StartsWith("https://", StringComparison.Ordinal) && Uri.TryCreate(licence, UriKind.Absolute, out var url)) return url.AbsoluteUri;
        var match = Short().Match(licence);
        if (!match.Success) return null;
        var version = match.Groups["version"].Value;
        return match.Groups["zero"].Success
            ? $"https://creativecommons.org/publicdomain/zero/{version}/"
            : $"https://creativecommons.org/licenses/{match.Groups["kind"].Value.ToLowerInvariant()}/{version}/";
    }

    [GeneratedRegex("^CC[- ]?((?<zero>0)|(?<kind>BY(-NC)?(-SA|-ND)?))[- ](?<version>[1-4]\\.0)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Short();
}
