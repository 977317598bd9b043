using PressKit.Templates;
using PressKit.Templates.Models;
using PressKit.Templates.Syntax;

namespace PressKit.Tests.Templates;

public sealed class TemplateCheckerTests
{
    [Theory]
    [InlineData("{{release.headlin}}", "1:3: template.unknown-variable: 'release.headlin' is not known: ReleaseTextModel has no 'headlin'. Did you mean 'headline'? All variables stand in docs/templates.md.")]
    [InlineData("\n  {{titel}}", "2:5: template.unknown-variable: 'titel' is not known: ReleaseModel has no 'titel'. Did you mean 'title'? All variables stand in docs/templates.md.")]
    [InlineData("{{Title}}", "1:3: template.unknown-variable: 'Title' is not known: ReleaseModel has no 'Title'. Did you mean 'title'? All variables stand in docs/templates.md.")]
    [InlineData("{{title.x}}", "1:3: template.unknown-variable: 'title.x' is not known: a text has no 'x'. All variables stand in docs/templates.md.")]
    [InlineData("{{strings.machineTranslation}}", "1:3: template.unknown-variable: 'strings.machineTranslation' is not known: Strings has no 'machineTranslation'. All variables stand in docs/templates.md.")]
    [InlineData("{{#each languages}}{{tga}}{{/each}}", "1:22: template.unknown-variable: 'tga' is not known: LanguageLinkModel has no 'tga'. Did you mean 'tag'? All variables stand in docs/templates.md.")]
    [InlineData("{{#each languages}}{{title}}{{/each}}", "1:22: template.unknown-variable: 'title' is not known: LanguageLinkModel has no 'title'. All variables stand in docs/templates.md.")]
    [InlineData("{{#with release}}{{#if subhead}}{{title}}{{/if}}{{/with}}", "1:35: template.unknown-variable: 'title' is not known: ReleaseTextModel has no 'title'. All variables stand in docs/templates.md.")]
    [InlineData("{{../title}}", "1:3: template.unknown-variable: '../title' climbs out of the template. Remove a '../'. if and unless do not count. All variables stand in docs/templates.md.")]
    [InlineData("{{@index}}", "1:3: template.unknown-variable: '@index' has a meaning inside {{#each}} only. All variables stand in docs/templates.md.")]
    [InlineData("{{release}}", "1:3: template.wrong-kind: 'release' is a group of variables. Write one of them:*")]
    [InlineData("{{languages}}", "1:3: template.wrong-kind: 'languages' is a list. Go through it with {{#each}}.")]
    [InlineData("{{site.hasManyLanguages}}", "1:3: template.wrong-kind: 'site.hasManyLanguages' is either true or false. Ask for it with {{#if}}.")]
    [InlineData("{{#each title}}{{/each}}", "1:9: template.wrong-kind: 'title' is not a list. Use {{#with}} or {{#if}} for a single value.")]
    [InlineData("{{#with languages}}{{/with}}", "1:9: template.wrong-kind: 'languages' has no variables of its own. Use {{#each}} for a list, {{#if}} for a text.")]
    [InlineData("<p title=\"{{release.body}}\">", "1:13: template.wrong-kind: 'release.body' is markup and cannot stand in an attribute. Write it between tags.")]
    [InlineData("{{#each languages}}{{@first}}{{/each}}", "1:22: template.wrong-kind: '@first' is either true or false. Ask for it with {{#if}}.")]
    [InlineData("{{> crad}}", "1:5: template.unknown-partial: There is no partial 'crad'. Did you mean 'card'? It would be the file partials/crad.hbs.")]
    [InlineData("{{> card releas}}", "1:10: template.unknown-variable: 'releas' is not known: ReleaseModel has no 'releas'. Did you mean 'release'? All variables stand in docs/templates.md.")]
    [InlineData("{{> @partial-block}}", "1:1: template.syntax: '@partial-block' stands for*")]
    [InlineData("{{asset \"pres.css\"}}", "1:1: template.unknown-asset: The theme has no asset 'pres.css'. Did you mean 'press.css'? Assets stand in the theme's folder assets/.")]
    [InlineData("{{{title}}}", "1:1: template.raw: '{{{' would write a value without escaping it. Write {{ and }}: a value that is markup is written as it is anyway.")]
    [InlineData("{{&title}}", "1:1: template.raw:*")]
    [InlineData("<p class={{title}}>", "1:10: template.unquoted: An attribute's value has no quotation marks. Write \" before and behind the value.")]
    [InlineData("{{#if title}}", "1:1: template.syntax: '{{#if}}' is not closed. Write {{/if}} where the block ends.")]
    [InlineData("{{#if title}}{{else}}", "1:1: template.syntax: '{{#if}}' is not closed. Write {{/if}} where the block ends.")]
    [InlineData("a\n{{#if title}}\n{{/each}}", "3:1: template.syntax: '{{/each}}' closes nothing here: 'if' of line 2 is open. Write {{/if}} before it.")]
    [InlineData("{{/if}}", "1:1: template.syntax: '{{/if}}' belongs to no block. Remove it, or open its block before it.")]
    [InlineData("{{else}}", "1:1: template.syntax: '{{else}}' belongs to no block. Remove it, or open its block before it.")]
    [InlineData("x {{title", "1:3: template.syntax: '{{' is not closed. Write }} where the tag ends.")]
    [InlineData("{{!-- x }}", "1:1: template.syntax: '{{' is not closed. Write --}} where the tag ends.")]
    [InlineData("{{}}", "1:1: template.syntax: The tag is empty. Write a variable's name into it.")]
    [InlineData("{{#}}{{/}}", "1:1: template.syntax: The block has no name.*")]
    [InlineData("{{upper title}}", "1:3: template.unknown-helper: There is no helper 'upper'. Helpers are if, unless, each, with and asset.")]
    [InlineData("{{#repeat title}}{{/repeat}}", "1:4: template.unknown-helper: There is no block helper 'repeat'. Block helpers are if, unless, each and with.")]
    [InlineData("{{#if}}{{/if}}", "1:1: template.syntax: 'if' takes exactly one variable. Write {{#if name}}.")]
    [InlineData("{{title..x}}", "1:3: template.syntax: 'title..x' is not a variable's path.*")]
    [InlineData("{{(title)}}", "1:3: template.syntax: '(title)' is not a variable's path.*")]
    [InlineData("{{\"title\"}}", "1:3: template.syntax:*")]
    [InlineData("{{> card a=title}}", "1:1: template.syntax: A partial takes a name and at most one variable.*")]
    [InlineData("{{#> card}}", "1:1: template.syntax: '{{#> card}}' is not closed.*")]
    [InlineData("{{^if title}}{{/if}}", "1:1: template.syntax: '{{^' is not supported.*")]
    [InlineData("{{*decorate}}", "1:1: template.syntax: Decorators are not supported.*")]
    [InlineData("\\{{title}}", "1:1: template.syntax: '\\{{' is not supported.*")]
    [InlineData("{{asset title}}", "1:1: template.syntax: 'asset' takes the name of a file.*")]
    [InlineData("{{#each languages}}{{else if title}}{{/each}}", "1:20: template.syntax: '{{else if title}}' is not supported.*")]
    public void A_mistake_is_reported_with_its_place_and_remedy(string template, string expected)
    {
        var problem = Check(template).ShouldHaveSingleItem().ToString();

        if (expected.EndsWith('*')) problem.ShouldStartWith("release.hbs:" + expected[..^1]);
        else problem.ShouldBe("release.hbs:" + expected);
    }

    [Theory]
    [InlineData("{{title}}{{~title~}}{{ title }}{{this.title}}{{./title}}")]
    [InlineData("{{#each languages}}{{@index}}{{#if @first}}{{../title}}{{/if}}{{#unless @last}},{{/unless}}{{tag}}{{/each}}")]
    [InlineData("{{#each card.otherLocales}}{{this}}{{.}}{{/each}}")]
    [InlineData("{{#each release.extra}}{{@key}}{{this}}{{/each}}{{release.extra.anything-goes}}")]
    [InlineData("{{#with release}}{{#with label}}{{#with original}}{{url}}{{../text}}{{../../headline}}{{../../../title}}{{/with}}{{/with}}{{/with}}")]
    [InlineData("{{#if title}}a{{else if canonical}}b{{else}}c{{/if}}")]
    [InlineData("{{!-- {{nothing}} --}}{{! nor this }}{{~!-- nor {{this}} --~}}")]
    [InlineData("{{> card}}{{> card release}}{{#> box}}{{title}}{{/box}}")]
    [InlineData("<a href=\"{{canonical}}\"{{#if title}} title=\"{{title}}\"{{/if}}>{{release.body}}</a>")]
    [InlineData("a } b { c {x} }} &#123;&#123;")]
    public void What_is_right_passes(string template) => Check(template).ShouldBeEmpty();

    [Fact]
    public void A_partial_is_checked_for_everything_that_it_is_called_about()
    {
        var problems = Check("{{> name site}}{{> name language}}{{> name card}}", ("name", "{{name}}"));

        problems.ShouldHaveSingleItem().ToString().ShouldBe(
            "partials/name.hbs:1:3: template.unknown-variable: 'name' is not known: CardModel has no 'name'. All variables stand in docs/templates.md.");
    }

    [Fact]
    public void A_partial_that_leads_back_to_itself_is_refused() =>
        Check("{{> a}}", ("a", "{{> b}}"), ("b", "x{{> a}}")).ShouldHaveSingleItem().ToString()
            .ShouldBe("partials/b.hbs:1:6: template.recursion: The partial 'a' calls itself. Break the circle: a partial may not lead back to itself.");

    [Fact]
    public void Blocks_in_blocks_without_end_are_refused()
    {
        var deep = string.Concat(Enumerable.Repeat("{{#if title}}", 10_000)) + string.Concat(Enumerable.Repeat("{{/if}}", 10_000));

        Check(deep).ShouldHaveSingleItem().Message.ShouldBe("Blocks stand too deep in each other.");
    }

    private static List<Problem> Check(string template, params (string Name, string Text)[] others)
    {
        var problems = new Problems();
        var partials = others.Append(("card", "")).Append(("box", "<i>{{> @partial-block}}</i>"))
            .ToDictionary(p => p.Item1, p => Parse("partials/", p.Item1, p.Item2, problems), StringComparer.Ordinal);
        new TemplateChecker(new ModelTypes(), partials, ["press.css"], problems)
            .Check(Parse("", "release", template, problems), typeof(ReleaseModel));
        return [.. problems.All];
    }

    private static TemplateFile Parse(string folder, string name, string text, Problems problems)
    {
        var file = new TemplateFile(name, $"{folder}{name}.hbs", text, []);
        try
        {
            return file with { Nodes = TemplateParser.Parse(text) };
        }
        catch (TemplateSyntaxException e)
        {
            problems.Error(e.Code, file.At(e.Offset), e.Message, e.Remedy);
            return file;
        }
    }
}
