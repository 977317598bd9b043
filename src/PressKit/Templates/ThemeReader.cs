using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using PressKit.Templates.Rendering;
using PressKit.Templates.Syntax;

namespace PressKit.Templates;

/// <summary>Reads a theme's files, checks them, and makes of them what the engine is given.</summary>
internal sealed partial class ThemeReader(Newsroom newsroom, Problems problems)
{
    private const string Extension = ".hbs";
    private const string PartialsFolder = "partials/";
    private const string AssetsFolder = "assets/";
    private const string Search = "search";
    private readonly Dictionary<string, TemplateFile> _pages = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TemplateFile> _partials = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, byte[]> _assets = new(StringComparer.Ordinal);
    private ThemeColours _colours = ThemeColours.None;

    public Theme Read()
    {
        var files = new ThemeFiles(problems);
        var all = files.Read(newsroom);
        foreach (var file in all.Values) Sort(file, files);
        var checker = new TemplateChecker(new ModelTypes(), _partials, _assets.Keys, problems);
        Check(checker, Search, wanted: false);
        var (leads, named) = (checker.Partials.ToHashSet(StringComparer.Ordinal), checker.Assets.ToHashSet(StringComparer.Ordinal));
        Check(checker, Search, wanted: true);
        if (!problems.HasErrors) foreach (var file in all.Values.Where(f => f.IsOwn)) WarnIfUnused(file, checker.Partials, Publish(checker.Assets));

        // A site that nobody searches publishes nothing of what only its search page needs.
        if (newsroom.Search == SearchTool.None) _pages.Remove(Search);
        else (leads, named) = ([.. checker.Partials], [.. checker.Assets]);
        var partials = _partials.Where(p => leads.Contains(p.Key)).ToDictionary(StringComparer.Ordinal);
        var assets = Publish(named);
        var root = newsroom.Url.AbsolutePath;
        var addresses = assets.ToDictionary(a => a.Name, a => root + a.Address.Path, StringComparer.Ordinal);
        var key = Hash.Of([root, .. Texts(_pages), "partials", .. Texts(partials), "assets", .. assets.SelectMany(a => new[] { a.Name, a.Address.Path })]);
        return new Theme(key, assets,
            types => new TemplateCompiler(types, partials.Select(p => KeyValuePair.Create(p.Key, Prepared(p.Value, addresses)))),
            _pages.ToDictionary(p => p.Key, p => Prepared(p.Value, addresses), StringComparer.Ordinal)) { Colours = _colours };
    }

    private void Check(TemplateChecker checker, string page, bool wanted)
    {
        foreach (var (name, template) in _pages.Where(p => p.Key == page == wanted).OrderBy(p => p.Key, StringComparer.Ordinal)) checker.Check(template, Theme.Kinds[name]);
    }

    private static IEnumerable<string> Texts(Dictionary<string, TemplateFile> files) =>
        files.OrderBy(f => f.Key, StringComparer.Ordinal).SelectMany(f => new[] { f.Key, f.Value.Text });

    private void Sort(ThemeFile file, ThemeFiles files)
    {
        if (file.Path.StartsWith(AssetsFolder, StringComparison.Ordinal))
            _assets[file.Path[AssetsFolder.Length..]] = file.Bytes;
        else if (file.Path.EndsWith(Extension, StringComparison.Ordinal))
            Parse(file, files);
        else if (file.Path == ThemeColours.File)
            _colours = files.Text(file) is { } text ? ThemeColours.Read(file, text, problems) : _colours;
        else if (file.IsOwn && !file.Path.EndsWith(".md", StringComparison.OrdinalIgnoreCase))
            Ignored(file, "Assets stand in assets/, templates end in .hbs.");
    }

    private void Parse(ThemeFile file, ThemeFiles files)
    {
        var partial = PartialOf(file);
        var name = partial ?? file.Path[..^Extension.Length];
        if (partial is null && !Theme.Kinds.ContainsKey(name))
        {
            Ignored(file, (Nearest.Of(name, Theme.Kinds.Keys) is { } near ? $"Did you mean '{near}.hbs'? " : "")
                + "Partials stand in partials/.");
            return;
        }

        if (files.Text(file) is not { } text) return;
        var parsed = new TemplateFile(name, file.File, text, []);
        try
        {
            parsed = parsed with { Nodes = TemplateParser.Parse(text) };
        }
        catch (TemplateSyntaxException e)
        {
            problems.Error(e.Code, parsed.At(e.Offset), e.Message, e.Remedy);
        }

        (partial is null ? _pages : _partials)[name] = parsed;
    }

    private void Ignored(ThemeFile file, string remedy) =>
        problems.Warn("template.unknown-file", new Place(file.File), "No page is made with this file.", remedy);

    /// <summary>A partial or asset of the newsroom's that nothing leads to would be looked for in vain on the site.</summary>
    private void WarnIfUnused(ThemeFile file, IReadOnlySet<string> partials, ImmutableArray<ThemeAsset> assets)
    {
        if (file.Path.StartsWith(AssetsFolder, StringComparison.Ordinal) && assets.All(a => a.Name != file.Path[AssetsFolder.Length..]))
            Ignored(file, "Name it in a template or style sheet that is used, or remove it.");
        else if (PartialOf(file) is { } partial && !partials.Contains(partial))
            Ignored(file, "Call it from a template that is used, or remove it.");
    }

    private static string? PartialOf(ThemeFile file) =>
        file.Path.StartsWith(PartialsFolder, StringComparison.Ordinal) && file.Path.EndsWith(Extension, StringComparison.Ordinal)
            ? file.Path[PartialsFolder.Length..^Extension.Length] : null;

    /// <summary>Gives a name of its own to every asset that is needed: what templates name, what a style sheet that they name is made with,
    /// and the icons, for which readers' programs ask. In a style sheet, a url that is an asset's name becomes its address.</summary>
    private ImmutableArray<ThemeAsset> Publish(IReadOnlySet<string> named)
    {
        var all = _assets.Where(a => !IsStyle(a.Key)).ToDictionary(a => a.Key, a => Named(a.Key, a.Value), StringComparer.Ordinal);
        var published = all.Values.Where(a => named.Contains(a.Name) || ThemeAsset.IsIcon(a.Name)).ToDictionary(a => a.Name, StringComparer.Ordinal);
        foreach (var (name, bytes) in _assets.Where(a => IsStyle(a.Key) && named.Contains(a.Key)))
        {
            var style = Url().Replace(Encoding.UTF8.GetString(bytes), match =>
            {
                if (!all.TryGetValue(match.Groups["name"].Value, out var asset)) return match.Value;
                published[asset.Name] = asset;
                return $"url(\"{asset.Address.Path["theme/".Length..]}\")";
            });
            published[name] = Named(name, Encoding.UTF8.GetBytes(style));
        }

        return [.. published.Values.OrderBy(a => a.Name, StringComparer.Ordinal)];
    }

    private static ThemeAsset Named(string name, byte[] bytes)
    {
        var extension = Path.GetExtension(name);
        var stem = name[..^extension.Length].Replace('/', '-');
        return new ThemeAsset(name, new Address($"theme/{stem}.{Hash.Of(bytes)[..10]}{extension}"), bytes);
    }

    private static bool IsStyle(string name) => name.EndsWith(".css", StringComparison.OrdinalIgnoreCase);

    /// <summary>The template as it is compiled: with the addresses of its assets, and without the indentation of a partial that
    /// begins its line, which would otherwise have to be that of every line of it, code blocks included.</summary>
    private static string Prepared(TemplateFile file, Dictionary<string, string> addresses)
    {
        var text = new StringBuilder(file.Text);
        foreach (var tag in TemplateTag.In(file.Text).Reverse())
        {
            var words = tag.Words(0);
            if (words.Count == 2 && words[0].Text == "asset")
                text.Remove(tag.Offset, tag.Length).Insert(tag.Offset, addresses[words[1].Text[1..^1]]);
            if (!tag.Content.TrimStart().StartsWith('>') && !tag.Content.TrimStart().StartsWith("#>", StringComparison.Ordinal)) continue;
            var lineStart = file.Text.LastIndexOf('\n', Math.Max(0, tag.Offset - 1)) + 1;
            if (lineStart < tag.Offset && file.Text.AsSpan(lineStart, tag.Offset - lineStart).IsWhiteSpace())
                text.Remove(lineStart, tag.Offset - lineStart);
        }

        return text.ToString();
    }

    [GeneratedRegex("""url\(\s*["']?(?<name>[^"')\s]+)["']?\s*\)""",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Url();
}
