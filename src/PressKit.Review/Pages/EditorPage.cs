using System.Globalization;
using PressKit.Editions.Reviewing;
using PressKit.Languages;
using PressKit.Translation;

namespace PressKit.Review.Pages;

/// <summary>The page of an edition: its sentences side by side with their translations, help for the one at hand, and the page as
/// readers will see it.</summary>
/// <param name="locales">How languages are written.</param>
internal sealed class EditorPage(Locales locales)
{
    /// <summary>The address of an edition's editor.</summary>
    public static string Address(EditionName name) => $"/edit/{name.Language}/{name.Release}";

    /// <summary>The address of its page as readers will see it.</summary>
    public static string PageAddress(EditionName name) => $"/page/{name.Language}/{name.Release}";

    /// <summary>The name of a sentence in addresses.</summary>
    public static string At(SentenceName name) => string.Create(CultureInfo.InvariantCulture, $"{name.Unit}.{name.Segment}");

    /// <summary>A sentence by its name in addresses; null where it is none.</summary>
    public static SentenceName? Read(string? at) => at?.LastIndexOf('.') is > 0 and var dot && int.TryParse(at.AsSpan(dot + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        ? new SentenceName(at[..dot], number) : null;

    /// <summary>What stands in the head: what is translated, how far it is.</summary>
    public Html Bar(EditionView view) => Html.Of($"""
        <div class="what"><h1 lang="{view.From.Tag}" dir="{Direction(view.From)}"><bdi>{view.Headline}</bdi></h1>{Summary(view)}</div>
        <div class="people" id="people"></div>
        <p class="sync" id="sync" data-state="saved">Saved</p>
        """);

    /// <summary>How far an edition is.</summary>
    public Html Summary(EditionView view)
    {
        var sentences = view.Units.SelectMany(u => u.Sentences).Select(s => s.Translation).ToList();
        var (reviewed, translated, drafts) = (sentences.Count(s => s.State >= SegmentState.Reviewed), sentences.Count(s => s.State == SegmentState.Translated), sentences.Count(s => s.IsMachineDraft));
        var found = view.Units.SelectMany(u => u.Sentences).Sum(s => s.Findings.Length);
        var state = view.Approval is { } approval ? $"signed off by {approval.By}" : view.TakenBack is { } was ? $"the approval by {was.By} does not hold any more" : view.HeldBack is { } held ? $"held back: {held}" : "public";
        return Html.Of($"""
            <p class="summary" id="summary" data-version="{view.Version}"><span class="pair"><bdi lang="{view.From.Tag}">{NameOf(view.From)}</bdi> → <b><bdi lang="{view.Name.Language.Tag}">{NameOf(view.Name.Language)}</bdi></b></span>
            {Progress(reviewed, translated, drafts, sentences.Count)}
            <span>{reviewed}/{sentences.Count} reviewed</span>{Html.If(found > 0, () => Html.Of($"""<span class="warn">{Words.Count(found, "finding", "findings")}</span>"""))}<span>{state}</span></p>
            """);
    }

    /// <summary>A bar of how far something is.</summary>
    public static Html Progress(int reviewed, int translated, int drafts, int all) => Html.Of($"""
        <span class="progress" role="img" aria-label="{reviewed} reviewed, {translated} translated, {drafts} drafts, of {all}"><i class="reviewed s{Share(reviewed, all)}"></i><i class="translated s{Share(translated, all)}"></i><i class="draft s{Share(drafts, all)}"></i></span>
        """);

    /// <summary>All of it.</summary>
    /// <param name="view">The edition.</param>
    /// <param name="at">The sentence at hand.</param>
    /// <param name="help">Help for that sentence.</param>
    /// <param name="token">What forms carry.</param>
    /// <param name="by">Who reads it.</param>
    /// <param name="message">What to tell first: what became of what was sent.</param>
    public Html Body(EditionView view, SentenceName at, Html help, Html token, Reviewer by, Html message) => Html.Of($"""
        <div class="desk" id="desk" data-edition="{view.Name.ToString()}" data-edit="{Address(view.Name)}" data-page="{PageAddress(view.Name)}" data-at="{At(at)}" data-role="{ReviewRules.WordOf(by.Role)}" data-person="{by.Name}" data-unspaced="{(view.Name.Language.Unspaced ? "1" : "")}">
        <main id="main" tabindex="-1" aria-label="Text">
        {message}
        <div class="message" id="signed-out" hidden><p><b>You are signed out.</b> What you wrote is kept on this device. Sign in <a href="/" target="_blank" rel="noopener">in another tab</a> and come back to this one: it is saved then.</p></div>
        <div class="columns" aria-hidden="true"><span></span><span>{NameOf(view.From)}</span><span>{NameOf(view.Name.Language)}</span><span></span></div>
        {Units(view, at, token)}
        {EditionHelp.Of(view, token, by)}
        </main>
        <aside aria-label="Help">
        <div class="tabs" id="tabs" role="group" aria-label="Beside the text" hidden><button type="button" data-tab="help" aria-pressed="true">Help</button><button type="button" data-tab="page" aria-pressed="false">Page</button></div>
        <div class="help" id="help" tabindex="-1">{help}</div>
        <div class="preview" id="preview"><iframe id="frame" title="The page as readers will see it" sandbox="allow-same-origin" src="{PageAddress(view.Name)}" data-language="{view.Name.Language.Tag}"></iframe></div>
        </aside>
        {Html.If(by.Role >= ReviewRole.Translator, () => Replacing(view))}
        </div>
        """);

    /// <summary>A unit.</summary>
    public Html Unit(EditionView view, UnitView unit, int first, SentenceName? at, Html token) => Html.Of($"""
        <div class="unit role-{Role(unit)}" id="u-{unit.Id}" data-unit="{unit.Id}" data-version="{unit.Version}" data-first="{first}" role="group" aria-label="{unit.Place}">
        {Html.If(unit.Role is UnitRole.Field or UnitRole.Alt or UnitRole.Title, () => Html.Of($"""<p class="place" aria-hidden="true">{unit.Place}</p>"""))}
        {unit.Sentences.Select((s, i) => Row(view, s, first + i, at == s.Name, token))}
        </div>
        """);

    /// <summary>The number of a unit's first sentence in its edition, from 1.</summary>
    public static int First(EditionView view, string unit) => 1 + view.Units.TakeWhile(u => u.Id != unit).Sum(u => u.Sentences.Length);

    /// <summary>All units.</summary>
    public Html Units(EditionView view, SentenceName? at, Html token)
    {
        var first = 1;
        var parts = new List<Html>();
        foreach (var unit in view.Units)
        {
            parts.Add(Unit(view, unit, first, at, token));
            first += unit.Sentences.Length;
        }

        return Html.Of(parts);
    }

    private Html Replacing(EditionView view) => Html.Of($"""
        <dialog id="replace" aria-labelledby="replace-title"><form method="dialog"><h2 id="replace-title">Find and replace</h2>
        <fieldset><label>Find <input name="find" autocomplete="off" lang="{view.Name.Language.Tag}" dir="auto"></label><label>Replace with <input name="with" autocomplete="off" lang="{view.Name.Language.Tag}" dir="auto"></label></fieldset>
        <label><input type="checkbox" name="exact" id="exact"> Match capitals</label><p><a id="everywhere" href="{FindPage.Address(view.Name.Release)}">In all languages of the release</a></p><p role="status"></p><ol></ol>
        <div class="deeds"><button value="replace">Replace in what is ticked</button><button value="close" class="quiet" formnovalidate>Close</button></div></form></dialog>
        """);

    private Html Row(EditionView view, SentenceView sentence, int number, bool isAtHand, Html token)
    {
        var (segment, at, to) = (sentence.Translation, At(sentence.Name), view.Name.Language);
        return Html.Of($"""
            <div class="row {Words.Class(segment).Replace(' ', '-')}{(isAtHand ? " at-hand" : "")}" id="s-{at}" data-at="{at}" data-unit="{sentence.Name.Unit}" data-n="{sentence.Name.Segment}" data-version="{sentence.Version}" data-state="{Words.Of(segment)}" data-saved="{sentence.Target ?? ""}" data-source="{sentence.Source}">
            <a class="number" href="{Address(view.Name)}?at={Uri.EscapeDataString(at)}#s-{at}" aria-label="Sentence {number}">{number}</a>
            <div class="source" id="src-{at}" lang="{view.From.Tag}" dir="{Direction(view.From)}">{Contents.Source(segment.Segment.Source, sentence.Terms)}</div>
            <div class="target" lang="{to.Tag}" dir="{Direction(to)}" data-label="Translation of sentence {number}">{(segment.Target is { } target ? Contents.Of(target) : Html.Nothing)}</div>
            <div class="signs">{Signs(sentence)}</div>
            {Html.If(isAtHand, () => Html.Of($"""
                <noscript><form class="plain" method="post" action="{Address(view.Name)}">{token}<input type="hidden" name="at" value="{at}"><input type="hidden" name="version" value="{sentence.Version}">
                <label>Translation<textarea name="text" lang="{to.Tag}" dir="{Direction(to)}" rows="3" spellcheck="true">{sentence.Target ?? ""}</textarea></label><button name="do" value="save">Save</button></form></noscript>
                """))}
            </div>
            """);
    }

    /// <summary>What a sentence's row shows of its standing.</summary>
    private static Html Signs(SentenceView sentence)
    {
        var signs = new List<Html> { Html.Of($"""<span class="state" title="{Words.Of(sentence.Translation)}"><span class="unseen">{Words.Of(sentence.Translation)}</span></span>""") };
        if (!sentence.Translation.Conflicts.IsEmpty) signs.Add(Sign("conflict", "≠", "two translations"));
        if (sentence.Rejection is not null) signs.Add(Sign("rejected", "↩", "rejected"));
        if (!sentence.SourceChange.IsEmpty) signs.Add(Sign("changed", "Δ", "the source changed"));
        if (!sentence.Findings.IsEmpty) signs.Add(Sign("found", sentence.Findings.Length.ToString(CultureInfo.InvariantCulture), Words.Count(sentence.Findings.Length, "finding", "findings")));
        if (!sentence.OpenQuestions.IsEmpty) signs.Add(Sign("asked", "?", "an open question"));
        return Html.Of(signs);
    }

    private static Html Sign(string kind, string shown, string spoken) => Html.Of($"""<span class="sign {kind}" title="{spoken}"><span aria-hidden="true">{shown}</span><span class="unseen">{spoken}</span></span>""");

    /// <summary>A share in steps of five percent: widths are classes, for no style may stand in the page.</summary>
    private static int Share(int part, int all) => all == 0 ? 0 : (int)Math.Round(20.0 * part / all) * 5;

    private static string Role(UnitView unit) => unit.Id == "headline" ? "headline" : unit.Role.ToString().ToLowerInvariant();

    private string Direction(Language language) => locales.Find(language)?.Direction ?? "ltr";

    private string NameOf(Language language) => locales.Find(language)?.Autonym ?? language.Tag;
}
