using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Markdig.Renderers;

namespace PressKit.Content.Markdown;

/// <summary>The HTML of a text with its addresses left open: rendered once, and written as often as its links lead elsewhere, on its
/// page and in each feed.</summary>
public sealed class RenderedText
{
    // What stands in an address as it is.
    private static readonly SearchValues<char> Plain = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/:?#=@,;+!$()*%");

    private readonly string _html;
    private readonly ImmutableArray<Gap> _gaps;

    internal RenderedText(string html, ImmutableArray<Gap> gaps) => (_html, _gaps) = (html, gaps);

    /// <summary>The HTML with nothing where something is decided.</summary>
    internal string Open => _html;

    /// <summary>Where something is decided, in order.</summary>
    internal ImmutableArray<Gap> Gaps => _gaps;

    /// <summary>How much memory it takes, in characters.</summary>
    public int Length => _html.Length;

    /// <summary>The same with other targets.</summary>
    /// <param name="local">Given a target as written, answers with what stands for it.</param>
    public RenderedText With(Func<string, string> local) =>
        _gaps.IsEmpty ? this : new RenderedText(_html, [.. _gaps.Select(gap => gap with { Target = local(gap.Target) })]);

    /// <summary>The HTML.</summary>
    /// <param name="resolve">Given a target as written, answers with the address to write; null for a link that must not
    /// be: its text stays, an image disappears.</param>
    public string Html(Func<string, string?> resolve)
    {
        if (_gaps.IsEmpty) return _html;
        var html = new StringBuilder(_html.Length + 1024);
        var (at, left) = (0, 0);
        foreach (var gap in _gaps)
        {
            if (left == 0) html.Append(_html, at, gap.At - at);
            at = gap.At;
            if (gap.Kind == GapKind.End) left -= left > 0 ? 1 : 0;
            else if (gap.Kind == GapKind.Begin && (left > 0 || resolve(gap.Target) is null)) left++;
            else if (gap.Kind == GapKind.Address && left == 0) AppendAddress(html, resolve(gap.Target) ?? gap.Target);
        }

        return html.Append(_html, at, _html.Length - at).ToString();
    }

    private static void AppendAddress(StringBuilder html, string address)
    {
        if (!address.AsSpan().ContainsAnyExcept(Plain))
        {
            html.Append(address);
            return;
        }

        using var writer = new StringWriter(html, CultureInfo.InvariantCulture);
        new HtmlRenderer(writer).WriteEscapeUrl(address);
    }

    /// <summary>What is decided at a place of the HTML.</summary>
    internal enum GapKind
    {
        /// <summary>An address is written.</summary>
        Address,

        /// <summary>From here to the end that belongs to it all is left out where the target leads nowhere.</summary>
        Begin,

        /// <summary>The end of what may be left out.</summary>
        End,
    }

    /// <summary>A place of the HTML.</summary>
    [StructLayout(LayoutKind.Auto)]
    internal readonly record struct Gap(int At, GapKind Kind, string Target);
}
