using System.Collections;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text;

namespace PressKit;

/// <summary>A step of inline content: a run of text, the start or end of a spanning code, or a code standing alone.</summary>
public readonly record struct Piece
{
    private Piece(PieceKind kind, string? text, InlineCode? code) => (Kind, Text, Code) = (kind, text ?? "", code);

    /// <summary>Which of the four it is.</summary>
    public PieceKind Kind { get; }

    /// <summary>The text of a run; empty for codes.</summary>
    public string Text { get; }

    /// <summary>The code; null for text.</summary>
    public InlineCode? Code { get; }

    /// <summary>A run of text.</summary>
    public static Piece Run(string text) => new(PieceKind.Text, text, null);

    /// <summary>The start of a spanning code.</summary>
    public static Piece Open(InlineCode code) => new(PieceKind.Open, null, code);

    /// <summary>The end of a spanning code.</summary>
    public static Piece Close(InlineCode code) => new(PieceKind.Close, null, code);

    /// <summary>A code that stands alone.</summary>
    public static Piece Alone(InlineCode code) => new(PieceKind.Alone, null, code);
}

/// <summary>The kinds of <see cref="Piece"/>.</summary>
public enum PieceKind
{
    /// <summary>A run of text.</summary>
    Text,

    /// <summary>The start of a spanning code.</summary>
    Open,

    /// <summary>The end of a spanning code.</summary>
    Close,

    /// <summary>A code that stands alone.</summary>
    Alone,
}

/// <summary>XLIFF's inline content: text and inline codes in reading order. Spanning codes are balanced and nest; two
/// runs of text never stand side by side. Compares by content.</summary>
public sealed class InlineContent : IReadOnlyList<Piece>, IEquatable<InlineContent>
{
    private readonly ImmutableArray<Piece> _pieces;

    private InlineContent(ImmutableArray<Piece> pieces) => _pieces = pieces;

    /// <summary>Nothing.</summary>
    public static InlineContent Empty { get; } = new([]);

    /// <summary>The text without any code.</summary>
    public string PlainText => _pieces is [var only] ? only.Text : string.Concat(_pieces.Select(p => p.Text));

    /// <summary>What a reader reads: the text with what codes show in its place.</summary>
    public string ReadingText => _pieces is [{ Kind: PieceKind.Text } only]
        ? only.Text
        : string.Concat(_pieces.Select(p => p.Kind == PieceKind.Alone ? p.Code!.Equivalent : p.Text));

    /// <summary>Whether there is anything but white space to read.</summary>
    public bool IsBlank => _pieces.All(p => p.Kind == PieceKind.Text && string.IsNullOrWhiteSpace(p.Text));

    /// <summary>The codes, each once, in order of first appearance.</summary>
    public ImmutableArray<InlineCode> Codes => _pieces is [] or [{ Kind: PieceKind.Text }] ? [] :
        [.. _pieces.Where(p => p.Kind is PieceKind.Open or PieceKind.Alone).Select(p => p.Code!).DistinctBy(c => c.Id)];

    /// <summary>Its steps.</summary>
    public ReadOnlySpan<Piece> Pieces => _pieces.AsSpan();

    /// <inheritdoc/>
    public int Count => _pieces.Length;

    /// <inheritdoc/>
    public Piece this[int index] => _pieces[index];

    /// <summary>Content that is a run of text.</summary>
    public static InlineContent Of(string text) => text.Length == 0 ? Empty : new([Piece.Run(text)]);

    /// <summary>Content of pieces; runs of text side by side become one, empty ones disappear.</summary>
    /// <exception cref="ArgumentException">Spanning codes are not balanced or do not nest.</exception>
    public static InlineContent Of(IEnumerable<Piece> pieces) => Of(CollectionsMarshal.AsSpan(pieces as List<Piece> ?? [.. pieces]));

    private static InlineContent Of(ReadOnlySpan<Piece> pieces)
    {
        var result = ImmutableArray.CreateBuilder<Piece>(pieces.Length);
        var (text, joined, open) = ("", default(StringBuilder), default(Stack<int>));
        foreach (var piece in pieces)
        {
            if (piece.Kind == PieceKind.Text)
            {
                if (text.Length == 0) text = piece.Text;
                else if (piece.Text.Length > 0) (joined ??= new StringBuilder(text)).Append(piece.Text);
                continue;
            }

            if (piece.Kind == PieceKind.Open) (open ??= new Stack<int>()).Push(piece.Code!.Id);
            if (piece.Kind == PieceKind.Close && (open is null || !open.TryPop(out var id) || id != piece.Code!.Id))
                throw new ArgumentException($"Code {piece.Code!.Id} closes what is not open.", nameof(pieces));
            Flush();
            result.Add(piece);
        }

        if (open is { Count: > 0 }) throw new ArgumentException($"Code {open.Peek()} is not closed.", nameof(pieces));
        Flush();
        return result.Count == 0 ? Empty : new InlineContent(result.DrainToImmutable());

        void Flush()
        {
            if (text.Length == 0) return;
            result.Add(Piece.Run(joined?.ToString() ?? text));
            (text, joined) = ("", null);
        }
    }

    /// <summary>The content with every run of text changed.</summary>
    public InlineContent MapText(Func<string, string> map) =>
        Of(_pieces.Select(p => p.Kind == PieceKind.Text ? Piece.Run(map(p.Text)) : p));

    /// <inheritdoc/>
    public bool Equals(InlineContent? other) => other is not null && _pieces.AsSpan().SequenceEqual(other._pieces.AsSpan());

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as InlineContent);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var piece in _pieces) hash.Add(piece);
        return hash.ToHashCode();
    }

    /// <inheritdoc/>
    public IEnumerator<Piece> GetEnumerator() => ((IEnumerable<Piece>)_pieces).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The text with numbered tags: <c>a &lt;1&gt;b&lt;/1&gt; &lt;2/&gt;</c>. For people and hashes; not an exchange format.</summary>
    public override string ToString()
    {
        if (_pieces is [{ Kind: PieceKind.Text } only]) return only.Text.Replace("<", "<<", StringComparison.Ordinal);
        var text = new StringBuilder();
        foreach (var piece in _pieces)
        {
            _ = piece.Kind switch
            {
                PieceKind.Text => text.Append(piece.Text.Replace("<", "<<", StringComparison.Ordinal)),
                PieceKind.Open => text.Append('<').Append(piece.Code!.Id).Append('>'),
                PieceKind.Close => text.Append("</").Append(piece.Code!.Id).Append('>'),
                _ => text.Append('<').Append(piece.Code!.Id).Append("/>"),
            };
        }

        return text.ToString();
    }
}
