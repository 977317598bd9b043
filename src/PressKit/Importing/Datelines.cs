using System.Globalization;
using System.Text.RegularExpressions;

namespace PressKit.Importing;

/// <summary>A dateline at the beginning of a paragraph.</summary>
/// <param name="Dateline">Its place and date.</param>
/// <param name="Text">What stands in the text, with the dash behind it.</param>
internal sealed record FoundDateline(Dateline Dateline, string Text);

/// <summary>Finds the dateline that a paragraph begins with, as the press of each language writes it. A figure for the month
/// is read as day, month, year, and not at all in English, where it may mean two dates.</summary>
internal sealed class Datelines
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase;

    // White space, and the marks of direction that editors leave in Arabic.
    private const string Sp = @"[\s\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]";
    private const string IsoDate = @"(?<y>\p{Nd}{4})-(?<m>\p{Nd}{1,2})-(?<d>\p{Nd}{1,2})(?!\p{Nd})";
    private const int Longest = 300;
    private const string Dash = "[-–—―－]{1,3}";

    private readonly Language _language;
    private readonly Calendar _calendar;
    private readonly Regex[] _patterns;

    public Datelines(Language language)
    {
        _language = language;
        _calendar = Calendar.In(language);
        var patterns = language.Unspaced ? Unspaced() : Spaced();
        _patterns = [.. patterns.Select(p => new Regex(p, Options, TimeSpan.FromSeconds(1)))];
    }

    /// <summary>The dateline that a text begins with; null where it begins with none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="impossible">A date that stands there and does not exist, as written; else null.</param>
    public FoundDateline? Find(string text, out string? impossible)
    {
        impossible = null;
        // What is cut off stands for anything that is not the end.
        if (text.Length > Longest) text = text[..Longest] + 'x';
        foreach (var pattern in _patterns)
        {
            var match = pattern.Match(text);
            if (!match.Success) continue;
            var place = match.Groups["place"] is { Success: true } group ? Place(group.Value) : null;
            if (place is { Length: 0 } || (place is not null && IsParticle(place))) continue;
            if (Date(match) is { } date) return new FoundDateline(new Dateline(place, date), match.Value.Trim());
            impossible = match.Groups["date"].Value;
            return null;
        }

        return null;
    }

    private string[] Spaced()
    {
        var month = _calendar.Months.Length == 0
            ? "(?!)"
            : string.Join('|', _calendar.Months.SelectMany(m => m).OrderByDescending(m => m.Length).ThenBy(m => m, StringComparer.Ordinal)
                .Select(m => Regex.Escape(m).Replace(@"\ ", Sp + "+", StringComparison.Ordinal)));
        var name = $@"(?<name>{month})(?!\p{{L}})\.?({Sp}*[/(]{Sp}*({month})(?!\p{{L}}){Sp}*\)?)?";
        var of = $@"((de|del|of|من|عام|سنة){Sp}+|d['’]{Sp}*)?";
        const string year = @"(?<y>\p{Nd}{4})(?!\p{Nd})";
        var date = $@"(?<date>(?<d>\p{{Nd}}{{1,2}})(st|nd|rd|th|er|re|º|ª|°|\.)?{Sp}*{of}{name},?{Sp}*{of}{year}({Sp}?م)?" +
            $@"|{name}{Sp}+(?<d>\p{{Nd}}{{1,2}})(st|nd|rd|th)?,?{Sp}*{year}|{IsoDate}" +
            (_language.Primary == "en" ? "" : @"|(?<d>\p{Nd}{1,2})[./-](?<m>\p{Nd}{1,2})[./-](?<y>\p{Nd}{4})(?!\p{Nd})") + ")";
        var weekday = $@"({_calendar.Weekday}\.?,?{Sp}+)?";
        var article = $@"((le|lì|li|il|den|am|on|el|al|em|a|في|بتاريخ){Sp}+)";
        const string name60 = @"(?<place>\p{L}[\p{L}\p{M}'’.\-–/, ()]{0,58}?)";
        // The wire's own name stands between date and dash: /PRNewswire/, (GLOBE NEWSWIRE).
        var wire = $@"({Sp}*(/[^/]{{1,40}}/|\([^)]{{1,40}}\)))?";
        var dash = $@"{Sp}*[)\]]?{wire}{Sp}*[.,،]?{Sp}*{Dash}({Sp}+|(?=\P{{Nd}}))|{Sp}*[)\]]?{Sp}*\.?{Sp}*\z|(?<=\(.*){Sp}*\)\.?{Sp}+|(?<=\[.*){Sp}*\]\.?{Sp}+";
        var stop = $@"|{Sp}*[:|]{Sp}+|\.{Sp}+";
        return
        [
            $@"\A{Sp}*[(\[]?{name60}({Sp}*[,،]{Sp}*{article}?|{Sp}*{Dash}{Sp}*|{Sp}*[(\[]{Sp}*{article}?|{Sp}+{article}){weekday}{date}({dash}{stop})",
            // Without a comma, only capitals are surely a place.
            $@"\A{Sp}*(?<place>(?-i:\p{{Lu}}[\p{{Lu}}\p{{M}}'’.\- ]{{2,40}}?)){Sp}+{weekday}{date}({dash})",
            $@"\A{Sp}*[(\[]?{weekday}{date}({dash})",
        ];
    }

    private string[] Unspaced()
    {
        const string place = @"(?<place>[^\s、，,。.:：()（）【】\[\]［］\p{Nd}–—―－|｜]{1,20}?)";
        var weekday = $@"({Sp}*[(（]?{_calendar.Weekday}[)）]?)?";
        var date = $@"(?<date>((?<y>\p{{Nd}}{{4}})|令和{Sp}*(?<era>\p{{Nd}}{{1,2}}|元)){Sp}*年{Sp}*(?<m>\p{{Nd}}{{1,2}}){Sp}*月{Sp}*(?<d>\p{{Nd}}{{1,2}}){Sp}*[日号號]" +
            $@"|(?<y>\p{{Nd}}{{4}})[/.](?<m>\p{{Nd}}{{1,2}})[/.](?<d>\p{{Nd}}{{1,2}})(?!\p{{Nd}})|{IsoDate})" + weekday;
        const string open = "[（(【［\\[]";
        const string close = "[)）】\\]］]";
        var end = $@"({Sp}*({Dash}|ー(?=\s))|{Sp}*[:：|｜]){Sp}*|{Sp}*\z";
        var closed = $@"{Sp}*{close}({Sp}*{Dash})?{Sp}*";
        return
        [
            $@"\A{open}{Sp}*{place}[発發]?{Sp}*[、，,・]?{Sp}*{date}([電电讯訊])?{closed}",
            $@"\A{open}{Sp}*{date}{Sp}*[、，,・]?{Sp}*{place}[発發]?{closed}",
            $@"\A{open}{Sp}*{date}{closed}",
            $@"\A{place}[発發]?{Sp}*[、，,・]?{Sp}*{date}([電电讯訊]{Sp}*|{end}|{Sp}+)",
            $@"\A{date}{Sp}*[、，,・]?{Sp}*{place}[発發]?({end})",
            $@"\A{date}({end})",
        ];
    }

    private DateOnly? Date(Match match)
    {
        var year = match.Groups["era"] is { Success: true } era ? 2018 + (era.Value == "元" ? 1 : Number(era.Value)) : Number(match.Groups["y"].Value);
        var month = match.Groups["m"] is { Success: true } figure ? Number(figure.Value) : _calendar.Month(match.Groups["name"].Value);
        var day = Number(match.Groups["d"].Value);
        return year >= 1 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;
    }

    private static int Number(string digits) => digits.Aggregate(0, (number, c) => number * 10 + CharUnicodeInfo.GetDecimalDigitValue(c));

    /// <summary>A sentence may begin with a date too: 当社は、2025年11月3日… or “Dal, 3 novembre…”.</summary>
    private bool IsParticle(string place) =>
        _language.Primary == "ja" ? "はがでのにもをとへ".Contains(place[^1], StringComparison.Ordinal) : place.Length == 1 && !_language.Unspaced;

    private static string Place(string place) =>
        string.Join(", ", place.Trim(' ', ',', '،', '-', '–', '(', '/').Split(", ")
            .Select(p => p.Any(char.IsLower) || !p.Any(char.IsUpper) ? p : PlaceNames.FromCapitals(p)));
}
