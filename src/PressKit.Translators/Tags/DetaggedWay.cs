using System.Collections.Immutable;
using PressKit.Translators.Requests;

namespace PressKit.Translators.Tags;

/// <summary>No tags at all: the plain text is translated, and the text inside each pair by itself too; where that stands in the
/// translation, the pair is put around it. Names go as text and are found again by their letters.</summary>
internal sealed class DetaggedWay : Way
{
    /// <inheritdoc/>
    public override string Name => "detagged";

    /// <inheritdoc/>
    public override TextFormat Format => TextFormat.Plain;

    /// <inheritdoc/>
    public override ImmutableArray<string> Write(InlineContent content) =>
        [content.ReadingText, .. Projection.Spans(content).Select(s => s.Text)];

    /// <inheritdoc/>
    public override InlineContent Read(InlineContent content, IReadOnlyList<string?> answers) => Projection.Into(
        Projection.Named(answers[0]!, content), content,
        [.. Projection.Spans(content).Zip(answers.Skip(1)).Select(p => (p.First.Code, p.Second))]);
}
