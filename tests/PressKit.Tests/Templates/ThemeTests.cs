using System.Collections.Immutable;
using System.Text;
using PressKit.Languages;
using PressKit.Templates;
using PressKit.Templates.Models;
using PressKit.Testing;
using PressKit.Tests.Formats;

namespace PressKit.Tests.Templates;

public sealed class ThemeTests : IDisposable
{
    internal static readonly PageHead Head = new(
        new LanguageModel("en", "English", "ltr"),
        new SiteModel("Kaleidos", null, "/en/", "/en/archive/", [], [], [], [], null, null, null, null, null, "/en/accessibility/", "/", false, ""),
        new Locales().Find(SomeSite.English)!.Strings, "Title", new CardModel("website", "", null, "en_US", [], null, null, null, null));

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_theme_that_ships_with_PressKit_has_no_problem()
    {
        var problems = new Problems();

        Theme.Load(SomeSite.Newsroom(_folder.Path), problems).ShouldNotBeNull();

        problems.All.ShouldBeEmpty();
    }

    [Fact]
    public void A_newsroom_replaces_a_theme_file_by_file()
    {
        Write("not-found.hbs", "{{site.name}}: {{strings.notFoundTitle}}\n");

        Render(Missing()).ShouldBe("Kaleidos: Page not found\n");
    }

    [Fact]
    public void Values_are_escaped_wherever_they_stand()
    {
        Write("not-found.hbs", "{{#> box}}\n  {{title}}\n    {{> line}}\n{{/box}}\n<p title=\"{{title}}\">{{> line}}</p>\n  {{> line}}\n");
        Write("partials/box.hbs", "<div>\n    {{> @partial-block}}\n</div>\n");
        Write("partials/line.hbs", "{{title}}\n");

        var html = Render(new NotFoundModel(Head with { Title = "<a b='c' d=\"e\">&è日ع" }));

        const string escaped = "&lt;a b=&#39;c&#39; d=&quot;e&quot;&gt;&amp;è日ع";
        html.ShouldNotContain("<a");
        html.ShouldBe($"<div>\n  {escaped}\n{escaped}\n</div>\n<p title=\"{escaped}\">{escaped}\n</p>\n{escaped}\n");
    }

    [Fact]
    public void Markup_is_written_as_it_is_and_never_indented()
    {
        Write("release.hbs", "{{#with release}}\n    {{> text}}\n{{/with}}\n");
        Write("partials/text.hbs", "{{body}}");
        var model = Release(new Markup("key", () => "<pre>a\n b &amp;</pre>\n"));

        Render(model).ShouldBe("<pre>a\n b &amp;</pre>\n");
    }

    [Fact]
    public void Blocks_follow_the_model()
    {
        Write("release.hbs", """
            {{#with release}}
            {{#each quotations}}{{@index}}{{#if @first}}F{{/if}}{{#if @last}}L{{/if}}:{{text}}/{{../headline}}/{{../../title}};{{else}}none{{/each}}
            {{#each topics}}x{{else}}no topics{{/each}}
            {{#if subhead}}s{{else if summary}}{{summary}}{{else}}n{{/if}}{{#unless label}}u{{/unless}}
            {{#each extra}}{{@key}}={{this}} {{/each}}{{extra.colour}}|{{extra.absent}}|{{label.original.url}}
            {{/with}}
            """);
        var model = Release(Markup.Of(""));
        model = model with
        {
            Head = Head with { Title = "T" },
            Release = model.Release with
            {
                Summary = "sum",
                Quotations = [new QuotationModel("a", null, null, null), new QuotationModel("b", null, null, null)],
                Extra = ImmutableSortedDictionary<string, string>.Empty.Add("colour", "red"),
            },
        };

        Render(model).ShouldBe("0F:a/H/T;1L:b/H/T;\nno topics\nsumu\ncolour=red red||\n");
    }

    [Fact]
    public void An_asset_has_a_name_of_its_own_content()
    {
        Write("assets/logo.svg", "<svg/>");
        Write("assets/press.css", "a{background:url(logo.svg)}b{background:url('https://x/y.png')}");
        Write("not-found.hbs", "{{asset \"logo.svg\"}}");

        var theme = Load();

        var logo = theme.Assets.Single(a => a.Name == "logo.svg").Address.Path;
        logo.ShouldMatch("^theme/logo\\.[0-9a-f]{10}\\.svg$");
        Encoding.UTF8.GetString(theme.Assets.Single(a => a.Name == "press.css").Bytes.Span)
            .ShouldBe($"a{{background:url(\"{logo["theme/".Length..]}\")}}b{{background:url('https://x/y.png')}}");
        Render(Missing()).ShouldBe("/" + logo);
    }

    [Fact]
    public void The_key_changes_with_every_file_and_with_the_path_of_the_site()
    {
        var first = Load().Key;
        Write("partials/topics.hbs", "");
        var second = Load().Key;
        var problems = new Problems();
        var third = Theme.Load(SomeSite.Newsroom(_folder.Path, new Uri("https://press.example/news/")), problems)!.Key;

        new[] { first, second, third }.Distinct(StringComparer.Ordinal).Count().ShouldBe(3);
        second.ShouldBe(Load().Key);
    }

    [Theory]
    [InlineData("../up")]
    [InlineData("nowhere")]
    [InlineData("")]
    public void A_theme_that_is_not_there_is_a_problem(string theme)
    {
        var problems = new Problems();

        Theme.Load(SomeSite.Newsroom(_folder.Path, theme: theme), problems).ShouldBeNull();

        problems.All.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            p => p.Code.ShouldBe("template.unknown-theme"), p => p.Place.ShouldBe(new Place("content/newsroom.yml", 7, 8)));
    }

    [Fact]
    public void A_file_that_no_page_uses_is_a_warning()
    {
        Write("relase.hbs", "");

        var problem = ProblemsOf().ShouldHaveSingleItem();

        problem.Severity.ShouldBe(Severity.Warning);
        problem.ToString().ShouldBe(
            "templates/press/relase.hbs: template.unknown-file: No page is made with this file. Did you mean 'release.hbs'? Partials stand in partials/.");
    }

    [Fact]
    public void A_file_that_is_not_UTF8_is_a_problem()
    {
        Write("home.hbs", "");
        File.WriteAllBytes(Path.Combine(_folder.Path, "templates", "press", "home.hbs"), [0x61, 0xFF]);

        ProblemsOf().ShouldHaveSingleItem().Code.ShouldBe("content.invalid-utf8");
    }

    [Fact]
    public void Every_problem_of_every_file_is_reported_in_one_run()
    {
        Write("home.hbs", "{{#if lead}}");
        Write("topic.hbs", "{{nam}}\n{{cout}}");
        Write("partials/topics.hbs", "{{{x}}}");

        ProblemsOf().Select(p => p.Place.ToString()).ShouldBe(
            ["templates/press/home.hbs:1:1", "templates/press/partials/topics.hbs:1:1", "templates/press/topic.hbs:1:3", "templates/press/topic.hbs:2:3"]);
    }

    private static NotFoundModel Missing() => new(Head);

    private static ReleaseModel Release(Markup body) =>
        new(Head) { Release = new ReleaseTextModel { Url = "/", Headline = "H", Body = body, BodyWithDateline = body } };

    private void Write(string path, string text)
    {
        var file = Path.Combine(_folder.Path, "templates", "press", path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }

    private ImmutableArray<Problem> ProblemsOf()
    {
        var problems = new Problems();
        Theme.Load(SomeSite.Newsroom(_folder.Path), problems);
        return problems.All;
    }

    private Theme Load()
    {
        var problems = new Problems();
        var theme = Theme.Load(SomeSite.Newsroom(_folder.Path), problems);
        problems.All.ShouldBeEmpty();
        return theme!;
    }

    private string Render(PageModel model)
    {
        using var stream = new MemoryStream();
        Load().Render(model, stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
