using PressKit.Templates;
using PressKit.Testing;

namespace PressKit.Tests.Templates;

public sealed class TemplateReferenceTests
{
    private const string Marker = "<!-- Below this line the file is written by TemplateReferenceTests with PRESSKIT_WRITE=1. -->\n\n";

    [Fact]
    public void The_reference_describes_every_variable_of_every_model()
    {
        var reference = new TemplateReference(Path.ChangeExtension(typeof(Theme).Assembly.Location, ".xml"));
        var generated = reference.Write();
        reference.Undescribed.ShouldBeEmpty();

        var file = Repository.PathTo("docs", "templates.md");
        var written = File.ReadAllText(file);
        var at = written.IndexOf(Marker, StringComparison.Ordinal) + Marker.Length;
        at.ShouldBeGreaterThan(Marker.Length - 1);
        if (Environment.GetEnvironmentVariable("PRESSKIT_WRITE") == "1") File.WriteAllText(file, written = written[..at] + generated);

        written[at..].ShouldBe(generated, "Run PRESSKIT_WRITE=1 dotnet test tests/PressKit.Tests --filter TemplateReferenceTests");
    }
}
