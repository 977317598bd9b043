using PressKit.Testing;
using PressKit.Translation;

namespace PressKit.Tests.Translation.Checks;

/// <summary>Suggestions that were taken as they were.</summary>
public sealed class SuggestionCheckTests
{
    private static readonly Provenance Person = new(Origin.Author, "Ada Neri", null, DateTimeOffset.UnixEpoch);

    [Theory]
    [InlineData("en", "The large hall opens today.")]
    [InlineData("fr", "La grande salle ouvre aujourd’hui.")]
    [InlineData("de", "Der große Saal öffnet heute.")]
    [InlineData("es", "La sala grande abre hoy.")]
    [InlineData("pt", "A sala grande abre hoje.")]
    [InlineData("ja", "大ホールは本日オープンします。")]
    [InlineData("zh-Hans", "大厅今天开放。")]
    [InlineData("ar", "تفتح القاعة الكبيرة اليوم.")]
    public void A_suggestion_for_another_sentence_has_to_be_edited(string to, string target)
    {
        Found(to, "La sala piccola apre oggi.", target, ("La sala grande apre oggi.", target)).ShouldBeTrue("as it was");
        Found(to, "La sala piccola apre oggi.", target + "!", ("La sala grande apre oggi.", target)).ShouldBeTrue("marks are no edit");
        Found(to, "La sala grande, apre oggi!", target, ("La sala grande apre oggi.", target)).ShouldBeFalse("marks make no other sentence");
        Found(to, "La sala piccola apre oggi.", target + " x", ("La sala grande apre oggi.", target)).ShouldBeFalse("edited");
        Found(to, "La sala piccola apre oggi.", target, null).ShouldBeFalse("no suggestion");
    }

    [Fact]
    public void A_machines_draft_took_no_suggestion() =>
        Found("en", "La sala piccola apre oggi.", "The large hall.", ("La sala grande.", "The large hall."), new Provenance(Origin.Machine, "Apertium", null, DateTimeOffset.UnixEpoch), SegmentState.Initial).ShouldBeFalse();

    [Fact]
    public void What_was_repaired_after_its_source_took_none_either() =>
        Found("en", "Sala 4 aperta.", "Hall 3 open.", ("Sala 3 aperta.", "Hall 3 open."), isRepaired: true).ShouldBeFalse();

    private static bool Found(string to, string source, string target, (string Source, string Target)? suggestion, Provenance? maker = null,
        SegmentState state = SegmentState.Translated, bool isRepaired = false)
    {
        var previous = suggestion is { } s ? new PreviousTranslation(Inline.Parse(s.Source), Inline.Parse(s.Target)) { Similarity = 85 } : null;
        var segment = new SegmentTranslation(new Segment(Inline.Parse(source)), Inline.Parse(target), state, maker ?? Person, previous) { IsRepaired = isRepaired };
        return Checked.Findings("it", to, new TranslatedUnit("u1", UnitRole.Paragraph, [segment])).Any(f => f.Rule.Id == "unedited-fuzzy");
    }
}
