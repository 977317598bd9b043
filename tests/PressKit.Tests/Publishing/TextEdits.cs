using System.Globalization;
using System.Text.RegularExpressions;

namespace PressKit.Tests.Publishing;

/// <summary>What press officers do to releases and standing pages.</summary>
internal static partial class TextEdits
{
    private static readonly string[] Paragraphs =
    [
        "Un capoverso in più, il {0}.", "## Un titolo {0}", "- uno\n- due {0}", "Si veda la [Cosa](release:2025/lancio) e [chi siamo](page:about), {0}.",
        "![Di profilo, {0}](media/cosa.svg)", "Una nota[^n{0}].\n\n[^n{0}]: In fondo, {0}.", "| A | B |\n|---|---|\n| {0} | **due** |", "> «Detto», {0} volte.",
        "Un [comunicato](release:2026/segreto) e uno che [non c’è](release:2024/nulla), {0}.", "Acme e la *Cosa* <kbd>{0}</kbd>.",
    ];

    public static IReadOnlyList<Edit> All { get; } =
    [
        new("a paragraph is added", n => Body(n, (b, i) => $"{b.TrimEnd()}\n\n{string.Format(CultureInfo.InvariantCulture, n.One(Paragraphs)!, i)}\n")),
        new("the last paragraph is deleted", n => Body(n, (b, _) => b.TrimEnd().LastIndexOf("\n\n", StringComparison.Ordinal) is > 0 and var at ? b[..at] + "\n" : b)),
        new("the body is written anew", n => Body(n, (_, i) => $"\nTesto nuovo numero {i}. E ancora una frase.\n")),
        new("figures change", n => Body(n, (b, i) => Figures().Replace(b, i.ToString(CultureInfo.InvariantCulture)))),
        new("one letter changes", n => Body(n, (b, i) => b.Replace("aeiou"[i % 5], "aeiou"[(i + 1) % 5]))),
        new("paragraphs are moved", n => Body(n, (b, _) => "\n" + string.Join("\n\n", b.Trim().Split("\n\n").Reverse()) + "\n")),
        new("a headline changes", n => Front(n, "headline", i => $"Titolo {i}")),
        new("a subhead changes", n => Front(n, "subhead", i => $"Sottotitolo {i}")),
        new("a summary changes", n => Front(n, "summary", i => $"In breve {i} di 42 cose.")),
        new("a note changes", n => Front(n, "notes", i => $"Nota {i}")),
        new("topics change", n => Front(n, "topics", i => n.One(["[products]", "[products, culture]", "[]", null]))),
        new("the series changes", n => Front(n, "series", _ => n.One(["storia", "altra", null]))),
        new("contacts change", n => Front(n, "contacts", _ => n.One(["[press]", "[]", "[press, desk]", null]))),
        new("the boilerplate changes", n => Front(n, "boilerplate", _ => n.One(["acme", null]))),
        new("related releases change", n => Front(n, "related", i => n.One([$"[{n.One(Ids(n))}]", null]))),
        new("quotations change", n => Front(n, "quotes", i => n.One([$"\n  - text: Detto {i}.\n    person: luca", $"\n  - text: Detto {i}.\n    speaker: Ada", null]))),
        new("media change", n => Front(n, "media", i => n.One([Image(i), null]))),
        new("the dateline changes", n => Front(n, "dateline", i => n.One([$"{{ place: Roma {i} }}", "{ place: Torino, date: 2025-12-24 }", null]))),
        new("the time of publication changes", n => Front(n, "published", i => n.One([At(n, i), "2025-11-03T09:00", null]))),
        new("an embargo is set or lifted", n => Front(n, "embargo", i => n.One([At(n, i), null]))),
        new("a release is a draft or ready", n => Front(n, "state", _ => n.One(["draft", "ready", null]))),
        new("the languages of a release change", n => Front(n, "languages", _ => n.One(["[it]", "[it, en]", "[it, ja, ar]", null]))),
        new("a slug is set", n => Front(n, "slug", i => n.One([$"indirizzo-{i % 7}", null]))),
        new("extra keys change", n => Front(n, "extra", i => $"{{ colour: c{i} }}")),
        new("a key is misspelt", n => Front(n, "topcs", _ => n.One(["[a]", null, null]))),
        new("a release is written", Write),
        new("a release is deleted", n => { if (n.One(Ids(n)) is { } id) n.Delete($"content/releases/{id}"); }),
        new("a release gets another name", Rename),
        new("an edition is written freely", n => Free(n, n.One(Ids(n)) is { } id ? $"content/releases/{id}" : null)),
        new("an edition is deleted", n => { if (n.One([.. Texts(n).Where(t => !t.EndsWith("/it.md", StringComparison.Ordinal))]) is { } text) n.Delete(text); }),
        new("a standing page is written", n => n.Write($"content/pages/pagina-{n.Random.Next(3)}/it.md", $"---\nheadline: Pagina {n.Random.Next(100)}\n---\n\nTesto con la [Cosa](release:2025/lancio).\n")),
        new("a standing page is translated freely", n => Free(n, "content/pages/about")),
        new("a standing page is deleted", n => n.Delete(n.One(["content/pages/about", "content/pages/pagina-0", "content/pages/pagina-1/it.md"])!)),
        new("a file of a release changes", n => n.Write($"{n.One(Folders(n)) ?? "content/releases/2025/lancio"}/media/cosa.svg", Svg(n.Random.Next(5)))),
        new("a file has a version for a language", n => n.Write("content/releases/2025/lancio/media/cosa.ja.svg", Svg(n.Random.Next(5)))),
        new("a file of a release is lost", n => { if (n.One([.. Folders(n).SelectMany(f => n.Files($"{f}/media"))]) is { } file) n.Delete(file); }),
    ];

    /// <summary>The ids of all releases.</summary>
    public static IReadOnlyList<string> Ids(EditedNewsroom newsroom) => [.. Folders(newsroom).Select(f => f["content/releases/".Length..])];

    private static IReadOnlyList<string> Folders(EditedNewsroom newsroom) =>
        [.. newsroom.Files("content/releases", "/it.md").Select(f => Path.GetDirectoryName(f)!).Distinct(StringComparer.Ordinal)];

    private static IReadOnlyList<string> Texts(EditedNewsroom newsroom) => [.. newsroom.Files("content/releases", ".md"), .. newsroom.Files("content/pages", ".md")];

    /// <summary>A picture, as many pixels wide as it is told.</summary>
    public static string Svg(int width) => string.Create(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width + 1}\" height=\"1\"/>");

    private static string Image(int number) => $"\n  - file: media/cosa.svg\n    alt: La Cosa {number}\n    credit: Acme {number % 3}\n    licence: CC0-1.0";

    /// <summary>A time near the present, or far from it.</summary>
    private static string At(EditedNewsroom newsroom, int number) =>
        newsroom.Now.AddHours((number % 120) - 60).ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture) + "Z";

    private static void Body(EditedNewsroom newsroom, Func<string, int, string> change)
    {
        var number = newsroom.Random.Next(10, 100);
        if (newsroom.One(Texts(newsroom)) is { } text) newsroom.Change(text, t => YamlText.Body(t, b => change(b, number)));
    }

    private static void Front(EditedNewsroom newsroom, string key, Func<int, string?> value)
    {
        var number = newsroom.Random.Next(10, 100);
        if (newsroom.One(Texts(newsroom)) is { } text) newsroom.Change(text, t => YamlText.Front(t, f => YamlText.With(f, key, value(number))));
    }

    private static void Write(EditedNewsroom newsroom)
    {
        if (Folders(newsroom).Count > 5) return;
        var number = newsroom.Random.Next(10, 100);
        var folder = $"content/releases/{newsroom.One(["2024", "2025", "2026"])}/nuovo-{number}";
        newsroom.Write($"{folder}/it.md", $"---\nheadline: Nuovo {number}\npublished: {At(newsroom, newsroom.Random.Next(200))}\ntopics: [products]\nmedia:{Image(number)}\n---\n\nCosta {number} euro. Si veda la [Cosa](release:2025/lancio).\n");
        newsroom.Write($"{folder}/media/cosa.svg", Svg(number));
    }

    private static void Rename(EditedNewsroom newsroom)
    {
        if (newsroom.One(Folders(newsroom)) is not { } folder) return;
        var other = $"content/releases/2025/altro-{newsroom.Random.Next(4)}";
        if (!Directory.Exists(newsroom.Full(other))) Directory.Move(newsroom.Full(folder), newsroom.Full(other));
    }

    private static void Free(EditedNewsroom newsroom, string? folder)
    {
        var number = newsroom.Random.Next(100);
        if (folder is null || !newsroom.Has($"{folder}/it.md") || newsroom.One(["en", "ja", "ar"]) is not { } tag || newsroom.Has($"{folder}/{tag}.xlf")) return;
        newsroom.Write($"{folder}/{tag}.md", $"---\nheadline: The Thing {number}\n---\n\nA text of its own, with [the Thing](release:2025/lancio).\n");
    }

    [GeneratedRegex("[0-9]+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Figures();
}
