using PressKit.Editions.Reviewing;

namespace PressKit.Review.Pages;

/// <summary>What is done with an edition as a whole, at the end of its text.</summary>
internal static class EditionHelp
{
    /// <summary>Sign-off, refusal, handing over, find and replace, and what was said.</summary>
    public static Html Of(EditionView view, Html token, Reviewer by) => Html.Of($"""
        <section class="whole" id="whole" tabindex="-1" aria-labelledby="whole-title"><h2 id="whole-title">The edition as a whole</h2>
        {view.Remarks.Select(r => Html.Of($"""<div class="said"><p><bdi>{r.Text ?? ""}</bdi></p><p class="by">{r.Actor} {Words.Of(r)}</p></div>"""))}
        {Html.If(view.Approval is not null, () => Html.Of($"""<p>Signed off by <b>{view.Approval!.By}</b>. Whoever changes the text or its source takes that back.</p>"""))}
        {Html.If(view.TakenBack is not null, () => Html.Of($"""<p>The approval by <b>{view.TakenBack!.By}</b> does not hold any more: the text or its source was changed since.</p>"""))}
        {Html.If(view.AssignedTo is not null, () => Html.Of($"""<p>In the hands of <b>{view.AssignedTo}</b>.</p>"""))}
        <p><a href="{FindPage.Address(view.Name.Release)}">Find and replace in all languages of the release</a></p>
        <div class="forms">
        {Html.If(by.Role >= ReviewRole.Reviewer, () => Form(view, token, "review-all", Html.Nothing, "Approve every sentence"))}
        {Html.If(by.Role >= ReviewRole.Editor && view.Approval is null, () => Form(view, token, "sign-off", new Html("""<label>Note <input name="reason" autocomplete="off"></label>"""), "Sign the edition off"))}
        {Html.If(by.Role >= ReviewRole.Editor && view.Approval is not null, () => Form(view, token, "take-back", new Html("""<label>Why <input name="reason" required autocomplete="off"></label>"""), "Take the approval back"))}
        {Html.If(by.Role >= ReviewRole.Reviewer, () => Form(view, token, "reject-edition", new Html("""<label>Why <input name="reason" required autocomplete="off"></label>"""), "Reject the edition"))}
        {Html.If(by.Role >= ReviewRole.Translator, () => Form(view, token, "hand-over", new Html("""<label>To <input name="to" required autocomplete="off"></label><label>Note <input name="reason" autocomplete="off"></label>"""), "Hand over"))}
        {Form(view, token, "comment-edition", new Html("""<label>Comment <input name="reason" required autocomplete="off"></label>"""), "Say it")}
        </div>
        </section>
        """);

    private static Html Form(EditionView view, Html token, string act, Html fields, string label) => Html.Of($"""
        <form method="post" action="{EditorPage.Address(view.Name)}" data-do="{act}" class="edition">{token}<input type="hidden" name="version" value="{view.Version}">{fields}<button name="do" value="{act}">{label}</button></form>
        """);
}
