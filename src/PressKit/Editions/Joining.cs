using System.Collections.Immutable;
using System.Runtime.InteropServices;
using PressKit.Content;
using PressKit.Content.Markdown;
using PressKit.Segmentation;
using PressKit.Translation;

namespace PressKit.Editions;

/// <summary>Joins a release's source with each of its translations into editions. A translation is joined at the syntax tree:
/// it is text and the source's own codes, and can bring in nothing else.</summary>
/// <param name="parser">Parses texts.</param>
/// <param name="rendered">Renders translations while they are joined; null where nobody will ask for their HTML.</param>
public sealed class Joining(MarkdownParser parser, RenderedTexts? rendered = null)
{
    /// <summary>The editions of a release: the source, those written freely, and the translations.</summary>
    public IEnumerable<Edition> Editions(PairedRelease paired, Blocking blocking, Problems problems)
    {
        yield return Written(paired, paired.Source, Making.Source);
        foreach (var text in paired.Authored) yield return Written(paired, text, Making.Authored);
        if (paired.Translations.IsEmpty) yield break;
        var joined = parser.Parse(paired.Source.Text.Markdown);
        var tree = joined.Tree;
        foreach (var translation in paired.Translations)
        {
            joined.Replace(Contents(paired.Source, translation.File.Language, translation.Of));
            yield return Translated(paired, translation, joined, blocking) with { IsSound = IsSound(paired.Source, translation, tree.DiffersAt(joined.Tree), problems) };
        }
    }

    /// <summary>A unit in another language: the targets of its segments and the space between them, which Chinese and Japanese
    /// do without. A segment without a target stands as it is in the source.</summary>
    public static InlineContent Target(TranslatedUnit unit, Language from, Language to)
    {
        if (unit.Segments is [{ Segment.Space.Length: 0 } only]) return only.Target ?? only.Segment.Source;
        var pieces = new List<Piece>();
        for (var i = 0; i < unit.Segments.Length; i++)
        {
            var segment = unit.Segments[i];
            pieces.AddRange((segment.Target ?? segment.Segment.Source).Pieces);
            var last = i == unit.Segments.Length - 1;
            pieces.Add(Piece.Run(Space(segment.Segment.Space, last, from, to)));
        }

        return InlineContent.Of(pieces);
    }

    private static string Space(string space, bool last, Language from, Language to)
    {
        if (last || from.Unspaced == to.Unspaced) return space;
        return to.Unspaced ? "" : " ";
    }

    private Edition Written(PairedRelease paired, SplitText split, Making making)
    {
        var text = split.Text;
        var source = paired.Source.Text.FrontMatter;
        var address = Slugs.Record(paired.Release, text.Language, text.FrontMatter.Headline, text.FrontMatter.Slug);
        return new Edition
        {
            Release = paired.Release,
            Language = text.Language,
            Making = making,
            FrontMatter = making == Making.Source
                ? source with { Embargo = paired.Release.Embargo }
                : Bound(text.FrontMatter, source, paired.Release.Embargo),
            Rendered = split.Rendered,
            Body = new Body(Hash.Of(text.Markdown), Targets(split),
                resolve => StrayCharacters.Upright((split.Rendered ?? parser.Parse(text.Markdown).Render()).Html(resolve))),
            Slug = address.Slug,
            Former = address.Former,
            File = text.File,
            Content = text.Hash,
            Events = Events(paired, text.Language),
        };
    }

    /// <summary>What the readers of an edition are told of events: as a person wrote it in their language, or in that of the
    /// source.</summary>
    private static ImmutableArray<EventText> Events(PairedRelease paired, Language language)
    {
        var source = paired.Source;
        var told = paired.Release.Record.ToldIn(language).ToHashSet(ReferenceEqualityComparer.Instance);
        return [.. source.Events.Where(e => told.Contains(e.Event)).Select(e =>
            e.Event.Texts.TryGetValue(language, out var text) ? new EventText(e.Event, e.Unit.Id, text, language)
            : new EventText(e.Event, e.Unit.Id, e.Event.Reason, source.Text.Language))];
    }

    /// <summary>The same with what there is of their translations.</summary>
    private static ImmutableArray<EventText> Events(PairedRelease paired, PairedTranslation translation, Blocking blocking)
    {
        var (from, to) = (paired.Source.Text.Language, translation.File.Language);
        var approvals = paired.Release.Record.Editions.GetValueOrDefault(to)?.Approvals ?? [];
        var units = paired.Source.Events.ToDictionary(e => e.Unit.Id, e => e.Unit, StringComparer.Ordinal);
        return [.. Events(paired, to).Select(told => told.Language != to && translation.Of(units[told.Unit]) is { IsComplete: true } unit ? told with { Translation = Translated(units[told.Unit], unit) } : told)];

        EventTranslation Translated(Unit unit, TranslatedUnit translated)
        {
            var content = ContentOf([unit], _ => translated);
            var approval = approvals.LastOrDefault(a => a.Events.GetValueOrDefault(unit.Id) == content);
            return new EventTranslation(StrayCharacters.Upright(Target(translated, from, to).PlainText), approval is not null,
                translated.Segments.Any(s => s.Provenance?.Origin == Origin.Machine || s.IsMachineDraft), !blocking.Of([unit], translation, from, approval).IsEmpty);
        }
    }

    /// <summary>What holds for all languages comes from the source; what an edition leaves out, too. An edition can wait
    /// longer than its source, never less.</summary>
    private static FrontMatter Bound(FrontMatter own, FrontMatter source, DateTimeOffset? embargo) => own with
    {
        Published = own.Published > source.Published ? own.Published : source.Published,
        Embargo = embargo,
        State = own.State == ReleaseState.Draft ? own.State : source.State,
        Languages = source.Languages,
        Dateline = own.Dateline ?? source.Dateline,
        Topics = own.Topics.IsEmpty ? source.Topics : own.Topics,
        Contacts = own.Contacts.IsEmpty ? source.Contacts : own.Contacts,
        Boilerplate = own.Boilerplate ?? source.Boilerplate,
        Media = own.Media.IsEmpty ? source.Media : own.Media,
        Related = own.Related.IsEmpty ? source.Related : own.Related,
        Series = own.Series ?? source.Series,
    };

    private Edition Translated(PairedRelease paired, PairedTranslation translation, MarkdownText joined, Blocking blocking)
    {
        var edition = Translated(paired, paired.Source, paired.Source.Text.FrontMatter, translation, joined, translation.Of) with
        {
            Approval = translation.Approval,
            Blocked = blocking.Of(paired.Source.Units, translation, paired.Source.Text.Language, translation.Approval),
            Events = Events(paired, translation, blocking),
        };
        return translation.Approved is { } approved ? edition with { Earlier = Earlier(paired, translation, approved) } : edition;
    }

    /// <summary>The edition that was approved, whole.</summary>
    private Edition Earlier(PairedRelease paired, PairedTranslation translation, ApprovedTranslation approved)
    {
        var units = approved.Units.ToDictionary(u => u.Id, StringComparer.Ordinal);
        var frontMatter = EarlierText.FrontMatter(approved.Source.Text.FrontMatter, paired.Source.Text.FrontMatter);
        var joined = parser.Parse(approved.Source.Text.Markdown);
        var tree = joined.Tree;
        joined.Replace(Contents(approved.Source, translation.File.Language, u => units.GetValueOrDefault(u.Id)));
        return Translated(paired, approved.Source, frontMatter, translation, joined, u => units.GetValueOrDefault(u.Id)) with
        {
            Approval = approved.Approval,
            IsStale = !EarlierText.SaysTheSame(approved.Source, paired.Source),
            IsSound = tree.DiffersAt(joined.Tree) is null,
        };
    }

    private Edition Translated(PairedRelease paired, SplitText source, FrontMatter written, PairedTranslation translation, MarkdownText joined,
        Func<Unit, TranslatedUnit?> of)
    {
        var (from, to) = (source.Text.Language, translation.File.Language);
        var html = rendered?.Of(joined)?.With(Local);
        var targets = source.Units.Select(of).ToList();
        var content = ContentOf(source.Units, of);
        var fields = source.Fields.ToDictionary(u => u.Id, of, StringComparer.Ordinal);
        var frontMatter = Fields.Map(written with { Embargo = paired.Release.Embargo }, (id, text) =>
            fields.GetValueOrDefault(id) is { } unit ? StrayCharacters.Upright(Target(unit, from, to).PlainText) : text);
        var address = Slugs.Record(paired.Release, to, frontMatter.Headline, null);
        var segments = targets.OfType<TranslatedUnit>().SelectMany(u => u.Segments).ToImmutableArray();
        return new Edition
        {
            Release = paired.Release,
            Language = to,
            Making = Making.Translated,
            Rendered = html,
            FrontMatter = frontMatter with { Media = [.. frontMatter.Media.Select(m => m with { File = Local(m.File) })] },
            Body = new Body(Hash.Of([source.Text.Markdown, content, .. Targets(source).Select(Local)]),
                [.. Targets(source).Select(Local).Distinct(StringComparer.Ordinal)],
                resolve => StrayCharacters.Upright(html?.Html(resolve) ?? Html(source, to, of, target => resolve(Local(target))))),
            Slug = address.Slug,
            Former = address.Former,
            File = translation.File.File,
            Content = content,
            Segments = segments,
            Translation = TranslationSummary.Of(segments),
            Untranslated = targets.Count(t => t is not { IsComplete: true }),
        };

        string Local(string target) => Localised(paired.Release, to, target);
    }

    /// <summary>The image or document of a language where there is one: <c>media/map.ja.png</c> for <c>media/map.png</c>.</summary>
    private static string Localised(Release release, Language language, string target)
    {
        if (!target.StartsWith("media/", StringComparison.Ordinal)) return target;
        var extension = Path.GetExtension(target);
        return new[] { language.Tag, language.Primary }.Select(tag => $"{target[..^extension.Length]}.{tag}{extension}")
            .FirstOrDefault(local => release.Media.Any(m => m.Path == local)) ?? target;
    }

    private static ImmutableArray<string> Targets(SplitText split) =>
        [.. split.Targets.Select(t => t.Target).Distinct(StringComparer.Ordinal)];

    private string Html(SplitText source, Language to, Func<Unit, TranslatedUnit?> of, Func<string, string?> resolve)
    {
        var markdown = parser.Parse(source.Text.Markdown);
        markdown.Replace(Contents(source, to, of));
        return markdown.Html(resolve);
    }

    /// <summary>What each block says in another language; what is not translated says what it said.</summary>
    private static ImmutableArray<InlineContent?> Contents(SplitText source, Language to, Func<Unit, TranslatedUnit?> of) => [.. source.Blocks.Select(unit =>
        unit is not null && of(unit) is { } translated ? Target(translated, source.Text.Language, to) : unit?.Source)];

    private static bool IsSound(SplitText source, PairedTranslation translation, int? differs, Problems problems)
    {
        if (differs is not { } line) return true;
        problems.Error("translation.block-tree", new Place(translation.File.File),
            FormattableString.Invariant($"The block at line {source.Text.FirstLine + line - 1} of {source.Text.File} would have another shape, or codes of another block."),
            "Translate that block again, and report the text as a mistake of PressKit's: no translation should be able to do it.");
        return false;
    }

    /// <summary>The hash of what an approval approves: what each unit of the source says, and what its translation says.</summary>
    internal static string ContentOf(ImmutableArray<Unit> units, Func<Unit, TranslatedUnit?> of)
    {
        var said = new List<string?>(units.Length * 4);
        foreach (var unit in units)
        {
            said.Add(unit.Source.ToString());
            if (of(unit) is not { } translated) said.Add(null);
            else foreach (var segment in translated.Segments) said.Add(segment.Target?.ToString());
        }

        return Hash.Of(CollectionsMarshal.AsSpan(said));
    }
}
