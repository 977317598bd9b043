using System.Collections.Immutable;
using PressKit.Translation;
using PressKit.Translators.Tags;

namespace PressKit.Translators.Requests;

/// <summary>A segment as it is sent.</summary>
/// <param name="Index">Which one of its batch.</param>
/// <param name="Content">The segment.</param>
/// <param name="Way">The way in which its codes are carried.</param>
/// <param name="Texts">The texts that are sent for it; the first is the whole.</param>
internal sealed record Letter(int Index, InlineContent Content, Way Way, ImmutableArray<ServiceText> Texts)
{
    /// <summary>The letter of a segment: in the way chosen, or, where that cannot carry it, the next one of the ladder that
    /// can.</summary>
    public static Letter Of(TranslationBatch batch, int index, Way way, ServiceProfile profile)
    {
        var content = batch.Segments[index];
        if (!way.CanCarry(content))
            way = profile.Ladder.SkipWhile(w => w != way).FirstOrDefault(w => w.CanCarry(content)) ?? profile.Ladder[^1];
        var plain = content.ReadingText;
        return new Letter(index, content, way, [.. way.Write(content).Select((text, i) => new ServiceText(text)
        {
            Plain = i == 0 ? plain : text,
            Context = profile.TakesContext && i == 0 ? batch.ContextOf(index) : SegmentContext.None,
            Examples = profile.TakesExamples && i == 0 ? batch.ExamplesOf(index) : [],
            Terms = profile.TakesTerms ? [.. batch.Terms.Where(t => t.In(batch.Source).Any(f => plain.Contains(f.Text, StringComparison.OrdinalIgnoreCase)))] : [],
        })]);
    }

    /// <summary>Reads the answers to its texts.</summary>
    public TranslatorAnswer Read(ReadOnlySpan<TextAnswer> answers)
    {
        if (answers[0].Refusal is { } refusal) return new TranslatorAnswer(null, refusal);
        if (answers[0].Text is null) return default;
        var texts = new string?[answers.Length];
        for (var i = 0; i < texts.Length; i++) texts[i] = answers[i].Text;
        return Way.Read(Content, texts);
    }

    /// <summary>A letter that asks for the tags of a translation only.</summary>
    public Letter Mending(InlineContent draft) => this with
    {
        Texts = [Texts[0] with { Draft = NumberedWay.Text(NameText(draft)) }],
    };

    /// <summary>The mended translation; null where it has not the same letters, or still not the codes.</summary>
    public InlineContent? ReadMended(string? answer)
    {
        if (answer is null) return null;
        var mended = Way.Read(Content, [answer]);
        return Probes.IsWhole(Content, mended) && Letters(answer) == Letters(Texts[0].Draft!) ? mended : null;
    }

    private static InlineContent NameText(InlineContent draft) =>
        InlineContent.Of(draft.Where(p => p.Kind is PieceKind.Text or PieceKind.Alone).Select(p => Piece.Run(p.Kind == PieceKind.Text ? p.Text : p.Code!.Equivalent)));

    private static string Letters(string text) => string.Concat(NumberedWay.WithoutTags(text).Where(c => !char.IsWhiteSpace(c)));
}
