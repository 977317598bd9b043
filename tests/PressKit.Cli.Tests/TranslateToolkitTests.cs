using System.Text.RegularExpressions;

namespace PressKit.Cli.Tests;

/// <summary>Files that have been through the Translate Toolkit: its library, as Weblate and Virtaal use it, and its commands.</summary>
public sealed class TranslateToolkitTests
{
    private const string File = "exchange/2025-lancio.en.xliff";

    // Translates one sentence with its link, marks another as translated, and leaves a note.
    private const string Script = """
        import copy, sys
        from translate.storage import xliff
        store = xliff.xlifffile.parsefile(sys.argv[1])
        for unit in store.units:
            if unit.source == "Acme presenta la Cosa":
                unit.target = "Acme presents the Thing"
                unit.markfuzzy(False)
                unit.addnote("Or 'unveils'?", origin="translator")
            if unit.source.startswith("Ne parla anche"):
                rich = copy.deepcopy(unit.rich_source)
                for element in rich[0].depth_first():
                    element.sub = [s.replace("Ne parla anche il", "See the").replace("prossimo comunicato", "next release") if isinstance(s, str) else s for s in element.sub]
                unit.rich_target = rich
        store.savefile(sys.argv[2])
        """;

    [SkippableFact]
    public async Task What_its_library_translates_comes_back()
    {
        using var newsroom = await ExportedAsync();
        await RunAsync(newsroom, "/usr/bin/python3", "-c", Script, File, "back.xliff");
        (await newsroom.SucceedAsync("exchange", "import", "back.xliff", "--by", "Ada Neri")).Output
            .ShouldBe("2025/lancio in en: 2 sentences taken, 0 suggestions, 0 conflicts settled, 0 open\n");
        var stored = newsroom.Read("content/releases/2025/lancio/en.xlf");
        stored.ShouldMatch("state=\"reviewed\">\\s*<source>Acme presenta la Cosa</source>\\s*<target>Acme presents the Thing</target>");
        stored.ShouldMatch("<target>See the <pc id=\"4\"[^>]*>next release</pc>.</target>");
    }

    [SkippableFact]
    public async Task What_its_library_only_saves_changes_no_byte()
    {
        using var newsroom = await ExportedAsync("pseudo");
        var before = newsroom.Read("content/releases/2025/lancio/en.xlf");
        await RunAsync(newsroom, "/usr/bin/python3", "-c", "import sys\nfrom translate.storage import xliff\nxliff.xlifffile.parsefile(sys.argv[1]).savefile(sys.argv[2])", File, "back.xliff");
        await newsroom.SucceedAsync("exchange", "import", "back.xliff");
        newsroom.Read("content/releases/2025/lancio/en.xlf").ShouldBe(before);
    }

    [SkippableFact]
    public async Task Its_counter_finds_every_sentence_and_what_is_done()
    {
        using var newsroom = await ExportedAsync();
        var sentences = Regex.Count(newsroom.Read(File), "<trans-unit ", RegexOptions.None, TimeSpan.FromSeconds(1));
        (await RunAsync(newsroom, "/usr/bin/pocount", "--csv", File)).ShouldMatch($",\\s*0,[^\n]*,\\s*{sentences},");
        await RunAsync(newsroom, "/usr/bin/python3", "-c", Script, File, "back.xliff");
        await newsroom.SucceedAsync("exchange", "import", "back.xliff");
        await newsroom.SucceedAsync("exchange", "export", "lancio", "--to", "en", "--format", "xliff-1.2");
        (await RunAsync(newsroom, "/usr/bin/pocount", "--csv", File)).ShouldMatch($",\\s*[1-9][0-9]*,[^\n]*,\\s*{sentences},");
    }

    [SkippableFact]
    public async Task Its_checks_read_the_file_and_find_a_mistake()
    {
        using var newsroom = await ExportedAsync();
        newsroom.Replace(File, "<target state=\"new\">Acme presenta la Cosa", "<target state=\"translated\">Acme presents the Thing.");
        await RunAsync(newsroom, "/usr/bin/pofilter", "--progress=none", "-t", "endpunc", File, "found.xlf");
        newsroom.Read("found.xlf").ShouldContain("pofilter\">endpunc");
        newsroom.Read("found.xlf").ShouldContain("headline.s1");
    }

    [SkippableFact]
    public async Task It_makes_a_PO_file_with_every_sentence()
    {
        using var newsroom = await ExportedAsync("pseudo");
        await RunAsync(newsroom, "/usr/bin/xliff2po", "--progress=none", File, "out.po");
        newsroom.Read("out.po").ShouldContain("#: headline.s1");
        newsroom.Read("out.po").ShouldContain("msgid \"Acme presenta la Cosa\"");
    }

    [SkippableFact]
    public async Task A_file_that_po2xliff_made_up_is_refused()
    {
        using var newsroom = await ExportedAsync("pseudo");
        await RunAsync(newsroom, "/usr/bin/xliff2po", "--progress=none", File, "out.po");
        await RunAsync(newsroom, "/usr/bin/po2xliff", "--progress=none", "out.po", "made.xlf");
        (await newsroom.RunAsync("exchange", "import", "made.xlf")).Code.ShouldBe(ExitCode.Problems);
    }

    private static async Task<TestNewsroom> ExportedAsync(string? service = null)
    {
        var newsroom = new TestNewsroom();
        if (service is not null) await newsroom.SucceedAsync("translate", "lancio", "--to", "en", "--with", service);
        await newsroom.SucceedAsync("exchange", "export", "lancio", "--to", "en", "--format", "xliff-1.2");
        return newsroom;
    }

    private static Task<string> RunAsync(TestNewsroom newsroom, string command, params string[] arguments)
    {
        Skip.IfNot(System.IO.File.Exists("/usr/bin/pofilter"), "Debian's translate-toolkit is not installed: run ./test.");
        return TranslatorsTool.RunAsync(newsroom.Folder, command, arguments);
    }
}
