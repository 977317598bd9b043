using System.Security;

namespace PressKit.Cli.Tests;

/// <summary>Files that OmegaT has translated, without its window.</summary>
public sealed class OmegaTTests
{
    private const string Project = """
        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
        <omegat>
          <project version="1.0">
            <source_dir>__DEFAULT__</source_dir><target_dir>__DEFAULT__</target_dir><tm_dir>__DEFAULT__</tm_dir>
            <glossary_dir>__DEFAULT__</glossary_dir><glossary_file>__DEFAULT__</glossary_file><dictionary_dir>__DEFAULT__</dictionary_dir>
            <source_lang>IT</source_lang><target_lang>EN</target_lang>
            <source_tok>org.omegat.tokenizer.DefaultTokenizer</source_tok><target_tok>org.omegat.tokenizer.DefaultTokenizer</target_tok>
            <sentence_seg>SEGMENTED</sentence_seg><support_default_translations>true</support_default_translations><remove_tags>false</remove_tags>
          </project>
        </omegat>
        """;

    private const string Link = "Ne parla anche il <g id=\"4\" ctype=\"link\">prossimo comunicato</g>.";

    [SkippableTheory]
    [InlineData("false")]
    [InlineData("true")]
    public async Task What_OmegaT_translates_comes_back(string segmented)
    {
        using var newsroom = new TestNewsroom();
        await newsroom.SucceedAsync("exchange", "export", "lancio", "--to", "en", "--format", "xliff-1.2");
        newsroom.Read("exchange/2025-lancio.en.xliff").ShouldContain(Link);
        await TranslateAsync(newsroom, segmented, ("Acme presenta la Cosa", "Acme presents the Thing"),
            ("Ne parla anche il <g0>prossimo comunicato</g0>.", "The <g0>next release</g0> has more."));
        (await newsroom.SucceedAsync("exchange", "import", "p/target/2025-lancio.en.xliff", "--by", "Ada Neri")).Output
            .ShouldBe("2025/lancio in en: 2 sentences taken, 0 suggestions, 0 conflicts settled, 0 open\n");
        var stored = newsroom.Read("content/releases/2025/lancio/en.xlf");
        stored.ShouldContain("<target>Acme presents the Thing</target>");
        stored.ShouldContain("<mda:meta type=\"maker\">Ada Neri</mda:meta>");
        stored.ShouldMatch("<segment id=\"s[0-9]\" state=\"translated\">\\s*<source>Ne parla[^\n]*\\s*<target>The <pc id=\"4\"[^>]*>next release</pc> has more.</target>");
    }

    [SkippableFact]
    public async Task A_machines_draft_that_is_edited_in_OmegaT_is_a_persons_translation()
    {
        using var newsroom = new TestNewsroom();
        await newsroom.SucceedAsync("translate", "lancio", "--to", "en", "--with", "identity");
        await newsroom.SucceedAsync("exchange", "export", "lancio", "--to", "en", "--format", "xliff-1.2");
        await TranslateAsync(newsroom, "false", ("Acme presenta la Cosa", "Acme presents the Thing"));
        await newsroom.SucceedAsync("exchange", "import", "p/target/2025-lancio.en.xliff");
        newsroom.Read("content/releases/2025/lancio/en.xlf").ShouldMatch("<segment id=\"s1\" state=\"translated\">\\s*<source>Acme presenta la Cosa</source>\\s*<target>Acme presents the Thing</target>");
    }

    [SkippableFact]
    public async Task What_OmegaT_leaves_alone_changes_no_byte()
    {
        using var newsroom = new TestNewsroom();
        await newsroom.SucceedAsync("translate", "lancio", "--to", "en", "--with", "pseudo");
        await newsroom.SucceedAsync("exchange", "export", "lancio", "--to", "en", "--format", "xliff-1.2");
        var before = newsroom.Read("content/releases/2025/lancio/en.xlf");
        await TranslateAsync(newsroom, "false");
        await newsroom.SucceedAsync("exchange", "import", "p/target/2025-lancio.en.xliff", "--by", "Ada Neri");
        newsroom.Read("content/releases/2025/lancio/en.xlf").ShouldBe(before);
    }

    /// <summary>Puts the file into a project whose memory has these translations, and has OmegaT make the target documents.</summary>
    private static async Task TranslateAsync(TestNewsroom newsroom, string segmented, params (string Source, string Target)[] memory)
    {
        newsroom.Write("p/omegat.project", Project.Replace("SEGMENTED", segmented, StringComparison.Ordinal));
        foreach (var folder in new[] { "target", "tm", "glossary", "dictionary" }) Directory.CreateDirectory(Path.Combine(newsroom.Folder, "p", folder));
        newsroom.Write("p/source/2025-lancio.en.xliff", newsroom.Read("exchange/2025-lancio.en.xliff"));
        newsroom.Write("p/omegat/project_save.tmx", $"""
            <?xml version="1.0" encoding="UTF-8"?>
            <tmx version="1.1">
              <header creationtool="OmegaT" creationtoolversion="3.6.0" segtype="paragraph" o-tmf="OmegaT TMX" adminlang="EN-US" srclang="IT" datatype="plaintext"></header>
              <body>{string.Concat(memory.Select(m => $"<tu><tuv lang=\"IT\"><seg>{SecurityElement.Escape(m.Source)}</seg></tuv><tuv lang=\"EN\"><seg>{SecurityElement.Escape(m.Target)}</seg></tuv></tu>"))}</body>
            </tmx>
            """);
        (await TranslatorsTool.RunAsync(newsroom.Folder, "/usr/bin/omegat", "p", "--mode=console-translate")).ShouldContain("Finished");
    }
}
