using System.Runtime.CompilerServices;
using PressKit.Translation;

namespace PressKit.Translators;

/// <summary>Answers with the source itself: for tests, and to see what a document loses on its way.</summary>
public sealed class IdentityTranslator : ITranslator
{
    /// <inheritdoc/>
    public string Name => "identity";

    /// <inheritdoc/>
    public Task<TranslatorRoute?> RouteAsync(Language source, Language target, CancellationToken cancellation) =>
        Task.FromResult<TranslatorRoute?>(new TranslatorRoute("PressKit identity", null));

    /// <inheritdoc/>
    public async IAsyncEnumerable<TranslatorAnswer> TranslateAsync(
        TranslationBatch batch, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await Task.CompletedTask;
        foreach (var segment in batch.Segments)
        {
            cancellation.ThrowIfCancellationRequested();
            yield return segment;
        }
    }
}
