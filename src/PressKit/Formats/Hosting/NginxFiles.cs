using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using PressKit.Site;

namespace PressKit.Formats.Hosting;

/// <summary>Writes what nginx includes: maps for its <c>http</c> block, and what stands in the site's <c>server</c> block. A location
/// with a header of its own would drop those of the server, so all headers stand in the server, with values from maps; a map without
/// a value is no header.</summary>
/// <param name="newsroom">The newsroom.</param>
internal sealed class NginxFiles(Newsroom newsroom)
{
    private const string Written = "# Written by PressKit; the next publication writes it again.\n";

    /// <summary>The types of all files by their endings: those of a system differ from one to the next.</summary>
    private const string Types = """
        types {
          text/html html;
          text/css css;
          text/javascript js mjs;
          text/plain txt md;
          text/csv csv;
          text/xml xml;
          application/json json map;
          application/pdf pdf;
          application/wasm wasm;
          application/zip zip;
          application/vnd.openxmlformats-officedocument.wordprocessingml.document docx;
          image/png png;
          image/jpeg jpg jpeg;
          image/gif gif;
          image/webp webp;
          image/avif avif;
          image/svg+xml svg;
          image/x-icon ico;
          image/tiff tif tiff;
          font/woff2 woff2;
          audio/mpeg mp3;
          video/mp4 mp4;
          video/webm webm;
        }
        default_type application/octet-stream;

        """;

    private readonly SiteUrls _urls = new(newsroom.Url);
    private readonly string _root = Uri.UnescapeDataString(newsroom.Url.AbsolutePath);

    /// <summary>Begins the names of the site's variables, for a server can have several sites.</summary>
    private readonly string _name = "$presskit_" + string.Concat((newsroom.Url.IdnHost + newsroom.Url.AbsolutePath.TrimEnd('/')).ToLowerInvariant()
        .Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_')) + "_";

    private string Shared => Any(ServedFiles.All.Where(f => f.IsShared));

    /// <summary>The file for the <c>http</c> block.</summary>
    public string Http()
    {
        var text = new StringBuilder(Written);
        Map("$uri", "cache", ServedFiles.AskAgain, (Under($"(?:{string.Join('|', ServedFiles.Immutable)})/"), ServedFiles.ForEver), (Shared, ServedFiles.Minutes));
        Map("$uri", "origin", "", (Shared, "*"));
        if (!newsroom.Feeds.Hubs.IsEmpty)
        {
            var hubs = newsroom.Feeds.Hubs.Select(hub => $"<{Value(hub.AbsoluteUri)}>; rel=\\\"hub\\\"");
            var host = newsroom.Url.GetLeftPart(UriPartial.Authority);
            Map("$uri", "link", "", (@"^[!-~]*/feed\.(?:xml|atom|json)$", string.Join(", ", hubs.Append($"<{host}$uri>; rel=\\\"self\\\""))));
        }

        Map("$uri", "vary", "", (Under("(?:index\\.html)?$"), "Accept-Language"));
        Map("$uri", "missing", _root + "404.html", [.. newsroom.Languages.Select(l => (Under($"{l}/"), $"{_root}{l}/404.html"))]);
        var ranges = LanguageRanges.Of(newsroom.Languages);
        var known = string.Join('|', ranges.Select(r => r.Range));
        // The first range of the header that is known here; browsers write them in the order of their readers' wishes.
        Map("$http_accept_language", "language", "", [.. ranges.Select(r =>
            ($@"*^(?:\s*+(?!(?:{known})(?:[-;,\s]|$))[^,]*,)*+\s*+(?:{r.Range})(?:[-;,\s]|$)", r.Language.Tag))]);
        return text.ToString();

        void Map(string of, string variable, string otherwise, params ReadOnlySpan<(string Expression, string Value)> values)
        {
            text.Append(CultureInfo.InvariantCulture, $"map {of} {_name}{variable} {{\n  default \"{otherwise}\";\n");
            foreach (var (expression, value) in values) text.Append(CultureInfo.InvariantCulture, $"  \"~{expression}\" \"{value}\";\n");
            text.Append("}\n");
        }
    }

    /// <summary>The file for the <c>server</c> block.</summary>
    public string Server(SitePage site)
    {
        var text = new StringBuilder(Written);
        text.Append("index index.html;\nautoindex off;\nabsolute_redirect off;\nserver_tokens off;\n");
        text.Append(Types);
        var types = string.Join(' ', ServedFiles.All.Select(f => f.Type).Append("text/css").Append("text/javascript").Append("text/plain")
            .Append("text/csv").Append("image/svg+xml").Append("text/xml").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        text.Append(CultureInfo.InvariantCulture, $"charset utf-8;\ncharset_types {types};\ngzip on;\ngzip_vary on;\ngzip_types {types};\n");
        foreach (var (name, value) in SiteHeaders.Of(newsroom)) text.Append(CultureInfo.InvariantCulture, $"add_header {name} \"{value}\" always;\n");
        text.Append(CultureInfo.InvariantCulture, $"add_header Cache-Control {_name}cache;\nadd_header Access-Control-Allow-Origin {_name}origin;\nadd_header Vary {_name}vary;\n");
        if (!newsroom.Feeds.Hubs.IsEmpty) text.Append(CultureInfo.InvariantCulture, $"add_header Link {_name}link;\n");
        text.Append(CultureInfo.InvariantCulture, $"error_page 404 {_name}missing;\nerror_page 403 =404 {_name}missing;\nerror_page 410 {_name}missing;\n");
        text.Append(CultureInfo.InvariantCulture, $"location ~ \"{Under("(?:_headers$|_redirects$|_nginx/)")}|/\\.(?!well-known/)\" {{ return 404; }}\n");
        text.Append(CultureInfo.InvariantCulture, $"location = \"{_root}\" {{\n  if ({_name}language) {{ return 302 \"{Local(new Address(""))}{_name}language/\"; }}\n}}\n");
        foreach (var files in ServedFiles.All)
            text.Append(CultureInfo.InvariantCulture, $"location ~ \"{files.Expression}\" {{ types {{ }} default_type {files.Type}; }}\n");
        foreach (var redirect in site.Redirects)
            text.Append(CultureInfo.InvariantCulture, $"location = \"{_root}{redirect.Address}\" {{ return {(redirect.IsForGood ? "301" : "302")} \"{Local(redirect.Target.Address)}\"; }}\n");
        foreach (var gone in site.Gone) text.Append(CultureInfo.InvariantCulture, $"location = \"{_root}{gone}\" {{ error_page 410 \"{Local(new Address(gone.File))}\"; return 410; }}\n");
        return text.ToString();
    }

    /// <summary>An address for a value, in which a dollar sign would begin a variable.</summary>
    private string Local(Address address) => Value(_urls.Local(address));

    private static string Value(string url) => url.Replace("$", "%24", StringComparison.Ordinal);

    private string Under(string expression) => $"^{Regex.Escape(_root)}{expression}";

    private static string Any(IEnumerable<ServedFiles> files) => $"(?:{string.Join('|', files.Select(f => f.Expression))})";
}
