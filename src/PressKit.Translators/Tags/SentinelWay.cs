using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using PressKit.Translators.Requests;

namespace PressKit.Translators.Tags;

/// <summary>Codes as marks in plain text that a service will probably copy. No form is safe with every service, so there are
/// several, and the probe says which, if any.</summary>
internal sealed class SentinelWay : Way
{
    private readonly string _open;
    private readonly string _close;
    private readonly Regex _mark;

    private SentinelWay(string name, string open, string close, string pattern)
    {
        (Name, _open, _close) = (name, open, close);
        _mark = new Regex(pattern, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, TimeSpan.FromSeconds(5));
    }

    /// <summary>The forms, in the order in which they are tried.</summary>
    public static ImmutableArray<SentinelWay> Forms { get; } =
    [
        new("brackets", "⟦{0}⟧", "⟦/{0}⟧", @"⟦ *(?<end>/)? *(?<id>[0-9]{1,9}) *⟧"),
        new("braces", "{{{0}}}", "{{/{0}}}", @"\{ *(?<end>/)? *(?<id>[0-9]{1,9}) *\}"),
        new("underscores", "__{0}__", "__/{0}__", @"__ *(?<end>/)? *(?<id>[0-9]{1,9}) *__"),
        new("word", "XQ{0}A", "XQ{0}Z", @"XQ(?<id>[0-9]{1,9})(A|(?<end>Z))"),
    ];

    /// <inheritdoc/>
    public override string Name { get; }

    /// <inheritdoc/>
    public override TextFormat Format => TextFormat.Plain;

    /// <inheritdoc/>
    public override bool CanCarry(InlineContent content) => !_mark.IsMatch(content.ReadingText);

    /// <inheritdoc/>
    public override ImmutableArray<string> Write(InlineContent content) =>
    [
        string.Concat(content.Select(p => p.Kind == PieceKind.Text
            ? p.Text
            : string.Format(CultureInfo.InvariantCulture, p.Kind == PieceKind.Close ? _close : _open, p.Code!.Id))),
    ];

    /// <inheritdoc/>
    public override InlineContent Read(InlineContent content, IReadOnlyList<string?> answers)
    {
        var alone = content.Codes.Where(c => !c.Spans).Select(c => c.Id).ToHashSet();
        // As HTML, so that one reader nests what crosses and closes what is open.
        var html = _mark.Replace(TaggedHtml.Escape(answers[0]!), m =>
        {
            var id = int.Parse(m.Groups["id"].Value, CultureInfo.InvariantCulture);
            if (alone.Contains(id)) return FormattableString.Invariant($"<x id=\"c{id}\"/>");
            return m.Groups["end"].Success ? FormattableString.Invariant($"</x{id}>") : FormattableString.Invariant($"<x{id} id=\"c{id}\">");
        });
        return TaggedHtml.Read(html, content.Codes);
    }
}
