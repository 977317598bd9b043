using System.Globalization;
using System.Text;
using PressKit.Segmentation;
using Xunit.Abstractions;

namespace PressKit.Tests.Segmentation;

/// <summary>The cases of Unicode's <c>SentenceBreakTest.txt</c>, from Debian's package unicode-data.</summary>
public sealed class SentenceBreaksTests(ITestOutputHelper output)
{
    private const string File = "/usr/share/unicode/auxiliary/SentenceBreakTest.txt";

    [SkippableFact]
    public void Breaks_are_Unicodes()
    {
        var cases = Cases();
        cases.Count.ShouldBeGreaterThan(400);
        cases.Where(c => !Breaks(c.Text).SequenceEqual(c.Breaks)).Select(c => c.Comment).ShouldBeEmpty();
    }

    [SkippableFact]
    public void Sentences_are_Unicodes_where_no_rule_of_ours_says_otherwise()
    {
        var differ = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var unexplained = new List<string>();
        foreach (var (text, breaks, comment) in Cases())
        {
            var mine = Cuts(text);
            var theirs = breaks.Select(at => PastHidden(SentenceClasses.Known.Of(text), at)).ToArray();
            if (mine.SequenceEqual(theirs)) continue;
            var reasons = theirs.Except(mine).Select(at => Reason(text, at)).Concat(mine.Except(theirs).Select(_ => "")).Distinct().Order().ToList();
            if (reasons.Contains("")) unexplained.Add(comment);
            var name = string.Join(" + ", reasons);
            differ[name] = differ.GetValueOrDefault(name) + 1;
        }

        foreach (var (name, count) in differ) output.WriteLine($"{count}: {name}");
        unexplained.ShouldBeEmpty();
    }

    [Fact]
    public void Every_character_has_one_class_and_the_data_says_which_Unicode_it_is_of()
    {
        SentenceClasses.Known.Version.ShouldMatch("^[0-9]+\\.[0-9]+\\.[0-9]+$");
        string.Join(' ', "a.!«B\u0301文5,\u3000\u200b".EnumerateRunes().Select(r => SentenceClasses.Known.Of(r)))
            .ShouldBe("Lower ATerm STerm Close Upper Extend OLetter Numeric SContinue Sp Format");
        SentenceClasses.Known.Of(new Rune(0x10400)).ShouldBe(SentenceClass.Upper);
        SentenceClasses.Known.Of(new Rune(0x1F600)).ShouldBe(SentenceClass.Other);
    }

    private static int[] Breaks(string text) => [.. SentenceBreaks.Of(SentenceClasses.Known.Of(text)).Select(b => b.Next)];

    /// <summary>Where our sentences begin. What cannot be seen and stands between two sentences may be either's.</summary>
    private static int[] Cuts(string text)
    {
        var at = 0;
        var classes = SentenceClasses.Known.Of(text);
        return [.. Sentences.Of(InlineContent.Of(text), Language.Parse("en")).SkipLast(1)
            .Select(s => PastHidden(classes, at += s.Source.PlainText.Length + s.Space.Length))];
    }

    private static int PastHidden(SentenceClass[] classes, int at)
    {
        while (at < classes.Length && classes[at] is SentenceClass.Format or SentenceClass.Extend) at++;
        return at;
    }

    /// <summary>Why we do not cut where Unicode does, in the words of docs/segmentation.md; empty for no reason.</summary>
    private static string Reason(string text, int at)
    {
        var (before, after) = (Visible(text[..at]), Visible(text[at..]));
        if (after.Length == 0 || before.Length == 0) return "what cannot be seen is no sentence";
        if (IsLineEnd(before[^1])) return "a line's end is a blank";
        var sentence = before.TrimEnd();
        var end = sentence.TrimEnd('"', '\'', '\u2019', '\u201d', ')');
        if (after.TrimStart('"', '(', '\u2018') is [var first, ..] && char.IsLower(first)) return "no sentence begins with a small letter";
        if (sentence.Length == before.Length && end[^1] is '.' or '!' or '?') return "a mark of ASCII needs a blank behind it";
        if (sentence[^1] == ')' && sentence.Contains('(', StringComparison.Ordinal)) return "a bracket ends no sentence";
        return end.EndsWith("etc.", StringComparison.Ordinal) ? "an abbreviation ends no sentence" : "";
    }

    private static bool IsLineEnd(char c) => c is '\r' or '\n' or '\u0085' or '\u2028' or '\u2029';

    private static string Visible(string text) =>
        string.Concat(text.EnumerateRunes().Where(r => SentenceClasses.Known.Of(r) is not (SentenceClass.Format or SentenceClass.Extend)));

    private static List<(string Text, int[] Breaks, string Comment)> Cases()
    {
        Skip.IfNot(System.IO.File.Exists(File), "Unicode's test file is not there (Debian package unicode-data): run ./test.");
        var lines = System.IO.File.ReadAllLines(File);
        Skip.IfNot(lines[0].Contains($"-{SentenceClasses.Known.Version}.", StringComparison.Ordinal), $"The file is not of Unicode {SentenceClasses.Known.Version}.");
        return [.. lines.Where(l => l.StartsWith('÷')).Select(Case)];
    }

    private static (string Text, int[] Breaks, string Comment) Case(string line)
    {
        var (text, breaks) = (new StringBuilder(), new List<int>());
        foreach (var step in line[..line.IndexOf('#', StringComparison.Ordinal)].Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (step == "÷") breaks.Add(text.Length);
            else if (step != "×") text.Append(char.ConvertFromUtf32(int.Parse(step, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)));
        }

        return (text.ToString(), [.. breaks.Where(b => b > 0 && b < text.Length)], line);
    }
}
