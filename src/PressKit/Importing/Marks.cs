using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace PressKit.Importing;

/// <summary>What a line says by how it looks: a heading, an item, the end of the release.</summary>
internal static partial class Marks
{
    /// <summary>The widest heading, in columns.</summary>
    public const int WidestHeading = 100;

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    private const string Closers = "”’»\"')]）」』】》›";
    private const string Stops = ".!。！．۔:：;；,，、؛،-–—…";

    /// <summary>A heading as Markdown marks it: <c>## Text</c>.</summary>
    public static bool IsMarkedHeading(string line, out int level, [NotNullWhen(true)] out string? text)
    {
        var match = MarkedHeading().Match(line);
        (level, text) = (match.Groups["marks"].Length, match.Success ? match.Groups["text"].Value : null);
        return match.Success;
    }

    /// <summary>The line below a heading: equals signs or hyphens.</summary>
    public static bool IsUnderline(string line) => Underline().IsMatch(line);

    /// <summary>An item of a list, by its mark. A hyphen or a dash may also be something else.</summary>
    public static bool IsItem(string line) => Item().IsMatch(line);

    /// <summary>Whether an item's mark can be nothing else.</summary>
    public static bool IsBullet(string line) => Bullet().IsMatch(line);

    /// <summary>Whether an item's mark may head a section as well, when it stands alone.</summary>
    public static bool IsSectionMark(string line) => line[0] is '■' or '●';

    /// <summary>The text of an item, without its mark.</summary>
    public static string ItemText(string line) => Item().Replace(line, "");

    /// <summary>The end of a release, as the trade marks it: ###, -30-, (fine), 以上.</summary>
    public static bool IsEnd(string line) => End().IsMatch(line) || EndWord().IsMatch(line);

    /// <summary>A line that says only that this is a press release.</summary>
    public static bool IsBanner(string line) => Banner().IsMatch(line);

    /// <summary>A line that speaks of an embargo.</summary>
    public static bool IsEmbargo(string line) =>
        Columns.Of(line) <= WidestHeading && Embargo().Match(line) is { Success: true } match
        && (line.Any(char.IsDigit) || (match.Index < 12 && Columns.Of(line) <= 40));

    /// <summary>A line that no other runs into when broken lines are joined.</summary>
    public static bool StandsAlone(string line) => MarkedHeading().IsMatch(line) || IsUnderline(line) || IsEnd(line) || IsBanner(line);

    /// <summary>A line that begins something new.</summary>
    public static bool Begins(string line) => StandsAlone(line) || IsItem(line) || Numbered().IsMatch(line);

    /// <summary>Short, and without the mark that ends a sentence.</summary>
    public static bool IsShort(string line) => Columns.Of(line) <= WidestHeading && !HasStop(line);

    /// <summary>Whether the line ends as a sentence or a clause does, closing marks set aside.</summary>
    public static bool HasStop(string line)
    {
        var last = line.AsSpan().TrimEnd(Closers);
        return last.Length == 0 || Stops.Contains(last[^1], StringComparison.Ordinal);
    }

    /// <summary>A heading by its look: short and all in capitals, or in the brackets of a Japanese or Chinese one.</summary>
    public static bool IsHeading(string line) => IsCapitals(line) || BracketedHeading().IsMatch(line);

    /// <summary>A line with nothing but a company's name, as Japanese and Chinese releases have above the title.</summary>
    public static bool IsCompany(string line) => Company().IsMatch(line);

    /// <summary>Whether a line gives a web or mail address.</summary>
    public static bool IsContact(string line) =>
        line.Contains('@', StringComparison.Ordinal) || line.Contains("://", StringComparison.Ordinal) || line.Contains("www.", StringComparison.Ordinal);

    private static bool IsCapitals(string line) =>
        line.Count(char.IsUpper) >= 4 && !line.Any(c => char.IsLower(c) || char.GetUnicodeCategory(c) is UnicodeCategory.OtherLetter)
        && Columns.Of(line) <= WidestHeading && !IsContact(line);

    [GeneratedRegex(@"\A(?<marks>\#{1,6})\s+(?<text>.*?[^\s\#].*?)(\s+\#+)?\z", Options, 1000)]
    private static partial Regex MarkedHeading();

    [GeneratedRegex(@"\A(={3,}|-{3,})\z", Options, 1000)]
    private static partial Regex Underline();

    [GeneratedRegex(@"\A([•●▪■◦‣⁃∙・·]\s*|[-*–]\s+)(?=\S)", Options, 1000)]
    private static partial Regex Item();

    [GeneratedRegex(@"\A[•▪◦‣⁃∙]", Options, 1000)]
    private static partial Regex Bullet();

    [GeneratedRegex(@"\A\d{1,3}[.)]\s+\S", Options, 1000)]
    private static partial Regex Numbered();

    [GeneratedRegex(@"\A(\#(\s*\#){2,}|\*(\s*\*){2,}|[-–—]\s*30\s*[-–—]|FINE|FIN|ENDS?|ENDE|FIM|以上|完|انتهى)\z", Options, 1000)]
    private static partial Regex End();

    [GeneratedRegex(@"\A[(（\[【\-–—]\s*(fine|fin|ends?|ende|fim|fi|以上|完|终|النهاية|انتهى)\s*[)）\]】\-–—]\z",
        Options | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex EndWord();

    [GeneratedRegex(
        @"\A\W*(comunicato\s+stampa|(press|news|media)\s+release|(for\s+)?immediate\s+release|communiqué(\s+de\s+presse)?|pour\s+diffusion\s+immédiate|" +
        @"(presse|medien)mitteilung|presseinformation|nota\s+de\s+(prensa|premsa|imprensa)|comunicado(\s+de\s+(prensa|imprensa))?|" +
        @"comunicat(\s+de\s+premsa)?|プレスリリース|ニュースリリース|報道関係者各位|报道各位|新闻稿|新闻发布|بيان\s+صحفي)\W*\z",
        Options | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Banner();

    [GeneratedRegex(@"\A【[^】]{1,30}】\z", Options, 1000)]
    private static partial Regex BracketedHeading();

    [GeneratedRegex(@"\A((株式|有限|合同)会社|(一般|公益)(社団|財団)法人)\S{1,20}\z|\A\S{1,20}((株式|有限|合同)会社|有限公司)\z", Options, 1000)]
    private static partial Regex Company();

    [GeneratedRegex(@"\bembarg(o|ad[oa]|at)\b|\bsperrfrist|解禁|禁发|حظر\s+النشر|محظور", Options | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Embargo();
}
