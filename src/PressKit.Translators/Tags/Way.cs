using System.Collections.Immutable;
using PressKit.Translators.Requests;

namespace PressKit.Translators.Tags;

/// <summary>A way to carry inline codes through a service that translates texts. What it reads back may lack codes or have
/// them twice: that is for <see cref="Translation.CodeRepair"/> to mend and to report.</summary>
internal abstract class Way
{
    /// <summary>Its name, by which a choice is remembered.</summary>
    public abstract string Name { get; }

    /// <summary>How its texts are written.</summary>
    public abstract TextFormat Format { get; }

    /// <summary>Whether it can carry this content at all.</summary>
    public virtual bool CanCarry(InlineContent content) => true;

    /// <summary>The texts to be translated: the first is the whole, the others are parts that help to read its answer.</summary>
    public abstract ImmutableArray<string> Write(InlineContent content);

    /// <summary>The translation.</summary>
    /// <param name="content">What was sent.</param>
    /// <param name="answers">An answer for each text; only that for a part may be null.</param>
    public abstract InlineContent Read(InlineContent content, IReadOnlyList<string?> answers);

    /// <inheritdoc/>
    public override string ToString() => Name;
}
