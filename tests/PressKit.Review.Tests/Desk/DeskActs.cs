using PressKit.Editions;
using PressKit.Editions.Reviewing;
using PressKit.Review.Desk;
using static PressKit.Review.Tests.Desk.DeskNewsroom;

namespace PressKit.Review.Tests.Desk;

/// <summary>What tests do at a desk over and over.</summary>
internal static class DeskActs
{
    /// <summary>What readers would be given of the English edition when its time has come.</summary>
    public static Admitted? Admitted(DeskNewsroom newsroom) =>
        new Publisher().Prepare(newsroom.Folder, newsroom.Time.GetUtcNow().AddDays(30), new Problems())!.Admission.Admitted.FirstOrDefault(a => a.Edition.Language == English.Language);

    /// <summary>Translates every sentence.</summary>
    public static async Task TranslateAsync(ReviewDesk desk, EditionName? edition = null)
    {
        foreach (var sentence in desk.View(edition ?? English)!.Units.SelectMany(u => u.Sentences))
        {
            var text = string.Concat(sentence.Codes.Select(c => c.Spans ? $"<{c.Id}>here</{c.Id}> " : $"<{c.Id}/> ")) + "3 2 12 20 " + sentence.Name.Segment;
            (await desk.SaveAsync(edition ?? English, Anna, sentence.Name, sentence.Version, text)).Refusal.ShouldBeNull();
        }
    }

    /// <summary>Saves the translation of the sentence with a text in its source, as Anna.</summary>
    public static async Task<Outcome> SaveAsync(ReviewDesk desk, string source, string text, EditionName? edition = null)
    {
        var sentence = Sentence(desk, source, edition);
        var outcome = await desk.SaveAsync(edition ?? English, Anna, sentence.Name, sentence.Version, text);
        outcome.Refusal.ShouldBeNull();
        return outcome;
    }

    /// <summary>The sentence with a text in its source.</summary>
    public static SentenceView Sentence(ReviewDesk desk, string text, EditionName? edition = null) =>
        desk.View(edition ?? English)!.Units.SelectMany(u => u.Sentences).Single(s => s.Source.Contains(text, StringComparison.Ordinal));
}
