namespace PressKit.Review.Pages;

/// <summary>The sheet of keys; scripts read from it which key does what, so that it is true.</summary>
internal static class KeySheet
{
    private static readonly (string Group, (string Do, string Key, string Label)[] Keys)[] Editor =
    [
        ("Write",
        [
            ("next", "Enter", "Save, take a draft over, go to the next sentence"), ("approve", "Control+Enter", "Save, approve, go to the next sentence"),
            ("back", "Shift+Enter", "Save, go to the sentence before"), ("down", "Alt+ArrowDown", "Next sentence, as it is"), ("up", "Alt+ArrowUp", "Sentence before"),
            ("open", "Alt+N", "Next sentence that waits for somebody"), ("leave", "Escape", "Leave the text: single keys work"),
        ]),
        ("Take",
        [
            ("match", "Alt+1…9", "Take a match of the memory"), ("machine", "Alt+M", "Ask a machine; again: take it"), ("fix", "Alt+X", "Mend what the first check found"),
            ("code", "Alt+C", "Put in the next missing code, around what is selected"), ("copy", "Alt+O", "Copy the source"), ("undo-all", "Alt+U", "Back to what is saved"),
        ]),
        ("Judge",
        [
            ("approve-unit", "Alt+P", "Approve the paragraph"), ("reject", "Alt+R", "Reject, with a reason"), ("difference", "Alt+D", "What changed"), ("history", "Alt+H", "History"),
            ("comment", "Alt+K", "Comment"), ("ask", "Alt+Q", "Ask the author"),
        ]),
        ("Arrange",
        [
            ("split", "Alt+S", "Split the sentence at the caret"), ("join", "Alt+J", "Join it with the next one"), ("replace", "Alt+G", "Find and replace in the release"), ("whole", "Alt+W", "To the edition as a whole: hand over, sign off"), ("page", "Alt+V", "Show or hide the page"),
            ("help", "F6", "To the help beside the text, and back"), ("keys", "?", "This sheet"),
        ]),
    ];

    private static readonly (string Group, (string Do, string Key, string Label)[] Keys)[] List =
    [
        ("List", [("down", "J", "Next row"), ("up", "K", "Row before"), ("open", "Enter", "Open it"), ("filter", "/", "Filter"), ("keys", "?", "This sheet")]),
    ];

    /// <summary>The sheet of a page.</summary>
    public static Html Of(string kind) => Html.Of($"""
        <dialog id="keys" aria-labelledby="keys-title">
        <form method="dialog"><h2 id="keys-title">{Words.Keys}</h2><button class="quiet" aria-label="Close">×</button></form>
        <div class="sheet">{(kind == "editor" ? Editor : List).Select(Group)}</div>
        {Html.If(kind == "editor", () => Html.Of($"""<p class="note">On a Mac, Control takes the place of Alt. Outside of the text the letters work alone: Escape, then P. <label><input type="checkbox" id="single-keys" checked> Single letters</label></p>"""))}
        </dialog>
        """);

    private static Html Group((string Group, (string Do, string Key, string Label)[] Keys) group) => Html.Of($"""
        <section><h3>{group.Group}</h3><dl>{group.Keys.Select(k => Html.Of($"""<div data-key="{k.Key}" data-act="{k.Do}"><dt>{Shown(k.Key)}</dt><dd>{k.Label}</dd></div>"""))}</dl></section>
        """);

    private static Html Shown(string key) => Html.Of(key.Split('+').Select(k => Html.Of($"<kbd>{k switch { "Control" => "Ctrl", "ArrowDown" => "↓", "ArrowUp" => "↑", "Escape" => "Esc", _ => k }}</kbd>")));
}
