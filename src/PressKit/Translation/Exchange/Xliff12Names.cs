namespace PressKit.Translation.Exchange;

/// <summary>The names of XLIFF 1.2 that writer and reader share.</summary>
internal static class Xliff12Names
{
    /// <summary>The namespace of XLIFF 1.2.</summary>
    public const string Core = "urn:oasis:names:tc:xliff:document:1.2";

    /// <summary>The kind of <c>alt-trans</c> that holds what others made of a sentence, until somebody settles which holds.</summary>
    public const string Conflict = "rejected";

    private const string Prefix = "x-pk-";

    /// <summary>The state of a target and its qualifier; a final or reviewed translation is <c>approved</c> besides.</summary>
    public static (string State, string? Qualifier) StateOf(SegmentTranslation segment) => segment switch
    {
        { Target: null, Previous: not null } => ("needs-adaptation", null),
        { Target: null } => ("new", null),
        { State: SegmentState.Initial, Provenance.Origin: Origin.Memory } => ("needs-review-translation", "leveraged-tm"),
        { State: SegmentState.Initial } => ("needs-review-translation", "mt-suggestion"),
        { State: SegmentState.Final } => ("signed-off", null),
        _ => ("translated", null),
    };

    /// <summary>What a state means to PressKit; null for one that no standard knows.</summary>
    public static SegmentState? StateOf(string? state, bool approved) => state switch
    {
        "final" or "signed-off" => SegmentState.Final,
        "translated" or "needs-review-adaptation" or "needs-review-l10n" => approved ? SegmentState.Reviewed : SegmentState.Translated,
        "new" or "needs-translation" or "needs-adaptation" or "needs-l10n" or "needs-review-translation" or null =>
            approved ? SegmentState.Reviewed : SegmentState.Initial,
        _ => state.StartsWith("x-", StringComparison.Ordinal) ? SegmentState.Initial : null,
    };

    /// <summary>Whether a state qualifier says that a machine or a memory made the translation.</summary>
    public static bool IsMachine(string? qualifier) =>
        qualifier is "mt-suggestion" or "leveraged-mt" or "leveraged-tm" or "leveraged-repository" or "fuzzy-match" or "exact-match";

    /// <summary>The <c>ctype</c> of a code.</summary>
    public static string TypeOf(InlineCode code) => (code.Kind, code.Spans) switch
    {
        (CodeKind.Emphasis, true) => "italic",
        (CodeKind.Strong, true) => "bold",
        (CodeKind.Link, true) => "link",
        (CodeKind.Image, false) => "image",
        (CodeKind.Break, false) => "lb",
        _ => Prefix + Xliff.XliffNames.NameOf(code.Kind),
    };

    /// <summary>What a <c>ctype</c> is to PressKit.</summary>
    public static CodeKind KindOf(string? type) => type switch
    {
        "italic" => CodeKind.Emphasis,
        "bold" => CodeKind.Strong,
        "link" => CodeKind.Link,
        "image" => CodeKind.Image,
        "lb" => CodeKind.Break,
        "underlined" => CodeKind.Formatting,
        not null when type.StartsWith(Prefix, StringComparison.Ordinal)
            && Xliff.XliffNames.TryParse(type[Prefix.Length..], out CodeKind kind) => kind,
        _ => CodeKind.Other,
    };
}
