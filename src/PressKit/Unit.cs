using System.Collections.Immutable;

namespace PressKit;

/// <summary>What part of a document a unit is.</summary>
public enum UnitRole
{
    /// <summary>A field of the front matter.</summary>
    Field,

    /// <summary>A heading.</summary>
    Heading,

    /// <summary>A paragraph.</summary>
    Paragraph,

    /// <summary>A paragraph of a list item.</summary>
    Item,

    /// <summary>A paragraph of a quotation.</summary>
    Quotation,

    /// <summary>A cell of a table.</summary>
    Cell,

    /// <summary>A paragraph of a footnote.</summary>
    Footnote,

    /// <summary>The alternative text of an image.</summary>
    Alt,

    /// <summary>The title of a link or image.</summary>
    Title,

    /// <summary>Any other block that holds text: a term, a definition, a caption.</summary>
    Other,
}

/// <summary>A translatable block (XLIFF <c>unit</c>): a heading, a paragraph, a cell, an alternative text or a field of
/// the front matter.</summary>
/// <param name="Id">An XML name token, unique in its document. A field's is its path in the front matter; any other's is a
/// hash of role, text and occurrence, hence equal in every language's file.</param>
/// <param name="Role">What part of the document it is.</param>
/// <param name="Segments">Its sentences, in order; at least one.</param>
public sealed record Unit(string Id, UnitRole Role, ImmutableArray<Segment> Segments)
{
    /// <summary>What the author tells whoever translates it (XLIFF <c>note</c>); null where there is nothing to tell.</summary>
    public string? Note { get; init; }

    /// <summary>A heading's level, from 1; 0 for any other unit.</summary>
    public int Level { get; init; }

    /// <summary>The whole of its content, segments and the space between them.</summary>
    public InlineContent Source
    {
        get
        {
            if (Segments is [{ Space.Length: 0 } only]) return only.Source;
            var pieces = new List<Piece>();
            foreach (var segment in Segments)
            {
                pieces.AddRange(segment.Source.Pieces);
                pieces.Add(Piece.Run(segment.Space));
            }

            return InlineContent.Of(pieces);
        }
    }

    /// <summary>Whether a translation of the other is one of this: the same text with codes of the same kinds at the same
    /// places. A link may lead elsewhere; the present source's address holds.</summary>
    public bool SaysTheSameAs(Unit other)
    {
        var (mine, theirs) = (Source, other.Source);
        return string.Equals(mine.ToString(), theirs.ToString(), StringComparison.Ordinal)
            && mine.Codes.Select(c => (c.Id, c.Kind)).SequenceEqual(theirs.Codes.Select(c => (c.Id, c.Kind)));
    }
}

/// <summary>A sentence of a unit (XLIFF <c>segment</c>).</summary>
/// <param name="Source">Its content.</param>
/// <param name="Space">The white space between it and the next (XLIFF <c>ignorable</c>).</param>
public sealed record Segment(InlineContent Source, string Space = "")
{
    /// <summary>Whether the other is the same, but for where links lead.</summary>
    public bool SaysTheSameAs(Segment other)
    {
        if (Space != other.Space || Source.Count != other.Source.Count) return false;
        for (var i = 0; i < Source.Count; i++)
        {
            var (mine, theirs) = (Source[i], other.Source[i]);
            if (mine.Kind != theirs.Kind || mine.Text != theirs.Text || mine.Code?.Id != theirs.Code?.Id || mine.Code?.Kind != theirs.Code?.Kind) return false;
        }

        return true;
    }
}
