using System.Collections.Immutable;
using System.Globalization;
using PressKit.Content.Markdown;
using PressKit.Segmentation;
using PressKit.Testing;
using PressKit.Translation;
using Xunit.Abstractions;

namespace PressKit.Tests.Translation;

/// <summary>Carrying, over what people really did to their documents: successive versions of Markdown files. The environment
/// variable <c>EDIT_HISTORIES</c> names a folder that <c>tests/histories</c> filled, NAME/VERSION/…/*.md; without it, the versions of
/// one package that ./test installs. docs/segmentation.md has the figures of more.</summary>
public sealed class RealHistoryTests(ITestOutputHelper output)
{
    // A revision that touches less than this share of a document's sentences is an edit; more, and it is rewritten.
    private const double Edit = 0.2;
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 9, 30, 0, TimeSpan.Zero);
    private readonly MarkdownParser _parser = new();
    private readonly Dictionary<string, ImmutableArray<Unit>> _split = new(StringComparer.Ordinal);

    [SkippableFact]
    public void What_people_did_not_touch_keeps_its_translation()
    {
        var all = new Figures();
        foreach (var history in Histories())
        {
            var figures = new Figures();
            foreach (var (earlier, present) in Revisions(history.Versions)) Count(earlier, present, [figures, all]);
            output.WriteLine($"{history.Name}, {history.Versions.Length} versions: {figures}");
        }

        output.WriteLine($"all: {all}");
        all.Wrong.ShouldBeEmpty();
        all.Sentences.ShouldBeGreaterThan(1000);
        all.KeptByEdits.ShouldBeGreaterThan(0.92);
    }

    /// <summary>Every file that a version changed, as it was and as it is.</summary>
    private static IEnumerable<(string Earlier, string Present)> Revisions(ImmutableArray<string> versions)
    {
        foreach (var (earlier, present) in versions.Zip(versions.Skip(1)))
        {
            foreach (var path in Files(present))
            {
                var was = Path.Combine(earlier, Path.GetRelativePath(present, path));
                if (!File.Exists(was)) continue;
                var (before, after) = (File.ReadAllText(was), File.ReadAllText(path));
                if (before != after) yield return (before, after);
            }
        }
    }

    private static IEnumerable<(string Name, ImmutableArray<string> Versions)> Histories()
    {
        if (Environment.GetEnvironmentVariable("EDIT_HISTORIES") is { Length: > 0 } folder)
        {
            return Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal)
                .Select(d => (Path.GetFileName(d), Directory.EnumerateDirectories(d).Order(StringComparer.Ordinal).ToImmutableArray()));
        }

        var modules = Repository.PathTo("tests", "node_modules");
        var versions = Directory.Exists(modules)
            ? Directory.EnumerateDirectories(modules, "history-*").Order(StringComparer.Ordinal).ToImmutableArray() : [];
        Skip.If(versions.Length < 2, "npm's packages are not installed: run ./test.");
        return [("undici", versions)];
    }

    private static IEnumerable<string> Files(string folder) => Directory.EnumerateFiles(folder, "*.md",
        new EnumerationOptions { RecurseSubdirectories = true, MatchCasing = MatchCasing.CaseInsensitive }).Order(StringComparer.Ordinal);

    private void Count(string before, string after, Figures[] figures)
    {
        if (Split(before) is not { Length: > 0 } earlier || Split(after) is not { Length: > 0 } present) return;
        var was = earlier.SelectMany(Sentences).ToList();
        var stored = new StoredTranslation("it.md", "r1", Language.Parse("en"), Language.Parse("it"), [.. earlier.Select(Translated)]);
        var carried = Carrying.Of(present, stored).Units.SelectMany(u => u.Segments.Select(s => (Key: Key(u.Role, u.Id, s.Segment), s.Target, s.State))).ToList();
        var left = was.GroupBy(k => k, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
        var untouched = carried.Count(s => left.TryGetValue(s.Key, out var count) && (left[s.Key] = count - 1) >= 0);
        var kept = carried.Count(s => s is { Target: not null, State: SegmentState.Final });
        foreach (var figure in figures)
        {
            figure.Add(was.Count, untouched, Math.Min(kept, untouched));
            figure.Wrong.AddRange(carried.Where(s => s.Target is not null && s.Target.PlainText != s.Key).Select(s => s.Key));
        }
    }

    /// <summary>A unit whose every sentence is translated by what it says, and approved.</summary>
    private static TranslatedUnit Translated(Unit unit) => new(unit.Id, unit.Role, [.. unit.Segments.Select(s =>
        new SegmentTranslation(s, InlineContent.Of(Key(unit.Role, unit.Id, s)), SegmentState.Final, new Provenance(Origin.Author, "Ada", null, Now)))]);

    private static IEnumerable<string> Sentences(Unit unit) => unit.Segments.Select(s => Key(unit.Role, unit.Id, s));

    private static string Key(UnitRole role, string id, Segment segment) =>
        $"{Wording.Kind(role, id)}: {Wording.Of(segment.Source)}";

    private ImmutableArray<Unit> Split(string markdown)
    {
        if (_split.TryGetValue(markdown, out var known)) return known;
        var source = new SourceText("content/releases/a/b/en.md", Language.Parse("en"), new FrontMatter { Headline = "x" }, markdown, 1,
            Hash.Of(markdown), new KeyPlaces("en.md", new Dictionary<string, Place>(StringComparer.Ordinal)));
        try
        {
            return _split[markdown] = [.. new Splitter(_parser, new MarkdownChecks(), SentenceRules.Default)
                .Split(source, _parser.Parse(markdown)).Blocks.OfType<Unit>()];
        }
        catch (MarkdownTooDeepException)
        {
            return _split[markdown] = [];
        }
    }

    private sealed class Figures
    {
        private readonly List<double> _shares = [];
        private int _edits, _sentencesOfEdits, _keptByEdits, _untouched, _kept;

        public int Sentences { get; private set; }

        public List<string> Wrong { get; } = [];

        public double KeptByEdits => (double)_keptByEdits / Math.Max(1, _sentencesOfEdits);

        public void Add(int sentences, int untouched, int kept)
        {
            _shares.Add((double)kept / sentences);
            (Sentences, _untouched, _kept) = (Sentences + sentences, _untouched + untouched, _kept + kept);
            if (untouched < (1 - Edit) * sentences) return;
            (_edits, _sentencesOfEdits, _keptByEdits) = (_edits + 1, _sentencesOfEdits + sentences, _keptByEdits + kept);
        }

        public override string ToString()
        {
            _shares.Sort();
            var middle = _shares.Count == 0 ? 0 : _shares[_shares.Count / 2];
            return string.Create(CultureInfo.InvariantCulture,
                $"{_shares.Count} revisions, {Sentences} sentences, {(double)_untouched / Math.Max(1, Sentences):P2} not touched, {(double)_kept / Math.Max(1, _untouched):P2} of those kept; in {_edits} edits {KeptByEdits:P2} of all kept; in the middle revision {middle:P2}; given to another sentence: {Wrong.Count}");
        }
    }
}
