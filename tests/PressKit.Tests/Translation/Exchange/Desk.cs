using System.Collections.Immutable;
using System.Text;
using PressKit.Segmentation;
using PressKit.Testing;
using PressKit.Translation;
using PressKit.Translation.Exchange;
using PressKit.Translation.Glossary;

namespace PressKit.Tests.Translation.Exchange;

/// <summary>A newsroom's side of the exchange, with one release from Italian into English.</summary>
internal sealed class Desk
{
    public const string Original = "content/releases/2026/mostra/it.md";
    private static readonly Language Italian = Language.Parse("it");
    private static readonly Language English = Language.Parse("en");

    /// <summary>The present source: paragraphs, as <see cref="Inline.Parse"/> reads them.</summary>
    public Desk(params string[] paragraphs) => Write(paragraphs);

    public ImmutableArray<Unit> Units { get; private set; }

    public StoredTranslation? Stored { get; set; }

    public Problems Problems { get; private set; } = new();

    public Terminology Glossary { get; init; } = [];

    public DateTimeOffset At { get; } = new(2026, 1, 20, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Writes the source.</summary>
    public void Write(params string[] paragraphs)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        Units = [.. paragraphs.Select(p =>
        {
            var count = seen[p] = seen.GetValueOrDefault(p) + 1;
            return new Unit("u" + Hash.Of(p, FormattableString.Invariant($"{count}"))[..8], UnitRole.Paragraph, Sentences.Of(Inline.Parse(p), Italian));
        })];
    }

    /// <summary>Stores the translation of a sentence of the present source; a null for none.</summary>
    public void Translate(int unit, int segment, string? target, SegmentState state = SegmentState.Translated, string maker = "Ada Rossi")
    {
        var units = Carrying.Of(Units, Stored) is var carried ? carried.Units : [];
        var content = target is null ? null : Content(units[unit].Segments[segment].Segment.Source, target);
        var origin = state == SegmentState.Initial ? Origin.Machine : Origin.Author;
        var translated = units[unit].Segments[segment] with
        {
            Target = content, State = content is null ? SegmentState.Initial : state, Provenance = content is null ? null : new Provenance(origin, maker, null, At),
        };
        var changed = units[unit] with { Segments = units[unit].Segments.SetItem(segment, translated) };
        Stored = new StoredTranslation(Original, "0123", Italian, English, units.SetItem(unit, changed)) { Gone = Carrying.Of(Units, Stored).Gone };
    }

    public byte[] Export(ExchangeFormat format = ExchangeFormat.Xliff21) => ExchangeWriter.Write(PressKit.Translation.Exchange.Export.Of(
        Original, "0123", Units, Stored, (Italian, English), Glossary, _ => []), format, "1.0");

    /// <summary>Imports a file, and stores what it brings.</summary>
    public Merged? Import(string file, Take take = Take.Neither, string? by = "Bea Verdi") => Import(Encoding.UTF8.GetBytes(file), take, by);

    public Merged? Import(byte[] file, Take take = Take.Neither, string? by = "Bea Verdi")
    {
        Problems = new Problems();
        if (ExchangeReader.Read(file, "back.xlf", Problems) is not { } returned) return null;
        var merged = Merge.Of(returned, "back.xlf", Units, (Original, "0123"), Stored, new MergeOptions(by, At, take), Problems);
        Stored = merged?.Translation ?? Stored;
        return merged;
    }

    /// <summary>What is in force, sentence by sentence: state, text, and behind bars suggestion and conflicts.</summary>
    public string[] Shown() => [.. Carrying.Of(Units, Stored).Units.SelectMany(u => u.Segments).Select(Show)];

    public IEnumerable<SegmentTranslation> Segments() => Carrying.Of(Units, Stored).Units.SelectMany(u => u.Segments);

    /// <summary>Every text of a translation that is stored anywhere.</summary>
    public IEnumerable<string> Texts() => Carrying.Of(Units, Stored) is var (units, gone)
        ? units.Concat(gone).SelectMany(u => u.Segments).SelectMany(s => s.Conflicts.Select(c => c.Target).Append(s.Target).Append(s.Previous?.Target))
            .OfType<InlineContent>().Select(c => c.ReadingText)
        : [];

    private static string Show(SegmentTranslation segment)
    {
        var text = new StringBuilder(segment.Target is null ? "-" : $"{segment.State} {Inline.Show(segment.Target)}");
        if (segment.Previous is { } previous) text.Append(" | was ").Append(Inline.Show(previous.Target));
        foreach (var conflict in segment.Conflicts) text.Append(" | or ").Append(Inline.Show(conflict.Target));
        return text.ToString();
    }

    // With the codes of the source, by their ids.
    private static InlineContent Content(InlineContent source, string target)
    {
        var codes = source.Codes.ToDictionary(c => c.Id);
        return Transfer.Renumbered(Inline.Parse(target), c => codes.GetValueOrDefault(c.Id, c));
    }
}
