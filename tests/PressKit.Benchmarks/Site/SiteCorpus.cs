using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using PressKit.Benchmarks.Translation.Memory;

namespace PressKit.Benchmarks.Site;

/// <summary>Press releases of about 450 words, the same on every run and in every language: what one language says is the
/// translation of what the others say, run of text by run of text.</summary>
internal sealed class SiteCorpus(int releases, ImmutableArray<string> languages)
{
    public const int TopicCount = 40;

    /// <summary>The languages in the order in which they are taken: one from right to left and two without spaces among the first ten.</summary>
    public static ImmutableArray<string> AllLanguages { get; } =
    [
        "it", "en", "fr", "de", "es", "pt", "nl", "pl", "ja", "ar", "ca", "zh-Hans", "sv", "da", "fi", "nb", "cs", "sk", "sl", "hr", "hu", "ro", "bg",
        "el", "tr", "uk", "ru", "lt", "lv", "et", "ko", "he", "fa", "hi", "id", "vi", "th", "ga", "mt", "eu", "gl", "sq", "sr", "mk", "is",
    ];

    public ImmutableArray<string> Languages { get; } = languages;

    public IEnumerable<SiteRelease> Releases() => Enumerable.Range(0, releases).Select(n => new SiteRelease(n));

    /// <summary>What a release says in a language.</summary>
    public static SiteText TextOf(SiteRelease release, string language) => new Writing(release.Number, language).Text();

    /// <summary>Writes a release: the same draws from the same seed in every language.</summary>
    private sealed class Writing(int number, string language)
    {
        private readonly Random _random = new(number);
        private readonly NewsLanguage _language = NewsLanguage.All.FirstOrDefault(l => l.Tag == language)
            ?? NewsLanguage.All[Array.IndexOf([.. AllLanguages], language) % (NewsLanguage.All.Length - 1)];

        private readonly ImmutableArray<string>.Builder _runs = ImmutableArray.CreateBuilder<string>();
        private readonly StringBuilder _body = new();

        public SiteText Text()
        {
            var headline = Run(Capital(Pick(_language.Subjects)) + " " + Pick(_language.Verbs) + " " + Pick(_language.Objects) + " " + Figure());
            var summary = Run(Sentence());
            var image = Run(Capital(Pick(_language.Objects)) + " " + Pick(_language.Places));
            Paragraph(3).Linked("https://example.org/about").Paragraph(2);
            Heading().Paragraph(3).Quotation();
            _body.Append("![").Append(image).Append("](media/picture.png)\n\n");
            Heading().Linked("https://example.org/press").List().Paragraph(3);
            Heading().Table().Paragraph(2).Quotation();
            Heading().Paragraph(2).Linked("https://example.org/report");
            return new SiteText(headline, summary, image, _body.ToString(), _runs.ToImmutable());
        }

        private Writing Heading() => Block("## ", [Run(Capital(Pick(_language.Objects)) + " " + Figure())]);

        private Writing Paragraph(int sentences) => Block("", Sentences(sentences));

        private Writing Quotation() => Block("> ", Sentences(2));

        private Writing Linked(string target) =>
            Block("", [Run(Sentence()), "[" + Run(Capital(Pick(_language.Objects))) + "](" + target + ")", Run(Sentence()), "**" + Run(Pick(_language.Subjects)) + "**", Run(Sentence())]);

        private Writing List()
        {
            for (var i = 0; i < 4; i++) _body.Append("- ").Append(Run(Capital(Pick(_language.Objects)) + " " + Pick(_language.Places))).Append('\n');
            _body.Append('\n');
            return this;
        }

        private Writing Table()
        {
            for (var row = 0; row < 5; row++)
            {
                _body.Append("| ").Append(Run(Pick(_language.Places))).Append(" | ").Append(Run(Pick(_language.Subjects))).Append(" | ").Append(Run(Figure())).Append(" |\n");
                if (row == 0) _body.Append("| --- | --- | ---: |\n");
            }

            _body.Append('\n');
            return this;
        }

        private Writing Block(string mark, IEnumerable<string> runs)
        {
            _body.Append(mark).AppendJoin(' ', runs).Append("\n\n");
            return this;
        }

        private List<string> Sentences(int count) => [.. Enumerable.Range(0, count).Select(_ => Run(Sentence()))];

        private string Sentence()
        {
            string[] parts = _language.Space.Length > 0
                ? [Pick(_language.Openers) + ",", Pick(_language.Subjects), Pick(_language.Verbs), Pick(_language.Objects), Pick(_language.Places), Tail()]
                : [Pick(_language.Openers), Pick(_language.Subjects), Pick(_language.Objects), Pick(_language.Places), Tail(), Pick(_language.Verbs)];
            return Capital(string.Join(_language.Space, parts)) + _language.Stop;
        }

        private string Tail()
        {
            var (tail, first, second, day, year) = (Pick(_language.Tails), Figure(), Figure(), _random.Next(1, 28), _random.Next(2005, 2027));
            var month = _language.Months[_random.Next(12)];
            return string.Create(CultureInfo.InvariantCulture, $"{tail.Replace("{0}", first, StringComparison.Ordinal).Replace("{1}", second, StringComparison.Ordinal)
                .Replace("{2}", $"{day}", StringComparison.Ordinal).Replace("{m}", month, StringComparison.Ordinal).Replace("{M}", month, StringComparison.Ordinal)
                .Replace("{y}", $"{year}", StringComparison.Ordinal).Replace("{N}", "Ada Neri", StringComparison.Ordinal)}");
        }

        private string Figure() => _random.Next(2, 900).ToString(CultureInfo.InvariantCulture);

        private string Pick(string[] from) => from[_random.Next(from.Length)];

        private string Run(string text)
        {
            _runs.Add(text);
            return text;
        }

        private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
    }
}
