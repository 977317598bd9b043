using System.Collections.Immutable;

namespace PressKit.Translation.Checks;

/// <summary>A suggestion, from the memory or from before an edit, that somebody took as it was, though it translates another
/// sentence. Marks, capitals and markup make no other sentence.</summary>
internal sealed class SuggestionCheck : ICheck
{
    private static readonly CheckRule Unedited = new("check.unedited-fuzzy", Severity.Warning, "mistranslation", "A suggestion for another sentence was taken over as it was.");

    public ImmutableArray<CheckRule> Rules => [Unedited];

    public IEnumerable<Finding> Check(CheckedUnit unit)
    {
        foreach (var segment in unit.Segments)
        {
            if (segment.Translation is not { IsPersons: true, IsRepaired: false, Previous: { } suggestion }) continue;
            if (Said(suggestion.Target) != Said(segment.Target.Content) || Said(suggestion.Source) == Said(segment.Source.Content)) continue;
            yield return segment.Finding(Unedited, $"It is the translation of “{suggestion.Source.ReadingText}”, unchanged.", "Look what is said otherwise now, and edit it; or keep it with a reason.");
        }
    }

    private static string Said(InlineContent content) => string.Concat(content.PlainText.Where(char.IsLetterOrDigit)).ToUpperInvariant();
}
