using System.Text;
using PressKit.Testing;

namespace PressKit.Cli.Tests.Commands;

public sealed class ExchangeTests
{
    private const string Stored = "content/releases/2025/lancio/en.xlf";
    private const string Exported = "exchange/2025-lancio.en.xlf";
    private const string Exported12 = "exchange/2025-lancio.en.xliff";

    [SkippableTheory]
    [InlineData("xliff-2.1", "2.1")]
    [InlineData("xliff-1.2", "1.2")]
    public async Task What_is_exported_is_valid_by_the_standards_schema(string format, string version)
    {
        using var newsroom = new TestNewsroom();
        await newsroom.SucceedAsync("translate", "--to", "en", "--with", "pseudo");
        await newsroom.SucceedAsync("approve", "2025/lancio", "--language", "en", "--by", "Ada Neri");
        await newsroom.SucceedAsync("exchange", "export", "--format", format);
        var schema = new XliffSchema(version);
        var files = TestNewsroom.Files(Path.Combine(newsroom.Folder, "exchange"));
        files.Keys.ShouldContain(version == "2.1" ? "2025-lancio.en.xlf" : "2025-lancio.en.xliff");
        foreach (var (_, bytes) in files) schema.Validate(bytes).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("xliff-2.1", Exported)]
    [InlineData("xliff-1.2", Exported12)]
    public async Task A_file_that_comes_back_as_it_went_out_changes_no_byte(string format, string file)
    {
        using var newsroom = new TestNewsroom();
        await newsroom.SucceedAsync("translate", "--with", "pseudo");
        await newsroom.SucceedAsync("exchange", "export", "--format", format);
        var before = Content(newsroom);
        (await newsroom.SucceedAsync("exchange", "import", file)).Output
            .ShouldBe("2025/lancio in en: 0 sentences taken, 0 suggestions, 0 conflicts settled, 0 open\n");
        Content(newsroom).ShouldBe(before);
    }

    [Fact]
    public async Task A_file_may_be_called_anything_and_says_itself_what_it_is()
    {
        using var newsroom = new TestNewsroom();
        await newsroom.SucceedAsync("exchange", "export", "lancio", "--to", "en", "--output", "out");
        newsroom.Write("elsewhere/x.txt", newsroom.Read("out/2025-lancio.en.xlf").Replace(
            "<source>Acme presenta la Cosa</source>", "<source>Acme presenta la Cosa</source>\n<target>Acme presents the Thing</target>", StringComparison.Ordinal));
        (await newsroom.SucceedAsync("exchange", "import", "elsewhere/x.txt", "--by", "Ada Neri")).Output.ShouldStartWith("2025/lancio in en: 1 sentence taken");
        newsroom.Read(Stored).ShouldContain("<target>Acme presents the Thing</target>");
        newsroom.Read(Stored).ShouldContain("Ada Neri");
    }

    [Fact]
    public async Task A_dry_run_stores_nothing()
    {
        using var newsroom = new TestNewsroom();
        var file = await ConflictAsync(newsroom);
        var before = Content(newsroom);
        (await newsroom.SucceedAsync("exchange", "import", file, "--dry-run", "--take", "theirs")).Output
            .ShouldBe("2025/lancio in en: 1 sentence taken, 0 suggestions, 0 conflicts settled, 0 open (nothing stored)\n");
        Content(newsroom).ShouldBe(before);
    }

    [Fact]
    public async Task A_conflict_is_shown_side_by_side_until_it_is_settled()
    {
        using var newsroom = new TestNewsroom();
        var file = await ConflictAsync(newsroom);
        var answer = await newsroom.SucceedAsync("exchange", "import", file, "--by", "Bea Verdi");
        answer.Output.ShouldBe("""
            2025/lancio in en: 0 sentences taken, 0 suggestions, 0 conflicts settled, 1 open
              Acme presenta la Cosa
                ours:   Acme unveils the Thing
                theirs: Acme presents the Thing
              Ours stays in force. To settle: presskit exchange import back.xlf --take theirs, or --take ours.

            """.ReplaceLineEndings("\n"));
        foreach (var command in new[] { "check", "status" })
        {
            var listed = await newsroom.RunAsync(command, "lancio");
            listed.Errors.ShouldContain("Two translations of “Acme presenta la Cosa”. In force: “Acme unveils the Thing”. Bea Verdi: “Acme presents the Thing”. [translation.conflict]");
        }

        newsroom.Read(Stored).ShouldContain("<target>Acme unveils the Thing</target>");
        await newsroom.SucceedAsync("exchange", "import", Stored, "--take", "theirs");
        newsroom.Read(Stored).ShouldContain("<target>Acme presents the Thing</target>");
        newsroom.Read(Stored).ShouldNotContain("Acme unveils the Thing");
        (await newsroom.RunAsync("check", "lancio")).Errors.ShouldNotContain("translation.conflict");
    }

    [Fact]
    public async Task Nothing_is_approved_while_a_conflict_is_open()
    {
        using var newsroom = new TestNewsroom();
        await newsroom.SucceedAsync("exchange", "import", await ConflictAsync(newsroom), "--by", "Bea Verdi");
        await newsroom.SucceedAsync("translate", "lancio", "--to", "en");
        var (before, line) = (Content(newsroom), Array.FindIndex(newsroom.Read(Stored).Split('\n'), l => l.Contains("<target>Acme unveils", StringComparison.Ordinal)) + 1);
        var answer = await newsroom.RunAsync("approve", "2025/lancio", "--language", "en", "--by", "Ada Neri");
        answer.Code.ShouldBe(ExitCode.Problems);
        answer.Problems.ShouldBe([$"{Stored}:{line}:9 approval.open-conflict"]);
        answer.Errors.ShouldContain($"presskit exchange import {Stored} --take theirs");
        Content(newsroom).ShouldBe(before);

        await newsroom.SucceedAsync("exchange", "import", Stored, "--take", "ours");
        await newsroom.SucceedAsync("approve", "2025/lancio", "--language", "en", "--by", "Ada Neri");
        newsroom.Read("content/releases/2025/lancio/record.yml").ShouldContain("by: \"Ada Neri\"");
    }

    [Fact]
    public async Task Answers_are_given_in_JSON_too()
    {
        using var newsroom = new TestNewsroom();
        (await newsroom.SucceedAsync("exchange", "export", "lancio", "--to", "en", "--json")).Output.ShouldContain("\"release\": \"2025/lancio\"");
        newsroom.Delete("exchange");
        var file = await ConflictAsync(newsroom);
        using var json = System.Text.Json.JsonDocument.Parse((await newsroom.SucceedAsync("exchange", "import", file, "--json")).Output);
        var conflict = json.RootElement[0].GetProperty("conflicts")[0];
        conflict.GetProperty("ours").GetString().ShouldBe("Acme unveils the Thing");
        conflict.GetProperty("theirs").GetString().ShouldBe("Acme presents the Thing");
    }

    [Theory]
    [InlineData("original=\"content/releases/2025/lancio/it.md\"", "original=\"content/releases/2025/altro/it.md\"", "back.xlf:3:3 exchange.unknown-release")]
    [InlineData("original=\"content/releases/2025/lancio/it.md\"", "original=\"../../etc/passwd\"", "back.xlf:3:3 exchange.unknown-release")]
    [InlineData("original=\"content/releases/2025/lancio/it.md\"", "original=\"content/releases/2025/lancio/../lancio/it.md\"", "back.xlf:3:3 exchange.unknown-release")]
    [InlineData("original=\"content/releases/2025/lancio/it.md\"", "original=\"/content/releases/2025/lancio/it.md\"", "back.xlf:3:3 exchange.unknown-release")]
    [InlineData("original=\"content/releases/2025/lancio/it.md\"", "", "back.xlf:3:3 exchange.unknown-release")]
    [InlineData("srcLang=\"it\"", "srcLang=\"es\"", "back.xlf:2:1 exchange.wrong-language")]
    [InlineData("trgLang=\"en\"", "trgLang=\"it\"", "back.xlf:2:1 exchange.wrong-language")]
    [InlineData("trgLang=\"en\"", "trgLang=\"sv\"", "back.xlf:2:1 exchange.wrong-language")]
    [InlineData("trgLang=\"en\"", "trgLang=\"ar\"", "back.xlf:2:1 exchange.wrong-language")]
    [InlineData("<source>Acme presenta la Cosa</source>", "<source>Acme presenta una Cosa</source>", "back.xlf:25:5 exchange.source-changed")]
    [InlineData("<target>Acme presents the Thing</target>", "<target>Acme <pc id=\"7\">presents</pc></target>", "back.xlf:46:22 xliff.unknown-code")]
    [InlineData("<target>Acme presents the Thing</target>", "<target>Acme <cp hex=\"0007\"/></target>", "back.xlf:46:9 xliff.control-character")]
    [InlineData("<target>Acme presents the Thing</target>", "<target>Acme \u202egnihT</target>", "back.xlf:46:9 xliff.control-character")]
    [InlineData("<target>Acme presents the Thing</target>", "<target>Acme <b xmlns=\"http://www.w3.org/1999/xhtml\">x</b></target>", "back.xlf:46:22 xliff.invalid")]
    public async Task A_file_that_is_wrong_is_refused_with_its_line_and_changes_nothing(string text, string by, string problem)
    {
        using var newsroom = new TestNewsroom();
        var file = await ConflictAsync(newsroom);
        newsroom.Replace(file, text, by);
        var before = Content(newsroom);
        var answer = await newsroom.RunAsync("exchange", "import", file, "--take", "theirs");
        answer.Code.ShouldBe(ExitCode.Problems);
        answer.Problems.ShouldContain(problem);
        answer.Output.ShouldBeEmpty();
        Content(newsroom).ShouldBe(before);
    }

    [Fact]
    public async Task What_others_wrote_into_a_file_survives_every_command()
    {
        using var newsroom = new TestNewsroom();
        await newsroom.SucceedAsync("translate", "lancio", "--to", "en", "--with", "pseudo");
        newsroom.Replace(Stored, "<unit id=\"headline\" type=\"pk:field\">", "<unit id=\"headline\" type=\"pk:field\" x:by=\"Lia\" xmlns:x=\"urn:example:x\"><x:thumb/><notes><note>Mind the gap.</note></notes>");
        await Survives("approve", "2025/lancio", "--language", "en", "--by", "Ada Neri");
        newsroom.Replace("content/releases/2025/lancio/it.md", "42.000 dollari.", "43.000 dollari e più.");
        await Survives("translate", "lancio", "--to", "en", "--with", "pseudo");
        await Survives("exchange", "export", "lancio", "--to", "en");
        newsroom.Write("back.xlf", newsroom.Read(Exported).Replace("[Acme þřéšéñťá łá Çóšá łóřé]", "Acme presents the Thing", StringComparison.Ordinal)
            .Replace("<note category=\"pk:place\">Headline</note>", "<note category=\"pk:place\">Headline</note><note>Or unveils?</note>", StringComparison.Ordinal));
        await Survives("exchange", "import", "back.xlf", "--by", "Ada Neri");
        newsroom.Read(Stored).ShouldContain("<target xml:space=\"preserve\">Acme presents the Thing</target>");
        newsroom.Read(Stored).ShouldContain("<note>Or unveils?</note>");
        (await newsroom.RunAsync("check", "lancio")).Problems.ShouldBeEmpty();

        async Task Survives(params string[] arguments)
        {
            await newsroom.SucceedAsync(arguments);
            foreach (var kept in new[] { "x:by=\"Lia\"", "<x:thumb", "<note>Mind the gap.</note>" }) newsroom.Read(Stored).ShouldContain(kept);
        }
    }

    [Theory]
    [InlineData("xliff-2.1", Exported)]
    [InlineData("xliff-1.2", Exported12)]
    public async Task A_translation_never_becomes_markup(string format, string file)
    {
        using var newsroom = new TestNewsroom();
        await newsroom.SucceedAsync("translate", "lancio", "--to", "en", "--with", "pseudo");
        await newsroom.SucceedAsync("exchange", "export", "lancio", "--to", "en", "--format", format);
        const string evil = "&lt;script&gt;alert(1)&lt;/script&gt; [x](https://evil.example/) **b** &amp;lt;";
        // The checks would hold such a draft.
        newsroom.Replace("content/newsroom.yml", "machine: label", "machine: label\n  checks: report");
        newsroom.Replace(file, "[Ñé þářłá áñçħé íł ", evil);
        await newsroom.SucceedAsync("exchange", "import", file);
        await newsroom.SucceedAsync("build");
        var pages = newsroom.Published().Where(f => f.Key.StartsWith("en/", StringComparison.Ordinal) && f.Key.EndsWith(".html", StringComparison.Ordinal))
            .Select(f => Encoding.UTF8.GetString(f.Value)).ToList();
        pages.ShouldContain(p => p.Contains("&lt;script&gt;alert(1)&lt;/script&gt; [x](https://evil.example/) **b** &amp;lt;", StringComparison.Ordinal));
        pages.ShouldAllBe(p => !p.Contains("<script>alert", StringComparison.Ordinal) && !p.Contains("href=\"https://evil", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_note_of_a_translator_in_XLIFF_1_2_is_kept()
    {
        using var newsroom = new TestNewsroom();
        await newsroom.SucceedAsync("translate", "lancio", "--to", "en", "--with", "pseudo");
        await newsroom.SucceedAsync("exchange", "export", "lancio", "--to", "en", "--format", "xliff-1.2");
        newsroom.Replace(Exported12, "<note from=\"PressKit where\">Headline</note>", "<note from=\"Lia\">Or unveils?</note>");
        await newsroom.SucceedAsync("exchange", "import", Exported12);
        newsroom.Read(Stored).ShouldContain("<note category=\"Lia\">Or unveils?</note>");
        var before = newsroom.Read(Stored);
        await newsroom.SucceedAsync("exchange", "import", Exported12);
        newsroom.Read(Stored).ShouldBe(before);
    }

    [Fact]
    public async Task A_file_of_a_hundred_megabytes_is_refused_unread()
    {
        using var newsroom = new TestNewsroom();
        using (var huge = new FileStream(Path.Combine(newsroom.Folder, "huge.xlf"), FileMode.Create)) huge.SetLength(100L * 1024 * 1024);
        (await newsroom.RunAsync("exchange", "import", "huge.xlf")).Problems.ShouldBe(["huge.xlf xliff.too-large"]);
        (await newsroom.RunAsync("exchange", "import", "none.xlf")).Problems.ShouldBe(["none.xlf exchange.no-file"]);
    }

    [Theory]
    [InlineData("exchange", "export", "--format", "tmx")]
    [InlineData("exchange", "export", "--to", "tlh")]
    [InlineData("exchange", "export", "nothing-of-that-name")]
    [InlineData("exchange", "import", "x.xlf", "--take", "both")]
    [InlineData("exchange", "import")]
    [InlineData("exchange")]
    public async Task What_makes_no_sense_is_wrong_usage(params string[] arguments)
    {
        using var newsroom = new TestNewsroom();
        (await newsroom.RunAsync(arguments)).Code.ShouldBe(ExitCode.Usage);
    }

    /// <summary>A file that came back, beside a translation that was changed meanwhile.</summary>
    private static async Task<string> ConflictAsync(TestNewsroom newsroom)
    {
        await newsroom.SucceedAsync("exchange", "export", "lancio", "--to", "en");
        newsroom.Write("first.xlf", Translated(newsroom.Read(Exported), "Acme shows the Thing"));
        await newsroom.SucceedAsync("exchange", "import", "first.xlf", "--by", "Ada Neri");
        await newsroom.SucceedAsync("exchange", "export", "lancio", "--to", "en");
        newsroom.Write("back.xlf", newsroom.Read(Exported).Replace("Acme shows the Thing", "Acme presents the Thing", StringComparison.Ordinal));
        newsroom.Replace(Stored, "Acme shows the Thing", "Acme unveils the Thing");
        return "back.xlf";
    }

    private static string Translated(string file, string headline) => file.Replace(
        "<source>Acme presenta la Cosa</source>", $"<source>Acme presenta la Cosa</source>\n        <target>{headline}</target>", StringComparison.Ordinal);

    private static Dictionary<string, string> Content(TestNewsroom newsroom) =>
        TestNewsroom.Files(Path.Combine(newsroom.Folder, "content")).ToDictionary(f => f.Key, f => Encoding.UTF8.GetString(f.Value));
}
