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

    public static TheoryData<string> Shipped => [.. ThemeFiles.Shipped];

    [Theory]
    [MemberData(nameof(Shipped))]
    public void A_theme_that_ships_with_PressKit_has_no_problem_and_nothing_that_it_does_not_use(string theme)
    {
        // As the newsroom's own, so that what is not used is reported.
        foreach (var file in Directory.EnumerateFiles(Repository.PathTo("templates", theme), "*", SearchOption.AllDirectories))
            Write(Path.GetRelativePath(Repository.PathTo("templates", theme), file), File.ReadAllBytes(file), theme);
        var problems = new Problems();

        Theme.Load(SomeSite.Newsroom(_folder.Path, theme: theme), problems).ShouldNotBeNull();

        problems.All.ShouldBeEmpty();
    }

    [Fact]
    public void A_second_theme_publishes_no_style_of_the_first()
    {
        var problems = new Problems();

        var assets = Theme.Load(SomeSite.Newsroom(_folder.Path, theme: "broadsheet"), problems)!.Assets.Select(a => a.Name).ToList();

        problems.All.ShouldBeEmpty();
        assets.ShouldContain("broadsheet.css");
        assets.ShouldNotContain("press.css");
        assets.ShouldContain("icon-512.png");
        assets.ShouldContain("favicon.ico");
    }

    [Fact]
    public void Assets_are_published_that_templates_or_their_styles_name()
    {
        Write("partials/style.hbs", "<link rel=\"stylesheet\" href=\"{{asset \"a.css\"}}\">\n");
        Write("assets/a.css", "a{background:url(a.svg)}");
        Write("assets/a.svg", "<svg/>");
        Write("assets/b.css", "a{background:url(b.svg)}");
        Write("assets/b.svg", "<svg/>");
        Write("partials/unused.hbs", "{{asset \"nowhere.css\"}}");
        var problems = new Problems();

        var theme = Theme.Load(SomeSite.Newsroom(_folder.Path), problems)!;

        var names = theme.Assets.Select(a => a.Name).ToList();
        names.ShouldContain("a.css");
        names.ShouldContain("a.svg");
        names.ShouldNotContain("b.css");
        names.ShouldNotContain("b.svg");
        names.ShouldNotContain("press.css");
        problems.All.Select(p => $"{p.Place} {p.Severity} {p.Code}").ShouldBe(
            new[] { "assets/b.css", "assets/b.svg", "partials/unused.hbs" }.Select(f => $"templates/press/{f} Warning template.unknown-file"));
        using var stream = new MemoryStream();
        theme.Render(Missing(), stream);
        Encoding.UTF8.GetString(stream.ToArray()).ShouldContain(theme.Assets.Single(a => a.Name == "a.css").Address.Path);
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
        var model = Release(new Markup(() => "<pre>a\n b &amp;</pre>\n"));

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
    [InlineData("../up", "Write the name of a folder in templates/, or broadsheet or press, which ship with PressKit.")]
    [InlineData("nowhere", "Make it, or write broadsheet or press, which ship with PressKit.")]
    [InlineData("broadshet", "Did you mean 'broadsheet'? Make it, or write broadsheet or press, which ship with PressKit.")]
    [InlineData("", "Write the name of a folder in templates/, or broadsheet or press, which ship with PressKit.")]
    public void A_theme_that_is_not_there_is_a_problem(string theme, string remedy)
    {
        var problems = new Problems();

        Theme.Load(SomeSite.Newsroom(_folder.Path, theme: theme), problems).ShouldBeNull();

        problems.All.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            p => p.Code.ShouldBe("template.unknown-theme"), p => p.Place.ShouldBe(new Place("content/newsroom.yml", 7, 8)), p => p.Remedy.ShouldBe(remedy));
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
        new(Head) { Release = new ReleaseTextModel { Url = "/", Headline = "H", QuotationMarks = "", Body = body, BodyWithDateline = body } };

    private void Write(string path, string text) => Write(path, Encoding.UTF8.GetBytes(text));

    private void Write(string path, byte[] bytes, string theme = "press")
    {
        var file = Path.Combine(_folder.Path, "templates", theme, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllBytes(file, bytes);
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
