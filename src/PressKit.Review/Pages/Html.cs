using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace PressKit.Review.Pages;

/// <summary>HTML. Text that is put into it is escaped; only what is HTML already is not.</summary>
/// <param name="Text">What is sent.</param>
internal readonly record struct Html(string Text)
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>Nothing.</summary>
    public static Html Nothing => new("");

    /// <summary>HTML with text in it: <c>Html.Of($"&lt;p&gt;{text}&lt;/p&gt;")</c>.</summary>
    public static Html Of(Writer written) => new(written.ToString());

    /// <summary>One after the other.</summary>
    public static Html Of(IEnumerable<Html> parts) => new(string.Concat(parts.Select(p => p.Text)));

    /// <summary>Some HTML for a condition.</summary>
    public static Html If(bool condition, Func<Html> html) => condition ? html() : Nothing;

    /// <summary>Text, escaped for content and for attributes in quotation marks.</summary>
    public static Html Escaped(string? text) => new(Encoder.Encode(text ?? ""));

    /// <inheritdoc/>
    public override string ToString() => Text ?? "";

    /// <summary>Writes an interpolated string as HTML.</summary>
    [InterpolatedStringHandler]
    public readonly ref struct Writer(int literalLength, int formattedCount)
    {
        private readonly StringBuilder _text = new(literalLength + 24 * formattedCount);

        public void AppendLiteral(string text) => _text.Append(text);

        public void AppendFormatted(Html html) => _text.Append(html.Text);

        public void AppendFormatted(IEnumerable<Html> parts) => _text.Append(Html.Of(parts).Text);

        public void AppendFormatted(string? text) => _text.Append(Escaped(text).Text);

        public void AppendFormatted(int number) => _text.Append(number.ToString(CultureInfo.InvariantCulture));

        public override string ToString() => _text.ToString();
    }
}
