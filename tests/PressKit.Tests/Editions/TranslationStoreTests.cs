using System.Text;
using PressKit.Editions;
using PressKit.Testing;
using PressKit.Tests.Formats;
using PressKit.Translation;

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
}
