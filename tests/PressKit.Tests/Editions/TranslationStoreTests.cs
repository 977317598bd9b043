using System.Text;
using PressKit.Editions;
using PressKit.Testing;
using PressKit.Tests.Formats;
using PressKit.Translation;
using PressKit.Translation.Xliff;

namespace PressKit.Tests.Editions;

public sealed class TranslationStoreTests
{
    [Fact]
    public void What_cannot_be_carried_over_from_a_file_is_kept_whole_beside_the_revisions()
    {
        using var folder = new TemporaryFolder();
        var release = Directory.CreateDirectory(Path.Combine(folder.Path, SomeSite.Release.Folder)).FullName;
        var before = Encoding.UTF8.GetBytes("<xliff><!-- another tool's, and cut off");
        File.WriteAllBytes(Path.Combine(release, "en.xlf"), before);
        var segment = new SegmentTranslation(new Segment(InlineContent.Of("Uno.")), InlineContent.Of("One."), SegmentState.Translated, null);
        var translation = new StoredTranslation("content/releases/2025/tokyo/it.md", "0123456789abcdef", SomeSite.Italian, SomeSite.English,
            [new TranslatedUnit("u1", UnitRole.Paragraph, [segment])]);

        new TranslationStore(folder.Path).Store(SomeSite.Release, translation);

        File.ReadAllText(Path.Combine(release, "en.xlf")).ShouldContain("One.");
        File.ReadAllBytes(Directory.GetFiles(Path.Combine(release, "revisions"), "*.before.xlf").ShouldHaveSingleItem()).ShouldBe(before);
    }

    [Fact]
    public void What_a_person_changed_in_the_file_while_a_command_was_at_work_stays()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(Path.Combine(folder.Path, SomeSite.Release.Folder));
        var store = new TranslationStore(folder.Path);
        var read = store.Store(SomeSite.Release, Translation(Machine("One."), Machine("Two."), null));
        // Somebody takes the first one over and writes the third, while a service is asked for all of them again.
        var reviewed = Translation(Machine("One.") with { State = SegmentState.Translated }, Machine("Two."), Machine("Third, by Anna.") with { State = SegmentState.Translated });
        store.Store(read, reviewed);

        var after = store.Store(read, Translation(Machine("ONE."), Machine("TWO."), Machine("THREE.")));

        after.Translations.Single(t => t.Language == SomeSite.English).Bytes.ToArray().ShouldBe(File.ReadAllBytes(Path.Combine(folder.Path, SomeSite.Release.Folder, "en.xlf")));
        XliffReader.Read(after.Translations.Single(t => t.Language == SomeSite.English).Bytes, "", new Problems())!.Units.SelectMany(u => u.Segments).Select(s => s.Target!.ToString())
            .ShouldBe(["One.", "TWO.", "Third, by Anna."]);
        Directory.GetFiles(Path.Combine(folder.Path, SomeSite.Release.Folder), "*.new").ShouldBeEmpty();
    }

    private static StoredTranslation Translation(params SegmentTranslation?[] segments) =>
        new("content/releases/2025/tokyo/it.md", "0123456789abcdef", SomeSite.Italian, SomeSite.English,
            [.. segments.Select((s, i) => new TranslatedUnit(FormattableString.Invariant($"u{i}"), UnitRole.Paragraph, [s ?? new SegmentTranslation(new Segment(InlineContent.Of("Uno.")), null, SegmentState.Initial, null)]))]);

    private static SegmentTranslation Machine(string target) => new(new Segment(InlineContent.Of("Uno.")), InlineContent.Of(target), SegmentState.Initial,
        new Provenance(Origin.Machine, "A service", null, new DateTimeOffset(2026, 1, 20, 12, 0, 0, TimeSpan.Zero)));
}
