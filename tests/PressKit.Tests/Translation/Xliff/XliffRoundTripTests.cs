using System.Text;
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
        var schema = new XliffSchema();
        Prop.ForAll(Stored.Any(), translation => schema.Validate(XliffWriter.Write(translation)).ShouldBeEmpty())
            .Check(Config.QuickThrowOnFailure.WithMaxTest(100));
    }

    [SkippableFact]
    public void The_schemas_refuse_what_is_not_valid()
    {
        var written = Encoding.UTF8.GetString(XliffWriter.Write(Stored.Of(Stored.Unit(InlineContent.Of("a"), null))));
        var broken = written.Replace("state=\"initial\"", "state=\"begun\"", StringComparison.Ordinal);
        new XliffSchema().Validate(Encoding.UTF8.GetBytes(broken)).ShouldHaveSingleItem().ShouldContain("state");
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
}
