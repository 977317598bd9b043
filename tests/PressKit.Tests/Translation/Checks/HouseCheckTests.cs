using PressKit.Languages;
using PressKit.Testing;
using PressKit.Translation;
using PressKit.Translation.Checks;

namespace PressKit.Tests.Translation.Checks;

/// <summary>The newsroom's own rules.</summary>
public sealed class HouseCheckTests
{
    private static readonly TranslationChecks Checks = new(new Locales());

    private static readonly HouseRule Name = new("one-name")
    {
        Never = HouseRule.Pattern(@"\b[Bb]iennial(e?)\b"), Write = "Biennal$1", Severity = Severity.Error, Reason = "The festival has one name.",
    };

    private static readonly HouseRule Halls = new("halls")
    {
        Source = HouseRule.Pattern(@"\bSala \d"), Target = HouseRule.Pattern(@"\b(Hall|Saal|Salle|Zaal|Зал) ?\d|\d ?(号厅|号館|관)|القاعة \d"), BothWays = true,
    };

    [Theory]
    [InlineData("en", "Hall 3 is open.", "")]
    [InlineData("de", "Saal 3 ist offen.", "")]
    [InlineData("fr", "La Salle 3 est ouverte.", "")]
    [InlineData("nl", "Zaal 3 is open.", "")]
    [InlineData("ru", "Зал 3 открыт.", "")]
    [InlineData("zh-Hans", "3号厅开放。", "")]
    [InlineData("ko", "3관이 열려 있습니다.", "")]
    [InlineData("ar", "القاعة 3 مفتوحة.", "")]
    [InlineData("en", "Room 3 is open.", "house-rule")]
    [InlineData("de", "Raum 3 ist offen.", "house-rule")]
    [InlineData("fr", "La pièce 3 est ouverte.", "house-rule")]
    [InlineData("nl", "Kamer 3 is open.", "house-rule")]
    [InlineData("ru", "Комната 3 открыта.", "house-rule")]
    [InlineData("zh-Hans", "3号房间开放。", "house-rule")]
    [InlineData("ko", "3번 방이 열려 있습니다.", "house-rule")]
    [InlineData("ar", "الغرفة 3 مفتوحة.", "house-rule")]
    public void What_stands_in_the_source_asks_for_something_in_the_translation(string to, string target, string found) =>
        string.Join(' ', Found("La Sala 3 è aperta.", to, target, Halls)).ShouldBe(found);

    [Fact]
    public void A_rule_for_both_ways_asks_the_source_too()
    {
        Found("Il cortile è aperto.", "en", "Hall 3 is open.", Halls).ShouldContain("house-rule");
        Found("Il cortile è aperto.", "en", "Hall 3 is open.", Halls with { BothWays = false }).ShouldNotContain("house-rule");
    }

    [Fact]
    public void What_must_not_stand_there_is_found_with_its_place_its_reason_and_its_fix()
    {
        var finding = Findings("La Biennale apre.", "en", "The biennial opens.", Name).Single();
        (finding.Rule.Code, finding.Rule.Severity, finding.Target).ShouldBe(("check.house-rule", Severity.Error, new TextSpan(4, 8)));
        finding.Message.ShouldBe("“biennial” must not stand here (rule 'one-name').");
        finding.Remedy.ShouldBe("Write “Biennal”. The festival has one name.");
        finding.Fix.ShouldBe(new TextEdit(new TextSpan(4, 8), "Biennal"));
    }

    [Fact]
    public void A_rule_holds_for_its_languages_with_their_regions_and_for_no_other()
    {
        var rule = Name with { Languages = [Language.Parse("en")] };
        Found("La Biennale apre.", "en-GB", "The biennial opens.", rule).ShouldContain("house-rule");
        Found("La Biennale apre.", "de", "Die biennial öffnet.", rule).ShouldNotContain("house-rule");
    }

    [Fact]
    public void A_rule_with_a_source_holds_where_the_source_has_it()
    {
        var rule = Name with { Source = HouseRule.Pattern("Biennale") };
        Found("La Biennale apre.", "en", "The biennial opens.", rule).ShouldContain("house-rule");
        Found("Una mostra ogni due anni.", "en", "A biennial show.", rule).ShouldNotContain("house-rule");
    }

    [Fact]
    public void A_fix_that_would_break_the_rule_again_is_none() =>
        Findings("La Biennale apre.", "en", "The biennial opens.", Name with { Write = "the biennial" }).Single().Fix.ShouldBeNull();

    [Fact]
    public void Two_rules_are_dismissed_one_by_one()
    {
        var findings = Findings("La Biennale apre.", "en", "The biennial opens.", Name, Name with { Id = "another" });
        findings.Select(f => f.Fingerprint).Distinct().Count().ShouldBe(2);
    }

    [Fact]
    public void A_pattern_that_takes_for_ever_is_given_up_and_reported_and_no_error()
    {
        // To look ahead is what matching in linear time cannot do.
        var rule = new HouseRule("slow") { Never = HouseRule.Pattern("(?=a)(a+)+$"), Severity = Severity.Error };
        var finding = Findings("La sala.", "en", new string('a', 40) + " b", rule).Single(f => f.Rule.Code == "check.house-rule-slow");
        finding.Rule.Severity.ShouldBe(Severity.Warning);
        finding.Remedy.ShouldContain("content/checks.yml");
        Found("La sala.", "en", new string('a', 40) + " b", new HouseRule("linear") { Never = HouseRule.Pattern("(a+)+$") }).ShouldNotContain("house-rule-slow");
    }

    private static IEnumerable<string> Found(string source, string to, string target, params HouseRule[] rules) =>
        Findings(source, to, target, rules).Select(f => f.Rule.Id).Where(id => id.StartsWith("house", StringComparison.Ordinal));

    private static List<Finding> Findings(string source, string to, string target, params HouseRule[] rules)
    {
        var unit = new TranslatedUnit("u1", UnitRole.Paragraph, [new SegmentTranslation(new Segment(Inline.Parse(source)), Inline.Parse(target), SegmentState.Final, null)]);
        return [.. Checks.Check(Checks.Read(Language.Parse("it"), Language.Parse(to), [unit], [], null, [.. rules])).Where(f => f.Rule.Id.StartsWith("house", StringComparison.Ordinal))];
    }
}
