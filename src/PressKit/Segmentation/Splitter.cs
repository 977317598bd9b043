using System.Collections.Immutable;
using PressKit.Content.Markdown;

namespace PressKit.Segmentation;

/// <summary>Splits texts into units and units into sentences.</summary>
/// <param name="parser">Parses them.</param>
/// <param name="checks">Looks for what is wrong in them.</param>
/// <param name="rules">Where sentences end.</param>
/// <param name="rendered">Renders them while they are parsed; null where nobody will ask for their HTML.</param>
public sealed class Splitter(MarkdownParser parser, MarkdownChecks checks, SentenceRules rules, RenderedTexts? rendered = null)
{
    /// <summary>The units of a text of a release; null, and a problem, where its Markdown cannot be parsed.</summary>
    public SplitText? Split(Release release, SourceText text, Problems problems)
    {
        try
        {
            var markdown = parser.Parse(text.Markdown);
            checks.Check(release, text, markdown, problems);
            var html = rendered?.Of(markdown);
            if (text.Language != release.Source.Language) return Later(text, markdown) with { Rendered = html };
            var source = release.Translations.IsEmpty ? Later(text, markdown) : Split(text, markdown);
            return source with { Events = Events(release.Record, text.Language), Rendered = html };
        }
        catch (MarkdownTooDeepException e)
        {
            problems.Error("markdown.too-deep", new Place(text.File, text.FirstLine + e.Line - 1, 1),
                MarkdownTooDeepException.Sentence, MarkdownTooDeepException.Remedy);
            return null;
        }
    }

    /// <summary>The units of a parsed text.</summary>
    public SplitText Split(SourceText text, MarkdownText markdown) => new(text, markdown.Targets, new OnDemand<SplitUnits>(Units(text, markdown)));

    /// <summary>The same, split when its units are asked for, if ever. The syntax tree is made again then: it is ten times the text.</summary>
    private SplitText Later(SourceText text, MarkdownText markdown) =>
        new(text, markdown.Targets, new OnDemand<SplitUnits>(() => Units(text, parser.Parse(text.Markdown))));

    private SplitUnits Units(SourceText text, MarkdownText markdown)
    {
        var fields = Fields.Of(text.FrontMatter)
            .Select(f => new Unit(f.Id, UnitRole.Field, Sentences.Of(InlineContent.Of(f.Text), text.Language, rules)));
        var ids = new UnitIds();
        var blocks = markdown.Blocks.Select(b => b.Content.IsBlank || !HasText(b.Content)
            ? null
            : new Unit(ids.Of(b.Role, b.Content), b.Role, Sentences.Of(b.Content, text.Language, rules)) { Note = b.Note, Level = b.Level });
        return new SplitUnits([.. fields], [.. blocks]);
    }

    private ImmutableArray<EventUnit> Events(ReleaseRecord record, Language language)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        return [.. record.Events.Select(e => new EventUnit(e, new Unit(Fields.IdIn("events", e.Reason, seen) + ".reason", UnitRole.Field,
            Sentences.Of(InlineContent.Of(e.Reason), language, rules))))];
    }

    private static bool HasText(InlineContent content) => !string.IsNullOrWhiteSpace(content.PlainText);

    /// <summary>Gives each unit its id: a hash of its role, its content, and how many units like it came before.</summary>
    private sealed class UnitIds
    {
        private readonly Dictionary<string, int> _seen = new(StringComparer.Ordinal);

        public string Of(UnitRole role, InlineContent content)
        {
            var text = content.ToString();
            var same = role + text;
            var occurrence = _seen.GetValueOrDefault(same);
            _seen[same] = occurrence + 1;
            return "u" + Hash.Of(role.ToString(), text, FormattableString.Invariant($"{occurrence}"))[..12];
        }
    }
}
