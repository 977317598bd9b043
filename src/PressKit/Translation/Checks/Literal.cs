using System.Text.RegularExpressions;

namespace PressKit.Translation.Checks;

/// <summary>What a <see cref="Literal"/> is.</summary>
internal enum LiteralKind
{
    Url,
    Email,
    Phone,
    Handle,
    Path,
    Placeholder,
    Code,
    Version,
}

/// <summary>A part of a text that reads the same in every language.</summary>
internal sealed partial record Literal(LiteralKind Kind, string Text, TextSpan Span)
{
    /// <summary>The literals of a text, in order; none lies in another.</summary>
    public static List<Literal> Of(string plain)
    {
        var found = new List<Literal>();
        // To look for what each has costs a tenth of looking for it.
        var text = plain.AsSpan();
        var hasJoint = HasJoint(plain);
        if (hasJoint && text.Contains('@')) Add(LiteralKind.Email, Email());
        if (hasJoint || text.Contains("://", StringComparison.Ordinal)) Add(LiteralKind.Url, Url());
        if (text.ContainsAny('{', '%')) Add(LiteralKind.Placeholder, Placeholder());
        if (text.ContainsAny('@', '#')) Add(LiteralKind.Handle, Handle());
        if (hasJoint) Add(LiteralKind.Path, Path());
        if (Digits.Any(plain))
        {
            if (plain.Count(char.IsAsciiDigit) > 6) Add(LiteralKind.Phone, Phone());
            if (hasJoint || text.ContainsAny('v', 'V')) Add(LiteralKind.Version, Version());
            if (HasCode(plain)) Add(LiteralKind.Code, Code());
        }

        return [.. found.OrderBy(l => l.Span.Start)];

        void Add(LiteralKind kind, Regex pattern)
        {
            foreach (Match match in pattern.Matches(plain))
            {
                var literal = kind is LiteralKind.Url or LiteralKind.Path ? match.Value.TrimEnd('.', ',', ';', ':', '!', '?', ')', '\'', '’') : match.Value;
                var span = new TextSpan(match.Index, literal.Length);
                if (literal.Length > 0 && !found.Exists(f => f.Span.Overlaps(span))) found.Add(new Literal(kind, literal, span));
            }
        }
    }

    /// <summary>The form in which two are compared: a telephone number without what divides it.</summary>
    public string Key => Kind == LiteralKind.Phone ? string.Concat(Text.Where(c => c is '+' or (>= '0' and <= '9'))) : Text;

    // A full stop between two characters of a word: every address, file and version has one.
    private static bool HasJoint(string plain)
    {
        for (var at = plain.IndexOf('.', StringComparison.Ordinal); at >= 0 && at + 1 < plain.Length; at = plain.IndexOf('.', at + 1))
        {
            if (at > 0 && (char.IsAsciiLetterOrDigit(plain[at + 1]) || plain[at + 1] is '*' or '/')) return true;
            if (at == 0 && plain[1] is '/' or '.') return true;
        }

        return false;
    }

    // A letter beside a digit, or parted from it by one sign.
    private static bool HasCode(string plain)
    {
        for (var i = 0; i + 1 < plain.Length; i++)
        {
            if (char.IsAsciiLetter(plain[i]) && (char.IsAsciiDigit(plain[i + 1]) || plain[i + 1] is '.' or '-' && i + 2 < plain.Length && char.IsAsciiDigit(plain[i + 2]))) return true;
        }

        return false;
    }

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(@"(https?://|www\.)[!#-;=?-~]+|\b[a-z0-9-]+(\.[a-z0-9-]+)*\.(com|org|net|eu|it|de|fr|es|pt|jp|cn|uk|io|dev|info|gov|edu|example)\b(/[\w./?=&%#-]*)?", Options | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Url();

    [GeneratedRegex(@"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+", Options, 1000)]
    private static partial Regex Email();

    [GeneratedRegex(@"\{\{[^{}]{1,40}\}\}|\$\{[^{}]{1,40}\}|\{[A-Za-z0-9_.]{0,40}\}|%(\d+\$)?[sdf](?![\p{L}\d])|%\([A-Za-z_]+\)[sd]", Options, 1000)]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"(?<![\w/&.])[@#](?=[\w]*\p{L})[\w]{2,}", Options, 1000)]
    private static partial Regex Handle();

    [GeneratedRegex(@"(?<![\w/.])(\.{0,2}/)?[A-Za-z0-9_.*-]*[A-Za-z0-9_*-]/[A-Za-z0-9_./*-]+\.[A-Za-z0-9]{1,5}(?![A-Za-z0-9])|(?<![\w/.])[A-Za-z0-9_-]+\.(html?|md|ya?ml|xml|xlf|json|txt|pdf|docx?|xlsx?|zip|png|jpe?g|svg|webp|mp[34]|csv|tmx|tbx|js|css|cs|sh)(?![A-Za-z0-9])", Options, 1000)]
    private static partial Regex Path();

    [GeneratedRegex(@"(?<![\d.,A-Za-z])(\+\d{1,3}[ \u00a0\u202f.-]?(\(0?\d{1,4}\))?[ \u00a0\u202f./-]?(\d[ \u00a0\u202f./-]?){6,12}\d|0\d{1,4}[ \u00a0\u202f/-](\d[ \u00a0\u202f./-]?){4,9}\d|\(0?\d{1,4}\)[ \u00a0\u202f/-]?(\d[ \u00a0\u202f./-]?){4,9}\d)(?![\dA-Za-z])", Options, 1000)]
    private static partial Regex Phone();

    [GeneratedRegex(@"(?<![\d.,])\d+(\.\d+){2,}(?![\d.]*\d)(?<!\.\d{3}\.\d{3})|\b[vV]\d+(\.\d+)*", Options, 1000)]
    private static partial Regex Version();

    // Digits that follow letters of the same word, and what follows them. What follows a number is read with the number.
    [GeneratedRegex(@"(?<![A-Za-z0-9\u00c0-\u024f])([A-Z][A-Za-z]*(\.|-)?\d[A-Za-z0-9]*([.-][A-Za-z0-9]+)*|[A-Za-z]+\d[A-Za-z0-9]*|(?!\d\d?h\d\d(?![A-Za-z0-9]))\d+[A-Za-z]+\d[A-Za-z0-9]*)(?![\u00c0-\u024f])", Options, 1000)]
    private static partial Regex Code();
}
