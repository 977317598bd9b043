using System.Collections.Immutable;
using System.Text;
using System.Xml.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using PressKit.Testing;
using PressKit.Tests.Translation.Xliff;
using PressKit.Translation;
using PressKit.Translation.Exchange;
using PressKit.Translation.Glossary;
using PressKit.Translation.Xliff;

namespace PressKit.Tests.Translation.Exchange;

public sealed class ExchangePropertyTests
{
    private static readonly string[] Sentences = ["La mostra apre a Roma.", "I premi sono tre.", "La giuria è nuova.", "Il museo chiude alle sei.", "L'entrata è libera."];

    /// <summary>Whatever is stored comes back from both formats as it was, and is valid by their schemas.</summary>
    [SkippableFact]
    public void What_is_exported_and_not_touched_changes_nothing()
    {
        var schemas = new Dictionary<ExchangeFormat, XliffSchema> { [ExchangeFormat.Xliff21] = new("2.1"), [ExchangeFormat.Xliff12] = new("1.2") };
        Prop.ForAll(Stored.Any(), any =>
        {
            var stored = any with { Units = [.. any.Units.Select(Spaced)] };
            var units = stored.Units.Select(u => u.Unit).ToImmutableArray();
            foreach (var (format, schema) in schemas)
            {
                var file = ExchangeWriter.Write(PressKit.Translation.Exchange.Export.Of("content/releases/2026/mostra/it.md", "0123", units, stored,
                    (stored.SourceLanguage, stored.TargetLanguage), new Terminology([]), _ => []), format, "1.0");
                schema.Validate(file).ShouldBeEmpty();
                var problems = new Problems();
                var returned = ExchangeReader.Read(file, "back.xlf", problems).ShouldNotBeNull(string.Join('\n', problems.All));
                var merged = Merge.Of(returned, "back.xlf", units, ("it.md", "0123"), stored, new MergeOptions("Bea", DateTimeOffset.UnixEpoch, Take.Neither), problems)
                    .ShouldNotBeNull(string.Join('\n', problems.All));
                merged.Translation.ShouldBeNull($"{format}\n{Stored.Describe(stored)}\n{Stored.Describe(merged.Translation)}");
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));
    }

    /// <summary>Translators and the newsroom work at the same time, and the author edits the source meanwhile. What any person
    /// wrote last on their side is in force, a suggestion, a conflict, or parked.</summary>
    [Property(MaxTest = 300)]
    public void No_text_of_a_person_is_lost(int seed)
    {
        var random = new Random(seed);
        var desk = new Desk([.. Enumerable.Range(0, 3).Select(_ => Paragraph(random))]);
        var number = 0;
        Translate();
        var format = random.Next(2) == 0 ? ExchangeFormat.Xliff21 : ExchangeFormat.Xliff12;
        var exported = desk.Export(format);
        var theirs = Work(exported, format);
        if (random.Next(2) == 0) Translate();
        if (random.Next(2) == 0) desk.Write([.. Enumerable.Range(0, 3).Select(i => random.Next(4) switch { 0 => Paragraph(random), 1 => Shown(desk.Units[i]).Replace("tre", "3", StringComparison.Ordinal).Replace("alle sei", "alle 7", StringComparison.Ordinal), _ => Shown(desk.Units[i]) })]);
        if (random.Next(2) == 0) Translate();
        var ours = desk.Segments().Where(s => s.IsPersons).Select(s => s.Target!.ReadingText).ToList();
        desk.Import(theirs.File).ShouldNotBeNull(string.Join('\n', desk.Problems.All));
        var texts = desk.Texts().ToHashSet(StringComparer.Ordinal);
        var superseded = theirs.Replaced.Except(desk.Segments().SelectMany(s => s.Conflicts).Select(c => c.Target.ReadingText), StringComparer.Ordinal).ToList();
        theirs.Written.Where(t => !texts.Any(x => x.Contains(t, StringComparison.Ordinal))).ShouldBeEmpty("theirs");
        ours.Except(superseded, StringComparer.Ordinal).Where(t => !texts.Any(x => x.Contains(t, StringComparison.Ordinal))).ShouldBeEmpty("ours");
        Should.NotThrow(() => XliffWriter.Write(desk.Stored!));
        desk.Import(theirs.File)!.Taken.ShouldBe(0, "a file that was taken brings nothing new");

        void Translate()
        {
            for (var unit = 0; unit < desk.Units.Length; unit++)
            {
                var count = desk.Stored is null ? desk.Units[unit].Segments.Length : Carrying.Of(desk.Units, desk.Stored).Units[unit].Segments.Length;
                for (var segment = 0; segment < count; segment++)
                {
                    if (random.Next(2) == 0) continue;
                    var state = (SegmentState)random.Next(0, 4);
                    desk.Translate(unit, segment, FormattableString.Invariant($"Ours {number++}."), state);
                }
            }
        }

        // A translator writes into every other target.
        (byte[] File, List<string> Written, List<string> Replaced) Work(byte[] file, ExchangeFormat kind)
        {
            var (written, replaced) = (new List<string>(), new List<string>());
            var document = XDocument.Parse(Encoding.UTF8.GetString(file), LoadOptions.PreserveWhitespace);
            var name = kind == ExchangeFormat.Xliff12 ? "trans-unit" : "segment";
            foreach (var segment in document.Descendants().Where(e => e.Name.LocalName == name).ToList())
            {
                if (random.Next(2) == 0) continue;
                var source = segment.Elements().First(e => e.Name.LocalName == "source");
                var target = segment.Elements().FirstOrDefault(e => e.Name.LocalName == "target");
                if (target is null) source.AddAfterSelf(target = new XElement(source.Name.Namespace + "target"));
                else replaced.Add(target.Value);
                var text = FormattableString.Invariant($"Theirs {number++}.");
                target.ReplaceNodes(new XText(text));
                (kind == ExchangeFormat.Xliff12 ? target : segment).SetAttributeValue("state", "translated");
                (kind == ExchangeFormat.Xliff12 ? target : segment).SetAttributeValue(kind == ExchangeFormat.Xliff12 ? "state-qualifier" : "subState", null);
                written.Add(text);
            }

            return (Encoding.UTF8.GetBytes(document.ToString(SaveOptions.DisableFormatting)), written, replaced);
        }
    }

    // Between sentences nothing but white space stands, and what says what is in force is settled.
    private static TranslatedUnit Spaced(TranslatedUnit unit) => unit with
    {
        Segments = [.. unit.Segments.Select(s => s with
        {
            Segment = s.Segment.Space.All(char.IsWhiteSpace) ? s.Segment : s.Segment with { Space = " " },
            Conflicts = s.Conflicts.RemoveAll(c => s.Target is { } target && Cuts.Print(c.Source, c.Target) == Cuts.Print(s.Segment.Source, target)),
        })],
    };

    private static string Paragraph(Random random) => string.Join(' ', Enumerable.Range(0, random.Next(1, 4)).Select(_ => Sentences[random.Next(Sentences.Length)]));

    private static string Shown(Unit unit) => Inline.Show(unit.Source);
}
