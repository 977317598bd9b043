using PressKit.Testing;

namespace PressKit.Cli.Tests.Commands;

public sealed class ImportTests
{
    private const string Text = """
        Il ponte nuovo apre al traffico

        Genova, 3 novembre 2025 – Il nuovo ponte sul Polcevera apre domani alle auto. “È un giorno di festa”, ha detto Ada Neri, che dirige il cantiere da due anni.

        Un cantiere di due anni

        I lavori sono costati 42.000 dollari e hanno occupato 4.600 persone. Nessuno si è fatto male, e il cantiere ha chiuso in anticipo sui tempi previsti.
        """;

    [Fact]
    public async Task A_pasted_text_becomes_a_release_that_is_translated_and_built_without_an_edit()
    {
        using var newsroom = new TestNewsroom();
        newsroom.Write("ponte.txt", Text);
        var answer = await newsroom.SucceedAsync("import", "ponte.txt", "--language", "it");
        answer.Output.ShouldContain("content/releases/2025/");
        await newsroom.SucceedAsync("translate");
        await newsroom.SucceedAsync("build");
        newsroom.Read("output/it/2025/il-ponte-nuovo-apre-al-traffico/index.html").ShouldContain("Genova, 3 novembre 2025 –");
        newsroom.Published().Keys.Count(f => f.StartsWith("en/2025/", StringComparison.Ordinal) && f.EndsWith(".html", StringComparison.Ordinal)).ShouldBe(2);
    }

    [SkippableFact]
    public async Task The_report_from_Tokyo_becomes_a_release()
    {
        var seed = Path.GetFullPath(Repository.PathTo("..", "shared", "seed", "tokyo-contest.it.txt"));
        Skip.IfNot(File.Exists(seed), "The report is not at ../shared/seed.");
        using var newsroom = new TestNewsroom();
        await newsroom.SucceedAsync("import", seed, "--language", "it");
        await newsroom.SucceedAsync("translate");
        await newsroom.SucceedAsync("build");
        var file = TestNewsroom.Files(Path.Combine(newsroom.Folder, "content")).Keys
            .Single(f => f.EndsWith("it.md", StringComparison.Ordinal) && newsroom.Read("content/" + f).Contains("Kuaishou", StringComparison.Ordinal));
        var text = newsroom.Read("content/" + file);
        text.ShouldContain("place: Tokyo");
        text.ShouldContain("date: 2025-11-03");
        text.Split('\n').Count(l => l.StartsWith("## ", StringComparison.Ordinal)).ShouldBe(4);
        text.ShouldContain("“Con gli strumenti che non smettono di migliorare, i creatori non sono più solo utenti, ma veri protagonisti della creatività”");
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_a_problem()
    {
        using var newsroom = new TestNewsroom();
        (await newsroom.RunAsync("import", "nulla.txt", "--language", "it")).Problems.Single().ShouldEndWith("import.missing-file");
    }
}
