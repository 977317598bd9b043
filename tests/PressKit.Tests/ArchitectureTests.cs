using PressKit.Content.MadeUp;
using PressKit.Testing;
using PressKit.Tests.Architecture;

namespace PressKit.Tests;

public sealed class ArchitectureTests
{
    [Fact]
    public void A_stage_uses_the_vocabulary_the_stages_before_it_and_its_own_libraries() =>
        House.Violations(typeof(Unit).Assembly.GetTypes()).ShouldBeEmpty();

    [Fact]
    public void A_source_names_no_later_stage_and_stands_in_the_folder_of_its_namespace()
    {
        var folder = Repository.PathTo("src", "PressKit");
        var files = Directory.GetFiles(folder, "*.cs", SearchOption.AllDirectories);
        files.ShouldNotBeEmpty();
        files.SelectMany(f => House.Violations(Path.GetRelativePath(folder, f).Replace('\\', '/'), File.ReadAllText(f)))
            .ShouldBeEmpty();
    }

    [Fact]
    public void Every_library_has_a_folder() =>
        typeof(Unit).Assembly.GetReferencedAssemblies().Select(a => a.Name!)
            // .NET's own: the exception of a command that is not there stands in the last.
            .Where(a => !a.StartsWith("System.", StringComparison.Ordinal) && a != "Microsoft.Win32.Primitives")
            .Except(House.KnownLibraries, StringComparer.Ordinal).ShouldBeEmpty();

    [Fact]
    public void A_later_stage_is_found_in_the_body_of_a_method()
    {
        UsesALaterStage.Count(ReadOnlyMemory<byte>.Empty).ShouldBe(0);
        House.Violations([typeof(UsesALaterStage)]).ShouldBe([
            "PressKit.Content.MadeUp.UsesALaterStage uses PressKit.Translation.StoredTranslation",
            "PressKit.Content.MadeUp.UsesALaterStage uses PressKit.Translation.TranslatedUnit",
            "PressKit.Content.MadeUp.UsesALaterStage uses PressKit.Translation.Xliff.XliffReader",
        ]);
    }

    [Theory]
    [InlineData("Content/A.cs", "namespace PressKit.Content;\nusing PressKit.Output;", "Content/A.cs names PressKit.Output")]
    [InlineData("Site/A.cs", "namespace PressKit.Site;\nusing L = PressKit.Media.ImageSize;", "Site/A.cs names PressKit.Media")]
    [InlineData("Media/A.cs", "namespace PressKit.Media;\nvar a = PressKit.Templates.A.B;", "Media/A.cs names PressKit.Templates")]
    [InlineData("Output/A.cs", "namespace PressKit.Output;\nusing PressKit.Importing;", "Output/A.cs names PressKit.Importing")]
    [InlineData("Output/A.cs", "namespace PressKit.Output;\nusing PressKit.Helpers;", "Output/A.cs names PressKit.Helpers")]
    [InlineData("Unit.cs", "namespace PressKit;\nusing PressKit.Content;", "Unit.cs names PressKit.Content")]
    [InlineData("Site/A.cs", "namespace PressKit.Site;\nusing Markdig;", "Site/A.cs imports Markdig")]
    [InlineData("Content/A.cs", "namespace PressKit.Content;\nusing AngleSharp.Dom;", "Content/A.cs imports AngleSharp")]
    [InlineData("Content/Markdown/A.cs", "namespace PressKit.Content.Markdown;\nusing YamlDotNet.Core;", "Content/Markdown/A.cs imports YamlDotNet")]
    [InlineData("Formats/A.cs", "namespace PressKit.Formats;\nusing static Markdig.Markdown;", "Formats/A.cs imports Markdig")]
    [InlineData("Helpers/A.cs", "namespace PressKit.Helpers;", "Helpers/A.cs stands in Helpers, which is no stage")]
    [InlineData("Site/A.cs", "namespace PressKit.Formats;", "Site/A.cs stands in PressKit.Site and says PressKit.Formats")]
    public void A_source_that_breaks_a_rule_is_found(string path, string text, string violation) =>
        House.Violations(path, text).ShouldBe([violation]);

    [Theory]
    [InlineData("Output/A.cs", "namespace PressKit.Output;\nusing PressKit.Content;\nusing PressKit.Site;")]
    [InlineData("Importing/A.cs", "namespace PressKit.Importing;\nusing PressKit.Output;\nusing AngleSharp;")]
    [InlineData("Publisher.cs", "namespace PressKit;\nusing PressKit.Content;\nusing PressKit.Output;\nusing PressKit.Deployment;")]
    [InlineData("Content/A.cs", "namespace PressKit.Content;\n// PressKit.Output comes later.\nusing NodaTime;")]
    [InlineData("Output/A.cs", "namespace PressKit.Output;\nvar hash = PressKit.Hash.Of(bytes);")]
    public void A_source_that_keeps_the_rules_is_left_alone(string path, string text) =>
        House.Violations(path, text).ShouldBeEmpty();
}
