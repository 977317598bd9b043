using System.Runtime.CompilerServices;
using System.Text;
using PressKit.Translation;

namespace PressKit.Translators;

/// <summary>Shows what a translation will do to a layout: letters with accents, brackets around each segment, and a third
/// more characters. Codes and names stay as they are.</summary>
public sealed class PseudoTranslator : ITranslator
{
    private const string Plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private const string Accented = "áƀçđéƒĝħíĵķłɱñóþǫřšťúṽŵẋýžÁƁÇĐÉƑĜĦÍĴĶŁṀÑÓÞǪŘŠŤÚṼŴẊÝŽ";

    // What fills is cut into words, so that lines break as they do in a real text.
    private const string Filling = " lorem ipsum dolor sit amet consectetur";

    /// <inheritdoc/>
    public string Name => "pseudo";

    /// <inheritdoc/>
    public Task<TranslatorRoute?> RouteAsync(Language source, Language target, CancellationToken cancellation) =>
        Task.FromResult<TranslatorRoute?>(new TranslatorRoute("PressKit pseudo-translation", null));

    /// <inheritdoc/>
    public async IAsyncEnumerable<TranslatorAnswer> TranslateAsync(
        TranslationBatch batch, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await Task.CompletedTask;
        foreach (var segment in batch.Segments)
        {
            cancellation.ThrowIfCancellationRequested();
            yield return Pseudo(segment);
        }
    }

    private static InlineContent Pseudo(InlineContent segment)
    {
        var extra = Math.Max(0, (segment.ReadingText.Length + 2) / 3 - 2);
        var filling = new StringBuilder();
        while (filling.Length < extra) filling.Append(Filling);
        return InlineContent.Of(
        [
            Piece.Run("["), .. segment.MapText(Accent), Piece.Run(Accent(filling.ToString(0, extra))), Piece.Run("]"),
        ]);
    }

    private static string Accent(string text) => string.Create(text.Length, text, static (span, text) =>
    {
        for (var i = 0; i < span.Length; i++)
        {
            var at = Plain.IndexOf(text[i], StringComparison.Ordinal);
            span[i] = at < 0 ? text[i] : Accented[at];
        }
    });
}
