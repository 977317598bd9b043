using System.Collections.Immutable;
using PressKit.Content;
using PressKit.Content.Markdown;

namespace PressKit.Importing;

/// <summary>A release made of a pasted text, before it has a place in the newsroom.</summary>
/// <param name="FrontMatter">What stands above the text.</param>
/// <param name="Comments">By key of the front matter, what the press officer is told there.</param>
/// <param name="Markdown">The text.</param>
/// <param name="HasTitle">Whether the headline is the text's own.</param>
/// <param name="Notes">What was recognised, proposed and left out.</param>
internal sealed record PastedRelease(
    FrontMatter FrontMatter, ImmutableDictionary<string, string> Comments, string Markdown, bool HasTitle, ImmutableArray<string> Notes);

/// <summary>Makes a release of a pasted text.</summary>
internal sealed class PastedReleaseReader(Instants instants, TimeProvider time)
{
    private const string Proposed = "proposed from the text: look it over";

    private readonly PlainMarkdown _markdown = new(new MarkdownParser());
    private readonly FrontMatterWriter _writer = new(instants);

    /// <summary>The release; null where the text says nothing.</summary>
    /// <param name="text">The text, with LF line ends.</param>
    /// <param name="language">Its language.</param>
    /// <param name="name">What the headline is where the text has nothing to make one of.</param>
    public PastedRelease? Read(string text, Language language, string name)
    {
        var notes = new List<string>();
        var pasted = new BlockReader(notes).Read(text);
        if (!pasted.Any(b => b.Lines.Any(l => l.Any(char.IsLetterOrDigit)))) return null;
        var opening = Opening.Of(pasted, new Datelines(language), notes);
        var blocks = Headings.Recognise(opening.Blocks);
        var paragraphs = blocks.Where(b => b.Kind == PastedKind.Paragraph && !Marks.IsEmbargo(b.Text)).Select(b => b.Text).ToList();
        var lead = paragraphs.Find(Marks.HasStop) ?? paragraphs.FirstOrDefault();
        var headings = blocks.Where(b => b.Kind == PastedKind.Heading).Select(b => b.Text).ToList();
        var comments = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        var headline = opening.Title ?? Headlines.Propose(lead, headings, language) ?? name;
        if (opening.Title is null) comments["headline"] = Proposed;
        var summary = lead is null ? null : Headlines.Summary(lead, language);
        comments["summary"] = summary is null ? "summary: one or two sentences for lists, feeds and cards" : Proposed;
        notes.Add(opening.Title is null ? $"Headline, proposed from the text: {headline}" : $"Headline, the text's own: {headline}");
        if (opening.Subhead is { } subhead) notes.Add($"Subhead: {subhead}");
        if (headings.Count > 0) notes.Add($"Headings: {string.Join(" | ", headings)}");
        var frontMatter = new FrontMatter
        {
            Headline = headline,
            Subhead = opening.Subhead,
            Summary = summary,
            Dateline = opening.Dateline,
            Published = Published(opening, comments, notes),
        };
        return new PastedRelease(frontMatter, comments.ToImmutable(), Markdown(blocks), opening.Title is not null, [.. notes]);
    }

    /// <summary>Nine o'clock on the dateline's day, where that day has come: a text that is still to be published is released
    /// on purpose.</summary>
    private DateTimeOffset? Published(Opening opening, ImmutableDictionary<string, string>.Builder comments, List<string> notes)
    {
        var today = instants.DateOf(time.GetUtcNow());
        var date = opening.Dateline?.Date ?? today;
        var proposed = instants.Instant(FormattableString.Invariant($"{date:yyyy-MM-dd}T09:00"), new Place(""), new Problems());
        if (proposed is { } instant && opening is { Dateline.Date: not null, Embargoed: false } && date <= today)
        {
            notes.Add($"Published: {_writer.Instant(instant)}, on the dateline's day.");
            return instant;
        }

        if (proposed is { } later) comments["published"] = $"published: {_writer.Instant(later)}";
        notes.Add("Not published yet: give 'published' a date and time.");
        return null;
    }

    private string Markdown(IEnumerable<PastedBlock> blocks) => string.Concat(blocks.Select(b => '\n' + Markdown(b) + '\n'));

    private string Markdown(PastedBlock block) => block.Kind switch
    {
        PastedKind.Heading => _markdown.Heading(block.Text, block.Level),
        PastedKind.List => string.Join('\n', block.Lines.Select(l => "- " + _markdown.Line(Marks.ItemText(l)))),
        PastedKind.Lines => _markdown.Lines(block.Lines),
        _ => _markdown.Line(block.Text),
    };
}
