using System.Globalization;

namespace PressKit.Tests.Publishing;

/// <summary>What becomes of the newsroom's registers: topics, series, people, contacts, boilerplates, terms and rules.</summary>
internal static class RegisterEdits
{
    public static IReadOnlyList<Edit> All { get; } =
    [
        new("a topic is named or new", n => Set(n, "topics", n.One(["products", "culture"])!, i => $"{{ name: {{ it: Tema {i}, en: Topic {i} }} }}")),
        new("a topic is deleted", n => Set(n, "topics", "culture", _ => null)),
        new("a series is named or new", n => Set(n, "series", n.One(["storia", "altra"])!, i => $"\n  name: {{ it: Serie {i}, ar: قصة }}\n  text: {{ it: Testo {i}. }}")),
        new("a series is deleted", n => Set(n, "series", "altra", _ => null)),
        new("a contact is new or other", n => Set(n, "contacts", n.One(["press", "desk"])!,
            i => $"\n  name: Ufficio {i}\n  role: {{ it: Stampa {i}, en: Press }}\n  email: press{i}@acme.example\n  languages: [{n.One(["it", "en, it", "ja"])}]")),
        new("a contact is deleted", n => Set(n, "contacts", "desk", _ => null)),
        new("somebody speaks", n => Set(n, "spokespeople", n.One(["luca", "ada", "ken"])!, i => $"\n  name: {{ it: Luca {i}, ja: ルーカ }}\n  role: {{ it: Portavoce {i} }}{n.One(["", Portrait])}")),
        new("somebody speaks no more", n => Set(n, "spokespeople", n.One(["ada", "ken"])!, _ => null)),
        new("a portrait changes", n => n.Write("content/portraits/luca.svg", TextEdits.Svg(n.Random.Next(5)))),
        new("the boilerplate is written", n => n.Write($"content/boilerplates/acme/{n.One(["it", "en", "ja"])}.md", $"Acme costruisce {n.Random.Next(100)} cose.\n")),
        new("a boilerplate is deleted", n => n.Delete($"content/boilerplates/acme/{n.One(["en", "ja"])}.md")),
        new("terms are settled", n => n.Write("content/glossary.yml", Terms(n))),
        new("there is no glossary", n => n.Delete("content/glossary.yml")),
        new("abbreviations are named", n => n.Write("content/segmentation.yml", n.One(["it: [cose.]\n", "it: [numero., frase.]\n", ""])!)),
        new("rules are written", n => n.Write("content/checks.yml", n.One(["", "rules: []\n", "- id: cosa\n  source: Cosa\n  message: Si traduce.\n"])!)),
        new("the card changes", n => n.Write("content/media/card.svg", TextEdits.Svg(n.Random.Next(5)))),
    ];

    private const string Portrait = "\n  portrait: { file: portraits/luca.svg, alt: { it: Un volto }, credit: Acme, licence: CC0-1.0 }\n  contact: press";

    private static void Set(EditedNewsroom newsroom, string register, string key, Func<int, string?> value)
    {
        var (path, number) = ($"content/{register}.yml", newsroom.Random.Next(100));
        newsroom.Write(path, YamlText.With(newsroom.Has(path) ? newsroom.Read(path) : "", key, value(number)));
    }

    private static string Terms(EditedNewsroom newsroom) => "terms:\n" + newsroom.One(
    [
        "  - term: Acme\n    translate: false\n",
        "  - term: Acme\n    translate: false\n  - term: cosa\n    translations: { en: thing, ja: もの }\n",
        $"  - term: numero\n    translations: {{ en: number {newsroom.Random.Next(9).ToString(CultureInfo.InvariantCulture)} }}\n",
    ]);
}
