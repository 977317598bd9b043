using System.Text;
using System.Xml;
using System.Xml.Schema;
using FsCheck;
using FsCheck.Fluent;
using PressKit.Testing;
using PressKit.Translation.Xliff;

namespace PressKit.Tests.Translation.Xliff;

public sealed class XliffRoundTripTests
{
    [Fact]
    public void Any_stored_translation_comes_back_as_it_was() =>
        Prop.ForAll(Stored.Any(), translation =>
        {
            var problems = new Problems();
            var back = XliffReader.Read(XliffWriter.Write(translation), "en.xlf", problems);
            problems.HasErrors.ShouldBeFalse(string.Join('\n', problems.All));
            Stored.Describe(back).ShouldBe(Stored.Describe(translation));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void A_file_that_was_read_is_written_byte_for_byte() =>
        Prop.ForAll(Stored.Any(), translation =>
        {
            var bytes = XliffWriter.Write(translation);
            XliffWriter.Write(XliffReader.Read(bytes, "en.xlf", new Problems())!).ShouldBe(bytes);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(100));

    [SkippableFact]
    public void Any_stored_translation_is_written_as_valid_XLIFF()
    {
        var schemas = Schemas();
        Prop.ForAll(Stored.Any(), translation => Validate(schemas, XliffWriter.Write(translation)).ShouldBeEmpty())
            .Check(Config.QuickThrowOnFailure.WithMaxTest(100));
    }

    [SkippableFact]
    public void The_schemas_refuse_what_is_not_valid()
    {
        var written = Encoding.UTF8.GetString(XliffWriter.Write(Stored.Of(Stored.Unit(InlineContent.Of("a"), null))));
        var broken = written.Replace("state=\"initial\"", "state=\"begun\"", StringComparison.Ordinal);
        Validate(Schemas(), Encoding.UTF8.GetBytes(broken)).ShouldHaveSingleItem().ShouldContain("state");
    }

    [Fact]
    public void Codes_that_nest_deeper_than_a_reader_goes_come_back()
    {
        var codes = Enumerable.Range(1, 120).Select(id => new InlineCode(id, CodeKind.Emphasis, "*", "*")).ToList();
        var content = InlineContent.Of(
            codes.Select(Piece.Open).Append(Piece.Run("deep")).Concat(codes.AsEnumerable().Reverse().Select(Piece.Close)));
        var translation = Stored.Of(Stored.Unit(content, content));
        var problems = new Problems();
        Stored.Describe(XliffReader.Read(XliffWriter.Write(translation), "en.xlf", problems))
            .ShouldBe(Stored.Describe(translation));
        problems.All.ShouldBeEmpty();
    }

    private static XmlSchemaSet Schemas()
    {
        var folder = Repository.Schema("xliff-2.1");
        var resolver = new XmlUrlResolver();
        var schemas = new XmlSchemaSet { XmlResolver = resolver };
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = resolver };
        foreach (var file in Directory.GetFiles(folder, "*.xsd").Order(StringComparer.Ordinal))
        {
            using var reader = XmlReader.Create(file, settings);
            schemas.Add(null, reader);
        }

        schemas.Compile();
        return schemas;
    }

    private static List<string> Validate(XmlSchemaSet schemas, byte[] bytes)
    {
        var wrong = new List<string>();
        var settings = new XmlReaderSettings { ValidationType = ValidationType.Schema, Schemas = schemas };
        settings.ValidationFlags |= XmlSchemaValidationFlags.ReportValidationWarnings;
        settings.ValidationEventHandler += (_, problem) => wrong.Add($"{problem.Exception.LineNumber}: {problem.Message}");
        using var reader = XmlReader.Create(new MemoryStream(bytes), settings);
        while (reader.Read()) { }
        return wrong;
    }
}
