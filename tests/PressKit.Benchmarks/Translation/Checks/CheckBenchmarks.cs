using System.Collections.Immutable;
using System.Globalization;
using BenchmarkDotNet.Attributes;
using PressKit.Languages;
using PressKit.Translation;
using PressKit.Translation.Checks;
using PressKit.Translation.Glossary;

namespace PressKit.Benchmarks.Translation.Checks;

/// <summary>Runs every check over a release of two hundred segments, a third of them with numbers, dates, amounts, names and
/// addresses.</summary>
[MemoryDiagnoser]
public class CheckBenchmarks
{
    private static readonly (string It, string En, string Ja)[] Sentences =
    [
        ("La mostra apre lunedì 3 novembre 2025 alle ore 18:30 con {0} opere.", "The exhibition opens on Monday, November 3, 2025 at 18:30 with {0} works.", "展覧会は2025年11月3日（月曜日）18時30分に{0}点の作品とともに開幕します。"),
        ("Il premio di 42.000 dollari è andato ad Anna Rossi di Kling AI.", "The prize of $42,000 went to Anna Rossi of Kling AI.", "賞金4万2000ドルは Kling AI の Anna Rossi 氏に贈られました。"),
        ("Per informazioni si può scrivere a press@acme.example.", "For information, write to press@acme.example.", "お問い合わせは press@acme.example までお願いいたします。"),
        ("Le opere selezionate sono arrivate in sala, su grande schermo, e chi le ha firmate ha potuto discuterne di persona.", "The selected works reached the theater, on the big screen, and those who signed them could discuss them in person.", "選ばれた作品は劇場の大きなスクリーンで上映され、作り手は自ら作品について語ることができました。"),
        ("Il dibattito, però, non si chiude qui: nessuno può dire come andrà.", "The debate, however, does not end here: no one can say how it will go.", "しかし議論はここで終わりません。どうなるかは誰にも分かりません。"),
        ("«Le tecniche cambiano», ha detto, «e noi con loro».", "“Techniques change,” he said, “and so do we.”", "「技術は変わり、私たちも変わる」と彼は述べました。"),
    ];

    private readonly TranslationChecks _checks = new(new Locales());
    private readonly Terminology _terminology = new([new Term("kling", "Kling AI") { Translate = false }]);
    private ImmutableArray<TranslatedUnit> _units = [];

    [Params("en", "ja")]
    public string To { get; set; } = "en";

    [GlobalSetup]
    public void Write() => _units =
    [
        .. Enumerable.Range(0, 200).Select(i =>
        {
            var (it, en, ja) = Sentences[i % Sentences.Length];
            var number = (i + 12).ToString(CultureInfo.InvariantCulture);
            return new TranslatedUnit("u" + number, UnitRole.Paragraph, [new SegmentTranslation(
                new Segment(InlineContent.Of(it.Replace("{0}", number, StringComparison.Ordinal))),
                InlineContent.Of((To == "ja" ? ja : en).Replace("{0}", number, StringComparison.Ordinal)), SegmentState.Final, null)]);
        }),
    ];

    [Benchmark]
    public int Release() => _checks.Check(_checks.Read(Language.Parse("it"), Language.Parse(To), _units, _terminology)).Length;
}
