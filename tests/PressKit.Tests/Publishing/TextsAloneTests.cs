using System.Collections.Immutable;
using System.Globalization;

namespace PressKit.Tests.Publishing;

/// <summary>Where nothing but texts changed, only the pages that show them are composed; and the site is the same as if all were.</summary>
public sealed class TextsAloneTests
{
    private static readonly ImmutableArray<string> OfTexts =
    [
        "a paragraph is added", "the last paragraph is deleted", "the body is written anew", "figures change", "one letter changes", "paragraphs are moved",
    ];

    // What also changes now and then, so that texts are written in newsrooms of many kinds.
    private static readonly ImmutableArray<string> Others =
    [
        "a headline changes", "topics change", "the series changes", "related releases change", "quotations change", "media change", "a release is written",
        "a release is deleted", "an embargo is set or lifted", "an edition is written freely", "a standing page is written", "the feeds change", "a template changes",
        "somebody translates", "a machine drafts", "an edition is corrected", "a release is corrected", "a published file is lost", "the manifest is damaged",
        "a cache is deleted", "a minute passes", "the theme changes", "what is missing is shown otherwise",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void After_every_text_that_changes_a_warm_site_equals_a_clean_one(int seed)
    {
        var random = new Random(seed);
        using var newsroom = new EditedNewsroom();
        newsroom.Publish(goesOn: false).ShouldBeNull();
        var texts = 0;
        for (var step = 0; step < 120; step++)
        {
            var names = random.Next(8) == 0 ? Others : OfTexts;
            var name = names[random.Next(names.Length)];
            var edit = Edit.All.Index().First(e => e.Item.Name == name).Index;
            if (names == OfTexts) texts++;
            var taken = new Step([edit], random.Next(), GoesOn: false);
            taken.Take(newsroom).ShouldBeNull(string.Create(CultureInfo.InvariantCulture, $"After step {step + 1}, {taken}."));
        }

        newsroom.TextsAlone.ShouldBeGreaterThan(texts / 12, "Else this proves little.");
    }
}
