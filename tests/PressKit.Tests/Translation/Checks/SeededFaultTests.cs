using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using PressKit.Languages;
using PressKit.Testing;
using PressKit.Translation.Checks;

namespace PressKit.Tests.Translation.Checks;

/// <summary>The figures of docs/checks.md: good translations, damaged in each way that the checks name.</summary>
public sealed class SeededFaultTests
{
    // What few languages have, and how many do here.
    private static readonly Dictionary<string, int> Few = new()
    {
        ["start-punctuation"] = 1, ["arabic-punctuation"] = 1, ["kashida"] = 1, ["fullwidth-punctuation"] = 2, ["double-byte-spacing"] = 2,
    };

    private const string Marker = "<!-- Below this line the file is written by SeededFaultTests with PRESSKIT_WRITE=1. -->\n\n";

    [Fact]
    public void The_document_has_the_measured_figures_and_they_reach_the_goal()
    {
        var figures = Figures.Measure();
        if (Environment.GetEnvironmentVariable("PRESSKIT_MISSED") is { } missed) File.WriteAllLines(missed, figures.Missed);
        var file = Repository.PathTo("docs", "checks.md");
        var written = File.ReadAllText(file);
        var at = written.IndexOf(Marker, StringComparison.Ordinal) + Marker.Length;
        at.ShouldBeGreaterThan(Marker.Length);
        if (Environment.GetEnvironmentVariable("PRESSKIT_WRITE") == "1") File.WriteAllText(file, written = written[..at] + figures.Table());
        written[at..].ShouldBe(figures.Table(), "Run PRESSKIT_WRITE=1 dotnet test tests/PressKit.Tests --filter SeededFaultTests");
        figures.ErrorRecall.ShouldBeGreaterThanOrEqualTo(0.98);
        figures.Flagged.ShouldBeLessThan(0.02);
        foreach (var rule in new TranslationChecks(new Locales()).Rules.Where(r => r.Id != "house-rule-slow"))
        {
            figures.LanguagesOf(rule.Id).ShouldBeGreaterThanOrEqualTo(Few.GetValueOrDefault(rule.Id, 8), rule.Id);
            if (rule.Severity == Severity.Error) figures.RecallOf(rule.Id).ShouldBeGreaterThanOrEqualTo(0.98, rule.Id);
        }
    }
}

/// <summary>What was seeded and found, per check and part of the corpus.</summary>
internal sealed class Figures
{
    private const int Most = 150;

    private readonly TranslationChecks _checks = new(new Locales());
    private readonly Dictionary<(string Check, bool HeldOut), (int Seeded, int Found)> _faults = [];
    private readonly Dictionary<(string Check, bool HeldOut), int> _false = [];
    private readonly Dictionary<string, HashSet<Language>> _languages = [];
    private readonly int[] _clean = [0, 0];
    private readonly int[] _flagged = [0, 0];

    /// <summary>Faults that were not found, for whoever improves a check.</summary>
    public List<string> Missed { get; } = [];

    /// <summary>Of the faults that are errors, the share found, in the sentences held out.</summary>
    public double ErrorRecall => Share(_checks.Rules.Where(r => r.Severity == Severity.Error).Select(r => _faults.GetValueOrDefault((r.Id, true))));

    /// <summary>Of all clean segments, the share with a finding.</summary>
    public double Flagged => (double)(_flagged[0] + _flagged[1]) / (_clean[0] + _clean[1]);

    /// <summary>The share found of what was seeded of a check, in both parts.</summary>
    public double RecallOf(string check) => Share([_faults.GetValueOrDefault((check, false)), _faults.GetValueOrDefault((check, true))]);

    /// <summary>In how many languages translations were damaged for a check.</summary>
    public int LanguagesOf(string check) => _languages.TryGetValue(check, out var languages) ? languages.Count : 0;

    public static Figures Measure()
    {
        var figures = new Figures();
        figures.Measure([.. CleanPairs.OfTheRepository(figures._checks), .. CleanPairs.OfFormats(figures._checks, heldOut: false, rounds: 1)], heldOut: false);
        figures.Measure([.. CleanPairs.OfFormats(figures._checks, heldOut: true, rounds: 2)], heldOut: true);
        return figures;
    }

    public string Table()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"Of {_clean[0]} clean segments of the tuned part {_flagged[0]} have a finding ({Percent((double)_flagged[0] / _clean[0])}), of {_clean[1]} held out {_flagged[1]} ({Percent((double)_flagged[1] / _clean[1])}). Of the faults that are errors, {Percent(Share(_checks.Rules.Where(r => r.Severity == Severity.Error).Select(r => _faults.GetValueOrDefault((r.Id, false)))))} were found in the tuned part and {Percent(ErrorRecall)} in what was held out.\n\n");
        text.Append("| check | | in languages | tuned: found of seeded | held out: found of seeded | clean segments flagged |\n|---|---|---:|---:|---:|---:|\n");
        foreach (var rule in _checks.Rules)
        {
            var severity = rule.Severity switch { Severity.Error => "error", Severity.Warning => "warning", _ => "information" };
            text.Append(CultureInfo.InvariantCulture, $"| `{rule.Id}` | {severity} | {LanguagesOf(rule.Id)} | {Cell(rule.Id, false)} | {Cell(rule.Id, true)} | {_false.GetValueOrDefault((rule.Id, false)) + _false.GetValueOrDefault((rule.Id, true))} |\n");
        }

        return text.ToString();
    }

    private string Cell(string check, bool heldOut)
    {
        var (seeded, found) = _faults.GetValueOrDefault((check, heldOut));
        return seeded == 0 ? "–" : string.Create(CultureInfo.InvariantCulture, $"{found} of {seeded}");
    }

    private static string Percent(double share) => (share * 100).ToString("0.0", CultureInfo.InvariantCulture) + " %";

    private static double Share(IEnumerable<(int Seeded, int Found)> faults)
    {
        var all = faults.ToList();
        return (double)all.Sum(f => f.Found) / Math.Max(1, all.Sum(f => f.Seeded));
    }

    private void Measure(ImmutableArray<ImmutableArray<CheckedUnit>> documents, bool heldOut)
    {
        var part = heldOut ? 1 : 0;
        foreach (var document in documents)
        {
            var found = _checks.Check(document).Where(f => f.Rule.Severity != Severity.Information).ToList();
            _clean[part] += document.Sum(u => u.Segments.Length);
            _flagged[part] += found.Select(f => (f.Unit, f.Segment)).Distinct().Count();
            foreach (var check in found.Select(f => (f.Rule.Id, f.Unit, f.Segment)).Distinct())
            {
                _false[(check.Id, heldOut)] = _false.GetValueOrDefault((check.Id, heldOut)) + 1;
                var segment = document.First(u => u.Unit.Id == check.Unit).Segments.First(s => s.Index == check.Segment);
                Missed.Add($"FALSE {check.Id} {segment.Unit.From.Language}-{segment.Unit.To.Language} {found.First(f => f.Rule.Id == check.Id && f.Unit == check.Unit).Message}\n    {segment.Source.Text}\n    {segment.Target.Text}");
            }
        }

        var segments = documents.SelectMany(d => d).SelectMany(u => u.Segments).ToArray();
        new Random(3).Shuffle(segments);
        // Some of each source and each target.
        foreach (var document in documents.Where((_, i) => i % Math.Max(1, documents.Length / 60) == 0)) SeedDocument(document, heldOut);
        foreach (var (index, fault) in Fault.All.Index()) Seed(fault, segments, new Random(index), heldOut);
    }

    /// <summary>Faults that concern more than one segment.</summary>
    private void SeedDocument(ImmutableArray<CheckedUnit> document, bool heldOut)
    {
        foreach (var fault in DocumentFault.Of(document))
        {
            var (from, to) = (document[0].From.Language, document[0].To.Language);
            Count(fault.Check, heldOut, to, fault.IsFound(_checks, from, to, fault.Damaged));
            if (fault.Clean is { } clean && fault.IsFound(_checks, from, to, clean)) _false[(fault.Check, heldOut)] = _false.GetValueOrDefault((fault.Check, heldOut)) + 1;
            if (!fault.IsFound(_checks, from, to, fault.Damaged)) Missed.Add($"MISSED {fault.Check} {from}-{to}\n    {fault.Damaged[^1].Segments[0].Segment.Source}\n    {fault.Damaged[^1].Segments[0].Target}");
        }
    }

    private void Count(string check, bool heldOut, Language to, bool isFound)
    {
        var (all, found) = _faults.GetValueOrDefault((check, heldOut));
        _faults[(check, heldOut)] = (all + 1, found + (isFound ? 1 : 0));
        if (!_languages.TryGetValue(check, out var languages)) _languages.Add(check, languages = []);
        languages.Add(to);
    }

    private void Seed(Fault fault, CheckedSegment[] segments, Random random, bool heldOut)
    {
        var seeded = 0;
        foreach (var good in segments)
        {
            if (seeded == Most) return;
            if (fault.Of(good) is not { } segment) continue;
            if (fault.Seed(segment, random) is not { } damaged || damaged.Equals(segment.Target.Content)) continue;
            seeded++;
            var units = segment.Unit.Unit.Segments.SetItem(segment.Index, segment.Translation with { Target = damaged });
            var unit = new CheckedUnit(segment.Unit.Unit with { Segments = units }, segment.Unit.Context);
            var isFound = _checks.Check(unit).Any(f => f.Rule.Id == fault.Check);
            Count(fault.Check, heldOut, segment.Unit.To.Language, isFound);
            if (!isFound) Missed.Add($"MISSED {fault.Check} {segment.Unit.From.Language}-{segment.Unit.To.Language}{(heldOut ? " held" : "")}\n    {segment.Source.Text}\n    {segment.Target.Text}\n    {new CheckedText(damaged).Text}");
        }
    }
}
