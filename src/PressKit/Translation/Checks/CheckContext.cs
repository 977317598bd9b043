using System.Collections.Immutable;
using PressKit.Translation.Glossary;

namespace PressKit.Translation.Checks;

/// <summary>What checks know of the document around a unit: its languages, the glossary, and the names that its front matter
/// settles.</summary>
public sealed class CheckContext
{
    /// <summary>The context of a document.</summary>
    /// <param name="from">The rules of its language.</param>
    /// <param name="to">The rules of the translation's language.</param>
    /// <param name="terminology">The glossary.</param>
    /// <param name="lengths">The most characters of fields, by the last part of a unit's id.</param>
    /// <param name="units">The document's units: speakers and the dateline's place are names that the text has to use too.</param>
    /// <param name="rules">The newsroom's own rules.</param>
    public CheckContext(LanguageRules from, LanguageRules to, Terminology terminology,
        IReadOnlyDictionary<string, int> lengths, IEnumerable<TranslatedUnit> units, ImmutableArray<HouseRule> rules)
    {
        (From, To, Lengths) = (from, to, lengths);
        Rules = [.. rules.Where(r => r.Languages.IsEmpty || r.Languages.Any(l => l == to.Language || l.Tag == to.Language.Primary))];
        Terminology = terminology;
        var known = terminology.Where(t => t.Text.Length > 0).ToList();
        Names = [.. known.Where(t => !t.Translate).SelectMany(t => t.In(from.Language).Concat(t.In(to.Language))).Select(f => f.Text).Distinct(StringComparer.Ordinal)];
        Terms = [.. known.Where(t => t.Translate).SelectMany(t => t.In(from.Language).Concat(t.In(to.Language))).Select(f => f.Text).Distinct(StringComparer.Ordinal)];
        var facts = units.Where(u => u.IsComplete).Select(u => (u.Id, Source: Text(u.Segments.Select(s => s.Segment.Source)), Target: Text(u.Segments.Select(s => s.Target!)))).ToList();
        Speakers = [.. facts.Where(f => f.Id.StartsWith("quotes.", StringComparison.Ordinal) && f.Id.EndsWith(".speaker", StringComparison.Ordinal)).Select(f => (f.Source, f.Target)).Distinct()];
        Places = [.. facts.Where(f => f.Id == "dateline.place").Select(f => (f.Source, f.Target))];
    }

    /// <summary>The rules of the source's language.</summary>
    public LanguageRules From { get; }

    /// <summary>The rules of the translation's language.</summary>
    public LanguageRules To { get; }

    /// <summary>The glossary.</summary>
    public Terminology Terminology { get; }

    /// <summary>Names of the glossary that stay as they are, in all their forms in the two languages.</summary>
    public ImmutableArray<string> Names { get; }

    /// <summary>Terms of the glossary that are translated, in all their forms in the two languages.</summary>
    public ImmutableArray<string> Terms { get; }

    /// <summary>Who is quoted, as named in both languages.</summary>
    public ImmutableArray<(string Source, string Target)> Speakers { get; }

    /// <summary>The dateline's place, as named in both languages.</summary>
    public ImmutableArray<(string Source, string Target)> Places { get; }

    /// <summary>The most characters of fields.</summary>
    public IReadOnlyDictionary<string, int> Lengths { get; }

    /// <summary>The newsroom's own rules for the translation's language.</summary>
    public ImmutableArray<HouseRule> Rules { get; }

    private static string Text(IEnumerable<InlineContent> contents) => string.Join(' ', contents.Select(c => c.PlainText.Trim()));
}
