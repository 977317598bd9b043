using PressKit.Testing;

namespace PressKit.Tests.Publishing;

/// <summary>What designers do.</summary>
internal static class ThemeEdits
{
    private const string Theme = "templates/plain";
    private static readonly string[] Shipped = ["month.hbs", "year.hbs", "media.hbs", "contacts.hbs", "series.hbs", "partials/entry.hbs", "partials/entries.hbs", "withdrawn.hbs", "theme.yml"];

    public static IReadOnlyList<Edit> All { get; } =
    [
        new("a template changes", n => { if (n.One(n.Files(Theme, ".hbs")) is { } file) n.Change(file, t => t + Mark(n)); }),
        new("the frame changes", n => n.Change($"{Theme}/partials/layout.hbs", t => t.Replace("</main>", $"</main>\n{Mark(n).Trim()}", StringComparison.Ordinal))),
        new("a list shows something else", n => n.Change($"{Theme}/topic.hbs", t => t.Replace("{{headline}}", n.One(["{{headline}} {{@index}}", "{{headline}}"])!, StringComparison.Ordinal))),
        new("a template of its own begins", n => Copy(n, n.One(Shipped)!)),
        new("a template of its own is deleted", n => n.Delete($"{Theme}/{n.One(Shipped)}")),
        new("a template is broken", n => { if (n.Random.Next(2) == 0) n.Change($"{Theme}/home.hbs", t => t + "{{#if}}"); }),
        new("a partial is new", n => n.Write($"{Theme}/partials/parte.hbs", $"<p>Parte {n.Random.Next(100)}</p>\n")),
        new("a partial is used", n => n.Change($"{Theme}/release.hbs", t => n.Has($"{Theme}/partials/parte.hbs") ? t.Replace("{{/layout}}", "{{> parte}}\n{{/layout}}", StringComparison.Ordinal) : t)),
        new("the style sheet changes", n => n.Write($"{Theme}/assets/press.css", $"body {{ max-inline-size: {n.Random.Next(20, 60)}rem; }}\n")),
        new("an icon changes", n => n.Write($"{Theme}/assets/icon.svg", TextEdits.Svg(n.Random.Next(5)))),
        new("an icon is new or gone", n => { if (n.Has($"{Theme}/assets/icon-512.svg")) n.Delete($"{Theme}/assets/icon-512.svg"); else n.Write($"{Theme}/assets/icon-512.svg", TextEdits.Svg(511)); }),
        new("the theme's colours change", n => n.Write($"{Theme}/theme.yml", $"colour: \"#{n.Random.Next(100, 999)}000\"\nbackground: \"#ffffff\"\n")),
    ];

    private static string Mark(EditedNewsroom newsroom) => $"<!-- {newsroom.Random.Next(100)} -->\n";

    private static void Copy(EditedNewsroom newsroom, string file) =>
        newsroom.Write($"{Theme}/{file}", File.ReadAllText(Repository.PathTo("templates", "press", file)) + (file.EndsWith(".hbs", StringComparison.Ordinal) ? Mark(newsroom) : ""));
}
