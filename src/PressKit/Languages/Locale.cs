using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;

namespace PressKit.Languages;

/// <summary>How a language is written: dates, numbers, lists, plurals, quotation marks, names of languages, datelines and
/// PressKit's own words, all from PressKit's own data. The culture of the process and the machine's libraries decide
/// nothing.</summary>
public sealed class Locale
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly CldrData _cldr;
    private readonly HouseData _house;
    private readonly Numerals _numerals;
    private readonly Lazy<PluralRules> _plurals;
    private readonly Lazy<NumberWords> _words;
    private readonly Lazy<Notation> _notation;
    private readonly Lazy<IComparer<string>> _order;
    private readonly DatePattern _long;
    private readonly DatePattern _medium;
    private readonly DatePattern _time;
    private readonly DatePattern _year;
    private readonly DatePattern _yearMonth;
    private readonly DatePattern _dateline;

    internal Locale(Language language, CldrData cldr, HouseData house, Strings strings, Lazy<NumberWordData?> numbers, Lazy<IComparer<string>> order)
    {
        (Language, Strings, _cldr, _house, _order) = (language, strings, cldr, house, order);
        Autonym = cldr.Languages.TryGetValue(language.Tag, out var name) ? Casing.Capitalised(name, language) : cldr.Autonym;
        _numerals = new Numerals(cldr.Numbers);
        _plurals = new Lazy<PluralRules>(() => new PluralRules(cldr.Plurals));
        _words = new Lazy<NumberWords>(() => new NumberWords(numbers.Value));
        _notation = new Lazy<Notation>(() => new Notation(language, cldr, house, _plurals.Value, _words.Value));
        var dates = cldr.Dates;
        var names = new DatePattern.Names(_numerals, dates.Months, dates.ShortMonths, dates.StandaloneMonths, dates.Era,
            house.FirstDay, dates.Am, dates.Pm, dates.Offset, dates.OffsetFrame, dates.OffsetZero);
        _long = new DatePattern(dates.Long, names);
        _medium = new DatePattern(dates.Medium, names);
        _time = new DatePattern(dates.Time, names);
        _year = new DatePattern(dates.Year, names);
        _yearMonth = new DatePattern(dates.YearMonth, names);
        _dateline = new DatePattern(house.Dateline.Date ?? dates.Long,
            names with { ShortMonths = house.Dateline.Months ?? dates.ShortMonths });
    }

    /// <summary>The language that was asked for, its region included.</summary>
    public Language Language { get; }

    /// <summary>Its name in itself, as a menu shows it: <c>Italiano</c>, <c>日本語</c>.</summary>
    public string Autonym { get; }

    /// <summary>Whether it is written from right to left.</summary>
    public bool IsRightToLeft => Direction == "rtl";

    /// <summary>The value of HTML's <c>dir</c>: <c>ltr</c> or <c>rtl</c>.</summary>
    public string Direction => _cldr.Direction;

    /// <summary>A name as it stands in a sentence of this language: where it has letters of the other direction, isolated (UAX #9, FSI and
    /// PDI), so that a mark at its end, as in "Acme Inc.", stays with it.</summary>
    public string Isolated(string name) =>
        name.EnumerateRunes().Any(r => IsRightToLeft ? Rune.IsLetter(r) && !IsWrittenRightToLeft(r) : IsWrittenRightToLeft(r)) ? $"\u2068{name}\u2069" : name;

    /// <summary>PressKit's own words.</summary>
    public Strings Strings { get; }

    /// <summary>The quotation marks, with the spaces that belong inside them.</summary>
    public (string Open, string Close) Quotes => (Marks.Open, Marks.Close);

    /// <summary>The quotation marks inside others.</summary>
    public (string Open, string Close) InnerQuotes => (Marks.InnerOpen, Marks.InnerClose);

    /// <summary>Its numbers in words.</summary>
    public NumberWords NumberWords => _words.Value;

    /// <summary>How its running text writes figures and marks.</summary>
    public Notation Notation => _notation.Value;

    /// <summary>The order of names in the language: of topics, people, words. It is read when two are first compared.</summary>
    public IComparer<string> Order => Comparer<string>.Create((x, y) => _order.Value.Compare(x, y));

    /// <summary>The plural categories of the language.</summary>
    public ImmutableArray<PluralCategory> PluralCategories => _plurals.Value.Categories;

    /// <summary>A date with the month in full: <c>3 novembre 2025</c>, <c>2025年11月3日</c>.</summary>
    public string Date(DateOnly date) => _long.Format(date);

    /// <summary>A date in little room: <c>3 nov 2025</c>, <c>2025/11/03</c>.</summary>
    public string ShortDate(DateOnly date) => _medium.Format(date);

    /// <summary>Date and time at the instant's own offset from UTC, which is shown: <c>3 novembre 2025 10:30 GMT+1</c>.</summary>
    public string DateTime(DateTimeOffset instant) => _cldr.Dates.DateTime.With(_time.Format(instant), _long.Format(instant));

    /// <summary>The year of a date, as it stands alone: <c>2025</c>, <c>2025年</c>.</summary>
    public string Year(DateOnly date) => _year.Format(date);

    /// <summary>The year and the month of a date: <c>novembre 2025</c>, <c>2025年11月</c>.</summary>
    public string YearMonth(DateOnly date) => _yearMonth.Format(date);

    /// <summary>The size of a file, in bytes or the largest decimal unit of which there is one: <c>1,2 Mo</c>.</summary>
    public string FileSize(long bytes)
    {
        var power = 0;
        decimal size = bytes;
        for (; size >= 1000 && power < _cldr.Sizes.Length - 1; power++) size /= 1000;
        return _cldr.Sizes[power].With(Number(decimal.Round(size, size < 10 ? 1 : 0, MidpointRounding.ToEven)));
    }

    /// <summary>How long a sound or film is, in hours where there are any, minutes and seconds: <c>3:20</c>.</summary>
    public string Duration(TimeSpan duration)
    {
        var (hours, minutes, seconds) = ((int)duration.TotalHours, duration.Minutes, duration.Seconds);
        return hours > 0 ? $"{Number((long)hours)}:{TwoDigits(minutes)}:{TwoDigits(seconds)}" : $"{Number((long)minutes)}:{TwoDigits(seconds)}";

        string TwoDigits(long number) => number < 10 ? Number(0L) + Number(number) : Number(number);
    }

    /// <summary>A whole number with its groups.</summary>
    public string Number(long number) => _numerals.Of(number);

    /// <summary>A number with at most as many fraction digits as CLDR's pattern has (three), halves rounded to even.</summary>
    public string Number(decimal number) => _numerals.Of(number);

    /// <summary>The plural category of a whole number.</summary>
    public PluralCategory Plural(long number) => _plurals.Value.Of(PluralOperands.Of(number));

    /// <summary>The plural category of a number with the fraction digits that it carries.</summary>
    public PluralCategory Plural(decimal number) => _plurals.Value.Of(PluralOperands.Of(number));

    /// <summary>A text that counts something: <c>12 comunicati</c>.</summary>
    public string Count(PluralForms forms, long number) => forms[Plural(number)].With(Number(number));

    /// <summary>Items joined as in a sentence, with <c>and</c> before the last; empty for none.</summary>
    public string List(IReadOnlyList<string> items)
    {
        if (items.Count < 2) return items.Count == 0 ? "" : items[0];
        var list = _cldr.List;
        var last = items[^1];
        var euphony = _house.Euphony is { } rule && IsMatch(last, rule.Before) ? rule.Use : null;
        if (items.Count == 2) return (euphony ?? list.Two).With(items[0], last);
        var text = (euphony ?? list.End).With(items[^2], last);
        for (var i = items.Count - 3; i > 0; i--) text = list.Middle.With(items[i], text);
        return list.Start.With(items[0], text);
    }

    /// <summary>The name of a language in this one, as inside a sentence: <c>giapponese</c>. A language that this one has no
    /// name for is shown by its tag.</summary>
    public string NameOf(Language language)
    {
        if (_cldr.Languages.TryGetValue(language.Tag, out var name)) return name;
        for (var tag = language.Tag; tag.LastIndexOf('-') is > 0 and var end;)
        {
            tag = tag[..end];
            if (_cldr.Languages.TryGetValue(tag, out name))
                return _cldr.LocalePattern.With(name, language.Tag[(tag.Length + 1)..]);
        }

        return language.Tag;
    }

    /// <summary>From a language, as the sentences of <see cref="Strings"/> need it: <c>dall’italiano</c>, <c>イタリア語</c>.</summary>
    public string FromLanguage(Language language) => Phrase(_house.FromLanguage, language);

    /// <summary>In a language, as the sentences of <see cref="Strings"/> need it: <c>in italiano</c>, <c>auf Italienisch</c>.</summary>
    public string InLanguage(Language language) => Phrase(_house.InLanguage, language);

    /// <summary>The beginning of a report, as the press writes it: <c>TOKYO, Nov. 3, 2025 –</c>. Without a place, the date alone.</summary>
    public string Dateline(string? place, DateOnly date)
    {
        var written = _dateline.Format(date);
        if (string.IsNullOrWhiteSpace(place)) return written;
        var style = _house.Dateline;
        return style.Pattern.With(style.Capitals ? Casing.Capitals(place, Language) : place, written);
    }

    private QuoteData Marks => _house.Quotes ?? _cldr.Quotes;

    /// <summary>A text in quotation marks; those in it become inner ones.</summary>
    public string Quote(string text) => Quotation.Of(text, Quotes, InnerQuotes);

    private string Phrase(Dictionary<string, string> phrases, Language language) =>
        phrases.TryGetValue(language.Tag, out var phrase) || phrases.TryGetValue(language.Primary, out phrase)
            ? phrase
            : Pattern.Parse(phrases["*"]).With(NameOf(language));

    private static bool IsMatch(string text, string pattern) => Regex.IsMatch(
        text, pattern, RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, Patience);

    /// <summary>Whether a letter is in one of the blocks that Unicode keeps for scripts from right to left.</summary>
    private static bool IsWrittenRightToLeft(Rune rune) =>
        rune.Value is (>= 0x590 and <= 0x8FF) or (>= 0xFB1D and <= 0xFDFF) or (>= 0xFE70 and <= 0xFEFC) or (>= 0x10800 and <= 0x10FFF) or (>= 0x1E800 and <= 0x1EFFF);
}
