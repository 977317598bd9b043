namespace PressKit.Content.Markdown;

/// <summary>A text in a piece of HTML that can be given another.</summary>
internal abstract class HtmlPart(UnitRole role, InlineContent content, int start, int end)
{
    public UnitRole Role => role;

    /// <summary>The text as it was written.</summary>
    public InlineContent Content => content;

    /// <summary>Where it begins in the HTML.</summary>
    public int Start => start;

    /// <summary>Where it ends in the HTML.</summary>
    public int End => end;

    /// <summary>Whether it is a part of another part, which writes it.</summary>
    public bool IsNested { get; init; }

    /// <summary>Whether it says something else than what was written.</summary>
    public virtual bool IsChanged => Given is not null;

    /// <summary>What it was given; null where that is what it was anyway.</summary>
    protected InlineContent? Given { get; private set; }

    /// <summary>Gives it another text.</summary>
    public void Set(InlineContent other) =>
        Given = string.Equals(other.ToString(), content.ToString(), StringComparison.Ordinal) ? null : other;

    /// <summary>The HTML of what it says now.</summary>
    public abstract string Written();
}
