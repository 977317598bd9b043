namespace PressKit.Cli.Tests.Browser;

/// <summary>The pages that are looked at: every kind there is, in a Latin script, in Japanese and in Arabic.</summary>
internal static class SamplePages
{
    public static readonly IReadOnlyList<string> Tags = ["it", "ja", "ar"];

    /// <summary>The themes that ship with PressKit.</summary>
    public static readonly IReadOnlyList<string> Themes = ["press", "broadsheet"];

    /// <summary>Each as a theme, a language and a name; the root's language is the site's.</summary>
    public static TheoryData<string, string, string> All
    {
        get
        {
            var pages = new TheoryData<string, string, string>();
            foreach (var theme in Themes)
            {
                pages.Add(theme, "en", "root");
                pages.Add(theme, "en", "root's 404");
                foreach (var tag in Tags)
                {
                    foreach (var name in new[] { "home", "release", "archive", "year", "month", "topic", "series", "media", "contacts", "feeds", "accessibility", "about", "404", "410" }) pages.Add(theme, tag, name);
                }
            }

            return pages;
        }
    }

    /// <summary>Each theme with each language.</summary>
    public static TheoryData<string, string> ThemesAndTags
    {
        get
        {
            var pairs = new TheoryData<string, string>();
            foreach (var theme in Themes) foreach (var tag in Tags) pairs.Add(theme, tag);
            return pairs;
        }
    }

    public static string Address(this Sample sample, string tag, string name) => name switch
    {
        "root" => "/",
        "root's 404" => "/404.html",
        "home" => $"/{tag}/",
        "release" => sample.Release(tag, "tokyo-contest"),
        "archive" => $"/{tag}/archive/",
        "topic" => $"/{tag}/topics/cinema/",
        "year" => $"/{tag}/archive/2026/",
        "month" => $"/{tag}/archive/2026/11/",
        "series" => $"/{tag}/series/how-presskit-works/",
        "media" or "contacts" or "feeds" or "accessibility" => $"/{tag}/{name}/",
        "about" => $"/{tag}/about/",
        "404" or "410" => $"/{tag}/{name}.html",
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "There is no such page."),
    };
}
