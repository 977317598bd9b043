using System.Collections.Immutable;
using System.Globalization;
using PressKit.Editions;
using PressKit.Languages;
using PressKit.Translation;
using PressKit.Translation.Repairs;
using Xunit.Abstractions;

namespace PressKit.Tests.Translation;

/// <summary>Carrying, over histories whose truth is known. The environment variable <c>EDITED_SEGMENTS</c> says over how many
/// edited sentences; without it, a hundred thousand. docs/segmentation.md has the figures of a million.</summary>
public sealed class EditHistoryTests(ITestOutputHelper output)
{
    private const int EditsOfAHistory = 20;
    private static readonly SoftRepair Repair = new(new Locales());
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 9, 30, 0, TimeSpan.Zero);
    private readonly Figures _figures = new();

    [Fact]
    public void No_translation_is_given_to_a_sentence_that_it_was_not_made_for()
    {
        var wanted = int.Parse(Environment.GetEnvironmentVariable("EDITED_SEGMENTS") ?? "100000", CultureInfo.InvariantCulture);
        for (var seed = 1; _figures.Edited < wanted; seed++) Live(seed);
        foreach (var line in _figures.Lines) output.WriteLine(line);
        foreach (var wrong in _figures.Wrong.Take(20)) output.WriteLine(wrong);
        _figures.Wrong.ShouldBeEmpty();
        _figures.Lost.ShouldBeEmpty();
        _figures.KeptOfTypical.ShouldBeGreaterThan(0.92);
        _figures.KeptOfAll.ShouldBeGreaterThan(0.92);
        _figures.Suggested.ShouldBeGreaterThan(0.9);
        _figures.Repaired.ShouldBeGreaterThan(0.7);
    }

    private void Live(int seed)
    {
        var history = new EditHistory(seed);
        var random = new Random(seed);
        var units = history.Units();
        var stored = Stored([.. units.Zip(history.Blocks, (u, b) => Translated(u, b, null))], []);
        for (var edit = 0; edit < EditsOfAHistory; edit++)
        {
            var before = Whose(stored.Units).ToList();
            var (edits, touched) = (edit % 2 == 0 ? random.Next(1, 4) : random.Next(1, 13), history.Touched);
            for (var i = 0; i < edits; i++) history.Edit();
            Settling.Settle(history.Blocks, [.. before.Select(s => (s.Key, s.Who))], Whose(stored.Gone).Select(s => (s.Key, s.Who)));
            units = history.Units();
            var (carried, gone) = Carrying.Of(units, stored, Repair);
            _figures.Count(history, before, carried, stored.Gone, seed, edits <= 3, history.Touched - touched);
            _figures.CountLost(stored, carried, gone, seed);
            var filled = units.Zip(history.Blocks).Zip(carried, (u, c) => Translated(u.First, u.Second, c)).ToList();
            var signed = stored.Units.Select(u => u with { Segments = [.. u.Segments.Select(s => s with { State = SegmentState.Final })] });
            _figures.CountApproved(history, before, filled.Zip(Approvals.Carry(units, [.. signed], stored, Repair), ApprovedUnit.Of), seed);
            stored = Stored([.. filled], gone);
        }
    }

    /// <summary>The unit with what was carried, and every gap filled with the sentence's own translation.</summary>
    private static TranslatedUnit Translated(Unit unit, HistoryBlock block, TranslatedUnit? carried) => new(unit.Id, unit.Role,
        [.. unit.Segments.Select((segment, i) => carried?.Segments[i] is { Target: not null } kept ? kept : block.Sentences[i].Translate(segment, Now))]);

    private static StoredTranslation Stored(ImmutableArray<TranslatedUnit> units, ImmutableArray<TranslatedUnit> gone) =>
        new("it.md", "r1", Language.Parse("it"), Language.Parse("en"), units) { Gone = gone };

    private static IEnumerable<(string Key, int Who, SegmentState State)> Whose(IEnumerable<TranslatedUnit> units) =>
        units.SelectMany(u => u.Segments.Where(s => s.Target is not null).Select(s => (HistoryBlock.Key(u.Role, s.Segment.Source.PlainText), Who(s), s.State)));

    private static int Who(SegmentTranslation segment) =>
        HistorySentence.WhoOf(segment.Target!.PlainText);

    private sealed class Figures
    {
        private int _approved, _edits, _typical, _keptTypical, _all, _keptAll, _changed, _suggested, _soft, _repaired;

        public int Edited { get; private set; }

        public List<string> Wrong { get; } = [];

        public List<string> Lost { get; } = [];

        public double KeptOfTypical => (double)_keptTypical / _typical;

        public double KeptOfAll => (double)_keptAll / _all;

        public double Repaired => (double)_repaired / _soft;

        public double Suggested => (double)_suggested / _changed;

        public IEnumerable<string> Lines =>
        [
            string.Create(CultureInfo.InvariantCulture, $"{Edited:N0} sentences edited in {_edits:N0} revisions"),
            string.Create(CultureInfo.InvariantCulture, $"given to another sentence: {Wrong.Count}; lost: {Lost.Count}"),
            string.Create(CultureInfo.InvariantCulture, $"{_approved:N0} approvals followed through a revision"),
            string.Create(CultureInfo.InvariantCulture, $"kept of those untouched: {KeptOfTypical:P2} in revisions of up to three edits, {KeptOfAll:P2} in all"),
            string.Create(CultureInfo.InvariantCulture, $"changed ones that know what they were: {Suggested:P2}"),
            string.Create(CultureInfo.InvariantCulture, $"{_soft:N0} changed in figures or marks; of them repaired: {Repaired:P2}"),
        ];

        public void Count(EditHistory history, List<(string Key, int Who, SegmentState State)> before, ImmutableArray<TranslatedUnit> carried,
            ImmutableArray<TranslatedUnit> parked, int seed, bool typical, int touched)
        {
            Edited += touched;
            _edits++;
            var approved = before.Concat(Whose(parked)).Where(s => s.State >= SegmentState.Reviewed).CountBy(s => s.Who).ToDictionary();
            var known = before.GroupBy(s => s.Who).ToDictionary(g => g.Key, g => g.First().Key);
            foreach (var (block, unit) in history.Blocks.Zip(carried))
            {
                for (var i = 0; i < unit.Segments.Length; i++) Count(block.Sentences[i], unit.Segments[i], unit);
            }

            void Count(HistorySentence sentence, SegmentTranslation segment, TranslatedUnit unit)
            {
                var isKept = segment.Target is not null;
                if (isKept && Who(segment) != sentence.Who) Wrong.Add($"seed {seed}, {unit.Id}: {Who(segment)} for {sentence}");
                if (isKept && segment.Provenance!.Maker != Who(segment).ToString(CultureInfo.InvariantCulture)) Wrong.Add($"seed {seed}, {unit.Id}: {segment.Provenance.Maker} did not make {Who(segment)}");
                if (isKept && segment.Target!.PlainText != sentence.Target) Wrong.Add($"seed {seed}, {unit.Id}: {segment.Target.PlainText} for {sentence.Target} of {sentence}");
                if (isKept && segment.IsRepaired && segment.Previous is null) Wrong.Add($"seed {seed}, {unit.Id}: nobody knows what it was");
                if (isKept && !segment.Target!.Codes.SequenceEqual(segment.Segment.Source.Codes.Where(c => c.Kind == CodeKind.Link))) Wrong.Add($"seed {seed}, {unit.Id}: other codes than the source");
                if (isKept && segment.State >= SegmentState.Reviewed && (approved[Who(segment)] = approved.GetValueOrDefault(Who(segment)) - 1) < 0) Wrong.Add($"seed {seed}, {unit.Id}: {sentence} is approved twice");
                if (known.TryGetValue(sentence.Who, out var text) && text != HistoryBlock.Key(unit.Role, sentence.Text))
                {
                    (_soft, _repaired) = (_soft + 1, _repaired + (isKept ? 1 : 0));
                }
                else if (known.ContainsKey(sentence.Who))
                {
                    if (typical) (_typical, _keptTypical) = (_typical + 1, _keptTypical + (isKept ? 1 : 0));
                    (_all, _keptAll) = (_all + 1, _keptAll + (isKept ? 1 : 0));
                }
                else if (history.Earlier(sentence) is { } was && known.ContainsKey(was))
                {
                    if (sentence.Text.Length < 20) return;
                    _changed++;
                    if (isKept || segment.Previous?.Target.PlainText.Contains(history.Was(sentence)!, StringComparison.Ordinal) == true) _suggested++;
                }
            }
        }

        /// <summary>Of a document that was signed off whole before the edits, what is still approved.</summary>
        public void CountApproved(EditHistory history, List<(string Key, int Who, SegmentState State)> before, IEnumerable<ApprovedUnit> units, int seed)
        {
            var signed = before.CountBy(s => s.Who).ToDictionary();
            foreach (var (block, unit) in history.Blocks.Zip(units).Where(u => u.Second.IsApproved))
            {
                foreach (var (sentence, segment) in block.Sentences.Zip(unit.Unit.Segments))
                {
                    _approved++;
                    if (segment.Target!.PlainText != sentence.Target) Wrong.Add($"seed {seed}, {unit.Unit.Id}: {segment.Target.PlainText} is approved for {sentence}");
                    if ((signed[sentence.Who] = signed.GetValueOrDefault(sentence.Who) - 1) < 0) Wrong.Add($"seed {seed}, {unit.Unit.Id}: nobody approved {sentence} here");
                }
            }
        }

        public void CountLost(StoredTranslation stored, ImmutableArray<TranslatedUnit> carried, ImmutableArray<TranslatedUnit> gone, int seed)
        {
            var kept = Whose(carried).Concat(Whose(gone)).Select(s => s.Who).ToHashSet();
            foreach (var segment in stored.Units.Concat(stored.Gone).SelectMany(u => u.Segments))
            {
                if (segment.IsPersons && !kept.Contains(Who(segment))) Lost.Add($"seed {seed}: {segment.Segment.Source}");
            }
        }
    }
}
