using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using PressKit.Testing;

namespace PressKit.Cli.Tests;

/// <summary>The documents say what the program does, and the program does what they say.</summary>
public sealed partial class DocumentationTests
{
    private const string ForEveryCommand = "What holds for every command";

    private static readonly Document Commands = new("docs/commands.md");

    // Literals of the sources that look like a problem's code and are none: keys.
    private static readonly string[] NoCodes = ["dateline.place", "favicon.ico", "memory.db", "memory.store", "rights.csv", "security.expires", "translation.with", "user.email", "user.name"];

    public static TheoryData<string> CommandNames => new(Known().Select(c => c.Name));

    public static TheoryData<string> Documents => new(Directory.EnumerateFiles(Repository.PathTo("docs"), "*.md")
        .Select(f => "docs/" + Path.GetFileName(f)).Concat(["ARCHITECTURE.md", "CONTRIBUTING.md", "README.md"]).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_command_has_a_section_and_every_section_a_command() =>
        Commands.Sections.Order(StringComparer.Ordinal)
            .ShouldBe(Known().Select(c => c.Name).Append(ForEveryCommand).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(CommandNames))]
    public void A_commands_options_and_arguments_are_those_of_its_section(string name)
    {
        var command = Known().Single(c => c.Name == name).Command;
        Commands.Entries(name).Order(StringComparer.Ordinal).ShouldBe(
            command.Options.Select(Spelling).Concat(command.Arguments.Select(a => a.Name)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_options_of_every_command_are_those_that_are_documented() =>
        Commands.Entries(ForEveryCommand).Order(StringComparer.Ordinal).ShouldBe(
            Root().Options.SelectMany(o => o.Aliases.Where(a => a.StartsWith('-')).Prepend(Spelling(o))).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_exit_code_is_documented() =>
        Commands.FirstCells(ForEveryCommand).Where(c => c.All(char.IsAsciiDigit))
            .ShouldBe(typeof(ExitCode).GetFields().Select(f => FormattableString.Invariant($"{f.GetRawConstantValue()}")).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(CommandNames))]
    public async Task A_commands_help_and_its_section_have_an_example(string name)
    {
        using var newsroom = new TestNewsroom();
        var help = await newsroom.SucceedAsync([.. name.Split(' '), "--help"]);
        var example = help.Output.Split('\n').Select(l => l.Trim()).First(l => l.StartsWith("Example: ", StringComparison.Ordinal))["Example: ".Length..];
        Mistakes(example).ShouldBeEmpty();
        foreach (var line in Commands.Samples(name)[0].Lines.Append(example)) line.ShouldStartWith($"presskit {name}");
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_command_line_in_a_document_can_be_typed(string file) =>
        new Document(file).Samples().SelectMany(s => s.Lines).Select(l => l.Trim().Replace("./presskit ", "presskit ", StringComparison.Ordinal))
            .Where(l => l.StartsWith("presskit ", StringComparison.Ordinal)).SelectMany(Mistakes).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_link_between_documents_leads_somewhere(string file)
    {
        var folder = Path.GetDirectoryName(Repository.PathTo(file.Split('/')))!;
        foreach (var link in new Document(file).Links.Where(l => !l.Contains(':', StringComparison.Ordinal)))
        {
            var target = link.Split('#');
            var path = target[0].Length == 0 ? Repository.PathTo(file.Split('/')) : Path.GetFullPath(target[0], folder);
            (File.Exists(path) || Directory.Exists(path)).ShouldBeTrue($"{file} links to {link}");
            if (target.Length > 1) new Document(Path.GetRelativePath(Repository.Root, path)).Anchors.ShouldContain(target[1], $"{file} links to {link}");
        }
    }

    [Fact]
    public void The_index_names_every_document()
    {
        var named = new Document("docs/README.md").Links.Select(l => l.Split('#')[0]).ToHashSet(StringComparer.Ordinal);
        Directory.EnumerateFiles(Repository.PathTo("docs"), "*.md").Select(f => Path.GetFileName(f)).Where(f => f != "README.md" && !named.Contains(f))
            .ShouldBeEmpty();
    }

    [Fact]
    public void Every_problem_that_the_sources_report_is_documented_and_no_other()
    {
        var documented = new Document("docs/problems.md").Entries().ToList();
        documented.ShouldBeUnique();
        var reported = Sources().SelectMany(s => CodeLike().Matches(s)).Select(m => m.Groups["code"].Value)
            .Where(c => !FileName().IsMatch(c)).Except(NoCodes, StringComparer.Ordinal).ToList();
        reported.Except(documented, StringComparer.Ordinal).ShouldBeEmpty("docs/problems.md says nothing of them; a literal that is no code belongs into NoCodes.");
        documented.Except(reported, StringComparer.Ordinal).ShouldBeEmpty("Nothing reports them.");
    }

    [Fact]
    public void A_problems_code_stands_in_the_sources_as_it_is() =>
        Sources().SelectMany(s => ComposedCode().Matches(s)).Select(m => m.Value).ShouldBeEmpty();

    [Fact]
    public void Every_package_is_documented_and_no_other()
    {
        var packages = XDocument.Load(Repository.PathTo("Directory.Packages.props")).Descendants("PackageVersion").Select(p => p.Attribute("Include")!.Value);
        new Document("docs/dependencies.md").Entries().Order(StringComparer.Ordinal).ShouldBe(packages.Order(StringComparer.Ordinal));
    }

    private static Command Root()
    {
        using var services = new Services(TimeProvider.System, _ => null);
        return new PressKitCommand(TimeProvider.System, TextWriter.Null, TextWriter.Null, _ => null).Root(Repository.Root, services);
    }

    /// <summary>Every command that does something, by what is typed.</summary>
    private static IEnumerable<(string Name, Command Command)> Known() => Root().Subcommands.SelectMany(c =>
        c.Subcommands.Select(s => ($"{c.Name} {s.Name}", s)).Concat(c.Action is null ? [] : [(c.Name, c)]));

    private static string Spelling(Option option) => option.HelpName is { } value ? $"{option.Name} {value}" : option.Name;

    private static IEnumerable<string> Mistakes(string line) =>
        Root().Parse([.. CommandLineParser.SplitCommandLine(line.Split(" # ")[0]).Skip(1)]).Errors.Select(e => $"{line}: {e.Message}");

    private static IEnumerable<string> Sources() =>
        Directory.EnumerateFiles(Repository.PathTo("src"), "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText);

    [GeneratedRegex("""(?<![$@])"(?<code>[a-z]+(-[a-z]+)*\.[a-z0-9]+(-[a-z0-9]+)*)"(?!")""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CodeLike();

    [GeneratedRegex(@"\.(yml|json|css|hbs|html|xml|md|xlf|jsonl|txt|svg|png|js|cs|db|opml|example)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FileName();

    [GeneratedRegex(@"(Error|Warn|new Problem)\(\s*\$@?""[^""]*""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ComposedCode();
}
