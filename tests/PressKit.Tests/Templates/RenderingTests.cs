using System.Collections.Immutable;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using PressKit.Templates;
using PressKit.Templates.Models;
using PressKit.Templates.Rendering;

namespace PressKit.Tests.Templates;

/// <summary>Templates are written as Handlebars.Net writes them, byte for byte.</summary>
public sealed class RenderingTests
{
    private static readonly ModelTypes Types = new();

    private static readonly Dictionary<string, string> Partials = new(StringComparer.Ordinal)
    {
        ["line"] = "{{headline}}\n",
        ["box"] = "<div>\n{{> @partial-block}}\n</div>\n",
        ["twice"] = "{{> @partial-block}}|{{> @partial-block}}",
        ["quote"] = "{{text}}{{#if speaker}}\n  – {{speaker}}\n{{/if}}",
    };

    /// <summary>What a template is made of at a place that is about a release.</summary>
    private static readonly string[] Pieces =
    [
        "{{headline}}", "{{subhead}}", "{{summary}}", "{{body}}", "{{label.original.url}}", "{{extra.colour}}", "{{extra.absent}}", "{{../title}}",
        "{{!-- a }} note --}}", "{{! note }}", "{{~headline}}", "{{headline~}}", "{{~#if subhead~}} a {{~else~}} b {{~/if~}}", "{{> line}}", "{{#> box}}", "{{/box}}",
        "{{#> twice}}", "{{/twice}}", "{{#if subhead}}", "{{#if summary}}", "{{#if extra}}", "{{#if quotations}}", "{{else if headline}}", "{{else}}", "{{/if}}",
        "{{#unless summary}}", "{{/unless}}", "{{#each quotations}}{{@index}}{{#if @first}}F{{/if}}{{#if @last}}L{{/if}}{{#if @index}}i{{/if}}{{text}}{{../headline}}{{> quote}}{{/each}}",
        "{{#each topics}}\n{{name}}\n{{else}}\nnone\n{{/each}}", "{{#each extra}}\n {{@key}}: {{this}}{{@index}}\n{{/each}}", "{{#with label}}\n{{text}}\n{{else}}\nno label\n{{/with}}",
        "{{#with extra}}{{colour}}{{../../title}}{{/with}}", "<p class=\"a\">", "</p>", "è日\U0001F600", " ", "  ", "\t", "\n", "\n", "\n\n", "\r\n", "text", ">", "&amp;",
    ];

    [Property(MaxTest = 500)]
    public Property Templates_are_written_as_Handlebars_writes_them() => Prop.ForAll(
        Gen.Choose(0, 14).SelectMany(count => Gen.Elements(Pieces).ListOf(count)).Select(pieces => "{{#with release}}" + Balanced(pieces) + "{{/with}}").ToArbitrary(), template =>
    {
        var theirs = Theirs(template);
        return (Ours(template) == theirs).Label($"{template}\n---\n{Ours(template)}\n---\n{theirs}");
    });

    [Theory]
    [InlineData("")]
    [InlineData("{{title}}")]
    [InlineData(" {{!a}} \n")]
    [InlineData("a\n{{#if title}}\n{{/if}}")]
    [InlineData("{{#if title}} x {{/if}}\n\n{{#if title}}\n y\n{{/if}}\n")]
    [InlineData("{{#unless title}}a{{else}}b{{/unless}}")]
    [InlineData("a {{~title~}} b\n {{~#if title}} c {{else~}} d {{/if~}} \n e")]
    public void A_template_is_written_as_Handlebars_writes_it(string template) => Ours(template).ShouldBe(Theirs(template));

    [Fact]
    public void A_long_text_is_written_whole_and_never_cut_in_a_character()
    {
        var text = string.Concat(Enumerable.Repeat("<\U0001F600è日", 9000));
        var model = Model with { Head = Model.Head with { Title = text } };

        Ours("{{title}}", model).ShouldBe(text.Replace("<", "&lt;", StringComparison.Ordinal));
        Ours("x{{release.body}}", model with { Release = model.Release with { Body = Markup.Of("x" + text) } }).ShouldBe("xx" + text);
    }

    private static ReleaseModel Model { get; } = new(ThemeTests.Head with { Title = "<T> & 'q' \"d\"" })
    {
        Release = new ReleaseTextModel
        {
            Url = "/", QuotationMarks = "", Headline = "H & <b>", Summary = "", Body = Markup.Of("<p>b</p>\n"), BodyWithDateline = Markup.Of("<p>b</p>\n"),
            Quotations = [new QuotationModel("one", "Ada", null, null), new QuotationModel("two", null, null, null)],
            Extra = ImmutableSortedDictionary<string, string>.Empty.Add("colour", "red & blue").Add("size", "9"),
        },
    };

    private static string Ours(string template, ReleaseModel? model = null)
    {
        using var stream = new MemoryStream();
        using (var output = new HtmlOutput(stream))
            Step.WriteAll(new TemplateCompiler(Types, Partials).Compile(template), output, new Frame(model ?? Model, null, null));
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static string Theirs(string template)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        new HandlebarsOracle(Types, Partials).Compile(template)(writer, Model);
        return writer.ToString();
    }

    /// <summary>The pieces as a template that parses: what closes nothing is left out, what is open is closed, and partials stand
    /// at the beginning of a line. Behind white space Handlebars.Net would indent them, and would not escape the values in them.</summary>
    private static string Balanced(IEnumerable<string> pieces)
    {
        var (text, open) = (new StringBuilder(), new Stack<(string Name, bool HasElse)>());
        foreach (var piece in pieces)
        {
            var name = Name(piece);
            // The check refuses a path that climbs out of a partial block.
            if (piece.Contains("../title", StringComparison.Ordinal) && open.Any(o => o.Name is "box" or "twice")) continue;
            if (piece.StartsWith("{{/", StringComparison.Ordinal))
            {
                if (open.Count == 0 || open.Peek().Name != name) continue;
                open.Pop();
            }
            else if (piece.StartsWith("{{else", StringComparison.Ordinal))
            {
                if (open.Count == 0 || open.Peek() is not (var name2, false) || (name2 != "if" && piece.Length > 8) || name2 is "box" or "twice") continue;
                if (piece.Length == 8) open.Push(open.Pop() with { HasElse = true });
            }
            else if (name.Length > 0 && !piece.Contains("{{/", StringComparison.Ordinal))
            {
                open.Push((name, false));
            }

            if (piece.Contains("{{> line", StringComparison.Ordinal) || name is "box" or "twice") Begin(text);
            text.Append(piece);
        }

        while (open.Count > 0) text.Append("{{/").Append(open.Pop().Name).Append("}}");
        return text.ToString();
    }

    private static void Begin(StringBuilder text)
    {
        while (text.Length > 0 && char.IsWhiteSpace(text[^1])) text.Length--;
        if (text.Length > 0) text.Append('\n');
    }

    private static string Name(string piece) => piece.StartsWith("{{#", StringComparison.Ordinal) || piece.StartsWith("{{/", StringComparison.Ordinal)
        ? piece[3..piece.IndexOf('}', StringComparison.Ordinal)].TrimStart('>', ' ').Split(' ')[0] : "";
}
