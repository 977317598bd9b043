using System.Collections.Immutable;
using PressKit.Languages;
using PressKit.Testing;
using PressKit.Translation;
using PressKit.Translation.Checks;
using PressKit.Translation.Glossary;

namespace PressKit.Tests.Translation.Checks;

/// <summary>Runs every check on a sentence.</summary>
internal static class Checked
{
    private static readonly TranslationChecks Checks = new(new Locales());

    /// <summary>What is found in a translation, as <c>check</c> or <c>check → the text after the fix</c>, each once.</summary>
    public static IEnumerable<string> Found(string from, string source, string to, string target, params Term[] glossary) =>
        Findings(from, source, to, target, glossary).Select(f => f.Rule.Id).Distinct();

    /// <summary>What a fix makes of a translation; null where there is none for this check.</summary>
    public static string? Fixed(string check, string from, string source, string to, string target)
    {
        var finding = Findings(from, source, to, target).FirstOrDefault(f => f.Rule.Id == check && f.Fix is not null);
        return finding is null ? null : Inline.Show(new CheckedText(Inline.Parse(target)).With(finding.Fix!.Value));
    }

    public static ImmutableArray<Finding> Findings(string from, string source, string to, string target, params Term[] glossary)
    {
        var unit = new TranslatedUnit("u1", UnitRole.Paragraph, [new SegmentTranslation(new Segment(Inline.Parse(source)), Inline.Parse(target), SegmentState.Final, null)]);
        return Checks.Check(Checks.Read(Language.Parse(from), Language.Parse(to), [unit], new Terminology([.. glossary])));
    }

    public static ImmutableArray<Finding> Findings(string from, string to, params TranslatedUnit[] units) => Checks.Check(Checks.Read(Language.Parse(from), Language.Parse(to), units, []));
}
