using System.Collections.Immutable;
using System.Globalization;
using PressKit.Translation;
using PressKit.Translation.Checks;
using PressKit.Translation.Glossary;
using PressKit.Translation.Xliff;

namespace PressKit.Editions;

/// <summary>What a check found in a stored translation.</summary>
/// <param name="Release">The release.</param>
/// <param name="Translation">The translation.</param>
/// <param name="Segment">The segment.</param>
/// <param name="Finding">What was found.</param>
public sealed record EditionFinding(PairedRelease Release, PairedTranslation Translation, CheckedSegment Segment, Finding Finding);

/// <summary>Checks the translations of a newsroom; what somebody dismissed is left out.</summary>
public sealed class EditionChecks(Newsroom newsroom, TranslationChecks checks)
{
    private readonly Terminology _terminology = new(newsroom.Glossary);

    private const string Note = "marks and spaces mended by PressKit";

    /// <summary>How many errors are found in one translation, each where it can be seen alone. It decides whether a machine's
    /// draft waits.</summary>
    public int Errors(PairedRelease release, PairedTranslation translation) => Errors(release, translation, release.Source.Units);

    /// <summary>How many errors are found in the translation of some units.</summary>
    public int Errors(PairedRelease release, PairedTranslation translation, IEnumerable<Unit> units) =>
        Read(translation, units).SelectMany(checks.Check).Count(f => f.Rule.Severity == Severity.Error && !IsDismissed(release, f));

    /// <summary>Everything that is found in the translations of releases, in themselves and beside each other.</summary>
    public ImmutableArray<EditionFinding> Find(IEnumerable<PairedRelease> releases)
    {
        var editions = releases.SelectMany(r => r.Translations.Select(t => (Release: r, Translation: t, Units: Read(t, r.Source.UnitsIn(t.File.Language))))).ToList();
        var found = new List<EditionFinding>();
        foreach (var edition in editions)
        {
            foreach (var unit in edition.Units) found.AddRange(checks.Check(unit).Select(f => new EditionFinding(edition.Release, edition.Translation, SegmentOf(unit, f), f)));
        }

        foreach (var pair in editions.GroupBy(e => (e.Translation.Stored.SourceLanguage, e.Translation.Stored.TargetLanguage)))
        {
            var list = pair.ToList();
            found.AddRange(Consistency.Check([.. list.Select(e => (IReadOnlyList<CheckedUnit>)e.Units)])
                .Select(f => new EditionFinding(list[f.Edition].Release, list[f.Edition].Translation,
                    SegmentOf(list[f.Edition].Units.First(u => u.Unit.Id == f.Finding.Unit), f.Finding), f.Finding)));
        }

        return [.. found.Where(f => !IsDismissed(f.Release, f.Finding))];
    }

    /// <summary>What is found, as problems with their places. An error in a translation that is not public counts as a
    /// warning.</summary>
    public static void Report(IEnumerable<EditionFinding> findings, Admission admission, Problems problems)
    {
        var isPublic = admission.Admitted.Select(a => a.Edition.File).ToHashSet(StringComparer.Ordinal);
        foreach (var file in findings.GroupBy(f => f.Translation.File))
        {
            var places = PlacesIn(file.First().Translation);
            foreach (var (_, _, segment, finding) in file)
            {
                var severity = finding.Rule.Severity == Severity.Error && !isPublic.Contains(file.Key.File) ? Severity.Warning : finding.Rule.Severity;
                var place = places.GetValueOrDefault(KeyOf(segment.Translation), new Place(file.Key.File));
                problems.Add(new Problem(finding.Rule.Code, severity, $"{finding.Message} (unit {finding.Unit}, finding {finding.Id})", place, Remedy(finding, segment)));
            }
        }
    }

    /// <summary>A machine's drafts with every safe fix made; the same translation where there is none. What a person made or
    /// looked at stays as it is.</summary>
    public StoredTranslation Fixed(PairedRelease release, PairedTranslation translation)
    {
        var stored = translation.Stored;
        var units = stored.Units;
        for (var i = 0; i < units.Length; i++)
        {
            // A fix may uncover another finding; each makes at least one go away.
            for (var round = 0; round < 50; round++)
            {
                var unit = checks.Read(stored.SourceLanguage, stored.TargetLanguage, units, _terminology, newsroom.Policy.Lengths, newsroom.HouseRules)[i];
                var found = checks.Check(unit).FirstOrDefault(f => f.Fix is not null && unit.Unit.Segments[f.Segment].IsMachineDraft && !IsDismissed(release, f));
                if (found is null) break;
                var segment = SegmentOf(unit, found);
                var mended = segment.Translation with { Target = segment.Target.With(found.Fix!.Value), Provenance = Mended(segment.Translation.Provenance) };
                units = units.SetItem(i, unit.Unit with { Segments = unit.Unit.Segments.SetItem(found.Segment, mended) });
            }
        }

        return units == stored.Units ? stored : stored with { Units = units };
    }

    private static Provenance? Mended(Provenance? made) => made is null || made.Method?.EndsWith(Note, StringComparison.Ordinal) == true
        ? made : made with { Method = made.Method is { } method ? $"{method}; {Note}" : Note };

    private static string Remedy(Finding finding, CheckedSegment segment) => finding.Fix is { } fix
        ? $"{finding.Remedy} {(segment.Translation.IsMachineDraft ? "'presskit check --fix' does it" : "It would read")}: {new CheckedText(segment.Target.With(fix)).Text.Replace(CheckedText.Code.ToString(), "…", StringComparison.Ordinal)}"
        : finding.Remedy;

    private ImmutableArray<CheckedUnit> Read(PairedTranslation translation, IEnumerable<Unit> units) => checks.Read(
        translation.Stored.SourceLanguage, translation.Stored.TargetLanguage,
        units.Select(translation.Of).OfType<TranslatedUnit>(), _terminology, newsroom.Policy.Lengths, newsroom.HouseRules);

    private static CheckedSegment SegmentOf(CheckedUnit unit, Finding finding) => unit.Segments.First(s => s.Index == finding.Segment);

    private static bool IsDismissed(PairedRelease release, Finding finding) =>
        release.Release.Dismissals.Any(d => d.Fingerprint == finding.Fingerprint);

    /// <summary>Where each segment's translation stands in its file, by what it says: units may have moved since.</summary>
    private static Dictionary<string, Place> PlacesIn(PairedTranslation translation)
    {
        var (found, places) = (new Dictionary<string, Place>(StringComparer.Ordinal), XliffPlaces.Of(translation.File.Bytes, translation.File.File));
        foreach (var unit in translation.Stored.Units)
        {
            foreach (var (index, segment) in unit.Segments.Index())
            {
                if (places.TryGetValue((unit.Id, index), out var place)) found.TryAdd(KeyOf(segment), place);
            }
        }

        return found;
    }

    private static string KeyOf(SegmentTranslation segment) =>
        string.Create(CultureInfo.InvariantCulture, $"{segment.Segment.Source.ToString().Length}:{segment.Segment.Source}{segment.Target}");
}
