using System.Collections.Immutable;

namespace PressKit.Formats.Hosting;

/// <summary>Files of a site that hosts have to be told about, because no ending of a name says what they are.</summary>
/// <param name="Type">Their MIME type.</param>
/// <param name="Patterns">What their paths look like to Netlify, from the site's root; no file is met by two kinds of files.</param>
/// <param name="Expression">The same as a regular expression for the end of a path.</param>
/// <param name="IsShared">Whether pages of other sites may read them, and caches keep them for some minutes.</param>
internal sealed record ServedFiles(string Type, ImmutableArray<string> Patterns, string Expression, bool IsShared)
{
    /// <summary>How long feeds are kept: long enough to spare the host, and short enough for a correction.</summary>
    public const string Minutes = "public, max-age=300";

    /// <summary>For what has a hash of its contents in its name.</summary>
    public const string ForEver = "public, max-age=31536000, immutable";

    /// <summary>For pages: kept, and asked for again every time.</summary>
    public const string AskAgain = "public, max-age=0, must-revalidate";

    /// <summary>Every kind.</summary>
    public static ImmutableArray<ServedFiles> All { get; } =
    [
        new("application/rss+xml", ["*feed.xml", "*/feed/*.xml"], @"/feed(?:/[^/]+)?\.xml$", IsShared: true),
        new("application/atom+xml", ["*.atom"], @"\.atom$", IsShared: true),
        new("application/feed+json", ["*feed.json", "*/feed/*.json"], @"/feed(?:/[^/]+)?\.json$", IsShared: true),
        new("application/json", ["*ninjs.json"], @"[/.]ninjs\.json$", IsShared: true),
        new("application/vnd.iptc.g2.newsitem+xml", ["*/newsml.xml"], @"/newsml\.xml$", IsShared: true),
        new("application/vnd.iptc.g2.packageitem+xml", ["*.newsml.xml"], @"\.newsml\.xml$", IsShared: true),
        new("application/json", ["*/oembed.json"], @"/oembed\.json$", IsShared: true),
        new("text/xml", ["*/oembed.xml"], @"/oembed\.xml$", IsShared: true),
        new("text/x-opml", ["*.opml"], @"\.opml$", IsShared: true),
        new("application/manifest+json", ["*.webmanifest"], @"\.webmanifest$", IsShared: false),
    ];

    /// <summary>Folders in which every name has a hash of what is in it.</summary>
    public static ImmutableArray<string> Immutable { get; } = ["theme", "media"];
}
