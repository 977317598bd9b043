using System.Text.Json.Nodes;
using PressKit.Testing;

namespace PressKit.Cli.Tests.Commands;

public sealed class MemoryTests
{
    private const string Tmx = """
        <?xml version="1.0" encoding="UTF-8"?>
        <!DOCTYPE tmx SYSTEM "tmx14.dtd">
        <tmx version="1.4"><header creationtool="x" creationtoolversion="1" segtype="sentence" o-tmf="x" adminlang="en" srclang="it" datatype="plaintext"/><body>
        <tu creationid="Ada"><tuv xml:lang="it"><seg>Il teatro apre alle otto.</seg></tuv><tuv xml:lang="en"><seg>The theatre opens at eight.</seg></tuv></tu>
        </body></tmx>
        """;

    [Fact]
    public async Task What_is_imported_is_found_exported_and_rejected()
    {
        using var newsroom = new TestNewsroom();
        newsroom.Write("old.tmx", Tmx);
        (await newsroom.SucceedAsync("memory", "import", "old.tmx")).Output.ShouldContain("content/memory/old.tmx: 1 unit");
        var found = await newsroom.SucceedAsync("memory", "search", "Il teatro apre alle otto.", "--from", "it", "--to", "en");
        found.Output.ShouldStartWith(" 98  Il teatro apre alle otto.\n     The theatre opens at eight.  (translated, Ada)");
        (await newsroom.SucceedAsync("memory", "search", "Il teatro apre alle nove.", "--from", "it", "--to", "en", "--json")).Output.ShouldContain("\"differences\": [\n      \"number\"");
        await newsroom.SucceedAsync("memory", "export", "new.tmx", "--from", "it", "--to", "en");
        newsroom.Read("new.tmx").ShouldContain("<seg>The theatre opens at eight.</seg>");
        await newsroom.SucceedAsync("memory", "reject", "Il teatro apre alle otto.", "The theatre opens at eight.", "--from", "it", "--to", "en", "--by", "Ada");
        (await newsroom.SucceedAsync("memory", "search", "Il teatro apre alle otto.", "--from", "it", "--to", "en")).Output.ShouldNotContain("opens");
    }

    [Fact]
    public async Task Every_command_answers_in_JSON_too()
    {
        using var newsroom = new TestNewsroom();
        newsroom.Write("old.tmx", Tmx);
        (await JsonAsync("import", "old.tmx")).ShouldBe("""{"file":"content/memory/old.tmx","units":1}""");
        (await JsonAsync("rebuild")).ShouldBe("""{"segments":1,"translations":1}""");
        (await JsonAsync("export", "new.tmx")).ShouldBe("""{"file":"new.tmx","units":1}""");
        (await JsonAsync("reject", "a", "b", "--from", "it", "--to", "en", "--by", "Ada")).ShouldBe("""{"file":"content/memory/rejected.jsonl"}""");

        async Task<string> JsonAsync(params string[] arguments) =>
            JsonNode.Parse((await newsroom.SucceedAsync(["memory", .. arguments, "--json"])).Output)!.ToJsonString();
    }

    [Fact]
    public async Task What_is_imported_as_reviewed_fills_gaps_before_any_service()
    {
        using var newsroom = new TestNewsroom();
        newsroom.Write("old.tmx", Tmx);
        await newsroom.SucceedAsync("memory", "import", "old.tmx", "--reviewed");
        newsroom.Write("content/releases/2026/hours/it.md", "---\nheadline: Nuovi orari\npublished: 2026-01-10T09:00\nlanguages: [it, en]\n---\n\nIl teatro apre alle otto.\n");
        var answer = await newsroom.RunAsync("translate", "hours", "--to", "en");
        answer.Errors.ShouldContain("1 segment from memory");
        newsroom.Read("content/releases/2026/hours/en.xlf").ShouldContain("<mda:meta type=\"origin\">memory</mda:meta>");
        newsroom.Read("content/releases/2026/hours/en.xlf").ShouldContain("The theatre opens at eight.");
    }

    [Fact]
    public async Task A_shared_memory_that_cannot_be_had_is_a_warning()
    {
        using var newsroom = new TestNewsroom();
        newsroom.Write("content/newsroom.yml", newsroom.Read("content/newsroom.yml") + "\nmemory:\n  store: postgresql\n");
        var answer = await newsroom.RunAsync("memory", "search", "a", "--from", "it", "--to", "en");
        answer.Code.ShouldBe(ExitCode.Done, answer.Errors);
        answer.Errors.ShouldContain("memory.no-connection");
        newsroom.Environment["PRESSKIT_MEMORY"] = "Host=127.0.0.1;Port=1;Username=u;Password=hunter2;Timeout=1";
        answer = await newsroom.RunAsync("memory", "rebuild");
        answer.Errors.ShouldContain("memory.unreachable");
        answer.Errors.ShouldNotContain("hunter2");
    }

    [SkippableFact]
    public async Task What_is_approved_is_offered_to_the_team_at_once()
    {
        using var server = new PostgresServer();
        Skip.If(server.Missing is not null, server.Missing);
        using var newsroom = new TestNewsroom();
        newsroom.Write("content/newsroom.yml", newsroom.Read("content/newsroom.yml") + "\nmemory:\n  store: postgresql\n");
        newsroom.Environment["PRESSKIT_MEMORY"] = server.NewDatabase("team");
        (await newsroom.SucceedAsync("memory", "rebuild")).Output.ShouldContain("in memory");
    }
}
