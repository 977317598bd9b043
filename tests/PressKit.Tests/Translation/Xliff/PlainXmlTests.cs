using System.Text;
using FsCheck;
using FsCheck.Fluent;
using PressKit.Testing;
using PressKit.Translation.Xliff;

namespace PressKit.Tests.Translation.Xliff;

public sealed class PlainXmlTests
{
    // What files have in them, and what breaks them.
    private static readonly string[] Tokens =
    [
        "<", ">", "/>", "</", "</source>", "<source>", "<!-- c -->", "<![CDATA[x]]>", "<?pi x?>", "<!DOCTYPE xliff>", "&", "&amp;", "&lt;", "&#xA;", "&#x0;", "&#65;", "&#xD800;",
        "&nbsp;", "&#x1F600;", "\"", "'", " ", "\n", "\r\n", "\t", "=", " id=\"s1\"", " id='s1'", " xml:space=\"preserve\"", " xml:space=\"other\"", " xmlns:a=\"urn:a\"", " a:b=\"c\"", "mda:", ":",
        "]]>", "\u0001", "\uFFFE", "\uFEFF", "😀", "日本", "é", "1", "<pc id=\"9\"/>", " xmlns=\"urn:b\"", " type=\"a&quot;\n\"",
    ];

    [Fact]
    public void What_PressKit_writes_is_read_as_the_general_parser_reads_it() =>
        Prop.ForAll(Stored.Any(), translation =>
        {
            var bytes = XliffWriter.Write(translation);
            Read(bytes).ShouldBe(Parse(bytes), Encoding.UTF8.GetString(bytes));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void Every_translation_of_the_sample_newsroom_is_read_as_the_general_parser_reads_it()
    {
        var files = Directory.GetFiles(Repository.PathTo("content"), "*.xlf", SearchOption.AllDirectories);
        files.ShouldNotBeEmpty();
        foreach (var file in files) Read(File.ReadAllBytes(file)).ShouldBe(Parse(File.ReadAllBytes(file)), file);
    }

    [Fact]
    public void Whatever_is_changed_in_a_file_it_is_read_as_the_general_parser_reads_it_or_not_at_all()
    {
        var edits = Gen.Zip(Gen.Choose(0, 10_000), Gen.Zip(Gen.Choose(0, 4), Gen.Elements(Tokens))).NonEmptyListOf().Select(e => e.Take(3).ToList());
        Prop.ForAll(Arb.From(Gen.Zip(Stored.Any().Generator, edits)), pair =>
        {
            var text = Encoding.UTF8.GetString(XliffWriter.Write(pair.Item1));
            foreach (var (at, (cut, token)) in pair.Item2)
            {
                var from = at % text.Length;
                text = text[..from] + token + text[Math.Min(text.Length, from + cut)..];
            }

            var bytes = Encoding.UTF8.GetBytes(text);
            if (Read(bytes) is { } read) read.ShouldBe(Parse(bytes), text);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(3000));
    }

    [Theory]
    [InlineData("<a xmlns=\"urn:a\"><:b/></a>")]
    [InlineData("<a xmlns=\"urn:a\" :b=\"c\"/>")]
    [InlineData("<a xmlns=\"urn:a\"><b:/></a>")]
    public void A_name_without_one_of_its_halves_is_left_to_the_general_parser(string xml) => Read(Encoding.UTF8.GetBytes(xml)).ShouldBeNull();

    [Theory]
    [InlineData(new byte[] { (byte)'<', (byte)'a', (byte)'>', 0xC3, (byte)'<', (byte)'/', (byte)'a', (byte)'>' })]
    [InlineData(new byte[] { 0xEF, 0xBB, 0xBF, (byte)'<', (byte)'a', (byte)'/', (byte)'>' })]
    [InlineData(new byte[] { })]
    public void What_is_no_plain_UTF8_is_left_to_the_general_parser(byte[] bytes) => Read(bytes).ShouldBeNull();

    private static string? Read(byte[] bytes) => PlainXml.Read(bytes, new XliffReport("en.xlf", new Problems())) is { } root ? Described(root) : null;

    private static string? Parse(byte[] bytes) => XliffDocument.Parse(bytes, new XliffReport("en.xlf", new Problems())) is { } root ? Described(root) : null;

    private static string Described(XliffElement element) => $"{element.Namespace} {element.Name} {element.Place} {element.KeepsSpace} "
        + string.Join(' ', element.Attributes.Select(a => $"{a}={element[a]}"))
        + $" {element["http://www.w3.org/XML/1998/namespace", "space"]} {element["urn:a", "b"]}\n"
        + string.Concat(element.Nodes.Select(n => n is XliffElement inner ? Described(inner) : $"'{n}'\n"));
}
