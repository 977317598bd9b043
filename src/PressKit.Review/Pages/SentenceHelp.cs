using System.Collections.Immutable;
using PressKit.Editions.Reviewing;
using PressKit.Languages;
using PressKit.Translation;

namespace PressKit.Review.Pages;

/// <summary>Help for one sentence: what changed, what checks find, what the memory has, terms, what people said, what happened.</summary>
/// <param name="locales">How languages are written.</param>
internal sealed class SentenceHelp(Locales locales)
{
    private const int MostMatches = 9;

    /// <summary>All of it.</summary>
    /// <param name="view">The edition.</param>
    /// <param name="unit">The unit.</param>
    /// <param name="sentence">The sentence, with matches.</param>
    /// <param name="number">Its number in the edition.</param>
    /// <param name="token">What forms carry.</param>
    /// <param name="by">Who reads it.</param>
    /// <param name="canAsk">Whether there is a machine to ask.</param>
    public Html Of(Edition view, UnitView unit, SentenceView sentence, int number, Html token, Reviewer by, bool canAsk)
    {
        var form = new Form(EditorPage.Address(view.Name), token, sentence);
        return Html.Of($"""
            <div class="about" data-for="{EditorPage.At(sentence.Name)}" data-version="{sentence.Version}">
            <h2>Sentence {number} <span>{unit.Place}</span></h2>
            {Html.If(unit.Note is not null, () => Html.Of($"""<p class="note author"><b>From the author</b> {unit.Note}</p>"""))}
            {Html.If(sentence.Harm != Harm.None, () => Html.Of($"""<p class="note harm">Weighs: {Words.Of(sentence.Harm)}</p>"""))}
            {Acts(form, sentence, unit, by)}
            {Rejection(sentence)}
            {Conflicts(form, view, sentence)}
            {Changes(sentence)}
            <div id="checks">{Checks(form, sentence.Findings, sentence.Translation.Target)}</div>
            {Matches(form, view, sentence)}
            {Machine(form, by, canAsk)}
            {Terms(view, sentence)}
            {Talk(form, sentence)}
            {History(form, view, sentence)}
            </div>
            """);
    }

    /// <summary>What checks find.</summary>
    public static Html Checks(Form form, ImmutableArray<FindingView> findings, InlineContent? target) => findings.IsEmpty ? Html.Nothing : Html.Of($"""
        <section class="checks" aria-label="Checks"><h3>Checks</h3><ul>{findings.Select((f, i) => Html.Of($"""
            <li class="{f.Finding.Rule.Severity.ToString().ToLowerInvariant()}"><p>{f.Finding.Message}</p>
            {(Contents.Found(f.Finding, target) is { Text.Length: > 0 } place ? Html.Of($"""<p class="where"><bdi>{place}</bdi></p>""") : Html.Nothing)}
            <div class="deeds">{Html.If(f.Fixed is not null, () => form.Of("save", "fix", Html.Of($"""<input type="hidden" name="text" value="{f.Fixed ?? ""}">"""), Html.Of($"Mend {(i == findings.ToList().FindIndex(x => x.Fixed is not null) ? new Html("<kbd>Alt X</kbd>") : Html.Nothing)}")))}
            <details><summary>Keep it</summary>{form.Of("dismiss", "reason", Html.Of($"""<input type="hidden" name="finding" value="{f.Finding.Fingerprint}"><label>Why <input name="reason" required autocomplete="off"></label>"""), new Html("Keep"))}</details></div></li>
            """))}</ul></section>
        """);

    private static Html Acts(Form form, SentenceView sentence, UnitView unit, Reviewer by) => Html.If(by.Role >= ReviewRole.Translator, () => Html.Of($"""
        <div class="acts" role="group" aria-label="Judge">
        {Html.If(by.Role >= ReviewRole.Reviewer, () => Html.Of($"""
            {form.Of("review", "approve", Html.Nothing, Html.Of($"Approve <kbd>Ctrl ⏎</kbd>"), sentence.Translation.Target is not null && sentence.Translation.State < SegmentState.Reviewed)}
            {Html.If(unit.Sentences.Length > 1, () => form.Of("review-unit", "approve-unit", Html.Of($"""<input type="hidden" name="versions" value="{string.Join(' ', unit.Sentences.Select(s => s.Version))}">"""), new Html("Paragraph <kbd>Alt P</kbd>")))}
            <details id="reject"><summary>Reject <kbd>Alt R</kbd></summary>{form.Of("reject", "reason", new Html("""<label>Why <input name="reason" required autocomplete="off"></label>"""), new Html("Reject"))}</details>
            """))}
        <details id="cut"><summary>Split, join</summary>
        {form.Of("split", "cut", Html.Of($"""<label>The first part of the source <input name="source" required autocomplete="off"></label>{Html.If(sentence.Target is not null, () => new Html("""<label>The first part of the translation <input name="target" required autocomplete="off"></label>"""))}"""), new Html("Split <kbd>Alt S</kbd>"))}
        {form.Of("join", "join", Html.Nothing, new Html("Join with the next <kbd>Alt J</kbd>"), sentence.Name.Segment < unit.Sentences.Length)}</details>
        </div>
        """));

    private Html Rejection(SentenceView sentence) => sentence.Rejection is not { } refused ? Html.Nothing : Html.Of($"""
        <section class="notice rejected"><h3>Rejected by {refused.Actor}</h3><p>{refused.Text}</p>{When(refused.At)}</section>
        """);

    private Html Conflicts(Form form, Edition view, SentenceView sentence) => sentence.Translation.Conflicts.IsEmpty ? Html.Nothing : Html.Of($"""
        <section class="notice conflict"><h3>Two translations</h3><p>Choose the one that holds, or write a third.</p>
        <ol>{new[] { (Target: sentence.Translation.Target ?? InlineContent.Empty, sentence.Translation.Provenance) }.Concat(sentence.Translation.Conflicts.Select(c => (c.Target, c.Provenance))).Select(c => Html.Of($"""
            <li><p lang="{view.Name.Language.Tag}" dir="{Direction(view.Name.Language)}">{Contents.Of(c.Target)}</p><p class="by">{Maker(c.Provenance)}</p>
            {form.Of("settle", "settle", Html.Of($"""<input type="hidden" name="text" value="{PlaceholderText.Write(c.Target)}">"""), new Html("This one"))}</li>
            """))}</ol></section>
        """);

    private Html Changes(SentenceView sentence)
    {
        var taken = sentence.TakenBack is { } was ? Html.Of($"""<p class="by">No longer {was.Was}: {was.Actor} {Words.Of(was)} it since. {When(was.At)}</p>""") : Html.Nothing;
        if (sentence.SourceChange.IsEmpty && sentence.TargetChange.IsEmpty && sentence.TakenBack is null) return Html.Nothing;
        return Html.Of($"""
            <section class="changes" id="changes" aria-label="What changed"><h3>What changed</h3>
            {Html.If(!sentence.SourceChange.IsEmpty, () => Html.Of($"""<p class="diff"><span class="side">Source</span> {Contents.Of(sentence.SourceChange)}</p>"""))}
            {Html.If(!sentence.TargetChange.IsEmpty, () => Html.Of($"""<p class="diff"><span class="side">Since the approval</span> <bdi>{Contents.Of(sentence.TargetChange)}</bdi></p>"""))}
            {Html.If(sentence.Translation.Previous is { Similarity: null }, () => Html.Of($"""<p class="diff"><span class="side">Translated before as</span> <bdi>{Contents.Of(sentence.Translation.Previous!.Target)}</bdi></p>"""))}
            {taken}</section>
            """);
    }

    private Html Matches(Form form, Edition view, SentenceView sentence) => sentence.Matches.IsEmpty ? Html.Nothing : Html.Of($"""
        <section class="matches" aria-label="Matches of the memory"><h3>Memory</h3><ol>{sentence.Matches.Take(MostMatches).Select((m, i) => Html.Of($"""
            <li><div class="score s{m.Score / 25}"><b>{m.Score}</b><kbd>Alt {i + 1}</kbd></div>
            <div><p lang="{view.Name.Language.Tag}" dir="{Direction(view.Name.Language)}">{Chips(m.Target, sentence)}</p>
            {Html.If(m.Difference.Any(r => r.Kind != RunKind.Same), () => Html.Of($"""<p class="diff" lang="{view.From.Tag}" dir="{Direction(view.From)}">{Contents.Of(m.Difference)}</p>"""))}
            <p class="by">{Html.If(m.Provenance is not null, () => Html.Of($"{Maker(m.Provenance)} · "))}{Html.If(m.IsReviewed, () => new Html("reviewed · "))}{Path.GetFileName(m.Document)}</p>
            {form.Of("save", "match", Html.Of($"""<input type="hidden" name="text" value="{m.Target}">"""), new Html("Take it"))}</div></li>
            """))}</ol></section>
        """);

    private static Html Machine(Form form, Reviewer by, bool canAsk) => Html.If(canAsk && by.Role >= ReviewRole.Translator, () => Html.Of($"""
        <section class="machine" aria-label="Machine"><h3>Machine</h3><div id="suggestion"></div>{form.Of("suggest", "machine", Html.Nothing, Html.Of($"Ask for a suggestion <kbd>Alt M</kbd>"))}</section>
        """));

    private Html Terms(Edition view, SentenceView sentence)
    {
        if (sentence.Terms.IsEmpty) return Html.Nothing;
        return Html.Of($"""
            <section class="terms" aria-label="Terms"><h3>Terms</h3><dl>{sentence.Terms.DistinctBy(t => t.Term.Id, StringComparer.Ordinal).Select(t => Html.Of($"""
                <div><dt>{sentence.Translation.Segment.Source.PlainText.Substring(t.Start, t.Length)}</dt>
                <dd lang="{view.Name.Language.Tag}"><bdi>{t.Wanted ?? "no settled translation"}</bdi></dd>
                <dd class="by">{string.Join(" · ", new[] { t.Term.Translate ? t.Term.Kind == TermKind.Term ? null : t.Term.Kind.ToString().ToLowerInvariant() : "stays as it is", t.Term.Definition, t.Term.Note, Admitted(t.Term, view.Name.Language) }.Where(x => !string.IsNullOrEmpty(x)))}</dd></div>
                """))}</dl></section>
            """);
    }

    private static string? Admitted(Term term, Language language)
    {
        var others = term.Accepted(language).Skip(1).ToList();
        return others.Count == 0 ? null : "also: " + string.Join(", ", others);
    }

    private Html Talk(Form form, SentenceView sentence)
    {
        var said = sentence.History.Where(e => e.Event is Happening.Commented or Happening.Asked or Happening.Answered);
        return Html.Of($"""
            <section class="talk" aria-label="Comments and questions"><h3>Comments</h3>
            {said.Select(e => Html.Of($"""
                <div class="said {e.Event}"><p><bdi>{e.Text}</bdi></p><p class="by">{e.Actor} {(e.Event == Happening.Asked ? "asks the author" : e.Event == Happening.Answered ? "answers" : "")} {When(e.At)}</p>
                {Html.If(sentence.OpenQuestions.Any(q => q.Id == e.Id), () => form.Of("answer", "reason", Html.Of($"""<input type="hidden" name="of" value="{e.Id ?? ""}"><label>Answer <input name="reason" required autocomplete="off"></label>"""), new Html("Answer")))}</div>
                """))}
            {form.Of("comment", "say", new Html("""<label><span>Say something</span> <textarea name="reason" id="say" rows="1" required></textarea></label>"""), new Html("Comment <kbd>Alt K</kbd>"), true, new Html("""<button name="do" value="ask" class="quiet">Ask the author <kbd>Alt Q</kbd></button>"""))}
            </section>
            """);
    }

    private Html History(Form form, Edition view, SentenceView sentence)
    {
        var events = sentence.History.Where(e => e.Event is not (Happening.Commented or Happening.Asked or Happening.Answered)).Reverse().ToList();
        return Html.If(events.Count > 0 || sentence.Translation.Provenance is not null, () => Html.Of($"""
            <details class="history" id="history"><summary>History <span>{events.Count}</span></summary><ol>{events.Select(e => Html.Of($"""
                <li><p class="by"><b>{e.Actor}</b> {Words.Of(e)} {When(e.At)}</p>
                {Html.If(e.Text is not null, () => Html.Of($"<p>{e.Text}</p>"))}
                {Html.If(e.Target is not null && e.Before != e.Target, () => Html.Of($"""<p class="diff" lang="{view.Name.Language.Tag}" dir="{Direction(view.Name.Language)}">{Contents.Of(WordDifference.Between(Reading(e.Before), Reading(e.Target)))}</p>"""))}
                {Html.If(e.Target is not null && e.Id is not null && e.Target != sentence.Target, () => form.Of("revert", "revert", Html.Of($"""<input type="hidden" name="of" value="{e.Id}">"""), new Html("Bring back")))}</li>
                """))}
                {Html.If(sentence.Translation.Provenance is not null, () => Html.Of($"""<li><p class="by">Made by {Maker(sentence.Translation.Provenance)}</p></li>"""))}</ol></details>
            """));

        string Reading(string? text) => text is null ? "" : PlaceholderText.Recall(text, sentence.Translation.Segment.Source).ReadingText;
    }

    /// <summary>A text with placeholders, as chips of the sentence's codes.</summary>
    public static Html Chips(string text, SentenceView sentence) => Contents.Of(PlaceholderText.Recall(text, sentence.Translation.Segment.Source));

    private Html Maker(Provenance? made) => made is null ? new Html("nobody said") : Html.Of($"{made.Maker}{(made.Revised is { } by ? $", approved by {by.By}" : "")} {When(made.At)}");

    private Html When(DateTimeOffset at) => Html.Of($"""<time datetime="{at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture)}">{locales.Find(Language.Parse("en"))!.ShortDate(DateOnly.FromDateTime(at.UtcDateTime))}</time>""");

    private string Direction(Language language) => locales.Find(language)?.Direction ?? "ltr";

    /// <summary>The edition that a sentence is of.</summary>
    /// <param name="Name">Which one.</param>
    /// <param name="From">The language of its source.</param>
    internal sealed record Edition(EditionName Name, Language From);

    /// <summary>Forms for a sentence.</summary>
    /// <param name="Address">Where they go.</param>
    /// <param name="Token">What they carry so that they are known to be the desk's own.</param>
    /// <param name="Sentence">The sentence.</param>
    internal sealed record Form(string Address, Html Token, SentenceView Sentence)
    {
        /// <summary>A form with a button.</summary>
        public Html Of(string act, string kind, Html fields, Html label, bool enabled = true, Html more = default) => Html.Of($"""
            <form method="post" action="{Address}" class="{kind}" data-do="{act}">{Token}<input type="hidden" name="at" value="{EditorPage.At(Sentence.Name)}"><input type="hidden" name="version" value="{Sentence.Version}">{fields}<button name="do" value="{act}" {new Html(enabled ? "" : "disabled")}>{label}</button>{more}</form>
            """);
    }
}
