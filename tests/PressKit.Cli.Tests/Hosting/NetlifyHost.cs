using System.Text;
using System.Text.RegularExpressions;

namespace PressKit.Cli.Tests.Hosting;

/// <summary>Reads <c>_headers</c> and <c>_redirects</c> by Netlify's documentation, and says what its host would answer. It refuses
/// whatever the documentation does not allow.</summary>
internal sealed class NetlifyHost
{
    /// <summary>Beyond so many, the documentation advises against the file.</summary>
    private const int MostRedirects = 10_000;

    private static readonly string[] Refused =
    [
        "Accept-Ranges", "Age", "Allow", "Alt-Svc", "Connection", "Content-Encoding", "Content-Length", "Content-Range", "Date", "Server",
        "Set-Cookie2", "Trailer", "Transfer-Encoding", "Upgrade",
    ];

    private readonly IReadOnlyDictionary<string, byte[]> _files;
    private readonly List<(Regex Path, string Name, string Value)> _headers = [];
    private readonly List<Redirect> _redirects = [];

    public NetlifyHost(IReadOnlyDictionary<string, byte[]> files)
    {
        _files = files;
        ReadHeaders(Encoding.UTF8.GetString(files["_headers"]));
        ReadRedirects(Encoding.UTF8.GetString(files["_redirects"]));
    }

    /// <summary>The headers of a path, each with every value that a rule gives it.</summary>
    public ILookup<string, string> Headers(string path) => _headers.Where(h => h.Path.IsMatch(path)).ToLookup(h => h.Name, h => h.Value, StringComparer.OrdinalIgnoreCase);

    /// <summary>What a request is answered with: the status, and where it leads or which file is shown.</summary>
    public (int Status, string Target) Answer(string path, string? language = null)
    {
        var file = path[1..] + (path.EndsWith('/') ? "index.html" : "");
        var isThere = _files.ContainsKey(file);
        foreach (var rule in _redirects.Where(r => r.Path.IsMatch(path.TrimEnd('/') is { Length: > 0 } p ? p : "/") && (r.Forced || !isThere)))
        {
            if (rule.Languages.Length > 0 && !rule.Languages.Contains(language, StringComparer.OrdinalIgnoreCase)) continue;
            return (rule.Status, rule.To);
        }

        return isThere ? (200, "/" + file) : (404, "/404.html");
    }

    private void ReadHeaders(string text)
    {
        Regex? path = null;
        foreach (var line in Lines(text))
        {
            if (!char.IsWhiteSpace(line[0]))
            {
                line.ShouldStartWith("/");
                path = Matching(line);
                continue;
            }

            path.ShouldNotBeNull(line);
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            var (name, value) = (line[..colon].Trim(), line[(colon + 1)..].Trim());
            name.ShouldMatch("^[A-Za-z-]+$");
            Refused.ShouldNotContain(name);
            value.ShouldNotBeEmpty();
            value.ShouldAllBe(c => c >= ' ' && c <= '~', line);
            _headers.Add((path, name, value));
        }
    }

    private void ReadRedirects(string text)
    {
        foreach (var line in Lines(text))
        {
            var parts = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            parts.Length.ShouldBeInRange(3, 4, line);
            parts[0].ShouldStartWith("/");
            parts[1].ShouldStartWith("/");
            line.ShouldAllBe(c => c >= ' ' && c <= '~', line);
            var status = int.Parse(parts[2].TrimEnd('!'), System.Globalization.CultureInfo.InvariantCulture);
            new[] { 301, 302, 404, 410 }.ShouldContain(status);
            if (parts.Length == 4) parts[3].ShouldStartWith("Language=");
            var languages = parts.Length == 3 ? [] : parts[3]["Language=".Length..].Split(',');
            _redirects.Add(new Redirect(Matching(parts[0]), parts[1], status, parts[2].EndsWith('!'), languages));
        }

        _redirects.Count.ShouldBeLessThan(MostRedirects);
    }

    private static IEnumerable<string> Lines(string text) => text.Split('\n').Where(line => line.Trim().Length > 0 && !line.TrimStart().StartsWith('#'));

    /// <summary>A placeholder is one part of a path, an asterisk any number of characters; a slash at the end is of no consequence.</summary>
    private static Regex Matching(string path) => new("^/" + string.Join('/', path.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(part =>
        part.StartsWith(':') ? "[^/]+" : part == "*" ? "?.*" : string.Join(".*", part.Split('*').Select(Regex.Escape)))) + "/?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    private sealed record Redirect(Regex Path, string To, int Status, bool Forced, string[] Languages);
}
