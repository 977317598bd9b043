using PressKit.Editions;
using PressKit.Testing;
using PressKit.Tests.Formats;

namespace PressKit.Tests.Editions;

/// <summary>What the gate lets through of a newsroom on disk, at noon of 1 June 2026, UTC.</summary>
public sealed class GateTests : IDisposable
{
    private const string Public = "headline: Public\npublished: 2026-01-01T09:00\n";
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("headline: Public\npublished: 2026-01-01T09:00\nstate: draft\n")]
    [InlineData("headline: Public\n")]
    [InlineData("headline: Public\npublished: 2026-07-01T09:00\n")]
    [InlineData("headline: Public\npublished: 2026-01-01T09:00\nembargo: 2026-07-01T09:00\n")]
    public void What_holds_the_source_back_holds_every_edition(string source)
    {
        Write("en.md", source);
        Write("fr.md", Public);
        Admitted().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("headline: Libre\nstate: draft\n")]
    [InlineData("headline: Libre\npublished: 2026-07-01T09:00\n")]
    public void An_edition_of_its_own_can_wait_longer_than_the_source(string french)
    {
        Write("en.md", Public);
        Write("fr.md", french);
        Admitted().ShouldBe(["en"]);
    }

    [Fact]
    public void An_embargo_in_any_text_of_a_release_holds_for_all_its_languages()
    {
        Write("en.md", Public);
        Write("fr.md", "headline: Libre\nembargo: 2026-07-01T09:00\n");
        Admitted().ShouldBeEmpty();
    }

    [Fact]
    public void An_edition_of_its_own_has_the_date_of_the_source_where_it_names_none()
    {
        Write("en.md", Public);
        Write("fr.md", "headline: Libre\n");
        Admitted().ShouldBe(["en", "fr"]);
    }

    [Fact]
    public void A_translation_whose_blocks_are_not_the_sources_is_held_though_it_is_approved()
    {
        var edition = SomeSite.Edition(SomeSite.English) with { Approval = new Approval("Ada", default, "content", null) };
        var gate = new Gate(SomeSite.Newsroom().Policy);

        gate.Admit([edition], DateTimeOffset.MaxValue).Admitted.ShouldHaveSingleItem();
        gate.Admit([edition with { IsSound = false }], DateTimeOffset.MaxValue).Held.ShouldHaveSingleItem().Reason.ShouldBe("its blocks are not the source's");
    }

    [Fact]
    public void What_readers_are_told_of_an_event_is_never_hidden_and_a_translation_is_told_where_it_may_be_public()
    {
        var policy = SomeSite.Newsroom().Policy;
        Told(policy, new EventTranslation("Yes.", IsApproved: true, IsMachine: true, IsBlocked: false)).ShouldBe("en Yes. person");
        Told(policy, new EventTranslation("Yes.", IsApproved: false, IsMachine: true, IsBlocked: false)).ShouldBe("en Yes. machine");
        Told(policy, new EventTranslation("Yes.", IsApproved: false, IsMachine: true, IsBlocked: false), errors: 1).ShouldBe("it Sì. person");
        Told(policy, new EventTranslation("Yes.", IsApproved: false, IsMachine: false, IsBlocked: false)).ShouldBe("it Sì. person");
        Told(policy, new EventTranslation("Yes.", IsApproved: true, IsMachine: true, IsBlocked: true)).ShouldBe("it Sì. person");
        Told(policy with { Machine = MachinePolicy.Hold }, new EventTranslation("Yes.", IsApproved: false, IsMachine: true, IsBlocked: false)).ShouldBe("it Sì. person");
        Told(policy, null).ShouldBe("it Sì. person");

        static string Told(Policy policy, EventTranslation? translation, int errors = 0)
        {
            var told = new EventText(new ReleaseEvent(EventKind.Correction, default, null, "Sì."), "events.1.reason", "Sì.", SomeSite.Italian) { Translation = translation };
            var edition = SomeSite.Edition(SomeSite.English) with { Approval = new Approval("Ada", default, "content", null), Events = [told] };
            var shown = new Gate(policy, (_, unit) => unit is null ? 0 : errors).Admit([edition], DateTimeOffset.MaxValue).Admitted.ShouldHaveSingleItem().Edition.Events.ShouldHaveSingleItem();
            shown.Translation.ShouldBeNull();
            return $"{shown.Language} {shown.Text} {(shown.IsMachine ? "machine" : "person")}";
        }
    }

    public void Dispose() => _folder.Dispose();

    private IEnumerable<string> Admitted()
    {
        Save("content/newsroom.yml", "name: Acme\nurl: https://press.example/\ntimezone: Europe/Rome\nlanguages: [en, fr]\n");
        var problems = new Problems();
        var prepared = new Publisher().Prepare(_folder.Path, new DateTimeOffset(2026, 6, 1, 12, 0, 0, TimeSpan.Zero), problems);
        problems.All.ShouldBeEmpty();
        return prepared!.Admission.Admitted.Select(a => a.Edition.Language.Tag).Order(StringComparer.Ordinal);
    }

    private void Write(string file, string frontMatter) => Save($"content/releases/2026/one/{file}", $"---\n{frontMatter}---\n\nText.\n");

    private void Save(string file, string text)
    {
        var path = Path.Combine(_folder.Path, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
